import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import type { ValueChainMeasure, ValueChainResult } from '../../services/value-chains/measure.ts'
import { averagePropagationLength } from '../../services/value-chains/positions/average-propagation-length.ts'
import { participation } from '../../services/value-chains/positions/participation.ts'
import { productionLength } from '../../services/value-chains/positions/production-length.ts'
import { revealedComparativeAdvantage } from '../../services/value-chains/positions/revealed-comparative-advantage.ts'
import { tripartiteTrade } from '../../services/value-chains/positions/tripartite-trade.ts'
import { upstreamness } from '../../services/value-chains/positions/upstreamness.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { column, deviation, leather, numbers, systemOf, tableOf, twoCountries } from './example-tables.ts'

const found = ({ compute, options }: ValueChainMeasure, table: InputOutputTable, given = {}): ValueChainResult => {
  const result = compute(systemOf(table), options.parse(given) as never, UNWATCHED)
  for (const { says, residual, tolerance } of result.identities) t.ok(residual < tolerance, says)
  return result
}

t.test('upstreamness and downstreamness', async t => {
  const { sector } = found(upstreamness, leather()).tables
  const expected = 'leather.ref_upstream_downstream.csv'
  for (const [name, heading] of [['U', 'U_upstreamness'], ['D', 'D_downstreamness'], ['F_over_X', 'F_over_X'], ['VA_over_X', 'VA_over_X']]) t.ok(deviation(sector.columns[name], column(expected, heading)) < 1e-12, name)
  t.ok(deviation(sector.columns.U, column('leather.gvc_up_down_with_full_A.csv', 'upstream')) < 1e-12)
  t.ok(deviation(sector.columns.D, column('leather.gvc_up_down_with_full_A.csv', 'downstream')) < 1e-12)
  const faulty = 'leather.gvc_up_down_BUGGY_uses_Am.csv'
  for (const [i, value] of column(faulty, 'upstream_gvc_BUGGY').entries()) t.ok(sector.columns.U[i] - value > 0.5, 'gvc 6.4.0 counts imports alone')
  for (const [i, value] of column(faulty, 'downstream_gvc_BUGGY').entries()) t.ok(sector.columns.D[i] - value > 0.3, 'gvc 6.4.0 counts imports alone')
  const exact = found(upstreamness, twoCountries()).tables.sector.columns
  t.ok(deviation(exact.U, [10 / 7, 10 / 7]) < 1e-13)
  t.ok(deviation(exact.D, [95 / 63, 260 / 189]) < 1e-13)
})

t.test('upstreamness net of inventories is that of the table whose stock was never made', async t => {
  const stock = { ...twoCountries(), inventoryChange: Float64Array.from([20, 0]) }
  const { U, F_over_X: final } = found(upstreamness, stock, { netInventories: true }).tables.sector.columns
  // (80 - 20) U1 - 10 U2 = 80 and -15 U1 + (150 - 30) U2 = 150, by Cramer's rule.
  t.ok(deviation(U, [(80 * 120 + 10 * 150) / (60 * 120 - 150), (60 * 150 + 15 * 80) / (60 * 120 - 150)]) < 1e-13)
  t.ok(deviation(final, [50 / 80, 105 / 150]) < 1e-13)
  t.throws(() => found(upstreamness, twoCountries(), { netInventories: true }), /netInventories: the table does not tell/)
  t.throws(() => found(upstreamness, { ...stock, inventoryChange: Float64Array.from([100, 0]) }, { netInventories: true }), /country1 all put all of its output \(100\)/)
})

t.test('a sector without output has no upstreamness', async t => {
  const { U, D, VA_over_X: valueAdded } = found(upstreamness, tableOf(['a', 'b'], ['all'], [[10, 0], [0, 0]], [[20, 0], [0, 0]], [30, 0])).tables.sector.columns
  t.ok(deviation(U, [1.5, NaN]) < 1e-13)
  t.ok(deviation(D, [1.5, 1]) < 1e-13)
  t.ok(deviation(valueAdded, [2 / 3, NaN]) < 1e-13)
})

t.test('lengths are from 1 where no flow is below 0, and that is asserted', async t => {
  const says = (table: InputOutputTable): string[] => found(upstreamness, table).identities.map(({ says }) => says)
  t.strictSame(says(leather()).slice(2), ['1 <= U', '1 <= D', 'spectral radius of A <= 1'])
  t.equal(says(tableOf(['a', 'b'], ['all'], [[10, -1], [0, 5]], [[21, 0], [0, 5]], [30, 10])).length, 2, 'a flow below 0')
  // A buys 3 of itself to make 2: chains grow without end, and what is solved means nothing.
  const { identities } = upstreamness.compute(systemOf(tableOf(['a', 'b'], ['all'], [[30, 0], [0, 5]], [[-10, 0], [0, 5]], [20, 10])), { netInventories: false } as never, UNWATCHED)
  t.strictSame(identities.filter(({ residual, tolerance }) => !(residual <= tolerance)).map(({ says, at }) => [says, at]), [['1 <= U', 'a all'], ['1 <= D', 'a all'], ['spectral radius of A <= 1', 'A']])
})

t.test('participation and position', async t => {
  const { country, sector } = found(participation, leather()).tables
  const expected = 'leather.ref_country_indicators.csv'
  for (const [name, heading] of [['backward', 'VS_share'], ['forward', 'VS1_share'], ['participation', 'GVC_part_HIY'], ['position_VS1', 'GVC_position_KWW_ln1pVS1_minus_ln1pVS']]) t.ok(deviation(country.columns[name], column(expected, heading)) < 1e-12, name)
  t.ok(deviation(country.columns.IV_KWW3, column('leather.kww.csv', 'DVA_INTrex')) < 1e-12)
  const E = column(expected, 'EXGR')
  const VS = column(expected, 'VS_share')
  t.ok(deviation(country.columns.position_KWW3, column('leather.kww.csv', 'DVA_INTrex').map((value, s) => Math.log(1 + value / E[s]) - Math.log(1 + VS[s]))) < 1e-11)
  t.ok(deviation(sector.columns.forward, column('leather.ref_sector_HIY.csv', 'VS1_share')) < 1e-12)
  t.ok(deviation(found(participation, twoCountries()).tables.country.columns.IV_KWW3, [0, 0]) === 0, 'no third country')
  for (const [name, part] of [['GVC_share', 'GVC'], ['GVCB_share', 'GVCB'], ['GVCF_share', 'GVCF']]) {
    for (const [table, file] of [[country, 'leather.bm_source_country.csv'], [sector, 'leather.bm_source_sector.csv']] as const) t.ok(deviation(table.columns[name], column(file, part).map((value, i) => value / column(file, 'GEXP')[i])) < 1e-9, `${name}, ${file}`)
  }
})

t.test('revealed comparative advantage by four kinds of exports', async t => {
  const { columns } = found(revealedComparativeAdvantage, leather()).tables.sector
  for (const [name, heading] of [['gross', 'RCA_gross'], ['backward', 'RCA_VA_backward_DVA'], ['forward', 'RCA_VA_forward_VAX_F'], ['dc', 'NRCA_gvc_DCcontent']]) t.ok(deviation(columns[name], column('leather.ref_rca.csv', heading)) < 1e-12, name)
  t.ok(deviation(columns.dc, column('leather.gvc_nrca.csv', 'nrca')) < 1e-12)
})

t.test('average propagation lengths', async t => {
  t.ok(deviation(found(averagePropagationLength, leather()).tables.matrix.columns.APL, numbers('leather.ref_APL.csv').flat()) < 1e-12)
  const { APL } = found(averagePropagationLength, twoCountries()).tables.matrix.columns
  t.ok(deviation([APL[1], APL[2]], [97 / 63, 97 / 63]) < 1e-13)
  const apart = found(averagePropagationLength, tableOf(['a', 'b'], ['all'], [[10, 0], [0, 0]], [[20, 0], [0, 5]], [30, 5])).tables.matrix.columns.APL
  t.ok(Number.isNaN(apart[1]) && Number.isNaN(apart[2]), 'nothing of one reaches the other')
})

t.test('tripartite trade', async t => {
  const { pair, country } = found(tripartiteTrade, leather()).tables
  const across = [1, 2, 3, 5, 6, 7]
  for (const name of ['E', 'DAVAX', 'GVC', 'PF', 'TS', 'PB']) t.ok(deviation(across.map(at => pair.columns[name][at]), column('leather.ref_BMT2025_tripartite_trade.csv', name)) < 1e-12, name)
  t.ok(Number.isNaN(pair.columns.E[0]), 'nothing is exported to oneself')
  const byPair = ['PF', 'PB', 'GVC'].map(name => column('leather.ref_BMT2025_tripartite_trade.csv', name))
  t.ok(deviation(country.columns.forward_index, [0, 2, 4].map(at => { const [PF, PB, GVC] = byPair.map(values => values[at] + values[at + 1]); return (PF - PB) / GVC })) < 1e-12)
  // The reference of countries counts what is two-sided as backward.
  const { PF, TS, PB, GVC } = country.columns
  t.ok(deviation(PF.map((value, s) => (value - TS[s] - PB[s]) / GVC[s]), column('leather.ref_country_indicators.csv', 'forward_index_BMT')) < 1e-12)
  t.ok(deviation(country.columns.PF.map((value, s) => value + country.columns.TS[s] + country.columns.PB[s]), column('leather.bm_source_country.csv', 'GVC')) < 1e-12, 'GVC is that of Borin and Mancini')
  const exact = found(tripartiteTrade, twoCountries()).tables.country.columns
  t.ok(deviation(exact.DAVAX, [65 / 3, 3025 / 96]) < 1e-13)
  t.ok(deviation(exact.PF, [65 / 24, 165 / 32]) < 1e-13)
})

t.test('taxes are a part of exports where value added is the stated one', async t => {
  const { intermediate, finalDemand, output } = twoCountries()
  const table = { ...twoCountries(), intermediate, finalDemand, output, valueAdded: Float64Array.from([55, 100]) }
  const { tables: { country }, identities } = tripartiteTrade.compute(openSystem(table, 'stated', UNWATCHED), {} as never, UNWATCHED)
  for (const { residual, tolerance, says } of identities) t.ok(residual < tolerance, says)
  // 65 - 55 of 100, and 110 - 100 of 150, through local inverses of 5/4, for exports of 30 and 40.
  t.ok(deviation(country.columns.taxes, [0.1 * 1.25 * 30, 10 / 150 * 1.25 * 40]) < 1e-13)
})

t.test('participation, lengths and position of Wang and others', async t => {
  const { columns } = found(productionLength, leather()).tables.sector
  const expected = 'leather.ref_wang2017_participation_length_position.csv'
  const named: [string, string][] = [['PLv', 'PLv_total'], ['PLy', 'PLy_total'], ['b_VD', 'b_YD'], ['b_VRT', 'b_YRT']]
  const same = ['f_VD', 'f_VRT', 'f_GVC_simple', 'f_GVC_complex', 'GVCPt_f', 'b_GVC_simple', 'b_GVC_complex', 'GVCPt_b', 'PLv_D', 'PLv_RT', 'PLv_GVC', 'PLy_D', 'PLy_RT', 'PLy_GVC', 'GVC_position', 'production_position']
  for (const [name, heading] of [...named, ...same.map(name => [name, name])]) t.ok(deviation(columns[name], column(expected, heading)) < 1e-11, name)
  t.strictSame(Object.keys(columns).sort(), [...named.map(([name]) => name), ...same].sort(), 'every column is tested')
  t.ok(deviation(columns.PLv, column('leather.ref_upstream_downstream.csv', 'U_upstreamness')) < 1e-12)
})

t.test('each measure gives the columns it describes', async t => {
  for (const each of [upstreamness, participation, tripartiteTrade, productionLength, revealedComparativeAdvantage, averagePropagationLength]) {
    for (const [name, { columns }] of Object.entries(found(each, twoCountries()).tables)) t.strictSame(Object.keys(columns).sort(), Object.keys(each.gives[name]!.columns).sort(), `${each.name} ${name}`)
  }
})
