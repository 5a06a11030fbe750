/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, DIRECTED, UNDIRECTED, ofNodes, workFromSources } from '../algorithm.ts'
import type { Algorithm } from '../algorithm.ts'
import { debtRank } from './debt-rank.ts'
import { removalCurve } from './removal-curve.ts'
import { removalOrder, RemovalOptions } from './removal-order.ts'
import { soleSuppliers } from './sole-suppliers.ts'
import { groupConcentration, isConcentrated, supplierConcentration } from './supplier-concentration.ts'

export const ROBUSTNESS: Algorithm[] = [
  algorithm({
    name: 'supplierConcentration', family: 'robustness', title: 'Supplier concentration', says: 'Whether its purchases come from one supplier (1) or from many; given groups, also from one group.',
    needs: DIRECTED, complexity: 'O(m)', reference: 'Hirschman 1964, Am. Econ. Rev. 54:761',
    options: z.object({}),
    compute: ({ graph, groups, groupNames }) => {
      const bySupplier = supplierConcentration(graph)
      const nodes = { supplierConcentration: bySupplier, concentrated: isConcentrated(bySupplier) }
      if (groupNames.length === 0) return ofNodes(nodes)
      const byGroup = groupConcentration(graph, groups, groupNames.length)
      return ofNodes({ ...nodes, groupConcentration: byGroup, groupConcentrated: isConcentrated(byGroup) })
    }
  }),
  algorithm({
    name: 'soleSuppliers', family: 'robustness', title: 'Sole suppliers', says: 'Who has only one recorded supplier, and how many depend on a supplier alone.',
    needs: DIRECTED, complexity: 'O(n + m)', reference: 'count of recorded suppliers',
    options: z.object({}),
    compute: ({ ids, graph }) => {
      const { recorded, supplier, dependants } = soleSuppliers(graph)
      const buyers = Array.from(supplier.keys()).filter(v => supplier[v] >= 0)
      return {
        nodes: { recordedSuppliers: recorded, hasSoleSupplier: Float64Array.from(supplier, (sole, v) => recorded[v] === 0 ? NaN : Number(sole >= 0)), dependants },
        metrics: { buyers: recorded.reduce((sum, count) => sum + Number(count > 0), 0), buyersWithSoleSupplier: buyers.length },
        tables: { soleSuppliers: { buyer: buyers.map(v => ids[v]), supplier: buyers.map(v => ids[supplier[v]]) } }
      }
    }
  }),
  algorithm({
    name: 'debtRank', family: 'robustness', title: 'Exposure to it', says: 'Share of recorded trade that is touched downstream if it stops.',
    needs: DIRECTED, complexity: 'O(nm)', reference: 'Battiston et al. 2012, Sci. Rep. 2:541',
    work: workFromSources,
    options: z.object({}), compute: ({ graph }, _options, context) => ofNodes({ debtRank: debtRank(graph, context) })
  }),
  algorithm({
    name: 'removalCurve', family: 'robustness', title: 'Removal one after the other', says: 'How fast the largest connected part shrinks when organisations leave one after the other.',
    needs: UNDIRECTED, complexity: 'O(n log n + m); by betweenness O(nm)', reference: 'Schneider et al. 2011, PNAS 108:3838',
    work: (size, { order }: z.infer<typeof RemovalOptions>) => order === 'betweenness' ? workFromSources(size) : size.n + 2 * size.m,
    options: RemovalOptions,
    compute: ({ ids, graph, seed }, options, context) => {
      const order = removalOrder(graph, options, seed, context)
      const { largest, robustness } = removalCurve(graph, order)
      const whenGone = new Float64Array(graph.n)
      order.forEach((v, q) => { whenGone[v] = largest[q] })
      return { nodes: { largestPartWhenGone: whenGone }, metrics: { robustness }, tables: { curve: { gone: largest.map((_, q) => q + 1), organisation: Array.from(order, v => ids[v]), largestPart: largest } } }
    }
  })
]
