/** Which words of the data are fields of work: what clusters, regions and priorities are compared by. */
import type { Cluster } from '../contract/cluster.ts'
import type { Reference } from '../reference/reference.ts'
import type { MultiCoded, Snapshot } from '../snapshot/snapshot.ts'

type Term = Cluster['domains'][number]

/** Members with a field below which a quotient would mislead. */
export const FIELD_MEMBERS_MIN = 5
export const SURE_Q_MAX = 0.05

export const isSure = ({ q, lower }: Pick<Term, 'q' | 'lower'>): boolean => q !== null && q < SURE_Q_MAX && lower !== null && lower > 1

/** Of one taxonomy: programme parts where the data has any, since priorities are derived from them and would say everything twice. */
export function finestOf (codes: readonly string[]): string[] {
  const parts = codes.filter(code => code.startsWith('h2020:'))
  return parts.length > 0 ? parts : [...codes]
}

/** Codes of the snapshot that say what work is about, not how it was paid for. */
export const thematicFields = ({ domains }: Pick<Snapshot, 'domains'>, reference: Reference): string[] =>
  finestOf(domains.values.filter(code => reference.domain(code)?.thematic === true))

/** Domains of organisations, those of `codes` alone. */
export function onlyFields ({ offsets, codes, values }: MultiCoded, fields: readonly string[]): MultiCoded {
  const place = values.map(value => fields.indexOf(value))
  const kept = { offsets: new Int32Array(offsets.length), codes: [] as number[] }
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let at = offsets[i]; at < offsets[i + 1]; at++) if (place[codes[at]] >= 0) kept.codes.push(place[codes[at]])
    kept.offsets[i + 1] = kept.codes.length
  }
  return { offsets: kept.offsets, codes: Int32Array.from(kept.codes), values: [...fields] }
}

/** Fields of a cluster for a picture: the most common against the network first; those with too few members last. */
export function fieldsOf (cluster: Pick<Cluster, 'domains'>): Term[] {
  const finest = new Set(finestOf(cluster.domains.map(({ code }) => code)))
  const order = (term: Term): number => term.members >= FIELD_MEMBERS_MIN ? term.locationQuotient ?? 0 : -1
  return cluster.domains.filter(term => finest.has(term.code) && term.members > 0).sort((a, b) => order(b) - order(a) || b.members - a.members || (a.code < b.code ? -1 : 1))
}

/** The fields that are surely more common here, the most common against the network first. */
export const sureFields = (cluster: Pick<Cluster, 'domains'>): Term[] => fieldsOf(cluster).filter(term => term.members >= FIELD_MEMBERS_MIN && isSure(term))
