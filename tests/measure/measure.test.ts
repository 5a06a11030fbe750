/** Any registered measure on a file of another tool, and what such a file cannot be. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import Graph from 'graphology'
import { write as writeGexf } from 'graphology-gexf'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { laeaEurope } from '../../services/analysis/layout/laea-europe.ts'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import { WEIGHT_MAX, WEIGHT_MIN } from '../../services/contract/scalars.ts'
import { measuredToCsv, measuredToJson, measureNetwork, readFor } from '../../services/measure/measure-network.ts'
import { groupsOf, readMemberships, readNetwork, termsOf } from '../../services/measure/read-network.ts'

interface Case { graph: { nodes: Array<Record<string, string>>, edges: Array<{ source: string, target: string, weight?: number }> }, expected: Record<string, { value: Record<string, number> }> }
const { graph: supply, expected } = JSON.parse(readFileSync('tests/datasets/measures/10-directed-weighted-supply.json', 'utf8')) as Case
const EDGES = 'source,target,weight\n' + supply.edges.map(({ source, target, weight }) => `${source},${target},${weight ?? 1}\n`).join('')
const NODES = 'id,Country,Latitude,Longitude\n' + supply.nodes.map(({ id, country }, v) => `${id},${country},${v === 0 ? ',' : `${50 + v % 10},${v}`}\n`).join('')
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

t.test('coordinates come from the table of nodes: both or neither, and on Earth', async t => {
  const places = (rows: string[], header = 'id,latitude,longitude'): Record<string, ArrayLike<number>> => measureNetwork(readFor('geographicLayout', 'links.csv', 'source,target\na,b\n', false, [header, ...rows].join('\n')), { name: 'geographicLayout', options: {}, group: undefined, terms: undefined, seed: 1 }, UNWATCHED).nodes
  const { x, y } = laeaEurope(54.35, 18.65)
  t.strictSame(places(['a,54.35,18.65', 'b,,']), { positionX: Float64Array.of(x, NaN), positionY: Float64Array.of(y, NaN) })
  t.ok(Number.isFinite(places(['a,-90,-180', 'b,90,180']).positionY[0]), 'the ends of the Earth')
  for (const [row, message] of [['a,90.1,0', /"a": latitude "90.1" cannot be used; expected degrees from -90 to 90/], ['a,0,-180.5', /longitude "-180.5" cannot be used; expected degrees from -180 to 180/], ['a,north,0', /latitude "north" cannot be used/], ['a,54,', /"a": latitude without longitude/]] as const) t.throws(() => places([row, 'b,1,1']), { name: 'NetworkFileError', message })
  t.throws(() => places(['a,1,', 'b,1,']), /No node has a value in the column "longitude"/)
  t.throws(() => places(['a,PL'], 'id,country'), /No node has a value in the column "latitude"; columns are country/)
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

t.test('a file as others write it', async t => {
  for (const [says, text] of [['semicolons', 'source;target;weight\na;b;2\n'], ['tabs', 'source\ttarget\tweight\na\tb\t2\n'], ['bars', 'source|target|weight\na|b|2\n'], ['a column without a heading', 'source,target,weight,,\na,b,2,x,y\n']]) {
    const { ids, graph } = readNetwork('links.csv', text, false)
    t.strictSame([ids, graph.weights[0]], [['a', 'b'], 2], says)
  }
  t.throws(() => readNetwork('links.csv', 'source target\na b\n', false), { message: /no column "source"; its first line is source target/ })
  const nodes = readNetwork('links.csv', 'source,target\na,b\n', false, 'id;Domains\na;wood\n')
  t.strictSame(termsOf(nodes, 'domains').values, ['wood'])
})

t.test('a row is named by the line it begins on', async t => {
  const cases: Array<[text: string, nodes: string | undefined, message: RegExp]> = [
    ['source,target,weight\n\na,b,1\n\n\na,c,x\n', undefined, /row 6: weight "x"/], ['source,target\r\n\r\n,b\r\n', undefined, /row 3: source is empty/],
    ['source,target,weight\n"a\nA",b,1\n"c\nC\nc",d,x\n', undefined, /row 4: weight "x"/], ['source,target\na,b\n', '\nid\n\na\n\na\n', /row 6: "a" has a row already/]
  ]
  for (const [text, nodes, message] of cases) t.throws(() => readNetwork('links.csv', text, false, nodes), { name: 'NetworkFileError', message }, JSON.stringify(text))
})

t.test('columns are named once, and are only those the file has', async t => {
  t.throws(() => readNetwork('links.csv', 'source,target,weight,Weight\na,b,1,9\n', false), { name: 'NetworkFileError', message: /two columns "weight".*name each column once/ })
  t.throws(() => readNetwork('links.csv', 'source,target\na,b\n', false, 'id,country,country\na,PL,LT\n'), { message: /table of nodes has two columns "country"/ })
  const { network, measured } = measure('soleSuppliers')
  for (const name of ['__proto__', 'constructor', 'toString']) {
    t.throws(() => groupsOf(network, name), { message: /No node has a value in the column/ }, name)
    t.throws(() => measuredToCsv(network, measured, name), { name: 'NetworkFileError', message: /gives no table/ }, name)
  }
})

t.test('weights are 0 or within their limits, in every format, and decimal', async t => {
  const edge = (weight: string): Array<[name: string, text: string]> => [
    ['links.csv', `source,target,weight\na,b,${weight}\n`],
    ['links.gexf', `<gexf version="1.3"><graph defaultedgetype="undirected"><nodes><node id="a"/><node id="b"/></nodes><edges><edge id="0" source="a" target="b" weight="${weight}"/></edges></graph></gexf>`],
    ['links.graphml', `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="undirected"><node id="a"/><node id="b"/><edge source="a" target="b"><data key="w">${weight}</data></edge></graph></graphml>`]
  ]
  for (const weight of ['0.99e-50', '1e-300', '1e-999', '1.01e50', '1e300', '1e999', '-1', '0x10', '1,5', '12 t', 'NaN', 'Infinity']) {
    for (const [name, text] of edge(weight)) t.throws(() => readNetwork(name, text.replace(',b,1,5', ',b,"1,5"'), false), { name: 'NetworkFileError', message: new RegExp(`(row 2|edge \\S+).*weight "${weight}" cannot be used; expected 0, or a number from 1e-50 to 1e\\+50`) }, `${name} ${weight}`)
  }
  for (const weight of [WEIGHT_MIN, 2.5, WEIGHT_MAX]) for (const [name, text] of edge(String(weight))) t.strictSame([...readNetwork(name, text, false).graph.weights], [weight, weight], `${name} ${weight}`)
  for (const [name, text] of edge('0')) t.strictSame(readNetwork(name, text, false).notes, ['1 links of weight 0 left out'], name)
})

t.test('weights of GraphML are found by name or id, in upper and lower case, or it is said that there are none', async t => {
  const file = (key: string, data: string): string => `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${key}<graph edgedefault="undirected"><node id="a"/><node id="b"/><edge source="a" target="b">${data}</edge></graph></graphml>`
  const read = (key: string, data: string): [weight: number, notes: string[]] => {
    const { graph, notes } = readNetwork('links.graphml', file(key, data), false)
    return [graph.weights[0], notes]
  }
  for (const key of [
    '<key id="w" for="edge" attr.name="Weight" attr.type="double"/>', "<key attr.type='int' attr.name='WEIGHT' for='edge' id='w'/>", '<key id="w" for="all" attr.name="weight" attr.type="double"/>', '<key id="w" attr.name="weight" attr.type="double"><default>1</default></key>'
  ]) t.strictSame(read(key, '<data key="w">7</data>'), [7, []], key)
  for (const id of ['weight', 'Weight']) {
    t.strictSame(read(`<key id="${id}" for="edge" attr.type="double"/>`, `<data key="${id}">7</data>`), [7, []], `${id}, only an id`)
    t.strictSame(read('', `<data key="${id}">7</data>`), [7, []], `${id}, not declared`)
    t.throws(() => read(`<key id="${id}" for="edge" attr.type="double"/>`, `<data key="${id}">0x10</data>`), { name: 'NetworkFileError', message: /weight "0x10" cannot be used/ })
  }
  t.strictSame(read('<key id="a" for="edge" attr.name="amount" attr.type="double"/>', '<data key="a">7</data>'), [1, ['no weight was found, so each link counts 1; what is known of links is amount']])
  t.strictSame(read('', ''), [1, ['no weight was found, so each link counts 1']])
  t.throws(() => read('<key id="w" for="edge" attr.name="weight"/><key id="x" for="edge" attr.name="Weight"/>', ''), { name: 'NetworkFileError', message: /two keys of edges called "weight"/ })
  t.strictSame(readNetwork('links.csv', 'source,target,amount\na,b,7\n', false).notes, ['no weight was found, so each link counts 1; what is known of links is amount'])
  t.strictSame(readNetwork('links.csv', 'source,target\n', false).notes, [], 'no links at all')
})

t.test('what is commented out is no link', async t => {
  const edge = (weight: string): string => `<edge id="${weight}" source="a" target="b" weight="${weight}"/>`
  const gexf = `<gexf version="1.3"><graph defaultedgetype="undirected"><nodes><node id="a"/><node id="b"/></nodes><edges><!-- ${edge('12 t')} -->${edge('2')}<!-- > --></edges></graph></gexf>`
  t.strictSame([...readNetwork('links.gexf', gexf, false).graph.weights], [2, 2])
  const graphml = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><!-- <key id="x" for="edge" attr.name="weight" attr.type="double"/> --><key id="w" for="edge" attr.name="weight" attr.type="double"/><key id="c" for="node" attr.name="note"/><graph edgedefault="undirected"><node id="a"><data key="c"><![CDATA[<!-- kept -->]]></data></node><node id="b"/><edge source="a" target="b"><data key="w">3</data></edge></graph></graphml>'
  const read = readNetwork('links.graphml', graphml, false)
  t.strictSame([...read.graph.weights], [3, 3])
  t.equal(read.attributes.get('a')?.note, '<!-- kept -->')
})
