/** What was made last, kept while it all fits; what was used least recently goes first. */
export interface Kept<Value> {
  /** It is the one used last from now on. */
  find: (key: string) => Value | undefined
  /** Gives the value back. */
  keep: (key: string, value: Value) => Value
  /** Lets go of it. */
  drop: (key: string) => void
}

/** `sizeOf` and `sizeMax` in one unit, such as bytes. What is kept last stays whatever its size, since it is in use. */
export function keepWithin<Value> (sizeMax: number, sizeOf: (value: Value) => number): Kept<Value> {
  const kept = new Map<string, Value>()
  const keep = (key: string, value: Value): Value => {
    kept.delete(key)
    kept.set(key, value)
    let total = [...kept.values()].reduce((sum, each) => sum + sizeOf(each), 0)
    for (const [oldest, each] of kept) {
      if (total <= sizeMax || oldest === key) break
      kept.delete(oldest)
      total -= sizeOf(each)
    }
    return value
  }
  return {
    find: key => {
      const known = kept.get(key)
      return known === undefined ? undefined : keep(key, known)
    },
    keep,
    drop: key => { kept.delete(key) }
  }
}
