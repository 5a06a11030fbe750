/**
 * (I - A) x = b, or (I - A') x = b, for one right-hand side and without factors: BiCGSTAB, two products with A an iteration, from x = b.
 *
 * Unknowns are measured in units of `scale`, and so is the residual ||D^-1 (b - x + A x)|| / ||D^-1 b|| with D = diag(scale): in units of output a small country-sector is solved
 * as exactly as a large one. Input coefficients of published tables need 5 to 15 iterations; long chains of single suppliers need as many as they have links.
 *
 * Edge: b = 0 gives 0. Complexity: O(n^2) an iteration. Tested against LU factors.
 * Source: van der Vorst (1992), SIAM Journal on Scientific and Statistical Computing 13(2):631-644.
 */
import type { Context } from '../../analysis/context.ts'

/** Iterations that take about the time of LU factors of the largest tables, which are what is turned to after them. */
export const ITERATIONS_MAX = 40
/** Of the residual that the iteration carries along, and of the true one, in which more rounding is. */
const RESIDUAL_AIM = 1e-13
export const RESIDUAL_MAX = 1e-12

/** `residual`: relative, see above. */
export interface Solution { x: Float64Array, residual: number }
/** A, n x n by rows, or its transpose, and the units of the unknowns, none of them 0. */
export interface Equations { coefficients: Float64Array, n: number, transposed: boolean, scale: Float64Array }

/** null: not solved to RESIDUAL_MAX within so many iterations. */
export function solveIteratively (equations: Equations, right: Float64Array, context: Context): Solution | null {
  const { n, scale } = equations
  const b = right.map((value, i) => value / scale[i])
  const start = remainder(equations, b, b)
  const x = b.slice()
  const r = start.slice()
  const p = new Float64Array(n)
  let moved: Float64Array = new Float64Array(n)
  let rho = 1
  let alpha = 1
  let omega = 1
  const aim = RESIDUAL_AIM * norm(b)
  for (let iteration = 0; norm(r) > aim; iteration++) {
    if (iteration === ITERATIONS_MAX) return null
    context.check()
    const before = rho
    rho = dot(start, r)
    const beta = rho / before * alpha / omega
    for (let i = 0; i < n; i++) p[i] = r[i] + beta * (p[i] - omega * moved[i])
    moved = applied(equations, p)
    alpha = rho / dot(start, moved)
    for (let i = 0; i < n; i++) r[i] -= alpha * moved[i]
    const turned = applied(equations, r)
    const size = dot(turned, turned)
    omega = size === 0 ? 0 : dot(turned, r) / size
    for (let i = 0; i < n; i++) {
      x[i] += alpha * p[i] + omega * r[i]
      r[i] -= omega * turned[i]
    }
  }
  const residual = relative(equations, x, b)
  // Where it broke down by a division by 0 this is not a number.
  return residual <= RESIDUAL_MAX ? { x: x.map((value, i) => value * scale[i]), residual } : null
}

/** Of any solution. */
export const residualOf = (equations: Equations, x: Float64Array, right: Float64Array): number =>
  relative(equations, x.map((value, i) => value / equations.scale[i]), right.map((value, i) => value / equations.scale[i]))

const relative = (equations: Equations, x: Float64Array, b: Float64Array): number => norm(b) === 0 ? norm(x) : norm(remainder(equations, x, b)) / norm(b)
const remainder = (equations: Equations, x: Float64Array, b: Float64Array): Float64Array => applied(equations, x).map((value, i) => b[i] - value)

/** (I - D^-1 A D) x. */
function applied ({ coefficients, n, transposed, scale }: Equations, x: Float64Array): Float64Array {
  const scaled = x.map((value, i) => value * scale[i])
  const product = new Float64Array(n)
  if (transposed) addRows(coefficients, n, scaled, product)
  else for (let i = 0; i < n; i++) product[i] = rowTimes(coefficients, i * n, scaled)
  return product.map((value, i) => x[i] - value / scale[i])
}

/** In four sums, which do not wait for each other. */
function rowTimes (matrix: Float64Array, at: number, x: Float64Array): number {
  const n = x.length
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let j = 0
  for (; j + 3 < n; j += 4) {
    s0 += matrix[at + j] * x[j]
    s1 += matrix[at + j + 1] * x[j + 1]
    s2 += matrix[at + j + 2] * x[j + 2]
    s3 += matrix[at + j + 3] * x[j + 3]
  }
  for (; j < n; j++) s0 += matrix[at + j] * x[j]
  return s0 + s1 + s2 + s3
}

/** A' x into `sums`: rows of A by what stands in x, four at a time. */
function addRows (matrix: Float64Array, n: number, x: Float64Array, sums: Float64Array): void {
  let i = 0
  for (; i + 3 < n; i += 4) {
    const [x0, x1, x2, x3] = [x[i], x[i + 1], x[i + 2], x[i + 3]]
    for (let j = 0, at = i * n; j < n; j++, at++) sums[j] += x0 * matrix[at] + x1 * matrix[at + n] + x2 * matrix[at + 2 * n] + x3 * matrix[at + 3 * n]
  }
  for (; i < n; i++) for (let j = 0, at = i * n; j < n; j++, at++) sums[j] += x[i] * matrix[at]
}

function dot (a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

const norm = (a: Float64Array): number => Math.sqrt(dot(a, a))
