/**
 * Wilson score interval of a share k / n at 95 %: stays inside [0, 1] and is honest for small n. n = 0: null.
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22:209.
 */
const Z = 1.959963984540054

export function wilsonInterval (k: number, n: number): { lower: number, upper: number } | null {
  if (n === 0) return null
  const share = k / n
  const middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
  const half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
  return { lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) }
}
