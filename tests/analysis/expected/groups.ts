/** Organisations among groups such as countries: who brokers between them, how much crosses, and what chance would give. */
import { pairsAcrossGroups } from '../../../services/analysis/centrality/betweenness.ts'
import { byId, grouped, measured, rowsOf } from './case.ts'
import type { Answer, Asked, Case, Edge } from './case.ts'
import { column, metric } from './row.ts'
import type { Row } from './row.ts'

const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total']
const country: Asked = { group: 'country' }
const club: Asked = { group: 'club' }
const undirectedCountry: Asked = { group: 'country', view: { undirected: true } }
const unweighted = { options: { weighted: false } }

const roleColumns = ({ ids, nodes }: Answer, suffix: string): unknown => Object.fromEntries(ids.map((id, v) => [id, Object.fromEntries(ROLES.map(role => [role, nodes[role + suffix][v]]))]))
const roles = (key: string, cases: string[], suffix: string, chance: 'randomLinks' | 'shuffledGroups', without?: readonly string[]): Row =>
  ({ key, cases, by: 'brokerageRoles', without, found: (of, expected) => only(roleColumns(measured(of, 'brokerageRoles', { group: of.name.startsWith('09') ? 'group' : 'country', options: { chance } }), suffix), expected) })
/** Roles that are not among those expected are taken out of what is found. */
const only = (found: unknown, expected: unknown): unknown => {
  const [first] = Object.values(expected as Record<string, Record<string, number>>)
  return Object.fromEntries(Object.entries(found as Record<string, Record<string, number>>).map(([id, row]) => [id, Object.fromEntries(Object.entries(row).filter(([role]) => role in first))]))
}
const toy = (of: Case): Answer => {
  const nodes = Object.entries(of.inputs.toy_groups as Record<string, string>).map(([id, group]) => ({ id, group }))
  return measured(of, 'brokerageRoles', { group: 'group', view: { nodes, links: (of.inputs.toy_edges as Array<[string, string]>).map(([source, target]) => ({ source, target })) } })
}
const symmetric = (of: Case): Answer => {
  const links: Edge[] = [['x', 'v'], ['v', 'x'], ['v', 'y'], ['y', 'v']].map(([source, target]) => ({ source, target }))
  return measured(of, 'brokerageRoles', { group: 'group', view: { links, nodes: ['x', 'v', 'y'].map(id => ({ id, group: `group of ${id}` })) } })
}
const crossShare = (key: string, cases: string[], asked: Asked): Row => ({
  key, cases, by: 'crossBorderShare', found: of => {
    const { metrics } = measured(of, 'crossBorderShare', asked)
    return { share: metrics.crossBorderShare, expected: metrics.crossBorderShareExpected, ratio: metrics.crossBorderRatio }
  }
})
const pairs = (of: Case): Array<{ a: string, b: string, observed: number, expected: number, lift: number }> => rowsOf(measured(of, 'groupPairs', { ...country, options: { expectedMin: 0 } }).tables?.pairs ?? {}) as never
const nameOf = ({ a, b }: { a: string, b: string }): string => [a, b].sort().join('').toLowerCase()
const campnet = (of: Case): Array<{ id: string, ev: number, in: number, out: number }> => {
  const links = (of.inputs.campnet_edges as Array<[string, string]>).map(([source, target]) => ({ source, target }))
  const { ids, nodes } = measured(of, 'everettValente', { view: { links, directed: true } })
  return ids.map((id, v) => ({ id, ev: nodes.everettValente[v], in: nodes.in[v], out: nodes.out[v] }))
}

/** The share, which is the measure, times the pairs it is a share of. */
const acrossRaw = (key: string, of: string, asked: Asked, weighted: boolean): Row => ({
  key, cases: [of], by: 'crossBorderBetweenness', found: each => {
    const { ids, nodes } = measured(each, 'crossBorderBetweenness', { ...asked, options: { weighted } })
    const { graph, labels } = grouped(each, asked.group as string, asked.view)
    const pairs = pairsAcrossGroups(graph, labels)
    return byId(ids, Array.from(nodes.crossBorderBetweenness, (share, v) => share * pairs[v]))
  }
})

export const GROUPS: Row[] = [
  roles('roles', ['09'], '', 'randomLinks'), roles('expected', ['09'], 'Expected', 'randomLinks'), roles('sd', ['09'], 'Deviation', 'randomLinks'), roles('z', ['09'], 'Z', 'randomLinks'),
  roles('gould_fernandez_country', ['10'], '', 'randomLinks'), roles('gould_fernandez_country_z', ['10'], 'Z', 'randomLinks'),
  roles('label_permutation_expected', ['09', '10'], 'Expected', 'shuffledGroups'), roles('label_permutation_sd_mc4000', ['09', '10'], 'Deviation', 'shuffledGroups'),
  { key: 'toy_roles', cases: ['09'], by: 'brokerageRoles', found: of => roleColumns(toy(of), '') },
  { key: 'undirected_as_symmetric', cases: ['09'], by: 'brokerageRoles', found: of => roleColumns(symmetric(of), '') },

  acrossRaw('gefura_global_raw_club', '01', { group: 'club' }, false), acrossRaw('cross_border_betweenness_directed_raw', '10', country, false), acrossRaw('cross_border_betweenness_undirected_raw', '10', undirectedCountry, false),
  acrossRaw('cross_border_betweenness_directed_dist_inverse_raw', '10', country, true),
  column('ev_brokerage', ['01'], 'everettValente'), column('ev_raw', ['28'], 'everettValente'),
  { key: 'ev_normalized_pct', cases: ['28'], by: 'everettValente', found: of => { const { ids, nodes } = measured(of, 'everettValente'); return byId(ids, Array.from(nodes.everettValente, value => value * 400 / (ids.length ** 2 - 1))) } },
  { key: 'campnet_ev', cases: ['28'], by: 'everettValente', found: of => Object.fromEntries(campnet(of).map(row => [row.id, { ev: row.ev, in_ev: row.in, out_ev: row.out }])) },
  { key: 'campnet_ev_sorted_published', cases: ['28'], by: 'everettValente', found: of => campnet(of).map(({ ev }) => ev).sort((a, b) => a - b) },

  column('cross_border_betweenness_directed_normalized', ['10'], 'crossBorderBetweenness', undefined, { ...country, ...unweighted }),
  column('cross_border_betweenness_undirected_normalized', ['10'], 'crossBorderBetweenness', undefined, { ...undirectedCountry, ...unweighted }),
  column('bridge_score_v1', ['10'], 'bridgeScore', undefined, { ...undirectedCountry, ...unweighted }),
  column('participation_country_all', ['10'], 'countryParticipation', undefined, country), column('participation_country_in', ['10'], 'countryParticipation', undefined, { ...country, options: { links: 'in' } }),
  column('participation_country_out', ['10'], 'countryParticipation', undefined, { ...country, options: { links: 'out' } }), column('participation_partition_optimal', ['01'], 'countryParticipation', undefined, { group: 'partition_optimal' }),
  column('within_module_z_partition_optimal', ['01'], 'withinGroupZ', undefined, { group: 'partition_optimal' }),

  metric('assortativity', ['20'], 'assortativity', undefined, country), metric('assortativity_club', ['01'], 'assortativity', undefined, club), metric('assortativity_country_directed', ['10'], 'assortativity', undefined, country),
  metric('ei_index', ['20'], 'eiIndex', undefined, country), metric('ei_club', ['01'], 'eiIndex', undefined, club), metric('ei_country', ['10'], 'eiIndex', undefined, { ...country, ...unweighted }), metric('ei_country_weighted', ['10'], 'eiIndex', undefined, country),
  column('ei_node', ['20'], 'eiIndex', undefined, country), column('ei_country_node', ['10'], 'eiIndex', undefined, { ...country, ...unweighted }),
  metric('ei_expected_group_sizes', ['20'], 'eiIndex', 'shuffledMean', country),
  { key: 'ei_permutation_exact', cases: ['20'], by: 'eiIndex', without: ['n_permutations'], found: of => { const { metrics } = measured(of, 'eiIndex', country); return { mean: metrics.shuffledMean, sd: metrics.shuffledDeviation, p_le: metrics.pLess, p_ge: metrics.pMore } } },
  crossShare('cross_share', ['20'], country), crossShare('cross_share_club', ['01'], club), crossShare('cross_share_country', ['10'], { ...country, ...unweighted }), crossShare('cross_share_country_weighted', ['10'], country),
  { key: 'country_pair_lift', cases: ['20'], by: 'groupPairs', found: of => Object.fromEntries(pairs(of).map(pair => [nameOf(pair), { observed: pair.observed, expected: pair.expected, lift: pair.lift }])) },
  { key: 'mixing_matrix_counts', cases: ['20'], by: 'groupPairs', found: of => Object.fromEntries(pairs(of).flatMap(({ a, b, observed }) => a === b ? [[(a + b).toLowerCase(), 2 * observed]] : [[(a + b).toLowerCase(), observed], [(b + a).toLowerCase(), observed]])) },
  { key: 'coleman_homophily', cases: ['20'], by: 'inbreedingHomophily', found: of => Object.fromEntries(rowsOf(measured(of, 'inbreedingHomophily', country).tables?.groups ?? {}).map(({ group, homophily }) => [String(group).toLowerCase(), homophily])) },
  column('supplier_hhi', ['10'], 'supplierConcentration'), column('supplier_country_hhi', ['10'], 'supplierConcentration', 'groupConcentration', country), column('debtrank_downstream', ['10'], 'debtRank')
]
