/**
 * Statistical disclosure control: which counts of a table are withheld, so that small ones are neither told nor to be worked out from the totals.
 *
 * A count from 1 to below - 1 is withheld (primary). It could still be found by subtraction where the others of its row or column are told, so further cells
 * are withheld with it (complementary), zeros among them. A cell is safe when at least two tables of counts of 0 or more agree with everything that is told.
 * Rows and columns of the table, its totals taken in with a minus, are the two sides of a graph whose links are the withheld cells; adding 1 along a closed way and taking 1 away
 * on every second step keeps all sums. So a cell is safe exactly where such a way leads through it on which nothing falls below 0. For each small count in turn the
 * cheapest way is closed: the smallest counts first, zeros and totals last. Withholding more never makes a safe cell unsafe.
 * Sources: Gusfield 1988, SIAM J. Comput. 17:552 (the graph); Hundepool et al. 2012, Statistical Disclosure Control, ch. 4 (cell suppression).
 * Tested by listing all tables that agree with what is told, on small random ones.
 */
export interface Suppression {
  cells: boolean[][]
  rowTotals: boolean[]
  columnTotals: boolean[]
  /** Withheld in all, totals included. How many of them are small is not told: where all are, their sum would tell each. */
  withheld: number
}

/** The total of all is told. A table of a single cell has nothing to hide it behind: where it is small, do not tell the total. */
export function suppressTable (cells: readonly number[][], below: number): Suppression {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0]
  const table = new WithTotals(cells, rows, columns)
  const small = table.places().filter(place => table.value(place) > 0 && table.value(place) < below)
  for (const place of small) table.withhold(place)
  for (const place of small) table.protect(place)
  const withheld = (i: number, j: number): boolean => table.isWithheld(i * (columns + 1) + j)
  return {
    cells: cells.map((row, i) => row.map((_, j) => withheld(i, j))),
    rowTotals: cells.map((_, i) => withheld(i, columns)),
    columnTotals: Array.from({ length: columns }, (_, j) => withheld(rows, j)),
    withheld: table.places().filter(place => table.isWithheld(place)).length
  }
}

/** Counts whose sum is told or known: withheld are those under the threshold, and one more where it would be alone. `total`: the sum would tell the only count. */
export function suppressList (values: readonly number[], below: number): { cells: boolean[], total: boolean } {
  const cells = values.map(value => value > 0 && value < below)
  if (cells.filter(withheld => withheld).length !== 1) return { cells, total: false }
  const others = [...values.keys()].filter(i => !cells[i]).sort((a, b) => Number(values[a] === 0) - Number(values[b] === 0) || values[a] - values[b] || a - b)
  if (others.length > 0) cells[others[0]] = true
  return { cells, total: others.length === 0 }
}

/** A table and its totals; places count row by row, totals last. Node i is row i, node rows + 1 + j column j. */
class WithTotals {
  readonly #values: Float64Array
  readonly #withheld: Uint8Array
  readonly #rows: number
  readonly #columns: number
  /** What withholding each place costs. */
  readonly #costs: Float64Array

  constructor (cells: readonly number[][], rows: number, columns: number) {
    this.#rows = rows
    this.#columns = columns
    this.#values = new Float64Array((rows + 1) * (columns + 1))
    this.#withheld = new Uint8Array(this.#values.length)
    cells.forEach((row, i) => row.forEach((value, j) => {
      for (const place of [[i, j], [i, columns], [rows, j], [rows, columns]]) this.#values[place[0] * (columns + 1) + place[1]] += value
    }))
    const all = this.#values[this.#values.length - 1]
    this.#costs = this.#values.map((value, place) => (this.#isTotal(place) ? 8 * (all + 1) : 0) + (value === 0 ? all + 1 : value))
  }

  /** All but the total of all. */
  places = (): number[] => Array.from({ length: this.#values.length - 1 }, (_, place) => place)
  value = (place: number): number => this.#values[place]
  isWithheld = (place: number): boolean => this.#withheld[place] === 1
  withhold (place: number): void { this.#withheld[place] = 1 }

  #isTotal = (place: number): boolean => Math.floor(place / (this.#columns + 1)) === this.#rows || place % (this.#columns + 1) === this.#columns

  /** Withholds what it takes for the count at this place to have another possible value. */
  protect (place: number): void {
    if (this.#hasRectangle(place)) return
    const ends = { row: Math.floor(place / (this.#columns + 1)), column: this.#rows + 1 + place % (this.#columns + 1) }
    const ways: Array<{ places: number[], cost: number }> = []
    // Over the row to the column the term of this place grows, the other way it shrinks; the way back runs over other places.
    if (this.#mayGrow(place)) ways.push(this.#cheapest(ends.column, ends.row, place))
    if (this.#mayShrink(place)) ways.push(this.#cheapest(ends.row, ends.column, place))
    const best = ways.reduce((a, b) => b.cost < a.cost ? b : a)
    for (const each of best.places) this.withhold(each)
  }

  /** The shortest closed way, over three places withheld already: by far the most are safe by one. */
  #hasRectangle (place: number): boolean {
    const width = this.#columns + 1
    const [row, column] = [Math.floor(place / width), place % width]
    const usable = (other: number, grows: boolean): boolean => this.isWithheld(other) && (grows ? this.#mayGrow(other) : this.#mayShrink(other))
    for (const grows of [true, false]) {
      if (!(grows ? this.#mayGrow(place) : this.#mayShrink(place))) continue
      for (let i = 0; i <= this.#rows; i++) {
        if (i === row || !usable(i * width + column, !grows)) continue
        for (let j = 0; j < width; j++) if (j !== column && usable(i * width + j, grows) && usable(row * width + j, !grows)) return true
      }
    }
    return false
  }

  /** Terms of totals are negative: a total grows as its term shrinks. */
  #mayGrow = (place: number): boolean => !this.#isTotal(place) || this.#values[place] > 0
  #mayShrink = (place: number): boolean => this.#isTotal(place) || this.#values[place] > 0

  /** Dijkstra on rows and columns; Infinity where there is no way. */
  #cheapest (from: number, to: number, without: number): { places: number[], cost: number } {
    const nodes = this.#rows + this.#columns + 2
    const cost = new Float64Array(nodes).fill(Infinity)
    const over = new Int32Array(nodes).fill(-1)
    const before = new Int32Array(nodes).fill(-1)
    const done = new Uint8Array(nodes)
    cost[from] = 0
    while (true) {
      let at = -1
      for (let node = 0; node < nodes; node++) if (done[node] === 0 && cost[node] < Infinity && (at < 0 || cost[node] < cost[at])) at = node
      if (at < 0 || at === to) break
      done[at] = 1
      const atRow = at <= this.#rows
      for (let step = 0; step <= (atRow ? this.#columns : this.#rows); step++) {
        const place = atRow ? at * (this.#columns + 1) + step : step * (this.#columns + 1) + at - this.#rows - 1
        const next = atRow ? this.#rows + 1 + step : step
        if (place === without || place === this.#values.length - 1 || done[next] === 1 || !(atRow ? this.#mayGrow(place) : this.#mayShrink(place))) continue
        const reached = cost[at] + (this.#withheld[place] === 1 ? 0 : this.#costs[place])
        if (reached < cost[next]) [cost[next], over[next], before[next]] = [reached, place, at]
      }
    }
    const places: number[] = []
    if (cost[to] < Infinity) for (let node = to; node !== from; node = before[node]) places.push(over[node])
    return { places, cost: cost[to] }
  }
}
