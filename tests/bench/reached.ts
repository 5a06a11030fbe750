/** The targets, and whether they are met: each on every network it is asked for. */
import type { Figures, Measured } from './contender.ts'
import { isOnTwo, LADDER_OF_IGRAPH } from './plans.ts'
import type { PeerName } from './plans.ts'
import type { GraphResult, PartResult, Row } from './row.ts'
import { fewestIterations, isFigures, NO_LOWER, QUALITY_TOLERANCE, ratios, show, showQuality } from './table.ts'

/** `met` null: there is no target, the line is for information. */
interface Verdict { asked: string, found: string, wall?: string, quality?: string, met: boolean | null }
/** Not measured, and why if that is known. */
interface Missing { missing: string }
type Judge<From> = (from: From) => Verdict | Missing
/** `elsewhere`: the rows of another network. */
type JudgeOfRows = (rows: Row[], elsewhere: (network: string) => Row[]) => Verdict | Missing
interface Target { what: string, on: string[], against: string, judge: JudgeOfRows, isInformation?: true }
interface TargetOfPart { what: string, on: string, part: string, judge: Judge<PartResult['figures']> }

/**
 * `atLeast`: our speed as a multiple of the peer's; 'itself' is our own work from the start, or on one thread. Of two concurrencies of GDS the better.
 * `within`: how much worse our quality may be. `quality`: what Leiden must reach at least, whatever the peer did. `most`: how large our error or residual may be; `knownOn`: the network where
 * the error is known, if it is not here.
 */
interface Speed { work: string, threads?: 1 | 2, peer: PeerName | 'itself', atLeast: number, within?: number, quality?: number, most?: number, knownOn?: string }

const WITHIN_OF_UPDATE = 5e-4
const RESIDUAL_MOST = 1e-8
const ERROR_MOST = 0.0025
const LEIDEN_ON_DBLP = 0.8360

const speed = (what: string, on: string[], asked: Speed): Target => ({ what, on, against: againstOf(asked), judge: (rows, elsewhere) => judgeSpeed(rows, asked, elsewhere) })
const againstOf = ({ work, threads, peer }: Speed): string => peer === 'itself' ? threads === 2 ? 'itself on one thread' : 'itself from the start' : threads === 2 && !isOnTwo(work, peer) ? `${peer} on one thread` : peer
/** The same without a target. */
const information = ({ judge, ...target }: Target): Target => ({ ...target, isInformation: true, judge: (...from) => ({ ...judge(...from), asked: 'for information', met: null }) })
const speeds = (what: string, work: string, on: string[], peers: Partial<Record<PeerName, number>>, more: Partial<Speed> = {}): Target[] =>
  Object.entries(peers).map(([peer, atLeast]) => speed(what, on, { work, peer: peer as PeerName, atLeast, ...more }))

const COMMUNITIES = ['planted 100k', 'Debian', 'R-MAT 17']
const AGAINST_GDS = ['LFR 100k', 'DBLP']
const TARGETS: Target[] = [
  ...speeds('Louvain at equal Q', 'louvain', COMMUNITIES, { igraph: 10, NetworKit: 3, graphology: 4 }),
  ...speeds('Leiden at equal Q', 'leiden', COMMUNITIES, { igraph: 4, 'igraph until stable': 4, NetworKit: 2.5 }),
  { what: 'Leiden, best Q of all', on: ['Debian'], against: 'all', judge: judgeBest },
  ...speeds('Louvain at equal Q', 'louvain', ['planted 1M'], { igraph: 12, NetworKit: 3 }),
  ...speeds('Louvain at equal Q, two threads', 'louvain', ['planted 1M'], { igraph: 12, NetworKit: 3 }, { threads: 2 }),
  ...speeds('Leiden at equal Q', 'leiden', ['planted 1M'], { igraph: 4, 'igraph until stable': 4 }),
  ...speeds('Louvain at no lower Q', 'louvain', AGAINST_GDS, { GDS: 10 }, { within: NO_LOWER }),
  ...speeds('Leiden at no lower Q', 'leiden', AGAINST_GDS, { GDS: 3 }, { within: NO_LOWER }),
  ...speeds('PageRank', 'pagerank', AGAINST_GDS, { GDS: 10 }, { most: RESIDUAL_MOST }),
  ...speeds('Leiden to Q .8360', 'leiden', ['DBLP'], { 'igraph until stable': 10 }, { quality: LEIDEN_ON_DBLP }),
  { what: 'Leiden to Q .8360', on: ['DBLP'], against: 'igraph, fewest iterations that reach it', judge: judgeFewest, isInformation: true },
  ...speeds('Leiden at equal Q', 'leiden', ['DBLP'], { NetworKit: 2 }),
  ...speeds('Betweenness, exact', 'betweenness', ['planted 10k'], { igraph: 3, graphology: 6 }),
  speed('Betweenness, exact, two threads', ['planted 10k'], { work: 'betweenness', threads: 2, peer: 'itself', atLeast: 1.9 }),
  ...speeds('Harmonic closeness, exact', 'harmonic', ['planted 10k'], { igraph: 50 }),
  ...speeds('PageRank', 'pagerank', ['planted 100k', 'planted 1M'], { igraph: 1.5, NetworKit: 1.5, graphology: 20 }, { most: RESIDUAL_MOST }),
  ...speeds('Betweenness to .0025', 'estimatedBetweenness', ['planted 100k'], { NetworKit: 3 }, { most: ERROR_MOST, knownOn: 'planted 10k' }),
  ...speeds('Structural holes', 'constraint', ['planted 10k', 'planted 100k'], { igraph: 2 }),
  ...speeds('Components', 'components', ['planted 10k', 'planted 100k'], { igraph: 2 }),
  speed('Louvain again after .01 % changed, changed links known', ['planted 1M'], { work: 'update', peer: 'itself', atLeast: 100, within: WITHIN_OF_UPDATE }),
  information(speed('Louvain again after .01 % changed, two networks compared', ['planted 1M'], { work: 'updateCompared', peer: 'itself', atLeast: 0, within: WITHIN_OF_UPDATE })),
  ...speeds('Building', 'build', ['planted 1M'], { graphology: 50, igraph: 5 }),
  { what: 'Building, memory of the process', on: ['planted 1M'], against: '', judge: rows => judgeMemory(rows, 400) },
  ...speeds('ForceAtlas2, theta .5', 'layout5', ['planted 100k'], { graphology: 7 }),
  ...speeds('ForceAtlas2, theta 1.2', 'layout12', ['planted 100k'], { graphology: 7 })
]
const snapshot = (what: string, figure: string, most: number, unit: string): TargetOfPart => ({ what: `Loading a snapshot, ${what}`, on: '1M / 10M', part: 'Loading a snapshot', judge: judgeMost(figure, most, unit) })
const valueChains = (what: string, figure: string, most: number, unit: string, on = '77 x 45'): TargetOfPart => ({ what: `Value chains, ${what}`, on, part: 'Value chains', judge: judgeMost(figure, most, unit) })
const TARGETS_OF_PARTS: TargetOfPart[] = [
  ...['directed', 'undirected'].flatMap(kind => [snapshot(kind, `${kind} seconds`, 2, 's'), snapshot(`${kind}, memory`, `${kind} megabytes`, 400, 'MB')]),
  valueChains('measures that need factors alone', 'indicators seconds', 5, 's'),
  valueChains('inverse and decompositions', 'decompositions seconds', 15, 's'),
  valueChains('inverse and decompositions, memory', 'decompositions megabytes', 700, 'MB'),
  valueChains('upstreamness', 'upstreamness seconds', 1, 's'),
  valueChains('import', 'import seconds', 6, 's'),
  valueChains('profile of a country, the table measured', 'profile milliseconds', 300, 'ms', '41 x 35')
]

export function reached (graphs: GraphResult[], parts: Record<string, PartResult>): string {
  const rowsOf = (network: string): Row[] => graphs.find(({ name }) => name === network)?.rows ?? []
  const judged = [
    ...TARGETS.flatMap(({ what, on, against, judge, isInformation = false }) => on.map(network => ({ what, network, against, isInformation, verdict: judge(rowsOf(network), rowsOf) }))),
    ...TARGETS_OF_PARTS.map(({ what, on, part, judge }) => ({ what, network: on, against: '', isInformation: false, verdict: judge(parts[part]?.figures ?? {}) }))
  ]
  const targets = judged.filter(({ isInformation }) => !isInformation)
  const count = (met: boolean): number => targets.filter(({ verdict }) => 'met' in verdict && verdict.met === met).length
  return [
    `**${count(true)} met, ${count(false)} not met, ${targets.length - count(true) - count(false)} not measured**; lines for information are not counted. A ratio is the peer's median by our median, of the time of the processor on one thread and of the wall on two; GDS runs inside its server and states only time on the wall (\`computeMillis\`), so the wall counts for both, at the better of its two concurrencies. Equal Q: Louvain's may be .001 less. Leiden: our fewest iterations whose Q is the peer's to four places (.00005 less at most), the peers as they come by default; no lower Q is the same. PageRank: our residual is 1e-8 at most; estimated betweenness: our largest error is .0025 at most where exact values are known.`,
    '',
    '| work | network | against | asked | found | on the wall | quality, ours / theirs | |',
    '|---|---|---|---:|---:|---:|---|---|',
    ...judged.map(({ what, network, against, verdict }) => `| ${[what, network, against, ...cellsOf(verdict)].join(' | ')} |`)
  ].join('\n')
}

function cellsOf (verdict: Verdict | Missing): string[] {
  if ('missing' in verdict) return ['', '', '', '', `not measured${verdict.missing === '' ? '' : `: ${verdict.missing}`}`]
  return [verdict.asked, verdict.found, verdict.wall ?? '', verdict.quality ?? '', verdict.met === null ? '' : verdict.met ? 'met' : '**not met**']
}

function judgeSpeed (rows: Row[], { work, threads = 1, peer, atLeast, within = work === 'leiden' ? NO_LOWER : QUALITY_TOLERANCE, quality, most, knownOn }: Speed, elsewhere: (network: string) => Row[]): Verdict | Missing {
  const row = rows.find(each => each.work === work && each.threads === threads)
  if (row === undefined) return { missing: '' }
  const asked = `${atLeast}×`
  const theirs = peer === 'itself' ? wholeOf(row.ours['']) : peer === 'GDS' ? fastest(rows.filter(each => each.work === work).map(each => each.peers.GDS)) : row.peers[peer]
  if (theirs === undefined || 'reason' in theirs) return { missing: `${peer} ${theirs?.reason ?? 'was not asked'}` }
  const least = quality ?? (row.quality === 'Q' ? (theirs.quality as number) - within : undefined)
  const chosen = work === 'leiden' && least !== undefined ? fewestIterations(row.ours, least) : { title: '', measured: row.ours[''] }
  const ours = chosen.measured
  if (!isFigures(ours)) return work === 'leiden' ? { asked, found: '', quality: `${ours.reason} / ${showQuality(theirs.quality as number)}`, met: false } : { missing: ours.reason }
  const { judged, wall } = ratios(ours, theirs, threads)
  if (most !== undefined) {
    const error = judgeError(ours, theirs, most, knownOn === undefined ? undefined : { network: knownOn, row: elsewhere(knownOn).find(each => each.work === work), peer })
    return { asked, found: `${show(judged)}×`, wall: `${show(wall)}×`, quality: error.text, met: judged >= atLeast && error.met }
  }
  const enough = least === undefined || (ours.quality as number) >= least
  return {
    asked, found: `${show(judged)}×`, wall: `${show(wall)}×`, met: judged >= atLeast && enough,
    ...least === undefined ? {} : { quality: `${enough ? '' : '**worse**: '}${showQuality(ours.quality as number)} / ${showQuality(theirs.quality as number)}${chosen.title === '' ? '' : `, ours ${chosen.title}`}` }
  }
}

/** What is not known is no reason against, what is known on another network may be. */
function judgeError (ours: Figures, theirs: Figures, most: number, known?: { network: string, row: Row | undefined, peer: PeerName | 'itself' }): { text: string, met: boolean } {
  const error = (measured: Measured | undefined): number | null => isFigures(measured) ? measured.quality : null
  const shown = (value: number | null): string => value === null ? 'not measured' : showQuality(value)
  const compare = (own: number, other: number | null): { text: string, met: boolean } => ({ text: `${own <= most ? '' : '**too large**: '}${shown(own)} / ${shown(other)}`, met: own <= most })
  if (ours.quality !== null) return compare(ours.quality, theirs.quality)
  const elsewhere = error(known?.row?.ours[''])
  const there = elsewhere === null ? { text: 'not measured', met: true } : compare(elsewhere, known === undefined || known.peer === 'itself' ? null : error(known.row?.peers[known.peer]))
  return { text: `error not measured here; guaranteed bound${known === undefined ? '' : `; ${known.network}: ${there.text}`}`, met: there.met }
}

const wholeOf = (ours: Measured): Measured | undefined => isFigures(ours) && ours.whole !== undefined ? { ...ours.whole, megabytes: ours.megabytes, repetitions: ours.repetitions } : undefined

const fastest = (measured: Array<Measured | undefined>): Measured | undefined => measured.filter(isFigures).sort((a, b) => a.milliseconds - b.milliseconds)[0] ?? measured.find(each => each !== undefined)

/** igraph with more iterations, up to those that reach the quality on DBLP: until stable it goes on long after. */
function judgeFewest (rows: Row[]): Verdict | Missing {
  const row = rows.find(({ work, threads }) => work === 'leiden' && threads === 1)
  if (row === undefined) return { missing: '' }
  const ladder = LADDER_OF_IGRAPH.map(name => ({ name, measured: row.peers[name] }))
  const first = ladder.find(({ measured }) => isFigures(measured) && (measured.quality as number) >= LEIDEN_ON_DBLP)
  const { title, measured: ours } = fewestIterations(row.ours, LEIDEN_ON_DBLP)
  if (first === undefined) return { missing: ladder.map(({ name, measured }) => `${name}: ${isFigures(measured) ? showQuality(measured.quality as number) : measured?.reason ?? 'was not asked'}`).join(', ') }
  const theirs = first.measured as Figures
  if (!isFigures(ours)) return { asked: 'for information', found: '', quality: `${ours.reason} / ${showQuality(theirs.quality as number)}`, met: null }
  const { judged, wall } = ratios(ours, theirs, 1)
  return { asked: 'for information', found: `${show(judged)}×`, wall: `${show(wall)}×`, quality: `${showQuality(ours.quality as number)} / ${showQuality(theirs.quality as number)}, ours ${title}, theirs ${first.name === 'igraph' ? '2 iterations' : first.name.slice('igraph '.length)}`, met: null }
}

function judgeBest (rows: Row[]): Verdict | Missing {
  const row = rows.find(({ work, threads }) => work === 'leiden' && threads === 1)
  const ours = row?.ours['']
  const best = Object.entries(row?.peers ?? {}).flatMap(([name, theirs]) => isFigures(theirs) ? [{ name, quality: theirs.quality as number }] : []).sort((a, b) => b.quality - a.quality)[0]
  if (!isFigures(ours) || best === undefined) return { missing: '' }
  return { asked: 'highest', found: showQuality(ours.quality as number), quality: `${showQuality(ours.quality as number)} / ${showQuality(best.quality)} of ${best.name}`, met: (ours.quality as number) >= best.quality }
}

function judgeMemory (rows: Row[], most: number): Verdict | Missing {
  const ours = rows.find(({ work }) => work === 'build')?.ours['']
  return isFigures(ours) ? { asked: `≤ ${most} MB`, found: `${show(ours.megabytes)} MB`, met: ours.megabytes <= most } : { missing: '' }
}

function judgeMost (figure: string, most: number, unit: string): Judge<PartResult['figures']> {
  return figures => figure in figures ? { asked: `< ${most} ${unit}`, found: `${show(figures[figure])} ${unit}`, met: figures[figure] < most } : { missing: '' }
}
