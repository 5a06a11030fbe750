/**
 * Hill number of order 2, 1 / sum p^2: the effective number of countries. 2.0 means as varied as two equal countries. 0 for no counts.
 * Source: Hill 1973, Ecology 54:427. Tested by hand.
 */
export function hillNumber (counts: number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 0
  return 1 / counts.reduce((sum, count) => sum + (count / total) ** 2, 0)
}
