/**
 * Fields near to what a region has, and which region would add what it lacks.
 *
 * Fields are related where single organisations of the run often have both (analysis/specialisation/relatedness.ts); a region is specialised in a field where the field's share of the region's
 * mentions is at least its share over the regions compared (group-terms.ts), and FIELD_MEMBERS_MIN organisations have it: fewer would say little, and tell small numbers. Density: per cent of what is related to a field that the region is specialised in already. Added by a partner: the
 * same over what the partner is specialised in and the region is not; it has a direction. Regions with fewer than FIELD_MEMBERS_MIN organisations that have a field are left out.
 * Sources: Balland et al. 2019, Reg. Stud. 53:1252; Balland & Boschma 2021, Reg. Stud. 55:1059.
 */
import { groupTerms, specialisedIn } from '../../analysis/specialisation/group-terms.ts'
import { relatedness, termsOfNodes } from '../../analysis/specialisation/relatedness.ts'
import { complementarity, relatednessDensity } from '../../analysis/specialisation/relatedness-density.ts'
import { FIELD_MEMBERS_MIN } from '../../reports/fields.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { MultiCoded } from '../../snapshot/snapshot.ts'
import type { Group } from '../choose-regions.ts'

/** Fields told of for each region, and for each pair of regions: what one can begin to talk about. */
export const NEAR_LISTED = 3
/** With fewer units, or fewer terms, relatedness is a hint at most (analysis/specialisation/relatedness.ts). */
export const UNITS_MIN = 30
export const TERMS_MIN = 15

export interface NearFields {
  /** Organisations that have more than one field, from which relatedness is known, and fields. */
  units: number
  terms: number
  /** Places of regions that are compared, and of those left out. */
  compared: number[]
  leftOut: number[]
  /** Codes each compared region is specialised in. */
  specialised: Array<{ region: number, codes: string[] }>
  /** Fields a region is not specialised in, those nearest to what it has first; `mean`: of all compared regions. */
  near: Array<{ region: number, code: string, density: number, mean: number }>
  /** What `giver` would add to `receiver`: mean over the fields the receiver lacks, null where it lacks none, and the fields to which most is added. */
  added: Array<{ receiver: number, giver: number, mean: number | null, fields: Array<{ code: string, share: number }> }>
}

/** `terms`: the fields of each organisation. */
export function findNearFields ({ projection: { graph } }: LoadedRun, { parts, partOf, members }: Group, terms: MultiCoded): NearFields {
  const withField = parts.map(() => 0)
  for (const i of members) if (terms.offsets[i] < terms.offsets[i + 1]) withField[partOf[i]]++
  const compared = [...parts.keys()].filter(p => withField[p] >= FIELD_MEMBERS_MIN)
  const placeOf = new Map(compared.map((p, g) => [p, g]))
  const counted = groupTerms({ graph, groups: partOf.map(p => placeOf.get(p) ?? -1), groupNames: compared.map(p => parts[p].code), terms })
  const specialised = specialisedIn(counted).map((row, g) => row.map((is, t) => is === 1 && counted.counts[g][t] >= FIELD_MEMBERS_MIN ? 1 : 0))
  const related = relatedness(termsOfNodes(terms), terms.values.length)
  const density = relatednessDensity(specialised, related)
  const codes = counted.termNames
  return {
    units: Array.from({ length: graph.n }, (_, i) => terms.offsets[i + 1] - terms.offsets[i]).filter(count => count > 1).length,
    terms: codes.length,
    compared, leftOut: [...parts.keys()].filter(p => withField[p] < FIELD_MEMBERS_MIN),
    specialised: compared.map((region, g) => ({ region, codes: codes.filter((_, t) => specialised[g][t] === 1) })),
    near: compared.flatMap((region, g) => codes.map((code, t) => ({ region, code, density: density[g][t], mean: density.reduce((sum, row) => sum + row[t], 0) / density.length }))
      .filter((field, t) => specialised[g][t] === 0 && field.density > 0).sort((a, b) => b.density - a.density || (a.code < b.code ? -1 : 1)).slice(0, NEAR_LISTED)),
    added: complementarity(specialised, related, NEAR_LISTED).map(({ receiver, giver, mean, added }) => ({
      receiver: compared[receiver], giver: compared[giver], mean: Number.isNaN(mean) ? null : mean, fields: added.map(({ term, share }) => ({ code: codes[term], share }))
    }))
  }
}
