/** The whole network as a file: every organisation and link, whatever a picture would show. */
import t from 'tap'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import { NETWORK_EDGES_MAX, NetworkQuery } from '../../services/contract/graph-view.ts'
import { clusterColour } from '../../services/contract/palette.ts'
import { CAUTION } from '../../services/exports/about.ts'
import { exportNetwork } from '../../services/exports/export-view.ts'
import type { ExportOptions } from '../../services/exports/export-view.ts'
import { exportVosviewer } from '../../services/exports/vosviewer.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import { holdNetwork, openNetwork } from '../../services/views/network-view.ts'
import { toyId, toyRun } from '../support/loaded-run.ts'
import { contextOf } from './views-to-export.ts'

const toy = toyRun()
const open = (filter: Record<string, string> = {}, edgesMax?: number) => openNetwork(toy.loaded, NetworkQuery.parse(filter), { organisations: toy.lookup, sources: [] }, edgesMax)

async function written (format: ExportOptions['format'], filter: Record<string, string> = {}, table?: ExportOptions['table']): Promise<string> {
  const pieces: string[] = []
  for await (const piece of exportNetwork(open(filter), { format, table, context: contextOf(toy, filter) }).body) pieces.push(piece)
  return pieces.join('')
}

t.test('every organisation and every link, in each format', async t => {
  for (const [format, read] of [['gexf', parseGexf], ['graphml', parseGraphml]] as const) {
    const text = await written(format)
    const graph = read(Graph, text)
    t.strictSame(graph.nodes(), [...toy.organisations.keys()], format)
    t.equal(graph.size, 21, '5 inside C1, 10 inside C2, 5 between, 1 of the pair')
    t.ok(graph.hasDirectedEdge(toyId('b5'), toyId('b4')) === false, 'co-members too: no direction')
    t.ok(graph.hasDirectedEdge(toyId('a2'), toyId('b2')), 'sells one way')
    t.equal(graph.getNodeAttribute(toyId('a1'), 'cluster'), 'C1')
    t.equal(graph.getNodeAttribute(toyId('a1'), 'bridgeScore'), 80)
    t.equal(graph.getNodeAttribute(toyId('a1'), 'region'), 'PL633')
    t.match(graph.getNodeAttribute(toyId('a1'), 'color'), format === 'gexf' ? /rgb\(51, ?34, ?136\)/ : /^#332288$/i)
    t.match(text, 'The whole network: all 13 organisations that pass the filter, of 13; all 21 links among them')
    t.match(text, CAUTION)
    t.match(text, '© European Union Licence: CC BY 4.0')
  }
  const nodes: Array<Record<string, string>> = parse(await written('csv'), { columns: true })
  const edges: Array<Record<string, string>> = parse(await written('csv', {}, 'edges'), { columns: true })
  t.strictSame([nodes.length, edges.length], [13, 21])
  t.match(nodes.find(({ Id }) => Id === toyId('a1')), { colour: clusterColour('C1').fill, region: 'PL633' })
  const json = JSON.parse(await written('json'))
  t.match(json, { level: 'network', counts: { organisationsShown: 13, isolates: 1, clusters: 2, smallerGroups: 1, edgesShown: 21, edgesTotal: 21 } })
  t.strictSame(json.nodes.map(({ id }: { id: string }) => id), nodes.map(({ Id }) => Id))
  t.equal(json.edges.length, 21)
})

t.test('places are those of the map; who is in no cluster has none', async t => {
  const { nodes } = JSON.parse(await written('json'))
  const placed = Object.fromEntries(nodes.map(({ id, x, y }: { id: string, x: number | null, y: number | null }) => [id, [x, y]]))
  t.strictSame(placed[toyId('a1')], [-100, 20])
  t.strictSame(placed[toyId('b1')], [300, 20])
  t.strictSame([placed[toyId('g1')], placed[toyId('z')]], [[null, null], [null, null]])
  t.notMatch(await written('gexf', { country: 'PL', cluster: 'C1' }), 'NaN')
})

t.test('filters of the map, clusters and weight', async t => {
  const counts = (filter: Record<string, string>) => { const { organisationsShown, edgesShown } = open(filter).header.counts; return [organisationsShown, edgesShown] }
  t.strictSame(counts({ country: 'PL' }), [6, 4], 'a1 a2 a3 b1 g1 z; the triangle and a1-b1')
  t.strictSame(counts({ cluster: 'C1' }), [5, 5])
  t.strictSame(counts({ cluster: 'C1,C2', weightMin: '1' }), [10, 6], 'a1-a4, a4-a5 and a3-b3 at 1, a5-b5 at 1.5, a2-b2 at 2, b4-b5 at 3.25')
  t.throws(() => counts({ cluster: 'C9' }), { code: 'NOT_FOUND' })
})

t.test('VOSviewer: one zip, without places where some have none', async t => {
  const parts = Object.entries(unzipSync(exportVosviewer(await holdNetwork(open()), contextOf(toy)).body)).map(([path, bytes]) => [path, strFromU8(bytes)])
  const [map, network, about] = ['-map.txt', '-network.txt', 'about.txt'].map(end => parts.find(([path]) => path.endsWith(end))?.[1] ?? '')
  t.equal(map.split('\n').length, 1 + 13 + 1)
  t.notOk(map.split('\n')[0].split('\t').includes('x'))
  t.equal(network.split('\n').length, 21 + 1)
  t.match(about, 'Places are left out')
})

t.test('more links than a file holds are refused before it is begun', async t => {
  t.doesNotThrow(() => open({}, 21))
  t.throws(() => open({}, 20), { code: 'DOCUMENT_TOO_LARGE', message: /21 links.*20 at most/ })
  t.throws(() => openNetwork(completeRun(1415), NetworkQuery.parse({}), { organisations: async () => [], sources: [] }), { code: 'DOCUMENT_TOO_LARGE', message: new RegExp(`1000405 links.*${NETWORK_EDGES_MAX} at most`) })
})

/** The toy run on `n` organisations that are all linked: n (n - 1) / 2 links. */
function completeRun (n: number): LoadedRun {
  const { loaded } = toyRun()
  const none = new Float64Array(n)
  const graph = {
    directed: false, n, m: n * (n - 1) / 2, offsets: Int32Array.from({ length: n + 1 }, (_, i) => i * (n - 1)),
    targets: Int32Array.from({ length: n * (n - 1) }, (_, slot) => { const i = Math.floor(slot / (n - 1)); const j = slot % (n - 1); return j < i ? j : j + 1 }), weights: new Float64Array(n * (n - 1)).fill(1)
  }
  return { ...loaded, clusterOf: new Int32Array(n).fill(-1), scores: { ...loaded.scores, strength: none }, projection: { ...loaded.projection, graph }, snapshot: { ...loaded.snapshot, ids: Array.from({ length: n }, (_, i) => toyId(i.toString(16))) } }
}
