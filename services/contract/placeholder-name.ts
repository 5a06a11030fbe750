/** The name of an organisation whose source gives only its participant code (PIC): it is shown, and says nothing about it. */

export const nameFromPic = (pic: string): string => `PIC ${pic}`

/** True for what nameFromPic makes of a PIC of nine digits. */
export const isPlaceholderName = (name: string): boolean => /^PIC \d{9}$/.test(name)
