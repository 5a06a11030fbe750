/** Names of sheets and files: each once whatever its capitals, and without what programs do not take. */

interface Rule { lengthMax: number, notAllowed: RegExp, instead: string, taken?: readonly string[] }

/** What Excel takes as the name of a sheet; "History" it keeps for itself. */
export const sheetNames = (wanted: readonly string[]): string[] => named(wanted, { lengthMax: 31, notAllowed: /[[\]:*?/\\'\s]+/g, instead: ' ', taken: ['history'] })

/** What Windows, macOS and Linux take as the name of a file; a blank becomes a hyphen, letters stay as they are. */
export const fileNames = (wanted: readonly string[]): string[] => named(wanted, { lengthMax: 100, notAllowed: /[<>:"/\\|?*.\s]+/g, instead: '-' })

function named (wanted: readonly string[], { lengthMax, notAllowed, instead, taken = [] }: Rule): string[] {
  const found = new Set(taken)
  return wanted.map(name => {
    const plain = trimmed(name.replace(notAllowed, instead), instead) || 'table'
    for (let i = 1; ; i++) {
      const end = i === 1 ? '' : `-${i}`
      const tried = trimmed(plain.slice(0, lengthMax - end.length).replace(HALF_AT_END, ''), instead) + end
      if (found.has(tried.toLowerCase())) continue
      found.add(tried.toLowerCase())
      return tried
    }
  })
}

/** Half of a character that was cut in two. */
const HALF_AT_END = /[\uD800-\uDBFF]$/

function trimmed (name: string, of: string): string {
  const from = name.startsWith(of) ? 1 : 0
  return name.endsWith(of) ? name.slice(from, -1) : name.slice(from)
}
