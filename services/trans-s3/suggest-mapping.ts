/**
 * Codes that the words of a priority suggest: S3 themes, parts of programmes, NACE sections and divisions. It only suggests; people confirm.
 *
 * A word of the title counts for a code where it is a word of one of the code's names (equal but for a plural, or alike in all but the end), or, for a theme, begins as one of its words in
 * theme-words.tsv. Words that stand in many names and say nothing of the field (STOP_WORDS) do not count. Of each list those with most words come first, then those of whose name most is
 * matched, then by code; the same title always gets the same codes. O(words of the title x names that share a beginning).
 */
import type { DeclaredPriority } from '../contract/declared-priorities.ts'
import { foldName } from '../contract/fold-name.ts'
import { readTable } from '../reference/read-table.ts'
import type { Reference } from '../reference/reference.ts'
import type { WorkspacePriority } from './evidence/declared-by-region.ts'

/** `words`: of the title, as they stand there, for which it is suggested. */
export interface SuggestedCode { code: string, words: string[] }
export interface SuggestedMapping { domains: SuggestedCode[], sectors: SuggestedCode[] }

/** Codes suggested in each list: more is no help to one who has to choose. */
export const SUGGESTED_MAX = 4
/** Share of the words of a name that must be matched: one of the six fields of a long name says little. */
const MATCHED_LEAST = 1 / 5
/** Letters in which two words must be alike, all but one or none of the shorter: "zdrowie" and "zdrowia", "forest" and "forestry". */
const ALIKE_LETTERS = 6
/** Letters left of a word whose ending is taken off. */
const STEM_LETTERS = 4

const STOP_WORDS = new Set((
  'and of the in for with on to from by or not as a an at other except own use via nec n e c activities activity services service products product articles goods manufacture manufactures supply equipment related support ' +
  'ancillary general specialised basic preparations undifferentiated producing compulsory except through secure clean efficient efficiency smart green integrated changing world action sustainable sustainability ' +
  'advanced economy management research development technology technologies innovation innovative inclusive reflective leadership enabling europe societies high quality new modern based solutions sector sectors industry ' +
  'i oraz z w do na dla o inteligentne inteligentna inteligentny zrownowazona zrownowazone zaawansowana gospodarka efektywne efektywna efektywnosc czysta czyste bezpieczna bezpieczne badania wiodaca pozycja europa ' +
  'zmieniajacym sie swiecie spoleczenstwa integracyjne innowacyjne refleksyjne zielony zintegrowany technologie technologiach szkolenia dzialania'
).split(' '))

export function suggestMapping (title: string, reference: Reference): SuggestedMapping {
  const { names, byStem, byBeginning, themes } = indexOf(reference)
  /** Words of the title by name, and for themes by code alone. */
  const matched = new Map<Name, Map<string, Set<string>>>()
  const suggestions = new Map<string, { words: Set<string>, share: number }>()
  const suggest = (code: string, words: Iterable<string>, share: number): void => {
    const known = suggestions.get(code) ?? { words: new Set<string>(), share: 0 }
    for (const word of words) known.words.add(word)
    suggestions.set(code, { words: known.words, share: Math.max(known.share, share) })
  }
  for (const written of title.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const word = foldName(written)
    for (const { code, beginning } of themes) if (word.startsWith(beginning)) suggest(code, [written], 1)
    if (STOP_WORDS.has(word)) continue
    for (const at of new Set([...byStem.get(stemOf(word)) ?? [], ...byBeginning.get(word.slice(0, ALIKE_LETTERS)) ?? []])) {
      const name = names[at]
      const own = name.words.filter(each => isAlike(each, word))
      if (own.length === 0) continue
      const found = matched.get(name) ?? new Map<string, Set<string>>()
      for (const each of own) found.set(each, (found.get(each) ?? new Set<string>()).add(written))
      matched.set(name, found)
    }
  }
  for (const [{ code, words }, found] of matched) if (found.size / words.length >= MATCHED_LEAST) suggest(code, [...found.values()].flatMap(each => [...each]), found.size / words.length)
  const ordered = [...suggestions].map(([code, { words, share }]) => ({ code, words: [...words], share })).sort((a, b) => b.words.length - a.words.length || b.share - a.share || (a.code < b.code ? -1 : 1))
  const listed = (isDomain: boolean): SuggestedCode[] => ordered.filter(({ code }) => code.includes(':') === isDomain).slice(0, SUGGESTED_MAX).map(({ code, words }) => ({ code, words }))
  return { domains: listed(true), sectors: listed(false) }
}

/** A priority as it is taken into a workspace: with its own codes, or with those that its title suggests, which wait to be confirmed. Where there are none either, it stays in words. */
export function takeIntoWorkspace (priority: DeclaredPriority, reference: Reference): WorkspacePriority {
  if (priority.domains.length + priority.sectors.length > 0) return { ...priority, mapping: 'declared' }
  const { domains, sectors } = suggestMapping(priority.title, reference)
  return { ...priority, domains: domains.map(({ code }) => code), sectors: sectors.map(({ code }) => code), mapping: domains.length + sectors.length > 0 ? 'suggested' : 'declared' }
}

interface Name { code: string, words: string[] }
/** Places in `names` by what words of them begin with. */
interface Index { names: Name[], byStem: Map<string, number[]>, byBeginning: Map<string, number[]>, themes: Array<{ code: string, beginning: string }> }

const indexes = new WeakMap<Reference, Index>()

function indexOf (reference: Reference): Index {
  const known = indexes.get(reference)
  if (known !== undefined) return known
  const names = [
    ...reference.domains.filter(({ thematic }) => thematic).flatMap(({ code, name, shortName, namePl, shortNamePl }) => [name, shortName, namePl, shortNamePl].map(text => nameOf(code, text))),
    ...reference.sectors.filter(({ level }) => level <= 2).map(({ code, name }) => nameOf(code, name))
  ]
  const index: Index = {
    names, byStem: new Map(), byBeginning: new Map(),
    themes: readTable('theme-words.tsv', ['theme', 'language', 'beginnings']).flatMap(([code, , beginnings]) => beginnings.split('|').map(beginning => ({ code, beginning: foldName(beginning) })))
  }
  names.forEach(({ words }, at) => {
    for (const word of words) {
      index.byStem.set(stemOf(word), [...index.byStem.get(stemOf(word)) ?? [], at])
      if (word.length >= ALIKE_LETTERS) index.byBeginning.set(word.slice(0, ALIKE_LETTERS), [...index.byBeginning.get(word.slice(0, ALIKE_LETTERS)) ?? [], at])
    }
  })
  indexes.set(reference, index)
  return index
}

/** Without words that say nothing; where none is left, as "Manufacturing" alone would be, all. */
function nameOf (code: string, text: string): Name {
  const words = [...new Set(foldName(text).split(' '))]
  const telling = words.filter(word => !STOP_WORDS.has(word))
  return { code, words: telling.length > 0 ? telling : words }
}

/** "fishing" and "fish", "metals" and "metal". */
function stemOf (word: string): string {
  const stem = word.replace(/(ings?|s)$/, '')
  return stem.length >= STEM_LETTERS ? stem : word
}

function isAlike (a: string, b: string): boolean {
  if (stemOf(a) === stemOf(b)) return true
  const shorter = Math.min(a.length, b.length)
  let alike = 0
  while (alike < shorter && a[alike] === b[alike]) alike++
  return alike >= ALIKE_LETTERS && alike >= shorter - 1
}
