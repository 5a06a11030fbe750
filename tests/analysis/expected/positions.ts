/** Where single organisations stand: centrality, structural holes, what is cut off. */
import { reach } from '../../../services/analysis/brokerage/reach.ts'
import { byId, measured, networkOf, rowsOf } from './case.ts'
import type { Case, Edge } from './case.ts'
import { column } from './row.ts'
import type { Row } from './row.ts'

const TINY = ['27 empty', '27 single', '27 two_isolated', '27 edge', '27 path3', '27 k4', '27 star5']
const unweighted = { options: { weighted: false } }
const ones = { view: { ones: true } }
const withPucci = (of: Case) => ({ nodes: [...of.nodes, { id: 'Pucci' }], links: of.edges })
const linksOf = (list: unknown): Edge[] => (list as Array<Edge | [string, string, number?]>).map(link => Array.isArray(link) ? { source: link[0], target: link[1], weight: link[2] } : link)
const holes = (key: string, name: string, input: string, view: object): Row =>
  ({ key, cases: ['08'], by: 'structuralHoles', found: of => { const { ids, nodes } = measured(of, 'structuralHoles', { view: { links: linksOf(of.inputs[input]), directed: true, ...view } }); return byId(ids, nodes[name]) } })
const cutNodes = (key: string, cases: string[], name: (id: string) => unknown = String): Row =>
  ({ key, cases, by: 'cutOff', found: of => { const { ids, nodes } = measured(of, 'cutOff', { view: { undirected: true } }); return ids.filter((_, v) => nodes.cutOff[v] > 0).map(name) } })
const cutPairs = (key: string, cases: string[], name: (id: string) => string | number = String): Row =>
  ({ key, cases, by: 'cutLinks', found: of => rowsOf(measured(of, 'cutLinks', { view: { undirected: true } }).tables?.links ?? {}).map(({ source, target }) => [source, target].sort().map(id => name(String(id)))).sort() })
const published = (of: Case): unknown => {
  const [plain, weighted] = [measured(of, 'structuralHoles', ones), measured(of, 'structuralHoles')]
  const at = (answer: typeof plain, name: string, id: string): number => byId(answer.ids, answer.nodes[name])[id]
  return {
    effective_size_G: at(plain, 'effectiveSize', 'G'), effective_size_A: at(plain, 'effectiveSize', 'A'), constraint_G: at(plain, 'constraint', 'G'), constraint_A: at(plain, 'constraint', 'A'), constraint_C: at(plain, 'constraint', 'C'),
    constraint_G_w: at(weighted, 'constraint', 'G'), constraint_A_w: at(weighted, 'constraint', 'A'), effective_size_G_w: at(weighted, 'effectiveSize', 'G'), effective_size_A_w: at(weighted, 'effectiveSize', 'A')
  }
}

export const POSITIONS: Row[] = [
  column('degree', ['01', '03'], 'degree'),
  column('strength', ['05'], 'strength'), column('policy_strength', ['14'], 'strength'),
  column('out_strength', ['10'], 'strength'), column('in_strength', ['10'], 'strength', 'strength', { view: { reversed: true } }),

  column('betweenness_raw', ['01', '03', '11', '12', ...TINY], 'betweenness', 'raw', unweighted),
  column('betweenness_normalized', ['01', '03', '11'], 'betweenness'), column('betweenness_norm', TINY, 'betweenness'),
  column('betweenness_raw_dist_inverse', ['05'], 'betweenness', 'raw', { options: { weighted: true } }), column('betweenness_raw_unweighted', ['05'], 'betweenness', 'raw', unweighted),
  column('betweenness_raw_directed_unweighted', ['10'], 'betweenness', 'raw', unweighted), column('betweenness_raw_directed_dist_inverse', ['10'], 'betweenness', 'raw', { options: { weighted: true } }),
  column('betweenness_raw_undirected_view', ['10'], 'betweenness', 'raw', { ...unweighted, view: { undirected: true } }),
  column('betweenness_raw_merged_unweighted', ['13'], 'betweenness', 'raw', unweighted), column('betweenness_raw_merged_dist_inverse', ['13'], 'betweenness', 'raw', { options: { weighted: true } }),
  column('policy_betweenness_raw_unweighted', ['14'], 'betweenness', 'raw', unweighted), column('policy_betweenness_raw_dist_inverse', ['14'], 'betweenness', 'raw', { options: { weighted: true } }),
  { key: 'published_medici_betweenness_normalized', cases: ['03'], by: 'betweenness', found: of => { const { ids, nodes } = measured(of, 'betweenness'); return nodes.betweenness[ids.indexOf('Medici')] } },
  ...([['betweenness', 'betweenness', 'normalized'], ['closeness', 'closeness', 'wf'], ['harmonic', 'harmonicCloseness', 'normalized']] as const).map(([key, by, suffix]): Row =>
    ({ key: `with_isolated_Pucci_${key}_${suffix}`, cases: ['03'], by, found: of => { const { ids, nodes } = measured(of, by, { view: withPucci(of) }); return byId(ids, nodes[by]) } })),
  { key: 'bounded_betweenness', cases: ['01'], by: 'betweenness', found: of => Object.fromEntries([2, 3].map(lengthMax => { const { ids, nodes } = measured(of, 'betweenness', { options: { weighted: false, lengthMax } }); return [`k${lengthMax}`, byId(ids, nodes.raw)] })) },

  column('closeness_wf', ['01', '03', '11', '12'], 'closeness'), column('closeness', TINY, 'closeness'), column('closeness_wf_merged', ['13'], 'closeness'), column('closeness_wf_in', ['10'], 'closeness'),
  column('harmonic_normalized', ['01', '03', '11'], 'harmonicCloseness'), column('harmonic_in_normalized', ['10'], 'harmonicCloseness'), column('harmonic_out_normalized', ['10'], 'harmonicCloseness', 'harmonicCloseness', { view: { reversed: true } }),
  { key: 'harmonic', cases: TINY, by: 'harmonicCloseness x (n - 1)', found: of => { const { ids, nodes } = measured(of, 'harmonicCloseness'); return byId(ids, Array.from(nodes.harmonicCloseness, share => share * (ids.length - 1))) } },
  { key: 'global_efficiency', cases: ['26'], by: 'harmonicCloseness, mean', found: of => { const { ids, nodes } = measured(of, 'harmonicCloseness'); return Array.from(nodes.harmonicCloseness).reduce((sum, share) => sum + share, 0) / ids.length } },
  column('coreness', ['01', '03', '05', '11', '12', ...TINY], 'coreness'), column('coreness_merged', ['13'], 'coreness'), column('coreness_undirected', ['10'], 'coreness', 'coreness', { view: { undirected: true } }),
  column('eigenvector_l2', ['01', '03', '11'], 'eigenvector'), column('katz_a0.1_l2', ['01'], 'katz', 'katz', { options: { attenuation: 0.1 } }),
  column('hits_hubs_sum1', ['10'], 'hits', 'hub'), column('hits_authorities_sum1', ['10'], 'hits', 'authority'),
  column('pagerank_085', ['01', '03', '11'], 'pagerank'), column('pagerank', TINY.slice(0, -1), 'pagerank'),
  // networkx stopped at a change of 5e-6; the centre has .132 / .2775 = .4756757 exactly, where the file says .4756767.
  { ...column('pagerank', TINY.slice(-1), 'pagerank'), tolerance: 2e-6 },
  column('pagerank_085_weighted', ['10'], 'pagerank'), column('pagerank_without_loops', ['12'], 'pagerank', 'pagerank', ones),
  column('pagerank_merged_weighted', ['13'], 'pagerank'), column('policy_pagerank_weighted', ['14'], 'pagerank'), column('pagerank_085_weighted_reversed', ['10'], 'pagerank', 'pagerank', { options: { reversed: true } }),
  column('ppr_EE2_undirected_weighted', ['10'], 'pagerank', 'pagerank', { options: { start: ['EE2'] }, view: { undirected: true } }),
  { key: 'downstream_reach', cases: ['10'], by: 'reach', found: of => { const { ids, graph } = networkOf(of); return byId(ids, reach(graph).reaches) } },

  ...([['constraint', 'constraint'], ['effective_size', 'effectiveSize'], ['efficiency', 'efficiency'], ['hierarchy', 'hierarchy']] as const).map(([key, name]) => column(key, ['01', '03'], 'structuralHoles', name)),
  column('constraint', ['11', ...TINY], 'structuralHoles', 'constraint'), column('effective_size', TINY, 'structuralHoles', 'effectiveSize'), column('constraint_without_loops', ['12'], 'structuralHoles', 'constraint', ones),
  column('constraint_merged_weighted', ['13'], 'structuralHoles', 'constraint'), column('constraint_directed_weighted', ['10'], 'structuralHoles', 'constraint'), column('effective_size_directed_weighted', ['10'], 'structuralHoles', 'effectiveSize'),
  ...([['constraint', 'constraint'], ['effective_size', 'effectiveSize'], ['hierarchy', 'hierarchy']] as const).flatMap(([key, name]) =>
    [column(`${key}_unweighted`, ['08'], 'structuralHoles', name, ones), column(`${key}_weighted`, ['08'], 'structuralHoles', name)]),
  ...([['constraint', 'constraint'], ['effective_size', 'effectiveSize']] as const).flatMap(([key, name]) => [holes(`${key}_directed_unweighted`, name, 'directed_edges', { ones: true }), holes(`${key}_directed_weighted`, name, 'directed_edges', {})]),
  holes('constraint_directed_with_sink', 'constraint', 'sink_edges', {}),
  { key: 'published', cases: ['08'], by: 'structuralHoles', found: published },

  cutNodes('articulation_points', ['01', '03', '11']), cutNodes('articulation_points_undirected', ['10']), cutNodes('articulation', TINY, Number),
  cutPairs('bridges', ['01', '03', '11']), cutPairs('bridges_undirected', ['10']), cutPairs('bridges', ['26', ...TINY], Number), column('giant_loss_beyond_self', ['10'], 'cutOff', 'cutOff', { view: { undirected: true } })
]
