/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, GROUPS, GROUPS_UNDIRECTED, ofNodes } from '../algorithm.ts'
import type { Algorithm, Measured, MeasureInput } from '../algorithm.ts'
import { EXPECTED_LINKS_MIN } from '../../contract/cluster.ts'
import type { Context } from '../context.ts'
import { shuffleOptions } from '../statistics/dealt-groups.ts'
import { undirected } from '../undirected.ts'
import { workOfShuffles } from '../work.ts'
import { unweighted } from '../unweighted.ts'
import { assortativity } from './assortativity.ts'
import { borderChance } from './border-chance.ts'
import { crossBorder, crossBorderShares } from './cross-border.ts'
import { groupPairs } from './group-pairs.ts'
import { inbreedingHomophily } from './inbreeding-homophily.ts'
import { partnerDiversity } from './partner-diversity.ts'

const BorderOptions = z.object({ weighted: z.boolean().default(true).describe('weights count; otherwise every link counts 1'), ...shuffleOptions })
type BorderOptions = z.infer<typeof BorderOptions>
const PairOptions = z.object({ expectedMin: z.number().min(0).default(EXPECTED_LINKS_MIN).describe('pairs that expect fewer links are not judged'), ...shuffleOptions })

export const BORDERS: Algorithm[] = [
  algorithm({
    name: 'crossBorderShare', family: 'borders', title: 'Work across a border', says: 'Share of its work that crosses a border.',
    needs: GROUPS, complexity: 'O(shuffles m)', reference: 'share of strength',
    work: workOfShuffles,
    options: BorderOptions, compute: crossBorderShare
  }),
  algorithm({
    name: 'eiIndex', family: 'borders', title: 'E-I index', says: 'From -1, only domestic links, to +1, only foreign links.',
    needs: GROUPS, complexity: 'O(shuffles m)', reference: 'Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123',
    work: workOfShuffles,
    options: BorderOptions, compute: eiIndex
  }),
  algorithm({
    name: 'groupPairs', family: 'borders', title: 'Links between countries', says: 'Between which countries there are more or fewer links than their volumes of links predict.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(shuffles (m + groups^2))', reference: 'expectation as in Newman & Girvan 2004, Phys. Rev. E 69:026113',
    work: workOfShuffles,
    options: PairOptions, compute: groupPairsTable
  }),
  algorithm({
    name: 'inbreedingHomophily', family: 'borders', title: 'Keeping to its own', says: 'Whether the members of a group deal with each other more than its size alone would give.',
    needs: GROUPS, complexity: 'O(m)', reference: 'Coleman 1958, Human Organization 17:28',
    options: z.object({ weighted: BorderOptions.shape.weighted }), compute: inbreedingTable
  }),
  algorithm({
    name: 'assortativity', family: 'borders', title: 'Keeping to its group', says: 'Whether links stay within groups (1), as chance would have it (0), or avoid them.',
    needs: GROUPS, complexity: 'O(m)', reference: 'Newman 2003, Phys. Rev. E 67:026126',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => ({ nodes: {}, metrics: { assortativity: assortativity(graph, groups, groupNames.length) } })
  }),
  algorithm({
    name: 'partnerDiversity', family: 'borders', title: 'Diversity of partners', says: 'Over how many countries its partners are spread: 2.0 means as varied as two equal countries.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'Hill 1973, Ecology 54:427',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => ofNodes(partnerDiversity(graph, groups, groupNames.length))
  }),
  algorithm({
    name: 'clusterInsideShare', family: 'borders', title: 'Work inside its cluster', says: 'Share of its work that stays in its own cluster.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'share of strength',
    options: z.object({}), compute: ({ graph, groups }) => ofNodes({ clusterInsideShare: crossBorderShares(graph, groups).map(outside => 1 - outside) })
  })
]

const nullUnlessDefined = (value: number): number | null => Number.isNaN(value) ? null : value

function crossBorderShare ({ graph, groups, groupNames, seed }: MeasureInput, { weighted, shuffles }: BorderOptions, context: Context): Measured {
  const used = weighted ? graph : unweighted(graph)
  const { share, expected, ratio } = crossBorder(used, groups, groupNames.length)
  const { mean, deviation, pLess, pMore, p } = borderChance(used, groups, groupNames.length, { shuffles, seed }, context).network.chance
  return {
    nodes: { crossBorderShare: crossBorderShares(undirected(used), groups) },
    metrics: {
      crossBorderShare: share, crossBorderShareExpected: expected, crossBorderRatio: ratio, shuffledMean: nullUnlessDefined(mean), shuffledDeviation: nullUnlessDefined(deviation),
      pLess: nullUnlessDefined(pLess), pMore: nullUnlessDefined(pMore), p: nullUnlessDefined(p)
    }
  }
}

function eiIndex ({ graph, groups, groupNames, seed }: MeasureInput, { weighted, shuffles }: BorderOptions, context: Context): Measured {
  const used = weighted ? graph : unweighted(graph)
  const { network, groups: rows } = borderChance(used, groups, groupNames.length, { shuffles, seed }, context)
  return {
    nodes: { eiIndex: crossBorderShares(undirected(used), groups).map(share => 2 * share - 1) },
    metrics: {
      eiIndex: nullUnlessDefined(2 * network.share - 1), shuffledMean: nullUnlessDefined(2 * network.chance.mean - 1), shuffledDeviation: nullUnlessDefined(2 * network.chance.deviation),
      pLess: nullUnlessDefined(network.chance.pLess), pMore: nullUnlessDefined(network.chance.pMore)
    },
    tables: {
      groups: {
        group: groupNames, internal: rows.map(row => row.internal), external: rows.map(row => row.external), eiIndex: rows.map(row => 2 * row.share - 1), shuffledMean: rows.map(row => 2 * row.chance.mean - 1),
        shuffledDeviation: rows.map(row => 2 * row.chance.deviation), pLess: rows.map(row => row.chance.pLess), pMore: rows.map(row => row.chance.pMore)
      }
    }
  }
}

function groupPairsTable ({ graph, groups, groupNames, seed }: MeasureInput, options: z.infer<typeof PairOptions>, context: Context): Measured {
  const pairs = groupPairs(graph, groups, groupNames.length, { ...options, seed }, context)
  const judged = pairs.filter(({ lift }) => !Number.isNaN(lift))
  return {
    nodes: {},
    metrics: { pairs: pairs.length, pairsJudged: judged.length },
    tables: {
      pairs: {
        a: pairs.map(({ a }) => groupNames[a]), b: pairs.map(({ b }) => groupNames[b]), observed: pairs.map(({ observed }) => observed), expected: pairs.map(({ expected }) => expected),
        lift: pairs.map(({ lift }) => lift), p: pairs.map(({ p }) => p), q: pairs.map(({ q }) => q)
      }
    }
  }
}

function inbreedingTable ({ graph, groups, groupNames }: MeasureInput, { weighted }: { weighted: boolean }): Measured {
  const rows = inbreedingHomophily(weighted ? graph : unweighted(graph), groups, groupNames.length)
  return {
    nodes: {},
    metrics: { groups: rows.length },
    tables: { groups: { group: groupNames, members: rows.map(({ members }) => members), insideShare: rows.map(({ insideShare }) => insideShare), sizeShare: rows.map(({ sizeShare }) => sizeShare), homophily: rows.map(({ homophily }) => homophily) } }
  }
}
