/**
 * Pairs of entries that may be one organisation: they share an identifier, or their names are alike and their places do not contradict it.
 *
 * Only entries of one country that share a rare word, or the beginning of one, are compared (blocking), so that 100,000 organisations take seconds: each
 * enters the blocks of its RARE_WORDS rarest words, and a block with more than BLOCK_MAX entries says nothing and is left out.
 */
import { AUTO_SCORE_MIN, REVIEW_SCORE_MIN } from '../contract/duplicate.ts'
import type { DuplicatePair, DuplicateReasons } from '../contract/duplicate.ts'
import type { Identifier, Organisation } from '../contract/organisation.ts'
import { foldDigraphs, foldName } from '../contract/fold-name.ts'
import { distanceKm } from '../contract/distance.ts'
import { nameSimilarity, weighName, weighWords } from './name-similarity.ts'
import type { WeighedName, WordWeights } from './name-similarity.ts'
import { nameWords } from './name-words.ts'

/**
 * What the places say, as a factor on the similarity of the names. A city is left out, or written as its district or its neighbour, often enough that "elsewhere"
 * weakens a pair and does not end it.
 */
const PLACE_FACTOR: Record<DuplicateReasons['place'], number> = { 'same-city': 1, unknown: 0.97, 'same-region': 0.9, elsewhere: 0.75 }
/** Points of one city are this near: its centre, its university, its harbour. */
const SAME_CITY_KM = 5
/** NUTS 2: the cities of one region are near each other. */
const REGION_LENGTH = 4

/** Words of a name by which it is found: with three, one may be misspelt at its beginning and one left out. */
const RARE_WORDS = 3
/** Letters of a word that find its other endings (universitet, universytetu). */
const STEM_LENGTH = 5
/** Entries in one block: a word that more organisations of a country have does not tell them apart, and comparing all their pairs would take minutes. */
export const BLOCK_MAX = 40
/** Entries compared before others get their turn. */
const PAUSE_AFTER = 500

/** An abbreviation in capitals belongs to many; it counts as a name from this length on, or with a second word. */
const ALIAS_LENGTH_MIN = 8

/** An alias may be the name of the whole firm ("TÜV SÜD" of each of its companies), so that it alone never makes a pair "auto". */
const ALIAS_FACTOR = 0.9

/** Those that name one body wherever they occur. VAT numbers are shared inside groups, so they ask for a look. */
const DECIDING: ReadonlySet<string> = new Set(['ror', 'lei', 'pic', 'wikidata', 'national', 'local'])
/** Two different ones are two organisations: the register says so. A body may well have several participant codes. */
const SEPARATING = ['ror', 'lei'] as const

type Entry = Pick<Organisation, 'id' | 'name' | 'aliases' | 'country' | 'city' | 'region' | 'coordinates' | 'identifiers'>
interface Prepared extends Pick<Entry, 'id' | 'country' | 'coordinates' | 'identifiers'> {
  city: string
  region: string | null
  /** The name first, then aliases that count as names. */
  names: string[][]
}

/** Sorted by score, the highest first, then by ids; a is the lower id. `pause` is awaited now and then. */
export async function findDuplicates (entries: AsyncIterable<Entry[]>, pause: () => Promise<void> = async () => {}): Promise<DuplicatePair[]> {
  const prepared: Prepared[] = []
  for await (const batch of entries) prepared.push(...batch.map(prepare))
  prepared.sort((a, b) => a.id < b.id ? -1 : 1)
  const weights = weightsByCountry(prepared)
  const blocks = blocksOf(prepared, weights)
  const weighed = weighing(weights)
  const found: DuplicatePair[] = []
  for (let i = 0; i < prepared.length; i++) {
    if (i % PAUSE_AFTER === PAUSE_AFTER - 1) await pause()
    const others = new Set(blocks.of(i).flatMap(block => block.filter(j => j > i)))
    for (const j of others) {
      const pair = judge(prepared[i], prepared[j], weighed)
      if (pair !== null) found.push(pair)
    }
  }
  return found.sort((x, y) => y.reasons.score - x.reasons.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1))
}

/** One pair by itself: what findDuplicates says of it; null: two organisations. */
export function judgePair (a: Entry, b: Entry, weights: WordWeights): DuplicatePair | null {
  const [first, second] = [a, b].sort((x, y) => x.id < y.id ? -1 : 1)
  return judge(prepare(first), prepare(second), weighing(new Map([[a.country, weights], [b.country, weights]])))
}

/** The words of all names of an organisation. */
export const wordsOf = (entry: Entry): ReadonlySet<string> => new Set(prepare(entry).names.flat())

function prepare ({ id, name, aliases, country, city, region, coordinates, identifiers }: Entry): Prepared {
  const names = [nameWords(name), ...aliases.map(nameWords).filter(words => words.length > 1 || (words[0]?.length ?? 0) >= ALIAS_LENGTH_MIN)].filter(words => words.length > 0)
  return { id, country, city: city === null ? '' : foldDigraphs(foldName(city)), region: region?.code.slice(0, REGION_LENGTH) ?? null, coordinates, identifiers, names }
}

function weightsByCountry (entries: Prepared[]): Map<string, WordWeights> {
  const words = new Map<string, Array<Set<string>>>()
  for (const { country, names } of entries) {
    const own = words.get(country) ?? []
    if (names.length > 0) own.push(new Set(names.flat()))
    words.set(country, own)
  }
  return new Map([...words].map(([country, names]) => [country, weighWords(names)]))
}

/** Entries by identifier, by rare word and by the beginning of a rare word; blocks of one are dropped. */
function blocksOf (entries: Prepared[], weights: Map<string, WordWeights>): { of: (i: number) => number[][] } {
  const members = new Map<string, number[]>()
  const keysOf = ({ country, names, identifiers }: Prepared): Set<string> => {
    const { weigh } = weights.get(country) as WordWeights
    const rare = names.flatMap(words => [...new Set(words)].sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1)).slice(0, RARE_WORDS))
    return new Set([...identifiers.map(keyOf), ...rare.map(word => `${country} ${word}`), ...rare.filter(word => word.length > STEM_LENGTH).map(word => `${country} ${word.slice(0, STEM_LENGTH)}…`)])
  }
  const keys = entries.map(keysOf)
  keys.forEach((own, i) => own.forEach(key => {
    const block = members.get(key)
    if (block === undefined) members.set(key, [i])
    else block.push(i)
  }))
  return { of: i => [...keys[i]].map(key => members.get(key) as number[]).filter(block => block.length > 1 && block.length <= BLOCK_MAX) }
}

/** The names of an entry, weighed once however often it is compared. */
function weighing (weights: Map<string, WordWeights>): (entry: Prepared) => WeighedName[] {
  const known = new Map<Prepared, WeighedName[]>()
  return entry => {
    const names = known.get(entry) ?? entry.names.map(words => weighName(words, weights.get(entry.country) as WordWeights))
    known.set(entry, names)
    return names
  }
}

function judge (a: Prepared, b: Prepared, weighed: (entry: Prepared) => WeighedName[]): DuplicatePair | null {
  const shared = a.identifiers.map(keyOf).filter(key => b.identifiers.some(identifier => keyOf(identifier) === key))
  const decided = shared.some(key => DECIDING.has(key.slice(0, key.indexOf(':'))))
  if (!decided && SEPARATING.some(scheme => contradict(a.identifiers, b.identifiers, scheme))) return null
  const place = agreement(a, b)
  let name = 0
  if (a.country === b.country) {
    weighed(a).forEach((one, i) => weighed(b).forEach((other, j) => {
      name = Math.max(name, nameSimilarity(one, other) * (i === 0 && j === 0 ? 1 : ALIAS_FACTOR))
    }))
  }
  const score = decided ? 1 : name * PLACE_FACTOR[place]
  if (score < REVIEW_SCORE_MIN && shared.length === 0) return null
  return { a: a.id, b: b.id, band: score >= AUTO_SCORE_MIN ? 'auto' : 'review', reasons: { score, name, place, identifiers: shared } }
}

const keyOf = ({ scheme, value }: Identifier): string => `${scheme}:${value}`

function contradict (a: Identifier[], b: Identifier[], scheme: string): boolean {
  const [own, others] = [a, b].map(list => list.filter(identifier => identifier.scheme === scheme).map(({ value }) => value))
  return own.length > 0 && others.length > 0 && !own.some(value => others.includes(value))
}

/** Cities by folded name, one of which may also name the district, or by what they stand for: Warsaw and Warszawa have one place. */
function agreement (a: Prepared, b: Prepared): DuplicateReasons['place'] {
  if (a.country !== b.country) return 'elsewhere'
  if (a.coordinates !== null && b.coordinates !== null && distanceKm(a.coordinates, b.coordinates) <= SAME_CITY_KM) return 'same-city'
  if (a.city !== '' && b.city !== '' && (` ${a.city} `.includes(` ${b.city} `) || ` ${b.city} `.includes(` ${a.city} `))) return 'same-city'
  if (a.city === '' || b.city === '') return a.region !== null && b.region !== null ? (a.region === b.region ? 'same-region' : 'elsewhere') : 'unknown'
  return a.region !== null && a.region === b.region ? 'same-region' : 'elsewhere'
}
