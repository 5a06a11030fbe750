/**
 * What one page says of a country, or of one of its sectors, in value chains: drawn together from registered measures, so that every figure is one that the measures give.
 *
 * Parts of exports are Borin and Mancini's, told where value first leaves the country: DAVAX absorbed by the direct importer, `forwarded` passed on by it and absorbed abroad (VAX - DAVAX),
 * REF what comes back home in the end, FVA and FDC from abroad, DDC counted twice at home; with taxes they add up to exports. Means over sectors are weighted by output.
 */
import type { ValueChainProfile } from '../../contract/value-chains.ts'
import { worstOf } from '../identity.ts'
import type { ResultTable, ValueChainResult } from '../measure.ts'
import { weightedMean } from '../sums.ts'
import type { System } from '../system.ts'

export type Profile = Omit<ValueChainProfile, 'table' | 'valueAdded'>
/** A registered measure on the system, with its default options. */
export type Measured = (name: string) => ValueChainResult

/** `sector` null: the whole country. */
export function buildProfile (system: System, measured: Measured, country: number, sector: number | null): Profile {
  const { labels, sectorCount, n } = system
  const nodes = sector === null ? Array.from({ length: sectorCount }, (_, i) => country * sectorCount + i) : [country * sectorCount + sector]
  const [source, terms, shares, steps, advantage, absorbed] = ['bmSource', 'kww', 'participation', 'upstreamness', 'revealedComparativeAdvantage', 'tiva'].map(measured)
  const ofWhole = (result: ValueChainResult): Record<string, number> => rowOf(result.tables[sector === null ? 'country' : 'sector'], sector === null ? country : nodes[0])
  const parts = ofWhole(source)
  const side = ofWhole(shares)
  const of = (result: ValueChainResult, column: string): Float64Array => result.tables.sector.columns[column]
  const mean = (values: Float64Array, over: number[]): number | null => told(weightedMean(over, i => system.output[i], i => values[i]))
  const gvc = of(source, 'GVC')
  const all = Array.from({ length: n }, (_, i) => i)
  const [U, D] = [of(steps, 'U'), of(steps, 'D')]
  return {
    country: { code: labels.countries[country], name: labels.countryNames[country] },
    sector: sector === null ? null : { code: labels.sectors[sector], name: labels.sectorNames[sector] },
    totals: { output: sum(nodes, i => system.output[i]), valueAdded: sum(nodes, i => system.valueAdded[i]), exports: parts.GEXP, importedInputs: sum(nodes, j => boughtAbroad(system, country, j)) },
    participation: { backward: told(side.backward), forward: told(side.forward), gvc: ratio(parts.GVC, parts.GEXP), gvcBackward: ratio(parts.GVCB, parts.GEXP), gvcForward: ratio(parts.GVCF, parts.GEXP) },
    position: { upstreamness: mean(U, nodes), downstreamness: mean(D, nodes), world: { upstreamness: mean(U, all), downstreamness: mean(D, all) } },
    exportParts: ([['DAVAX', parts.DAVAX], ['forwarded', parts.VAX - parts.DAVAX], ['REF', parts.REF], ['FVA', parts.FVA], ['DDC', parts.DDC], ['FDC', parts.FDC], ['taxes', parts.taxes]] as const)
      .map(([part, value]) => ({ part, value, share: ratio(value, parts.GEXP) })),
    kww: sector === null ? Object.entries(rowOf(terms.tables.country, country)).filter(([term]) => term !== 'E').map(([term, value]) => ({ term, value, share: ratio(value, parts.GEXP) })) : [],
    sectors: nodes.map(i => ({
      sector: labels.sectors[i % sectorCount], name: labels.sectorNames[i % sectorCount], output: system.output[i], valueAdded: system.valueAdded[i], exports: system.exports[i],
      backward: told(of(shares, 'backward')[i]), forward: told(of(shares, 'forward')[i]), gvc: ratio(gvc[i], system.exports[i]), upstreamness: told(U[i]), downstreamness: told(D[i]),
      advantageGross: told(of(advantage, 'gross')[i]), advantageValueAdded: told(of(advantage, 'backward')[i])
    })),
    partners: partnersOf(system, absorbed, country, nodes, sector === null),
    identities: worstOf([source, terms, shares, steps, advantage, absorbed].flatMap(({ identities }) => identities))
  }
}

function partnersOf (system: System, absorbed: ValueChainResult, country: number, nodes: number[], whole: boolean): Profile['partners'] {
  const { labels, countryCount: g, sectorCount, n, exports, exportsTo } = system
  const demanded = absorbed.tables.sectorPair.columns.FD_VA
  const byOrigin = system.valueAddedByOrigin()
  return labels.countries.map((code, r) => {
    const abroad = Array.from({ length: sectorCount }, (_, i) => r * sectorCount + i)
    return {
      country: code,
      name: labels.countryNames[r],
      exports: sum(nodes, i => exportsTo[i * g + r]),
      imports: whole ? sum(abroad, i => exportsTo[i * g + country]) : sum(abroad, i => flow(system, i, nodes[0])),
      valueAddedAbsorbed: sum(nodes, i => demanded[i * g + r]),
      valueAddedSupplied: sum(nodes, j => byOrigin[r * n + j] * exports[j])
    }
  }).filter((_, r) => r !== country).sort((a, b) => b.valueAddedAbsorbed - a.valueAddedAbsorbed || (a.country < b.country ? -1 : 1))
}

const flow = ({ coefficients, output, n }: System, i: number, j: number): number => coefficients[i * n + j] * output[j]

function boughtAbroad (system: System, country: number, j: number): number {
  const { n, sectorCount } = system
  let bought = 0
  for (let i = 0; i < n; i++) if (Math.floor(i / sectorCount) !== country) bought += flow(system, i, j)
  return bought
}

const rowOf = ({ columns }: ResultTable, row: number): Record<string, number> => Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row]]))
const sum = (over: readonly number[], value: (i: number) => number): number => over.reduce((total, i) => total + value(i), 0)
const told = (value: number): number | null => Number.isFinite(value) ? value : null
const ratio = (part: number, whole: number): number | null => told(part / whole)
