/**
 * Routes of introduction: the loopless routes between two organisations with the fewest links, and of equals the strongest.
 *
 * Fewest hands first is what an introduction lives on, so links are counted first; among routes of as many links the least length is first, the sum of 1 / weight. A route
 * has at most `hopsMax` links. k shortest by Yen's algorithm, each spur search breadth first, with everything left out that is too far from the target to arrive in time.
 * Undirected. Equals in both are told apart as in steps-from.ts, so that the first route goes through the organisation that it names. O(k hopsMax m) at most, far less in practice.
 * Sources: Yen 1971, Manag. Sci. 17:712; length 1/w: Newman 2001, Phys. Rev. E 64:016132. Tested against networkx all_simple_paths, sorted.
 */
import { slotOf } from '../snapshot/slot-of.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { stepsFrom } from './steps-from.ts'

export interface IntroductionRoute {
  /** From the one who asks to the one to be met. */
  nodes: number[]
  length: number
}

/** Fewest links first, then the shortest; none where they are not joined within `hopsMax` links. */
export function introductionRoutes (graph: Csr, from: number, to: number, { k, hopsMax }: { k: number, hopsMax: number }): IntroductionRoute[] {
  const search = { graph, to, stepsTo: stepsFrom(graph, to).steps }
  const routes: IntroductionRoute[] = []
  const waiting = new Map<string, IntroductionRoute>()
  const offer = (route: IntroductionRoute | null): void => { if (route !== null) waiting.set(route.nodes.join(' '), route) }
  offer(bestRoute(search, [from], 0, hopsMax, new Set()))
  while (routes.length < k && waiting.size > 0) {
    const [key, route] = [...waiting].sort(([, a], [, b]) => inOrder(a, b))[0]
    waiting.delete(key)
    routes.push(route)
    for (let spur = 0; spur + 1 < route.nodes.length; spur++) {
      const root = route.nodes.slice(0, spur + 1)
      // Continuations that known routes with this root have taken already.
      const taken = new Set(routes.filter(({ nodes }) => root.every((v, i) => nodes[i] === v)).map(({ nodes }) => nodes[spur + 1]))
      offer(bestRoute(search, root, lengthOf(graph, root), hopsMax, taken))
    }
  }
  return routes
}

interface Search { graph: Csr, to: number, stepsTo: Int32Array }

/** The first route, in the order above, that begins with `root` and goes on to none of `taken`. */
function bestRoute ({ graph: { offsets, targets, weights }, to, stepsTo }: Search, root: number[], rootLength: number, hopsMax: number, taken: ReadonlySet<number>): IntroductionRoute | null {
  const reached = new Set(root)
  let layer = [[root[root.length - 1], rootLength]]
  const layers: Array<ReadonlyMap<number, number>> = []
  for (let hops = root.length; hops <= hopsMax && layer.length > 0; hops++) {
    const next = new Map<number, number>()
    const previous = new Map<number, number>()
    for (const [v, length] of layer) {
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const w = targets[slot]
        if (reached.has(w) || stepsTo[w] < 0 || hops + stepsTo[w] > hopsMax || (hops === root.length && taken.has(w))) continue
        const found = length + 1 / weights[slot]
        if (found >= (next.get(w) ?? Infinity)) continue
        next.set(w, found)
        previous.set(w, v)
      }
    }
    layers.push(previous)
    const arrived = next.get(to)
    if (arrived !== undefined) return { nodes: [...root, ...traceBack(layers, to)], length: arrived }
    for (const w of next.keys()) reached.add(w)
    layer = [...next].sort(([v], [w]) => v - w)
  }
  return null
}

/** From the node after the root to the target. */
function traceBack (layers: ReadonlyArray<ReadonlyMap<number, number>>, to: number): number[] {
  const nodes = [to]
  for (let at = layers.length - 1; at > 0; at--) nodes.unshift(layers[at].get(nodes[0]) as number)
  return nodes
}

const inOrder = (a: IntroductionRoute, b: IntroductionRoute): number =>
  a.nodes.length - b.nodes.length || a.length - b.length || a.nodes[a.nodes.findIndex((v, i) => v !== b.nodes[i])] - b.nodes[b.nodes.findIndex((v, i) => v !== a.nodes[i])]

function lengthOf (graph: Csr, nodes: number[]): number {
  let length = 0
  for (let i = 0; i + 1 < nodes.length; i++) length += 1 / graph.weights[slotOf(graph, nodes[i], nodes[i + 1])]
  return length
}
