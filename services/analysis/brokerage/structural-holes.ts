/**
 * Structural holes (Burt): whether the partners of an organisation deal with each other, or only through it.
 *
 * With z = weight in both directions and p_iq = z_iq / sum of z_i:
 * constraint C_i = sum over partners j of c_ij, c_ij = (p_ij + sum over q of p_iq p_qj)^2; low: partners do not deal with each other. May exceed 1.
 * effectiveSize = sum over j of (1 - sum over q of p_iq m_jq), m_jq = z_jq / greatest z_j; efficiency = effectiveSize / partners.
 * hierarchy = sum r ln r / (N ln N), r = c_ij / (C / N): 0, all partners constrain alike; 1, one alone, or only one partner.
 * Undefined (NaN) for isolates. Falls with the number of partners alone, so it is read beside the degree. O(sum of squared degrees).
 * Sources: Burt 1992, Structural Holes; Borgatti 1997, Connections 20:35. Tested against networkx, igraph and published values.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { undirected } from '../undirected.ts'

export interface StructuralHoles { constraint: Float64Array, effectiveSize: Float64Array, efficiency: Float64Array, hierarchy: Float64Array }

export function structuralHoles (graph: Csr, context: Context = UNWATCHED): StructuralHoles {
  const { n, offsets, targets, weights } = undirected(graph)
  const strength = new Float64Array(n)
  const greatest = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      strength[v] += weights[slot]
      greatest[v] = Math.max(greatest[v], weights[slot])
    }
  }
  const undefinedScores = (): Float64Array => new Float64Array(n).fill(NaN)
  const result: StructuralHoles = { constraint: undefinedScores(), effectiveSize: undefinedScores(), efficiency: undefinedScores(), hierarchy: undefinedScores() }
  /** Share of i's strength with each node, 0 for those that are no partners. */
  const shares = new Float64Array(n)
  /** Sum over q of p_iq p_qj, by j. */
  const through = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    if ((i & 0xff) === 0) {
      context.check()
      context.progress(i / n)
    }
    const partners = offsets[i + 1] - offsets[i]
    if (partners === 0) continue
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) shares[targets[slot]] = weights[slot] / strength[i]
    let redundancy = 0
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
      const q = targets[slot]
      for (let at = offsets[q]; at < offsets[q + 1]; at++) {
        const j = targets[at]
        if (shares[j] === 0) continue
        through[j] += shares[q] * weights[at] / strength[q]
        redundancy += shares[j] * weights[at] / greatest[q]
      }
    }
    let constraint = 0
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) constraint += (shares[targets[slot]] + through[targets[slot]]) ** 2
    let inequality = 0
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
      const ratio = (shares[targets[slot]] + through[targets[slot]]) ** 2 * partners / constraint
      inequality += ratio * Math.log(ratio)
      shares[targets[slot]] = through[targets[slot]] = 0
    }
    result.constraint[i] = constraint
    result.effectiveSize[i] = partners - redundancy
    result.efficiency[i] = (partners - redundancy) / partners
    result.hierarchy[i] = partners === 1 ? 1 : inequality / (partners * Math.log(partners))
  }
  return result
}
