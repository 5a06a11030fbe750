/** Results as files: rows that say what they are of, in the order of the table, with nothing that is not defined told as a number. */
import t from 'tap'
import { parse } from 'csv-parse/sync'
import { resultCsv, resultJson } from '../../services/value-chains/result-file.ts'
import type { ResultTable } from '../../services/value-chains/measure.ts'
import { rowLabel } from '../../services/value-chains/row-labels.ts'
import { systemOf, tableOf } from './example-tables.ts'

const system = systemOf(tableOf(['LV', '=PL'], ['A', 'B'], [[1, 0, 2, 0], [0, 3, 0, 0], [1, 0, 2, 0], [0, 0, 0, 1]], [[9, 1], [7, 2], [3, 4], [5, 5]], [13, 12, 10, 11]))
const sectorPair: ResultTable = { level: 'sectorPair', columns: { VAX: Float64Array.of(NaN, 0.1 + 0.2, NaN, 1e-17, 5, NaN, -0, NaN), REF: Float64Array.of(NaN, NaN, NaN, 2, 3, NaN, 4, NaN) } }
const csv = (table: ResultTable, filter = {}): string[][] => parse([...resultCsv(system, table, filter)].join(''))

t.test('CSV has the keys of its level, and every number to its last bit', async t => {
  t.strictSame(csv(sectorPair), [
    ['country', 'sector', 'partner', 'VAX', 'REF'],
    ['LV', 'A', "'=PL", '0.30000000000000004', ''],
    ['LV', 'B', "'=PL", '1e-17', '2'],
    ["'=PL", 'A', 'LV', '5', '3'],
    ["'=PL", 'B', 'LV', '0', '4']
  ], 'pairs of a country with itself are left out, text that a spreadsheet would run is guarded, and minus nothing is nothing')
  t.strictSame(csv(sectorPair, { countries: ['LV'], sectors: ['B'] }).slice(1), [['LV', 'B', "'=PL", '1e-17', '2']])
  t.strictSame(csv(sectorPair, { partners: ['LV'] }).length, 3)
})

t.test('every level names its rows as sentences do', async t => {
  const lengths = { world: 1, country: 2, sector: 4, pair: 4, sectorPair: 8, matrix: 16, list: 3 } as const
  for (const [level, length] of Object.entries(lengths) as Array<[keyof typeof lengths, number]>) {
    const rows = csv({ level, columns: { value: Float64Array.from({ length }, (_, i) => i + 1) }, ...(level === 'list' && { texts: { path: ['a', 'b', 'c'] } }) }).slice(1)
    t.equal(rows.length, length)
    const last = rows.at(-1)?.slice(0, -1).join(' ').replaceAll("'", '')
    if (level !== 'list') t.equal(rowLabel(system.labels, level)(length - 1).replace(' -> ', ' '), last, level)
    else t.equal(last, 'c')
  }
})

t.test('JSON holds every table, what it was measured on, and the identities', async t => {
  const identities = [{ says: 'a = b', residual: 0, tolerance: 1e-9, at: '' }]
  const found = JSON.parse([...resultJson(system, { measure: 'x' }, { tables: { sectorPair, world: { level: 'world', columns: { n: Float64Array.of(NaN) } }, none: { level: 'list', columns: {} } }, identities }, {})].join(''))
  t.match(found, { measure: 'x', table: { hash: 'example', unit: 'units' }, identities })
  t.strictSame(found.tables.sectorPair[0], { country: 'LV', sector: 'A', partner: '=PL', VAX: 0.30000000000000004, REF: null })
  t.strictSame([found.tables.sectorPair.length, found.tables.world, found.tables.none], [4, [{ n: null }], []])
})

t.test('long results are written in pieces', async t => {
  const pieces = [...resultCsv(system, { level: 'list', columns: { value: new Float64Array(2500) } }, {})]
  t.equal(pieces.length, 4)
  t.equal(pieces.join('').trim().split('\r\n').length, 2501)
})
