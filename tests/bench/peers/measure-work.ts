/** What our own process and graphology's measure alike. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Answer, Job, Times } from './peer.ts'

/** Does a job and answers how to tell its quality, which is not timed; null: no quality. */
export type Work = (job: Job) => Quality | null | Promise<Quality | null>
type Quality = () => number | null

/** A job a line in, an answer a line out; `exceptions` measure themselves. */
export function serve (work: Work, exceptions: Record<string, (job: Job) => Omit<Answer, 'megabytes'>> = {}): void {
  let last = Promise.resolve()
  createInterface({ input: process.stdin }).on('line', line => {
    const job = JSON.parse(line) as Job
    last = last.then(async () => {
      try {
        const answer = exceptions[job.work]?.(job) ?? await measure(work, job)
        console.log(JSON.stringify({ ...answer, megabytes: peakMegabytes() }))
      } catch (error) {
        console.log(JSON.stringify({ error: (error as Error).message }))
      }
    })
  })
}

async function measure (work: Work, job: Job): Promise<Times> {
  const stop = startClock()
  const quality = await work(job)
  const times = stop()
  return { ...times, ...quality === null ? {} : { quality: quality() } }
}

export function timed<Value> (work: () => Value): { value: Value, times: Times } {
  const stop = startClock()
  const value = work()
  return { value, times: stop() }
}

function startClock (): () => Times {
  const processor = process.cpuUsage()
  const started = performance.now()
  return () => {
    const seconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(processor)
    return { seconds, processorSeconds: (user + system) / 1e6 }
  }
}

/** Of this process; the figure of the system's other call may be that of the process which started it. */
export function peakMegabytes (): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}
