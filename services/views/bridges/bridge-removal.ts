/** What would change between two sides, and in the network, if a bridge left it. */
import { partsWithout } from '../../brokerage/parts-without.ts'
import { routesWithout } from '../../brokerage/routes-without.ts'
import type { BridgeRemoval } from '../../contract/bridge.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { bridgeIndex } from './bridge-reasons.ts'
import type { ResolvedPair } from './resolve-pair.ts'

export function removeBridge (loaded: LoadedRun, pair: ResolvedPair, id: string): BridgeRemoval {
  const one = bridgeIndex(loaded, pair, id)
  const { graph } = loaded.projection
  const { before, after, sources, sourcesTotal, pairs, apartBefore, apartAfter, lengthened } = routesWithout(graph, pair.sides, one)
  const { links, strength, total } = pair.across
  const whole = graph.weights.reduce((sum, weight) => sum + weight, 0) / 2
  return {
    organisation: id, run: loaded.run.id, pairs, sources, sourcesTotal,
    lengths: Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({ length: i + 1, before: before[i] ?? 0, after: after[i] ?? 0 })),
    apart: { before: apartBefore, after: apartAfter },
    lengthened,
    meanLength: { before: meanOf(before), after: meanOf(after) },
    strength: { before: whole, after: whole - loaded.scores.strength[one] },
    strengthAcross: { before: total.strength, after: links[one] === total.links ? 0 : total.strength - strength[one] },
    parts: partsWithout(graph, one)
  }
}

/** Null where no pair has a route. */
function meanOf (lengths: number[]): number | null {
  const pairs = lengths.reduce((sum, count) => sum + count, 0)
  return pairs === 0 ? null : lengths.reduce((sum, count, i) => sum + count * (i + 1), 0) / pairs
}
