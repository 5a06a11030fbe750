/**
 * Which links of a dense network are kept: a table links nearly every pair, most of them by next to nothing.
 *
 * disparity: a link is kept where its share of what its source gives, or of what its target takes, is greater than chance would cut at level alpha (disparity.ts of the
 * measures has the definition); it keeps the main links of small countries too, and does not change with the unit. share: the greatest links that carry a share of the
 * whole; links as great as the last of them are kept with it. The noise-corrected backbone is not offered: it takes weights for counts, so its answer would change with the unit.
 * Two looks at every cell, nothing kept of them but sums by node; share sorts the amounts. O(n^2), O(n^2 log n).
 */
import { linkSurprise } from '../../analysis/affiliation/disparity.ts'
import type { NetworkBackbone } from '../../contract/value-added-network.ts'

/** Links that count: each of them above 0, between two different nodes. */
export type EachLink = (look: (i: number, j: number, amount: number) => void) => void
export type IsKept = (i: number, j: number, amount: number) => boolean

export function backbone (rule: NetworkBackbone, n: number, eachLink: EachLink): IsKept {
  switch (rule.rule) {
    case 'disparity': return aboveChance(rule.alpha, n, eachLink)
    case 'share': return amongGreatest(rule.share, eachLink)
    case 'all': return () => true
  }
}

function aboveChance (alpha: number, n: number, eachLink: EachLink): IsKept {
  const [gives, takes] = [new Float64Array(n), new Float64Array(n)]
  const [givesTo, takesFrom] = [new Int32Array(n), new Int32Array(n)]
  eachLink((i, j, amount) => {
    gives[i] += amount
    takes[j] += amount
    givesTo[i]++
    takesFrom[j]++
  })
  return (i, j, amount) => linkSurprise(amount, gives[i], givesTo[i]) < alpha || linkSurprise(amount, takes[j], takesFrom[j]) < alpha
}

function amongGreatest (share: number, eachLink: EachLink): IsKept {
  let count = 0
  let total = 0
  eachLink((_i, _j, amount) => {
    count++
    total += amount
  })
  const amounts = new Float64Array(count)
  let at = 0
  eachLink((_i, _j, amount) => { amounts[at++] = amount })
  amounts.sort()
  // Added from the least: what the links below the least kept one carry may be left out. A share of 1 leaves out nothing.
  let least = 0
  for (let left = 0; least < count && left + amounts[least] <= (1 - share) * total; least++) left += amounts[least]
  return (_i, _j, amount) => amount >= amounts[least]
}
