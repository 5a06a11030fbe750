/** What files of tables say of themselves, where HTML, PDF and DOCX have pages for it. */
import type { Document } from '../document.ts'
import { blocksOf, isWordForValue, tablesOf } from '../document.ts'

export interface AboutRow { label: string, value: string }

/** The name of the sheet or file that says it. */
export const aboutName = ({ words }: Document): string => words.about ?? 'About'

/** Title, facts, cautions, words that stand for values, sources, and one row for each table: what it holds and what is said under it. `nameOf` is the sheet or file of a table. */
export function aboutRows (document: Document, nameOf: ReadonlyMap<string, string>): AboutRow[] {
  const cautions = blocksOf(document).flatMap(block => block.type === 'paragraph' && block.tone === 'caution' ? [block.line.map(({ text }) => text).join('')] : [])
  return [
    { label: document.title, value: document.subtitle },
    ...document.facts,
    ...[...new Set([...cautions, ...inPlaceOfValues(document)])].map(value => ({ label: '', value })),
    ...document.attribution.map((value, i) => ({ label: i === 0 ? document.words.sources : '', value })),
    ...tablesOf(document).map(({ id, caption, note }) => ({ label: nameOf.get(id)!, value: note === undefined ? caption : `${caption}. ${note}` }))
  ]
}

/** So that a program that reads a column of numbers knows what else it may find. */
function inPlaceOfValues (document: Document): string[] {
  const used = new Set(tablesOf(document).flatMap(({ rows }) => rows.flatMap(row => row.filter(isWordForValue).map(({ text }) => text))))
  const said = document.words.inPlaceOfValues
  return said === undefined || used.size === 0 ? [] : [said.replace('{words}', () => [...used].join(', '))]
}
