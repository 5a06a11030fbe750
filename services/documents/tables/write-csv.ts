/** Every table of the document whole, one CSV file each, and a file that says what they are, in one zip. */
import { BYTE_ORDER_MARK, csvLine } from '../../csv-line.ts'
import { aboutName, aboutRows } from './about-tables.ts'
import type { Document } from '../document.ts'
import { tablesOf } from '../document.ts'
import { writable, withTexts } from '../plain-text.ts'
import { zip } from '../zip.ts'

export function writeCsv (original: Document): Buffer {
  const document = withTexts(original, writable)
  const tables = tablesOf(document)
  const names = new Map(tables.map(({ id }): [string, string] => [id, `${id}.csv`]))
  const about = aboutRows(document, names).map(({ label, value }) => csvLine([label, value])).join('')
  const files = [
    [`${fileNameOf(aboutName(document), tables.map(({ id }) => id))}.csv`, about],
    ...tables.map(({ id, columns, rows }) => [names.get(id)!, csvLine(columns.map(({ key }) => key)) + rows.map(row => csvLine(row.map(({ value }) => value))).join('')])
  ]
  return zip(Object.fromEntries(files.map(([name, text]) => [name, Buffer.from(BYTE_ORDER_MARK + text)])))
}

/** A word in any language as a file name that no table has. */
function fileNameOf (word: string, taken: readonly string[]): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'about'
  return taken.some(name => name.toLowerCase() === plain.toLowerCase()) ? `${plain}-0` : plain
}
