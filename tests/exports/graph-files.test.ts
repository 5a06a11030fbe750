import t from 'tap'
import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import { clusterColour } from '../../services/contract/palette.ts'
import { exportView } from '../../services/exports/export-view.ts'
import type { RunMetrics, ShuffledNetworks } from '../../services/contract/run.ts'
import { aboutExport, CAUTION } from '../../services/exports/about.ts'
import { escapeXml } from '../../services/xml-text.ts'
import { boundsOf, graphRows } from '../../services/exports/graph-rows.ts'
import type { Case } from './views-to-export.ts'
import { viewsToExport } from './views-to-export.ts'

/** Line ends and tabs become one blank in XML files; everything else must come back as it was. */
const inXml = (value: unknown) => typeof value === 'string' ? value.replace(/[\t\r\n]+/g, ' ') : value
/** The readers write colours as rgb(51,34,136) and #332288: here all are the latter. */
const inHex = (colour: string) => '#' + [...colour.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')
const comparable = (attributes: Record<string, unknown>) => Object.fromEntries(Object.entries(attributes)
  .map(([key, value]): [string, unknown] => [key, key === 'color' && typeof value === 'string' ? (value.startsWith('rgb') ? inHex(value) : value.toLowerCase()) : inXml(value)])
  .sort(([a], [b]) => a < b ? -1 : 1))

/** What the files must hold, as a graph of another library. */
function graphOfView ({ view, context }: Pick<Case, 'view' | 'context'>): Graph {
  const strengthMax = view.level === 'clusters' ? 0 : Math.max(0, ...view.nodes.map(({ scores }) => scores.strength ?? 0))
  const rows = graphRows({ level: view.level, about: [], bounds: boundsOf(view.nodes), strengthMax }, context)
  const graph = new Graph({ type: 'mixed' })
  for (const { id, attributes } of view.nodes.map(rows.node)) graph.addNode(id, attributes)
  for (const { source, target, directed, attributes } of view.edges.map(rows.edge)) {
    if (directed) graph.addDirectedEdge(source, target, attributes)
    else graph.addUndirectedEdge(source, target, attributes)
  }
  return graph
}

const edgesOf = (graph: Graph) => graph.mapEdges((_edge, attributes, source, target, _s, _t, undirected) => ({ source, target, undirected, ...comparable(attributes) }))
const nodesOf = (graph: Graph) => graph.mapNodes((node, attributes) => ({ node, ...comparable(attributes) }))

for (const { name, view, context } of await viewsToExport()) {
  const graph = graphOfView({ view, context })

  t.test(`GEXF read again is the same graph: ${name}`, async t => {
    const { body, contentType, fileName } = exportView(view, { format: 'gexf', context })
    t.match(contentType, /^application\/gexf\+xml/)
    t.match(fileName, /^amber-road-[A-Za-z0-9-]+\.gexf$/)
    const read = parseGexf(Graph, body)
    t.strictSame(nodesOf(read), nodesOf(graph))
    t.strictSame(edgesOf(read), edgesOf(graph))
    t.match(read.getAttribute('description'), CAUTION)
    t.match(body, 'xmlns:viz="http://www.gexf.net/1.2draft/viz"')
    t.match(body, '<gexf version="1.2"')
  })

  t.test(`GraphML read again is the same graph: ${name}`, async t => {
    const { body, contentType } = exportView(view, { format: 'graphml', context })
    t.match(contentType, /^application\/graphml\+xml/)
    const read = parseGraphml(Graph, body)
    t.strictSame(nodesOf(read), nodesOf(graph))
    t.strictSame(edgesOf(read), edgesOf(graph))
    t.match(read.getAttributes(), { creator: 'Amber Road 0.1.0', lastModifiedDate: '2026-01-02' })
  })

  t.test(`each file says what it is and what it does not show: ${name}`, async t => {
    for (const format of ['gexf', 'graphml', 'json'] as const) {
      const { body } = exportView(view, { format, context })
      for (const said of ['run-000000000001', 'leiden', '42', '© European Union', 'CC BY 4.0', CAUTION, name === 'everything filtered out' ? 'country=SE' : 'filter']) t.ok(body.includes(said), `${format} says ${said}`)
    }
  })
}

t.test('the picture: colours of the palette, discs by size, positions in one scale', async t => {
  const [{ view, context }] = await viewsToExport()
  const graph = graphOfView({ view, context })
  t.match(graph.getNodeAttributes('C1'), { color: clusterColour('C1').fill, label: 'C1 Field C1', x: -500, y: 0, size: 3.354 })
  t.match(graph.getNodeAttributes('C2'), { color: clusterColour('C2').fill, x: 500, y: 0 })
  t.match(graph.getEdgeAttributes('C1', 'C2'), { weight: 5.5, links: 5, sharedNetworks: 2, layers: 'supply collaboration co-membership', color: '#87919D' })
  const body = exportView(view, { format: 'gexf', context }).body
  t.match(body, /<viz:color r="51" g="34" b="136"\/>/)
  t.match(body, /<viz:position x="-500" y="0"\/>/)
})

t.test('directed supply stays directed, and the graph mixed', async t => {
  const ego = (await viewsToExport()).find(({ name }) => name === 'ego')!
  for (const [format, read] of [['gexf', parseGexf], ['graphml', parseGraphml]] as const) {
    const graph = read(Graph, exportView(ego.view, { format, context: ego.context }).body)
    t.ok(graph.hasDirectedEdge('org-0000000000a2', 'org-0000000000b2'), format)
    t.notOk(graph.hasDirectedEdge('org-0000000000b2', 'org-0000000000a2'), format)
    t.equal(graph.undirectedSize, 19, format)
  }
})

t.test('JSON is the view with a word about it', async t => {
  for (const { view, context } of await viewsToExport()) {
    const { about, ...rest } = JSON.parse(exportView(view, { format: 'json', context }).body)
    t.strictSame(rest, JSON.parse(JSON.stringify(view)))
    t.ok(about.some(({ key, value }: { key: string, value: string }) => key === 'caution' && value === CAUTION))
  }
})

t.test('how many clusters pass by chance is said, and that it was not measured', async t => {
  const [{ context }] = await viewsToExport()
  const { run } = context
  const said = (shuffledNetworks: ShuffledNetworks | null | undefined): string | undefined =>
    aboutExport('all', { ...context, run: { ...run, metrics: { shuffledNetworks } as RunMetrics } }).find(({ key }) => key === 'chance')?.value
  t.equal(said({ networks: 10, itself: { clusters: 24.3, passing: 16.9, passingLeast: 13, passingMost: 21 }, shuffled: { clusters: 27, passing: 15.4, passingLeast: 13, passingMost: 19 } }),
    'On average of 10 single searches 16.9 of 24.3 communities (13 to 21) of the network pass every test but steadiness, and 15.4 of 27.0 communities (13 to 19) of the same network with memberships and links shuffled.')
  for (const none of [null, undefined]) t.match(said(none), /was not measured/, 'also of a run of an earlier version')
  t.equal(aboutExport('all', { ...context, run: { ...run, metrics: null } }).find(({ key }) => key === 'chance'), undefined, 'a run that measures finds no clusters')
})

t.test('what XML cannot hold becomes the replacement character', async t => {
  t.equal(escapeXml('a\u0001b\uD800c\uFFFEd'), 'a\uFFFDb\uFFFDc\uFFFDd')
  t.equal(escapeXml('<a b="c">&\r\n🏭'), '&lt;a b=&quot;c&quot;&gt;&amp; 🏭')
})
