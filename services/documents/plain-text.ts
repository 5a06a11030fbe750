/** Texts of data made fit to be written: nothing vanishes, what cannot be written is replaced by a mark that can be seen. */
import type { Document } from './document.ts'

/** The mark for a character that is none. U+FFFD means the same, but the writer of XLSX takes it out. */
const MARK = '□'
/** Controls that XML 1.0 does not allow or no reader shows, and what is no character. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF]/g
const HALF_PAIR = /\p{Surrogate}/gu

/** Control characters and halves of surrogate pairs become □; tabs and line ends stay. */
export const writable = (text: string): string => text.replace(HALF_PAIR, MARK).replace(UNWRITABLE, MARK)

/** On a page a tab or line end is a blank. */
export const onOneLine = (text: string): string => writable(text).replace(/[\t\r\n\u2028\u2029]+/g, ' ')

/** What is not read by people: ids, addresses, words of the model, pictures. */
const NOT_TEXT = new Set(['id', 'link', 'svg', 'table', 'type', 'tone', 'kind', 'key', 'width', 'fileName', 'createdAt', 'language', 'words'])

/** The document with `clean` done to every text that people read. */
export function withTexts (document: Document, clean: (text: string) => string): Document {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, NOT_TEXT.has(key) ? inner : walk(inner)]))
    return value
  }
  return walk(document) as Document
}
