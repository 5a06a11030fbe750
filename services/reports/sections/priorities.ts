/** Declared priorities of regions beside what the run reveals of them. */
import { isInRegion, newestRegionCode } from '../../contract/region-codes.ts'
import type { Cell, Section } from '../../documents/document.ts'
import { VINTAGES_KNOWN } from '../../reference/reference.ts'
import { column, count, paragraph, text, times, withheld } from '../cells.ts'
import { compareDeclared, fieldFamily } from '../declared-and-revealed.ts'
import type { Comparison, Evidence } from '../declared-and-revealed.ts'
import { thematicFields } from '../fields.ts'
import { placeIn } from '../report-group.ts'
import type { Part } from '../report-group.ts'
import type { Report } from '../report.ts'
import { tellEvidence } from '../told-evidence.ts'
import type { ToldEvidence } from '../told-evidence.ts'

const ROWS_SHOWN = 40
const STATE_WORDS = { matched: 's3.matched', 'declared only': 's3.declaredOnly', 'not comparable': 's3.notComparable', 'revealed only': 's3.revealedOnly' } as const

/** The parts of the group, and regions inside them that have declared something of their own. */
export function comparisonsOf (report: Report): Comparison[] {
  const { loaded, group, declared, reference } = report
  const families = [fieldFamily(loaded.snapshot, thematicFields(loaded.snapshot, reference), reference)]
  const declaring = [...new Set(declared.filter(({ priorities }) => priorities.length > 0).map(({ region }) => newestRegionCode(region)))]
  const inner = declaring.flatMap(region => group.parts.some(({ code }) => code === region) ? [] : innerPart(report, region))
  return [
    ...compareDeclared(loaded, group.parts, group.partOf, declared, families),
    ...inner.map(part => compareDeclared(loaded, [part], placeIn([part], loaded.snapshot), declared, families)[0])
  ]
}

function innerPart ({ reference, group }: Report, code: string): Part[] {
  const region = VINTAGES_KNOWN.map(vintage => reference.region(code, vintage)).find(known => known !== undefined)
  const country = region === undefined ? undefined : reference.country(region.country)?.code ?? region.country
  if (region === undefined || !group.parts.some(part => part.kind === 'country' ? part.code === country : isInRegion(code, part.code))) return []
  return [{ code, name: region.name, namePl: region.name, kind: 'region', country: country as string, latitude: region.latitude, longitude: region.longitude }]
}

export function prioritiesSection (report: Report, comparisons: readonly Comparison[]): Section {
  const { say, partName } = report
  const told = tellEvidence(report, comparisons)
  const rows = comparisons.flatMap(({ part, rows }, k) => rows.map(row => ({ part, told: told[k], ...row })))
  const declaring = comparisons.filter(({ declared }) => declared).length
  return {
    id: 'priorities', title: say.t('s3.title'), newPage: rows.length > 0,
    blocks: [
      paragraph(say.t('s3.lead')),
      ...(declaring === 0 ? [paragraph(say.t('s3.noneDeclared'), 'caution')] : []),
      ...(rows.length === 0
        ? [paragraph(say.t('s3.nothing'))]
        : [{
            type: 'table' as const, id: 's3', name: say.t('sheet.priorities'), caption: say.t('s3.caption', { n: declaring, of: comparisons.length }), rowsShown: ROWS_SHOWN, note: say.t('s3.note'),
            columns: [column('code', say.t('column.code')), column('place', say.t('column.part')), column('state', say.t('column.state')), column('priority', say.t('column.priority')), column('field', say.t('column.field')), column('members', say.t('column.membersWith'), 'number'), column('of', say.t('column.ofOrganisations'), 'number'), column('quotient', say.t('column.quotient'), 'number'), column('interval', say.t('column.interval'))],
            rows: rows.flatMap(({ part, told, state, priority, evidence }) => (evidence.length === 0 ? [null] : evidence).map((each): Cell[] => [
              text(part.code), text(partName(part)), text(say.t(STATE_WORDS[state])), text(priority?.title ?? null), ...evidenceCells(report, told, each)
            ]))
          }])
    ]
  }
}

function evidenceCells ({ say, domainName }: Report, told: ReadonlyMap<string, ToldEvidence>, evidence: Evidence | null): Cell[] {
  if (evidence === null) return [text(null), text(null), text(null), text(null), text(null)]
  const { code, members, size, quotient, lower, upper } = evidence
  const tells = told.get(code)!
  if (!tells.members) return [text(domainName(code)), withheld(say), tells.size ? count(say, size) : withheld(say), withheld(say), withheld(say)]
  return [text(domainName(code)), count(say, members), count(say, size), times(say, quotient), text(lower === null || upper === null ? null : `${say.number(lower, 1)}–${say.number(upper, 1)}`)]
}
