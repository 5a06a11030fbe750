/** How many leading letters may raise the similarity, and by how much each: the values of Winkler 1990. */
const PREFIX_MAX = 4
const PREFIX_WEIGHT = 0.1

/**
 * How alike two words are spelled, from 0 (no letter in common) to 1 (the same), slips at the end counting less than those at the beginning.
 *
 * Jaro: (m/|a| + m/|b| + (m - t)/m) / 3 with m letters that agree within half the longer word's length and t half the number of those that stand
 * in another order; Winkler adds 0.1 of what is missing to 1 for each of up to four leading letters in common. Symmetric. O(|a| |b|).
 * Winkler 1990, Proc. Sect. Surv. Res. Methods ASA, 354-359.
 */
export function jaroWinkler (a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const usedB = new Uint8Array(b.length)
  const matchedA: number[] = []
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (usedB[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue
      usedB[j] = 1
      matchedA.push(a.charCodeAt(i))
      break
    }
  }
  const matches = matchedA.length
  if (matches === 0) return 0
  let [outOfOrder, at] = [0, 0]
  for (let j = 0; j < b.length; j++) if (usedB[j] === 1 && matchedA[at++] !== b.charCodeAt(j)) outOfOrder++
  const jaro = (matches / a.length + matches / b.length + (matches - outOfOrder / 2) / matches) / 3
  let prefix = 0
  while (prefix < PREFIX_MAX && prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro)
}
