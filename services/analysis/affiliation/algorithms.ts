/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, MEMBERSHIPS, MEMBERSHIPS_AND_GROUPS, NETWORK } from '../algorithm.ts'
import type { Algorithm } from '../algorithm.ts'
import { BipartiteCommunitiesOptions, bipartiteCommunities, groupedModularity } from './bipartite-modularity.ts'
import { CoMembershipBackboneOptions, coMembershipBackbone, workOfBackbone } from './co-membership-backbone.ts'
import { CoMembershipOptions } from './co-membership.ts'
import { disparity, DisparityOptions } from './disparity.ts'
import { workOfSearches } from '../work.ts'
import { noiseCorrected, NoiseCorrectedOptions } from './noise-corrected.ts'
import { backboneOfLinks, backboneOfPairs, coMembershipTables } from './tables.ts'

export const AFFILIATION: Algorithm[] = [
  algorithm({
    name: 'coMembership', family: 'affiliation', title: 'Shared networks', says: 'Which organisations are in the same networks; a small network brings its members closer than a large one.',
    needs: MEMBERSHIPS, complexity: 'O(sum of squared network sizes)', reference: 'Newman 2001, Phys. Rev. E 64:016132',
    options: CoMembershipOptions, compute: coMembershipTables
  }),
  algorithm({
    name: 'coMembershipBackbone', family: 'affiliation', title: 'Backbone of shared networks', says: 'Which pairs share more networks than their activity alone would explain.',
    needs: MEMBERSHIPS, complexity: 'O(pairs) to O(samples x pairs)', reference: 'Neal 2014, Soc. Networks 39:84',
    work: workOfBackbone,
    options: CoMembershipBackboneOptions, compute: (input, options, context) => backboneOfPairs(input.ids, coMembershipBackbone(input, options, context))
  }),
  algorithm({
    name: 'bipartiteCommunities', family: 'affiliation', title: 'Communities of organisations and networks', says: 'Organisations that join the same networks more than chance would explain, and these networks.',
    needs: MEMBERSHIPS, complexity: 'about O(memberships) an iteration', reference: 'Barber 2007, Phys. Rev. E 76:066102',
    work: (size, { restarts }: z.infer<typeof BipartiteCommunitiesOptions>) => workOfSearches(size, restarts),
    options: BipartiteCommunitiesOptions,
    compute: ({ ids, memberships, seed }, options, context) => {
      const { organisations, networks, modularity } = bipartiteCommunities(ids.length, memberships, options, seed, context)
      return { nodes: { community: organisations }, metrics: { bipartiteModularity: modularity, communities: new Set([...organisations, ...networks]).size }, tables: { networks: { network: memberships.networks, community: networks } } }
    }
  }),
  algorithm({
    name: 'bipartiteModularity', family: 'affiliation', title: 'Modularity of a grouping by networks', says: 'Whether organisations of one group join the same networks more than chance would explain.',
    needs: MEMBERSHIPS_AND_GROUPS, complexity: 'O(memberships + networks x groups)', reference: 'Barber 2007, Phys. Rev. E 76:066102',
    options: z.object({}),
    compute: ({ ids, memberships, groups, groupNames }) => {
      const { networks, modularity } = groupedModularity(ids.length, memberships, groups, groupNames.length)
      return { nodes: {}, metrics: { bipartiteModularity: modularity }, tables: { networks: { network: memberships.networks, group: Array.from(networks, group => groupNames[group] ?? '') } } }
    }
  }),
  algorithm({
    name: 'disparityBackbone', family: 'affiliation', title: 'Backbone by disparity', says: 'Which links carry an unusually large share of the dealings of one of their two ends.',
    needs: NETWORK, complexity: 'O(m)', reference: 'Serrano, Boguna & Vespignani 2009, PNAS 106:6483',
    options: DisparityOptions,
    compute: ({ ids, graph }, { alpha }) => {
      const { scores, ...links } = disparity(graph)
      return backboneOfLinks(ids, links, { alpha: scores }, Uint8Array.from(scores, score => Number(score < alpha)))
    }
  }),
  algorithm({
    name: 'noiseCorrectedBackbone', family: 'affiliation', title: 'Backbone by expected volume', says: 'Which links carry more than the volumes of their two ends would put there.',
    needs: NETWORK, complexity: 'O(m)', reference: 'Coscia & Neffke 2017, arXiv 1701.07336',
    options: NoiseCorrectedOptions,
    compute: ({ ids, graph }, { delta }) => {
      const { scores, deviations, ...links } = noiseCorrected(graph)
      return backboneOfLinks(ids, links, { score: scores, deviation: deviations }, Uint8Array.from(scores, (score, link) => Number(score > delta * deviations[link])))
    }
  })
]
