/**
 * Shortest routes between two sides with and without one organisation: how many pairs need how many links, and how many are further apart or cut off without it.
 *
 * A pair is one organisation of each side, the one that is taken away left out. Lengths in links, every link the same. Both searches run side by side, 32 sources as the bits of one
 * number, so that each pair is compared with itself. Sources are the side with fewer; where all of them would take too long, as many as fit, evenly spaced by id, and `sources` says so.
 * O(levels m sources / 32). Source: breadth-first search, many sources at once: Then et al. 2014, VLDB 8:449. Tested against a search from every node, and networkx.
 */
import { countBits } from '../analysis/count-bits.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { A, B } from './sides.ts'
import type { Sides } from './sides.ts'

/** Bits of one number. */
const SOURCES_AT_ONCE = 32
/** Links looked at in all: under a second. The sides of the Horizon 2020 network are exact by far. */
export const ROUTE_STEPS_MAX = 2e9
/** Levels a search takes as a rule, both networks together: what the bound reckons with. */
const LEVELS_USUAL = 12

export interface Routes {
  /** Sources followed, of how many on the lesser side; equal: exact. */
  sources: number
  sourcesTotal: number
  pairs: number
  /** Pairs by length in links: index 0 is length 1. */
  before: number[]
  after: number[]
  /** Pairs without any route. */
  apartBefore: number
  apartAfter: number
  /** Pairs that are further apart without it, those cut off included. */
  lengthened: number
}

export function routesWithout (graph: Csr, { of, a, b }: Sides, without: number, stepsMax = ROUTE_STEPS_MAX): Routes {
  const { n } = graph
  const from = a <= b ? A : B
  const members = (side: number): number[] => Array.from(of.keys()).filter(v => of[v] === side && v !== without)
  const all = members(from)
  const ends = members(from === A ? B : A)
  const batches = Math.max(1, Math.floor(stepsMax / (graph.targets.length * LEVELS_USUAL + 1)))
  const sources = evenly(all, batches * SOURCES_AT_ONCE)
  const routes: Routes = { sources: sources.length, sourcesTotal: all.length, pairs: sources.length * ends.length, before: [], after: [], apartBefore: 0, apartAfter: 0, lengthened: 0 }
  const late = new Int32Array(n)
  for (let first = 0; first < sources.length; first += SOURCES_AT_ONCE) {
    const batch = sources.slice(first, first + SOURCES_AT_ONCE)
    const before = startSearch(n, batch)
    const after = startSearch(n, batch)
    late.fill(0)
    for (let length = 1, going = true; going; length++) {
      going = takeStep(graph, before, -1)
      going = takeStep(graph, after, without) || going
      if (!going) break
      for (const end of ends) {
        count(routes.before, length, before.frontier[end])
        count(routes.after, length, after.frontier[end])
        late[end] |= before.seen[end] & ~after.seen[end]
      }
    }
    for (const end of ends) {
      routes.lengthened += countBits(late[end])
      routes.apartBefore += batch.length - countBits(before.seen[end])
      routes.apartAfter += batch.length - countBits(after.seen[end])
    }
  }
  return routes
}

function count (lengths: number[], length: number, bits: number): void {
  if (bits === 0) return
  while (lengths.length < length) lengths.push(0)
  lengths[length - 1] += countBits(bits)
}

/** At most `most` of the nodes, the first of each of as many equal parts. */
const evenly = (nodes: number[], most: number): number[] =>
  nodes.length <= most ? nodes : Array.from({ length: most }, (_, i) => nodes[Math.floor(i * nodes.length / most)])

/** Bit i of a node: the i-th source has reached it (`seen`), has just reached it (`frontier`). */
interface Search { seen: Int32Array, frontier: Int32Array, next: Int32Array }

function startSearch (n: number, sources: number[]): Search {
  const frontier = new Int32Array(n)
  sources.forEach((v, i) => { frontier[v] |= 1 << i })
  return { seen: frontier.slice(), frontier, next: new Int32Array(n) }
}

/** One link further; false where nothing new is reached. */
function takeStep ({ n, offsets, targets }: Csr, search: Search, without: number): boolean {
  const { seen, frontier, next } = search
  next.fill(0)
  for (let v = 0; v < n; v++) {
    const bits = frontier[v]
    if (bits === 0) continue
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) next[targets[slot]] |= bits
  }
  if (without >= 0) next[without] = 0
  let reached = 0
  for (let v = 0; v < n; v++) {
    next[v] &= ~seen[v]
    seen[v] |= next[v]
    reached |= next[v]
  }
  search.frontier = next
  search.next = frontier
  return reached !== 0
}

/** Links on the shortest route from any member of one side to any of the other, `without` (-1: nobody) taken away; null: there is none. O(m). */
export function shortestRoute ({ n, offsets, targets }: Csr, { of }: Sides, without: number): number | null {
  const distance = new Int32Array(n).fill(-1)
  const queue = new Int32Array(n)
  let reached = 0
  for (let v = 0; v < n; v++) {
    if (of[v] !== A || v === without) continue
    distance[v] = 0
    queue[reached++] = v
  }
  for (let at = 0; at < reached; at++) {
    const v = queue[at]
    if (of[v] === B) return distance[v]
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const w = targets[slot]
      if (distance[w] >= 0 || w === without) continue
      distance[w] = distance[v] + 1
      queue[reached++] = w
    }
  }
  return null
}
