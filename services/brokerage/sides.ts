/** Two sides of a network, and where every organisation stands: on one of them, on neither, or in both filters, which is no side at all. */

export const NEITHER = 0
export const A = 1
export const B = 2
/** In both filters. Who is on both sides joins them by being itself: it is kept off either side, and may be a third party. */
export const BOTH = 3

export interface Sides {
  /** NEITHER, A, B or BOTH, by node. */
  of: Uint8Array
  /** Organisations on each side, those in both left out. */
  a: number
  b: number
  both: number
}

/** From one byte for each organisation, 1: the filter of that side holds. */
export function takeSides (a: Uint8Array, b: Uint8Array): Sides {
  const of = a.map((inA, v) => inA | b[v] << 1)
  const counts = [0, 0, 0, 0]
  for (const side of of) counts[side]++
  return { of, a: counts[A], b: counts[B], both: counts[BOTH] }
}

/** Whether a node is a member of one of the two sides. */
export const isMember = (side: number): boolean => side === A || side === B

/** The side across from A or B. */
export const across = (side: number): number => side === A ? B : A
