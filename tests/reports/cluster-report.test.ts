/** What a report says, against the same numbers counted a slow and obvious way from the run. */
import t from 'tap'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import { checkDocument } from '../../services/documents/check-document.ts'
import { tablesOf } from '../../services/documents/document.ts'
import type { Document } from '../../services/documents/document.ts'
import { toyRun } from '../support/loaded-run.ts'
import { blocksOf, report, reportRun, rowsOf, sectionsOf, table, textsOf } from './made-run.ts'

const made = reportRun()
const { loaded } = made
const { snapshot, clusters, clusterOf, projection: { graph } } = loaded
const country = (i: number): string => snapshot.country.values[snapshot.country.codes[i]]
const nodes = [...snapshot.ids.keys()]
const links = nodes.flatMap(i => Array.from(graph.targets.subarray(graph.offsets[i], graph.offsets[i + 1]), (j, k) => ({ i, j, weight: graph.weights[graph.offsets[i] + k] }))).filter(({ i, j }) => i < j)
const ALL = { countries: 'PL,LT,LV', suppressBelow: '0' }
const facts = (document: Document): Array<{ value: string, text: string }> => blocksOf(document).flatMap(block => block.type === 'facts' ? [...block.facts] : [])

t.test('clusters by country are counted once each', async t => {
  const rows = rowsOf(table(await report(made, ALL), 'part-clusters'))
  for (const [c, { code }] of clusters.entries()) {
    const row = rows.find(({ cluster }) => cluster === code)!
    for (const place of ['PL', 'LT', 'LV']) t.equal(row[`p_${place}`], nodes.filter(i => clusterOf[i] === c && country(i) === place).length)
    t.equal(row.all, nodes.filter(i => clusterOf[i] === c).length)
  }
  t.equal(rows.at(-1)!.all, snapshot.ids.length)
})

t.test('links and work between two countries, and what volumes predict', async t => {
  const rows = rowsOf(table(await report(made, ALL), 'flows'))
  const name: Record<string, string> = { PL: 'Poland', LT: 'Lithuania', LV: 'Latvia' }
  const degree = (place: string): number => links.reduce((sum, { i, j }) => sum + (country(i) === place ? 1 : 0) + (country(j) === place ? 1 : 0), 0)
  t.equal(rows.length, 6)
  for (const [a, b] of [['PL', 'PL'], ['PL', 'LT'], ['LT', 'LV']]) {
    const between = links.filter(({ i, j }) => (country(i) === a && country(j) === b) || (country(i) === b && country(j) === a))
    const row = rows.find(({ from, to }) => (from === name[a] && to === name[b]) || (from === name[b] && to === name[a]))!
    t.equal(row.links, between.length)
    t.ok(Math.abs(row.work as number - between.reduce((sum, { weight }) => sum + weight, 0)) < 1e-3)
    const expected = degree(a) * degree(b) / (a === b ? 4 : 2) / links.length
    t.equal(row.against_expected, Number((between.length / expected).toFixed(1)))
  }
})

t.test('key facts of a group that is a part of the network', async t => {
  const document = await report(made, { countries: 'LT', regions: 'PL63', suppressBelow: '0' })
  const inGroup = (i: number): boolean => country(i) === 'LT' || (snapshot.region.codes[i] >= 0 && snapshot.region.values[snapshot.region.codes[i]].startsWith('PL63'))
  const group = nodes.filter(inGroup)
  const among = links.filter(({ i, j }) => inGroup(i) && inGroup(j))
  const values = facts(document).map(({ value }) => value)
  t.equal(values[0], String(group.length))
  t.ok(values.includes(String(among.length)), 'links among them')
  const touching = links.filter(({ i, j }) => inGroup(i) || inGroup(j))
  const total = touching.reduce((sum, { i, j, weight }) => sum + weight * (Number(inGroup(i)) + Number(inGroup(j))), 0)
  const outside = touching.filter(({ i, j }) => inGroup(i) !== inGroup(j)).reduce((sum, { weight }) => sum + weight, 0)
  t.ok(facts(document).some(({ value, text }) => value === `${Math.round(100 * outside / total)}\u00a0%` && /outside the group/.test(text)))
  for (const row of rowsOf(table(document, 'clusters'))) t.equal(row.members_in_group, group.filter(i => clusters[clusterOf[i]]?.code === row.code).length, `members of ${row.code}`)
})

t.test('each page of a cluster says what its tables say', async t => {
  const document = await report(made, ALL)
  const listed = rowsOf(table(document, 'clusters'))
  const members = rowsOf(table(document, 'members'))
  for (const { code, size } of clusters) {
    const page = sectionsOf(document.sections).find(({ id }) => id === `cluster-${code.toLowerCase()}`)!
    const lead = page.blocks[0].type === 'paragraph' ? page.blocks[0].line[0].text : ''
    const [, inGroup, of] = /^(\d+) of its (\d+) members/.exec(lead)!
    t.strictSame([Number(inGroup), Number(of)], [members.filter(row => row.cluster === code).length, size])
    t.equal(listed.find(row => row.code === code)!.members_in_group, Number(inGroup))
    const field = /(\d+) of (\d+) members work in (.+?); in the whole network (\d+) of (\d+)/.exec(lead)
    if (field !== null) t.ok(rowsOf(table(document, `${code.toLowerCase()}-fields`)).some(row => row.name === field[3] && row.members === Number(field[1]) && row.network === Number(field[4]) && row.sure === 'surely more common'))
    const places = rowsOf(table(document, `${code.toLowerCase()}-places`))
    t.equal(places.reduce((sum, row) => sum + (row.members as number), 0), Number(inGroup))
  }
})

t.test('members go back to organisations and the run', async t => {
  for (const row of rowsOf(table(await report(made, ALL), 'members'))) {
    const i = snapshot.ids.indexOf(row.organisation as string)
    t.strictSame([row.run, row.cluster, row.country, row.partners, row.name], [loaded.run.id, clusters[clusterOf[i]].code, country(i), links.filter(link => link.i === i || link.j === i).length, made.organisations.get(snapshot.ids[i])!.name])
  }
})

t.test('the same input gives the same document, in either language', async t => {
  for (const language of ['en', 'pl']) t.equal(JSON.stringify(await report(made, { ...ALL, language })), JSON.stringify(await report(reportRun(), { ...ALL, language })))
})

t.test('its time is that of the run, and it names run, snapshot, seed and licence', async t => {
  const document = await report(made, ALL)
  t.equal(document.createdAt, loaded.run.finishedAt)
  const said = document.facts.map(({ value }) => value).join(' ')
  for (const part of [loaded.run.id, snapshot.hash.slice(0, 16), 'seed 42', 'CC BY 4.0', '31 January 2026']) t.match(said, part)
  t.ok(textsOf(document).includes('Computed on recorded links only; absence of a link is not evidence of absence.'))
  t.match(document.attribution.join(' '), /synthetic data.*© Nobody.*EuroGeographics/)
})

t.test('ids are used once, and every link and picture has what it points at', async t => {
  const documents = [await report(made, ALL), await report(made, { ...ALL, template: 'brief' }), await report(made, { ...ALL, template: 'cluster', cluster: 'C2' }), await report(made, { countries: 'PL,LT,LV' })]
  for (const document of documents) {
    t.doesNotThrow(() => checkDocument(document), 'the writers take it')
    const figures = blocksOf(document).filter(block => block.type === 'figure')
    const ids = [...sectionsOf(document.sections), ...tablesOf(document), ...figures].map(({ id }) => id)
    t.strictSame(ids.filter((id, i) => ids.indexOf(id) !== i), [])
    for (const figure of figures) t.ok(ids.includes(figure.table), figure.id)
    const targets = [...JSON.stringify(document).matchAll(/"link":"#([^"]+)"|data-href=\\"#([^"\\]+)/g)].map(([, a, b]) => a ?? b)
    t.strictSame(targets.filter(id => !ids.includes(id)), [])
    for (const { rows, columns } of tablesOf(document)) t.ok(rows.every(row => row.length === columns.length && row.every(({ value }) => typeof value !== 'number' || Number.isFinite(value))))
  }
})

t.test('nobody counted in a withheld cell is named, and no such cell is told', async t => {
  const document = await report(made, { countries: 'PL,LT,LV', suppressBelow: '5' })
  const matrix = table(document, 'part-clusters')
  const hidden = matrix.rows.flatMap(row => matrix.columns.flatMap(({ key }, k) => key.startsWith('p_') && row[k].text === 'withheld' ? [{ code: row[0].value, place: key.slice(2) }] : []))
  t.ok(hidden.length > 3, `${hidden.length} cells`)
  const said = JSON.stringify(document)
  for (const { code, place } of hidden) {
    const inCell = nodes.filter(i => country(i) === place && (clusters[clusterOf[i]]?.code ?? null) === code)
    for (const i of inCell) t.notOk(said.includes(`"${snapshot.ids[i]}"`) || new RegExp(`Organisation ${Number(snapshot.ids[i].slice(4))}(?!\\d)`).test(said), `${snapshot.ids[i]} of ${code} in ${place}`)
  }
  t.ok(textsOf(document).some(text => /Counts from 1 to under 5 by country or region are withheld/.test(text)))
  t.notOk(textsOf(await report(made, ALL)).some(text => /withheld,/.test(text)), 'without a threshold nothing is')
})

t.test('one country alone: the report says why there is nothing between, and with whom there would be', async t => {
  const document = await report(made, { countries: 'LV' })
  t.ok(textsOf(document).some(text => /The group is Latvia alone.*most links with (Poland \(PL\) and Lithuania \(LT\)|Lithuania \(LT\) and Poland \(PL\))/.test(text)))
  t.notOk(tablesOf(document).some(({ id }) => id === 'flows'))
})

t.test('a region inside a country asked for is counted there, and said to be', async t => {
  const document = await report(made, { countries: 'PL', regions: 'PL63,LT' })
  t.strictSame(rowsOf(table(document, 'parts')).map(({ code }) => code), ['PL', 'LT'], 'the largest first')
  t.ok(textsOf(document).includes('Asked for, and counted in what they lie in: PL63.'))
})

t.test('a run without clusters has a report that says so', async t => {
  const empty: LoadedRun = { ...loaded, clusters: [], clusterOf: clusterOf.map(() => -1), community: loaded.community.map((_, i) => i) }
  for (const template of ['full', 'brief']) {
    const document = await report({ ...made, loaded: empty }, { countries: 'PL,LT', template })
    t.ok(textsOf(document).some(text => /found no cluster with members in the group/.test(text)))
  }
})

t.test('what became of the clusters of an earlier run', async t => {
  const { loaded: earlier } = reportRun({ clusters: 5 })
  const document = await report(made, ALL, { since: { ...earlier, run: { ...earlier.run, id: 'run-000000000000' } } })
  const rows = rowsOf(table(document, 'cluster-changes'))
  t.ok(rows.some(({ change, after }) => change === 'new' && String(after).includes('C6')))
  t.match(textsOf(document).find(text => text.startsWith('Compared with the run')), 'run-000000000000')
})

t.test('the example counted by hand', async t => {
  const toy = toyRun()
  const document = await report(toy, { countries: 'PL,LT', suppressBelow: '0' })
  const flows = rowsOf(table(document, 'flows'))
  t.strictSame(flows.map(({ from, to, links }) => `${from} ${to} ${links}`).sort(), ['Lithuania Lithuania 8', 'Lithuania Poland 9', 'Poland Poland 4'])
})

t.test('two hundred clusters', async t => {
  const many = reportRun({ clusters: 200, members: 8, loose: 10 })
  const document = await report(many, { countries: 'PL,LT,LV' })
  t.equal(sectionsOf(document.sections).filter(({ id }) => /^cluster-c\d+$/.test(id)).length + rowsOf(table(document, 'clusters')).filter(row => row.members_in_group === null).length, 200)
  t.doesNotThrow(() => checkDocument(document), 'within the limits of a file')
})
