/** What the networks of runs say of pairs that were introduced: how far apart they were and are, and the network with and without their links. */
import { crossBorder } from '../analysis/borders/cross-border.ts'
import { components } from '../analysis/communities/components.ts'
import { areLinked } from '../brokerage/add-link.ts'
import { stepsFrom } from '../brokerage/steps-from.ts'
import { withoutLinks } from '../brokerage/without-links.ts'
import type { BrokerEffect } from '../contract/broker-effect.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { slotOf } from '../snapshot/slot-of.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { findOrganisation } from './find-in-run.ts'

type Pair = readonly [string, string]

/**
 * Figures before and after, and the links between the two of each pair, parallel to `pairs`. Before is the run `since`; where that is null, this run without the links between
 * `throughIntroductions`: pairs that have no link but those recorded with an introduction. Where two of them share a network, the link stays: it would be there anyway.
 */
export function compareNetworks (loaded: LoadedRun, since: LoadedRun | null, pairs: readonly Pair[], throughIntroductions: readonly Pair[]): Pick<BrokerEffect, 'before' | 'after' | 'linksTakenOut' | 'comparison'> & { stepsBefore: Array<number | null>, stepsAfter: Array<number | null> } {
  const { graph, sharedNetworks } = loaded.projection
  const taken = since !== null
    ? []
    : throughIntroductions.map(pair => nodesOf(loaded, pair)).filter(([a, b]) => a >= 0 && b >= 0 && areLinked(graph, a, b) && sharedNetworks[slotOf(graph, a, b)] === 0)
  const earlier = since ?? loaded
  const earlierGraph = since === null ? withoutLinks(graph, taken) : since.projection.graph
  return {
    comparison: since === null ? 'without-links' : 'two-runs',
    linksTakenOut: taken.length,
    before: figuresOf(earlier, earlierGraph),
    after: figuresOf(loaded, graph),
    stepsBefore: pairs.map(pair => stepsBetween(earlier, earlierGraph, pair)),
    stepsAfter: pairs.map(pair => stepsBetween(loaded, graph, pair))
  }
}

/** How many of the pairs are linked in the run, and how many by more than links of introductions alone; pairs that it does not hold are left out. */
export function countLinked (loaded: LoadedRun, pairs: readonly Pair[], isThroughIntroduction: (pair: Pair) => boolean): { pairs: number, linked: number, linkedOtherwise: number } {
  const { graph, sharedNetworks } = loaded.projection
  const held = pairs.map(pair => ({ pair, nodes: nodesOf(loaded, pair) })).filter(({ nodes: [a, b] }) => a >= 0 && b >= 0)
  const linked = held.filter(({ nodes }) => areLinked(graph, ...nodes))
  return { pairs: held.length, linked: linked.length, linkedOtherwise: linked.filter(({ pair, nodes }) => !isThroughIntroduction(pair) || sharedNetworks[slotOf(graph, ...nodes)] > 0).length }
}

const nodesOf = (loaded: LoadedRun, [a, b]: Pair): [number, number] => [findOrganisation(loaded, a), findOrganisation(loaded, b)]

function stepsBetween (loaded: LoadedRun, graph: Csr, pair: Pair): number | null {
  const [a, b] = nodesOf(loaded, pair)
  if (a < 0 || b < 0) return null
  const steps = stepsFrom(graph, a).steps[b]
  return steps < 0 ? null : steps
}

const figuresOf = ({ run, snapshot: { country } }: LoadedRun, graph: Csr): BrokerEffect['before'] =>
  ({ run: run.id, organisations: graph.n, crossBorderShare: crossBorder(graph, country.codes, country.values.length).share, components: components(graph).count })
