/** The slot of the link from one node to another, by bisection of its row; -1: there is none. Undirected graphs have it in both rows. O(log d). */
import type { Csr } from './snapshot.ts'

export function slotOf ({ offsets, targets }: Pick<Csr, 'offsets' | 'targets'>, row: number, target: number): number {
  let low = offsets[row]
  let high = offsets[row + 1] - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (targets[middle] < target) low = middle + 1
    else high = middle
  }
  return low === high && targets[low] === target ? low : -1
}
