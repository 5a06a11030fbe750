/**
 * q values: the false discovery rate at which each test would pass. q_(i) = min over j >= i of p_(j) m / j, at most 1.
 * Source: Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289. Tested against the definition.
 */
export function benjaminiHochberg (p: number[]): number[] {
  const order = Array.from(p.keys()).sort((a, b) => p[b] - p[a])
  const q: number[] = new Array(p.length)
  let least = 1
  order.forEach((test, i) => {
    least = Math.min(least, p[test] * p.length / (p.length - i))
    q[test] = least
  })
  return q
}
