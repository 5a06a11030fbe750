/** Counting words among the members of a cluster. */
import type { Coded, MultiCoded } from '../snapshot/snapshot.ts'

export interface Count { value: string, count: number }

/** Words of the members with their counts, most frequent first, then by word. Members without a word are left out. */
export function tally (coded: Coded, members: number[]): Count[] {
  const counts = new Map<number, number>()
  for (const i of members) if (coded.codes[i] >= 0) counts.set(coded.codes[i], (counts.get(coded.codes[i]) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ value: coded.values[code], count })).sort(mostFirst)
}

export const mostFirst = (a: Count, b: Count): number => b.count - a.count || (a.value < b.value ? -1 : 1)

/** Members that carry each word, by code. */
export function tallyMany (words: MultiCoded, members: Iterable<number>): Int32Array {
  const counts = new Int32Array(words.values.length)
  for (const i of members) for (let at = words.offsets[i]; at < words.offsets[i + 1]; at++) counts[words.codes[at]]++
  return counts
}
