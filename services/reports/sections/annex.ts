/** What every number goes back to: members, metrics, country pairs and bridges, with the ids of organisations and the run. */
import type { Cell, Section, Table } from '../../documents/document.ts'
import { wordOf } from '../../views/select.ts'
import { column, count, decimal, paragraph, share, text } from '../cells.ts'
import type { Report } from '../report.ts'
import { bridgesInGroup, bridgeSentence } from './cluster-page.ts'
import { toldPairs } from '../told-pairs.ts'
import { clusterMetrics, pairCells } from './clusters.ts'

const ROWS_SHOWN = 10

/** `clusters`: places of those the annex is about. */
export function annexSection (report: Report, clusters: readonly number[]): Section {
  const { say, query } = report
  const left = clusters.flatMap(c => report.numbers.membersOf[c]).filter(i => !report.mayName(i)).length
  const members = membersTable(report, clusters)
  const tables = [clusterMetrics(report), pairsTable(report, clusters), bridgesTable(report, clusters)].filter(({ rows }) => rows.length > 0)
  return {
    id: 'annex', title: say.t('annex.title'), newPage: members.rows.length + tables.length > 0, annex: true,
    blocks: [
      paragraph(say.t(members.rows.length === 0 ? 'annex.leadUnnamed' : left > 0 ? 'annex.leadSome' : 'annex.lead')), ...(members.rows.length === 0 ? [] : [members]),
      ...(left === 0 ? [] : [paragraph(say.t('annex.notNamed', { n: left, below: query.suppressBelow }), 'small')]), ...tables
    ]
  }
}

function membersTable (report: Report, chosen: readonly number[]): Table {
  const { say, loaded, numbers, organisationName, mayName } = report
  const { run, clusters, snapshot, scores } = loaded
  const defined = (value: number): number | null => Number.isNaN(value) ? null : value
  return {
    type: 'table', id: 'members', name: say.t('sheet.members'), caption: say.t('annex.members'), rowsShown: ROWS_SHOWN,
    columns: [
      column('name', say.t('column.organisation')), column('cluster', say.t('column.cluster')), column('organisation', say.t('column.id')), column('country', say.t('column.country')), column('region', say.t('column.region')), column('kind', say.t('column.kind')),
      column('partners', say.t('column.partners'), 'number'), column('work', say.t('column.work'), 'number'), column('of_runs', say.t('column.ofRuns'), 'share'), column('bridge_score', say.t('column.bridgeScore'), 'number'), column('cut_off', say.t('column.cutOff'), 'number'), column('run', say.t('column.run'))
    ],
    rows: chosen.flatMap(c => numbers.membersOf[c].filter(mayName).sort((a, b) => scores.degree[b] - scores.degree[a] || a - b).map((i): Cell[] => [
      text(organisationName(i)), text(clusters[c].code), text(snapshot.ids[i]), text(wordOf(snapshot.country, i)), text(wordOf(snapshot.region, i)), text(say.t(`kind.${(wordOf(snapshot.kind, i) ?? 'other') as 'other'}`)),
      count(say, defined(scores.degree[i])), decimal(say, defined(scores.strength[i]), 2), share(say, defined(scores.memberConfidence[i])), decimal(say, defined(scores.bridgeScore[i])), count(say, defined(scores.cutOff[i])), text(run.id)
    ]))
  }
}

function pairsTable ({ say, loaded: { clusters }, query, countryName }: Report, chosen: readonly number[]): Table {
  return {
    type: 'table', id: 'country-pairs', name: say.t('sheet.countryPairs'), caption: say.t('annex.pairs'), rowsShown: ROWS_SHOWN,
    columns: [column('cluster', say.t('column.cluster')), column('a', say.t('column.countryA')), column('b', say.t('column.countryB')), column('links', say.t('column.links'), 'number'), column('against_expected', say.t('column.againstExpected'), 'number')],
    rows: chosen.flatMap(c => toldPairs(clusters[c], query.suppressBelow).pairs.map((pair): Cell[] => [text(clusters[c].code), text(countryName(pair.a)), text(countryName(pair.b)), ...pairCells(say, pair)]))
  }
}

function bridgesTable (report: Report, chosen: readonly number[]): Table {
  const { say, loaded: { clusters, snapshot }, organisationName } = report
  return {
    type: 'table', id: 'bridges', name: say.t('sheet.bridges'), caption: say.t('annex.bridges'), rowsShown: ROWS_SHOWN,
    columns: [column('cluster', say.t('column.cluster')), column('organisation', say.t('column.id')), column('name', say.t('column.organisation')), column('country', say.t('column.country')), column('bridge_score', say.t('column.bridgeScore'), 'number'), column('rank', say.t('column.rank'), 'number'), column('cut_off', say.t('column.cutOff'), 'number'), column('where', say.t('column.where'))],
    rows: chosen.flatMap(c => bridgesInGroup(report, c).map(({ node, bridge }): Cell[] => [text(clusters[c].code), text(snapshot.ids[node]), text(organisationName(node)), text(bridge.country), decimal(say, bridge.bridgeScore), count(say, bridge.rank), count(say, bridge.cutOff), text(bridgeSentence(report, bridge))]))
  }
}
