/** The clusters with members in the group: how they lie to each other, and one row for each. */
import type { Cluster } from '../../contract/cluster.ts'
import type { Cell, Figure, Section, Table } from '../../documents/document.ts'
import { STABILITY_MIN } from '../../clusters/test-cluster.ts'
import { column, count, decimal, few, notMeasured, paragraph, share, someOf, text, withheld } from '../cells.ts'
import { drawClusterMap } from '../charts/cluster-map-chart.ts'
import type { ClusterLine } from '../charts/cluster-map-chart.ts'
import { fieldsOf, sureFields } from '../fields.ts'
import { clusterLink } from '../report.ts'
import type { Report } from '../report.ts'
import { toldPairs } from '../told-pairs.ts'
import type { ToldPair } from '../told-pairs.ts'
import type { Say } from '../words.ts'

/** Clusters and ties in the picture: more cannot be told apart. */
const DRAWN_MAX = 60
const TIES_DRAWN_MAX = 44
/** From this share on a cluster is steady; below the threshold of its test it is loose. */
const STEADY_FROM = 0.75
/** Of the brief template, which has two pages: rows of the list, and columns that can be read. */
const BRIEF_ROWS = 6
const BRIEF_COLUMNS: ReadonlySet<string> = new Set(['code', 'cluster', 'members_in_group', 'across_border', 'across_border_expected', 'fields', 'returns', 'verdict'])
/** Fields of a cluster in the list on a page, and in files of tables. */
const FIELDS_LISTED = 2
const FIELDS_IN_FILES = 3

/** None where there is no cluster to draw, which the list of clusters says. */
export function networkSection (report: Report): Section[] {
  const { say, shown } = report
  if (shown.length === 0) return []
  return [{ id: 'network', title: say.t('network.title'), newPage: true, blocks: [networkFigure(report), paragraph(say.t('network.guide')), paragraph(say.t('network.caution'), 'caution')] }]
}

function networkFigure (report: Report): Figure {
  const { say, loaded, numbers, shown, clusterName } = report
  const drawn = shown.slice().sort((a, b) => numbers.membersOf[b].length - numbers.membersOf[a].length || a - b).slice(0, DRAWN_MAX)
  const ties = tiesAmong(report, new Set(drawn))
  const svg = drawClusterMap(drawn.map(c => {
    const { code, x, y, stability, crossBorderShare, crossBorderShareExpected } = loaded.clusters[c]
    return { code, name: clusterName(loaded.clusters[c]), x, y, members: numbers.membersOf[c].length, loose: stability === null || stability < STABILITY_MIN, share: crossBorderShare, expected: crossBorderShareExpected, href: clusterLink(report, c) }
  }), ties.slice(0, TIES_DRAWN_MAX))
  return {
    type: 'figure', id: 'figure-network', width: 'full', svg, table: 'clusters', interactive: true,
    caption: `${someOf(say, 'Clusters', drawn.length, shown.length)}${drawn.length < 2 ? '' : `, ${someOf(say, 'Ties', Math.min(TIES_DRAWN_MAX, ties.length), ties.length)}`}`,
    alt: say.t('network.alt', { n: drawn.length, list: drawn.slice(0, 5).map(c => `${clusterName(loaded.clusters[c])} (${say.number(numbers.membersOf[c].length)})`).join(', ') }),
    note: say.t('network.note')
  }
}

/** Work between the members in the group of each two clusters, the most first. */
function tiesAmong ({ loaded: { clusters, clusterOf, projection: { graph } }, numbers: { inGroup } }: Report, drawn: ReadonlySet<number>): ClusterLine[] {
  const weights = new Map<number, number>()
  for (let i = 0; i < graph.n; i++) {
    if (inGroup[i] === 0 || !drawn.has(clusterOf[i])) continue
    for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) {
      const j = graph.targets[slot]
      if (j < i || inGroup[j] === 0 || !drawn.has(clusterOf[j]) || clusterOf[i] === clusterOf[j]) continue
      const key = Math.min(clusterOf[i], clusterOf[j]) * clusters.length + Math.max(clusterOf[i], clusterOf[j])
      weights.set(key, (weights.get(key) ?? 0) + graph.weights[slot])
    }
  }
  return [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([key, weight]) => ({ a: clusters[Math.floor(key / clusters.length)].code, b: clusters[key % clusters.length].code, weight }))
}

export function clusterListSection (report: Report): Section {
  const { say, loaded, shown, unshown, query } = report
  if (shown.length + unshown.length === 0) return { id: 'cluster-list', title: say.t('list.title'), blocks: [paragraph(say.t('none.clusters'), 'caution')] }
  if (query.template === 'brief') return { id: 'cluster-list', title: say.t('list.title'), blocks: [briefTable(report), ...(shown.length === 0 ? [paragraph(unshownSentence(report), 'caution')] : [])] }
  const blocks = [paragraph(say.t('list.lead', { n: shown.length + unshown.length, all: loaded.clusters.length, passing: [...shown, ...unshown].filter(c => isPassing(loaded.clusters[c])).length }), 'lead'), clusterTable(report)]
  if (unshown.length > 0) blocks.push(paragraph(unshownSentence(report), shown.length === 0 ? 'caution' : 'small'))
  return { id: 'cluster-list', title: say.t('list.title'), blocks, newPage: shown.length > 0 }
}

const unshownSentence = ({ say, loaded, unshown, query }: Report): string =>
  say.t('list.unshown', { n: unshown.length, list: unshown.map(c => loaded.clusters[c].code).join(', '), below: query.suppressBelow })

/** Those with most members in the group, since only a few are shown. */
function briefTable (report: Report): Table {
  const { say, loaded, numbers, shown, unshown } = report
  const all = clusterTable(report)
  const kept = [...all.columns.keys()].filter(k => BRIEF_COLUMNS.has(all.columns[k].key))
  const order = [...shown.toSorted((a, b) => numbers.membersOf[b].length - numbers.membersOf[a].length || a - b), ...unshown].map(c => loaded.clusters[c].code)
  return {
    ...all, caption: say.t('list.captionBrief'), note: say.t('list.noteBrief'), rowsShown: BRIEF_ROWS,
    columns: kept.map(k => all.columns[k].key === 'fields' ? column('fields', say.t('column.topField')) : all.columns[k]), rows: all.rows.toSorted((a, b) => order.indexOf(String(a[0].value)) - order.indexOf(String(b[0].value))).map(row => kept.map(k => row[k]))
  }
}

function clusterTable (report: Report): Table {
  const { say, loaded, numbers, shown, unshown, clusterName, group } = report
  // Where the group is the whole network, all members are its own.
  const whole = group.members.length === loaded.snapshot.ids.length
  return {
    type: 'table', id: 'clusters', name: say.t('sheet.clusters'), caption: say.t('list.caption'), note: [say.t('list.note'), ...([...shown, ...unshown].some(c => loaded.clusters[c].singleNetwork) ? [say.t('list.consortium')] : [])].join(' '),
    columns: [
      column('code', say.t('column.code')), column('cluster', say.t('column.cluster')), column('members_in_group', say.t('column.inGroup'), 'number'), ...(whole ? [] : [column('members', say.t('column.ofAll'), 'number')]),
      column('across_border', say.t('column.across'), 'share'), column('across_border_expected', say.t('column.acrossExpected'), 'share'), column('fields', say.t('column.topFields')), column('returns', say.t('column.returns'), 'share'), column('verdict', say.t('column.testsPassed'))
    ],
    rows: [...shown, ...unshown].sort((a, b) => a - b).map(c => {
      const cluster = loaded.clusters[c]
      return [
        text(cluster.code), text(clusterName(cluster), clusterLink(report, c)), numbers.told.columnTotals[c] ? withheld(say) : count(say, numbers.membersOf[c].length), ...(whole ? [] : [report.tellsSize(c) ? count(say, cluster.size) : withheld(say)]),
        share(say, cluster.crossBorderShare), share(say, cluster.crossBorderShareExpected), fieldsCell(report, cluster), steadiness(say, cluster.stability), { value: verdictOf(say, cluster), text: testsPassed(say, cluster) }
      ]
    })
  }
}

/** "Food & bioeconomy 6.4×", in files with its interval "(6.0–6.8)"; where nothing is surely more common, the largest, said to be so. */
function fieldsCell ({ say, domainName, query }: Pick<Report, 'say' | 'domainName' | 'query'>, cluster: Cluster): Cell {
  const sure = sureFields(cluster)
  const listed = (count: number, interval: (field: typeof sure[number]) => string): string =>
    sure.slice(0, count).map(field => `${domainName(field.code)} ${say.times(field.locationQuotient as number)}${interval(field)}`).join('; ')
  if (sure.length > 0) return { value: listed(FIELDS_IN_FILES, ({ lower, upper }) => ` (${say.number(lower as number, 1)}–${say.number(upper as number, 1)})`), text: listed(query.template === 'brief' ? 1 : FIELDS_LISTED, () => '') }
  const largest = fieldsOf(cluster).at(0)
  return text(largest === undefined ? say.t('fields.none') : say.t('fields.noneSure', { field: domainName(largest.code) }))
}

/** "5 of 5", or what a consortium is: the page of the cluster says it in a sentence. */
const testsPassed = (say: Say, cluster: Pick<Cluster, 'tests' | 'verdict' | 'singleNetwork'>): string =>
  cluster.singleNetwork ? verdictOf(say, cluster) : say.t('facts.ofValue', { k: cluster.tests.filter(({ passed }) => passed === true).length, of: cluster.tests.length })

export function steadiness (say: Say, stability: number | null): Cell {
  return stability === null ? notMeasured(say) : { ...share(say, stability), text: `${steadyWord(say, stability)} ${say.percent(stability)}` }
}

export const steadyWord = (say: Say, stability: number): string => say.t(stability >= STEADY_FROM ? 'steady.steady' : stability >= STABILITY_MIN ? 'steady.fairly' : 'steady.loose')

/** What one project joins may pass the tests by that project alone, and is not called a specialisation. */
export const isPassing = ({ verdict, singleNetwork }: Pick<Cluster, 'verdict' | 'singleNetwork'>): boolean => verdict === 'cross-border specialisation cluster' && !singleNetwork

/** "passes 4 of 5 tests", or what a consortium is. */
export function verdictOf (say: Say, { tests, verdict, singleNetwork }: Pick<Cluster, 'tests' | 'verdict' | 'singleNetwork'>): string {
  if (singleNetwork) return say.t('verdict.singleNetwork')
  if (verdict === 'cross-border specialisation cluster') return say.t('verdict.passes')
  return say.t(verdict === 'cluster' ? 'verdict.cluster' : 'verdict.candidate', { n: tests.filter(({ passed }) => passed === true).length, of: tests.length })
}

/** Links of a pair of countries, and these against what volumes predict. */
export function pairCells (say: Say, { observed, ratio, withheld: hidden, ratioWithheld }: ToldPair): Cell[] {
  if (hidden) return [withheld(say), withheld(say)]
  return [count(say, observed), ratioWithheld ? withheld(say) : ratio === null ? few(say) : { value: Number(ratio.toFixed(1)), text: say.times(ratio) }]
}

/** Every measured number of each cluster, for files. */
export function clusterMetrics ({ say, loaded, query, shown, unshown, clusterName, tellsSize }: Report): Table {
  return {
    type: 'table', id: 'cluster-metrics', name: say.t('sheet.metrics'), caption: say.t('annex.metrics'), rowsShown: 10,
    columns: [
      column('code', say.t('column.code')), column('cluster', say.t('column.cluster')), column('members', say.t('column.ofAll'), 'number'), column('countries', say.t('column.countries'), 'number'), column('regions', say.t('column.regions'), 'number'), column('links', say.t('column.links'), 'number'), column('work_inside', say.t('column.workInside'), 'number'), column('work_outside', say.t('column.workOutside'), 'number'),
      column('networks', say.t('column.networks'), 'number'), column('effective_countries', say.t('column.effectiveCountries'), 'number'), column('ei_index', say.t('column.eiIndex'), 'number'), column('returns', say.t('column.returns'), 'share'), column('returns_links_dropped', say.t('column.returnsDropped'), 'share'), column('tests_passed', say.t('column.testsPassed'), 'number'), column('run', say.t('column.run'))
    ],
    rows: [...shown, ...unshown].sort((a, b) => a - b).map(c => {
      const cluster = loaded.clusters[c]
      return [
        text(cluster.code), text(clusterName(cluster)), tellsSize(c) ? count(say, cluster.size) : withheld(say), count(say, cluster.countries.length), count(say, cluster.regions.length), toldPairs(cluster, query.suppressBelow).total ? withheld(say) : count(say, cluster.links), decimal(say, cluster.weightInside), decimal(say, cluster.weightOutside), count(say, cluster.sharedNetworks),
        decimal(say, cluster.effectiveCountries), decimal(say, cluster.eiIndex, 2), share(say, cluster.stability), share(say, cluster.stabilityWithLinksDropped), count(say, cluster.tests.filter(({ passed }) => passed === true).length), text(loaded.run.id)
      ]
    })
  }
}
