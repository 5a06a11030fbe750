/**
 * Bridge score v1: a shortlist mark, 0 to 100, for organisations that connect countries and lie on the way between them.
 *
 * 100 sqrt( pct(betweenness across countries) * pct(country participation) ); pct = (midrank - 1/2) / number of linked
 * organisations. 0 if either measure is 0; undefined (NaN) for isolates. There is no validated universal bridge score:
 * both parts are always shown beside it. O(n log n).
 * Source: this project's definition; reference values from an independent implementation.
 */

export interface BridgeScore { scores: Float64Array, /** Percentiles of the two parts, 0 to 1; NaN for isolates. */ across: Float64Array, spread: Float64Array }

export function bridgeScoreParts (betweennessAcross: Float64Array, participation: Float64Array): BridgeScore {
  const linked = Array.from(participation.keys()).filter(v => !Number.isNaN(participation[v]))
  const across = percentiles(betweennessAcross, linked)
  const spread = percentiles(participation, linked)
  const scores = new Float64Array(participation.length).fill(NaN)
  for (const v of linked) {
    scores[v] = betweennessAcross[v] === 0 || participation[v] === 0 ? 0 : 100 * Math.sqrt(across[v] * spread[v])
  }
  return { scores, across, spread }
}

export const bridgeScore = (betweennessAcross: Float64Array, participation: Float64Array): Float64Array => bridgeScoreParts(betweennessAcross, participation).scores

/**
 * Digits in which values are compared: sums of the same numbers taken in another order, or in another unit, differ by a few parts in 1e16 for each of some hundreds of terms.
 * Values that differ by less are the same.
 */
const DIGITS_COMPARED = 12

const comparable = (value: number): number => Number(value.toPrecision(DIGITS_COMPARED))

/** (midrank - 1/2) / count among `nodes`; values equal to DIGITS_COMPARED digits share their mean rank. */
export function percentiles (values: Float64Array, nodes: number[]): Float64Array {
  const result = new Float64Array(values.length).fill(NaN)
  const compared = values.map(comparable)
  const order = [...nodes].sort((a, b) => compared[a] - compared[b])
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && compared[order[end]] === compared[order[start]]) end++
    const midrank = (start + 1 + end) / 2
    for (let at = start; at < end; at++) result[order[at]] = (midrank - 0.5) / order.length
  }
  return result
}
