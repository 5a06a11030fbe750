/**
 * P(X >= k) for k = 0 to `most`, X the number of successes in independent trials of unequal chances (Poisson-binomial).
 *
 * Trials are added one by one to the chances of 0 to most - 1 successes; whoever reaches `most` stays there, so that only positive numbers are added and
 * a small tail keeps its digits. O(trials x most). Source: Wang 1993, Stat. Sin. 3:295 (the distribution).
 * Tested against the characteristic function and the binomial distribution.
 */
export function poissonBinomialTails (chances: Iterable<number>, most: number): Float64Array {
  const tails = new Float64Array(most + 1)
  if (most === 0) return tails.fill(1)
  tails[0] = 1
  for (const chance of chances) {
    tails[most] += tails[most - 1] * chance
    for (let x = most - 1; x > 0; x--) tails[x] = tails[x] * (1 - chance) + tails[x - 1] * chance
    tails[0] *= 1 - chance
  }
  // Chances of exactly x so far, of most or more at the end: summed from there.
  for (let x = most - 1; x >= 0; x--) tails[x] = Math.min(1, tails[x] + tails[x + 1])
  return tails
}
