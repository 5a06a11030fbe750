/** Live progress of runs: the latest event of each, and those who listen. */
import type { RunEvent } from '../contract/run.ts'

export interface EventHub {
  publish: (event: RunEvent) => void
  latest: (run: string) => RunEvent | undefined
  /** From the latest event on, until one with an ended status or the signal. */
  listen: (run: string, signal: AbortSignal) => AsyncIterable<RunEvent>
}

export const hasEnded = (status: RunEvent['status']): boolean => status === 'completed' || status === 'failed' || status === 'cancelled'

export function createEventHub (): EventHub {
  const last = new Map<string, RunEvent>()
  const listeners = new Map<string, Set<() => void>>()
  const wakeAll = (run: string): void => listeners.get(run)?.forEach(wake => wake())

  async function * listen (run: string, signal: AbortSignal): AsyncIterable<RunEvent> {
    let seen: RunEvent | undefined
    while (!signal.aborted) {
      const event = last.get(run)
      if (event !== undefined && event !== seen) {
        seen = event
        yield event
        if (hasEnded(event.status)) return
        continue
      }
      await new Promise<void>(resolve => {
        const waiting = listeners.get(run) ?? new Set()
        listeners.set(run, waiting)
        const wake = (): void => {
          waiting.delete(wake)
          if (waiting.size === 0) listeners.delete(run)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        signal.addEventListener('abort', wake)
      })
    }
  }

  return {
    publish: event => {
      last.set(event.run, event)
      wakeAll(event.run)
    },
    latest: run => last.get(run),
    listen
  }
}
