/** Contenders take a work in turns: a round goes through all of them (A B C A B C ...), so that what slows the machine slows all alike. */
import type { Job, Peer } from './peers/peer.ts'
import { unlessStopped } from './stopping.ts'

/** `once`: asked a single time, because a median would take too long. */
export interface Contender { name: string, start: () => Peer, job: Omit<Job, 'seed'>, once?: boolean }
interface Times { milliseconds: number, processorMilliseconds: number | null, quality: number | null }
/** Medians over the repetitions; megabytes: the most the process held until its first answer, the network included. `whole`: what it is compared with, where that is our own work done in full. */
export interface Figures extends Times { megabytes: number, repetitions: number, whole?: Times }
export type Measured = Figures | { reason: string }

/** Calls that are counted, those of a contender that takes long, and of one that takes half a minute a single one. */
const REPETITIONS = 5
const REPETITIONS_OF_LONG = 3
/** A first call that takes longer counts too: being warm makes no difference then. */
const LONG_SECONDS = 5
const VERY_LONG_SECONDS = 30
/** What fits a cell. */
const REASON_LENGTH_MAX = 80
/** Not the seeds the networks are made with: the same shuffle would give nodes in the order of their planted communities. */
const FIRST_SEED = 100

interface Turn extends Contender { peer: Peer, answers: Figures[], megabytes: number, calls: number, warms: boolean }

/** Building is done in a process that does nothing else, a new one each time. */
export async function takeTurns (contenders: Contender[], file: string): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>()
  const turns: Turn[] = contenders.map(contender => ({ ...contender, peer: contender.start(), answers: [], megabytes: 0, calls: 1, warms: false }))
  try {
    for (let round = 0; turns.some(({ calls }) => round < calls); round++) {
      for (const turn of turns.filter(({ calls }) => round < calls)) {
        try {
          await unlessStopped(takeTurn(turn, round, file))
        } catch (error) {
          turn.calls = 0
          if (turn.answers.length < 2) measured.set(turn.name, { reason: (error as Error).message.slice(0, REASON_LENGTH_MAX) })
        }
      }
    }
  } finally {
    turns.forEach(({ peer }) => peer.stop())
  }
  for (const { name, answers, warms } of turns) if (!measured.has(name)) measured.set(name, middle(answers, warms))
  return measured
}

async function takeTurn (turn: Turn, round: number, file: string): Promise<void> {
  const builds = turn.job.work === 'build'
  if (builds && round > 0) {
    turn.peer.stop()
    turn.peer = turn.start()
  }
  if (!builds && round === 0) await turn.peer.ask({ ...turn.job, work: 'build', file, seed: 0 })
  const { seconds, processorSeconds, megabytes, quality, whole } = await turn.peer.ask({ ...turn.job, file, seed: FIRST_SEED + round })
  if (round === 0) {
    turn.megabytes = megabytes
    turn.warms = turn.once !== true && !builds && seconds < LONG_SECONDS
    turn.calls = turn.once === true || seconds > VERY_LONG_SECONDS ? 1 : seconds > LONG_SECONDS ? REPETITIONS_OF_LONG : REPETITIONS + (turn.warms ? 1 : 0)
  }
  turn.answers.push({
    ...timesOf(seconds, processorSeconds, quality), megabytes: turn.megabytes, repetitions: 1,
    ...whole === undefined ? {} : { whole: timesOf(whole.seconds, whole.processorSeconds, whole.quality) }
  })
}

const timesOf = (seconds: number, processorSeconds: number | undefined, quality: number | null | undefined): Times =>
  ({ milliseconds: seconds * 1000, processorMilliseconds: processorSeconds === undefined ? null : processorSeconds * 1000, quality: quality ?? null })

function middle ([first, ...rest]: Figures[], warms: boolean): Figures {
  const counted = warms && rest.length > 0 ? rest : [first, ...rest]
  return {
    ...middleOf(counted), quality: median(counted.map(({ quality }) => quality)) ?? first.quality, megabytes: first.megabytes, repetitions: counted.length,
    ...first.whole === undefined ? {} : { whole: middleOf(counted.map(({ whole }) => whole as Times)) }
  }
}

const middleOf = (times: Times[]): Times => ({
  milliseconds: median(times.map(each => each.milliseconds)) as number,
  processorMilliseconds: median(times.map(each => each.processorMilliseconds)),
  quality: median(times.map(each => each.quality))
})

/** null if there is no value. */
function median (values: Array<number | null>): number | null {
  const known = values.filter(value => value !== null).sort((a, b) => a - b)
  return known.length === 0 ? null : (known[(known.length - 1) >> 1] + known[known.length >> 1]) / 2
}
