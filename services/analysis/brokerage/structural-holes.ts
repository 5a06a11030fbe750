/**
 * Structural holes (Burt): whether the partners of an organisation deal with each other, or only through it.
 *
 * With z = weight in both directions and p_iq = z_iq / sum of z_i:
 * constraint C_i = sum over partners j of c_ij, c_ij = (p_ij + sum over q of p_iq p_qj)^2; low: partners do not deal with each other. May exceed 1.
 * effectiveSize = sum over j of (1 - sum over q of p_iq m_jq), m_jq = z_jq / greatest z_j; efficiency = effectiveSize / partners.
 * hierarchy = sum r ln r / (N ln N), r = c_ij / (C / N): 0, all partners constrain alike; 1, one alone, or only one partner.
 * Undefined (NaN) for isolates. Falls with the number of partners alone, so it is read beside the degree.
 *
 * All inner sums go over triangles, and sum over q of p_iq p_qj is 1 / s_i times what i and j have alike, so each triangle is visited once: O(m^1.5), not O(sum of squared degrees).
 * Sources: Burt 1992, Structural Holes; Borgatti 1997, Connections 20:35. Tested against igraph, published values, the formulas as they
 * stand, and stored values of networkx; newer releases of networkx compute another effective size of weighted networks, which is not the formula above.
 */
import { openKernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { towardsMorePartners } from './towards-more-partners.ts'
import { undirected } from '../undirected.ts'

export interface StructuralHoles { constraint: Float64Array, effectiveSize: Float64Array, efficiency: Float64Array, hierarchy: Float64Array }

/** By node: constraint, sum over partners of c ln c, and over pairs of partners that deal with each other what they share, in units of its strength. */
interface Sums { constraint: Float64Array, unevenness: Float64Array, redundancy: Float64Array }
type SumUp = (links: Csr, strength: Float64Array, greatest: Float64Array, context: Context) => Sums

export function structuralHoles (graph: Csr, context: Context = UNWATCHED, sumUp: SumUp = sumsByKernel): StructuralHoles {
  const both = undirected(graph)
  const { n, offsets, weights } = both
  const strength = new Float64Array(n)
  const greatest = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      strength[v] += weights[slot]
      greatest[v] = Math.max(greatest[v], weights[slot])
    }
  }
  const { constraint, unevenness, redundancy } = sumUp(towardsMorePartners(both), strength, greatest, context)
  const holes: StructuralHoles = { constraint, effectiveSize: new Float64Array(n), efficiency: new Float64Array(n), hierarchy: new Float64Array(n) }
  for (let v = 0; v < n; v++) {
    const partners = offsets[v + 1] - offsets[v]
    if (partners === 0) constraint[v] = NaN
    holes.effectiveSize[v] = partners === 0 ? NaN : partners - redundancy[v] / strength[v]
    holes.efficiency[v] = holes.effectiveSize[v] / partners
    // sum r ln r with r = c N / C, taken apart so that one pass over the links is enough.
    holes.hierarchy[v] = partners === 1 ? 1 : (unevenness[v] / constraint[v] + Math.log(partners / constraint[v])) / Math.log(partners)
  }
  return holes
}

function sumsByKernel (links: Csr, strength: Float64Array, greatest: Float64Array, context: Context): Sums {
  const kernel = openKernel(context)
  if (kernel === null) return sumsByDefinition(links, strength, greatest, context)
  const { n, m } = links
  const [constraint, unevenness, redundancy] = [0, 1, 2].map(() => kernel.reserve(8 * n))
  kernel.call.holes(n, kernel.put(links.offsets), kernel.put(links.targets), kernel.put(links.weights), kernel.put(strength), kernel.put(greatest), constraint, unevenness, redundancy, kernel.reserve(kernel.call.holesScratch(n, m)))
  return { constraint: kernel.floats(constraint, n), unevenness: kernel.floats(unevenness, n), redundancy: kernel.floats(redundancy, n) }
}

export function sumsByDefinition ({ n, m, offsets, targets, weights }: Csr, strength: Float64Array, greatest: Float64Array, context: Context): Sums {
  /** By link: sum over nodes q next to both ends of z_iq z_qj / s_q. */
  const detours = new Float64Array(m)
  const redundancy = new Float64Array(n)
  /** The link from the node at hand to each of its partners, counted from 1; 0: none. */
  const linkTo = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    if ((i & 0xff) === 0) {
      context.check()
      context.progress(i / n)
    }
    for (let a = offsets[i]; a < offsets[i + 1]; a++) linkTo[targets[a]] = a + 1
    for (let a = offsets[i]; a < offsets[i + 1]; a++) {
      const j = targets[a]
      for (let b = offsets[j]; b < offsets[j + 1]; b++) {
        const q = targets[b]
        const c = linkTo[q] - 1
        if (c < 0) continue
        const oppositeI = weights[a] * weights[c]
        const oppositeJ = weights[a] * weights[b]
        const oppositeQ = weights[b] * weights[c]
        detours[b] += oppositeI / strength[i]
        detours[c] += oppositeJ / strength[j]
        detours[a] += oppositeQ / strength[q]
        redundancy[i] += oppositeQ / greatest[j] + oppositeJ / greatest[q]
        redundancy[j] += oppositeQ / greatest[i] + oppositeI / greatest[q]
        redundancy[q] += oppositeJ / greatest[i] + oppositeI / greatest[j]
      }
    }
    for (let a = offsets[i]; a < offsets[i + 1]; a++) linkTo[targets[a]] = 0
  }

  const constraint = new Float64Array(n)
  const unevenness = new Float64Array(n)
  const hold = (v: number, alike: number): void => {
    const held = (alike / strength[v]) ** 2
    constraint[v] += held
    unevenness[v] += held * Math.log(held)
  }
  for (let i = 0; i < n; i++) {
    for (let a = offsets[i]; a < offsets[i + 1]; a++) {
      hold(i, weights[a] + detours[a])
      hold(targets[a], weights[a] + detours[a])
    }
  }
  return { constraint, unevenness, redundancy }
}
