/** The network of a table: a directed link for what each node gives to each other, thinned by a stated rule, and what that leaves out. */
import type { Context } from '../../analysis/context.ts'
import { MeasureError } from '../../analysis/measure-error.ts'
import type { NetworkOptions, NetworkReport } from '../../contract/value-added-network.ts'
import { buildCsr, emptyLinkList } from '../../snapshot/build-csr.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import type { System } from '../system.ts'
import { backbone } from './backbone.ts'
import type { EachLink } from './backbone.ts'
import { linkAmounts } from './link-amounts.ts'

/** Links of a network at most. The usual backbone keeps a ninth of the links of WIOD 2011; of the 12 million of OECD's tables that would be 1.3 million. */
export const NETWORK_LINKS_MAX = 2_000_000

/** Nodes in the order of the table: its countries, or its country-sectors. */
export interface ValueAddedNetwork {
  /** Directed: from who gives to who takes, in the unit of the table. */
  links: Csr
  /** What each node gives to itself, kept out of the links. */
  own: Float64Array
  report: NetworkReport
}

/** Throws MeasureError where the rule keeps more than NETWORK_LINKS_MAX links. Complexity: the inverse, unless links are sales, and three looks at each pair. */
export function valueAddedNetwork (system: System, options: NetworkOptions, context: Context): ValueAddedNetwork {
  const { n, nodesOfCountry, amount } = linkAmounts(system, options)
  const isHome = (i: number, j: number): boolean => Math.floor(i / nodesOfCountry) === Math.floor(j / nodesOfCountry)
  const counts = (i: number, j: number): boolean => i !== j && (options.domestic || !isHome(i, j))
  const eachLink: EachLink = look => {
    for (let i = 0; i < n; i++) {
      context.check()
      for (let j = 0; j < n; j++) {
        if (!counts(i, j)) continue
        const value = amount(i, j)
        if (value > 0) look(i, j, value)
      }
    }
  }
  const isKept = backbone(options.backbone, n, eachLink)
  const kept = emptyLinkList()
  const report: NetworkReport = { links: { found: 0, kept: 0 }, amount: { found: 0, kept: 0 }, ownAmount: 0, domesticAmount: 0, negative: { links: 0, amount: 0 }, nodesWithoutLink: 0 }
  const linked = new Uint8Array(n)
  eachLink((i, j, value) => {
    report.links.found++
    report.amount.found += value
    if (!isKept(i, j, value)) return
    if (report.links.kept === NETWORK_LINKS_MAX) throw new MeasureError(`the rule of the backbone keeps more than ${NETWORK_LINKS_MAX} links; choose a lower alpha or a smaller share.`)
    report.links.kept++
    report.amount.kept += value
    linked[i] = linked[j] = 1
    kept.sources.push(i)
    kept.targets.push(j)
    kept.weights.push(value)
  })
  addLeftOut(report, n, amount, counts)
  report.nodesWithoutLink = linked.reduce((count, is) => count + 1 - is, 0)
  const own = Float64Array.from({ length: n }, (_, i) => amount(i, i))
  return { links: buildCsr(n, kept, true).graph, own, report }
}

function addLeftOut (report: NetworkReport, n: number, amount: (i: number, j: number) => number, counts: (i: number, j: number) => boolean): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = amount(i, j)
      if (i === j) report.ownAmount += value
      else if (!counts(i, j)) report.domesticAmount += value
      else if (value < 0) {
        report.negative.links++
        report.negative.amount += value
      }
    }
  }
}
