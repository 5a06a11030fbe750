/** The page that says where other packages give other numbers: its own are computed again, those of others are read from their files. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import { VALUE_CHAIN_MEASURES } from '../../services/value-chains/registry.ts'
import { rowLabel } from '../../services/value-chains/row-labels.ts'
import { seedTable } from '../../services/value-chains/seed-table.ts'
import { cells, column, leather, systemOf } from './example-tables.ts'

const PAGE = readFileSync('services/value-chains/DIFFERENCES.md', 'utf8')
const [, , ...rows] = PAGE.split('\n').filter(line => line.startsWith('|')).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
const { files } = seedTable('seeds')
const systems: Record<string, ReturnType<typeof systemOf>> = { leather: systemOf(leather()), 'WIOD aggregate': systemOf((await readTable(files, {}, UNWATCHED)).table) }
const DECIMALS = 6

/** What the page's row asks for. */
function computed ([table, name, options, result, columns, row]: string[]): number {
  const system = systems[table]
  const measure = VALUE_CHAIN_MEASURES.get(name)!
  const { level, columns: values } = measure.compute(system, measure.options.parse(JSON.parse(options === '' ? '{}' : options)) as never, UNWATCHED).tables[result]
  const label = rowLabel(system.labels, level)
  const wanted = (at: number): boolean => row.endsWith(' *') ? label(at).startsWith(row.slice(0, -1)) : label(at) === row
  let sum = 0
  for (const name of columns.split('+')) for (const [at, value] of values[name].entries()) if (wanted(at)) sum += value
  return sum
}

/** In files of others: by the row's label and what the page says of it. */
const at = (file: string, label: string, heading: string): number => column(file, heading)[cells(file).slice(1).findIndex(([first]) => first === label)]
const sumOf = (file: string, exporter: string, heading: string): number => column(file, heading).reduce((sum, value, row) => cells(file)[row + 1][0] === exporter ? sum + value : sum, 0)
function ofOthers ([, name, , , columns, row,,, whose]: string[]): number {
  if (whose.startsWith('gvc')) return at('leather.gvc_up_down_BUGGY_uses_Am.csv', row.replace(' ', '.'), columns === 'U' ? 'upstream_gvc_BUGGY' : 'downstream_gvc_BUGGY')
  if (whose.startsWith('exvatools')) return sumOf('leather.wwz.csv', row, columns === 'OVA_FIN' ? 'OVA_INT' : 'OVA_FIN')
  if (name === 'kww' && row === 'Argentina') return at('leather.kww.csv', row, 'FVA_FIN') + at('leather.kww.csv', row, 'FVA_INT')
  if (name === 'kww') return at('wiod-aggregate.kww.csv', row, 'FDC_rest')
  return at(name === 'bmWorld' ? 'leather.bm_world_sink_country.csv' : 'leather.bm_source_country.csv', row.replace(' *', ''), columns)
}

t.test('numbers of the page', async t => {
  t.ok(rows.length > 10)
  for (const row of rows) {
    t.equal(computed(row).toFixed(DECIMALS), row[6], `here: ${row.slice(0, 6).join(' ')}`)
    t.equal(ofOthers(row).toFixed(DECIMALS), row[7], `there: ${row.slice(0, 6).join(' ')}`)
  }
})

t.test('the order of columns is that of the file of decompr', async t => {
  const order = cells('leather.wwz.csv')[0].slice(3, 19)
  t.ok(PAGE.includes(`: ${order.join(', ')}.`))
  t.strictSame([order.indexOf('RDV_INT'), order.indexOf('OVA_FIN')], [5, 8])
})
