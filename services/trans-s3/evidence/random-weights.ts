/**
 * Weights drawn at random around given ones: Dirichlet with parameters SPREAD times each weight's part of all, so that their means are the given weights and a weight of 0 stays 0.
 *
 * Gamma variates by Marsaglia & Tsang 2000, ACM Trans. Math. Softw. 26:363; normal ones by Box & Muller 1958, Ann. Math. Stat. 29:610.
 */
import type { Random } from '../../analysis/random.ts'

/** The greater, the nearer to the given weights: at 20 one of five equal weights of 0.2 has a standard deviation of 0.09, so that the greatest of five is mostly two to six times the least. */
export const SPREAD = 20

/** Sums to 1. At least one weight is above 0. */
export function drawWeights (weights: readonly number[], random: Random): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const drawn = weights.map(weight => weight === 0 ? 0 : gamma(SPREAD * weight / total, random))
  const sum = drawn.reduce((all, each) => all + each, 0)
  // So small a shape that every draw ran out of digits: the given weights are as good a draw.
  return sum > 0 ? drawn.map(each => each / sum) : weights.map(weight => weight / total)
}

/** Of scale 1. Shapes below 1 are drawn as shape + 1 and brought down. */
function gamma (shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random.next()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.next()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
