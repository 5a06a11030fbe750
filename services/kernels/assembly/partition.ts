/** Partitions, as analysis/communities/partition.ts defines them. */
import { clearInts, getInt, setInt } from './memory'

/** Labels 0.. in order of first appearance, in place; `places`: n integers of scratch. Returns how many there are. */
export function renumber (labels: usize, n: i32, places: usize): i32 {
  memory.fill(places, 0xff, <usize>n << 2)
  let count = 0
  for (let v = 0; v < n; v++) {
    const label = getInt(labels, v)
    let place = getInt(places, label)
    if (place < 0) {
      place = count++
      setInt(places, label, place)
    }
    setInt(labels, v, place)
  }
  return count
}

/** Members of each label in order: `starts` (count + 1) and `members`. */
export function listMembers (n: i32, labels: usize, count: i32, starts: usize, members: usize): void {
  clearInts(starts, count + 2)
  for (let v = 0; v < n; v++) setInt(starts, getInt(labels, v) + 2, getInt(starts, getInt(labels, v) + 2) + 1)
  for (let c = 2; c < count + 2; c++) setInt(starts, c, getInt(starts, c) + getInt(starts, c - 1))
  for (let v = 0; v < n; v++) {
    const c = getInt(labels, v) + 1
    const at = getInt(starts, c)
    setInt(members, at, v)
    setInt(starts, c, at + 1)
  }
}

/** Scratch of splitDisconnected, bytes. */
export function splitScratch (n: i32): usize { return <usize>(n + 64) << 2 }

/** Connected parts of every community, numbered by their first node, into `parts`. Returns how many there are. */
export function splitDisconnected (n: i32, offsets: usize, targets: usize, labels: usize, parts: usize, scratch: usize): i32 {
  memory.fill(parts, 0xff, <usize>n << 2)
  let count = 0
  for (let start = 0; start < n; start++) {
    if (getInt(parts, start) >= 0) continue
    const label = getInt(labels, start)
    let height = 1
    setInt(scratch, 0, start)
    setInt(parts, start, count)
    while (height > 0) {
      const v = getInt(scratch, --height)
      for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
        const j = getInt(targets, slot)
        if (getInt(parts, j) >= 0 || getInt(labels, j) !== label) continue
        setInt(parts, j, count)
        setInt(scratch, height++, j)
      }
    }
    count++
  }
  return count
}
