/**
 * WebAssembly kernels: an instance with its own memory for one computation, into which the arrays are copied.
 *
 * The sources in assembly/ are compiled by compile-if-stale.ts. Where they have not been, openKernel answers null and the caller computes by its
 * TypeScript definition: slower, the same result. A kernel reports through its one import and stops when that throws; its memory then goes with it.
 *
 * The same sources are compiled a second time for memory that threads share. Teammates (teammates.ts) make a kernel faster and change nothing in what it computes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { startTeammates } from './teammates.ts'

export const COMPILED = fileURLToPath(new URL('compiled/kernels.wasm', import.meta.url))
export const COMPILED_SHARED = fileURLToPath(new URL('compiled/kernels-shared.wasm', import.meta.url))

/** 4 GiB: what 32-bit addresses reach. */
export const PAGES_MAX = 65536
const PAGE = 65536
/** Below it lies what the compiler places itself. */
const FIRST_ADDRESS = PAGE
/** A cache line, which is also what vectors of eight doubles need. */
const ALIGNMENT = 64

/** A network, or what is computed on it, does not fit the memory of a kernel. */
class KernelTooLarge extends Error { override name = 'KernelTooLarge' }

type Address = number
/** Kernels by name, as assembly/index.ts exports them. Sizes ending in Scratch are bytes of working memory. */
export interface Kernels {
  searchScratch: (n: number, slots: number, roundsFrom: number, chunkMin: number) => number
  searchCommunities: (n: number, offsets: Address, targets: Address, weights: Address, volume: Address, inflow: Address, labels: Address, scratch: Address, scale: number, seed: number, iterationsMax: number, refined: number, board: Address, roundsFrom: number, chunkMin: number) => number
  boardSize: () => number
  teammateRoom: (n: number) => number
  frontierScratch: (n: number) => number
  moveFromFrontier: (n: number, offsets: Address, targets: Address, weights: Address, volume: Address, inflow: Address, labels: Address, scratch: Address, scale: number, frontier: Address, count: number) => number
  splitScratch: (n: number) => number
  splitDisconnected: (n: number, offsets: Address, targets: Address, labels: Address, parts: Address, scratch: Address) => number
  pagerankScratch: (n: number) => number
  pagerank: (n: number, offsets: Address, targets: Address, weights: Address, out: Address, start: Address, scores: Address, scratch: Address, damping: number, tolerance: number, iterationsMax: number) => number
  harmonicScratch: (n: number) => number
  harmonic: (n: number, offsets: Address, targets: Address, sums: Address, scratch: Address) => void
  betweennessScratch: (n: number) => number
  betweenness: (n: number, offsets: Address, targets: Address, offsetsIn: Address, targetsIn: Address, sources: Address, count: number, lengthMax: number, groups: Address, plain: Address, across: Address, scratch: Address) => number
  byLengthScratch: (n: number, slots: number) => number
  betweennessByLength: (n: number, offsets: Address, targets: Address, lengths: Address, starts: Address, sources: Address, count: number, lengthMax: number, groups: Address, plain: Address, across: Address, scratch: Address) => void
  harmonicByLength: (n: number, offsets: Address, targets: Address, lengths: Address, starts: Address, sums: Address, scratch: Address) => void
  samplePathsScratch: (n: number) => number
  samplePaths: (n: number, offsets: Address, targets: Address, offsetsIn: Address, targetsIn: Address, seed: number, samples: number, hits: Address, scratch: Address) => void
  holesScratch: (n: number, links: number) => number
  holes: (n: number, offsets: Address, targets: Address, weights: Address, strength: Address, greatest: Address, constraint: Address, unevenness: Address, redundancy: Address, scratch: Address) => void
  forceAtlas2Scratch: (n: number) => number
  forceAtlas2: (n: number, first: Address, offsets: Address, targets: Address, weights: Address, mass: Address, sizes: Address, points: Address, scratch: Address, iterations: number, scaling: number, gravity: number, theta: number, slowDown: number, flags: number) => void
  linearAlgebraScratch: () => number
  factorise: (n: number, matrix: Address, order: Address, scratch: Address) => number
  solveFactored: (n: number, lu: Address, first: number, x: Address, columns: number, transposed: number, share: number, scratch: Address) => void
  addMatrixProduct: (rows: number, inner: number, columns: number, a: Address, b: Address, c: Address, share: number, scratch: Address) => void
}

export interface Kernel {
  call: Kernels
  /** Copies an array in; its address. */
  put: (array: Int32Array | Float64Array | Uint8Array) => Address
  /** Room for so many bytes, all 0; its address. */
  reserve: (bytes: number) => Address
  /** Copies an array to where there is room for it. */
  set: (at: Address, array: Int32Array | Float64Array | Uint8Array) => void
  /** Copies out. */
  ints: (at: Address, length: number) => Int32Array
  floats: (at: Address, length: number) => Float64Array
  /** The memory itself, to read and to write without a copy: of no use any more once room is reserved. */
  window: (at: Address, length: number) => Float64Array
  /** Works while others help at the board: a thread for each of the rooms. Of a kernel that was not opened for teammates: alone. */
  withTeammates: (board: Address, n: number, rooms: Address[], work: () => void) => void
}

export interface Watched { progress: (share: number) => void, check: () => void }

const compiled = new Map<string, WebAssembly.Module | null>()

function load (file: string): WebAssembly.Module | null {
  let module = compiled.get(file)
  if (module === undefined) {
    // A kernel is one long call, which V8 would run to its end in the code of its quick first compiler, up to 1.8 times slower.
    setFlagsFromString('--no-liftoff')
    module = existsSync(file) ? new WebAssembly.Module(readFileSync(file)) : null
    compiled.set(file, module)
  }
  return module
}

/** `shared`: for teammates. */
export function openKernel (context: Watched, shared = false): Kernel | null {
  const module = load(shared ? COMPILED_SHARED : COMPILED)
  if (module === null) return null
  const memory = new WebAssembly.Memory({ initial: 1, maximum: PAGES_MAX, shared })
  const report = (share: number): void => {
    context.check()
    context.progress(share)
  }
  const { exports } = new WebAssembly.Instance(module, { env: { memory, report, abort: () => { throw new Error('a kernel aborted') } } })
  let end = FIRST_ADDRESS
  const reserve = (bytes: number): Address => {
    const at = end
    end = Math.ceil((at + bytes) / ALIGNMENT) * ALIGNMENT
    const missing = Math.ceil(end / PAGE) - memory.buffer.byteLength / PAGE
    if (missing <= 0) return at
    try {
      memory.grow(missing)
    } catch (error) {
      throw new KernelTooLarge(`the computation needs ${Math.ceil(end / 2 ** 20)} MB of memory at once, of at most ${PAGES_MAX * PAGE / 2 ** 20} MB that one computation can have and the machine has free.`, { cause: error })
    }
    return at
  }
  const set: Kernel['set'] = (at, array) => new Uint8Array(memory.buffer, at, array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  return {
    call: exports as unknown as Kernels,
    reserve,
    set,
    put: array => {
      const at = reserve(array.byteLength)
      set(at, array)
      return at
    },
    ints: (at, length) => new Int32Array(memory.buffer, at, length).slice(),
    floats: (at, length) => new Float64Array(memory.buffer, at, length).slice(),
    window: (at, length) => new Float64Array(memory.buffer, at, length),
    withTeammates: (board, n, rooms, work) => {
      const dismiss = shared ? startTeammates(module, memory, board, n, rooms) : () => {}
      try {
        work()
      } finally {
        dismiss()
      }
    }
  }
}
