/** Words -> dictionary codes. Words are listed in ascending order, so equal inputs give equal codes. Each word is kept once, however many come. */
import { sharedInt32 } from './shared-arrays.ts'
import type { Coded, MultiCoded } from './snapshot.ts'

export function encode (words: Array<string | null>): Coded {
  const coded = new GrowingWords(words.length)
  for (const word of words) coded.push(word)
  return coded.finish()
}

/** A word stated twice for one node counts once. */
export function encodeMany (lists: string[][]): MultiCoded {
  const coded = new GrowingWordLists(lists.length)
  for (const list of lists) coded.push(list)
  return coded.finish()
}

/** Codes in the order in which words were met, until all are known and can be listed in ascending order. */
class Dictionary {
  private readonly met = new Map<string, number>()

  codeOf (word: string): number {
    const known = this.met.get(word)
    if (known !== undefined) return known
    this.met.set(word, this.met.size)
    return this.met.size - 1
  }

  /** The words in ascending order, and the place there of each code so far. */
  finish (): { values: string[], places: Int32Array } {
    const values = [...this.met.keys()].sort()
    const places = new Int32Array(values.length)
    values.forEach((word, place) => { places[this.met.get(word) as number] = place })
    return { values, places }
  }
}

/** One word, or none, for each of `count` nodes, one node after the other. */
export class GrowingWords {
  private readonly dictionary = new Dictionary()
  private readonly codes: Int32Array
  private count = 0

  constructor (count: number) {
    this.codes = sharedInt32(count)
  }

  push (word: string | null): void {
    this.codes[this.count++] = word === null ? -1 : this.dictionary.codeOf(word)
  }

  finish (): Coded {
    const { codes } = this
    const { values, places } = this.dictionary.finish()
    for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) codes[i] = places[codes[i]]
    return { codes, values }
  }
}

/** Any number of words for each of `count` nodes, one node after the other. */
export class GrowingWordLists {
  private readonly dictionary = new Dictionary()
  private readonly offsets: Int32Array
  private readonly met: number[] = []
  private count = 0

  constructor (count: number) {
    this.offsets = sharedInt32(count + 1)
  }

  push (words: string[]): void {
    for (const word of new Set(words)) this.met.push(this.dictionary.codeOf(word))
    this.offsets[++this.count] = this.met.length
  }

  finish (): MultiCoded {
    const { offsets, met } = this
    const { values, places } = this.dictionary.finish()
    const codes = sharedInt32(met.length)
    for (let i = 0; i < codes.length; i++) codes[i] = places[met[i]]
    for (let i = 0; i + 1 < offsets.length; i++) if (offsets[i + 1] - offsets[i] > 1) codes.subarray(offsets[i], offsets[i + 1]).sort()
    return { offsets, codes, values }
  }
}
