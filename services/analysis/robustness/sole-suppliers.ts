/**
 * Sole suppliers: for whom one organisation is the only recorded supplier, and how many depend on it alone.
 *
 * On supply links seller -> buyer, as recorded: others may exist that nobody recorded. supplier[v] = the one supplier of v, -1 if it has none or several;
 * recorded[v] = suppliers of v; dependants[v] = buyers whose only recorded supplier is v. Weights say nothing here. O(n + m).
 * Tested by definition on small networks, and on a supply network counted by hand.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export interface SoleSuppliers { recorded: Int32Array, supplier: Int32Array, dependants: Int32Array }

export function soleSuppliers ({ n, offsets, targets }: Csr): SoleSuppliers {
  const recorded = new Int32Array(n)
  const supplier = new Int32Array(n).fill(-1)
  for (let v = 0; v < n; v++) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) supplier[targets[slot]] = ++recorded[targets[slot]] === 1 ? v : -1
  const dependants = new Int32Array(n)
  for (const v of supplier) if (v >= 0) dependants[v]++
  return { recorded, supplier, dependants }
}
