/** Products of a vector with a part of a matrix: the local inverses of all countries, and the inputs Am that come from abroad. */

interface Local { n: number, sectorCount: number, localInverse: (country: number) => Float64Array }
interface Inputs { n: number, sectorCount: number, coefficients: Float64Array }

/** l_s L_ss of every country, n. */
export function timesLocal (left: Float64Array, { n, sectorCount, localInverse }: Local): Float64Array {
  const found = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    const first = j - j % sectorCount
    const own = localInverse(first / sectorCount)
    for (let i = 0; i < sectorCount; i++) found[j] += left[first + i] * own[i * sectorCount + j % sectorCount]
  }
  return found
}

/** L_ss r_s of every country, n. */
export function localTimes ({ n, sectorCount, localInverse }: Local, right: Float64Array): Float64Array {
  const found = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const first = i - i % sectorCount
    const own = localInverse(first / sectorCount)
    for (let j = 0; j < sectorCount; j++) found[i] += own[(i % sectorCount) * sectorCount + j] * right[first + j]
  }
  return found
}

/** l Am, n; with ones, the inputs from abroad in a unit of output. */
export function timesImported (left: Float64Array, { n, sectorCount, coefficients }: Inputs): Float64Array {
  const found = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (Math.floor(i / sectorCount) !== Math.floor(j / sectorCount)) found[j] += left[i] * coefficients[i * n + j]
  return found
}

/** Am r, n. */
export function importedTimes ({ n, sectorCount, coefficients }: Inputs, right: Float64Array): Float64Array {
  const found = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (Math.floor(i / sectorCount) !== Math.floor(j / sectorCount)) found[i] += coefficients[i * n + j] * right[j]
  return found
}
