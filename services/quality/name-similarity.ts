/**
 * How surely two names mean one organisation, from 0 to 1: words that are rare among the names of the same country count more than common ones.
 *
 * SoftTFIDF of Cohen, Ravikumar & Fienberg 2003 (IIWeb, 73-78): the cosine of the two names as vectors of words, where a word weighs log(1 + N / n), N the
 * organisations of the country, n those whose names have it, and a word of one name meets the word of the other that it resembles most, if that is at least
 * 0.92 by Jaro-Winkler; their product counts as much as they are alike. Words with digits must be the same. "Universität Bonn" and "Universität Jena" share
 * only what every university has; "Linde AG" and "LINDE GMBH" are equal, since legal forms are set aside (name-words.ts). Symmetric.
 */
import { jaroWinkler } from './jaro-winkler.ts'

/** Two words are one in two spellings from here on. Cohen et al. took 0.9, which makes one word of "Deutsche" and "Deutschland" (0.902). */
const SAME_WORD = 0.92

/** Of one country: how rare each word is. */
export interface WordWeights { weigh: (word: string) => number }

/** A name made ready to be compared: its different words, what each weighs, and the length of the vector they make. */
export interface WeighedName { words: string[], weights: number[], length: number }

/** `names`: for each organisation the words of all its names. */
export function weighWords (names: Iterable<ReadonlySet<string>>): WordWeights {
  const owners = new Map<string, number>()
  let organisations = 0
  for (const words of names) {
    organisations++
    for (const word of words) owners.set(word, (owners.get(word) ?? 0) + 1)
  }
  return { weigh: word => Math.log(1 + organisations / (owners.get(word) ?? 1)) }
}

export function weighName (all: readonly string[], { weigh }: WordWeights): WeighedName {
  const words = [...new Set(all)]
  const weights = words.map(weigh)
  return { words, weights, length: Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) }
}

/** 0 where one of them has no words. */
export function nameSimilarity (a: WeighedName, b: WeighedName): number {
  let product = 0
  const [restA, restB]: [number[], boolean[]] = [[], b.words.map(() => true)]
  a.words.forEach((word, i) => {
    const j = b.words.indexOf(word)
    if (j === -1) restA.push(i)
    else {
      product += a.weights[i] * b.weights[j]
      restB[j] = false
    }
  })
  const meetings = restA.flatMap(i => b.words.flatMap((other, j) => restB[j] && mayBeSpellings(a.words[i], other) ? { i, j, alike: jaroWinkler(a.words[i], other) } : []))
    .filter(({ alike }) => alike >= SAME_WORD).sort((x, y) => y.alike - x.alike || x.i - y.i || x.j - y.j)
  const used = new Set<number>()
  for (const { i, j, alike } of meetings) {
    if (used.has(i) || !restB[j]) continue
    used.add(i)
    restB[j] = false
    product += alike * a.weights[i] * b.weights[j]
  }
  return product === 0 ? 0 : Math.min(1, product / (a.length * b.length))
}

/** Slips at the very beginning are rare, so that two spellings begin alike; digits are never a slip. */
const mayBeSpellings = (a: string, b: string): boolean =>
  a.charCodeAt(0) === b.charCodeAt(0) && Math.min(a.length, b.length) >= 0.6 * Math.max(a.length, b.length) && !/\d/.test(a) && !/\d/.test(b)
