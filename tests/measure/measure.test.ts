/** Any registered measure on a file of another tool, and what such a file cannot be. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import Graph from 'graphology'
import { write as writeGexf } from 'graphology-gexf'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import { measuredToCsv, measuredToJson, measureNetwork, readFor } from '../../services/measure/measure-network.ts'
import { groupsOf, readMemberships, readNetwork, termsOf } from '../../services/measure/read-network.ts'

interface Case { graph: { nodes: Array<Record<string, string>>, edges: Array<{ source: string, target: string, weight?: number }> }, expected: Record<string, { value: Record<string, number> }> }
const { graph: supply, expected } = JSON.parse(readFileSync('tests/datasets/measures/10-directed-weighted-supply.json', 'utf8')) as Case
const EDGES = 'source,target,weight\n' + supply.edges.map(({ source, target, weight }) => `${source},${target},${weight ?? 1}\n`).join('')
const NODES = 'id,Country\n' + supply.nodes.map(({ id, country }) => `${id},${country}\n`).join('')
/** Whoever supplies the same buyer is in one network. */
const MEMBERSHIPS = 'source,target\n' + supply.edges.map(({ source, target }) => `${source},suppliers of ${target}\n`).join('')
const measure = (name: string, options: Record<string, unknown> = {}, directed = true) => {
  const network = readFor(name, 'links.csv', MEASURABLE.get(name)?.needs.memberships === true ? MEMBERSHIPS : EDGES, directed, NODES)
  return { network, measured: measureNetwork(network, { name, options, group: 'country', terms: 'country', seed: 1 }, UNWATCHED) }
}

t.test('every registered measure gives a value or an empty cell for every node, by its id', async t => {
  for (const { name, needs } of MEASURABLE.values()) {
    const { network, measured } = measure(name, {}, needs.direction !== 'undirected')
    const rows = measuredToCsv(network, measured).trimEnd().split('\n').map(line => line.split(','))
    const [first] = Object.values(measured.tables ?? {})
    t.equal(rows.length, 1 + (Object.keys(measured.nodes).length > 0 || first === undefined ? network.ids.length : Object.values(first)[0].length), name)
    t.ok(rows.every(row => row.length === rows[0].length && !row.includes('NaN') && !row.includes('undefined')))
    t.ok(Object.keys(measured.nodes).length + Object.keys(measured.metrics).length > 0)
    for (const table of Object.keys(measured.tables ?? {})) {
      const cells = measuredToCsv(network, measured, table).trimEnd().split('\n').map(line => line.split(','))
      t.ok(cells.every(row => row.length === cells[0].length && !row.includes('NaN') && !row.includes('undefined')), `${name}, table of ${table}`)
    }
    t.strictSame(measure(name, {}, needs.direction !== 'undirected').measured, measured, `${name} twice`)
    t.equal((measuredToJson(network, measured) as { nodes: unknown[] }).nodes.length, network.ids.length)
  }
})

t.test('values are those of other tools', async t => {
  for (const [name, column, key] of [['structuralHoles', 'constraint', 'constraint_directed_weighted'], ['harmonicCloseness', 'harmonicCloseness', 'harmonic_in_normalized'], ['pagerank', 'pagerank', 'pagerank_085_weighted'], ['supplierConcentration', 'supplierConcentration', 'supplier_hhi']]) {
    const { network, measured } = measure(name)
    const worst = Math.max(...network.ids.map((id, v) => Number.isNaN(measured.nodes[column][v]) ? 0 : Math.abs(measured.nodes[column][v] - expected[key].value[id])))
    t.ok(worst < 1e-9, `${name}: largest deviation ${worst}`)
  }
  const { network, measured } = measure('crossBorderBetweenness', { weighted: false })
  t.ok(network.ids.every((id, v) => Math.abs(measured.nodes.crossBorderBetweenness[v] - expected.cross_border_betweenness_directed_normalized.value[id]) < 1e-9))
})

t.test('the same network as GEXF and GraphML', async t => {
  const graph = new Graph({ type: 'directed', multi: true })
  for (const { id, country } of supply.nodes) graph.addNode(id, { country })
  for (const { source, target, weight } of supply.edges) graph.addEdge(source, target, { weight: weight ?? 1 })
  const { network } = measure('degree')
  const graphml = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="c" for="node" attr.name="country" attr.type="string"/><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="directed">${
    supply.nodes.map(({ id, country }) => `<node id="${id}"><data key="c">${country}</data></node>`).join('')}${
    supply.edges.map(({ source, target, weight }) => `<edge source="${source}" target="${target}"><data key="w">${weight ?? 1}</data></edge>`).join('')}</graph></graphml>`
  for (const [name, text] of [['links.gexf', writeGexf(graph)], ['links.graphml', graphml]]) {
    const read = readNetwork(name, text, true)
    t.strictSame(read.ids, network.ids, name)
    t.strictSame(read.graph, network.graph, name)
    t.strictSame(groupsOf(read, 'country'), groupsOf(network, 'country'), name)
  }
})

t.test('what is left out is counted', async t => {
  const { graph, notes, ids } = readNetwork('links.csv', '\ufeffSource,Target,Weight\na,b,1\na,b,2\nb,b,5\nb,c,0\nb,a,1\n', false)
  t.strictSame(ids, ['a', 'b', 'c'])
  t.equal(graph.m, 1)
  t.equal(graph.weights[0], 4)
  t.strictSame(notes, ['1 links of a node to itself left out', '1 links of weight 0 left out', '2 parallel or opposite links summed'])
  t.equal(readNetwork('links.csv', 'source,target\na,b\n', false, 'id\nz\n').ids.length, 3, 'nodes without links stay')
})

t.test('files that cannot be used are refused with the row and the value', async t => {
  const refused: Array<[name: string, text: string, nodes: string | undefined, message: RegExp]> = [
    ['links.csv', 'from,to\na,b\n', undefined, /no column "source"; its first line is from,to/], ['links.csv', '', undefined, /no column "source"/], ['links.csv', 'source,target,weight\na,b,1\na,c,-1\n', undefined, /row 3: weight "-1"/],
    ['links.csv', 'source,target,weight\na,b,NaN\n', undefined, /row 2: weight "NaN"/], ['links.csv', 'source,target,weight\na,b,Infinity\n', undefined, /Infinity/], ['links.csv', 'source,target,weight\na,b,x\n', undefined, /"x"/],
    ['links.csv', 'source,target\n,b\n', undefined, /row 2: source is empty/], ['links.csv', 'source,target\na,b,c,d\n', undefined, /not a table/], ['links.gexf', '<not', undefined, /cannot be read/],
    ['links.csv', 'source,target\na,b\n', 'id,country\na,PL\na,LT\n', /row 3: "a" has a row already/], ['links.csv', 'source,target\na,b\n', 'name\na\n', /no column "id"/]
  ]
  for (const [name, text, nodes, message] of refused) t.throws(() => readNetwork(name, text, false, nodes), { name: 'NetworkFileError', message }, JSON.stringify(text))
  const network = readNetwork('links.csv', EDGES, false, NODES)
  const request = { name: 'assortativity', options: {}, group: undefined, terms: undefined, seed: 1 }
  t.throws(() => measureNetwork(network, request, UNWATCHED), { message: /needs groups.*--group/ })
  t.throws(() => measureNetwork(network, { ...request, group: 'region' }, UNWATCHED), { message: /"region"; columns are country/ })
  t.throws(() => measureNetwork(network, { ...request, name: 'hits' }, UNWATCHED), { message: /--directed/ })
  t.throws(() => measureNetwork(network, { ...request, name: 'fame' }, UNWATCHED), { message: /"fame" is not a measure/ })
  t.throws(() => measureNetwork(network, { ...request, name: 'leiden', options: { resolutoin: 2 } }, UNWATCHED), { name: 'ZodError' })
})

t.test('memberships: who is in which network', async t => {
  const { ids, memberships, notes, graph } = readMemberships('m.csv', 'source,target\nb,x\na,x\na,y\na,x\n', 'id,country\nc,PL\nx,-\n')
  t.strictSame(ids, ['a', 'b', 'c'], 'an organisation without a membership stays; a network in the table of nodes is none')
  t.strictSame([memberships.networks, [...memberships.offsets], [...memberships.members]], [['x', 'y'], [0, 2, 3], [0, 1, 0]])
  t.strictSame(notes, ['1 memberships stated again counted once'])
  t.equal(graph.m, 0)
  t.throws(() => readMemberships('m.csv', 'source,target\na,b\nb,c\n'), { name: 'NetworkFileError', message: /"b" is a source and a target/ })
  const many = readMemberships('m.csv', `source,target\n${Array.from({ length: 11 }, (_, v) => `${v},x\n`).join('')}`)
  t.strictSame([...many.memberships.members], [...many.memberships.members].sort((a, b) => a - b), 'members ascend as numbers')
})

t.test('terms between semicolons', async t => {
  const network = readNetwork('links.csv', 'source,target\na,b\n', false, 'id,Domains\na, wood ;paper;;wood\nc,\n')
  const { values, offsets, codes } = termsOf(network, 'domains')
  t.strictSame([values, [...offsets], [...codes]], [['paper', 'wood'], [0, 2, 2, 2], [0, 1]], 'each once; none for whom none are stated')
  t.throws(() => termsOf(network, 'sectors'), { message: /"sectors"; columns are domains/ })
  t.throws(() => measureNetwork(network, { name: 'partnerScore', options: {}, group: 'domains', terms: undefined, seed: 1 }, UNWATCHED), { message: /needs terms.*--terms/ })
})

t.test('tables beside the nodes', async t => {
  const { network, measured } = measure('soleSuppliers')
  t.match(measuredToCsv(network, measured, 'soleSuppliers'), /^buyer,supplier\nDE2,DK1\n/)
  t.match(measuredToCsv(network, measured), /^id,recordedSuppliers,hasSoleSupplier,dependants\n/)
  t.match(measuredToCsv(network, measure('linkPrediction').measured), /^organisation,partner,/, 'a measure of pairs alone shows its pairs')
  t.throws(() => measuredToCsv(network, measured, 'pairs'), { message: /no table "pairs"; it gives soleSuppliers/ })
  t.throws(() => measuredToCsv(network, measure('degree').measured, 'pairs'), { message: /values of nodes alone/ })
  t.strictSame((measuredToJson(network, measured) as { tables: { soleSuppliers: unknown[] } }).tables.soleSuppliers[0], { buyer: 'DE2', supplier: 'DK1' })
  t.throws(() => measure('linkPrediction', { of: 'DE9' }), { name: 'NetworkFileError', message: /linkPrediction: no organisation has the id "DE9"/ })
})
