/** What every exported file says of itself: which run, which filter, whose data, and what it does not show. */
import type { DataSource } from '../contract/network.ts'
import type { GraphView } from '../contract/graph-view.ts'
import { tableNetworkOf } from '../contract/run.ts'
import type { Run, ShuffledNetworks } from '../contract/run.ts'
import type { NetworkView } from '../views/network-view.ts'

export const CAUTION = 'Computed on recorded links only; absence of a link is not evidence of absence.'

/** Of a run on a table. */
const TABLE_CAUTION = 'Computed on what an input-output table says of whole sectors of countries, on the links that the backbone keeps; nothing in it is a deal between two firms.'

export const cautionOf = (run: Run): string => run.request.network === undefined ? CAUTION : TABLE_CAUTION
/** What the nodes of a run are. */
export const nodesInWords = ({ request: { network } }: Run): string => network === undefined ? 'organisations' : network.level === 'country' ? 'countries' : 'country-sectors'

export interface ExportContext {
  run: Run
  sources: readonly DataSource[]
  /** The query the rows were chosen by, as the caller gave it. */
  filter: Readonly<Record<string, unknown>>
  /** A cluster's name in words. */
  clusterLabel: (code: string) => string
}

/** A view without its rows. */
export type ViewHeader = Header<GraphView> | NetworkView['header']
type Header<View> = View extends GraphView ? Omit<View, 'nodes' | 'edges'> : never

export interface AboutLine { key: string, value: string }

/** Lines in the order they are printed. */
export function aboutExport (what: string, { run, sources, filter }: Omit<ExportContext, 'clusterLabel'>): AboutLine[] {
  return [
    { key: 'content', value: what },
    { key: 'run', value: run.id },
    ...(run.request.network === undefined ? [{ key: 'revision', value: String(run.revision) }] : tableLines(run)),
    { key: 'algorithm', value: run.request.algorithm },
    { key: 'seed', value: String(run.request.seed) },
    { key: 'options', value: JSON.stringify(run.request.options) },
    { key: 'projection', value: JSON.stringify(run.request.projection) },
    { key: 'software', value: `Amber Road ${run.softwareVersion}` },
    { key: 'computed', value: run.finishedAt ?? 'not finished' },
    ...(run.metrics === null || run.request.network !== undefined ? [] : [{ key: 'chance', value: chanceText(run.metrics.shuffledNetworks ?? null) }]),
    { key: 'filter', value: filterText(filter) },
    { key: 'caution', value: cautionOf(run) },
    ...(run.request.network === undefined ? sourceLines(sources) : [])
  ]
}

/** Which table, in which unit, and what of it the links are; whom to name is its source. */
function tableLines (run: Run): AboutLine[] {
  const { table, ...options } = run.request.network as NonNullable<Run['request']['network']>
  const network = tableNetworkOf(run)
  return [
    { key: 'table', value: table },
    { key: 'network', value: JSON.stringify(options) },
    ...(network === null
      ? []
      : [
          { key: 'title', value: network.title },
          { key: 'unit', value: network.unit },
          { key: 'source', value: network.source },
          { key: 'kept', value: `${network.report.links.kept} of ${network.report.links.found} links, with ${(100 * network.report.amount.kept / network.report.amount.found).toFixed(1)} % of their amount` }
        ])
  ]
}

/** Whom to name, and under which licence. */
export const sourceLines = (sources: readonly DataSource[]): AboutLine[] => [...sources].sort((a, b) => a.key < b.key ? -1 : 1).map(({ key, title, attribution, licence, synthetic }) =>
  ({ key: `source ${key}`, value: `${title}${synthetic ? ' (synthetic data)' : ''}: ${attribution} Licence: ${licence}` }))

/** Runs of earlier versions hold no such figures. */
function chanceText (shuffled: ShuffledNetworks | null): string {
  if (shuffled === null) return 'How many clusters would pass in shuffled networks was not measured.'
  const said = ({ clusters, passing, passingLeast, passingMost }: ShuffledNetworks['itself']): string => `${passing.toFixed(1)} of ${clusters.toFixed(1)} communities (${passingLeast} to ${passingMost})`
  return `On average of ${shuffled.networks} single searches ${said(shuffled.itself)} of the network pass every test but steadiness, and ${said(shuffled.shuffled)} of the same network with memberships and links shuffled.`
}

/** What a view holds, in numbers. */
export function contentOf (view: ViewHeader, nodes: string): string {
  const { organisationsShown, organisationsPassing, organisationsTotal, edgesShown, edgesTotal } = view.counts
  if (view.level === 'network') return `The whole network: all ${organisationsShown} ${nodes} that pass the filter, of ${organisationsTotal}; all ${edgesShown} links among them`
  return `${subjectInWords(view)}: ${organisationsShown} of ${organisationsPassing} ${nodes} that pass the filter, ${organisationsTotal} in all; ${edgesShown} of ${edgesTotal} links, the strongest`
}

function subjectInWords (view: Exclude<ViewHeader, NetworkView['header']>): string {
  switch (view.level) {
    case 'clusters': return `${view.counts.clusters} clusters`
    case 'cluster': return `Cluster ${view.focus}`
    case 'pair': return `Links between ${view.focus.replace(' ~ ', ' and ')}`
    case 'ego': return `${view.focus.startsWith('vcn-') ? 'Node' : 'Organisation'} ${view.focus} and those around it`
  }
}

/** All lines in one, for formats with a single free text. */
export const aboutText = (lines: AboutLine[]): string => lines.map(({ key, value }) => `${key}: ${value}`).join(' | ')

function filterText (filter: Readonly<Record<string, unknown>>): string {
  const parts = Object.keys(filter).sort().filter(key => key !== 'run' && filter[key] !== undefined)
    .map(key => `${key}=${Array.isArray(filter[key]) ? filter[key].join(',') : String(filter[key])}`)
  return parts.length === 0 ? 'none' : parts.join('; ')
}
