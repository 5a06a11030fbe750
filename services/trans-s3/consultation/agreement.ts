/**
 * Agreement on an ordered scale: 1, all at one point; 0, spread evenly over the scale; -1, half at each end.
 *
 * The counts are cut into layers, each as high as the least that is left and as wide as the points that have any left. A layer is a row of ones and zeros; with S ones among K points,
 * A = U (1 - (S - 1) / (K - 1)), U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU)), TU the triples 110 and 011, TDU the triples 101, in order and not side by side only; U = 1 where there
 * is none of either. A is the mean of the layers by what they hold. null: nothing counted. K at least 3. O(K^4).
 * Source: van der Eijk 2001, Quality & Quantity 35:325. Tested on the example of the R package agrmt.
 */
export function agreement (counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const left = [...counts]
  let sum = 0
  while (left.some(count => count > 0)) {
    const row = left.map(count => Number(count > 0))
    const high = Math.min(...left.filter(count => count > 0))
    const wide = row.reduce((ones, one) => ones + one, 0)
    sum += agreementOf(row, wide) * high * wide / total
    row.forEach((one, k) => { left[k] -= one * high })
  }
  return sum
}

function agreementOf (row: readonly number[], wide: number): number {
  const points = row.length
  let [apart, together] = [0, 0]
  for (let i = 0; i < points; i++) {
    for (let j = i + 1; j < points; j++) {
      for (let k = j + 1; k < points; k++) {
        if (row[i] + row[j] + row[k] !== 2) continue
        if (row[j] === 0) apart++
        else together++
      }
    }
  }
  const unimodality = apart + together === 0 ? 1 : ((points - 2) * together - (points - 1) * apart) / ((points - 2) * (apart + together))
  return unimodality * (1 - (wide - 1) / (points - 1))
}
