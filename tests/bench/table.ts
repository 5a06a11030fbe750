/** The table of one network: a row a work, a column a contender. */
import type { Figures, Measured } from './contender.ts'
import { LEIDEN_ITERATIONS, OWN_ON_TWO_THREADS, PEERS } from './plans.ts'
import type { PeerName } from './plans.ts'
import type { Row } from './row.ts'

/** A search that is this much worse than another is as good: seeds make more difference. */
const QUALITY_TOLERANCE = 1e-3

export const isFigures = (measured: Measured | undefined): measured is Figures => measured !== undefined && 'milliseconds' in measured

/** A row of the table: one of our figures beside those of peers. */
export interface Line { work: string, title: string, threads: 1 | 2, quality: string, ours: Measured, peers: Partial<Record<PeerName, Measured>> }

export function tableOf (rows: Row[]): string {
  const lines = rows.flatMap(linesOf)
  const peers = PEERS.filter(peer => lines.some(line => line.peers[peer] !== undefined))
  return [
    `| ${['work', 'ours', ...peers].join(' | ')} |`,
    `|---|---|${peers.map(() => '---|').join('')}`,
    ...lines.map(line => `| ${[nameOf(line), oursOf(line), ...peers.map(peer => peerOf(line, line.peers[peer]))].join(' | ')} |`)
  ].join('\n')
}

const nameOf = ({ title, threads }: Line): string => `${title}${threads === 2 ? ', **two threads**' : ''}`

/** One, or for Leiden one as it is shipped and one a peer, with as few iterations as reach its quality. */
export function linesOf (row: Row): Line[] {
  const { ours, ...line } = row
  const lines: Line[] = [{ ...line, ours: ours[''] }]
  if (LEIDEN_ITERATIONS.every(iterations => ours[iterations] === undefined)) return lines
  for (const peer of PEERS) {
    const theirs = row.peers[peer]
    if (!isFigures(theirs)) continue
    lines.push({ ...line, work: 'leidenToQuality', title: `Leiden, ours as far as the quality of ${peer}`, ours: fewestIterations(ours, theirs.quality as number), peers: { [peer]: theirs } })
  }
  return lines
}

function fewestIterations (ours: Row['ours'], quality: number): Measured {
  const best = Math.max(...Object.values(ours).filter(isFigures).map(each => each.quality as number))
  const enough = [...LEIDEN_ITERATIONS.map(String), ''].map(iterations => ours[iterations]).find(each => isFigures(each) && (each.quality as number) >= quality - QUALITY_TOLERANCE)
  return enough ?? { reason: `not reached: ${showQuality(best)}` }
}

function oursOf ({ work, threads, ours, quality }: Line): string {
  if (!isFigures(ours)) return ours?.reason ?? ''
  const only = threads === 2 && !OWN_ON_TWO_THREADS.includes(work) ? ['on one thread'] : []
  return [`**${show(ours.milliseconds)} ms**${ofProcessor(ours)}`, ...only, ...ratioToWhole(ours), ...rest(ours, quality)].join('<br>')
}

const ratioToWhole = ({ milliseconds, wholeMilliseconds }: Figures): string[] => wholeMilliseconds === undefined ? [] : [`**${show(wholeMilliseconds / milliseconds)}×** faster than from the start`]

function peerOf ({ ours, quality }: Line, theirs: Measured | undefined): string {
  if (!isFigures(theirs)) return theirs?.reason ?? ''
  return [`${show(theirs.milliseconds)} ms${ofProcessor(theirs)}`, ...isFigures(ours) ? [showRatio(ours, theirs)] : [], ...rest(theirs, quality)].join('<br>')
}

const ofProcessor = ({ processorMilliseconds }: Figures): string => processorMilliseconds === null ? '' : ` (${show(processorMilliseconds)})`
const rest = (figures: Figures, quality: string): string[] => [...figures.quality === null || quality === '' ? [] : [`${quality} ${showQuality(figures.quality)}`], `${show(figures.megabytes)} MB`]

export function showRatio (ours: Figures, theirs: Figures): string {
  const { wall, processor } = ratios(ours, theirs)
  return `**${show(wall)}×**${processor === null ? '' : ` (${show(processor)}×)`}`
}

export function ratios (ours: Figures, theirs: Figures): { wall: number, processor: number | null } {
  const processor = ours.processorMilliseconds === null || theirs.processorMilliseconds === null || ours.processorMilliseconds === 0 ? null : theirs.processorMilliseconds / ours.processorMilliseconds
  return { wall: theirs.milliseconds / ours.milliseconds, processor }
}

export const show = (value: number): string => value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value < 1 ? 2 : 3)
const showQuality = (value: number): string => value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(1) : Math.abs(value) < 1 ? value.toFixed(4) : value.toLocaleString('en', { maximumFractionDigits: 1 })
