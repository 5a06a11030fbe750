/** The ratios that we want to reach on every network, and whether we do. */
import type { Figures } from './contender.ts'
import type { PeerName } from './plans.ts'
import type { GraphResult } from './row.ts'
import { isFigures, linesOf, ratios, show } from './table.ts'
import type { Line } from './table.ts'

/** `peer`: 'itself' is our own work from the start. Two threads: ours on two against the better of the peer's. */
interface Target { what: string, work: string, threads: 1 | 2, peer: PeerName | 'itself', atLeast: number }

const target = (what: string, work: string, ratios: Partial<Record<Target['peer'], number>>, threads: 1 | 2 = 1): Target[] =>
  Object.entries(ratios).map(([peer, atLeast]) => ({ what, work, threads, peer: peer as Target['peer'], atLeast }))

const TARGETS: Target[] = [
  ...target('Building the network', 'build', { igraph: 2, NetworKit: 1, graphology: 10 }),
  ...target('Louvain', 'louvain', { igraph: 10, NetworKit: 3, graphology: 5, GDS: 3 }),
  ...target('Leiden, to equal quality', 'leidenToQuality', { igraph: 10, NetworKit: 3, GDS: 1 }),
  ...target('Louvain again after .01 % changed', 'update', { itself: 10 }),
  ...target('PageRank', 'pagerank', { igraph: 2, NetworKit: 2, graphology: 2, GDS: 2 }),
  ...target('Components', 'components', { igraph: 2, NetworKit: 2 }),
  ...target('Core numbers', 'coreness', { igraph: 1, NetworKit: 1 }),
  ...target('Structural holes', 'constraint', { igraph: 2 }),
  ...target('Harmonic closeness, exact', 'harmonic', { igraph: 100, NetworKit: 100, GDS: 2 }),
  ...target('Betweenness, exact', 'betweenness', { igraph: 3, NetworKit: 3, graphology: 3, GDS: 2 }),
  ...target('Betweenness, exact, two threads', 'betweenness', { igraph: 7, NetworKit: 7, GDS: 2 }, 2),
  ...target('Betweenness to .0025', 'estimatedBetweenness', { NetworKit: 2 })
]

export function reached (graphs: GraphResult[]): string {
  const measured = graphs.map(graph => ({ name: graph.name, lines: graph.rows.flatMap(linesOf) }))
  const rows = TARGETS.map(each => {
    const cells = measured.map(({ lines }) => cellOf(each, lines))
    const known = cells.filter(cell => cell !== null)
    const verdict = known.length === 0 ? 'not measured' : known.every(({ holds }) => holds) ? 'yes' : `**no**: on ${known.filter(({ holds }) => holds).length} of ${known.length}`
    return `| ${each.what} | ${each.peer} | ${each.atLeast} | ${verdict} | ${cells.map(cell => cell?.text ?? '').join(' | ')} |`
  })
  return [
    'Our speed as a multiple of the peer\'s, on the wall (of the processor); reached if that on the wall is. GDS: the better of its two concurrencies. Leiden: our fewest iterations whose quality is the peer\'s, or .0001 less.',
    '',
    `| work | against | at least | reached | ${measured.map(({ name }) => name).join(' | ')} |`,
    `|---|---|---:|---|${measured.map(() => '---:|').join('')}`,
    ...rows
  ].join('\n')
}

function cellOf ({ work, threads, peer, atLeast }: Target, lines: Line[]): { text: string, holds: boolean } | null {
  const line = lines.find(each => each.work === work && each.threads === threads && (peer === 'itself' || work !== 'leidenToQuality' || each.peers[peer] !== undefined))
  const ours = line?.ours
  if (line === undefined || ours === undefined) return null
  if (peer === 'itself') return isFigures(ours) && ours.wholeMilliseconds !== undefined ? cell(ours.wholeMilliseconds / ours.milliseconds, null, atLeast) : null
  const theirs = fastest(lines.filter(each => each.work === work && (each.threads === 1 || threads === 2 || peer === 'GDS')).map(each => each.peers[peer]).filter(isFigures))
  if (theirs === undefined) return null
  if (!isFigures(ours)) return { text: ours.reason, holds: false }
  const { wall, processor } = ratios(ours, theirs)
  return cell(wall, threads === 1 ? processor : null, atLeast)
}

const fastest = (figures: Figures[]): Figures | undefined => figures.sort((a, b) => a.milliseconds - b.milliseconds)[0]

function cell (wall: number, processor: number | null, atLeast: number): { text: string, holds: boolean } {
  const holds = wall >= atLeast
  const text = `${show(wall)}${processor === null ? '' : ` (${show(processor)})`}`
  return { text: holds ? text : `**${text}**`, holds }
}
