/** Search that forgives: diacritics, spelling, unfinished words, words in any order. Built in steps that let other work run between them. */
import type { SearchResult } from 'minisearch'
import MiniSearch from 'minisearch'
import type { Cluster } from '../contract/cluster.ts'
import { normaliseIdentifier } from '../contract/identifiers.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Suggestion } from '../contract/search.ts'
import { IDENTIFIER_SCHEMES } from '../contract/vocabulary.ts'
import { countPlaces } from './count-places.ts'
import type { SearchDocument, SearchReference, Standing } from './search-documents.ts'
import { clusterDocument, organisationDocument } from './search-documents.ts'
import { foldSearch, mistakesAllowed, QUERY_TERMS_MAX, searchTerms } from './search-terms.ts'

/** Documents indexed before other work gets its turn: a few milliseconds. */
const CHUNK_SIZE = 100
/** Lines that organisations leave to clusters, places, domains and countries where any fit, and these to organisations. */
const EACH_MIN = 3
const FIELDS = ['name', 'aliases', 'city', 'identifiers', 'country', 'domains'] as const
const FIELD_BOOST = { name: 6, aliases: 4, city: 2, identifiers: 2, country: 0.5, domains: 0.3 }
/** A country or a domain that fits is meant more often than one of the thousands of organisations that carry its name. */
const TYPE_BOOST: Record<Suggestion['type'], number> = { country: 3, domain: 2, cluster: 2, place: 1.5, organisation: 1 }
/** What ten times the strength adds to the relevance. */
const STANDING_BOOST = 0.25
/** Identifiers are pasted as addresses: what stands before the last part says nothing. */
const ADDRESS = /^\s*https?:\/\/(?:[^/\s]*\/)*/

export interface SearchParts {
  /** Batches, as GraphStore.streamOrganisations gives them. */
  organisations: AsyncIterable<readonly Organisation[]> | Iterable<readonly Organisation[]>
  clusters: readonly Cluster[]
  reference: SearchReference
  /** Strength and cluster in the run the clusters are of; undefined: not in it. */
  standing: (id: string) => Standing | undefined
}

export interface SearchIndex {
  /** Best first, at most `limit`. An exact identifier (PIC, ROR, id) comes before anything else, then what is called exactly so. */
  search: (q: string, limit: number) => Suggestion[]
  /** Ids of the organisations that fit, best first. */
  rank: (q: string) => string[]
}

export async function createSearchIndex ({ organisations, clusters, reference, standing }: SearchParts): Promise<SearchIndex> {
  const documents = new Map<string, SearchDocument>()
  const byIdentifier = new Map<string, string[]>()
  /** By the whole label, folded. */
  const byLabel = new Map<string, string[]>()
  const places = countPlaces(reference)
  const index = new MiniSearch<SearchDocument>({ idField: 'key', fields: [...FIELDS], tokenize: searchTerms, processTerm: term => term })

  const add = async (batch: SearchDocument[]) => {
    // A city and the region named after it are one suggestion: the first stays.
    const fresh = batch.filter(document => {
      if (documents.has(document.key)) return false
      documents.set(document.key, document)
      append(byLabel, foldSearch(document.suggestion.label), document.key)
      return true
    })
    await index.addAllAsync(fresh, { chunkSize: CHUNK_SIZE })
  }
  for await (const batch of organisations) {
    const made = batch.map(organisation => organisationDocument(organisation, reference, standing(organisation.id)))
    batch.forEach((organisation, i) => {
      places.add(organisation)
      for (const key of [organisation.id, ...organisation.identifiers.map(({ value }) => value.toLowerCase())]) append(byIdentifier, key, made[i].key)
    })
    await add(made)
  }
  await add(clusters.map(cluster => clusterDocument(cluster, reference)))
  await add(places.documents())

  const find = (q: string, wanted: (document: SearchDocument) => boolean): SearchDocument[] => {
    const identified = new Set(identifierKeys(q).flatMap(key => byIdentifier.get(key) ?? []))
    const named = new Set(byLabel.get(foldSearch(q)) ?? [])
    const exact = [...identified].map(key => documents.get(key)!).filter(wanted)
    const rest = ranked(index, documents, q, wanted).filter(({ key }) => !identified.has(key))
    return [...exact, ...rest.filter(({ key }) => named.has(key)), ...rest.filter(({ key }) => !named.has(key))]
  }
  return {
    search: (q, limit) => mix(find(q, () => true), limit).map(({ suggestion }) => suggestion),
    rank: q => find(q, ({ suggestion }) => suggestion.type === 'organisation').map(({ suggestion }) => suggestion.id)
  }
}

/** Documents in which every word is found; if there are none, those with any of the words. Equal scores: the stronger, then by key. */
function ranked (index: MiniSearch<SearchDocument>, documents: Map<string, SearchDocument>, q: string, wanted: (document: SearchDocument) => boolean): SearchDocument[] {
  const query = searchTerms(q.replace(ADDRESS, '')).slice(0, QUERY_TERMS_MAX).join(' ')
  if (query === '') return []
  const run = (combineWith: 'AND' | 'OR') => index.search(query, {
    combineWith,
    boost: FIELD_BOOST,
    prefix: true,
    fuzzy: mistakesAllowed,
    filter: (result: SearchResult) => wanted(documents.get(result.id as string)!),
    boostDocument: (key: string) => {
      const { suggestion, standing } = documents.get(key)!
      return TYPE_BOOST[suggestion.type] * (1 + STANDING_BOOST * Math.log10(1 + standing))
    }
  })
  const all = run('AND')
  return (all.length > 0 ? all : run('OR'))
    .map(({ id, score }) => ({ document: documents.get(id as string)!, score }))
    .sort((a, b) => b.score - a.score || b.document.standing - a.document.standing || (a.document.key < b.document.key ? -1 : 1))
    .map(({ document }) => document)
}

/** The best, but so that organisations and the other types each keep EACH_MIN lines (half of a shorter list) where they have something. */
function mix (found: SearchDocument[], limit: number): SearchDocument[] {
  const kinds = [true, false].map(isOrganisation => found.filter(({ suggestion }) => (suggestion.type === 'organisation') === isOrganisation))
  const sure = new Set(kinds.flatMap(kind => kind.slice(0, Math.min(EACH_MIN, Math.floor(limit / 2)))))
  for (const document of found) {
    if (sure.size >= limit) break
    sure.add(document)
  }
  return found.filter(document => sure.has(document))
}

/** The ways an identifier is typed: with its scheme ("PIC 999994535"), as an address (https://ror.org/...), bare. */
function identifierKeys (q: string): string[] {
  const bare = q.trim().replace(new RegExp(`^(${IDENTIFIER_SCHEMES.join('|')})[\\s:]+`, 'i'), '')
  return [...new Set(IDENTIFIER_SCHEMES.map(scheme => normaliseIdentifier({ scheme, value: bare }).value.toLowerCase()))]
}

function append (lists: Map<string, string[]>, key: string, value: string) {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
