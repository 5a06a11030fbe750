/**
 * Resolution scan: how many communities there are at each resolution, and at which the search agrees with itself most.
 *
 * At every resolution gamma the network is searched `repeats` times; of the partitions found the one of highest modularity at gamma is described. A row: gamma, communities (of two or
 * more), organisations alone, the largest, modularity at gamma and at 1, agreement (mean adjusted Rand index over all pairs of repetitions), likenessToPrevious (adjusted Rand index to the
 * partition at the resolution before). Modularities of different gamma cannot be compared with each other; agreement can.
 *
 * The plateau is the gamma of greatest agreement, of equals the nearest to 1 and then the smaller. Resolutions at which nothing was told apart - every connected part is one
 * community, or everybody is alone - agree perfectly and are passed over; if all are such, there is no plateau.
 * Modularity, directed after Leicht & Newman; weights are strengths; isolates are alone. Without links counts are 0, the rest is not defined.
 * O(resolutions x (repeats x a search + repeats^2 x n)). Sources: Fortunato & Barthelemy 2007, PNAS 104:36 (why to scan); Lambiotte, Delvenne & Barahona 2014, IEEE Trans. Netw. Sci. Eng. 1:76
 * (agreement as the mark). Tested against leidenalg (karate: 1, 2, 3, 4, 4, 5, 7, 12 communities, at 3 one of them a node alone).
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { undirected } from '../undirected.ts'
import type { Context } from '../context.ts'
import { comparePartitions, countLabels } from '../partitions/compare-partitions.ts'
import { components } from './components.ts'
import { leiden, LeidenOptions } from './leiden.ts'
import { modularity } from './modularity.ts'
import { meanAgreement } from './stability.ts'

/** From a quarter to three times the usual resolution; beyond, communities are the components or fall into pairs. */
const RESOLUTIONS_DEFAULT = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3]
/** Each row costs as many searches as there are repetitions. */
export const RESOLUTIONS_MAX = 50

export const ResolutionScanOptions = z.object({
  resolutions: z.array(LeidenOptions.shape.resolution.unwrap()).min(1).max(RESOLUTIONS_MAX).default(RESOLUTIONS_DEFAULT).describe('values of gamma, looked at in ascending order'),
  repeats: z.number().int().min(2).max(200).default(20).describe('searches at each resolution, with other seeds')
})
export type ResolutionScanOptions = z.infer<typeof ResolutionScanOptions>

/** One resolution. NaN: not defined. */
export interface ScannedResolution {
  resolution: number
  communities: number
  alone: number
  largest: number
  modularity: number
  modularityAtOne: number
  agreement: number
  likenessToPrevious: number
  /** Something was found that connected parts and single organisations are not. */
  toldApart: boolean
}

export function resolutionScan (graph: Csr, { resolutions, repeats }: ResolutionScanOptions, seed: number, context: Context): ScannedResolution[] {
  const ascending = [...new Set(resolutions)].sort((a, b) => a - b)
  const searches = graph.m === 0 ? 1 : repeats
  const parts = components(undirected(graph)).count
  let previous: Int32Array | null = null
  return ascending.map((resolution, row): ScannedResolution => {
    const found = Array.from({ length: searches }, (_, i) => {
      context.progress((row + i / searches) / ascending.length)
      return leiden(graph, LeidenOptions.parse({ resolution }), (seed + i) >>> 0, { ...context, progress: () => {} })
    })
    const reached = found.map(labels => modularity(graph, labels, resolution) ?? NaN)
    const best = reached.reduce((highest, value, i) => value > reached[highest] ? i : highest, 0)
    const labels = found[best]
    const sizes = countLabels(labels)
    const communities = sizes.filter(size => size > 1).length
    const likenessToPrevious = previous === null || graph.m === 0 ? NaN : comparePartitions(previous, labels).adjustedRand
    previous = labels
    return {
      resolution,
      communities,
      alone: sizes.length - communities,
      largest: sizes.reduce((most, size) => Math.max(most, size), 0),
      modularity: reached[best],
      modularityAtOne: modularity(graph, labels) ?? NaN,
      agreement: meanAgreement(found),
      likenessToPrevious,
      // Communities are connected, so as many of them as connected parts are the parts themselves.
      toldApart: communities > 0 && sizes.length > parts
    }
  })
}

/** null: at no resolution was anything told apart. */
export function plateau (rows: ScannedResolution[]): number | null {
  const distance = ({ resolution }: ScannedResolution): number => Math.abs(resolution - 1)
  const [best] = rows.filter(row => row.toldApart).sort((a, b) => b.agreement - a.agreement || distance(a) - distance(b) || a.resolution - b.resolution)
  return best?.resolution ?? null
}
