import t from 'tap'
import { networkOf } from '../../services/value-chains/positions/country-sector-centrality.ts'
import { ESRI_ROUNDS_MAX, firmSystemicRisk } from '../../services/value-chains/scenarios/firm-systemic-risk.ts'
import { cells, deviation } from './example-tables.ts'

t.test('losses after a firm stops are those of the authors', async t => {
  const sales = new Float64Array(121)
  for (const [supplier, buyer, weight] of cells('firms.edges.csv').slice(1)) sales[(Number(supplier) - 1) * 11 + Number(buyer) - 1] = Number(weight)
  const shock = new Float64Array(11)
  shock[2] = 1
  for (const [name, kind] of [['linear', 'other'], ['leontief', 'essential']] as const) {
    const rows = cells('firms.shock_firm3.csv').filter(([of]) => of === name)
    const { downstream, upstream, share } = firmSystemicRisk(networkOf(sales, 11), rows.map(row => Number(row[2])), () => kind, shock, 1e-2, Float64Array.from(rows, row => Number(row[3])))
    t.ok(deviation(downstream.map(value => 1 - value), rows.map(row => Number(row[4]))) < 1e-9, `${name} downstream`)
    t.ok(deviation(upstream.map(value => 1 - value), rows.map(row => Number(row[5]))) < 1e-9, `${name} upstream`)
    t.ok(Math.abs(share - Number(rows[0][6])) < 1e-12, name)
  }
})

t.test('losses that never settle are refused', async t => {
  t.throws(() => firmSystemicRisk(networkOf(Float64Array.of(0, 1, 1, 0), 2), [1, 2], () => 'other', Float64Array.of(1, 0), -1), new RegExp(`after ${ESRI_ROUNDS_MAX} rounds`))
})
