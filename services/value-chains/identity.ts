/** Identities that hold by definition: asserted on every result, so that an error in data or arithmetic cannot pass for a finding. */
import type { Identity } from './measure.ts'

/** Rounding of float64 adds up to some 1e-12 in tables of thousands of country-sectors; above this it is an error. */
export const IDENTITY_TOLERANCE = 1e-9

/** Differences are told by the size of what is compared, or of a millionth of the greatest value where both are next to nothing. `labelOf`: of a row. */
export function identity (says: string, left: ArrayLike<number>, right: ArrayLike<number>, labelOf: (row: number) => string, tolerance = IDENTITY_TOLERANCE): Identity {
  let scale = Number.MIN_VALUE
  for (let i = 0; i < left.length; i++) scale = Math.max(scale, (Math.abs(left[i]) || 0) / 1e6, (Math.abs(right[i]) || 0) / 1e6) // || 0: what is not defined has no size
  let residual = 0
  let at = ''
  for (let i = 0; i < left.length; i++) {
    const apart = Math.abs(left[i] - right[i]) / Math.max(Math.abs(left[i]), Math.abs(right[i]), scale)
    if (apart > residual || Number.isNaN(apart) !== (Number.isNaN(left[i]) && Number.isNaN(right[i]))) {
      residual = apart
      at = labelOf(i)
    }
  }
  return { says, residual, tolerance, at }
}

/** An inequality that holds by definition, as an identity: how far `lesser` passes `greater`. */
export const atMost = (says: string, lesser: Float64Array, greater: Float64Array, labelOf: (row: number) => string): Identity =>
  identity(says, lesser.map((value, i) => Math.max(value, greater[i])), greater, labelOf)

/** One of each kind, the one that came apart most. */
export function worstOf (identities: readonly Identity[]): Identity[] {
  const worst = new Map<string, Identity>()
  for (const identity of identities) {
    const known = worst.get(identity.says)
    if (known === undefined || identity.residual > known.residual) worst.set(identity.says, identity)
  }
  return [...worst.values()]
}
