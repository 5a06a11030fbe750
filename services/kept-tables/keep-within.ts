/** What was made last, kept while it all fits; what was used least recently goes first. */
export interface Kept<Value> {
  /** Makes it where it is not kept. */
  get: (key: string, make: () => Promise<Value> | Value, size: (value: Value) => number) => Promise<Value>
}

export function keepWithin<Value> (sizeMax: number): Kept<Value> {
  const kept = new Map<string, { value: Value, size: number }>()
  return {
    get: async (key, make, size) => {
      const known = kept.get(key)
      const value = known?.value ?? await make()
      kept.delete(key)
      kept.set(key, { value, size: size(value) })
      let total = [...kept.values()].reduce((sum, each) => sum + each.size, 0)
      for (const [oldest, each] of kept) {
        // The one just asked for stays, whatever its size: it is in use.
        if (total <= sizeMax || oldest === key) break
        kept.delete(oldest)
        total -= each.size
      }
      return value
    }
  }
}
