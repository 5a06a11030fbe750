/**
 * Local moving in rounds, as analysis/communities/move-in-rounds.ts defines it; its two parts that read much and decide nothing are shared among the threads of a team.
 * Tasks are BLOCK nodes. Who does a task makes no difference to what is written, so labels do not depend on the number of threads or on their pace.
 */
import { addFloat, addInt, clearFloats, clearInts, copyInts, getByte, getFloat, getInt, report, setByte, setFloat, setInt, take, takeFloats, takeInts } from './memory'
import { GAIN_MIN } from './search-room'
import { awaitStage, awaitTasks, beginStage, finishTask, NOTES, takeTask } from './team'

/** Chunks of a network's nodes, in each of which nodes propose on the same state. */
const CHUNKS: i32 = 64
/** A round is worth its chunks while more than 1 / FEW of the nodes are unstable. */
const FEW: i32 = 50
const ROUNDS_MAX: i32 = 20
/** Nodes of a task. */
const BLOCK: i32 = 64

const PROPOSE: i32 = 0
const FLAG: i32 = 1

/** What is on the board. */
@unmanaged class Notes {
  stage: i32
  /** Nodes of the stage. */
  count: i32
  /** The list they are in, from the first of them. */
  list: usize
  offsets: usize
  targets: usize
  weights: usize
  volume: usize
  communities: usize
  totals: usize
  active: usize
  proposals: usize
  toBest: usize
  toOwn: usize
  scale: f64
}

/** The community each node of a block would join, -1: none, and the weights that say so. `sums`: 0 for every community. */
function propose<T> (notes: Notes, from: i32, to: i32, sums: usize, touched: usize): void {
  const offsets = notes.offsets
  const targets = notes.targets
  const weights = notes.weights
  const communities = notes.communities
  const totals = notes.totals
  for (let i = from; i < to; i++) {
    const v = getInt(notes.list, i)
    setByte(notes.active, v, 0)
    const own = getInt(communities, v)
    const first = targets + (<usize>getInt(offsets, v) << 2)
    const end = targets + (<usize>getInt(offsets, v + 1) << 2)
    let seen = touched
    let weight = weights + ((first - targets) << 1)
    for (let at = first; at < end; at += 4) {
      const c = getInt(communities, load<i32>(at))
      const place = sums + <usize>c * sizeof<T>()
      const sum = load<T>(place)
      store<i32>(seen, c)
      seen += <usize>i32(sum === 0) << 2
      if (isInteger<T>()) store<T>(place, sum + 1)
      else {
        store<T>(place, <T>(<f64>sum + load<f64>(weight)))
        weight += 8
      }
    }
    const out = getFloat(notes.volume, v)
    const cost = notes.scale * out
    const toOwn = <f64>load<T>(sums + <usize>own * sizeof<T>())
    let best = own
    let toBest: f64 = 0
    let gain = toOwn - cost * (getFloat(totals, own) - out)
    for (let at = touched; at < seen; at += 4) {
      const c = load<i32>(at)
      const place = sums + <usize>c * sizeof<T>()
      const sum = <f64>load<T>(place)
      const candidate = sum - cost * getFloat(totals, c)
      store<T>(place, 0)
      if (candidate > gain + GAIN_MIN && c !== own) {
        gain = candidate
        best = c
        toBest = sum
      }
    }
    setInt(notes.proposals, i, best === own ? -1 : best)
    setFloat(notes.toBest, i, toBest)
    setFloat(notes.toOwn, i, toOwn)
  }
}

/** Neighbours of moved nodes in other communities are unstable. Threads may write the same byte: the same value. */
function flag (notes: Notes, from: i32, to: i32): void {
  for (let i = from; i < to; i++) {
    const v = getInt(notes.list, i)
    const c = getInt(notes.communities, v)
    for (let slot = getInt(notes.offsets, v), end = getInt(notes.offsets, v + 1); slot < end; slot++) {
      const j = getInt(notes.targets, slot)
      if (getInt(notes.communities, j) !== c) setByte(notes.active, j, 1)
    }
  }
}

/** Does tasks while there are any. */
function workOff (board: usize, sums: usize, touched: usize): void {
  const notes = changetype<Notes>(board + NOTES)
  for (let task = takeTask(board); task >= 0; task = takeTask(board)) {
    const from = task * BLOCK
    const to = min(from + BLOCK, notes.count)
    if (notes.stage === FLAG) flag(notes, from, to)
    else if (notes.weights === 0) propose<i32>(notes, from, to, sums, touched)
    else propose<f64>(notes, from, to, sums, touched)
    finishTask(board)
  }
}

/** Bytes of a teammate's room, which must be 0. */
export function teammateRoom (n: i32): usize { return <usize>(n + 64) * 12 }

/** Of a teammate's thread, from its start to the end of the work. */
export function help (board: usize, n: i32, room: usize): void {
  while (awaitTasks(board)) workOff(board, room, room + (<usize>(n + 8) << 3))
}

function share (board: usize, stage: i32, list: usize, count: i32, sums: usize, touched: usize): void {
  const notes = changetype<Notes>(board + NOTES)
  notes.stage = stage
  notes.list = list
  notes.count = count
  const end = beginStage(board, (count + BLOCK - 1) / BLOCK)
  workOff(board, sums, touched)
  awaitStage(board, end)
}

/** Unstable nodes in the order of `order`, into `list`; how many there are. */
function listActive (n: i32, order: usize, active: usize, list: usize): i32 {
  let count = 0
  for (let i = 0; i < n; i++) {
    const v = getInt(order, i)
    setInt(list, count, v)
    count += getByte(active, v)
  }
  return count
}

/** Carries out what has been proposed of `size` nodes. Returns how many are in `moved`. */
function carryOut (notes: Notes, size: i32, sizes: usize, moved: usize): i32 {
  const totals = notes.totals
  let kept = 0
  for (let i = 0; i < size; i++) {
    const best = getInt(notes.proposals, i)
    if (best < 0) continue
    const v = getInt(notes.list, i)
    const own = getInt(notes.communities, v)
    const out = getFloat(notes.volume, v)
    const cost = notes.scale * out
    const left = getInt(sizes, own)
    const joins = getInt(sizes, best)
    const isRefused = joins === 0 || (joins === 1 && left === 1 && best > own) ||
      (getFloat(notes.toBest, i) - cost * getFloat(totals, best)) - (getFloat(notes.toOwn, i) - cost * (getFloat(totals, own) - out)) <= GAIN_MIN
    if (isRefused) {
      setByte(notes.active, v, 1)
      continue
    }
    setInt(notes.communities, v, best)
    addFloat(totals, own, -out)
    addFloat(totals, best, out)
    setInt(sizes, own, left - 1)
    setInt(sizes, best, joins + 1)
    setInt(moved, kept++, v)
  }
  return kept
}

/** Scratch of moveInRounds, bytes. */
export function roundsScratch (n: i32, chunkMin: i32): usize {
  return <usize>(n + 64) * (8 + 8 + 4 + 4 + 1) + <usize>(max(chunkMin, n / CHUNKS) + 64) * (3 * 4 + 2 * 8)
}

/** Nodes that are unstable when the rounds end. */
export let remaining: i32 = 0

/**
 * `order`: all nodes; those that remain stand at its beginning in the end. `weights` 0: all are 1. `touched`: n + 1 integers. Takes from the scratch that has been started.
 * Returns the moves.
 */
export function moveInRounds (board: usize, n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, communities: usize, scale: f64, order: usize, touched: usize, chunkMin: i32, done: f64): i32 {
  const chunk = max(chunkMin, n / CHUNKS)
  const sums = takeFloats(n)
  const totals = takeFloats(n)
  const sizes = takeInts(n)
  const list = takeInts(n)
  const active = take(n)
  const proposals = takeInts(chunk)
  const moved = takeInts(chunk)
  const toBest = takeFloats(chunk)
  const toOwn = takeFloats(chunk)
  clearFloats(sums, n)
  clearFloats(totals, n)
  clearInts(sizes, n)
  memory.fill(active, 1, n)
  for (let v = 0; v < n; v++) {
    const c = getInt(communities, v)
    addFloat(totals, c, getFloat(volume, v))
    addInt(sizes, c, 1)
  }
  const notes = changetype<Notes>(board + NOTES)
  notes.offsets = offsets
  notes.targets = targets
  notes.weights = weights
  notes.volume = volume
  notes.communities = communities
  notes.totals = totals
  notes.active = active
  notes.proposals = proposals
  notes.toBest = toBest
  notes.toOwn = toOwn
  notes.scale = scale
  let moves = 0
  let count = listActive(n, order, active, list)
  for (let round = 0; count > n / FEW && round < ROUNDS_MAX; round++) {
    for (let first = 0; first < count; first += chunk) {
      report(done)
      const nodes = list + (<usize>first << 2)
      const size = min(chunk, count - first)
      share(board, PROPOSE, nodes, size, sums, touched)
      const kept = carryOut(notes, size, sizes, moved)
      moves += kept
      share(board, FLAG, moved, kept, sums, touched)
    }
    count = listActive(n, order, active, list)
  }
  copyInts(order, list, count)
  remaining = count
  return moves
}
