/**
 * Local moving in rounds: the part of a search on a large network that several threads can do, with the same labels on any number of them.
 *
 * A round goes through the unstable nodes in a seeded order, a chunk at a time. All nodes of a chunk propose the neighbouring community of greatest gain, as things stood
 * before the chunk; then one after another the proposals are carried out, if they still gain with the volumes that communities have by now. So that two single nodes do
 * not change places for ever, one joins the other only towards the lower label; and nobody joins a community that has been left by all. Who was refused stays unstable;
 * then the neighbours of those who moved, outside their new community, become unstable too. When few are left, the search goes on with them from its queue.
 *
 * Not for directed modularity. Proposing and making unstable write what does not depend on who does it when; one thread alone carries out, so no sum depends on timing either.
 * O(links of unstable nodes) a round, of which there are at most twenty. As good as the queue: modularity within .002 on planted networks. This is the definition; services/kernels/assembly/rounds.ts
 * takes the same steps. Chunks as in Lu, Halappanavar & Kalyanaraman 2015, Parallel Comput. 47:19, who also have the rule of the lower label.
 */
import type { Context } from '../context.ts'
import { sumByCommunity } from '../partitions/partition.ts'
import { GAIN_MIN, propose } from './propose.ts'
import type { Level, Proposal, Room } from './propose.ts'

/** `nodesMin`: the smallest level that moves in rounds. `chunkMin`: nodes of the smallest chunk. */
export interface Rounds { nodesMin: number, chunkMin: number }

/** Below, one thread needs only a second or two; the size alone decides, so that labels depend on no machine. */
export const ROUNDS: Rounds = { nodesMin: 300_000, chunkMin: 256 }

/** The more chunks, the fresher the state that nodes propose on, and the more often threads wait for each other. */
const CHUNKS = 64
/** Rounds end when so small a part of the nodes is unstable: what is left are nodes that wait for each other, which the queue settles. */
const FEW = 50
/** Proposals made at once can cycle; by then the queue has little left to do. */
const ROUNDS_MAX = 20

/** `order`: all nodes; those that remain unstable stand at its beginning in the end. */
export function moveInRounds (level: Level, communities: Int32Array, scale: number, order: Int32Array, chunkMin: number, room: Room, context: Context): { moves: number, remaining: number } {
  const { n, offsets, targets, volume } = level
  const chunk = Math.max(chunkMin, Math.floor(n / CHUNKS))
  const totals = sumByCommunity(volume, communities, n, n)
  const sizes = new Int32Array(n)
  for (const c of communities) sizes[c]++
  const active = new Uint8Array(n).fill(1)
  let moves = 0
  let unstable = order.slice()
  for (let round = 0; unstable.length > Math.floor(n / FEW) && round < ROUNDS_MAX; round++) {
    for (let first = 0; first < unstable.length; first += chunk) {
      context.check()
      const nodes = unstable.subarray(first, first + chunk)
      const proposals = Array.from(nodes, v => {
        active[v] = 0
        const proposal: Proposal = { best: 0, toBest: 0, toOwn: 0 }
        propose(level, communities, { volume: totals, inflow: totals }, scale, room, v, proposal)
        return proposal
      })
      const moved = nodes.filter((v, i) => {
        const { best, toBest, toOwn } = proposals[i]
        const own = communities[v]
        if (best === own) return false
        const cost = scale * volume[v]
        const isRefused = sizes[best] === 0 || (sizes[best] === 1 && sizes[own] === 1 && best > own) ||
          (toBest - cost * totals[best]) - (toOwn - cost * (totals[own] - volume[v])) <= GAIN_MIN
        if (isRefused) {
          active[v] = 1
          return false
        }
        communities[v] = best
        totals[own] -= volume[v]
        totals[best] += volume[v]
        sizes[own]--
        sizes[best]++
        return true
      })
      moves += moved.length
      for (const v of moved) {
        for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (communities[targets[slot]] !== communities[v]) active[targets[slot]] = 1
      }
    }
    unstable = order.filter(v => active[v] === 1)
  }
  order.set(unstable)
  return { moves, remaining: unstable.length }
}
