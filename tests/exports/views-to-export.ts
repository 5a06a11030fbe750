/** Views to write and read again: the toy run's three, and one whose names are made to break files. */
import { EgoViewQuery, GraphViewQuery } from '../../services/contract/graph-view.ts'
import type { GraphView } from '../../services/contract/graph-view.ts'
import type { DataSource } from '../../services/contract/network.ts'
import type { ExportContext } from '../../services/exports/about.ts'
import { SideText } from '../../services/contract/side.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { buildPairGraph } from '../../services/views/bridges/pair-graph.ts'
import { resolvePair } from '../../services/views/bridges/resolve-pair.ts'
import { buildClusterView } from '../../services/views/cluster-view.ts'
import { buildClustersView } from '../../services/views/clusters-view.ts'
import { buildEgoView } from '../../services/views/ego-view.ts'
import type { MadeRun } from '../support/loaded-run.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'

export const HARD_NAMES = [
  '=cmd|\' /C calc\'!A0', '+48 22 123', '-1+2', '@SUM(A1)', '<script>alert("x")</script> & Söhne', 'Quote " comma , semicolon ;', 'Line\nbreak\tand tab',
  'Ü'.repeat(300), 'جامعة حيفا', 'שלום‎ Ltd', '🏭 Fabryka', ']]> &amp; CDATA', '\'already quoted', '０１２ ＝full width'
]

const SOURCES: DataSource[] = [{ key: 'cordis', title: 'CORDIS', publisher: null, licence: 'CC BY 4.0', attribution: '© European Union', retrieved: null, website: null, synthetic: false }]

export const contextOf = ({ loaded }: MadeRun, filter: Record<string, unknown> = {}): ExportContext =>
  ({ run: loaded.run, sources: SOURCES, filter, clusterLabel: code => `Field ${code}` })

export interface Case { name: string, view: GraphView, context: ExportContext }

export async function viewsToExport (): Promise<Case[]> {
  const toy = toyRun()
  const context = { organisations: toy.lookup, sources: SOURCES }
  const ids = HARD_NAMES.map((_, i) => toyId(i.toString(16)))
  const hard = makeRun({
    organisations: HARD_NAMES.map((name, i) => ({ id: ids[i], name, country: i % 2 === 0 ? 'PL' : 'LT', city: HARD_NAMES[HARD_NAMES.length - 1 - i] })),
    supply: ids.slice(1).map((id, i) => [ids[i], id, 0.1 + i]),
    clusters: { C1: ids },
    places: Object.fromEntries(ids.map((id, i) => [id, [i, -i * i]]))
  })
  const empty = makeRun({ organisations: [] })
  return [
    { name: 'clusters', view: buildClustersView(toy.loaded, GraphViewQuery.parse({}), SOURCES), context: contextOf(toy) },
    { name: 'one cluster', view: await buildClusterView(toy.loaded, 'C1', GraphViewQuery.parse({}), context), context: contextOf(toy) },
    { name: 'ego', view: await buildEgoView(toy.loaded, toyId('a1'), EgoViewQuery.parse({ depth: '2' }), context), context: contextOf(toy) },
    { name: 'pair', view: await buildPairGraph(toy.loaded, resolvePair(toy.loaded, loadReference(), { a: SideText.parse('cluster:C1'), b: SideText.parse('cluster:C2') }), 100, context), context: contextOf(toy) },
    { name: 'names that break files', view: await buildClusterView(hard.loaded, 'C1', GraphViewQuery.parse({}), { organisations: hard.lookup, sources: SOURCES }), context: contextOf(hard) },
    { name: 'nothing', view: buildClustersView(empty.loaded, GraphViewQuery.parse({}), SOURCES), context: contextOf(empty) },
    { name: 'everything filtered out', view: await buildClusterView(toy.loaded, 'C1', GraphViewQuery.parse({ country: 'SE' }), context), context: contextOf(toy, { country: ['SE'] }) }
  ]
}
