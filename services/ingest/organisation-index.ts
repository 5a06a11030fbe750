/**
 * Which organisation a row means: the one that has any of its identifiers, in the store or earlier in the files, else a new one
 * named after its first identifier in the order ror, lei, pic, vat, wikidata, national, local; without any, after source, name and country. An id that was
 * merged into another organisation means that one.
 */
import { organisationId } from '../ids.ts'
import { Identifier } from '../contract/organisation.ts'
import type { OrganisationInput } from '../contract/organisation.ts'
import { IDENTIFIER_SCHEMES } from '../contract/vocabulary.ts'
import type { GraphStore } from '../store/graph-store.ts'
import type { Endpoint, OrganisationDraft } from './drafts.ts'

const ORDER: readonly string[] = ['ror', 'lei', 'pic', 'vat', 'wikidata', 'national', 'local']
/** Form of an organisation's service id. */
export const ORGANISATION_ID = /^org-[0-9a-hjkmnp-tv-z]{12}$/

type Identification = { scheme: string, value: string }
export const keyOf = ({ scheme, value }: Identification): string => `${scheme}:${value}`

export type Resolved =
  | { id: string, /** VAT numbers that belong to another organisation. */ leftOut: string[], /** The row speaks of an entry that was merged into this organisation. */ merged: boolean }
  | { /** What was expected instead. */ conflict: string }

export class OrganisationIndex {
  private readonly idByKey = new Map<string, string>()
  private readonly known = new Set<string>()
  private readonly stored = new Set<string>()
  private readonly withPic = new Set<string>()
  private readonly store: Pick<GraphStore, 'findByIdentifiers' | 'getOrganisations'>
  private readonly source: string
  private readonly redirects: ReadonlyMap<string, string>

  /** `redirects`: merged id -> the organisation it is part of. */
  constructor (store: Pick<GraphStore, 'findByIdentifiers' | 'getOrganisations'>, source: string, redirects: ReadonlyMap<string, string>) {
    this.store = store
    this.source = source
    this.redirects = redirects
  }

  /** Asks the store, in two calls, for everything a batch of rows refers to. */
  async prefetch (drafts: OrganisationDraft[], endpoints: Endpoint[]): Promise<void> {
    const references = endpoints.map(endpoint => readEndpoint(endpoint.text, this.source))
    const keys = [...drafts.flatMap(({ organisation }) => organisation.identifiers.map(keyOf)), ...references.flatMap(reference => reference.key ?? [])]
    const unknown = [...new Set(keys)].filter(key => !this.idByKey.has(key))
    const found = unknown.length === 0 ? new Map<string, string>() : await this.store.findByIdentifiers(unknown)
    for (const [key, id] of found) this.idByKey.set(key, id)
    const ids = [...found.values(), ...references.flatMap(reference => reference.id === null ? [] : this.follow(reference.id)), ...drafts.map(({ organisation, id }) => this.follow(id ?? newId(organisation, this.source)))]
    const unseen = [...new Set(ids)].filter(id => !this.known.has(id))
    for (const organisation of unseen.length === 0 ? [] : await this.store.getOrganisations(unseen)) {
      this.known.add(organisation.id)
      this.stored.add(organisation.id)
      if (organisation.identifiers.some(identifier => identifier.scheme === 'pic')) this.withPic.add(organisation.id)
    }
  }

  /** The organisation a row means; claims its identifiers for it. Call prefetch first. */
  resolve ({ organisation, id: given, sharedVat }: OrganisationDraft): Resolved {
    const own = given ?? newId(organisation, this.source)
    const stated = given === null ? null : this.follow(given)
    if (stated !== null && !this.known.has(stated)) return { conflict: `the id of an organisation in the store, not ${given}; leave it empty for a new one` }
    const pic = organisation.identifiers.find(identifier => identifier.scheme === 'pic')
    const picId = pic === undefined ? undefined : this.idByKey.get(keyOf(pic))
    const leftOut: string[] = []
    const owners = new Map<string, string>(stated === null ? [] : [[stated, 'id']])
    for (const identifier of organisation.identifiers) {
      const key = keyOf(identifier)
      const owner = this.idByKey.get(key)
      if (owner === undefined) continue
      const anothers = sharedVat && identifier.scheme === 'vat' && pic !== undefined && owner !== picId && this.withPic.has(owner)
      if (anothers) leftOut.push(key)
      else owners.set(owner, key)
    }
    if (owners.size > 1) {
      const shown = [...owners].map(([id, key]) => `${key} (${id})`).join(' and ')
      return { conflict: `identifiers of one organisation; ${shown} are two: correct the row, or merge the two first` }
    }
    const [id = this.follow(own)] = owners.keys()
    for (const identifier of organisation.identifiers) {
      if (!leftOut.includes(keyOf(identifier))) this.idByKey.set(keyOf(identifier), id)
    }
    if (pic !== undefined) this.withPic.add(id)
    this.known.add(id)
    return { id, leftOut, merged: this.redirects.get(own) === id }
  }

  /** Id of the organisation an endpoint names, null if nothing answers to it. Call prefetch first. */
  find (endpoint: Endpoint): string | null {
    const { id, key } = readEndpoint(endpoint.text, this.source)
    if (id !== null) return this.known.has(this.follow(id)) ? this.follow(id) : null
    return key === null ? null : this.idByKey.get(key) ?? null
  }

  private follow (id: string): string {
    return this.redirects.get(id) ?? id
  }

  /** True if the store held it before this import. */
  isStored (id: string): boolean {
    return this.stored.has(id)
  }
}

function newId (organisation: OrganisationInput, source: string): string {
  const [first] = [...organisation.identifiers].sort((a, b) => ORDER.indexOf(a.scheme) - ORDER.indexOf(b.scheme))
  return organisationId(first === undefined ? `${source}/${organisation.name}/${organisation.country}` : keyOf(first))
}

/** The local identifier that a key column of a source stands for. */
export const localIdentifier = (source: string, key: string): { scheme: 'local', value: string } => ({ scheme: 'local', value: `${source}/${key}` })

function readEndpoint (text: string, source: string): { id: string | null, key: string | null } {
  if (ORGANISATION_ID.test(text)) return { id: text, key: null }
  const [scheme, ...rest] = text.split(':')
  if (rest.length > 0 && (IDENTIFIER_SCHEMES as readonly string[]).includes(scheme)) {
    const identifier = Identifier.safeParse({ scheme, value: rest.join(':') })
    return { id: null, key: identifier.success ? keyOf(identifier.data) : null }
  }
  return { id: null, key: keyOf(localIdentifier(source, text)) }
}
