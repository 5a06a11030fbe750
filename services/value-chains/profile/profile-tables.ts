/** The tables of a profile as rows for a file: the same rows, order and numbers as the page shows, with what each column says. */
import type { PROFILE_TABLES, TableMeasure, ValueChainProfile } from '../../contract/value-chains.ts'
import { csvLine } from '../../csv-line.ts'
import { codeInName } from '../code-in-name.ts'
import type { Row } from '../result-rows.ts'

export type ProfileTable = typeof PROFILE_TABLES[number]

type Meaning = Omit<TableMeasure['results'][number]['columns'][number], 'name'>
const amount = (says: string, formula = ''): Meaning => ({ says, formula, unit: 'amount' })
const share = (says: string, formula = ''): Meaning => ({ says, formula, unit: 'share' })
const steps = (says: string, formula = ''): Meaning => ({ says, formula, unit: 'steps' })
const word = (says: string): Meaning => ({ says, formula: '', unit: 'number' })

const FIGURES: Record<string, Meaning> = {
  output: amount('All that is produced.', 'X'), valueAdded: amount('Output less intermediate inputs.', 'X - u Z'), exports: amount('Gross exports.', 'E'), importedInputs: amount('Intermediate inputs bought abroad.', 'sum over t != s of Z_ts'),
  backward: share('Part of exports that was made abroad.', 'VS / E'), forward: share('Own value added in the exports of others, by own exports.', 'VS1 / E'),
  gvc: share('Part of exports that crosses more than one border.', 'GVC / E'), gvcBackward: share('The part of it that crossed a border before.', 'GVCB / E'), gvcForward: share('The part of it that is from home and crosses further borders.', 'GVCF / E'),
  upstreamness: steps('Steps of production to final use.', '(B X) / X'), downstreamness: steps('Steps of production since primary inputs.', 'u B'),
  worldUpstreamness: steps('The same of all country-sectors, weighted by output.'), worldDownstreamness: steps('The same of all country-sectors, weighted by output.')
}

const COLUMNS: Record<ProfileTable, Record<string, Meaning>> = {
  figures: { figure: word('Which figure.'), value: word('Its value; shares are of one.'), unit: word('amount: in the unit of the table.'), says: word('What it says.'), formula: word('How it is defined.') },
  exportParts: { part: word('Part of gross exports, told where it first leaves the country (Borin and Mancini, source). DAVAX: used by the direct importer; forwarded: passed on by it and used abroad (VAX - DAVAX); REF: comes back home; FVA, FDC: from abroad, once and again; DDC: from home, again.'), value: amount('Its value.'), share: share('By gross exports.') },
  kww: { term: word('Term of Koopman, Wang and Wei (2014).'), value: amount('Its value.'), share: share('By gross exports.') },
  sectors: {
    sector: word('Code of the sector.'), name: word('Its name.'), output: FIGURES.output, valueAdded: FIGURES.valueAdded, exports: FIGURES.exports, backward: FIGURES.backward, forward: FIGURES.forward, gvc: FIGURES.gvc, upstreamness: FIGURES.upstreamness, downstreamness: FIGURES.downstreamness,
    advantageGross: { says: 'Revealed comparative advantage by gross exports: above 1, it exports more of it than the world does.', formula: '', unit: 'number' }, advantageValueAdded: { says: 'The same by domestic value added in exports.', formula: '', unit: 'number' }
  },
  partners: {
    country: word('Code of the partner.'), name: word('Its name.'), exports: amount('Gross exports to it.'), imports: amount('Of a country gross imports from it; of a sector inputs bought there.'),
    valueAddedAbsorbed: amount('Own value added in what the partner uses in the end.'), valueAddedSupplied: amount('Value added of the partner in own exports.')
  }
}

export const profileColumns = (part: ProfileTable): string[] => Object.keys(COLUMNS[part])

/** In the order of the page. */
export function profileRows (profile: ValueChainProfile, part: ProfileTable): Row[] {
  if (part !== 'figures') return profile[part]
  const { totals, participation, position: { world, ...position } } = profile
  const values: Record<string, number | null> = { ...totals, ...participation, ...position, worldUpstreamness: world.upstreamness, worldDownstreamness: world.downstreamness }
  return Object.entries(values).map(([figure, value]) => ({ figure, value, unit: FIGURES[figure].unit, says: FIGURES[figure].says, formula: FIGURES[figure].formula }))
}

/** RFC 4180. */
export const profileCsv = (profile: ValueChainProfile, part: ProfileTable): string =>
  [profileColumns(part), ...profileRows(profile, part).map(row => profileColumns(part).map(name => row[name]))].map(csvLine).join('')

/** The table as a measure describes its results, so that one writer serves both. */
export const profileMeasure = ({ country, sector }: Pick<ValueChainProfile, 'country' | 'sector'>, part: ProfileTable): TableMeasure => ({
  name: ['profile', ...codeInName(country.code), ...sector === null ? [] : codeInName(sector.code)].join('-'),
  says: `${country.name}${sector === null ? '' : `, ${sector.name}`} in value chains`,
  source: 'drawn together from bmSource, kww, participation, upstreamness, revealedComparativeAdvantage and tiva',
  needs: 'inverse',
  options: {},
  results: [{ name: part, level: 'list', columns: Object.entries(COLUMNS[part]).map(([name, meaning]) => ({ name, ...meaning })) }]
})
