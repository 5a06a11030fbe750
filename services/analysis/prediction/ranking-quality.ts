/**
 * How well scores put hidden links before pairs that are not linked.
 *
 * auc: chance that a hidden link scores above a pair that is not linked, equals counting half (0.5: no better than chance). averagePrecision: sum over
 * distinct scores, falling, of (recall gained) x precision there; by chance it is the share of hidden links, and with few of them it says more than auc.
 * precisionAt: share of hidden links among the first k; of scores equal at the cut, the share that a random order would give. NaN without
 * hidden links or without other pairs. Scores are in single precision, so that equal sums taken in another order stay equal. O(pairs log pairs).
 *
 * Sources: Hanley & McNeil 1982, Radiology 143:29 (auc); Yang, Lichtenwalter & Chawla 2015, Knowl. Inf. Syst. 45:751 (why not auc alone);
 * McSherry & Najork 2008, ECIR (ties). Tested against numpy with the formulas of scikit-learn, and by averaging over random orders.
 */
export interface RankingQuality { auc: number, averagePrecision: number, precisionAt: number }

export function rankingQuality (scores: Float32Array, hidden: Uint8Array, k: number): RankingQuality {
  const order = Int32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a])
  const links = hidden.reduce((sum, flag) => sum + flag, 0)
  const others = scores.length - links
  if (links === 0 || others === 0) return { auc: NaN, averagePrecision: NaN, precisionAt: NaN }
  const cut = Math.min(k, scores.length)
  let [above, aboveLinks, wins, averagePrecision, first] = [0, 0, 0, 0, 0]
  while (above < order.length) {
    let [end, tied] = [above, 0]
    for (; end < order.length && scores[order[end]] === scores[order[above]]; end++) tied += hidden[order[end]]
    const size = end - above
    if (above < cut) first += tied * Math.min(1, (cut - above) / size)
    wins += (aboveLinks + tied / 2) * (size - tied)
    aboveLinks += tied
    above = end
    averagePrecision += tied / links * aboveLinks / above
  }
  return { auc: wins / (links * others), averagePrecision, precisionAt: first / cut }
}
