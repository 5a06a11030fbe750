/** The views on the real seed: 7,754 organisations of eight countries and the projects they share. */
import t from 'tap'
import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse } from 'csv-parse/sync'
import { ClustersView, EgoViewQuery, GraphViewQuery, OrganisationsView, VIEW_NODES_MAX } from '../../services/contract/graph-view.ts'
import { exportView } from '../../services/exports/export-view.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { createSearchIndex } from '../../services/search/search-index.ts'
import { listBridges } from '../../services/views/bridges/list-bridges.ts'
import { describePair } from '../../services/views/bridges/pair-view.ts'
import { resolvePair } from '../../services/views/bridges/resolve-pair.ts'
import { buildClusterView } from '../../services/views/cluster-view.ts'
import { buildClustersView } from '../../services/views/clusters-view.ts'
import { buildEgoView } from '../../services/views/ego-view.ts'
import { countRunFacets } from '../../services/views/facets.ts'
import { openSeedRun } from '../support/seed-run.ts'

t.test('the real seed, from the store to the file', async t => {
  const { store, loaded } = await openSeedRun(t)
  const { run, snapshot, projection: { graph }, clusters, clusterOf, scores } = loaded
  const sources = await store.listSources()
  const context = { organisations: (ids: string[]) => store.getOrganisations(ids), sources }

  t.test('the map counts everybody once and agrees with the profiles', async t => {
    const view = buildClustersView(loaded, GraphViewQuery.parse({}), sources)
    t.ok(ClustersView.safeParse(view).success)
    t.match(view.counts, { organisationsTotal: 7754, organisationsPassing: 7754, isolates: 1261 })
    t.match(view.attribution[0], /European Union, CORDIS.*CC BY 4\.0/)
    const inSmallerGroups = clusterOf.filter((c, i) => c < 0 && graph.offsets[i] < graph.offsets[i + 1]).length
    t.equal(view.counts.organisationsShown + view.counts.isolates + inSmallerGroups, 7754)
    t.strictSame(view.nodes.map(({ id, size, sizeTotal, countries }) => ({ id, size, sizeTotal, countries })), clusters.map(({ code, size, countries }) => ({ id: code, size, sizeTotal: size, countries })))
    const profiles = new Map(clusters.flatMap(({ code, neighbours }) => neighbours.map(neighbour => [`${code} ${neighbour.cluster}`, neighbour])))
    t.ok(view.edges.length > 50)
    for (const { source, target, weight, links, sharedNetworks, crossBorderShare } of view.edges) {
      const profile = profiles.get(`${source} ${target}`)
      if (profile === undefined || Math.abs(profile.weight - weight) > 1e-6 || profile.links !== links || profile.sharedNetworks !== sharedNetworks || Math.abs(profile.crossBorderShare - crossBorderShare) > 1e-9) t.fail(`${source} ${target}`, { profile, weight, links, sharedNetworks, crossBorderShare })
    }
  })

  t.test('the programme area leaves out Germans of other regions and of unknown place', async t => {
    const { counts } = buildClustersView(loaded, GraphViewQuery.parse({ programmeArea: 'bsr' }), sources)
    const germans = await store.countFacets({ programmeArea: 'bsr', country: ['DE'] })
    const others = await store.countFacets({ country: ['DK', 'EE', 'FI', 'LT', 'LV', 'PL', 'SE'] })
    t.equal(counts.organisationsPassing, germans.total + others.total)
    t.ok(germans.total > 300 && germans.total < 1000, `${germans.total} German organisations`)
  })

  t.test('store and run count the same facets', async t => {
    for (const filter of [{}, { country: ['PL', 'LT'] }, { kind: ['university' as const], domain: ['h2020:SC2'] }]) {
      const here = countRunFacets(loaded, filter)
      const there = await store.countFacets(filter)
      t.equal(here.total, there.total)
      for (const key of ['country', 'kind', 'domain', 'sizeClass'] as const) {
        const sorted = (counts: Array<{ value: string, count: number }>) => counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        t.strictSame(sorted(here[key]), sorted(there[key]), `${key} under ${JSON.stringify(filter)}`)
      }
    }
  })

  t.test('the greatest organisation\'s surroundings reach the limit, and the file holds what is shown', async t => {
    const ego = scores.strength.indexOf(Math.max(...scores.strength))
    const view = await buildEgoView(loaded, snapshot.ids[ego], EgoViewQuery.parse({ depth: '2' }), context)
    t.ok(OrganisationsView.safeParse(view).success)
    t.match(view.counts, { organisationsShown: VIEW_NODES_MAX, edgesShown: 1000 })
    t.ok(view.counts.organisationsTotal > VIEW_NODES_MAX)
    const file = { context: { run, sources, filter: {}, clusterLabel: (code: string) => code } }
    const graph = parseGexf(Graph, exportView(view, { format: 'gexf', ...file }).body)
    t.strictSame([graph.order, graph.size], [VIEW_NODES_MAX, 1000])
    t.equal(graph.getNodeAttribute(view.focus, 'label'), view.nodes.find(({ id }) => id === view.focus)!.name)
    const rows: Array<Record<string, string>> = parse(exportView(view, { format: 'csv', table: 'nodes', ...file }).body, { columns: true })
    t.strictSame(rows.map(({ Id, strength }) => [Id, Number(strength)]), view.nodes.map(({ id, scores }) => [id, scores.strength]))
  })

  t.test('a cluster draws the 1,000 strongest of its links; bridges lead somewhere else', async t => {
    const view = await buildClusterView(loaded, 'C1', GraphViewQuery.parse({}), context)
    t.match(view.counts, { organisationsShown: clusters[0].size, edgesShown: 1000, edgesTotal: clusters[0].links })
    const pair = resolvePair(loaded, loadReference(), { a: { cluster: ['C1'] }, b: { cluster: ['C2'] } })
    const { items, total } = await listBridges(loaded, { pair, offset: 0, limit: 500 }, context.organisations)
    t.ok(total > 20)
    t.ok(items.every(({ cluster, outside }) => outside.some(({ cluster: other }) => other === (cluster === 'C1' ? 'C2' : 'C1'))))
    t.ok(items.every(({ standing }, i) => i === 0 || standing!.pairScore <= items[i - 1].standing!.pairScore))
    t.equal(describePair(loaded, pair).links, buildClustersView(loaded, GraphViewQuery.parse({}), sources).edges.find(({ source, target }) => source === 'C1' && target === 'C2')?.links, 'as many links as the map says')
  })

  t.test('search finds the real organisations as people type them', async t => {
    const ids = new Map(snapshot.ids.map((id, i) => [id, i]))
    const index = await store.freeze(reader => createSearchIndex({
      organisations: reader.streamOrganisations(500), clusters, reference: loadReference(),
      standing: id => ids.has(id) ? { strength: scores.strength[ids.get(id)!], cluster: null } : undefined
    }))
    for (const [q, label] of [
      ['Riga tehniska', 'RIGAS TEHNISKA UNIVERSITATE'], ['Tartu Ulikol', 'TARTU ULIKOOL'], ['politechnika gdańska', 'POLITECHNIKA GDANSKA'], ['Århus universitet', 'AARHUS UNIVERSITET'],
      ['szkola glowna gospodarstwa', 'SZKOLA GLOWNA GOSPODARSTWA WIEJSKIEGO'], ['PIC 999895013', 'TARTU ULIKOOL'], ['dtu', 'DANMARKS TEKNISKE UNIVERSITET'], ['helsingin yliopisto', 'HELSINGIN YLIOPISTO']
    ]) t.equal(index.search(q, 8).find(({ type }) => type === 'organisation')?.label, label, q)
    t.match(index.search('poland', 8)[0], { type: 'country', id: 'PL', detail: '757 organisations' })
    t.match(index.search('berlin', 8)[0], { type: 'place', id: 'DE3' })
    t.ok(index.search('energy', 8).some(({ type }) => type === 'cluster'))
  })
})
