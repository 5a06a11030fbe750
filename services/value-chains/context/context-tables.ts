/** The tables of an industry context as rows for a file: the same rows, order and numbers as the answer has them, with what each column says. */
import type { CONTEXT_TABLES, IndustryContext } from '../../contract/industry-context.ts'
import type { TableMeasure } from '../../contract/value-chains.ts'
import { csvLine } from '../../csv-line.ts'
import { codeInName } from '../code-in-name.ts'
import type { Row } from '../result-rows.ts'

type ContextTable = typeof CONTEXT_TABLES[number]
type Meaning = Omit<TableMeasure['results'][number]['columns'][number], 'name'>
const share = (says: string, formula = ''): Meaning => ({ says, formula, unit: 'share' })
const other = (says: string, formula = ''): Meaning => ({ says, formula, unit: 'number' })

const PLACE: Record<string, Meaning> = {
  upstreamness: { says: 'Steps of production to final use.', formula: '(B X) / X', unit: 'steps' }, downstreamness: { says: 'Steps of production since primary inputs.', formula: 'u B', unit: 'steps' },
  backward: share('Part of exports that was made abroad.', 'VS / E'), forward: share('Own value added in the exports of others, by own exports.', 'VS1 / E'), gvc: share('Part of exports that crosses more than one border.', 'GVC / E')
}
const judged = (which: string): Record<string, Meaning> => ({
  expected: other(`Links expected ${which}.`), ratio: other('Links by those expected.'), lower: other('Its 95 % interval (Wilson), from.'), upper: other('To.'), q: other('Two-sided binomial test, Benjamini-Hochberg over all pairs.'), verdict: other('over, under: q below 0.05; too few: fewer than three expected, and no surprise.')
})
const named = (columns: Record<string, Meaning>, suffix: string): Record<string, Meaning> => Object.fromEntries(Object.entries(columns).map(([name, meaning]) => [`${name}${suffix}`, meaning]))

const COLUMNS: Record<ContextTable, Record<string, Meaning>> = {
  figures: { figure: other('Which figure.'), here: other('Mean of the industries of the organisations, each organisation one whole; shares of exports by exports per unit of output too.'), world: other('The same industries over all countries.'), says: other('What it says.'), formula: other('How it is defined.') },
  industries: { country: other('Code of the country in the table.'), sector: other('Code of the sector in the table.'), name: other('Its name.'), organisations: other('Organisations in it; one with several codes is shared among them.'), ...PLACE, ...named(PLACE, 'World') },
  partners: { country: other('Code of the country in the table.'), name: other('Its name.'), supplied: share('Part of what the industries make that was added there.', 'v_c B_cj'), absorbed: share('Part of their own value added that ends in its final demand.', '(B Y)_ic / X_i') },
  links: {
    a: other('Code of a country in the table.'), b: other('Code of the other.'), observed: other('Links between organisations in the two.'), share: share('Part of the flows of value added among the countries present, both ways.'),
    ...judged('in proportion to flows'), ...named(judged('in proportion to flows, with every country\'s own number of links kept; empty where that is not defined'), 'GivenTotals')
  }
}

export const contextColumns = (part: ContextTable): string[] => Object.keys(COLUMNS[part])

export function contextRows ({ mean, industries, partners, links }: IndustryContext, part: ContextTable): Row[] {
  switch (part) {
    case 'figures': return mean === null ? [] : Object.entries(PLACE).map(([figure, { says, formula }]) => ({ figure, here: mean.here[figure as keyof typeof mean.here], world: mean.world[figure as keyof typeof mean.world], says, formula }))
    case 'industries': return industries.map(({ country, sector, sectorName, world, ...rest }) => ({ country: country.code, sector, name: sectorName, ...rest, ...suffixed(world, 'World') }))
    case 'partners': return partners.map(({ country: { code, name }, ...shares }) => ({ country: code, name, ...shares }))
    case 'links': return links.pairs.map(({ a, b, givenTotals, ...pair }) => ({ a: a.code, b: b.code, ...pair, ...suffixed(givenTotals ?? {}, 'GivenTotals') }))
  }
}

const suffixed = (row: Row, suffix: string): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [`${name}${suffix}`, value]))

/** RFC 4180; what is not defined is empty. */
export const contextCsv = (context: IndustryContext, part: ContextTable): string =>
  [contextColumns(part), ...contextRows(context, part).map(row => contextColumns(part).map(name => row[name] ?? null))].map(csvLine).join('')

/** The table as a measure describes its results, so that one writer serves both. `of`: what was asked for, such as C6. */
export const contextMeasure = (of: string, part: ContextTable): TableMeasure => ({
  name: ['context', ...codeInName(of)].join('-'),
  says: `industries of organisations in value chains${of === '' ? '' : `: ${of}`}`,
  source: 'drawn together from upstreamness, participation, bmSource and tiva, and the links of a run',
  needs: 'inverse',
  options: {},
  results: [{ name: part, level: 'list', columns: Object.entries(COLUMNS[part]).map(([name, meaning]) => ({ name, ...meaning })) }]
})
