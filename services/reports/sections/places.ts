/** Where the organisations are, how the parts of the group work together, and which clusters are where. */
import { isInRegion } from '../../contract/region-codes.ts'
import type { Block, Cell, Figure, Section, Table } from '../../documents/document.ts'
import { wordOf } from '../../views/select.ts'
import { column, count, decimal, few, paragraph, share, someOf, strong, text, withheld } from '../cells.ts'
import { drawMap } from '../charts/map-chart.ts'
import { EXPECTED_MIN } from '../group-numbers.ts'
import type { Flow } from '../group-numbers.ts'
import { clusterLink } from '../report.ts'
import type { Report } from '../report.ts'
import { expectedLinks, volumesOf } from '../told-pairs.ts'

/** Ties drawn on the map, the strongest: more would hide the land. */
const TIES_DRAWN_MAX = 18
/** Parts that a table can hold as columns on a page. */
const PART_COLUMNS_MAX = 12
/** Rows of long tables on the page. */
const ROWS_SHOWN = 40
/** Of the brief template, which has two pages: rows of the table, and height of the map. */
const BRIEF_ROWS = 8
const BRIEF_HEIGHT = 165
/** Height of a map of one disc. */
const ALONE_HEIGHT = 260

export function mapSection (report: Report): Section {
  const { say, group, query } = report
  const brief = query.template === 'brief'
  const alone = group.parts.length === 1 ? [paragraph(aloneSentence(report), 'caution')] : []
  const unplaced = unplacedSentence(report)
  return { id: 'map', title: say.t('map.title'), newPage: !brief && alone.length === 0, blocks: [mapFigure(report), partsTable(report), ...(unplaced === null ? [] : [paragraph(unplaced, 'caution')]), ...alone, ...(brief || alone.length > 0 ? [] : [flowsTable(report)])] }
}

/** Of a group with regions: how many of their countries are in no region, and so counted nowhere. A small number, or one that leaves a small number, is not told. */
function unplacedSentence ({ say, group, query, loaded: { snapshot: { ids, country, region } }, countryName }: Report): string | null {
  const codes = [...new Set(group.parts.filter(({ kind }) => kind === 'region').map(part => part.country))].sort()
  const told = codes.flatMap(code => {
    const there = Array.from(ids.keys()).filter(i => wordOf(country, i) === code)
    const unplaced = there.filter(i => region.codes[i] < 0).length
    return unplaced === 0 || unplaced < query.suppressBelow || there.length - unplaced < query.suppressBelow ? [] : [say.t('map.unplacedOf', { country: countryName(code), n: unplaced, of: there.length })]
  })
  return told.length === 0 ? null : say.t('map.unplaced', { list: told.join('; ') })
}

/** Of a group of one part: why there is nothing between, and who could be added. */
function aloneSentence ({ say, group, loaded, countryName, partName }: Report): string {
  const { projection: { graph }, snapshot: { country } } = loaded
  const links = new Map<number, number>()
  for (const i of group.members) for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) if (group.partOf[graph.targets[slot]] < 0) links.set(country.codes[graph.targets[slot]], (links.get(country.codes[graph.targets[slot]]) ?? 0) + 1)
  const most = [...links].filter(([code]) => code >= 0 && country.values[code] !== group.parts[0].code).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 3).map(([code]) => `${countryName(country.values[code])} (${country.values[code]})`)
  return say.t(most.length === 0 ? 'map.alone' : 'map.aloneNear', { n: most.length, part: partName(group.parts[0]), list: say.list(most) })
}

const rowTotal = ({ numbers }: Report, p: number): number => numbers.matrix[p].reduce((sum, value) => sum + value, 0)

function mapFigure (report: Report): Figure {
  const { say, group, numbers, partName } = report
  const brief = report.query.template === 'brief'
  const told = numbers.flows.filter(flow => flow.a !== flow.b && !flow.withheld && flow.work > 0).sort((a, b) => b.work - a.work || a.a - b.a || a.b - b.b)
  const drawn = told.slice(0, TIES_DRAWN_MAX)
  const svg = drawMap(group.parts.map((part, p) => {
    const organisations = numbers.told.rowTotals[p] ? null : rowTotal(report, p)
    const number = organisations === null ? '' : say.number(organisations)
    return { code: part.code, name: partName(part), latitude: part.latitude, longitude: part.longitude, organisations, text: number }
  }), drawn.map(({ a, b, work }) => ({ a: group.parts[a].code, b: group.parts[b].code, weight: work })),
  region => group.parts.some(part => part.kind === 'country' ? part.code === region.country : isInRegion(region.code, part.code)), brief ? BRIEF_HEIGHT : group.parts.length === 1 ? ALONE_HEIGHT : undefined)
  return {
    type: 'figure', id: 'figure-map', width: 'full', svg, table: 'parts', interactive: true,
    caption: `${say.t('map.caption')}${drawn.length === 0 ? '' : `, ${someOf(say, 'Ties', drawn.length, told.length)}`}`,
    alt: say.t('map.alt', { list: say.list(bySize(report).filter(p => !numbers.told.rowTotals[p]).slice(0, 8).map(p => `${partName(group.parts[p])} ${say.number(rowTotal(report, p))}`)) }),
    note: say.t('map.note')
  }
}

/** The largest first, those whose number is withheld last, so that their place does not tell it. */
const bySize = (report: Report): number[] => {
  const told = (p: number): number => report.numbers.told.rowTotals[p] ? -1 : rowTotal(report, p)
  return [...report.group.parts.keys()].sort((a, b) => told(b) - told(a) || a - b)
}

/** Coverage too: a share that would tell a small count is withheld. */
function partsTable (report: Report): Table {
  const { say, group, numbers, partName, query } = report
  const known = (p: number, what: keyof typeof numbers.coverage): Cell => {
    const [size, k] = [rowTotal(report, p), numbers.coverage[what].parts[p]]
    return k === null ? withheld(say) : size === 0 ? text(null) : share(say, k / size)
  }
  return {
    type: 'table', id: 'parts', name: say.t('sheet.parts'), caption: say.t('parts.caption'), rowsShown: query.template === 'brief' ? BRIEF_ROWS : ROWS_SHOWN, ...(query.template === 'brief' ? {} : { note: say.t('parts.note') }),
    columns: [column('code', say.t('column.code')), column('place', say.t('column.part')), column('organisations', say.t('column.organisations'), 'number'), column('linked', say.t('column.linked'), 'share'), column('region_known', say.t('column.regionKnown'), 'share'), column('field_known', say.t('column.fieldKnown'), 'share')],
    rows: bySize(report).map(p => [
      text(group.parts[p].code), text(partName(group.parts[p])), numbers.told.rowTotals[p] ? withheld(say) : count(say, rowTotal(report, p)),
      known(p, 'linked'), known(p, 'region'), known(p, 'field')
    ])
  }
}

function flowsTable ({ say, group, numbers, partName }: Report): Table {
  const flows = numbers.flows.filter(({ links, withheld: hidden }) => links > 0 || hidden)
  const { volumes, twice } = volumesOf(numbers.flows)
  const ratio = ({ a, b, links, ratioWithheld }: Flow): Cell => {
    const expected = expectedLinks(a, b, volumes, twice)
    return ratioWithheld ? withheld(say) : expected < EXPECTED_MIN ? few(say) : { value: Number((links / expected).toFixed(1)), text: say.times(links / expected) }
  }
  return {
    type: 'table', id: 'flows', name: say.t('sheet.flows'), caption: say.t('flows.caption'), rowsShown: ROWS_SHOWN, note: say.t('flows.note'),
    columns: [column('from', say.t('column.partA')), column('to', say.t('column.partB')), column('links', say.t('column.links'), 'number'), column('against_expected', say.t('column.againstExpected'), 'number'), column('work', say.t('column.work'), 'number')],
    rows: flows.sort((a, b) => Number(a.withheld) - Number(b.withheld) || (a.withheld ? 0 : b.work - a.work) || a.a - b.a || a.b - b.b).map(flow => [
      text(partName(group.parts[flow.a])), text(partName(group.parts[flow.b])),
      ...(flow.withheld ? [withheld(say), withheld(say), withheld(say)] : [count(say, flow.links), ratio(flow), decimal(say, flow.work)])
    ])
  }
}

export function matrixSection (report: Report): Section {
  const { say, numbers, query } = report
  const blocks: Block[] = [paragraph(say.t('matrix.lead')), report.loaded.clusters.length === 0 ? paragraph(say.t('none.clusters'), 'caution') : matrixTable(report)]
  if (numbers.told.withheld > 0) blocks.push(paragraph(say.t('suppression.count', { n: numbers.told.withheld, below: query.suppressBelow }), 'caution'))
  return { id: 'places', title: say.t('matrix.title'), blocks, newPage: report.shown.length > 0 }
}

/** Clusters down and parts across where they fit a page; else a row for each pair. */
function matrixTable (report: Report): Table {
  const { say, group, numbers, loaded, shown, unshown, partName, clusterName } = report
  const { clusters } = loaded
  const columns = [...shown, ...unshown].sort((a, b) => a - b).concat(clusters.length)
  const cell = (p: number, c: number): Cell => numbers.told.cells[p][c] ? withheld(say) : count(say, numbers.matrix[p][c])
  const name = (c: number): Cell[] => c === clusters.length ? [text(null), text(say.t('cell.inNone'))] : [text(clusters[c].code), text(clusterName(clusters[c]), clusterLink(report, c))]
  const total = (c: number): number => numbers.matrix.reduce((sum, row) => sum + row[c], 0)
  const shared = { type: 'table' as const, id: 'part-clusters', name: say.t('sheet.partClusters'), caption: say.t('matrix.caption'), note: say.t('matrix.note') }
  if (group.parts.length > PART_COLUMNS_MAX) {
    return {
      ...shared,
      rowsShown: ROWS_SHOWN,
      columns: [column('place_code', say.t('column.code')), column('place', say.t('column.part')), column('cluster', say.t('column.cluster')), column('name', say.t('column.name')), column('organisations', say.t('column.organisations'), 'number')],
      rows: group.parts.flatMap((part, p) => columns.filter(c => numbers.matrix[p][c] > 0 || numbers.told.cells[p][c]).map(c => [text(part.code), text(partName(part)), ...name(c), cell(p, c)]))
    }
  }
  return {
    ...shared,
    columns: [column('cluster', say.t('column.code')), column('name', say.t('column.cluster')), ...group.parts.map(part => column(`p_${part.code}`, part.kind === 'country' ? part.code : `${part.code} ${partName(part)}`, 'number')), column('all', say.t('column.all'), 'number')],
    rows: [
      ...columns.map(c => [...name(c), ...group.parts.map((_, p) => cell(p, c)), numbers.told.columnTotals[c] ? withheld(say) : strong(count(say, total(c)))]),
      [text(null), strong(text(say.t('column.all'))), ...group.parts.map((_, p) => strong(numbers.told.rowTotals[p] ? withheld(say) : count(say, rowTotal(report, p)))), strong(count(say, group.members.length))]
    ]
  }
}
