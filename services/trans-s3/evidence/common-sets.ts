/**
 * Common sets: which codes the regions of a group have declared alike.
 *
 * A column is an S3 theme, a NACE section, or a domain that serves no theme. A programme part counts for every theme it serves (services/reference/data/domains.tsv), a NACE code for its
 * section. A cell is the number of the region's declared priorities that name the column. Regions that have declared nothing in codes are left out of sets and overlap: they are not known
 * to have no priorities.
 */
import { groupOverlap } from '../../analysis/specialisation/group-overlap.ts'
import type { GroupOverlap } from '../../analysis/specialisation/group-overlap.ts'
import { sharedSets } from '../../analysis/specialisation/shared-sets.ts'
import type { SharedSets } from '../../analysis/specialisation/shared-sets.ts'
import { sectionOf } from '../../contract/nace-section.ts'
import type { Reference } from '../../reference/reference.ts'
import { declaredByRegion } from './declared-by-region.ts'
import type { DeclaredByRegion, WorkspacePriority } from './declared-by-region.ts'
import type { WorkspaceInput } from './evidence-input.ts'

export interface PriorityColumn {
  code: string
  kind: 'theme' | 'section' | 'domain'
  /** Codes that count for it, as the regions gave them. */
  as: string[]
  /** Places of the regions that have it, ascending. */
  regions: number[]
}

export interface CommonSets {
  declared: DeclaredByRegion
  /** Places of the regions that have declared anything in codes. */
  declaring: number[]
  /** All themes, and what else is declared: sections by letter, then domains. */
  columns: PriorityColumn[]
  /** Priorities by region and column. */
  counts: number[][]
  /** Regions that must have a code for it to be common. */
  sharedBy: number
  /** Sets of two codes or more that the same regions share; places in `columns` and of regions. */
  sets: SharedSets
  /** Of each two declaring regions; places of regions. */
  overlaps: GroupOverlap[]
}

export function findCommonSets ({ state, settings, group: { parts }, reference }: WorkspaceInput): CommonSets {
  const declared = declaredByRegion(state, parts, reference)
  const { columns, counts } = countCodes(declared, reference)
  const declaring = [...parts.keys()].filter(p => counts[p].some(count => count > 0))
  const sets = sharedSets(declaring.map(p => counts[p].map(count => count > 0)), settings.sharedBy)
  const overlaps = groupOverlap({ counts: declaring.map(p => Float64Array.from(counts[p])) }, declaring.map(p => Uint8Array.from(counts[p], count => Number(count > 0))))
  return {
    declared, declaring, columns, counts, sharedBy: settings.sharedBy,
    sets: { ...sets, sets: sets.sets.map(({ codes, regions }) => ({ codes, regions: regions.map(i => declaring[i]) })) },
    // Of two alone everything in common is what all have, which counts nothing: 0 whatever they share would mislead.
    overlaps: overlaps.map(pair => ({ ...pair, a: declaring[pair.a], b: declaring[pair.b], cosine: declaring.length > 2 ? pair.cosine : NaN }))
  }
}

function countCodes ({ regions }: DeclaredByRegion, reference: Reference): Pick<CommonSets, 'columns' | 'counts'> {
  const found = new Map<string, Omit<PriorityColumn, 'regions' | 'as'> & { as: Set<string>, by: Map<number, number> }>()
  const columnAt = (code: string, kind: PriorityColumn['kind']) => {
    const known = found.get(code) ?? { code, kind, as: new Set<string>(), by: new Map<number, number>() }
    found.set(code, known)
    return known
  }
  const themes = reference.domains.filter(({ taxonomy }) => taxonomy === 's3').map(({ code }) => code)
  for (const code of themes) columnAt(code, 'theme')
  regions.forEach(({ coded }, p) => {
    for (const priority of coded) {
      for (const [code, { kind, as }] of columnsOf(priority, reference)) {
        const column = columnAt(code, kind)
        column.by.set(p, (column.by.get(p) ?? 0) + 1)
        for (const each of as) column.as.add(each)
      }
    }
  })
  const others = [...found.values()].filter(({ kind }) => kind !== 'theme').sort((a, b) => a.kind === b.kind ? (a.code < b.code ? -1 : 1) : a.kind === 'section' ? -1 : 1)
  const columns = [...themes.map(code => found.get(code)!), ...others]
  return {
    columns: columns.map(({ code, kind, as, by }) => ({ code, kind, as: [...as].sort(), regions: [...by.keys()] })),
    counts: regions.map((_, p) => columns.map(({ by }) => by.get(p) ?? 0))
  }
}

/** Each once, with the codes of the priority that stand for it. */
function columnsOf ({ domains, sectors }: WorkspacePriority, reference: Reference): Map<string, { kind: PriorityColumn['kind'], as: string[] }> {
  const columns = new Map<string, { kind: PriorityColumn['kind'], as: string[] }>()
  const add = (code: string, kind: PriorityColumn['kind'], as: string): void => { columns.set(code, { kind, as: [...columns.get(code)?.as ?? [], as] }) }
  for (const code of domains) {
    const domain = reference.domain(code)
    if (domain?.taxonomy === 's3') add(code, 'theme', code)
    else if (domain === undefined || domain.s3.length === 0) add(code, 'domain', code)
    else for (const theme of domain.s3) add(theme, 'theme', code)
  }
  for (const code of sectors) add(sectionOf(code) ?? code, 'section', code)
  return columns
}
