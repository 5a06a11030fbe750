/**
 * Share of all sales that is lost within recorded links if firms lose production (ESRI): both what their buyers can no longer make, and what their suppliers can no longer sell.
 *
 * hd, hu: production left by what comes from above and what goes below; psi = 1 - shock. Both are applied at once, till nothing moves by more than `tolerance`:
 * hd_j = min(psi_j, min over essential sectors q of 1 - sum_{i in q} sigma_i L_ij (1 - hd_i), 1 - sum over other sectors of sigma_i L_ij (1 - hd_i)); hu_i = min(psi_i, 1 - sum_j W_ij / out_i (1 - hu_j)),
 * at least 0. L_ij = W_ij / all that j buys of i's sector if that is essential to j, W_ij / all that j buys if not, nothing if negligible; sigma_i = min(1, out_i / production left in its sector): how little others of
 * the sector can step in. ESRI = sum w_j (1 - min(hd_j, hu_j)) / sum w, w = out-strength unless given.
 *
 * WITHIN RECORDED LINKS: missing links make it too small or too great, so it must never be the headline on partial data; DebtRank is (services/analysis/robustness).
 * Complexity: O(links) a round. Tested against the authors' example. Source: Diem, Borsos, Reisch, Kertesz and Thurner (2022), Scientific Reports 12:7719.
 */
import { MeasureError } from '../../analysis/measure-error.ts'
import type { Csr } from '../../snapshot/snapshot.ts'

/** What an input is to its buyer: without it nothing is made, less is made, or it does not matter. */
export type Need = 'essential' | 'other' | 'negligible'

/** Rounds; each hands a loss on by one link, and losses can only grow. */
export const ESRI_ROUNDS_MAX = 10_000

export interface SystemicRisk { downstream: Float64Array, upstream: Float64Array, share: number }

/** `shock`: production lost at first by firm, 0 to 1; `need` by sector of the supplier and of the buyer. */
export function firmSystemicRisk (sales: Csr, sector: readonly number[], need: (supplier: number, buyer: number) => Need, shock: Float64Array, tolerance = 1e-2, weights?: Float64Array): SystemicRisk {
  const { n, offsets, targets, weights: amounts } = sales
  const out = new Float64Array(n)
  const bought = new Float64Array(n)
  const boughtOf = Array.from({ length: n }, () => new Map<number, number>())
  for (let i = 0; i < n; i++) {
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
      const j = targets[slot]
      out[i] += amounts[slot]
      bought[j] += amounts[slot]
      boughtOf[j].set(sector[i], (boughtOf[j].get(sector[i]) ?? 0) + amounts[slot])
    }
  }
  const left = shock.map(lost => 1 - lost)
  let downstream = new Float64Array(n).fill(1)
  let upstream = new Float64Array(n).fill(1)
  for (let round = 0; round < ESRI_ROUNDS_MAX; round++) {
    const ofSector = new Map<number, number>()
    for (let i = 0; i < n; i++) ofSector.set(sector[i], (ofSector.get(sector[i]) ?? 0) + out[i] * downstream[i])
    const missing = Array.from({ length: n }, () => new Map<number, number>())
    const missingOther = new Float64Array(n)
    const nextUp = left.slice()
    for (let i = 0; i < n; i++) {
      const remaining = ofSector.get(sector[i]) as number
      const lost = (remaining <= out[i] ? 1 : out[i] / remaining) * (1 - downstream[i])
      let unsold = 0
      for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
        const j = targets[slot]
        unsold += amounts[slot] / out[i] * (1 - upstream[j])
        const kind = need(sector[i], sector[j])
        if (kind === 'essential') missing[j].set(sector[i], (missing[j].get(sector[i]) ?? 0) + lost * amounts[slot] / (boughtOf[j].get(sector[i]) as number))
        if (kind === 'other') missingOther[j] += lost * amounts[slot] / bought[j]
      }
      nextUp[i] = Math.max(0, Math.min(left[i], 1 - unsold))
    }
    const nextDown = left.map((value, j) => Math.max(0, Math.min(value, 1 - missingOther[j], ...Array.from(missing[j].values(), lost => 1 - lost))))
    const moved = nextDown.reduce((most, value, i) => Math.max(most, Math.abs(value - downstream[i]), Math.abs(nextUp[i] - upstream[i])), 0)
    downstream = nextDown
    upstream = nextUp
    if (moved > tolerance) continue
    const weight = weights ?? out
    const total = weight.reduce((sum, value) => sum + value, 0)
    return { downstream, upstream, share: weight.reduce((sum, value, j) => sum + value * (1 - Math.min(downstream[j], upstream[j])), 0) / total }
  }
  throw new MeasureError(`losses still move by more than ${tolerance} after ${ESRI_ROUNDS_MAX} rounds: take a greater tolerance.`)
}
