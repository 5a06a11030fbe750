/** The communities of a run: what its repetitions agree on, and how surely. */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { undirected } from '../undirected.ts'
import { consensus } from './consensus.ts'
import { meanAgreement, measureStability } from './stability.ts'

/** NaN: not measured. */
export interface AgreedCommunities {
  /** Labels by size. */
  community: Int32Array
  /** By community. */
  stability: Float64Array
  stabilityWithLinksDropped: Float64Array
  /** By node. Not defined for isolates: they are alone in every repetition, which says nothing. */
  memberConfidence: Float64Array
  agreement: number
  repeats: number
}

/** Without repetitions: one search, nothing known of its stability. `find` clusters a network with a seed. */
export function agreeOnCommunities (graph: Csr, repeats: Int32Array[], repeatsWithLinksDropped: Int32Array[], seed: number, find: (graph: Csr, seed: number) => Int32Array, context: Context): AgreedCommunities {
  const community = repeats.length === 0 ? find(graph, seed) : consensus(graph, repeats, seed, find, context)
  const { ofCommunity, ofMember } = measureStability(community, repeats)
  const { offsets } = undirected(graph)
  const memberConfidence = ofMember.map((share, v) => offsets[v] === offsets[v + 1] ? NaN : share)
  return {
    community, stability: ofCommunity, memberConfidence, stabilityWithLinksDropped: measureStability(community, repeatsWithLinksDropped).ofCommunity, agreement: meanAgreement(repeats), repeats: repeats.length
  }
}
