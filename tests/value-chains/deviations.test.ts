/** Value-chain measures against values that others found; tests/output/value-chain-deviations.md says how far apart they are. */
import { mkdirSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { WWZ_OF_KWW } from '../../services/value-chains/decompositions/wwz.ts'
import type { Level } from '../../services/value-chains/measure.ts'
import { VALUE_CHAIN_MEASURES } from '../../services/value-chains/registry.ts'
import { rowLabel } from '../../services/value-chains/row-labels.ts'
import { cells, deviation, leather, numbers, systemOf, twoCountries } from './example-tables.ts'

/** Relative to the value, or to a thousandth of the greatest one. */
const TOLERANCE = { leather: 1e-9, exact: 1e-13 }
const systems = { leather: systemOf(leather()), exact: systemOf(twoCountries()) }

interface Comparison { measure: string, table: Level, file: string, columns: string[], names?: Record<string, string>, options?: object, label?: (row: Record<string, string>) => string }

const dotted = (text: string): string => text.replace('.', ' ')
const cell = (row: Record<string, string>): string => `${dotted(row.exporter)} -> ${row.importer}`
const first = (row: Record<string, string>): string => dotted(row[''] ?? row.Country)
const BM = ['GEXP', 'DC', 'DVA', 'VAX', 'REF', 'DDC', 'FC', 'FVA', 'FDC']
const PARTICIPATION = [...BM, 'DAVAX', 'GVC', 'GVCB', 'GVCF']
const NINE = ['DVA_FIN', 'DVA_INT', 'DVA_INTrex', 'RDV_FIN', 'RDV_INT', 'DDC', 'FVA_FIN', 'FVA_INT', 'FDC']
const SIXTEEN = ['DVA_FIN', 'DVA_INT', 'DVA_INTrexI1', 'DVA_INTrexF', 'DVA_INTrexI2', 'RDV_FIN', 'RDV_FIN2', 'RDV_INT', 'DDC_FIN', 'DDC_INT', 'MVA_FIN', 'MVA_INT', 'MDC', 'OVA_FIN', 'OVA_INT', 'ODC']

/** Rows are found by label, columns by name: the files of others have orders of their own. */
const COMPARED: Comparison[] = [
  { measure: 'kww', table: 'country', file: 'leather.kww.csv', columns: NINE },
  { measure: 'wwz', table: 'sectorPair', file: 'leather.wwz.csv', columns: SIXTEEN, label: row => `${row.Exporting_Country} ${row.Exporting_Industry} -> ${row.Importing_Country}` },
  { measure: 'bmSource', table: 'sectorPair', file: 'leather.bm_source_bilateral.csv', columns: PARTICIPATION, label: cell },
  { measure: 'bmSource', table: 'sector', file: 'leather.bm_source_sector.csv', columns: PARTICIPATION },
  { measure: 'bmSource', table: 'country', file: 'leather.bm_source_country.csv', columns: PARTICIPATION },
  { measure: 'bmSink', table: 'sectorPair', file: 'leather.bm_sink_bilateral.csv', columns: [...BM, 'VAXIM'], label: cell },
  { measure: 'bmSink', table: 'sector', file: 'leather.bm_sink_sector.csv', columns: [...BM, 'VAXIM'] },
  { measure: 'bmSink', table: 'country', file: 'leather.bm_sink_country.csv', columns: [...BM, 'VAXIM'] },
  { measure: 'bmImporter', table: 'country', file: 'leather.bm_imports_country.csv', columns: ['GIMP', 'VA', 'DC'] },
  { measure: 'bmImporter', table: 'pair', file: 'leather.bm_imports_by_origin.csv', columns: ['VA', 'DC'], label: row => `${row.origin} -> ${row.importer}` },
  { measure: 'bmWorld', table: 'country', file: 'leather.bm_world_source_country.csv', columns: BM },
  { measure: 'bmWorld', table: 'country', file: 'leather.bm_world_sink_country.csv', columns: BM, options: { foreign: 'sink' } },
  { measure: 'bmSelf', table: 'sectorPair', file: 'leather.bm_self_bilateral.csv', columns: BM, label: cell },
  { measure: 'bmSelf', table: 'sector', file: 'leather.bm_self_sector.csv', columns: BM },
  { measure: 'bmSelf', table: 'country', file: 'leather.bm_self_country.csv', columns: BM },
  { measure: 'vax', table: 'country', file: 'leather.ref_LTV_extraction_DVA.csv', columns: ['LTV_DVA'] },
  { measure: 'vax', table: 'country', file: 'leather.ref_country_indicators.csv', columns: ['VAX', 'VAX_ratio'], names: { VAX: 'VAX_JohnsonNoguera' } },
  { measure: 'vax', table: 'sector', file: 'leather.gvc_ffddva.csv', columns: ['VAX'], names: { VAX: 'ffddva' }, label: row => `${row.Source_Country} ${row.Source_Industry}` },
  { measure: 'tiva', table: 'sector', file: 'leather.ref_tiva_sector.csv', columns: ['EXGR_DVA', 'EXGR_FVA', 'EXGR_DDC', 'EXGR_IDC', 'EXGR_RIM', 'FFD_DVA', 'DEXFVAPSH'], names: { EXGR_DDC: 'EXGR_DDC_direct', EXGR_IDC: 'EXGR_IDC_indirect', EXGR_RIM: 'EXGR_RIM_reimported' } },
  { measure: 'tiva', table: 'country', file: 'leather.ref_tiva_country.csv', columns: ['DEXFVAPSH', 'FEXDVAPSH', 'FFD_DVA', 'DFD_FVA'] },
  { measure: 'multipliers', table: 'sector', file: 'leather.ref_multipliers.csv', columns: ['output', 'domestic', 'valueAdded', 'home', 'foreign', 'local', 'backward'], names: { output: 'output_mult', domestic: 'dom_output_mult', valueAdded: 'va_mult', home: 'dom_va_mult', foreign: 'for_va_mult', local: 'VL', backward: 'backward_link_norm' } },
  { measure: 'multipliers', table: 'sector', file: 'leather.ref_upstream_downstream.csv', columns: ['ghosh'], names: { ghosh: 'U_upstreamness' } }
]

/** Names of the exact fractions by measure and column. */
const EXACT: Array<[measure: string, column: string, term: string]> = [
  ...NINE.map((column, k): [string, string, string] => ['kww', column, `kww${k + 1}_${column}`]),
  ...['E', 'DC', 'FC', 'DVA', 'DAVAX', 'VAX', 'REF', 'DDC', 'FVA', 'FDC', 'GVC', 'GVCB', 'GVCF'].map((column): [string, string, string] => ['bmSource', column === 'E' ? 'GEXP' : column, ({ FC: 'FC_VS', DVA: 'BM_DVA', DAVAX: 'BM_DAVAX', VAX: 'BM_VAX', REF: 'BM_REF', DDC: 'BM_DDC', FVA: 'BM_FVA_exporter', FDC: 'BM_FDC_exporter' } as Record<string, string>)[column] ?? column])
]

const found: Array<{ measure: string, of: string, by: string, values: number, largest: number, tolerance: number }> = []
const result = (of: keyof typeof systems, name: string, options = {}) => {
  const entry = VALUE_CHAIN_MEASURES.get(name)
  if (entry === undefined) throw new Error(`no measure ${name}`)
  return entry.compute(systems[of], entry.options.parse(options) as never, UNWATCHED)
}

for (const { measure, table, file, columns, names, options, label = first } of COMPARED) {
  t.test(`${measure} by ${table} is that of ${file}`, async t => {
    const { tables, identities } = result('leather', measure, options)
    const [head, ...rows] = cells(file)
    const byLabel = rowLabel(systems.leather.labels, table)
    const place = new Map(Array.from(Object.values(tables[table].columns)[0], (_, row) => [byLabel(row), row]))
    for (const column of columns) {
      const pairs = rows.map(row => Object.fromEntries(head.map((name, k) => [name, row[k]])))
        .map(row => ({ ours: tables[table].columns[column][place.get(label(row)) ?? NaN], theirs: Number(row[names?.[column] ?? column]) }))
        // Exports to oneself: 0 with others, not defined here.
        .filter(({ ours, theirs }) => !(Number.isNaN(ours) && theirs === 0))
      const largest = deviation(pairs.map(({ ours }) => ours), pairs.map(({ theirs }) => theirs))
      found.push({ measure, of: file, by: `${table} ${column}`, values: pairs.length, largest, tolerance: TOLERANCE.leather })
      t.ok(largest < TOLERANCE.leather && pairs.length > 0, `${column}: ${largest}`)
    }
    for (const { says, residual, tolerance, at } of identities) t.ok(residual < tolerance, `${says}: ${residual} at ${at}`)
  })
}

for (const [of, file] of [['exports', 'exports'], ['output', 'output'], ['unit', 'none'], ['finalDemand', 'final_demand']]) {
  t.test(`leontiefDecomposition of ${of} is that of decompr`, async t => {
    const { tables, identities } = result('leather', 'leontiefDecomposition', { of, matrix: true })
    const name = `leather.leontief_${file}_matrix.csv`
    const expected = numbers(name).flat()
    const largest = deviation((of === 'finalDemand' ? tables.sectorPair : tables.matrix).columns.VA, expected)
    found.push({ measure: 'leontiefDecomposition', of: name, by: 'VA', values: expected.length, largest, tolerance: TOLERANCE.leather })
    t.ok(largest < TOLERANCE.leather, `${largest}`)
    for (const { says, residual, tolerance, at } of identities) t.ok(residual < tolerance, `${says}: ${residual} at ${at}`)
  })
}

t.test('the sixteen terms of WWZ add up to the nine of decompr, by country and by cell', async t => {
  for (const [table, file, keys] of [['country', 'leather.wwz2kww_country.csv', 1], ['sectorPair', 'leather.wwz2kww_sector.csv', 3]] as const) {
    const { columns } = result('leather', 'wwz').tables[table]
    const [head, ...rows] = cells(file)
    const labelled = rowLabel(systems.leather.labels, table)
    const place = new Map(Array.from(columns.E, (_, row) => [labelled(row), row]))
    const abroad = rows.filter(row => keys === 1 || row[0] !== row[2])
    t.equal(abroad.length, keys === 1 ? 3 : 18)
    for (const term of NINE) {
      const at = abroad.map(row => place.get(keys === 1 ? row[0] : `${row[0]} ${row[1]} -> ${row[2]}`) ?? NaN)
      const largest = deviation(at.map(row => WWZ_OF_KWW[term].reduce((sum, part) => sum + columns[part][row], 0)), abroad.map(row => Number(row[head.indexOf(term)])))
      found.push({ measure: 'wwz', of: file, by: `${table} ${term}`, values: at.length, largest, tolerance: TOLERANCE.leather })
      t.ok(largest < TOLERANCE.leather, `${table} ${term}: ${largest}`)
    }
  }
})

t.test('the inverse of Ghosh is diag(X)^-1 B diag(X), and its rows sum to the multiplier', async t => {
  const { n, output, inverse } = systems.leather
  const expected = numbers('leather.ref_ghosh_inverse.csv')
  const largest = deviation(inverse().map((value, at) => value * output[at % n] / output[Math.floor(at / n)]), expected.flat())
  const rows = deviation(result('leather', 'multipliers').tables.sector.columns.ghosh, expected.map(row => row.reduce((sum, value) => sum + value, 0)))
  found.push({ measure: 'multipliers', of: 'leather.ref_ghosh_inverse.csv', by: 'inverse, and sector ghosh', values: n * n, largest: Math.max(largest, rows), tolerance: TOLERANCE.leather })
  t.ok(largest < TOLERANCE.leather && rows < TOLERANCE.leather, `${largest}, ${rows}`)
})

t.test('exact fractions', async t => {
  const terms = new Map(cells('two-country.expected.csv').slice(1).map(([term, , one, , two]) => [term, [Number(one), Number(two)]]))
  for (const [measure, column, term] of EXACT) {
    const expected = terms.get(term) ?? []
    const largest = deviation(result('exact', measure).tables.country.columns[column], expected)
    found.push({ measure, of: 'two-country.expected.csv', by: `country ${column}`, values: expected.length, largest, tolerance: TOLERANCE.exact })
    t.ok(largest < TOLERANCE.exact, `${measure} ${column}: ${largest}`)
  }
})

t.teardown(() => {
  mkdirSync('tests/output', { recursive: true })
  writeFileSync('tests/output/value-chain-deviations.md', [
    '# Deviations of value-chain measures from values of others', '',
    `${found.length} columns and ${found.reduce((sum, { values }) => sum + values, 0)} values compared. Largest deviation ${Math.max(...found.map(({ largest }) => largest)).toExponential(2)}.`, '',
    '| measure | values of | table and column | values compared | largest deviation | tolerance |', '|---|---|---|---|---|---|',
    ...found.map(({ measure, of, by, values, largest, tolerance }) => `| ${measure} | ${of} | ${by} | ${values} | ${largest.toExponential(2)} | ${tolerance} |`)
  ].join('\n') + '\n')
})
