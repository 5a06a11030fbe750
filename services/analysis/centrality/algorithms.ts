/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, DIRECTED, GROUPS, NETWORK, ofNodes, workFromSources } from '../algorithm.ts'
import type { Algorithm } from '../algorithm.ts'
import { acrossGroups } from './across-groups.ts'
import { betweenness, BetweennessOptions, betweennessScale } from './betweenness.ts'
import { betweennessSampled, BetweennessSampledOptions, workOfSamples } from './betweenness-sampled.ts'
import { closeness } from './closeness.ts'
import { coreness } from './coreness.ts'
import { degree, strength } from './degree.ts'
import { eigenvector, EigenvectorOptions } from './eigenvector.ts'
import { harmonicCloseness, HarmonicOptions, SEARCHES_AT_ONCE } from './harmonic.ts'
import { hits } from './hits.ts'
import { katz, KatzOptions } from './katz.ts'
import { iterationsOf, pagerank, PagerankOptions, startWeights } from './pagerank.ts'
import { workOfIterations } from '../work.ts'

export const CENTRALITY: Algorithm[] = [
  algorithm({
    name: 'degree', family: 'centrality', title: 'Partners', says: 'How many partners it has.',
    needs: NETWORK, complexity: 'O(n)', reference: 'Freeman 1979, Soc. Networks 1:215',
    options: z.object({}), compute: ({ graph }) => ofNodes({ degree: degree(graph) })
  }),
  algorithm({
    name: 'strength', family: 'centrality', title: 'Work', says: 'How much passes between it and its partners: shared projects, each weighted by 1 over its other members.',
    needs: NETWORK, complexity: 'O(m)', reference: 'Newman 2001, Phys. Rev. E 64:016132',
    options: z.object({}), compute: ({ graph }) => ofNodes({ strength: strength(graph) })
  }),
  algorithm({
    name: 'pagerank', family: 'centrality', title: 'PageRank', says: 'How much of a walk that follows links at random is spent here.',
    needs: NETWORK, complexity: 'O(m) an iteration', reference: 'Page et al. 1999',
    work: (size, options: z.infer<typeof PagerankOptions>) => workOfIterations(size, iterationsOf(options)),
    options: PagerankOptions, namesOrganisations: ['start'], compute: ({ ids, graph }, options, context) => ofNodes({ pagerank: pagerank(graph, options, context, startWeights(ids, options.start)) })
  }),
  algorithm({
    name: 'betweenness', family: 'centrality', title: 'Betweenness', says: 'How often it lies on the shortest route between two other organisations.',
    needs: NETWORK, complexity: 'O(nm + n^2 log n)', reference: 'Brandes 2001, J. Math. Sociol. 25:163',
    work: workFromSources,
    options: BetweennessOptions,
    compute: ({ graph, seed }, options, context) => {
      const { plain } = betweenness(graph, new Int32Array(graph.n), options, seed, context)
      return ofNodes({ betweenness: plain.map(sum => sum * betweennessScale(graph)), raw: plain })
    }
  }),
  algorithm({
    name: 'betweennessSampled', family: 'centrality', title: 'Betweenness, estimated', says: 'An estimate, with its margin, of how often it lies on the shortest route between two other organisations.',
    needs: NETWORK, complexity: 'O(samples * sqrt(m))', reference: 'Borassi & Natale 2019, J. Exp. Algorithmics 24:1.2',
    work: workOfSamples,
    options: BetweennessSampledOptions, compute: ({ graph, seed }, options, context) => betweennessSampled(graph, options, seed, context)
  }),
  algorithm({
    name: 'crossBorderBetweenness', family: 'centrality', title: 'Betweenness across borders', says: 'How often it lies on the shortest route between organisations in different countries.',
    needs: GROUPS, complexity: 'O(nm + n^2 log n)', reference: 'Flom et al. 2004; Guns & Rousseau 2015, doi 10.1631/FITEE.1400425',
    work: workFromSources,
    options: BetweennessOptions, compute: (input, options, context) => ofNodes({ crossBorderBetweenness: acrossGroups(input, options, context) })
  }),
  algorithm({
    name: 'harmonicCloseness', family: 'centrality', title: 'Harmonic closeness', says: 'How near the others are to it; those that cannot reach it count nothing.',
    needs: NETWORK, complexity: 'O(n m / 256); weighted O(nm + n^2 log n)', reference: 'Marchiori & Latora 2000, Physica A 285:539',
    work: (size, { weighted }) => workFromSources(size) / (weighted ? 1 : SEARCHES_AT_ONCE),
    options: HarmonicOptions, compute: ({ graph }, options, context) => ofNodes({ harmonicCloseness: harmonicCloseness(graph, context, options) })
  }),
  algorithm({
    name: 'closeness', family: 'centrality', title: 'Closeness (Wasserman and Faust)', says: 'How near the others are to it, those out of reach lowering it.',
    needs: NETWORK, complexity: 'O(nm)', reference: 'Wasserman & Faust 1994, Social Network Analysis, 5.3',
    work: workFromSources,
    options: z.object({}), compute: ({ graph }, _options, context) => ofNodes({ closeness: closeness(graph, context) })
  }),
  algorithm({
    name: 'coreness', family: 'centrality', title: 'Core', says: 'How deep it sits in the dense middle of the network.',
    needs: NETWORK, complexity: 'O(n + m)', reference: 'Seidman 1983, Soc. Networks 5:269',
    options: z.object({}), compute: ({ graph }) => ofNodes({ coreness: coreness(graph) })
  }),
  algorithm({
    name: 'eigenvector', family: 'centrality', title: 'Eigenvector centrality', says: 'It matters as much as those that deal with it.',
    needs: NETWORK, complexity: 'O(m) an iteration', reference: 'Bonacich 1972, J. Math. Sociol. 2:113',
    work: (size, { iterationsMax }: EigenvectorOptions) => workOfIterations(size, iterationsMax),
    options: EigenvectorOptions, compute: ({ graph }, options, context) => ofNodes({ eigenvector: eigenvector(graph, options, context) })
  }),
  algorithm({
    name: 'katz', family: 'centrality', title: 'Katz centrality', says: 'How many walks end at it, each step counting less.',
    needs: NETWORK, complexity: 'O(m) an iteration', reference: 'Katz 1953, Psychometrika 18:39',
    work: (size, { iterationsMax, attenuation }: KatzOptions) => workOfIterations(size, (attenuation === undefined ? 2 : 1) * iterationsMax),
    options: KatzOptions, compute: ({ graph }, options, context) => ofNodes({ katz: katz(graph, options, context) })
  }),
  algorithm({
    name: 'hits', family: 'centrality', title: 'Hubs and authorities', says: 'A hub sells to important buyers, an authority buys from important sellers.',
    needs: DIRECTED, complexity: 'O(m) an iteration', reference: 'Kleinberg 1999, J. ACM 46:604',
    work: (size, { iterationsMax }: EigenvectorOptions) => workOfIterations(size, 2 * iterationsMax),
    options: EigenvectorOptions, compute: ({ graph }, options, context) => ofNodes({ ...hits(graph, options, context) })
  })
]
