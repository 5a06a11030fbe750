/**
 * What regions have declared as their smart specialisation, beside what the network shows.
 *
 * Revealed: a word surely more common among the organisations of the region than in the whole run (q < 0.05 over all words of its family and all regions compared, lower end of the interval of the
 * location quotient above 1). Families of words are fields (a Trans-S3 priority and the programme parts that serve it count as the same one) and, where the caller has them, sections of NACE.
 * matched: a word that the priority names is revealed; declared only: none of them is; not comparable: it names none that the data have; revealed only: no declared priority names it.
 * What a network of projects shows is not what a region is good at: fields outside the projects cannot be seen in it.
 */
import { groupTerms } from '../analysis/specialisation/group-terms.ts'
import { specialisation } from '../analysis/specialisation/specialisation.ts'
import type { DeclaredPriorities, DeclaredPriority } from '../contract/declared-priorities.ts'
import { newestRegionCode } from '../contract/region-codes.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { MultiCoded, Snapshot } from '../snapshot/snapshot.ts'
import { isSure, onlyFields } from './fields.ts'
import type { Part } from './report-group.ts'

export interface Evidence { code: string, members: number, size: number, quotient: number | null, lower: number | null, upper: number | null, sure: boolean }
export interface Comparison {
  part: Part
  rows: Array<{ state: 'matched' | 'declared only' | 'not comparable' | 'revealed only', priority: DeclaredPriority | null, evidence: Evidence[] }>
  declared: boolean
}

/** Prior of the log-odds, which are not used here. */
const PRIOR_WEIGHT = 1

/** Words of organisations, and whether a priority names one of them. Each family is a family of tests. */
export interface Family { terms: MultiCoded, isNamed: (priority: DeclaredPriority, code: string) => boolean }

/** `fields`: codes that can be revealed. */
export const fieldFamily = ({ domains }: Pick<Snapshot, 'domains'>, fields: readonly string[], reference: Reference): Family => ({
  terms: onlyFields(domains, fields), isNamed: (priority, code) => priority.domains.some(domain => isSame(domain, code, reference))
})

/** One comparison for each part; `partOf`: place in `parts` of each organisation, -1: in none. */
export function compareDeclared ({ projection: { graph } }: LoadedRun, parts: readonly Part[], partOf: Int32Array, declared: readonly DeclaredPriorities[], families: readonly Family[]): Comparison[] {
  const evidence: Array<Array<Evidence & Pick<Family, 'isNamed'>>> = parts.map(() => [])
  for (const { terms, isNamed } of families) {
    const counted = groupTerms({ graph, groups: partOf, groupNames: parts.map(({ code }) => code), terms })
    for (const row of specialisation(counted, graph.n, PRIOR_WEIGHT)) {
      evidence[row.group].push({ code: counted.termNames[row.term], members: row.members, size: counted.sizes[row.group], quotient: row.locationQuotient, lower: row.lower, upper: row.upper, sure: isSure(row), isNamed })
    }
  }
  return parts.map((part, p): Comparison => {
    const priorities = declared.filter(({ region }) => newestRegionCode(region) === part.code).flatMap(each => each.priorities)
    const compared = priorities.map(priority => {
      const named = evidence[p].filter(({ code, isNamed }) => isNamed(priority, code))
      return { priority, named, state: named.some(({ sure }) => sure) ? 'matched' as const : named.length > 0 ? 'declared only' as const : 'not comparable' as const }
    })
    const told = new Set(compared.flatMap(({ named }) => named.map(({ code }) => code)))
    return {
      part,
      declared: priorities.length > 0,
      rows: [
        ...compared.map(({ priority, named, state }) => ({ state, priority, evidence: named })),
        ...evidence[p].filter(({ code, sure }) => sure && !told.has(code)).map(each => ({ state: 'revealed only' as const, priority: null, evidence: [each] }))
      ]
    }
  })
}

/** The field itself, or a programme part that serves the priority, either way round. */
const isSame = (declared: string, field: string, reference: Reference): boolean =>
  declared === field || (reference.domain(field)?.s3.includes(declared) ?? false) || (reference.domain(declared)?.s3.includes(field) ?? false)
