/** The table of one network: a row a work, a column a contender. */
import type { Figures, Measured } from './contender.ts'
import { isOnTwo, PEERS } from './plans.ts'
import type { PeerName } from './plans.ts'
import type { Row } from './row.ts'

/** A Louvain that is this much worse than another is as good: seeds make more difference. */
export const QUALITY_TOLERANCE = 1e-3
/** Of qualities that are shown with four places; so much may a Leiden be worse. */
export const NO_LOWER = 5e-5

export const isFigures = (measured: Measured | undefined): measured is Figures => measured !== undefined && 'milliseconds' in measured

/** A row of the table: one of our figures beside those of peers. */
interface Line { work: string, title: string, threads: 1 | 2, quality: string, ours: Measured, peers: Partial<Record<PeerName, Measured>> }

export function tableOf (rows: Row[]): string {
  const lines = rows.flatMap(linesOf)
  const peers = PEERS.filter(peer => lines.some(line => line.peers[peer] !== undefined))
  return [
    `| ${['work', 'ours', ...peers].join(' | ')} |`,
    `|---|---|${peers.map(() => '---|').join('')}`,
    ...lines.map(line => `| ${[line.title + (line.threads === 2 ? ', **two threads**' : ''), oursOf(line), ...peers.map(peer => peerOf(line, peer))].join(' | ')} |`)
  ].join('\n')
}

/** One, or for Leiden one as it is shipped and one a peer, with as few iterations as reach its quality. */
function linesOf (row: Row): Line[] {
  const { ours, ...line } = row
  const lines: Line[] = [{ ...line, ours: ours[''] }]
  if (Object.keys(ours).length === 1) return lines
  for (const peer of PEERS) {
    const theirs = row.peers[peer]
    if (!isFigures(theirs)) continue
    const { title, measured } = fewestIterations(ours, (theirs.quality as number) - NO_LOWER)
    lines.push({ ...line, title: `Leiden, ours ${title}: as far as the quality of ${peer}`, ours: measured, peers: { [peer]: theirs } })
  }
  return lines
}

/** The first of our Leidens, from one iteration on, that is at least as good. */
export function fewestIterations (ours: Row['ours'], quality: number): { title: string, measured: Measured } {
  const best = Math.max(...Object.values(ours).filter(isFigures).map(each => each.quality as number))
  const tried = Object.keys(ours).filter(name => name !== '').sort((a, b) => Number(a) - Number(b))
  for (const name of [...tried, '']) {
    const measured = ours[name]
    if (isFigures(measured) && (measured.quality as number) >= quality) return { title: name === '' ? 'to the end' : `${name} iteration${name === '1' ? '' : 's'}`, measured }
  }
  return { title: 'to the end', measured: { reason: `Q not reached: ${showQuality(best)}` } }
}

function oursOf ({ threads, ours, quality }: Line): string {
  if (!isFigures(ours)) return ours?.reason ?? ''
  return [`**${timeOf(ours, threads)}**`, ...ratioToWhole(ours, threads), ...rest(ours, quality)].join('<br>')
}

function ratioToWhole (ours: Figures, threads: 1 | 2): string[] {
  if (ours.whole === undefined) return []
  return [`${showRatio(ratios(ours, ours.whole, threads))} of ${threads === 2 ? 'one thread' : 'all from the start'}`]
}

function peerOf ({ work, ours, quality, threads, peers }: Line, peer: PeerName): string {
  const theirs = peers[peer]
  if (!isFigures(theirs)) return theirs?.reason ?? ''
  return [...threads === 2 && !isOnTwo(work, peer) ? ['on one thread'] : [], timeOf(theirs, threads), ...isFigures(ours) ? [showRatio(ratios(ours, theirs, threads))] : [], ...rest(theirs, quality)].join('<br>')
}

/** What is judged first: on one thread the time of the processor, on two that of the wall. */
function timeOf ({ milliseconds, processorMilliseconds }: Figures, threads: 1 | 2): string {
  if (processorMilliseconds === null) return `${show(milliseconds)} ms as stated`
  const [judged, other] = threads === 1 ? [processorMilliseconds, milliseconds] : [milliseconds, processorMilliseconds]
  return `${show(judged)} ms (${show(other)})`
}

const rest = (figures: Figures, quality: string): string[] => [...figures.quality === null || quality === '' ? [] : [`${quality} ${showQuality(figures.quality)}`], `${show(figures.megabytes)} MB, median of ${figures.repetitions}`]

interface Ratios { judged: number, wall: number }
const showRatio = ({ judged, wall }: Ratios): string => `**${show(judged)}×** (${show(wall)}×)`

/** The peer's time by ours. A peer that states no time of the processor states one of the wall, and is compared with ours. */
export function ratios (ours: Times, theirs: Times, threads: 1 | 2): Ratios {
  const wall = theirs.milliseconds / ours.milliseconds
  return { wall, judged: threads === 2 || theirs.processorMilliseconds === null || ours.processorMilliseconds === null ? wall : theirs.processorMilliseconds / ours.processorMilliseconds }
}
type Times = Pick<Figures, 'milliseconds' | 'processorMilliseconds'>

export const show = (value: number): string => value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value < 1 ? 2 : 3)
export const showQuality = (value: number): string => value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(1) : Math.abs(value) < 1 ? value.toFixed(4) : value.toLocaleString('en', { maximumFractionDigits: 1 })
