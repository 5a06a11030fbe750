/** The inverse of a matrix of whole numbers in exact fractions (Gauss-Jordan), rounded only when it is done. */
type Fraction = [numerator: bigint, denominator: bigint]

const divisor = (a: bigint, b: bigint): bigint => b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b)
function reduced (numerator: bigint, denominator: bigint): Fraction {
  const common = divisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return [numerator / common, denominator / common]
}
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * c, b * d)
const less = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d - c * b, b * d)

/** n x n by rows. Throws where there is none. */
export function exactInverse (matrix: number[][]): number[] {
  const n = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))].map((value): Fraction => [BigInt(value), 1n]))
  for (let k = 0; k < n; k++) {
    const pivot = rows.findIndex((row, i) => i >= k && row[k][0] !== 0n)
    if (pivot < 0) throw new Error('no inverse');
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]]
    const [numerator, denominator] = rows[k][k]
    rows[k] = rows[k].map(value => times(value, reduced(denominator, numerator)))
    for (let i = 0; i < n; i++) {
      const factor = rows[i][k]
      if (i !== k && factor[0] !== 0n) rows[i] = rows[i].map((value, j) => less(value, times(factor, rows[k][j])))
    }
  }
  return rows.flatMap(row => row.slice(n).map(([numerator, denominator]) => Number(numerator) / Number(denominator)))
}
