/** The search of search.ts by its kernel: equal labels, a fraction of the time. Without compiled kernels it is search.ts itself. */
import { openKernel } from '../../kernels/kernel.ts'
import type { Kernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { ROUNDS } from './move-in-rounds.ts'
import { singletons, splitDisconnected } from '../partitions/partition.ts'
import { moveFromFrontier, searchCommunities, volumesOf } from './search.ts'
import type { SearchOptions, Volumes } from './search.ts'
import { splitChanged } from './split-changed.ts'
import type { ChangedLinks } from './split-changed.ts'

/** Threads of one search: with more, those that propose wait for the one that carries out. */
const THREADS_MAX = 4

/** A graph made ready for searches: read once, searched as often as wanted. */
export interface Searcher {
  /** Connected communities from singletons. */
  search: (seed: number) => Int32Array
  /** Connected communities of the graph as it is now, from the connected ones it had before some links changed. Nodes that do not move keep their label. */
  update: (before: Int32Array, changed: ChangedLinks) => Int32Array
}

export function createSearcher (graph: Csr, options: SearchOptions, context: Context): Searcher {
  const volumes = volumesOf(graph, options)
  const { nodesMin } = options.rounds ?? ROUNDS
  const teammates = volumes.inflow !== volumes.volume || graph.n < nodesMin ? 0 : Math.min(THREADS_MAX, context.threads ?? 1) - 1
  const kernel = openKernel(context, teammates > 0)
  return kernel === null ? byDefinition(volumes, options, context) : byKernel(kernel, volumes, options, teammates)
}

/** The nodes at the ends of links, each once, as they come. */
function endsOf (n: number, { sources, targets }: ChangedLinks): Int32Array {
  const seen = new Uint8Array(n)
  const ends = new Int32Array(Math.min(n, 2 * sources.length))
  let count = 0
  for (let i = 0; i < sources.length; i++) {
    for (const end of [sources[i], targets[i]]) {
      if (seen[end] === 1) continue
      seen[end] = 1
      ends[count++] = end
    }
  }
  return ends.subarray(0, count)
}

/** By search.ts alone. */
export function byDefinition (volumes: Volumes, options: SearchOptions, context: Context): Searcher {
  const { links } = volumes
  return {
    search: seed => {
      const labels = singletons(links.n)
      searchCommunities(volumes, labels, options, seed, context)
      return splitDisconnected(links, labels)
    },
    update: (before, changed) => {
      const labels = before.slice()
      moveFromFrontier(volumes, labels, endsOf(links.n, changed), context)
      splitChanged(links, before, labels, changed)
      return labels
    }
  }
}

function byKernel ({ call, put, set, reserve, ints, withTeammates }: Kernel, { links, unweighted, volume, inflow, scale }: Volumes, { refined, iterationsMax, rounds = ROUNDS }: SearchOptions, teammates: number): Searcher {
  const { n } = links
  const slots = links.targets.length
  const offsets = put(links.offsets)
  const targets = put(links.targets)
  const weights = unweighted ? 0 : put(links.weights)
  const volumeAt = put(volume)
  const inflowAt = inflow === volume ? volumeAt : put(inflow)
  const labels = reserve(4 * n)
  const other = reserve(4 * n)
  const roomFor = (...bytes: number[]): (() => number) => {
    let at: number | undefined
    return () => {
      at ??= reserve(Math.max(...bytes))
      return at
    }
  }
  // A search needs many times the room of an update: each is taken when it is first wanted.
  const searchRoom = roomFor(call.searchScratch(n, slots, rounds.nodesMin, rounds.chunkMin), call.splitScratch(n))
  const updateRoom = roomFor(call.frontierScratch(n))
  const rooms = Array.from({ length: teammates }, () => reserve(call.teammateRoom(n)))
  const numbers = singletons(n)
  return {
    search: seed => {
      set(labels, numbers)
      const scratch = searchRoom()
      // A board of its own: teammates of an earlier search may still be on their way to the one they were called to.
      const board = reserve(call.boardSize())
      withTeammates(board, n, rooms, () => {
        call.searchCommunities(n, offsets, targets, weights, volumeAt, inflowAt, labels, scratch, scale, seed, iterationsMax, refined ? 1 : 0, board, rounds.nodesMin, rounds.chunkMin)
      })
      call.splitDisconnected(n, offsets, targets, labels, other, scratch)
      return ints(other, n)
    },
    update: (before, changed) => {
      const ends = endsOf(n, changed)
      set(labels, before)
      set(other, ends)
      call.moveFromFrontier(n, offsets, targets, weights, volumeAt, inflowAt, labels, updateRoom(), scale, other, ends.length)
      const after = ints(labels, n)
      splitChanged(links, before, after, changed)
      return after
    }
  }
}
