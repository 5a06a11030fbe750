/**
 * In which fields each region, and the whole group, has more organisations than the run has elsewhere: location quotients with their 95 % intervals.
 *
 * (k / n) / (K / N), the interval of Wilson, q over all fields of all regions (analysis/specialisation/); sure: q < 0.05 and the lower end above 1, as in cluster reports. A number of
 * organisations with a field is told where it is not from 1 to under `below` and would not tell one that is: numbers of one field add up to that of the group, so one that is withheld takes
 * another with it, and where it is alone the group's.
 */
import { groupTerms } from '../../analysis/specialisation/group-terms.ts'
import { specialisation } from '../../analysis/specialisation/specialisation.ts'
import { sectionOf } from '../../contract/nace-section.ts'
import { isSure } from '../../reports/fields.ts'
import { suppressList } from '../../reports/suppress.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { MultiCoded } from '../../snapshot/snapshot.ts'
import type { Group } from '../choose-regions.ts'

export interface FieldQuotient {
  /** Place of the region; as many as there are regions: the whole group. */
  part: number
  code: string
  /** k of n organisations have it; K of N in the run. */
  members: number
  size: number
  carriers: number
  nodes: number
  /** null without organisations. */
  quotient: number | null
  lower: number | null
  upper: number | null
  q: number | null
  sure: boolean
  told: boolean
}

/** Prior of the log-odds, which are not used here. */
const PRIOR_WEIGHT = 1

/** By region, the surest fields first, those that may not be told by code after them, so that their place tells nothing; the whole group last. */
export function fieldQuotients ({ projection: { graph } }: LoadedRun, { parts, partOf }: Group, terms: MultiCoded, sizeTold: readonly boolean[], below: number): FieldQuotient[] {
  const quotientsOf = (groups: Int32Array, groupNames: string[], first: number): FieldQuotient[] => {
    const counted = groupTerms({ graph, groups, groupNames, terms })
    return specialisation(counted, graph.n, PRIOR_WEIGHT).map(row => ({
      part: first + row.group, code: counted.termNames[row.term], members: row.members, size: counted.sizes[row.group], carriers: counted.carriers[row.term], nodes: graph.n,
      quotient: row.locationQuotient, lower: row.lower, upper: row.upper, q: row.q, sure: isSure(row), told: sizeTold[first + row.group]
    }))
  }
  const rows = [...quotientsOf(partOf, parts.map(({ code }) => code), 0), ...quotientsOf(partOf.map(part => part < 0 ? -1 : 0), ['group'], parts.length)]
  for (const code of terms.values) {
    const ofField = rows.filter(row => row.code === code && row.part < parts.length)
    const { cells, total } = suppressList(ofField.map(({ members }) => members), below)
    ofField.forEach((row, i) => { row.told &&= !cells[i] })
    const ofGroup = rows.find(row => row.code === code && row.part === parts.length)
    if (ofGroup !== undefined) ofGroup.told &&= !total && !(ofGroup.members > 0 && ofGroup.members < below)
  }
  const hidden = rows.filter(({ told }) => !told).sort((a, b) => a.code < b.code ? -1 : 1)
  return [...rows.filter(({ told }) => told), ...hidden].sort((a, b) => a.part - b.part)
}

/** Sections of NACE as words of organisations, each once. */
export function sectionTerms ({ offsets, codes, values }: MultiCoded): MultiCoded {
  const sections = values.map(sectionOf)
  const letters = [...new Set(sections.filter(section => section !== null))].sort()
  const place = sections.map(section => section === null ? -1 : letters.indexOf(section))
  const kept = { offsets: new Int32Array(offsets.length), codes: [] as number[] }
  for (let i = 0; i + 1 < offsets.length; i++) {
    kept.codes.push(...[...new Set(Array.from(codes.subarray(offsets[i], offsets[i + 1]), code => place[code]))].filter(at => at >= 0).sort((a, b) => a - b))
    kept.offsets[i + 1] = kept.codes.length
  }
  return { offsets: kept.offsets, codes: Int32Array.from(kept.codes), values: letters }
}
