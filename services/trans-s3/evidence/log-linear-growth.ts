/**
 * Yearly growth of a count: how many per cent more, or less, it is from one year to the next.
 *
 * Log-linear Poisson regression with overdispersion (quasi-likelihood): ln E[y] = a + b t, rate = e^b - 1. Counts may be 0. The variance is phi E[y], phi = Pearson's chi-square / (years - 2),
 * at least 1: counts are never surer than chance alone would have them. 95 % interval b +- t(0.975; years - 2) sqrt(phi / sum of mu (t - mean of t by mu)^2), then e^b - 1.
 * null with fewer than YEARS_MIN years, fewer than COUNT_MIN in all, or all in one year. Newton's method on the slope, O(years) a step.
 * Source: McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., ch. 6 and 9.
 */
export interface Rate { rate: number, lower: number, upper: number }

/** A line through two points says nothing of its own uncertainty. */
export const YEARS_MIN = 3
/** Fewer in all are chance: the interval of ten over five years spans from half to twice. */
export const COUNT_MIN = 10

/** Quantile 0.975 of Student's t by degrees of freedom, 1 to 30; beyond, the normal distribution's. */
const T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042]
const NORMAL = 1.96
/** Newton's steps: a handful is enough; a step of more than 1 would be a growth of 170 % on from where it stands, and may overshoot. */
const STEPS_MAX = 100
const STEP_MAX = 1
const NEAR = 1e-12

/** `times` and `counts` in parallel, such as the complete years. */
export function growthRate (times: readonly number[], counts: readonly number[]): Rate | null {
  const years = times.length
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (years < YEARS_MIN || total < COUNT_MIN || counts.filter(count => count > 0).length < 2) return null
  const middle = times.reduce((sum, time) => sum + time, 0) / years
  let a = Math.log(total / years)
  let b = 0
  for (let step = 0; step < STEPS_MAX; step++) {
    const { expected, mean, spread } = momentsAt(a, b)
    const slope = times.reduce((sum, time, i) => sum + (time - middle - mean) * (counts[i] - expected[i]), 0) / spread
    const by = Math.max(-STEP_MAX, Math.min(STEP_MAX, slope))
    b += by
    // The best level for this slope: what is expected in all is what was counted.
    a += Math.log(total / momentsAt(a, b).weight)
    if (Math.abs(by) < NEAR) break
  }
  const { expected, spread } = momentsAt(a, b)
  const chiSquare = counts.reduce((sum, count, i) => sum + (count - expected[i]) ** 2 / expected[i], 0)
  const half = (T[years - 3] ?? NORMAL) * Math.sqrt(Math.max(1, chiSquare / (years - 2)) / spread)
  return { rate: Math.expm1(b), lower: Math.expm1(b - half), upper: Math.expm1(b + half) }

  function momentsAt (level: number, slope: number): { expected: number[], weight: number, mean: number, spread: number } {
    const expected = times.map(time => Math.exp(level + slope * (time - middle)))
    const weight = expected.reduce((sum, mu) => sum + mu, 0)
    const mean = times.reduce((sum, time, i) => sum + (time - middle) * expected[i], 0) / weight
    return { expected, weight, mean, spread: times.reduce((sum, time, i) => sum + expected[i] * (time - middle - mean) ** 2, 0) }
  }
}
