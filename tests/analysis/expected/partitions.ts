/** Communities: their quality, how alike two groupings are, and fields of their members. */
import { adjustedInformation, comparePartitions } from '../../../services/analysis/partitions/compare-partitions.ts'
import { leiden, LeidenOptions } from '../../../services/analysis/communities/leiden.ts'
import { modularity } from '../../../services/analysis/communities/modularity.ts'
import { quality } from '../../../services/analysis/communities/quality.ts'
import { measureStability } from '../../../services/analysis/communities/stability.ts'
import { specialisation } from '../../../services/analysis/specialisation/specialisation.ts'
import type { SpecialisationRow } from '../../../services/analysis/specialisation/specialisation.ts'
import { grouped, measured, networkOf, rowsOf } from './case.ts'
import type { Case, View } from './case.ts'
import type { Row } from './row.ts'

const RESTARTS = 60

const ofPartition = (key: string, cases: string[], column: string, { resolution = 1, view }: { resolution?: number, view?: View } = {}): Row =>
  ({ key, cases, by: 'modularity', found: of => { const { graph, labels } = grouped(of, column, view); return modularity(graph, labels, resolution) } })
const reached = (of: Case, options: { quality?: 'modularity' | 'constantPotts', resolution?: number }, view?: View): number | null => {
  const { graph } = networkOf(of, view)
  const parsed = LeidenOptions.parse({ ...options, restarts: RESTARTS })
  return quality(graph, leiden(graph, parsed, 1), parsed)
}
const optimum = (key: string, cases: string[], view?: View): Row => ({ key, cases, by: 'leiden', atLeast: true, found: of => reached(of, {}, view) })
/** For each resolution of the file, in `units` of ours. */
const optima = (key: string, of: 'modularity' | 'constantPotts', figure: string, units: number): Row => ({
  key, cases: ['01'], by: 'leiden', atLeast: true, without: ['communities'],
  found: (each, expected) => Object.fromEntries(Object.keys(expected as object).map(resolution => [resolution, { [figure]: units * (reached(each, { quality: of, resolution: Number(resolution) }) ?? NaN) }]))
})
const parts = (key: string, cases: string[]): Row => ({
  key, cases, by: 'components', found: of => {
    const { ids, nodes } = measured(of, 'components', { view: { undirected: true } })
    const sets = [...new Set(Array.from(nodes.component))].map(component => ids.filter((_, v) => nodes.component[v] === component))
    return sets.sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1))
  }
})
const bestSplit = (of: Case): string[][] => {
  const { ids, graph } = networkOf(of)
  const labels = leiden(graph, LeidenOptions.parse({ restarts: RESTARTS }), 1)
  return [...new Set(labels)].map(label => ids.filter((_, v) => labels[v] === label)).sort((a, b) => a[0] < b[0] ? -1 : 1)
}
const groupsOfQuality = (of: Case): unknown => Object.fromEntries(rowsOf(measured(of, 'communityQuality', { group: 'partition_optimal' }).tables?.groups ?? {}).map(row => [row.group, {
  size: row.nodes, internal_edges: row.linksInside, cut: row.weightOutside, volume: 2 * Number(row.weightInside) + Number(row.weightOutside), conductance: row.conductance, internal_density: row.internalDensity
}]))

const labelsOf = (of: Case, input: string): Int32Array => Int32Array.from(of.inputs[input] as number[])
const likeness = (key: string, figure: keyof ReturnType<typeof comparePartitions>): Row => ({ key, cases: ['17'], by: 'comparePartitions', found: of => comparePartitions(labelsOf(of, 'a'), labelsOf(of, 'b'))[figure] })
const degenerate = (of: Case): unknown => {
  const a = labelsOf(of, 'a')
  const one = new Int32Array(a.length)
  const single = Int32Array.from(a.keys())
  const [oneOne, oneA, singleA, singleSingle, oneSingle] = [[one, one], [one, a], [single, a], [single, single], [one, single]].map(([x, y]) => comparePartitions(x, y))
  return {
    nmi_one_one: oneOne.normalisedInformation, nmi_one_a: oneA.normalisedInformation, nmi_sing_a: singleA.normalisedInformation, ari_one_one: oneOne.adjustedRand, ari_one_a: oneA.adjustedRand, ari_sing_sing: singleSingle.adjustedRand,
    ari_sing_a: singleA.adjustedRand, ami_sing_a: adjustedInformation(single, a), vi_one_sing: oneSingle.variationOfInformation
  }
}
const relabelled = (of: Case): unknown => {
  const a = labelsOf(of, 'a')
  const { normalisedInformation, adjustedRand } = comparePartitions(a, a.map(label => (label + 1) % 3))
  return { nmi: normalisedInformation, ari: adjustedRand }
}
const stability = (of: Case): unknown => ({ ...Array.from(measureStability(labelsOf(of, 'a'), (of.inputs.runs as number[][]).map(run => Int32Array.from(run))).ofCommunity) })

/** The cluster of the file and the rest of its network; every member carries one term. */
const fields = (of: Case, priorWeight = 10): Array<SpecialisationRow & { name: string }> => {
  const [cluster, population] = [of.inputs.cluster, of.inputs.population] as Array<Record<string, number>>
  const names = Object.keys(population)
  const counts = [Float64Array.from(names, name => cluster[name])]
  const carriers = Float64Array.from(names, name => population[name])
  const [size, nodes] = [counts[0], carriers].map(row => row.reduce((sum, count) => sum + count, 0))
  return specialisation({ groupNames: ['cluster'], termNames: names, counts, sizes: Float64Array.of(size), carriers, ofNode: [], termsLeftOut: 0 }, nodes, priorWeight).map(row => ({ ...row, name: names[row.term] }))
}
const field = (key: string, value: (row: SpecialisationRow) => unknown, priorWeight?: number): Row =>
  ({ key, cases: ['18'], by: 'specialisation', found: of => Object.fromEntries(fields(of, priorWeight).map(row => [row.name, value(row)])) })

export const PARTITIONS: Row[] = [
  ofPartition('modularity_club_split', ['01'], 'club'), ...[0.5, 1.5, 2].map(resolution => ofPartition(`modularity_partition_optimal_gamma${resolution.toFixed(1)}`, ['01'], 'partition_optimal', { resolution })),
  ofPartition('modularity_partition', ['11'], 'partition'), ofPartition('modularity_without_loops', ['12'], 'partition', { view: { ones: true } }), ofPartition('modularity_weighted', ['13'], 'partition'), ofPartition('policy_modularity_weighted', ['14'], 'partition'),
  ofPartition('directed_modularity_weighted', ['16'], 'partition'), ofPartition('directed_modularity_unweighted', ['16'], 'partition', { view: { ones: true } }),
  ofPartition('undirected_sum_modularity_weighted', ['16'], 'partition', { view: { undirected: true } }), ofPartition('undirected_sum_modularity_unweighted', ['16'], 'partition', { view: { undirected: true, ones: true } }),
  ofPartition('directed_modularity_of_country_partition', ['10'], 'country'),
  { key: 'modularity_all_one', cases: ['27 empty', '27 single', '27 two_isolated', '27 edge', '27 path3', '27 k4', '27 star5'], by: 'modularity', found: of => { const { graph } = networkOf(of); return modularity(graph, new Int32Array(graph.n)) } },
  optimum('modularity_optimum', ['01', '11']), optimum('modularity_optimum_weighted', ['05']), optimum('modularity_best_unweighted', ['05'], { ones: true }), optimum('directed_modularity_optimum_weighted', ['16']),
  { key: 'directed_modularity_best', cases: ['10'], by: 'leiden', atLeast: true, without: ['communities'], found: of => ({ q: reached(of, {}) }) },
  { key: 'directed_optimum_partition', cases: ['16'], by: 'leiden', found: bestSplit },
  // leidenalg counts a link from both of its ends: 133.56 is 2 (78 - .02 x 34 x 33 / 2).
  optima('resolution_scan_best_of_100_leiden', 'modularity', 'q', 1), optima('cpm_best_of_50', 'constantPotts', 'quality', 2),
  { key: 'null_modularity_degree_preserving', cases: ['01'], by: 'modularityAboveChance', without: ['z'], found: of => { const { metrics } = measured(of, 'modularityAboveChance'); return { mean: metrics.rewiredMean, sd: metrics.rewiredDeviation } } },
  { key: 'cluster_quality_partition_optimal', cases: ['01'], by: 'communityQuality', found: groupsOfQuality },
  { key: 'coverage_performance_partition_optimal', cases: ['01'], by: 'communityQuality', without: ['performance'], found: of => ({ coverage: measured(of, 'communityQuality', { group: 'partition_optimal' }).metrics.coverage }) },
  parts('components', ['11']), parts('weak_components', ['10']),

  likeness('ari', 'adjustedRand'), likeness('nmi_arithmetic', 'normalisedInformation'), likeness('vi_nats', 'variationOfInformation'),
  { key: 'ami', cases: ['17'], by: 'adjustedInformation', found: of => adjustedInformation(labelsOf(of, 'a'), labelsOf(of, 'b')) },
  { key: 'degenerate', cases: ['17'], by: 'comparePartitions', found: degenerate }, { key: 'relabel_invariance', cases: ['17'], by: 'comparePartitions', found: relabelled },
  { key: 'cluster_jaccard_stability_of_a', cases: ['17'], by: 'measureStability', found: stability },

  field('hypergeom_upper_p', ({ p }) => p), field('lq', row => row.locationQuotient), field('lq_shrunk_m5', ({ shrunk }) => shrunk), field('lq_wilson95', ({ lower, upper }) => [lower, upper]), field('bh_q', ({ q }) => q),
  field('log_odds_idp_z_prior10', ({ logOddsZ }) => logOddsZ), field('log_odds_idp_z_prior_population', ({ logOddsZ }) => logOddsZ, 200)
]
