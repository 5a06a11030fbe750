/**
 * The step that a search for communities is made of: to which neighbouring community a node would move, as things stand.
 *
 * Gain of joining c = weight to c - scale x what chance would give (search.ts), against that of staying; the node itself counts nowhere. The first of equals in the order
 * of the node's links wins, its own community before all. O(links of the node).
 */

/** One graph of the hierarchy that a search builds: nodes are parts of the level below. `inflow` is `volume` itself unless the graph is directed. */
export interface Level { n: number, offsets: Int32Array, targets: Int32Array, weights: Float64Array, volume: Float64Array, inflow: Float64Array }
/** Volume and inflow of each community; one array unless the graph is directed. */
export interface Totals { volume: Float64Array, inflow: Float64Array }

/** Gains smaller than this are rounding, not improvement. */
export const GAIN_MIN = 1e-12

/** Room for the sums of the inner loops, made once: sized for the lowest level. `sums` is 0 between uses. */
export interface Room { sums: Float64Array, touched: Int32Array }

/** The community a node would join, its own if none is better, and the weights from the node to both. */
export interface Proposal { best: number, toBest: number, toOwn: number }

/** `proposal`: where the answer is put. */
export function propose ({ offsets, targets, weights, volume, inflow }: Level, communities: Int32Array, totals: Totals, scale: number, { sums, touched }: Room, v: number, proposal: Proposal): void {
  const directed = inflow !== volume
  const own = communities[v]
  let seen = 0
  for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
    const c = communities[targets[slot]]
    if (sums[c] === 0) touched[seen++] = c
    sums[c] += weights[slot]
  }
  const cost = scale * volume[v]
  const costIn = directed ? scale * inflow[v] : 0
  proposal.best = own
  proposal.toOwn = sums[own]
  proposal.toBest = sums[own]
  let gain = sums[own] - (directed ? cost * (totals.inflow[own] - inflow[v]) + costIn * (totals.volume[own] - volume[v]) : cost * (totals.volume[own] - volume[v]))
  for (let t = 0; t < seen; t++) {
    const c = touched[t]
    const candidate = sums[c] - (directed ? cost * totals.inflow[c] + costIn * totals.volume[c] : cost * totals.volume[c])
    if (c !== own && candidate > gain + GAIN_MIN) {
      gain = candidate
      proposal.best = c
      proposal.toBest = sums[c]
    }
    sums[c] = 0
  }
}
