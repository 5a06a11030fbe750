/** Columns that say the same in every row. */
import t from 'tap'
import { splitAlike } from '../../visualizer/charts/alike-columns.ts'

const columns = ['Region', 'Count', 'Share', 'Change'].map(head => ({ key: head, head, kind: 'number' as const }))
const cells = (...texts: Array<string | number>) => texts.map(text => typeof text === 'number' ? { value: text, text: String(text) } : { value: null, text })
const told = (...rows: Array<ReturnType<typeof cells>>) => { const { alike, others } = splitAlike({ columns, rows }); return [alike.map(({ column, text }) => `${column.head} ${text}`), others.map(({ column, at }) => `${column.head} ${at}`)] }

t.test('a column withheld in every row is told once, others keep their place', t => {
  t.strictSame(told(cells('withheld', 'withheld', 1, '–'), cells('withheld', 'withheld', 2, '–')), [['Count withheld'], ['Region 0', 'Share 2', 'Change 3']], 'the first column stays, and one with nothing in it')
  t.strictSame(told(cells('A', 'withheld', 1, 2), cells('B', 3, 1, 2)), [[], ['Region 0', 'Count 1', 'Share 2', 'Change 3']], 'one figure keeps it; equal figures are figures')
  t.strictSame(told(cells('A', 'withheld', 'withheld', 'withheld'))[0], [], 'one row is no pattern')
  t.strictSame(told()[0], [])
  t.end()
})
