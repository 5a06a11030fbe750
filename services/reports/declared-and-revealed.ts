/**
 * What regions have declared as their smart specialisation, beside what the network shows.
 *
 * Revealed: a field surely more common among the organisations of the region than in the whole run (q < 0.05 over all fields of all regions compared, lower end of the interval of the
 * location quotient above 1). Declared priorities are compared by their domains; a Trans-S3 priority and the programme parts that serve it count as the same field.
 * matched: a declared domain is revealed; declared only: none of its domains is; not comparable: it names no domain; revealed only: no declared priority names it.
 * What a network of projects shows is not what a region is good at: fields outside the projects cannot be seen in it.
 */
import { groupTerms } from '../analysis/specialisation/group-terms.ts'
import { specialisation } from '../analysis/specialisation/specialisation.ts'
import type { DeclaredPriorities, DeclaredPriority } from '../contract/declared-priorities.ts'
import { newestRegionCode } from '../contract/region-codes.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun } from '../runs/run-service.ts'
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

/** One comparison for each part; `partOf`: place in `parts` of each organisation, -1: in none. `fields`: codes that can be revealed. */
export function compareDeclared ({ snapshot, projection: { graph } }: LoadedRun, parts: readonly Part[], partOf: Int32Array, declared: readonly DeclaredPriorities[], fields: readonly string[], reference: Reference): Comparison[] {
  const counted = groupTerms({ graph, groups: partOf, groupNames: parts.map(({ code }) => code), terms: onlyFields(snapshot.domains, fields) })
  const evidence: Evidence[][] = parts.map(() => [])
  for (const row of specialisation(counted, graph.n, PRIOR_WEIGHT)) {
    evidence[row.group].push({ code: counted.termNames[row.term], members: row.members, size: counted.sizes[row.group], quotient: row.locationQuotient, lower: row.lower, upper: row.upper, sure: isSure(row) })
  }
  return parts.map((part, p): Comparison => {
    const priorities = declared.filter(({ region }) => newestRegionCode(region) === part.code).flatMap(each => each.priorities)
    const compared = priorities.map(priority => {
      const named = evidence[p].filter(({ code }) => priority.domains.some(domain => isSame(domain, code, reference)))
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
