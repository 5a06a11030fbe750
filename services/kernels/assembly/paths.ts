/**
 * Nodes on random shortest paths, as analysis/centrality/sample-paths.ts defines it: the same draws and sums in the same order.
 *
 * What a search asks of a node stands side by side in one record, so that meeting a node reads one line of the cache:
 * paths f64, where its links out begin and end, the same of links into it, the mark of the search, its depth there.
 */
import { addInt, getFloat, getInt, setFloat, setInt, startScratch, take, takeFloats, takeInts } from './memory'
import { below, nextRandom, startRandom } from './random'

const RECORD: usize = 32
const OUT: usize = 8
const INTO: usize = 16
const MARK: usize = 24
const DEPTH: usize = 28

export function samplePathsScratch (n: i32): usize { return <usize>n * (RECORD + 4 * 3 + 8) + 512 }

@inline function recordOf (records: usize, v: i32): usize { return records + <usize>v * RECORD }
@inline function degreeOf (record: usize, side: usize): i32 { return load<i32>(record + side + 4) - load<i32>(record + side) }

/** One of the links beside `record` whose ends carry `mark` at `depth`, drawn by their paths; 0: none has. Returns the record of its end. */
function drawEnd (record: usize, side: usize, ends: usize, records: usize, mark: i32, depth: i32): usize {
  let total: f64 = 0
  const first = load<i32>(record + side)
  const last = load<i32>(record + side + 4)
  for (let slot = first; slot < last; slot++) {
    const end = recordOf(records, getInt(ends, slot))
    if (load<i32>(end + MARK) === mark && load<i32>(end + DEPTH) === depth) total += load<f64>(end)
  }
  let left = nextRandom() * total
  let chosen: usize = 0
  for (let slot = first; slot < last; slot++) {
    const end = recordOf(records, getInt(ends, slot))
    if (load<i32>(end + MARK) !== mark || load<i32>(end + DEPTH) !== depth) continue
    chosen = end
    left -= load<f64>(end)
    if (left < 0) break
  }
  return chosen
}

/** Counts the nodes between `record` and the end where its search began, `record` included. */
function walkBack (record: usize, side: usize, ends: usize, records: usize, hits: usize): void {
  let at = record
  while (load<i32>(at + DEPTH) > 0) {
    addInt(hits, <i32>((at - records) / RECORD), 1)
    at = drawEnd(at, side, ends, records, load<i32>(at + MARK), load<i32>(at + DEPTH) - 1)
  }
}

/**
 * `offsets`, `targets`: links out of each node; `offsetsIn`, `targetsIn`: links into it (the same addresses for undirected graphs). Adds to `hits` how often
 * each node stands inside one of `samples` paths; n is 2 or more.
 */
export function samplePaths (n: i32, offsets: usize, targets: usize, offsetsIn: usize, targetsIn: usize, seed: u32, samples: i32, hits: usize, scratch: usize): void {
  startScratch(scratch)
  const records = take(<usize>n * RECORD)
  const queueOut = takeInts(n)
  const queueInto = takeInts(n)
  const meetings = takeInts(n)
  const meetingPaths = takeFloats(n)
  for (let v = 0; v < n; v++) {
    const record = recordOf(records, v)
    store<i32>(record + OUT, getInt(offsets, v))
    store<i32>(record + OUT + 4, getInt(offsets, v + 1))
    store<i32>(record + INTO, getInt(offsetsIn, v))
    store<i32>(record + INTO + 4, getInt(offsetsIn, v + 1))
    store<i32>(record + MARK, 0)
  }
  startRandom(seed)
  for (let sample = 1; sample <= samples; sample++) {
    const source = below(n)
    const drawn = below(n - 1)
    const target = drawn < source ? drawn : drawn + 1
    const markOut = 2 * sample
    const markInto = markOut + 1
    const from = recordOf(records, source)
    const to = recordOf(records, target)
    store<f64>(from, 1)
    store<i32>(from + MARK, markOut)
    store<i32>(from + DEPTH, 0)
    store<f64>(to, 1)
    store<i32>(to + MARK, markInto)
    store<i32>(to + DEPTH, 0)
    setInt(queueOut, 0, source)
    setInt(queueInto, 0, target)
    let firstOut = 0
    let lastOut = 1
    let firstInto = 0
    let lastInto = 1
    let linksOut = <i64>degreeOf(from, OUT)
    let linksInto = <i64>degreeOf(to, INTO)
    let depthOut = 0
    let depthInto = 0
    let met = 0
    let forward = true
    while (met === 0 && firstOut < lastOut && firstInto < lastInto) {
      forward = linksOut <= linksInto
      const queue = forward ? queueOut : queueInto
      const side = forward ? OUT : INTO
      const ends = forward ? targets : targetsIn
      const mine = forward ? markOut : markInto
      const theirs = forward ? markInto : markOut
      const levelEnd = forward ? lastOut : lastInto
      const depth = forward ? ++depthOut : ++depthInto
      let length = levelEnd
      let links: i64 = 0
      for (let at = forward ? firstOut : firstInto; at < levelEnd; at++) {
        const v = getInt(queue, at)
        const record = recordOf(records, v)
        const paths = load<f64>(record)
        let across: f64 = 0
        for (let slot = load<i32>(record + side), last = load<i32>(record + side + 4); slot < last; slot++) {
          const w = getInt(ends, slot)
          const other = recordOf(records, w)
          const mark = load<i32>(other + MARK)
          if (mark === mine) {
            if (load<i32>(other + DEPTH) === depth) store<f64>(other, load<f64>(other) + paths)
          } else if (mark === theirs) across += load<f64>(other)
          else {
            store<f64>(other, paths)
            store<i32>(other + MARK, mine)
            store<i32>(other + DEPTH, depth)
            setInt(queue, length++, w)
            links += <i64>degreeOf(other, side)
          }
        }
        if (across > 0) {
          setInt(meetings, met, v)
          setFloat(meetingPaths, met++, paths * across)
        }
      }
      if (forward) {
        firstOut = levelEnd
        lastOut = length
        linksOut = links
      } else {
        firstInto = levelEnd
        lastInto = length
        linksInto = links
      }
    }
    if (met === 0) continue
    let total: f64 = 0
    for (let i = 0; i < met; i++) total += getFloat(meetingPaths, i)
    let left = nextRandom() * total
    let chosen = 0
    for (; chosen < met - 1; chosen++) {
      left -= getFloat(meetingPaths, chosen)
      if (left < 0) break
    }
    const near = recordOf(records, getInt(meetings, chosen))
    const far = drawEnd(near, forward ? OUT : INTO, forward ? targets : targetsIn, records, forward ? markInto : markOut, forward ? depthInto : depthOut)
    walkBack(near, forward ? INTO : OUT, forward ? targetsIn : targets, records, hits)
    walkBack(far, forward ? OUT : INTO, forward ? targets : targetsIn, records, hits)
  }
}
