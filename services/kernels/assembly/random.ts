/** sfc32, step for step as analysis/random.ts: equal seeds draw equal numbers. */
import { getInt, setInt } from './memory'

const BLOCK_MAX = 64
const BLOCKS_MIN = 1024

let a: u32 = 0
let b: u32 = 0
let c: u32 = 0
let counter: u32 = 0

export function draw (): u32 {
  const sum = a + b + counter
  counter++
  a = b ^ (b >> 9)
  b = c + (c << 3)
  c = ((c << 21) | (c >> 11)) + sum
  return sum
}

export function startRandom (seed: u32): void {
  a = 0x9e3779b9
  b = 0x243f6a88
  c = seed
  counter = 1
  for (let round = 0; round < 12; round++) draw()
}

/** Uniform in [0, 1), 32 bits. */
@inline export function nextRandom (): f64 { return <f64>draw() / 4294967296.0 }

/** Uniform whole number in [0, bound). */
@inline export function below (bound: i32): i32 { return <i32>Math.floor(<f64>draw() / 4294967296.0 * <f64>bound) }

/** Fisher-Yates, in place. */
export function shuffle (list: usize, n: i32): void {
  for (let i = n - 1; i > 0; i--) {
    const j = below(i + 1)
    const kept = getInt(list, i)
    setInt(list, i, getInt(list, j))
    setInt(list, j, kept)
  }
}

/** Blocks of neighbouring numbers in random order, each in ascending order; see analysis/random.ts. `room`: n integers of scratch. */
export function listShuffled (list: usize, n: i32, room: usize): void {
  const size = max(1, min(BLOCK_MAX, n / BLOCKS_MIN))
  const blocks = (n + size - 1) / size
  for (let b = 0; b < blocks; b++) setInt(room, b, b)
  shuffle(room, blocks)
  let count = 0
  for (let b = 0; b < blocks; b++) {
    const first = getInt(room, b) * size
    for (let v = first, end = min(n, first + size); v < end; v++) setInt(list, count++, v)
  }
}
