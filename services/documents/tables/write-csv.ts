/** Every table of the document whole, one CSV file each, and a file that says what they are, in one zip. */
import { BYTE_ORDER_MARK, csvLine } from '../../csv-line.ts'
import { aboutName, aboutRows } from './about-tables.ts'
import type { Document } from '../document.ts'
import { contentOf, tablesOf } from '../document.ts'
import { writable, withTexts } from '../plain-text.ts'
import { zip } from '../zip.ts'
import { fileNames } from './names.ts'

export function writeCsv (original: Document): Buffer {
  const document = withTexts(original, writable)
  const tables = tablesOf(document)
  const [about, ...names] = fileNames([aboutName(document), ...tables.map(({ name }) => name)]).map(name => `${name}.csv`)
  const nameOf = new Map(tables.map(({ id }, i): [string, string] => [id, names[i]!]))
  const files = [
    [about!, aboutRows(document, nameOf).map(({ label, value }) => csvLine([label, value])).join('')],
    ...tables.map(({ id, columns, rows }) => [nameOf.get(id)!, csvLine(columns.map(({ key }) => key)) + rows.map(row => csvLine(row.map(contentOf))).join('')])
  ]
  return zip(Object.fromEntries(files.map(([name, text]) => [name, Buffer.from(BYTE_ORDER_MARK + text)])))
}
