/** Arrays in linear memory by their address. Reading past an end is not checked: every size is fixed by the caller before the kernel starts. */

@inline export function getInt(array: usize, i: i32): i32 { return load<i32>(array + (<usize>i << 2)) }
@inline export function setInt(array: usize, i: i32, value: i32): void { store<i32>(array + (<usize>i << 2), value) }
@inline export function addInt (array: usize, i: i32, value: i32): void { setInt(array, i, getInt(array, i) + value) }
@inline export function getFloat(array: usize, i: i32): f64 { return load<f64>(array + (<usize>i << 3)) }
@inline export function setFloat(array: usize, i: i32, value: f64): void { store<f64>(array + (<usize>i << 3), value) }
@inline export function addFloat(array: usize, i: i32, value: f64): void { setFloat(array, i, getFloat(array, i) + value) }
@inline export function getByte(array: usize, i: i32): i32 { return <i32>load<u8>(array + <usize>i) }
@inline export function setByte(array: usize, i: i32, value: i32): void { store<u8>(array + <usize>i, <u8>value) }

/** Weight of a link; `weights` 0: all are 1. */
@inline export function weightAt (weights: usize, slot: i32): f64 { return weights === 0 ? 1.0 : getFloat(weights, slot) }

let free: usize = 0

/** Scratch begins here; what was taken before is given up. */
export function startScratch (at: usize): void { free = at }

/** Bytes of scratch, on a cache line of its own. Not cleared. */
export function take (bytes: usize): usize {
  const at = free
  free = (free + bytes + 63) & ~63
  return at
}
@inline export function takeInts (count: i32): usize { return take(<usize>count << 2) }
@inline export function takeFloats (count: i32): usize { return take(<usize>count << 3) }

@inline export function clearInts (array: usize, count: i32): void { memory.fill(array, 0, <usize>count << 2) }
@inline export function clearFloats (array: usize, count: i32): void { memory.fill(array, 0, <usize>count << 3) }
@inline export function copyInts (to: usize, from: usize, count: i32): void { memory.copy(to, from, <usize>count << 2) }

/** Tells the host the share done, 0 to 1. The host throws where the run is to stop, which ends the kernel. */
@external("env", "report")
export declare function report (share: f64): void
