/** Two columns of names with links between them, put into an order in which few links cross. */

/** Rounds of sorting after which little changes. */
const ROUNDS = 12

export interface ColumnLink { left: string, right: string }
export interface Columns { left: string[], right: string[] }

/**
 * The barycentre method: each column in turn is sorted by the mean place of its partners in the other; the best order met is kept. Equal means stay as they were, so the same input
 * gives the same picture. Source: Sugiyama, Tagawa & Toda 1981, IEEE Trans. Syst. Man Cybern. 11:109.
 */
export function orderColumns ({ left, right }: Columns, links: readonly ColumnLink[]): Columns {
  const partners = new Map<string, string[]>()
  for (const link of links) {
    partners.set(link.left, [...partners.get(link.left) ?? [], link.right])
    partners.set(link.right, [...partners.get(link.right) ?? [], link.left])
  }
  let best = { left, right }
  let fewest = crossings(best, links)
  let columns = best
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    columns = round % 2 === 0 ? { ...columns, right: byMeanPlace(columns.right, columns.left, partners) } : { ...columns, left: byMeanPlace(columns.left, columns.right, partners) }
    const crossed = crossings(columns, links)
    if (crossed < fewest) [best, fewest] = [columns, crossed]
  }
  return best
}

function byMeanPlace (column: string[], other: string[], partners: Map<string, string[]>): string[] {
  const place = new Map(other.map((id, at) => [id, at]))
  const mean = new Map(column.map((id, at) => {
    const places = (partners.get(id) ?? []).flatMap(partner => place.get(partner) ?? [])
    return [id, places.length === 0 ? at : places.reduce((sum, each) => sum + each, 0) / places.length]
  }))
  return [...column].sort((a, b) => (mean.get(a) as number) - (mean.get(b) as number))
}

/** Pairs of links that cross. O(links x names). */
export function crossings ({ left, right }: Columns, links: readonly ColumnLink[]): number {
  const placeOfRight = new Map(right.map((id, at) => [id, at]))
  const ends = new Map<string, number[]>()
  for (const link of links) ends.set(link.left, [...ends.get(link.left) ?? [], placeOfRight.get(link.right) as number])
  const seen = right.map(() => 0)
  let crossed = 0
  for (const id of left) {
    const own = ends.get(id) ?? []
    for (const end of own) for (let at = end + 1; at < seen.length; at++) crossed += seen[at]
    for (const end of own) seen[end]++
  }
  return crossed
}
