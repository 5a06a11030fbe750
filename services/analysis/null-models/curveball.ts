/**
 * A trade between two rows of a table of memberships: they keep what both have and deal the rest out anew between them, each getting as many as it had.
 *
 * Rows may be networks with their members or organisations with their networks; every row and every column keeps its number. After enough trades between rows drawn
 * at random every table with these numbers is equally likely. O(length of both rows), without new memory.
 * Sources: Strona et al. 2014, Nat. Commun. 5:4114; that it is uniform: Carstens 2015, Phys. Rev. E 91:042812. Tested through rewire-memberships.ts and affiliation/fdsm.ts.
 */
import { shuffle } from '../random.ts'
import type { Random } from '../random.ts'

/** `entries`: entries of row r at offsets[r]..offsets[r + 1], changed in place and in no order afterwards; below `columns`. */
export function createTrade (offsets: Int32Array, entries: Int32Array, columns: number): (first: number, second: number, random: Random) => void {
  /** 0 before and after a trade. */
  const mark = new Uint8Array(columns)
  const pool = new Int32Array(entries.length)
  const places = new Int32Array(entries.length)
  return (first, second, random) => {
    let count = 0
    const offer = (at: number): void => {
      pool[count] = entries[at]
      places[count++] = at
    }
    for (let at = offsets[first]; at < offsets[first + 1]; at++) mark[entries[at]] = 1
    for (let at = offsets[second]; at < offsets[second + 1]; at++) {
      if (mark[entries[at]] === 1) mark[entries[at]] = 2
      else offer(at)
    }
    for (let at = offsets[first]; at < offsets[first + 1]; at++) {
      if (mark[entries[at]] === 1) offer(at)
      mark[entries[at]] = 0
    }
    shuffle(pool.subarray(0, count), random)
    for (let i = 0; i < count; i++) entries[places[i]] = pool[i]
  }
}
