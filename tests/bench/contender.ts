/** Contenders take a work in turns: a round goes through all of them, so that what slows the machine slows all alike. */
import type { Job, Peer } from './peers/peer.ts'

export interface Contender { name: string, start: () => Peer, job: Omit<Job, 'seed'> }
/** Medians over the repetitions; megabytes: the most the process held until its first answer, the network included. `whole`: see Answer. */
export interface Figures { milliseconds: number, processorMilliseconds: number | null, quality: number | null, megabytes: number, repetitions: number, wholeMilliseconds?: number }
export type Measured = Figures | { reason: string }

/** A first call that takes longer counts: being warm makes no difference then. */
const SLOW_SECONDS = 10
/** After so long one contender repeats a work no more. */
const BUDGET_SECONDS = 60
/** What fits a cell. */
const REASON_LENGTH_MAX = 80
/** Not the seeds the networks are made with: the same shuffle would give nodes in the order of their planted communities. */
const FIRST_SEED = 100

export async function takeTurns (contenders: Contender[], file: string, repetitions: number): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>()
  const turns = contenders.map(contender => ({ ...contender, peer: contender.start(), answers: [] as Figures[], megabytes: 0, seconds: 0, over: false }))
  try {
    for (let round = 0; round <= repetitions; round++) {
      for (const turn of turns.filter(({ over }) => !over)) {
        try {
          if (round === 0 && turn.job.work !== 'build') await turn.peer.ask({ ...turn.job, work: 'build', file, seed: 0 })
          const { seconds, processorSeconds, megabytes, quality, whole } = await turn.peer.ask({ ...turn.job, file, seed: FIRST_SEED + round })
          if (round === 0) turn.megabytes = megabytes
          turn.seconds += seconds
          turn.answers.push({
            milliseconds: seconds * 1000, processorMilliseconds: processorSeconds === undefined ? null : processorSeconds * 1000, quality: quality ?? null,
            megabytes: turn.megabytes, repetitions: 1, ...whole === undefined ? {} : { wholeMilliseconds: whole * 1000 }
          })
          turn.over = turn.seconds > BUDGET_SECONDS
        } catch (error) {
          turn.over = true
          if (turn.answers.length < 2) measured.set(turn.name, { reason: (error as Error).message.slice(0, REASON_LENGTH_MAX) })
        }
      }
    }
  } finally {
    turns.forEach(({ peer }) => peer.stop())
  }
  for (const { name, answers } of turns) if (!measured.has(name)) measured.set(name, middle(answers))
  return measured
}

/** What was slow the first time was not only getting warm. */
function middle ([first, ...rest]: Figures[]): Figures {
  const counted = first.milliseconds > SLOW_SECONDS * 1000 || rest.length === 0 ? [first, ...rest] : rest
  return {
    milliseconds: median(counted.map(each => each.milliseconds)) as number,
    processorMilliseconds: median(counted.map(each => each.processorMilliseconds)),
    quality: median(counted.map(each => each.quality)) ?? first.quality,
    megabytes: first.megabytes,
    repetitions: counted.length,
    ...first.wholeMilliseconds === undefined ? {} : { wholeMilliseconds: median(counted.map(each => each.wholeMilliseconds ?? null)) as number }
  }
}

/** null if there is no value. */
function median (values: Array<number | null>): number | null {
  const known = values.filter(value => value !== null).sort((a, b) => a - b)
  return known.length === 0 ? null : (known[(known.length - 1) >> 1] + known[known.length >> 1]) / 2
}
