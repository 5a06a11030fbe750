/** The ratios that we want to reach on every network, and whether we do. */
import type { Figures } from './contender.ts'
import type { PeerName } from './plans.ts'
import type { GraphResult } from './row.ts'
import { isFigures, linesOf, ratios, show } from './table.ts'
import type { Line } from './table.ts'

/** `peer`: 'itself' is our own work from the start. `on`: the networks it is asked for; on others the ratio is shown. Two threads: ours on two against the better of the peer's. */
interface Target { what: string, work: string, on: string[], threads: 1 | 2, peer: PeerName | 'itself', atLeast: number }

const target = (what: string, work: string, on: string[], ratios: Partial<Record<Target['peer'], number>>, threads: 1 | 2 = 1): Target[] =>
  Object.entries(ratios).map(([peer, atLeast]) => ({ what, work, on, threads, peer: peer as Target['peer'], atLeast }))

const COMMUNITIES = ['planted 100k', 'Debian', 'R-MAT 17']
const AGAINST_GDS = ['LFR 100k', 'DBLP']
const TARGETS: Target[] = [
  ...target('Building the network', 'build', ['planted 1M'], { igraph: 5, graphology: 50 }),
  ...target('Louvain', 'louvain', COMMUNITIES, { igraph: 10, NetworKit: 3, graphology: 4 }),
  ...target('Louvain', 'louvain', ['planted 1M'], { igraph: 12, NetworKit: 3 }),
  ...target('Louvain', 'louvain', AGAINST_GDS, { GDS: 10 }),
  ...target('Leiden, to equal quality', 'leidenToQuality', COMMUNITIES, { igraph: 4, NetworKit: 2.5 }),
  ...target('Leiden, to equal quality', 'leidenToQuality', ['planted 1M'], { igraph: 4 }),
  ...target('Leiden, to equal quality', 'leidenToQuality', ['DBLP'], { igraph: 10, NetworKit: 2 }),
  ...target('Leiden, to equal quality', 'leidenToQuality', AGAINST_GDS, { GDS: 3 }),
  ...target('Louvain again after .01 % changed', 'update', ['planted 1M'], { itself: 100 }),
  ...target('PageRank', 'pagerank', ['planted 100k', 'planted 1M'], { igraph: 1.5, NetworKit: 1.5, graphology: 20 }),
  ...target('PageRank', 'pagerank', AGAINST_GDS, { GDS: 10 }),
  ...target('Components', 'components', ['planted 100k'], { igraph: 2 }),
  ...target('Structural holes', 'constraint', ['planted 10k', 'planted 100k'], { igraph: 2 }),
  ...target('Harmonic closeness, exact', 'harmonic', ['planted 10k'], { igraph: 50 }),
  ...target('Betweenness, exact', 'betweenness', ['planted 10k'], { igraph: 3, graphology: 6 }),
  ...target('Betweenness to .0025', 'estimatedBetweenness', ['planted 100k'], { NetworKit: 3 })
]

export function reached (graphs: GraphResult[]): string {
  const measured = graphs.map(graph => ({ name: graph.name, lines: graph.rows.flatMap(linesOf) }))
  const rows = TARGETS.map(each => {
    const cells = measured.map(({ lines }) => cellOf(each, lines))
    const known = cells.filter((cell, i) => cell !== null && each.on.includes(measured[i].name)) as Cell[]
    const verdict = known.length === 0 ? 'not measured' : known.every(({ holds }) => holds) ? 'yes' : `**no**: on ${known.filter(({ holds }) => holds).length} of ${known.length}`
    return `| ${each.what} | ${each.peer} | ${each.atLeast} | ${verdict} | ${cells.map((cell, i) => cell === null ? '' : each.on.includes(measured[i].name) ? judged(cell) : cell.text).join(' | ')} |`
  })
  return [
    'Our speed as a multiple of the peer\'s, on the wall (of the processor, by which it is judged: the machine is shared). GDS: the better of its two concurrencies. Leiden: our fewest iterations whose quality is the peer\'s, or .001 less.',
    '',
    `| work | against | at least | reached | ${measured.map(({ name }) => name).join(' | ')} |`,
    `|---|---|---:|---|${measured.map(() => '---:|').join('')}`,
    ...rows
  ].join('\n')
}

function cellOf ({ work, threads, peer, atLeast }: Target, lines: Line[]): Cell | null {
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

interface Cell { text: string, holds: boolean }
const judged = ({ text, holds }: Cell): string => holds ? text : `**${text}**`

const fastest = (figures: Figures[]): Figures | undefined => figures.sort((a, b) => a.milliseconds - b.milliseconds)[0]

function cell (wall: number, processor: number | null, atLeast: number): Cell {
  return { text: `${show(wall)}${processor === null ? '' : ` (${show(processor)})`}`, holds: (processor ?? wall) >= atLeast }
}
