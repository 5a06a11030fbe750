/** Whether every link has weight 1: kernels then read no weights. */
import type { Csr } from '../snapshot/snapshot.ts'

export function isUnweighted ({ weights }: Csr): boolean {
  for (let slot = 0; slot < weights.length; slot++) if (weights[slot] !== 1) return false
  return true
}
