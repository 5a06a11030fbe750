/**
 * A network rewired at random in which every node keeps its number of links: what a network of these degrees looks like by chance.
 *
 * A chain of small changes, each of which keeps all degrees: two links a-b and c-d, drawn with their directions, become a-d and c-b, unless that would
 * make a self-loop or a parallel link; then the network stays as it is and the step counts all the same, without which some networks would be
 * visited more often than others. Directed networks keep numbers of links in and out; a share of the steps turns a cycle of three round, since swaps alone do not
 * reach every network of the same degrees. A weight travels with the end it started from: sources of a directed network keep their strength out.
 * After enough steps every simple network with these degrees is equally likely. O(steps x the smaller degree of the ends looked up), no memory beside the result.
 * Sources: Fosdick, Larremore, Nishimura & Ugander 2018, SIAM Rev. 60:315 (steps that stay); Rao, Jana & Bandyopadhyay 1996, Sankhya A 58:225 (cycles of three).
 * Tested against the enumeration of all networks with the same degrees.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { reversed } from '../reversed.ts'

/** Of the steps on a directed network, those that try to turn a cycle of three: any share above 0 serves, and most tries find no cycle. */
const TURNS_SHARE = 0.1

/** Steps for each link after which a network, or its memberships, is taken to have forgotten where it started. */
export const SWAPS_PER_LINK = 10

/** `graph` after `swapsPerLink` x links steps. A network of fewer than two links is returned as it is. */
export function rewireLinks (graph: Csr, swapsPerLink: number, seed: number, context: Context): Csr {
  if (graph.m < 2) return graph
  const rewired: Csr = { ...graph, targets: graph.targets.slice(), weights: graph.weights.slice() }
  const random = createRandom(seed)
  const step = graph.directed ? directedStep(rewired, random) : undirectedStep(rewired, random)
  const steps = swapsPerLink * graph.m
  for (let i = 0; i < steps; i++) {
    if ((i & 0xffff) === 0) context.check()
    step()
  }
  return withSortedRows(rewired)
}

/** Rows keep their length, so links stay in the slots of their first end, and only what they lead to changes. */
function undirectedStep ({ offsets, targets, weights }: Csr, random: Random): () => void {
  const rowOf = rowsOf(offsets, targets.length)
  const twin = twins(offsets, targets)
  const lessLinked = (a: number, b: number): boolean => offsets[a + 1] - offsets[a] < offsets[b + 1] - offsets[b]
  const isLinked = (a: number, b: number): boolean => lessLinked(a, b) ? searchRow(offsets, targets, a, b) >= 0 : searchRow(offsets, targets, b, a) >= 0
  return () => {
    const slotA = random.below(targets.length)
    const slotC = random.below(targets.length)
    const [a, b, c, d] = [rowOf[slotA], targets[slotA], rowOf[slotC], targets[slotC]]
    if (a === d || c === b || isLinked(a, d) || isLinked(c, b)) return
    const slotB = twin[slotA]
    const slotD = twin[slotC]
    targets[slotA] = d
    targets[slotD] = a
    targets[slotC] = b
    targets[slotB] = c
    weights[slotD] = weights[slotA]
    weights[slotB] = weights[slotC]
    twin[slotA] = slotD
    twin[slotD] = slotA
    twin[slotC] = slotB
    twin[slotB] = slotC
  }
}

function directedStep ({ offsets, targets }: Csr, random: Random): () => void {
  const rowOf = rowsOf(offsets, targets.length)
  const isLinked = (a: number, b: number): boolean => searchRow(offsets, targets, a, b) >= 0
  const swap = (): void => {
    const slotA = random.below(targets.length)
    const slotC = random.below(targets.length)
    const [a, b, c, d] = [rowOf[slotA], targets[slotA], rowOf[slotC], targets[slotC]]
    if (a === d || c === b || isLinked(a, d) || isLinked(c, b)) return
    targets[slotA] = d
    targets[slotC] = b
  }
  const turn = (): void => {
    const slotA = random.below(targets.length)
    const [a, b] = [rowOf[slotA], targets[slotA]]
    if (offsets[b] === offsets[b + 1]) return
    const slotB = offsets[b] + random.below(offsets[b + 1] - offsets[b])
    const c = targets[slotB]
    const slotC = searchRow(offsets, targets, c, a)
    if (c === a || slotC < 0 || isLinked(a, c) || isLinked(c, b) || isLinked(b, a)) return
    targets[slotA] = c
    targets[slotC] = b
    targets[slotB] = a
  }
  return () => { if (random.next() < TURNS_SHARE) turn(); else swap() }
}

function rowsOf (offsets: Int32Array, slots: number): Int32Array {
  const rows = new Int32Array(slots)
  for (let v = 0; v + 1 < offsets.length; v++) rows.fill(v, offsets[v], offsets[v + 1])
  return rows
}

/** The slot of each link in the row of its other end. Rows ascend, so the slots of each row come up in order. */
function twins (offsets: Int32Array, targets: Int32Array): Int32Array {
  const next = offsets.slice()
  return targets.map(target => next[target]++)
}

/** Rows are out of order while links are rewired: every slot is looked at. */
function searchRow (offsets: Int32Array, targets: Int32Array, row: number, target: number): number {
  for (let slot = offsets[row]; slot < offsets[row + 1]; slot++) if (targets[slot] === target) return slot
  return -1
}

/** Turned round twice, every row is in ascending order. */
const withSortedRows = (graph: Csr): Csr => {
  const { targets, weights } = reversed(reversed({ ...graph, directed: true, m: graph.targets.length }))
  return { ...graph, targets, weights }
}
