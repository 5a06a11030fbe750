/**
 * Communities carried over from an earlier network: only where links have changed does anything move, so clusters that nothing happened to stay exactly what they were.
 *
 * Organisations are the same by id. New ones begin alone, those that are gone vanish. A link has changed if one network lacks it or its weight differs by more than WEIGHT_CHANGE_MIN
 * of the greater. Who was linked to something that is gone is treated as if links between those neighbours had gone, over whole clumps of what is gone: only so is it asked whether they still
 * reach each other. From the ends of changed links nodes move to better communities (search.ts: moveFromFrontier), and communities that came apart are split.
 * The result is a local optimum near the old one, not what a new search would find: modularity can fall behind it, a little with each update. How often its communities would come back is not known.
 * Networks are undirected. Where several layers are joined, a new link changes their scale and with it every weight: links are then compared on a network joined with the earlier scales,
 * so that a link which nobody touched counts as unchanged; nodes move by the weights of now.
 * O(n + m) to compare, then the neighbourhoods of what moves. Source: Sahu 2024, arXiv:2404.19634 (dynamic frontier).
 * Tested against a full comparison of link lists, against modularity of a new search, and on communities that come apart when a member goes.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { LouvainOptions } from './louvain.ts'
import { canonicalLabels, singletons } from '../partitions/partition.ts'
import { scaledForSearch } from '../near-one.ts'
import { createSearcher } from './search-kernel.ts'
import type { ChangedLinks } from './split-changed.ts'

/** Relative: sums of equal parts in another order differ by less. */
const WEIGHT_CHANGE_MIN = 1e-12

/** Of an earlier network: connected communities, parallel to `ids`, which ascend as those of every network do. */
export interface EarlierCommunities { ids: readonly string[], graph: Csr, community: Int32Array }

/** Labels by size. `options`: of the search that found the earlier ones. `comparable`: the network of now with weights on the scale of the earlier one. */
export function updateCommunities (earlier: EarlierCommunities, ids: readonly string[], graph: Csr, options: Record<string, unknown>, context: Context, comparable: Csr = graph): Int32Array {
  if (graph.m === 0) return singletons(graph.n)
  const { labels, changed } = carryOver(earlier, ids, comparable)
  const scaled = scaledForSearch(graph, LouvainOptions.parse(options))
  const updated = createSearcher(scaled.graph, { ...scaled.options, refined: false, iterationsMax: 1 }, context).update(labels, changed)
  canonicalLabels(updated)
  return updated
}

/** The earlier labels on the new network, and the links that changed. */
export function carryOver (earlier: EarlierCommunities, ids: readonly string[], graph: Csr): { labels: Int32Array, changed: ChangedLinks } {
  const { was, is } = matchIds(earlier.ids, ids)
  const labels = labelsOf(was, earlier.community)
  const sources: number[] = []
  const targets: number[] = []
  const add = (u: number, v: number): void => {
    sources.push(u)
    targets.push(v)
  }
  for (let v = 0; v < graph.n; v++) compareRows(graph, v, earlier.graph, was[v], is, add)
  for (const left of leftBehind(earlier.graph, is)) {
    // Side by side with those of the same community: it is among those that it matters whether they still reach each other.
    left.sort((u, v) => labels[u] - labels[v] || u - v)
    left.forEach((v, k) => add(left[Math.max(0, k - 1)], v))
  }
  return { labels, changed: { sources: Int32Array.from(sources), targets: Int32Array.from(targets) } }
}

/** Both lists ascend. `was`: the earlier place of each node, `is`: the present place of each earlier one; -1: there is none. */
function matchIds (earlier: readonly string[], ids: readonly string[]): { was: Int32Array, is: Int32Array } {
  const was = new Int32Array(ids.length).fill(-1)
  const is = new Int32Array(earlier.length).fill(-1)
  for (let i = 0, v = 0; i < earlier.length && v < ids.length;) {
    if (earlier[i] === ids[v]) {
      was[v] = i
      is[i++] = v++
    } else if (earlier[i] < ids[v]) i++
    else v++
  }
  return { was, is }
}

/** Earlier communities numbered anew, so that labels stay below the number of nodes; whoever is new is alone. */
function labelsOf (was: Int32Array, community: Int32Array): Int32Array {
  const numbers = new Int32Array(community.reduce((most, label) => Math.max(most, label + 1), 0)).fill(-1)
  const labels = new Int32Array(was.length)
  let next = 0
  for (let v = 0; v < was.length; v++) {
    const label = was[v] < 0 ? -1 : community[was[v]]
    if (label < 0) labels[v] = next++
    else {
      if (numbers[label] < 0) numbers[label] = next++
      labels[v] = numbers[label]
    }
  }
  return labels
}

/** Links of v to nodes after it that are in one row alone, or in both with another weight. Both rows ascend, as ids do. */
function compareRows ({ offsets, targets, weights }: Csr, v: number, earlier: Csr, i: number, is: Int32Array, add: (u: number, v: number) => void): void {
  let slot = offsets[v]
  const end = offsets[v + 1]
  const earlierEnd = i < 0 ? 0 : earlier.offsets[i + 1]
  for (let at = i < 0 ? 0 : earlier.offsets[i]; at < earlierEnd; at++) {
    // Places ascend alike in both, so what comes before the earlier place comes before the present one.
    if (earlier.targets[at] < i) continue
    const target = is[earlier.targets[at]]
    if (target < 0) continue
    for (; slot < end && targets[slot] < target; slot++) if (targets[slot] > v) add(v, targets[slot])
    if (slot === end || targets[slot] > target) add(v, target)
    else {
      const now = weights[slot++]
      const before = earlier.weights[at]
      if (now !== before && Math.abs(now - before) > WEIGHT_CHANGE_MIN * Math.max(now, before)) add(v, target)
    }
  }
  for (; slot < end; slot++) if (targets[slot] > v) add(v, targets[slot])
}

/** For each clump of nodes that are gone and hung together: the nodes around it that are still there. */
function leftBehind ({ n, offsets, targets }: Csr, is: Int32Array): number[][] {
  const seen = new Uint8Array(n)
  const all: number[][] = []
  for (let start = 0; start < n; start++) {
    if (is[start] >= 0 || seen[start] === 1) continue
    const clump = [start]
    const around = new Set<number>()
    seen[start] = 1
    for (let at = 0; at < clump.length; at++) {
      for (let slot = offsets[clump[at]]; slot < offsets[clump[at] + 1]; slot++) {
        const j = targets[slot]
        if (is[j] >= 0) around.add(is[j])
        else if (seen[j] === 0) {
          seen[j] = 1
          clump.push(j)
        }
      }
    }
    all.push([...around])
  }
  return all
}
