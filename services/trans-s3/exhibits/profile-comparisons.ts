/** Regions beside each other, and beside what they have declared. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { column, count, decimal, named, share, text, why, withheld, word } from './exhibit.ts'
import type { Cell } from './exhibit.ts'
import { circularCaution, countCautions, relatednessCautions } from './profile-cautions.ts'
import { isEmptyGroup, told } from './profile-shown.ts'
import type { ProfileShown } from './profile-shown.ts'
import { REGION_COLUMNS_MAX, regionCell, regionColumns, regionName } from './region-cells.ts'

const ROWS_SHOWN = 24

const STATES = { matched: 'word.matched', 'declared only': 'word.declared-only', 'not comparable': 'word.not-comparable', 'revealed only': 'word.revealed-only' } as const

export function nearFieldsExhibit (shown: ProfileShown): Exhibit {
  const { found: { near: { near, specialised } }, say, names } = shown
  const list = (codes: readonly string[]): Cell => codes.length === 0 ? text(null) : { value: codes.join('; '), text: codes.map(names.domain).join(', ') }
  return {
    key: 'near-fields', title: say.t('exhibit.near-fields.title'), says: say.t('exhibit.near-fields.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.region'), column(say, 'column.field'), column(say, 'column.density', 'number'), column(say, 'column.densityMean', 'number'), column(say, 'column.specialisedIn')],
    rows: near.map(({ region, code, density, mean }) => [regionCell(shown, region), named(code, names.domain(code)), decimal(say, density, 0), decimal(say, mean, 0), list(specialised.find(each => each.region === region)!.codes)]),
    cautions: near.length === 0 ? [] : [...relatednessCautions(shown), circularCaution(shown)], ...why(say, near.length > 0 ? null : isEmptyGroup(shown) ? 'profile' : 'near-fields')
  }
}

export function complementarityExhibit (shown: ProfileShown): Exhibit {
  const { found: { near: { added } }, say, names } = shown
  const back = new Map(added.map(({ receiver, giver, mean }) => [`${receiver} ${giver}`, mean]))
  const rows = [...added].sort((a, b) => a.receiver - b.receiver || (b.mean ?? -1) - (a.mean ?? -1))
  return {
    key: 'complementarity', title: say.t('exhibit.complementarity.title'), says: say.t('exhibit.complementarity.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.region'), column(say, 'column.partner'), column(say, 'column.adds', 'number'), column(say, 'column.addsNear'), column(say, 'column.getsBack', 'number')],
    rows: rows.map(({ receiver, giver, mean, fields }) => [
      regionCell(shown, receiver), regionCell(shown, giver), decimal(say, mean, 0),
      fields.length === 0 ? text(null) : { value: fields.map(({ code }) => code).join('; '), text: fields.map(({ code, share }) => `${names.domain(code)} ${say.number(share)}`).join(', ') },
      decimal(say, back.get(`${giver} ${receiver}`)!, 0)
    ]),
    cautions: rows.length === 0 ? [] : [...relatednessCautions(shown), circularCaution(shown)], ...why(say, rows.length > 0 ? null : isEmptyGroup(shown) ? 'profile' : 'near-fields')
  }
}

export function sideBySideExhibit (shown: ProfileShown): Exhibit {
  const { input: { group: { parts } }, found, say } = shown
  const { sizes, positions, fields, clusters, declared, comparisons } = found
  const empty = isEmptyGroup(shown)
  const columns = [...parts.keys()].slice(0, REGION_COLUMNS_MAX)
  /** Of the network; the last place is the group. */
  const position = (cell: (p: number) => Cell): Cell[] => [...columns, parts.length].map(p => positions[p].told ? cell(p) : withheld(say))
  const sums = (of: (p: number) => number): Cell[] => [...columns.map(p => count(say, of(p))), count(say, [...parts.keys()].reduce((sum, p) => sum + of(p), 0))]
  const rows: Array<[key: Parameters<typeof say.t>[0], cells: Cell[]]> = [
    ['word.organisations', [...columns, parts.length].map(p => told(say, sizes[p]))],
    ['word.links', position(p => count(say, positions[p].links))],
    ['word.mean-degree', position(p => decimal(say, positions[p].meanDegree, 1))],
    ['word.across', position(p => share(say, positions[p].share))],
    ['word.ratio', position(p => decimal(say, positions[p].ratio))],
    ['word.outside', position(p => share(say, positions[p].outside))],
    ['word.median-place', position(p => share(say, positions[p].medianPlace))],
    ['word.sure-fields', [...columns, parts.length].map(p => count(say, fields.filter(({ part, sure, told }) => part === p && sure && told).length))],
    ['word.clusters-told', [...columns.map(p => count(say, clusters.filter(({ members }) => (members[p] ?? 0) > 0).length)), count(say, clusters.filter(({ inGroup }) => inGroup !== null).length)]],
    ['word.declared', sums(p => declared.regions[p].coded.length + declared.regions[p].suggested.length + declared.regions[p].uncoded.length)],
    ['word.priorities-matched', sums(p => comparisons[p].rows.filter(({ state }) => state === 'matched').length)],
    ['word.fields-revealed', sums(p => comparisons[p].rows.filter(({ state }) => state === 'revealed only').length)]
  ]
  return {
    key: 'side-by-side', title: say.t('exhibit.side-by-side.title'), says: say.t('exhibit.side-by-side.says'), figure: null,
    columns: [column(say, 'column.measure'), ...regionColumns(shown), { key: 'group', head: say.t('word.group'), kind: 'number' }],
    rows: empty ? [] : rows.map(([key, cells]) => [word(say, key), ...cells]),
    cautions: empty ? [] : [...(parts.length > REGION_COLUMNS_MAX ? [say.t('caution.profile.firstRegions', { n: REGION_COLUMNS_MAX, of: parts.length })] : []), ...countCautions(shown)],
    ...why(say, empty ? 'profile' : null)
  }
}

export function declaredAndRevealedExhibit (shown: ProfileShown): Exhibit {
  const { found: { comparisons, fields, sections, declared }, say, names } = shown
  const quotients = [...fields, ...sections]
  const hasSectors = sections.length > 0
  const rows = comparisons.flatMap(({ rows }, p) => rows.flatMap(({ state, priority, evidence }) => (evidence.length === 0 ? [null] : evidence).map((each): Cell[] => {
    const own = each === null ? undefined : quotients.find(({ part, code }) => part === p && code === each.code)
    const cells = own === undefined ? Array.from({ length: 4 }, () => text(null)) : own.told ? [count(say, own.members), decimal(say, own.quotient, 1), decimal(say, own.lower, 1), decimal(say, own.upper, 1)] : Array.from({ length: 4 }, () => withheld(say))
    return [regionCell(shown, p), word(say, STATES[state]), text(priority?.title ?? null), each === null ? text(null) : named(each.code, sections.some(({ code }) => code === each.code) ? names.sector(each.code) : names.domain(each.code)), ...cells]
  })))
  const nobody = [...comparisons.keys()].filter(p => !comparisons[p].declared)
  const inSectors = !hasSectors && comparisons.some(({ rows }) => rows.some(({ state, priority }) => state === 'not comparable' && (priority?.sectors.length ?? 0) > 0))
  const waiting = declared.regions.reduce((sum, { suggested, uncoded }) => sum + suggested.length + uncoded.length, 0)
  return {
    key: 'declared-and-revealed', title: say.t('exhibit.declared-and-revealed.title'), says: say.t('exhibit.declared-and-revealed.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.region'), column(say, 'column.state'), column(say, 'column.priority'), column(say, 'column.field'), column(say, 'column.membersWith', 'number'), column(say, 'column.quotient', 'number'), column(say, 'column.lower', 'number'), column(say, 'column.upper', 'number')],
    rows,
    cautions: rows.length === 0
      ? []
      : [
          ...(nobody.length === 0 ? [] : [say.t('caution.profile.undeclared', { n: nobody.length, list: say.list(nobody.map(p => regionName(shown, p))) })]), ...(waiting === 0 ? [] : [say.t('caution.profile.unmapped', { n: waiting })]),
          ...(inSectors ? [say.t('caution.profile.sectors')] : []), ...(hasSectors ? [say.t('caution.profile.sections')] : []), ...countCautions(shown), circularCaution(shown)
        ],
    ...why(say, rows.length > 0 ? null : 'declared-and-revealed'), ...(rows.length > 0 && waiting > 0 && { next: say.t('exhibit.unmapped.next') })
  }
}
