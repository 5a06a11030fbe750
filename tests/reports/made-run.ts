/** Runs for reports: organisations of three countries and their regions in planted clusters, profiled as a run profiles them. */
import { bridgeScore } from '../../services/analysis/brokerage/bridge-score.ts'
import { cutOff } from '../../services/analysis/brokerage/cut-vertices.ts'
import { participation } from '../../services/analysis/brokerage/participation.ts'
import { betweenness } from '../../services/analysis/centrality/betweenness.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { buildClusters } from '../../services/clusters/build-clusters.ts'
import { ReportQuery } from '../../services/contract/report.ts'
import type { DeclaredPriorities } from '../../services/contract/declared-priorities.ts'
import type { Block, Document, Section, Table } from '../../services/documents/document.ts'
import { tablesOf } from '../../services/documents/document.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { buildClusterReport } from '../../services/reports/cluster-report.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import type { GivenOrganisation, MadeRun } from '../support/loaded-run.ts'
import { makeRun } from '../support/loaded-run.ts'

const PLACES: Record<string, readonly string[]> = { PL: ['PL633', 'PL841'], LT: ['LT011', 'LT022'], LV: ['LV006', 'LV008'] }
const FIELDS = ['h2020:SC1', 'h2020:SC2', 'h2020:SC3', 'h2020:SC4', 'h2020:MSCA'] as const

/** `places`: regions by country. */
export interface Wanted { seed?: number, clusters?: number, members?: number, name?: (k: number) => string, loose?: number, places?: Record<string, readonly string[]> }

/** Each cluster leans to one field and one country; some projects join two clusters. Stability of every second cluster is under the threshold. */
export function reportRun ({ seed = 1, clusters = 6, members = 14, name = k => `Organisation ${k}`, loose = 40, places = PLACES }: Wanted = {}): MadeRun {
  const random = createRandom(seed)
  const countries = Object.keys(places)
  const below = (n: number): number => random.below(n)
  const organisations: GivenOrganisation[] = []
  const ids: string[][] = []
  const add = (c: number): string => {
    const k = organisations.length
    const country = below(3) > 0 ? countries[Math.max(0, c) % countries.length] : countries[below(countries.length)]
    const id = `org-${String(k).padStart(12, '0')}`
    organisations.push({
      id, name: name(k), country, kind: k % 3 === 0 ? 'university' : 'company', ...(below(4) > 0 ? { region: { code: places[country][below(places[country].length)], vintage: '2024' as const, precision: 'exact' as const } } : {}),
      domains: [...new Set([...(c < 0 || below(3) === 0 ? [] : [FIELDS[c % FIELDS.length]]), ...(below(2) === 0 ? [FIELDS[below(FIELDS.length)]] : [])])]
    })
    return id
  }
  for (let c = 0; c < clusters; c++) ids.push(Array.from({ length: members - c % 3 }, () => add(c)))
  for (let k = 0; k < loose; k++) add(-1)
  const networks: Record<string, string[]> = {}
  const network = (list: string[]): void => { networks[`net-${String(Object.keys(networks).length).padStart(12, '0')}`] = [...new Set(list)] }
  ids.forEach((list, c) => {
    for (let k = 1; k < list.length; k++) network([list[k], list[below(k)], list[below(k)]])
    network([list[0], list[1], ids[(c + 1) % clusters][0]])
  })
  const made = makeRun({ organisations, networks, clusters: Object.fromEntries(ids.map((list, c) => [`C${c + 1}`, list])) })
  return { ...made, loaded: profiled(made.loaded) }
}

function profiled (loaded: LoadedRun): LoadedRun {
  const { run, snapshot, projection, community } = loaded
  const { graph } = projection
  const countries = snapshot.country
  const across = betweenness(graph, countries.codes, { weighted: false, sources: 0 }, 1).acrossGroups
  const spread = participation(graph, countries.codes, countries.values.length)
  const scores = { ...loaded.scores, crossBorderBetweenness: across, countryParticipation: spread, bridgeScore: bridgeScore(across, spread), cutOff: Float64Array.from(cutOff(graph)) }
  const stability = loaded.clusters.map((_, c) => c % 2 === 0 ? 0.8 : 0.5)
  const thematicDomains = new Set(loadReference().domains.filter(({ thematic }) => thematic).map(({ code }) => code))
  const clusters = buildClusters({ run: run.id, snapshot, projection, community, stability: Float64Array.from(stability), stabilityWithLinksDropped: Float64Array.from(stability), scores, projectionOptions: run.request.projection, thematicDomains })
  clusters.forEach((cluster, c) => Object.assign(cluster, { x: 100 * Math.cos(c), y: 100 * Math.sin(c) }))
  return { ...loaded, clusters, scores, x: Float32Array.from(snapshot.ids, (_, i) => Math.cos(i) * i), y: Float32Array.from(snapshot.ids, (_, i) => Math.sin(i) * i) }
}

export const SOURCES = [{ key: 'test', title: 'Test', publisher: null, licence: 'CC BY 4.0', attribution: '© Nobody', retrieved: '2026-01-31', website: null, synthetic: true }]

/** A query as it stands in an address. */
export async function report ({ loaded, lookup }: Pick<MadeRun, 'loaded' | 'lookup'>, query: Record<string, string>, more: { since?: LoadedRun, declared?: DeclaredPriorities[] } = {}): Promise<Document> {
  return await buildClusterReport({ loaded, since: more.since ?? null, query: ReportQuery.parse(query), declared: more.declared ?? [], sources: SOURCES, organisations: lookup, reference: loadReference() })
}

export const sectionsOf = (sections: readonly Section[]): Section[] => sections.flatMap(section => [section, ...sectionsOf(section.sections ?? [])])
export const blocksOf = (document: Document): Block[] => sectionsOf(document.sections).flatMap(({ blocks }) => [...blocks])
export const table = (document: Document, id: string): Table => {
  const found = tablesOf(document).find(each => each.id === id)
  if (found === undefined) throw new Error(`no table ${id}; there are ${tablesOf(document).map(each => each.id).join(', ')}`)
  return found
}
/** Values by the keys of columns. */
export const rowsOf = ({ columns, rows }: Table): Array<Record<string, string | number | null>> => rows.map(row => Object.fromEntries(row.map(({ value }, i) => [columns[i].key, value])))

/** Every text a reader sees. */
export function textsOf (document: Document): string[] {
  return [document.title, document.subtitle, document.footer, ...document.facts.flatMap(({ label, value }) => [label, value]), ...document.attribution,
    ...sectionsOf(document.sections).flatMap(({ title, kicker = '' }) => [title, kicker]),
    ...blocksOf(document).flatMap((block): string[] => {
      switch (block.type) {
        case 'paragraph': return [block.line.map(({ text }) => text).join('')]
        case 'list': return block.lines.map(line => line.map(({ text }) => text).join(''))
        case 'facts': return block.facts.flatMap(({ value, text }) => [value, text])
        case 'definitions': return block.entries.flatMap(({ term, meaning }) => [term, ...meaning.map(({ text }) => text)])
        case 'table': return [block.caption, block.note ?? '', ...block.columns.map(({ head }) => head), ...block.rows.flatMap(row => row.map(({ text }) => text))]
        default: return [block.caption, block.note ?? '', block.alt]
      }
    })]
}
