/** What is withheld cannot be worked out: on small tables every table that agrees with what is told is listed. */
import t from 'tap'
import fc from 'fast-check'
import { suppressList, suppressTable } from '../../services/reports/suppress.ts'

const table = fc.integer({ min: 1, max: 3 }).chain(rows => fc.integer({ min: 2, max: 4 }).chain(columns =>
  fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })))

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0)

/** By cell, every value it has in some table of counts that agrees with all cells and totals told. A cell may be anything up to the sum of all. */
function possible (cells: number[][], below: number): Array<Set<number>> {
  const told = suppressTable(cells, below)
  const columns = cells[0].length
  const all = sum(cells.flat())
  const found = cells.flatMap(row => row.map(() => new Set<number>()))
  const made = cells.flat()
  const fill = (at: number, left: number): void => {
    if (at > 0 && at % columns === 0) {
      const i = at / columns - 1
      if (!told.rowTotals[i] && sum(made.slice(at - columns, at)) !== sum(cells[i])) return
    }
    if (at === made.length) {
      if (left !== 0) return
      const wrong = told.columnTotals.some((withheld, j) => !withheld && sum(cells.map((_, i) => made[i * columns + j])) !== sum(cells.map(row => row[j])))
      if (!wrong) made.forEach((value, k) => found[k].add(value))
      return
    }
    const [i, j] = [Math.floor(at / columns), at % columns]
    const [least, most] = told.cells[i][j] ? [0, left] : [cells[i][j], cells[i][j]]
    for (let value = least; value <= most && value <= left; value++) {
      made[at] = value
      fill(at + 1, left - value)
    }
  }
  fill(0, all)
  return found
}

t.test('a small count has more than one possible value, whatever is added up', async t => {
  fc.assert(fc.property(table, cells => {
    fc.pre(sum(cells.flat()) >= 3 && sum(cells.flat()) <= 26)
    const told = suppressTable(cells, 3)
    const values = possible(cells, 3)
    cells.flat().forEach((value, k) => {
      const withheld = told.cells[Math.floor(k / cells[0].length)][k % cells[0].length]
      if (value > 0 && value < 3 && (!withheld || values[k].size < 2)) throw new Error(`cell ${k} of ${JSON.stringify(cells)} can only be ${[...values[k]].join()}`)
    })
  }), { numRuns: 300, seed: 5 })
  t.pass()
})

t.test('the check finds a table in which only the small count is withheld', async t => {
  const cells = [[1, 5], [6, 7]]
  t.strictSame(suppressTable(cells, 3).cells, [[true, true], [true, true]], 'the other three close the way')
  t.strictSame(possible(cells, 3)[0].size > 1, true)
})

t.test('small totals are withheld, and nothing is where nothing is small or the threshold is 0', async t => {
  t.strictSame(suppressTable([[1, 9], [1, 9]], 3).columnTotals[0], true, 'a total of 2')
  t.equal(suppressTable([[5, 0], [4, 9]], 3).withheld, 0)
  t.equal(suppressTable([[1, 2], [1, 1]], 0).withheld, 0)
})

t.test('it does not withhold more than it must: a second small count serves the first', async t => {
  const { withheld, cells } = suppressTable([[1, 2, 50], [2, 1, 60], [70, 80, 90]], 3)
  t.strictSame({ withheld, cells: cells[2] }, { withheld: 4, cells: [false, false, false] })
})

t.test('a list whose sum is known never withholds one count alone', async t => {
  t.strictSame(suppressList([1, 8, 5, 0], 3), { cells: [true, false, true, false], total: false })
  t.strictSame(suppressList([1, 2, 9], 3), { cells: [true, true, false], total: false })
  t.strictSame(suppressList([2, 0], 3), { cells: [true, true], total: false })
  t.strictSame(suppressList([2], 3), { cells: [true], total: true })
  t.strictSame(suppressList([], 3), { cells: [], total: false })
})

t.test('four hundred regions and two hundred clusters', async t => {
  const cells = Array.from({ length: 400 }, (_, i) => Array.from({ length: 200 }, (_, j) => (i * 7919 + j * 104729) % 97 % 12))
  const { withheld } = suppressTable(cells, 3)
  const small = cells.flat().filter(value => value > 0 && value < 3).length
  t.ok(small > 10000 && withheld < 1.05 * small, `${small} small, ${withheld} withheld`)
})
