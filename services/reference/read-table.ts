/** The tables of services/reference/data: tab-separated, a header line, no quoting; gzipped where large. */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const folder = new URL('data/', import.meta.url)

export const hasData = (file: string): boolean => existsSync(new URL(file, folder))

export function readData (file: string): string {
  const bytes = readFileSync(new URL(file, folder))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Rows as arrays in the order of `columns`; a header that says otherwise is an error, as data and code then disagree. */
export function readTable (file: string, columns: readonly string[]): string[][] {
  const [header, ...lines] = readData(file).replace(/\n$/, '').split('\n')
  if (header !== columns.join('\t')) throw new Error(`services/reference/data/${file}: expected the columns ${columns.join(' ')}, found ${header?.replaceAll('\t', ' ')}; run npm run prepare-reference`)
  return lines.map(line => line.split('\t'))
}
