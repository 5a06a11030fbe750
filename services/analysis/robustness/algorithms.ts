/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, DIRECTED, UNDIRECTED, ofNodes, workFromSources } from '../algorithm.ts'
import type { Algorithm } from '../algorithm.ts'
import { degree } from '../centrality/degree.ts'
import { debtRank } from './debt-rank.ts'
import { byScore, removalCurve } from './removal-curve.ts'
import { supplierConcentration } from './supplier-concentration.ts'

export const ROBUSTNESS: Algorithm[] = [
  algorithm({
    name: 'supplierConcentration', family: 'robustness', title: 'Supplier concentration', says: 'Whether its purchases come from one supplier (1) or from many.',
    needs: DIRECTED, complexity: 'O(m)', reference: 'Hirschman 1964, Am. Econ. Rev. 54:761',
    options: z.object({}), compute: ({ graph }) => ofNodes({ supplierConcentration: supplierConcentration(graph) })
  }),
  algorithm({
    name: 'debtRank', family: 'robustness', title: 'Exposure to it', says: 'Share of recorded trade that is touched downstream if it stops.',
    needs: DIRECTED, complexity: 'O(nm)', reference: 'Battiston et al. 2012, Sci. Rep. 2:541',
    work: workFromSources,
    options: z.object({}), compute: ({ graph }, _options, context) => ofNodes({ debtRank: debtRank(graph, context) })
  }),
  algorithm({
    name: 'removalCurve', family: 'robustness', title: 'Targeted removal', says: 'How fast the largest connected part shrinks when those with most partners leave one after the other.',
    needs: UNDIRECTED, complexity: 'O(n log n + m)', reference: 'Schneider et al. 2011, PNAS 108:3838',
    options: z.object({}), compute: ({ graph }) => { const order = byScore(degree(graph)); const { largest, robustness } = removalCurve(graph, order); const left = new Float64Array(graph.n); order.forEach((v, q) => { left[v] = largest[q] }); return { nodes: { largestPartWhenGone: left }, metrics: { robustness } } }
  })
]
