/** What the step "common sets" shows: what regions have declared, what they share, and what waits to be mapped. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Reference } from '../../reference/reference.ts'
import { findCommonSets } from '../evidence/common-sets.ts'
import type { CommonSets, PriorityColumn } from '../evidence/common-sets.ts'
import type { WorkspaceInput } from '../evidence/evidence-input.ts'
import { suggestMapping } from '../suggest-mapping.ts'
import type { SuggestedCode } from '../suggest-mapping.ts'
import type { Say } from '../words/say.ts'
import { column, count, decimal, named, text, why, word } from './exhibit.ts'
import type { Cell, Names } from './exhibit.ts'
import { drawMatrix } from './matrix-figure.ts'
import { REGION_COLUMNS_MAX, regionCell, regionColumns, regionList } from './region-cells.ts'

const ROWS_SHOWN = 20

interface Shown { input: WorkspaceInput, found: CommonSets, say: Say, names: Names }

export function commonSetsExhibits (input: WorkspaceInput, say: Say, names: Names): Exhibit[] {
  const shown = { input, found: findCommonSets(input), say, names }
  return [declared(shown), matrix(shown), sharedCodes(shown), sets(shown), overlap(shown), toMap(shown)]
}

const columnName = ({ names }: Pick<Shown, 'names'>, { code, kind }: PriorityColumn): string => kind === 'section' ? `${code} ${names.sector(code)}` : names.domain(code)

/** Whose silence says nothing, and what is not counted yet. */
function cautions ({ input, found, say, names }: Shown): string[] {
  const silent = input.group.parts.filter((_, p) => !found.declaring.includes(p))
  const [suggested, uncoded] = (['suggested', 'uncoded'] as const).map(standing => found.declared.regions.reduce((sum, region) => sum + region[standing].length, 0))
  return [
    ...(silent.length === 0 ? [] : [say.t('caution.declared.silent', { n: silent.length, list: say.list(silent.map(names.region)) })]),
    ...(suggested === 0 ? [] : [say.t('caution.declared.suggested', { n: suggested })]),
    ...(uncoded === 0 ? [] : [say.t('caution.declared.uncoded', { n: uncoded })]),
    ...(found.declared.elsewhere.length === 0 ? [] : [say.t('caution.declared.elsewhere', { list: found.declared.elsewhere.join(', ') })])
  ]
}

function declared (shown: Shown): Exhibit {
  const { found, say } = shown
  const { regions } = found.declared
  const any = regions.some(({ coded, suggested, uncoded }) => coded.length + suggested.length + uncoded.length > 0)
  return {
    key: 'declared', title: say.t('exhibit.declared.title'), says: say.t('exhibit.declared.says'), figure: null, cautions: any ? cautions(shown) : [], ...why(say, any ? null : 'declared'),
    columns: [column(say, 'column.region'), column(say, 'column.coded', 'number'), column(say, 'column.suggested', 'number'), column(say, 'column.uncoded', 'number')],
    rows: !any ? [] : regions.map(({ coded, suggested, uncoded }, p) => [regionCell(shown, p), count(say, coded.length), count(say, suggested.length), count(say, uncoded.length)])
  }
}

/** Codes of NACE as they are, others by their names. */
const asCell = ({ names }: Pick<Shown, 'names'>, { as }: PriorityColumn): Cell => as.length === 0 ? text(null) : { value: as.join('; '), text: as.map(code => code.includes(':') ? names.domain(code) : code).join('; ') }

function matrix (shown: Shown): Exhibit {
  const { input: { group: { parts } }, found, say } = shown
  const { columns, counts, declaring, sharedBy } = found
  const any = declaring.length > 0
  const isShared = ({ regions }: PriorityColumn): boolean => regions.length >= sharedBy
  const beside = parts.length <= REGION_COLUMNS_MAX
  const shared = columns.filter(isShared)
  return {
    key: 'declared-matrix', title: say.t('exhibit.declared-matrix.title'), says: say.t('exhibit.declared-matrix.says', { k: sharedBy }),
    columns: [column(say, 'column.kind'), column(say, 'column.field'), column(say, 'column.regions', 'number'), ...(beside ? regionColumns(shown) : [column(say, 'column.declaredBy')]), column(say, 'column.as')],
    rows: !any
      ? []
      : columns.map((each, c) => [
        word(say, `word.${each.kind}`), { ...named(each.code, columnName(shown, each)), strong: isShared(each) }, count(say, each.regions.length),
        ...(beside ? parts.map((_, p) => declaring.includes(p) ? count(say, counts[p][c]) : text(null)) : [regionList(shown, each.regions)]), asCell(shown, each)
      ]),
    figure: !any
      ? null
      : {
          svg: drawMatrix(parts.map(shown.names.region), columns.map((each, c) => ({ name: columnName(shown, each), strong: isShared(each), cells: counts.map((row, p) => declaring.includes(p) ? { count: row[c], strong: isShared(each) } : 'unknown') })), value => say.number(value)),
          alt: say.t('exhibit.declared-matrix.alt', { n: shared.length, of: columns.length, k: sharedBy })
        },
    cautions: [...(any ? cautions(shown) : []), say.t('caution.declared.reading')], ...why(say, any ? null : 'declared-matrix')
  }
}

function sharedCodes (shown: Shown): Exhibit {
  const { found: { columns, declaring, sharedBy }, say } = shown
  const shared = columns.filter(({ regions }) => regions.length >= sharedBy).sort((a, b) => b.regions.length - a.regions.length)
  return {
    key: 'shared-codes', title: say.t('exhibit.shared-codes.title'), says: say.t('exhibit.shared-codes.says', { k: sharedBy, n: declaring.length }), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.kind'), column(say, 'column.field'), column(say, 'column.regions', 'number'), column(say, 'column.declaredBy'), column(say, 'column.as')],
    rows: shared.map(each => [word(say, `word.${each.kind}`), named(each.code, columnName(shown, each)), count(say, each.regions.length), regionList(shown, each.regions), asCell(shown, each)]),
    cautions: [say.t('caution.declared.strategy')], ...why(say, shared.length > 0 ? null : 'shared-codes', { k: sharedBy })
  }
}

function sets (shown: Shown): Exhibit {
  const { found: { columns, sets: { sets, wholeFor }, sharedBy }, say } = shown
  return {
    key: 'common-sets', title: say.t('exhibit.common-sets.title'), says: say.t('exhibit.common-sets.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.set'), column(say, 'column.codes', 'number'), column(say, 'column.regions', 'number'), column(say, 'column.declaredBy')],
    rows: sets.map(({ codes, regions }) => [
      { value: codes.map(c => columns[c].code).join('; '), text: codes.map(c => columnName(shown, columns[c])).join(' + ') }, count(say, codes.length), count(say, regions.length), regionList(shown, regions)
    ]),
    cautions: [...(wholeFor > sharedBy ? [say.t('caution.sets.many', { n: wholeFor })] : []), say.t('caution.declared.strategy')],
    ...why(say, sets.length > 0 ? null : 'common-sets', { k: sharedBy })
  }
}

function overlap (shown: Shown): Exhibit {
  const { found, say } = shown
  const pairs = [...found.overlaps].sort((x, y) => y.jaccard - x.jaccard)
  return {
    key: 'overlap', title: say.t('exhibit.overlap.title'), says: say.t('exhibit.overlap.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.region'), column(say, 'column.otherRegion'), column(say, 'column.shared', 'number'), column(say, 'column.jaccard', 'number'), column(say, 'column.cosine', 'number'), column(say, 'column.krugman', 'number')],
    rows: pairs.map(({ a, b, shared, jaccard, cosine, krugman }) => [regionCell(shown, a), regionCell(shown, b), count(say, shared), decimal(say, jaccard), decimal(say, cosine), decimal(say, krugman)]),
    cautions: pairs.length === 0 ? [] : cautions(shown), ...why(say, pairs.length > 0 ? null : 'overlap')
  }
}

function toMap (shown: Shown): Exhibit {
  const { input: { reference }, found, say } = shown
  const waiting = found.declared.regions.flatMap(({ suggested, uncoded }, p) => [...suggested.map(priority => ({ p, priority, waits: true })), ...uncoded.map(priority => ({ p, priority, waits: false }))])
  const any = found.declared.regions.some(({ coded }) => coded.length > 0) || waiting.length > 0
  return {
    key: 'to-map', title: say.t('exhibit.to-map.title'), says: say.t('exhibit.to-map.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.region'), column(say, 'column.priority'), column(say, 'column.state'), column(say, 'column.suggestions')],
    rows: waiting.map(({ p, priority, waits }) => [regionCell(shown, p), text(priority.title), word(say, waits ? 'word.waits' : 'word.without-codes'), suggestionsCell(shown, priority.title, reference)]),
    cautions: [], ...(waiting.length > 0 ? { empty: null, next: say.t('exhibit.mapping.next') } : why(say, any ? 'to-map' : 'declared'))
  }
}

/** Each code with the words it was found by. */
function suggestionsCell ({ say, names }: Shown, title: string, reference: Reference): Cell {
  const { domains, sectors } = suggestMapping(title, reference)
  const told = ({ code, words }: SuggestedCode, name: string): string => say.t('cell.suggestion', { code, name, words: words.join(', ') })
  const suggestions = [...domains.map(each => told(each, names.domain(each.code))), ...sectors.map(each => told(each, names.sector(each.code)))]
  return suggestions.length === 0 ? { value: null, text: say.t('cell.noSuggestion') } : { value: [...domains, ...sectors].map(({ code }) => code).join('; '), text: suggestions.join('; ') }
}
