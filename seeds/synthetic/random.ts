/** Random numbers that a seed decides: the generator mulberry32 (32 bits of state, period 2^32), enough for test data, not for secrets. */
export interface Random {
  /** Uniform in [0, 1). */
  next: () => number
  /** Uniform integer from 0 to below `limit`. */
  below: (limit: number) => number
  pick: <Value>(values: readonly Value[]) => Value
}

export function createRandom (seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, pick: values => values[below(values.length)] }
}
