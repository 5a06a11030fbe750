/** Last part of a run: clusters with their profiles and places, and the figures of the network as a whole. */
import { crossBorder } from '../analysis/borders/cross-border.ts'
import { components } from '../analysis/communities/components.ts'
import { statedModularity } from '../analysis/communities/quality.ts'
import { part } from '../analysis/context.ts'
import type { Context } from '../analysis/context.ts'
import { buildClusterGraph } from '../clusters/cluster-graph.ts'
import { buildClusters, clusterMembers } from '../clusters/build-clusters.ts'
import { earlierPlaces } from '../clusters/layout/earlier-places.ts'
import { placeClusters } from '../clusters/layout/place-clusters.ts'
import { placeMembers } from '../clusters/layout/place-members.ts'
import { compareWithShuffled } from '../clusters/null-enrichment.ts'
import type { Cluster } from '../contract/cluster.ts'
import type { Answers, Task } from './task.ts'

type Input = Extract<Task, { kind: 'clusters' }>

export function profileClusters ({ run, snapshot, request, found, shuffled, scores, betweennessSources, thematicDomains, earlier }: Input, context: Context): Answers['clusters'] {
  const { projection, community } = found
  const clusters = buildClusters({ run, snapshot, projection, community, stability: found.stability, stabilityWithLinksDropped: found.stabilityWithLinksDropped, scores, projectionOptions: request.projection, thematicDomains: new Set(thematicDomains) })
  const { clusterOf, members } = clusterMembers(community)
  const before = earlier === null ? null : earlierPlaces(earlier, snapshot.ids, members)
  const places = placeClusters(buildClusterGraph(snapshot, projection, clusterOf, members.length, request.projection), members.map(list => list.length), before?.clusters)
  clusters.forEach((cluster, c) => {
    cluster.x = places.x[c]
    cluster.y = places.y[c]
  })
  const x = new Float32Array(snapshot.ids.length).fill(NaN)
  const y = new Float32Array(snapshot.ids.length).fill(NaN)
  members.forEach((list, c) => {
    context.check()
    const positions = placeMembers(projection.graph, list, before?.members[c], part(context, c / members.length, (c + 1) / members.length))
    list.forEach((node, i) => {
      x[node] = positions.x[i]
      y[node] = positions.y[i]
    })
  })
  return { clusters, x, y, metrics: { ...measureNetwork(snapshot, found, clusters, request, betweennessSources), shuffledNetworks: compareWithShuffled(shuffled) } }
}

function measureNetwork (snapshot: Input['snapshot'], { projection, community, agreement, repeats }: Input['found'], clusters: Cluster[], request: Input['request'], betweennessSources: number): Omit<Answers['clusters']['metrics'], 'shuffledNetworks'> {
  const { graph, report } = projection
  const sizes = new Map<number, number>()
  for (const c of community) sizes.set(c, (sizes.get(c) ?? 0) + 1)
  const parts = components(graph)
  let isolates = 0
  for (let i = 0; i < graph.n; i++) if (graph.offsets[i] === graph.offsets[i + 1]) isolates++
  const border = crossBorder(graph, snapshot.country.codes, snapshot.country.values.length)
  return {
    organisations: graph.n,
    isolates,
    links: graph.m,
    weightTotal: graph.weights.reduce((sum, weight) => sum + weight, 0) / 2,
    ...report,
    components: parts.count,
    largestComponent: parts.labels.reduce((size, label) => size + (label === 0 ? 1 : 0), 0),
    repeats,
    agreement: Number.isNaN(agreement) ? null : agreement,
    modularity: statedModularity(graph, community, request.options),
    communities: [...sizes.values()].filter(size => size >= 2).length,
    clusters: clusters.length,
    crossBorderClusters: repeats === 0 || snapshot.names !== undefined ? null : clusters.filter(cluster => cluster.verdict === 'cross-border specialisation cluster').length,
    crossBorderShare: border.share,
    crossBorderShareExpected: border.expected,
    crossBorderRatio: border.ratio,
    eiIndex: border.eiIndex,
    betweennessSources
  }
}
