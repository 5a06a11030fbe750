/** "Did you mean": the codes closest to one that is not known. */

/** Most single-character changes between what was typed and what is offered. */
const CHANGES_MAX = 2

/** Up to `limit` candidates within two changes, nearest first, then alphabetical. */
export function nearestCodes (code: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = code.trim().toUpperCase()
  const near: Array<{ candidate: string, changes: number }> = []
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > CHANGES_MAX) continue
    const changes = countChanges(wanted, candidate.toUpperCase())
    if (changes <= CHANGES_MAX && changes < wanted.length) near.push({ candidate, changes })
  }
  return near.sort((a, b) => a.changes - b.changes || (a.candidate < b.candidate ? -1 : 1)).slice(0, limit).map(({ candidate }) => candidate)
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function countChanges (a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2] + 1 : Infinity
      row.push(Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), swap))
    }
    [beforeLast, last] = [last, row]
  }
  return last[b.length]
}
