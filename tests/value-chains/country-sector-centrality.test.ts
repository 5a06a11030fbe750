import t from 'tap'
import { pagerank } from '../../services/analysis/centrality/pagerank.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { countrySectorCentrality, networkOf } from '../../services/value-chains/positions/country-sector-centrality.ts'
import { cells, column, deviation, leather, systemOf, tableOf } from './example-tables.ts'

const found = (table = leather(), given = {}) => {
  const result = countrySectorCentrality.compute(systemOf(table), countrySectorCentrality.options.parse(given) as never, UNWATCHED)
  for (const { says, residual, tolerance } of result.identities) t.ok(residual < tolerance, says)
  return result.tables
}

t.test('centralities are those of numpy', async t => {
  const { sector, country } = found()
  t.ok(deviation(sector.columns.supplier, column('leather.ref_node_centrality.csv', 'influence_acemoglu_alpha.5')) < 1e-9)
  t.ok(deviation(sector.columns.supplier, column('leather.ref_node_centrality.csv', 'katz_forward_lambda.5')) < 1e-9)
  t.ok(deviation(sector.columns.buyer, column('leather.ref_node_centrality.csv', 'pagerank_Z_.85')) < 1e-9)
  t.ok(deviation(sector.columns.domar, column('leather.ref_node_centrality.csv', 'domar')) < 1e-12)
  for (const [name, heading] of [['hub', 'hub'], ['authority', 'authority'], ['buyer', 'pagerank_FVA']]) t.ok(deviation(country.columns[name], column('leather.ref_country_VA_network.csv', heading)) < 1e-9, name)
  for (const [name, { columns }] of Object.entries(countrySectorCentrality.gives)) t.strictSame(Object.keys(columns), Object.keys(found()[name]!.columns))
})

t.test('a buyer in the table read backwards is a supplier', async t => {
  const { intermediate, output } = leather()
  const turned = Array.from({ length: 9 }, (_, i) => Array.from({ length: 9 }, (_, j) => intermediate[j * 9 + i]))
  const backwards = tableOf(['a', 'b', 'c'], ['1', '2', '3'], turned, turned.map(() => [1, 1, 1]), Array.from(output, value => value * 3))
  const options = { supplierDamping: 0.7, buyerDamping: 0.7 }
  t.ok(deviation(found(backwards, options).sector.columns.buyer, Array.from(found(leather(), options).sector.columns.supplier)) < 1e-12)
})

t.test('influence among firms, some of which buy nothing, is that of igraph', async t => {
  const sales = new Float64Array(121)
  for (const [supplier, buyer, weight] of cells('firms.edges.csv').slice(1)) sales[(Number(supplier) - 1) * 11 + Number(buyer) - 1] = Number(weight)
  const influence = pagerank(networkOf(sales, 11), { damping: 0.5, tolerance: 1e-14, iterationsMax: 1000, reversed: true, start: [] }, UNWATCHED)
  t.ok(deviation(influence, column('firms.influence_vector.csv', 'influence_alpha0.5')) < 1e-12)
})
