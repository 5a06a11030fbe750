/** Tables of separated values, whoever reads them. */

const DELIMITERS = [',', ';', '\t', '|'] as const

/** `text`: the header and anything after it. The candidate that occurs most often in the header, outside quotation marks; a comma if none does. */
export function findDelimiter (text: string): string {
  const header = text.split('\n', 1)[0].replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map(delimiter => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]
}
