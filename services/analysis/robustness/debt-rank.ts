/**
 * Exposure (DebtRank): the share of recorded trade that is touched downstream if an organisation stops.
 *
 * A buyer takes over from each stopped or stressed seller the share of its purchases that comes from there; every organisation hands stress on once. Value of
 * an organisation: its share of all sales; its own is not counted. 0: nobody buys from it, or nobody who sells. On recorded links only. O(m) for each.
 * Source: Battiston et al. 2012, Sci. Rep. 2:541, with links seller -> buyer. Tested on reference values of an independent implementation.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'

export function debtRank ({ n, offsets, targets, weights }: Csr, context: Context = UNWATCHED): Float64Array {
  const purchases = new Float64Array(n)
  const value = new Float64Array(n)
  let sales = 0
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      purchases[targets[slot]] += weights[slot]
      value[v] += weights[slot]
      sales += weights[slot]
    }
  }
  const result = new Float64Array(n)
  const stress = new Float64Array(n)
  const reached = new Uint8Array(n)
  const increase = new Float64Array(n)
  for (let start = 0; start < n; start++) {
    if ((start & 0xff) === 0) {
      context.check()
      context.progress(start / n)
    }
    stress[start] = 1
    reached[start] = 1
    const touched = [start]
    for (let wave = [start]; wave.length > 0;) {
      const next: number[] = []
      for (const v of wave) {
        for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
          const w = targets[slot]
          increase[w] += weights[slot] / purchases[w] * stress[v]
          if (reached[w] === 1) continue
          reached[w] = 1
          next.push(w)
          touched.push(w)
        }
      }
      for (const v of touched) {
        stress[v] = Math.min(1, stress[v] + increase[v])
        increase[v] = 0
      }
      wave = next
    }
    for (const v of touched) {
      if (v !== start) result[start] += stress[v] * value[v] / sales
      stress[v] = reached[v] = 0
    }
  }
  return result
}
