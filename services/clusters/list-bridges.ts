/** The bridge organisations of a cluster: of its members whose links lead to other clusters those with the highest bridge scores, and where these links lead. */
import type { Cluster } from '../contract/cluster.ts'
import type { ClusterInput } from './cluster-input.ts'

/** Bridges a cluster's profile names. */
export const CLUSTER_BRIDGES_MAX = 8

/** Names of organisations are not part of a snapshot: they are filled in by whoever has the store. */
export function listBridges ({ snapshot, projection, scores }: Pick<ClusterInput, 'snapshot' | 'projection' | 'scores'>, clusterOf: Int32Array, members: number[], code: (c: number) => string): Cluster['bridges'] {
  const bridge = scores.bridgeScore
  const ranked = members.filter(i => bridge[i] > 0).sort((a, b) => bridge[b] - bridge[a] || a - b)
  const leadingOut = ranked.map(i => ({ i, outside: outsideShares(projection.graph, clusterOf, i, code) })).filter(({ outside }) => outside.length > 0).slice(0, CLUSTER_BRIDGES_MAX)
  return leadingOut.map(({ i, outside }) => ({
    organisation: snapshot.ids[i],
    name: snapshot.names?.[i] ?? null,
    country: snapshot.country.codes[i] < 0 ? '' : snapshot.country.values[snapshot.country.codes[i]],
    city: snapshot.city.codes[i] < 0 ? null : snapshot.city.values[snapshot.city.codes[i]],
    bridgeScore: bridge[i],
    rank: rank(bridge, i),
    crossBorderBetweennessRank: rank(scores.crossBorderBetweenness, i),
    outside,
    cutOff: scores.cutOff[i]
  }))
}

/** 1 is the greatest; equals share the better rank. */
function rank (values: Float64Array, i: number): number {
  let greater = 0
  for (const value of values) if (value > values[i]) greater++
  return greater + 1
}

function outsideShares ({ offsets, targets, weights }: ClusterInput['projection']['graph'], clusterOf: Int32Array, i: number, code: (c: number) => string): Array<{ cluster: string, share: number }> {
  const sums = new Map<number, number>()
  let strength = 0
  for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
    strength += weights[slot]
    const c = clusterOf[targets[slot]]
    if (c >= 0 && c !== clusterOf[i]) sums.set(c, (sums.get(c) ?? 0) + weights[slot])
  }
  return [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([c, sum]) => ({ cluster: code(c), share: sum / strength }))
}
