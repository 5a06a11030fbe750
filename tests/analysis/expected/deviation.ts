/** How far one answer is from another, whatever their shape: numbers, lists, and records of either. */
export interface Deviation { values: number, /** Absolute, and divided by the expected value where that is above 1. */ largest: number, relative: number }

/** What other tools say where nothing is defined: null or NaN here. */
const UNDEFINED = /^(NaN|ZeroDivisionError.*)$/
const isUndefined = (value: unknown): boolean => value === null || Number.isNaN(value) || (typeof value === 'string' && UNDEFINED.test(value))
const EQUAL: Deviation = { values: 1, largest: 0, relative: 0 }
const UNLIKE: Deviation = { values: 1, largest: Infinity, relative: Infinity }

/** `without`: names that are left out wherever they stand. `atLeast`: what is found may be better. Two shapes that differ are infinitely far apart. */
export function deviationOf (found: unknown, expected: unknown, { without = [], atLeast = false }: { without?: readonly string[], atLeast?: boolean } = {}): Deviation {
  if (isUndefined(expected)) return isUndefined(found) ? EQUAL : UNLIKE
  if (typeof expected === 'number') {
    if (typeof found !== 'number' || !Number.isFinite(found)) return UNLIKE
    const largest = atLeast ? Math.max(0, expected - found) : Math.abs(found - expected)
    return { values: 1, largest, relative: largest / Math.max(1, Math.abs(expected)) }
  }
  if (typeof expected !== 'object' || typeof found !== 'object' || found === null) return found === expected ? EQUAL : UNLIKE
  const there = Object.entries(expected as object).filter(([key]) => !without.includes(key))
  const here = new Map(Object.entries(found))
  if (here.size !== there.length || there.some(([key]) => !here.has(key))) return UNLIKE
  return there.map(([key, value]) => deviationOf(here.get(key), value, { without, atLeast }))
    .reduce((sum, each) => ({ values: sum.values + each.values, largest: Math.max(sum.largest, each.largest), relative: Math.max(sum.relative, each.relative) }), { values: 0, largest: 0, relative: 0 })
}
