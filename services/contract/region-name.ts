/** NUTS prints regions of level 1 in capitals (HAMBURG, BADEN-WÜRTTEMBERG): as others are written. A name with small letters stays as it is. */
export const regionName = (printed: string): string => printed.toUpperCase() !== printed ? printed : printed.toLowerCase().replace(/(^|[\s\-/(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
