/** Links and what happens without organisations: merging, backbones, links to expect, removal. */
import { removalCurve } from '../../../services/analysis/robustness/removal-curve.ts'
import { removalOrder } from '../../../services/analysis/robustness/removal-order.ts'
import type { RemovalOptions } from '../../../services/analysis/robustness/removal-order.ts'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import { PREDICTIONS_MAX } from '../../../services/analysis/prediction/predict-links.ts'
import { readCase } from '../read-case.ts'
import { measured, networkOf, rowsOf } from './case.ts'
import type { Case, View } from './case.ts'
import { metric } from './row.ts'
import type { Row } from './row.ts'

type LinkRow = Record<string, string | number>
const nameOf = ({ directed }: { directed: boolean }, a: unknown, b: unknown): string => (directed ? [a, b] : [a, b].sort()).join(' ')

/** The rows of the file, each with what we say of its link. */
const besides = (of: { directed: boolean }, expected: unknown, found: LinkRow[], figures: (row: LinkRow) => Record<string, unknown>): unknown => {
  const place = new Map(found.map(row => [nameOf(of, row.source, row.target), row]))
  return (expected as LinkRow[]).map(({ source, target }) => ({ source, target, ...figures(place.get(nameOf(of, source, target)) ?? {}) }))
}
const turnedRound = (of: Case): View => ({ directed: true, links: (of.inputs.directed_edges as Array<[string, string, number]>).map(([source, target, weight]) => ({ source, target, weight })) })
const tableOf = (of: Case, by: string, view?: View): LinkRow[] => rowsOf(measured(of, by, { view }).tables?.links ?? {})
const noise = ({ weight, score, deviation }: LinkRow): Record<string, unknown> => ({ weight, score, sdev: deviation, delta: Number(score) / Number(deviation) })
const merged = (of: Case): LinkRow[] => {
  const { ids, graph } = networkOf(of)
  return ids.flatMap((source, v) => Array.from(graph.targets.subarray(graph.offsets[v], graph.offsets[v + 1]), (w, slot) => ({ source, target: ids[w], weight: graph.weights[graph.offsets[v] + slot] })).filter(({ target }) => target > source))
}
/** A pair without a common partner is no candidate: its scores of common partners are 0, and the product of partners is not listed. */
const predicted = (key: string, score: string): Row => ({
  key, cases: ['01'], by: 'linkPrediction', found: (of, expected) => {
    const rows = rowsOf(measured(of, 'linkPrediction', { options: { top: PREDICTIONS_MAX } }).tables?.pairs ?? {})
    const place = new Map(rows.map(row => [nameOf(of, row.organisation, row.partner), Number(row[score])]))
    return (expected as LinkRow[]).map(({ source, target, value }) => ({ source, target, value: place.get(nameOf(of, source, target)) ?? (score === 'preferentialAttachment' ? value : 0) }))
  }
})
/** In the order of the file, whose ids are numbers: ties go to the smaller. */
const removal = (key: string, order: RemovalOptions['order']): Row => ({
  key, cases: ['26'], by: 'removalCurve', found: of => {
    const { graph } = readCase(of.name, false)
    const gone = removalOrder(graph, { order }, 1, UNWATCHED)
    const { largest, robustness } = removalCurve(graph, gone)
    return { order: Array.from(gone), giant: Array.from(largest), R: robustness }
  }
})
const withoutFirst = (of: Case): unknown => {
  const { metrics, nodes } = measured(of, 'components', { view: { nodes: of.nodes.filter(({ id }) => id !== '0'), links: of.edges.filter(({ source, target }) => source !== '0' && target !== '0') } })
  const labels = Array.from(nodes.component)
  return { 0: { components_after: metrics.components, giant_after: Math.max(...labels.map(label => labels.filter(each => each === label).length)) } }
}

export const LINKS: Row[] = [
  { key: 'merged_edges', cases: ['13'], by: 'readNetwork', found: merged },
  { key: 'disparity', cases: ['05', '22'], by: 'disparityBackbone', without: ['alpha_source', 'alpha_target'], found: (of, expected) => besides(of, expected, tableOf(of, 'disparityBackbone'), ({ weight, alpha }) => ({ weight, alpha })) },
  { key: 'noise_corrected', cases: ['05', '22'], by: 'noiseCorrectedBackbone', found: (of, expected) => besides(of, expected, tableOf(of, 'noiseCorrectedBackbone'), noise) },
  { key: 'noise_corrected_directed', cases: ['22'], by: 'noiseCorrectedBackbone', found: (of, expected) => besides({ directed: true }, expected, tableOf(of, 'noiseCorrectedBackbone', turnedRound(of)), noise) },
  {
    key: 'disparity_directed', cases: ['22'], by: 'disparityBackbone', found: (of, expected) => {
      // Ours is the lesser of the two; the greater is the file's, which nothing here says.
      const lesser = besides({ directed: true }, expected, tableOf(of, 'disparityBackbone', turnedRound(of)), ({ weight, alpha }) => ({ weight, alpha })) as LinkRow[]
      return (expected as LinkRow[]).map((row, i) => ({ ...row, weight: lesser[i].weight, [row.alpha_out <= row.alpha_in ? 'alpha_out' : 'alpha_in']: lesser[i].alpha }))
    }
  },
  ...[0.05, 0.1, 0.3].map(alpha => metric(`disparity_kept_alpha${alpha}`, ['05'], 'disparityBackbone', 'linksKept', { options: { alpha } })),
  ...[1.28, 1.64, 2.32].map(delta => metric(`noise_corrected_kept_delta${delta}`, ['05'], 'noiseCorrectedBackbone', 'linksKept', { options: { delta } })),
  predicted('link_adamic_adar', 'adamicAdar'), predicted('link_resource_allocation', 'resourceAllocation'), predicted('link_jaccard', 'jaccard'), predicted('link_preferential_attachment', 'preferentialAttachment'),
  removal('removal_degree_static', 'degree'), removal('removal_degree_adaptive', 'adaptiveDegree'), removal('removal_betweenness_static', 'betweenness'),
  { key: 'articulation_impact', cases: ['26'], by: 'components', found: withoutFirst }
]
