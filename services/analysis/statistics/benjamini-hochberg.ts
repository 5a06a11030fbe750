/**
 * q values: the false discovery rate at which each test would pass. q_(i) = min over j >= i of p_(j) m / j, at most 1.
 * `tests`: m, where more tests were made than are listed; those left out have p = 1.
 * Source: Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289. Tested against the definition.
 */
export function benjaminiHochberg (p: ArrayLike<number>, tests = p.length): number[] {
  const order = Array.from({ length: p.length }, (_, test) => test).sort((a, b) => p[b] - p[a])
  const q: number[] = new Array(p.length)
  let least = 1
  order.forEach((test, i) => {
    least = Math.min(least, p[test] * tests / (p.length - i))
    q[test] = least
  })
  return q
}
