/** Words -> dictionary codes. Words are listed in ascending order, so equal inputs give equal codes. */
import { sharedInt32 } from './shared-arrays.ts'
import type { Coded, MultiCoded } from './snapshot.ts'

export function encode (words: Array<string | null>): Coded {
  const values = [...new Set(words.filter(word => word !== null))].sort()
  const place = new Map(values.map((value, code) => [value, code]))
  const codes = sharedInt32(words.length)
  words.forEach((word, i) => { codes[i] = word === null ? -1 : place.get(word) as number })
  return { codes, values }
}

/** A word stated twice for one node counts once. */
export function encodeMany (lists: string[][]): MultiCoded {
  const values = [...new Set(lists.flat())].sort()
  const place = new Map(values.map((value, code) => [value, code]))
  const coded = lists.map(list => [...new Set(list)].map(word => place.get(word) as number).sort((a, b) => a - b))
  const offsets = sharedInt32(lists.length + 1)
  coded.forEach((list, i) => { offsets[i + 1] = offsets[i] + list.length })
  const codes = sharedInt32(offsets[lists.length])
  coded.forEach((list, i) => codes.set(list, offsets[i]))
  return { offsets, codes, values }
}
