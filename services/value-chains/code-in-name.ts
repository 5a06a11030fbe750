/** Codes of a table, or what was asked for, as part of the name of a file: letters, digits and hyphens alone. */

/** Characters of a code: two of them, the part, year and hash stay below what a file may be called. */
const CODE_IN_NAME_MAX = 30

/** Nothing of a code that has neither letters nor digits. */
export const codeInName = (code: string): string[] => [code.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, CODE_IN_NAME_MAX)].filter(word => word !== '')
