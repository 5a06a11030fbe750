/** What a long computation is given besides its input: where to report, and when to stop. */
export interface Context {
  /** Share done, 0 to 1. */
  progress: (share: number) => void
  /** Throws Cancelled when the run is to stop; called at least every few thousand steps. */
  check: () => void
  /** Threads it may use, itself one of them: never a matter of what it finds. Absent: 1. */
  threads?: number
}

export class Cancelled extends Error { override name = 'Cancelled' }

/** For computations that nobody watches. */
export const UNWATCHED: Context = { progress: () => {}, check: () => {} }

/** A context that reports its progress as the part [from, to] of an outer one. */
export const part = (context: Context, from: number, to: number): Context => ({ ...context, progress: share => context.progress(from + share * (to - from)) })
