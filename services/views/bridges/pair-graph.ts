/** The links between two sides as a network that can leave the service: who has links across, in two columns, and every link among them. */
import type { OrganisationsView } from '../../contract/graph-view.ts'
import { VIEW_NODES_MAX } from '../../contract/graph-view.ts'
import { A, B, isMember } from '../../brokerage/sides.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { byStrength, edgeRow, linksAmong } from '../view-edges.ts'
import { nodeRows, runHeader } from '../view-parts.ts'
import type { ViewContext } from '../view-parts.ts'
import type { ResolvedPair } from './resolve-pair.ts'

/** Between the columns, in rows. */
const COLUMNS_APART = 40

/** Members with a link across, most links first, up to VIEW_NODES_MAX in all; links across, the strongest first, up to `edgesMax`; edgesTotal counts all of them. */
export async function buildPairGraph (loaded: LoadedRun, { a, b, sides, across }: ResolvedPair, edgesMax: number, { organisations, sources }: ViewContext): Promise<OrganisationsView> {
  const passing = Uint8Array.from(sides.of, (side, i) => isMember(side) && across.links[i] > 0 ? 1 : 0)
  const members = Array.from(passing.keys()).filter(i => passing[i] === 1)
  const shown = [...members].sort((x, y) => across.links[y] - across.links[x] || x - y).slice(0, VIEW_NODES_MAX)
  const row = new Map([A, B].flatMap(side => shown.filter(i => sides.of[i] === side).map((i, at) => [i, at] as const)))
  const links = linksAmong(loaded.projection.graph, passing, 0).filter(({ source, target }) => sides.of[source] !== sides.of[target])
  const drawn = links.filter(({ source, target }) => row.has(source) && row.has(target)).sort(byStrength).slice(0, edgesMax)
  return {
    ...runHeader(loaded, sources),
    level: 'pair',
    focus: `${a} ~ ${b}`,
    counts: {
      organisationsShown: shown.length, organisationsPassing: members.length, organisationsTotal: loaded.snapshot.ids.length, isolates: 0,
      clusters: new Set(members.map(i => loaded.clusterOf[i]).filter(cluster => cluster >= 0)).size, smallerGroups: 0, edgesShown: drawn.length, edgesTotal: links.length
    },
    nodes: await nodeRows(loaded, shown, organisations, i => ({ x: sides.of[i] === A ? 0 : COLUMNS_APART, y: -row.get(i)!, depth: 0 })),
    edges: drawn.map(link => edgeRow(loaded, link))
  }
}
