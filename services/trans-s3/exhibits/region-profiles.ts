/** Each region and the group by itself: organisations, fields, clusters, and where it stands in the network. */
import { clusterLabel } from '../../contract/cluster-label.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { FULL_WIDTH, INK } from '../../reports/charts/svg.ts'
import { drawIntervals } from '../../reports/charts/interval-chart.ts'
import type { FieldQuotient } from '../evidence/field-quotients.ts'
import type { CountTable } from '../evidence/told-counts.ts'
import type { Key } from '../words/say.ts'
import { column, count, decimal, named, share, text, why, withheld, word } from './exhibit.ts'
import type { Cell } from './exhibit.ts'
import { circularCaution, countCautions } from './profile-cautions.ts'
import { isEmptyGroup, told } from './profile-shown.ts'
import type { ProfileShown } from './profile-shown.ts'
import { REGION_COLUMNS_MAX, regionCell, regionColumns, regionName } from './region-cells.ts'
import { drawShares } from './share-figure.ts'

const ROWS_SHOWN = 24
/** Fields of each region in the picture of intervals, and lines of it: more than forty are no picture. */
const FIELDS_DRAWN = 3
export const INTERVALS_DRAWN_MAX = 40
/** Of the picture of intervals over the full width. */
const WIDE = { width: FULL_WIDTH, label: 270, values: 110, nameMax: 48 }

export const kindsExhibit = (shown: ProfileShown): Exhibit => countsExhibit(shown, 'kinds', shown.found.kinds, value => value === null ? 'word.kind.unknown' : `word.kind.${value}` as Key)
export const sizesExhibit = (shown: ProfileShown): Exhibit => countsExhibit(shown, 'size-classes', shown.found.sizeClasses, value => value === null ? 'word.size.unknown' : `word.size.${value}` as Key)

function countsExhibit (shown: ProfileShown, key: 'kinds' | 'size-classes', { words, counts, told: tells, totals, totalsTold }: CountTable, keyOf: (value: string | null) => Key): Exhibit {
  const { input: { group: { parts } }, found: { sizes }, say } = shown
  const empty = isEmptyGroup(shown)
  return {
    key, title: say.t(`exhibit.${key}.title`), says: say.t(`exhibit.${key}.says`), figure: null, cautions: empty ? [] : countCautions(shown), ...why(say, empty ? 'profile' : null),
    columns: [column(say, 'column.region'), column(say, 'column.organisations', 'number'), ...words.map(value => ({ ...column(say, keyOf(value), 'number'), key: value ?? 'unknown' }))],
    rows: empty
      ? []
      : sizes.map((size, p) => [
        regionCell(shown, p), told(say, size),
        ...words.map((_, k) => p === parts.length ? told(say, totalsTold[k] ? totals[k] : null) : told(say, tells[p][k] ? counts[p][k] : null))
      ])
  }
}

export function specialisationExhibit (shown: ProfileShown): Exhibit {
  const { found: { fields, sections }, say, names } = shown
  const name = (code: string): string => code.includes(':') ? names.domain(code) : `${code} ${names.sector(code)}`
  const rows = [...fields, ...sections].filter(({ quotient }) => quotient !== null).sort((a, b) => a.part - b.part)
  const drawn = drawnOf(rows)
  const interval = ({ lower, upper }: FieldQuotient): string => `${say.number(lower!, 1)}–${say.number(upper!, 1)}`
  return {
    key: 'specialisation', title: say.t('exhibit.specialisation.title'), says: say.t('exhibit.specialisation.says'), rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.region'), column(say, 'column.field'), column(say, 'column.membersWith', 'number'), column(say, 'column.organisations', 'number'), column(say, 'column.quotient', 'number'), column(say, 'column.lower', 'number'), column(say, 'column.upper', 'number'), column(say, 'column.sure')],
    rows: rows.map(row => row.told
      ? [regionCell(shown, row.part), named(row.code, name(row.code)), count(say, row.members), count(say, row.size), decimal(say, row.quotient, 1), decimal(say, row.lower, 1), decimal(say, row.upper, 1), word(say, row.sure ? 'word.sure' : 'word.not-sure')]
      : [regionCell(shown, row.part), named(row.code, name(row.code)), ...Array.from({ length: 6 }, () => withheld(say))]),
    figure: drawn.length === 0
      ? null
      : {
          svg: drawIntervals(drawn.map(row => ({ name: `${regionName(shown, row.part)}: ${name(row.code)}`, quotient: row.quotient, lower: row.lower, upper: row.upper, sure: row.sure, value: `${say.number(row.quotient!, 1)}×`, interval: interval(row) })), { fill: INK.mark, line: INK.mark }, WIDE),
          alt: say.t('exhibit.specialisation.alt', { n: drawn.length, sure: drawn.filter(({ sure }) => sure).length })
        },
    cautions: rows.length === 0 ? [] : [...countCautions(shown), circularCaution(shown)], ...why(say, rows.length > 0 ? null : isEmptyGroup(shown) ? 'profile' : 'specialisation')
  }
}

/** Of each region, and of the group, the fields most common against the run that may be told. */
function drawnOf (rows: readonly FieldQuotient[]): FieldQuotient[] {
  const parts = [...new Set(rows.map(({ part }) => part))]
  return parts.flatMap(p => rows.filter(row => row.part === p && row.told && row.members > 0).sort((a, b) => Number(b.sure) - Number(a.sure) || b.quotient! - a.quotient!).slice(0, FIELDS_DRAWN)).slice(0, INTERVALS_DRAWN_MAX)
}

export function clustersExhibit (shown: ProfileShown): Exhibit {
  const { input: { group: { parts } }, found: { clusters }, say, names } = shown
  const beside = parts.length <= REGION_COLUMNS_MAX
  const words = { domain: names.domain, sector: names.sector, mixed: say.t('word.mixed'), around: (member: string) => member }
  const measured = (value: number | null): Cell => value === null ? { value: null, text: say.t('cell.notMeasured') } : share(say, value)
  return {
    key: 'clusters', title: say.t('exhibit.clusters.title'), says: say.t('exhibit.clusters.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [
      column(say, 'column.cluster'), column(say, 'column.inGroup', 'number'), column(say, 'column.ofAll', 'number'), ...(beside ? regionColumns(shown) : [column(say, 'column.regionsWith')]),
      column(say, 'column.stability', 'share'), column(say, 'column.stabilityDropped', 'share'), column(say, 'column.verdict')
    ],
    rows: clusters.map(({ cluster, members, inGroup, size }) => [
      named(cluster.code, `${cluster.code} ${clusterLabel(cluster, words)}`), told(say, inGroup), told(say, size), ...(beside ? members.map(each => told(say, each)) : [text(parts.flatMap((part, p) => (members[p] ?? 0) > 0 ? [names.region(part)] : []).join(', ') || null)]),
      measured(cluster.stability), measured(cluster.stabilityWithLinksDropped),
      word(say, cluster.singleNetwork ? 'word.one-consortium' : cluster.verdict === 'cluster' ? 'word.cluster' : cluster.verdict === 'cross-border specialisation cluster' ? 'word.cross-border-cluster' : 'word.candidate')
    ]),
    cautions: clusters.length === 0 ? [] : [...countCautions(shown), circularCaution(shown)], ...why(say, clusters.length > 0 ? null : isEmptyGroup(shown) ? 'profile' : 'clusters')
  }
}

export function positionExhibit (shown: ProfileShown): Exhibit {
  const { found: { positions, sizes, numbers: { coverage } }, say } = shown
  const any = positions.some(({ links }) => links > 0)
  const linked = [...coverage.linked.parts, coverage.linked.all]
  return {
    key: 'network-position', title: say.t('exhibit.network-position.title'), says: say.t('exhibit.network-position.says'),
    columns: [
      column(say, 'column.region'), column(say, 'column.organisations', 'number'), column(say, 'column.linked', 'number'), column(say, 'column.links', 'number'), column(say, 'column.meanDegree', 'number'), column(say, 'column.across', 'share'), column(say, 'column.acrossExpected', 'share'), column(say, 'column.ratio', 'number'),
      column(say, 'column.eiIndex', 'number'), column(say, 'column.within', 'share'), column(say, 'column.otherRegions', 'share'), column(say, 'column.outside', 'share'), column(say, 'column.medianPlace', 'share')
    ],
    rows: !any
      ? []
      : positions.map((each, p) => [
        regionCell(shown, p), told(say, sizes[p]), told(say, sizes[p] === null ? null : linked[p]),
        ...(each.told
          ? [count(say, each.links), decimal(say, each.meanDegree, 1), share(say, each.share), share(say, each.expected), decimal(say, each.ratio), decimal(say, each.eiIndex), share(say, each.within), share(say, each.inGroup), share(say, each.outside), share(say, each.medianPlace)]
          : Array.from({ length: 10 }, () => withheld(say)))
      ]),
    figure: !any
      ? null
      : {
          svg: drawShares(positions.map((each, p) => ({
            name: regionName(shown, p), share: each.told ? each.share : null, expected: each.expected,
            text: !each.told ? say.t('cell.withheld') : each.share === null ? say.t('cell.undefined') : say.t('figure.expected', { share: say.percent(each.share), expected: say.percent(each.expected!) })
          }))),
          alt: say.t('exhibit.network-position.alt', { list: say.list(positions.flatMap((each, p) => each.told && each.share !== null ? [`${regionName(shown, p)} ${say.percent(each.share)}`] : [])) })
        },
    cautions: any ? countCautions(shown) : [], ...why(say, any ? null : isEmptyGroup(shown) ? 'profile' : 'network-position')
  }
}
