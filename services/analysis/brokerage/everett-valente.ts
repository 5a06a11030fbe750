/**
 * Brokerage (Everett and Valente): how much of the others' dealing each link of an organisation carries on average.
 *
 * (2 B + n - 1) / degree where the betweenness B is above 0, else 0; B counts unordered pairs, unweighted. Undirected. O(nm).
 * Source: Everett & Valente 2016, Soc. Networks 44:202. Tested against the published table.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export const everettValente = ({ n, offsets }: Csr, betweenness: Float64Array): Float64Array =>
  betweenness.map((sum, v) => sum > 0 ? (2 * sum + n - 1) / (offsets[v + 1] - offsets[v]) : 0)
