/**
 * Maximal sets of codes that the same regions share: every code that all of these regions have, every region that has all of these codes (closed sets, or formal concepts).
 *
 * Each is found once, by adding codes in their order to what the regions that are left have in common, and leaving what an earlier order has found (close by one). Their number can double
 * with each code, so the search begins at sets of all regions and goes down to `sharedBy` of them; where there are more than SETS_MAX, it ends at the number of regions before, for which
 * the list is whole. O(sets x codes^2 x regions) at each number of regions.
 * Source: Kuznetsov 1999, in Principles of Data Mining and Knowledge Discovery, LNAI 1704:384. Tested against all subsets of regions.
 */

/** Sets in one list: a group talks about a dozen, and what is not in the first hundreds nobody reads. */
export const SETS_MAX = 300
/** Codes of a set: one alone is told of as a code. */
const SET_CODES_MIN = 2

/** `codes`, `regions`: places, ascending. */
export interface SharedSet { codes: number[], regions: number[] }
export interface SharedSets {
  /** Those of most regions first, then of most codes. */
  sets: SharedSet[]
  /** The list is whole for at least so many regions; above what was asked for where there were too many sets. */
  wholeFor: number
}

/** `has`: by region and code. */
export function sharedSets (has: readonly boolean[][], sharedBy: number): SharedSets {
  let found: SharedSets = { sets: [], wholeFor: has.length }
  for (let least = has.length; least >= sharedBy; least--) {
    const sets = setsOf(has, least)
    if (sets === null) return found
    found = { sets: sets.sort((a, b) => b.regions.length - a.regions.length || b.codes.length - a.codes.length || compareLists(a.codes, b.codes)), wholeFor: least }
  }
  return { ...found, wholeFor: sharedBy }
}

/** null: more than SETS_MAX. */
function setsOf (has: readonly boolean[][], least: number): SharedSet[] | null {
  const codes = [...(has[0] ?? []).keys()]
  const sets: SharedSet[] = []
  const closed = (regions: readonly number[]): boolean[] => codes.map(c => regions.every(r => has[r][c]))
  /** false: too many. */
  const grow = (regions: number[], common: boolean[], from: number): boolean => {
    const own = codes.filter(c => common[c])
    if (own.length >= SET_CODES_MIN) sets.push({ codes: own, regions })
    if (sets.length > SETS_MAX) return false
    return codes.slice(from).every(c => {
      if (common[c]) return true
      const left = regions.filter(r => has[r][c])
      if (left.length < least) return true
      const grown = closed(left)
      return codes.some(before => before < c && grown[before] && !common[before]) || grow(left, grown, c + 1)
    })
  }
  const all = [...has.keys()]
  return all.length < least || all.length === 0 || grow(all, closed(all), 0) ? sets : null
}

function compareLists (a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at] - (b[at] ?? Infinity)
}
