/**
 * Routes of introduction: the shortest loopless routes between two organisations along strong links.
 *
 * The length of a link is 1 / weight, of a route the sum, so two strong links are shorter than one weak one. A route has at most `hopsMax` links: introductions beyond three
 * hands seldom happen (judgement, not measured). k shortest by Yen's algorithm, each spur search over numbers of links (Bellman-Ford by layers), with everything left out
 * that is too far from the target to arrive in time. Undirected. Equals: fewer links first, then in the order of nodes. O(k hopsMax^2 m) at most, far less in practice.
 * Sources: Yen 1971, Manag. Sci. 17:712; length 1/w: Newman 2001, Phys. Rev. E 64:016132. Tested against networkx shortest_simple_paths.
 */
import { slotOf } from '../snapshot/slot-of.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { stepsFrom } from './steps-from.ts'

export interface IntroductionRoute {
  /** From the one who asks to the one to be met. */
  nodes: number[]
  length: number
}

/** Shortest first; none where they are not joined within `hopsMax` links. */
export function introductionRoutes (graph: Csr, from: number, to: number, { k, hopsMax }: { k: number, hopsMax: number }): IntroductionRoute[] {
  const search = { graph, to, stepsTo: stepsFrom(graph, to).steps }
  const routes: IntroductionRoute[] = []
  const waiting = new Map<string, IntroductionRoute>()
  const offer = (route: IntroductionRoute | null): void => { if (route !== null) waiting.set(route.nodes.join(' '), route) }
  offer(shortestRoute(search, [from], 0, hopsMax, new Set()))
  while (routes.length < k && waiting.size > 0) {
    const [key, route] = [...waiting].sort(([, a], [, b]) => inOrder(a, b))[0]
    waiting.delete(key)
    routes.push(route)
    for (let spur = 0; spur + 1 < route.nodes.length; spur++) {
      const root = route.nodes.slice(0, spur + 1)
      // Continuations that known routes with this root have taken already.
      const taken = new Set(routes.filter(({ nodes }) => root.every((v, i) => nodes[i] === v)).map(({ nodes }) => nodes[spur + 1]))
      offer(shortestRoute(search, root, lengthOf(graph, root), hopsMax, taken))
    }
  }
  return routes
}

interface Search { graph: Csr, to: number, stepsTo: Int32Array }

/** The shortest route that begins with `root` and goes on to none of `taken`. */
function shortestRoute ({ graph: { offsets, targets, weights }, to, stepsTo }: Search, root: number[], rootLength: number, hopsMax: number, taken: ReadonlySet<number>): IntroductionRoute | null {
  const barred = new Set(root)
  let layer = new Map([[root[root.length - 1], rootLength]])
  const layers: Array<Map<number, number>> = []
  let best: IntroductionRoute | null = null
  const nearest = new Map<number, number>()
  for (let hops = root.length; hops <= hopsMax && layer.size > 0; hops++) {
    const next = new Map<number, number>()
    const previous = new Map<number, number>()
    for (const [v, length] of layer) {
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const w = targets[slot]
        if (barred.has(w) || stepsTo[w] < 0 || hops + stepsTo[w] > hopsMax || (hops === root.length && taken.has(w))) continue
        const found = length + 1 / weights[slot]
        if (found >= (nearest.get(w) ?? Infinity)) continue
        nearest.set(w, found)
        next.set(w, found)
        previous.set(w, v)
      }
    }
    layers.push(previous)
    const arrived = next.get(to)
    if (arrived !== undefined && arrived < (best?.length ?? Infinity)) best = { nodes: [...root, ...traceBack(layers, to)], length: arrived }
    next.delete(to)
    layer = next
  }
  return best
}

/** From the node after the root to the target. */
function traceBack (layers: Array<ReadonlyMap<number, number>>, to: number): number[] {
  const nodes = [to]
  for (let at = layers.length - 1; at > 0; at--) nodes.unshift(layers[at].get(nodes[0]) as number)
  return nodes
}

const inOrder = (a: IntroductionRoute, b: IntroductionRoute): number =>
  a.length - b.length || a.nodes.length - b.nodes.length || a.nodes[a.nodes.findIndex((v, i) => v !== b.nodes[i])] - b.nodes[b.nodes.findIndex((v, i) => v !== a.nodes[i])]

function lengthOf (graph: Csr, nodes: number[]): number {
  let length = 0
  for (let i = 0; i + 1 < nodes.length; i++) length += 1 / graph.weights[slotOf(graph, nodes[i], nodes[i + 1])]
  return length
}
