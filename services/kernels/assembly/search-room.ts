/** What the steps of a search share: room for their inner loops, and the share done that they report. */

/** Gains smaller than this are rounding, not improvement. */
export const GAIN_MIN: f64 = 1e-12

/** A record for each community, part or node, as the step that uses them lays them out. */
export let records: usize = 0
/** n + 1 integers: communities in hand. */
export let touched: usize = 0
/** n integers: nodes in the order in which they are visited. */
export let queue: usize = 0
/** 0 to 1. */
export let done: f64 = 0

export function setRoom (recordsAt: usize, touchedAt: usize, queueAt: usize): void {
  records = recordsAt
  touched = touchedAt
  queue = queueAt
}

export function setDone (share: f64): void { done = share }
