/** Lists as CSV: organisations, clusters, results and bridges, row by row from where they come. */
import type { ClusterSummary } from '../contract/cluster.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Bridge } from '../contract/bridge.ts'
import type { ResultRow } from '../views/results.ts'
import type { Cell, Column } from './csv.ts'
import { countriesText } from './graph-rows.ts'

const joined = (words: string[]): string => words.join(' ')

export const ORGANISATION_COLUMNS: Array<Column<Organisation>> = [
  { header: 'id', value: row => row.id },
  { header: 'name', value: row => row.name },
  { header: 'aliases', value: row => row.aliases.join(' | ') },
  { header: 'kind', value: row => row.kind },
  { header: 'sizeClass', value: row => row.sizeClass },
  { header: 'country', value: row => row.country },
  { header: 'region', value: row => row.region?.code ?? null },
  { header: 'regionVintage', value: row => row.region?.vintage ?? null },
  { header: 'regionPrecision', value: row => row.region?.precision ?? null },
  { header: 'city', value: row => row.city },
  { header: 'latitude', value: row => row.coordinates?.latitude ?? null },
  { header: 'longitude', value: row => row.coordinates?.longitude ?? null },
  { header: 'coordinatesPrecision', value: row => row.coordinates?.precision ?? null },
  { header: 'sectors', value: row => joined(row.sectors) },
  { header: 'domains', value: row => joined(row.domains) },
  { header: 'identifiers', value: row => joined(row.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)) },
  { header: 'website', value: row => row.website },
  { header: 'source', value: row => row.source }
]

export const clusterColumns = (clusterLabel: (code: string) => string): Array<Column<ClusterSummary>> => [
  { header: 'code', value: row => row.code },
  { header: 'name', value: row => clusterLabel(row.code) },
  { header: 'organisations', value: row => row.size },
  { header: 'links', value: row => row.links },
  { header: 'sharedNetworks', value: row => row.sharedNetworks },
  { header: 'singleNetwork', value: row => row.singleNetwork },
  { header: 'countries', value: row => countriesText(row.countries) },
  { header: 'effectiveCountries', value: row => row.effectiveCountries },
  { header: 'crossBorderShare', value: row => row.crossBorderShare },
  { header: 'crossBorderShareExpected', value: row => row.crossBorderShareExpected },
  { header: 'crossBorderRatio', value: row => row.crossBorderRatio },
  { header: 'stability', value: row => row.stability },
  { header: 'stabilityWithLinksDropped', value: row => row.stabilityWithLinksDropped },
  { header: 'verdict', value: row => row.verdict }
]

/** Value, rank and percentile of each column of a run. */
export const resultColumns = (columns: readonly string[]): Array<Column<ResultRow>> => [
  { header: 'id', value: row => row.organisation.id },
  { header: 'name', value: row => row.organisation.name },
  { header: 'kind', value: row => row.organisation.kind },
  { header: 'country', value: row => row.organisation.country },
  { header: 'city', value: row => row.organisation.city },
  { header: 'cluster', value: row => row.cluster },
  ...columns.flatMap(column => [
    { header: column, value: (row: ResultRow): Cell => row.scores[column] },
    { header: `${column}Rank`, value: (row: ResultRow): Cell => row.ranks[column] },
    { header: `${column}Percentile`, value: (row: ResultRow): Cell => row.percentiles[column] }
  ])
]

export const BRIDGE_COLUMNS: Array<Column<Bridge>> = [
  { header: 'id', value: row => row.organisation },
  { header: 'name', value: row => row.name },
  { header: 'kind', value: row => row.kind },
  { header: 'country', value: row => row.country },
  { header: 'city', value: row => row.city },
  { header: 'cluster', value: row => row.cluster },
  { header: 'side', value: row => row.standing?.side ?? null },
  { header: 'pairScore', value: row => row.standing?.pairScore ?? null },
  { header: 'pairRank', value: row => row.standing?.rank ?? null },
  { header: 'linksToA', value: row => row.standing?.toA ?? null },
  { header: 'linksToB', value: row => row.standing?.toB ?? null },
  { header: 'strengthAcross', value: row => row.standing?.strength ?? null },
  { header: 'pairsJoined', value: row => row.standing?.joins ?? null },
  { header: 'onlyLinkFor', value: row => row.standing?.onlyFor ?? null },
  { header: 'bridgeScore', value: row => row.bridgeScore },
  { header: 'rank', value: row => row.rank },
  { header: 'crossBorderBetweenness', value: row => row.crossBorderBetweenness.value },
  { header: 'crossBorderBetweennessPercentile', value: row => row.crossBorderBetweenness.percentile },
  { header: 'countryParticipation', value: row => row.countryParticipation.value },
  { header: 'countryParticipationPercentile', value: row => row.countryParticipation.percentile },
  { header: 'degree', value: row => row.degree },
  { header: 'cutOff', value: row => row.cutOff },
  { header: 'outside', value: row => row.outside.map(({ cluster, share }) => `${cluster} ${share.toFixed(3)}`).join('; ') },
  { header: 'countriesReached', value: row => joined(row.countriesReached) }
]
