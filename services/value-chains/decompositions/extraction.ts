/**
 * What production would be if a country exported nothing, from B alone (Woodbury): no matrix is inverted again but B_ss, N x N.
 *
 * Without exports of inputs of s (A_sj = 0 for j != s), I - A gains E_s A_s. with A_ss zeroed, and since A_s. B = B_s. - I_s.:
 * B^{/s} = B - B_.s B_ss^-1 B_s. + B_.s B_ss^-1 L_ss I_s.. Its column s is B_.s B_ss^-1 L_ss.
 */
import type { Context } from '../../analysis/context.ts'
import { localTimes } from '../block-products.ts'
import { factorise } from '../linear-algebra/factorise.ts'
import type { Factors } from '../linear-algebra/factors.ts'
import type { System } from '../system.ts'
import { imbalanceAtHome } from './row-imbalance.ts'

/** Factors of B_ss. */
export function ownBlock ({ n, sectorCount, inverse }: System, country: number, context: Context): Factors {
  const b = inverse()
  const block = new Float64Array(sectorCount * sectorCount)
  const first = country * sectorCount
  for (let i = 0; i < sectorCount; i++) block.set(b.subarray((first + i) * n + first, (first + i) * n + first + sectorCount), i * sectorCount)
  return factorise(block, sectorCount, context)
}

/** f B_ss^-1 L_ss = sum over t != s of v_t B^{/s}_ts, n by column of s: value added from abroad in a unit of output of s that holds no goods returned to s. */
export function foreignBeforeReturn (system: System, abroad: Float64Array, context: Context): Float64Array {
  const { n, countryCount, sectorCount, localInverse } = system
  const found = new Float64Array(n)
  for (let s = 0, first = 0; s < countryCount; s++, first += sectorCount) {
    context.check()
    const before = ownBlock(system, s, context).solveTransposed(abroad.slice(first, first + sectorCount), 1)
    const own = localInverse(s)
    for (let i = 0; i < sectorCount; i++) for (let j = 0; j < sectorCount; j++) found[first + j] += before[i] * own[i * sectorCount + j]
  }
  return found
}

/** K, n x G: rows of s are B_ss^-1 ((B Y)_s. - L_ss Y_ss I_.s), so that output of all for the demand of q without exports of s, final goods included, is (B Y)_.q - B_.s K_sq. */
export function lostWithoutExports (system: System, localDemand: Float64Array, context: Context): Float64Array {
  const { n, countryCount, sectorCount } = system
  const forDemand = system.outputByDemand()
  const found = new Float64Array(n * countryCount)
  for (let s = 0, first = 0; s < countryCount; s++, first += sectorCount) {
    context.check()
    const right = forDemand.slice(first * countryCount, (first + sectorCount) * countryCount)
    for (let i = 0; i < sectorCount; i++) right[i * countryCount + s] -= localDemand[first + i]
    found.set(ownBlock(system, s, context).solve(right, countryCount), first * countryCount)
  }
  return found
}

/** The same of the imbalance of rows, n: B_ss^-1 ((B delta)_s - L_ss epsilon_s), for what is sold neither at home nor abroad is lost to nobody. */
export function imbalanceLostWithoutExports (system: System, context: Context): Float64Array {
  const { countryCount, sectorCount } = system
  const right = system.outputOfImbalance().slice()
  for (const [i, value] of localTimes(system, imbalanceAtHome(system)).entries()) right[i] -= value
  for (let s = 0, first = 0; s < countryCount; s++, first += sectorCount) {
    context.check()
    right.set(ownBlock(system, s, context).solve(right.slice(first, first + sectorCount), 1), first)
  }
  return right
}
