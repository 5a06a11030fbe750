/**
 * What is looked at before a table is measured. A finding that leaves the table usable is a warning and is kept with it; one that says the files are not what
 * they are taken for refuses it: sums that miss output by a tenth of it in all, negative output, or amounts that cannot be added up.
 *
 *   rowBalance      row of Z + row of Y = X                      each gap above 1 % of output is counted
 *   columnBalance   column of Z + taxes + value added = X        the same
 */
import { flowSums, overPartners } from './sums.ts'
import { nodeLabel } from './table.ts'
import type { InputOutputTable } from './table.ts'

/** `value` null: the cell is empty. `expected`: what the sum should be. */
export interface CheckedCell { row: string, column: string, value: number | null, expected?: number }

export interface TableCheck {
  name: string
  /** What was found, and what is done about it. */
  says: string
  count: number
  decision: 'warn' | 'refuse'
  /** The first CELLS_TOLD of them; of balances the greatest. */
  cells: CheckedCell[]
}

export const CELLS_TOLD = 20
/** Gaps up to this share of output come from rounding and from adjustments that statistical offices leave in. */
export const GAP_TOLD = 0.01
/** Published tables miss by a few hundredths of output at most; above this the output is that of another table, or rows stand in another order. */
export const GAP_MAX = 0.1

/** No economy sells so much in any currency; products of such amounts are still numbers of float64, while sums of those near its end are not. */
export const AMOUNT_MAX = 1e100

/** Beside the table: what the reader knows of its files. */
export interface Reading { taxes: Float64Array, missing: { count: number, cells: CheckedCell[] }, statedOutput: boolean, statedValueAdded: boolean, absent: number }

/** What was found; nothing where there is nothing to say. */
export function checkTable (table: InputOutputTable, reading: Reading): TableCheck[] {
  const { labels, intermediate, finalDemand, output, valueAdded } = table
  const n = output.length
  const G = labels.countries.length
  const label = (i: number): string => nodeLabel(labels, i)
  const { sold, bought } = flowSums(intermediate, n)
  const final = overPartners({ n, countryCount: G }, finalDemand)
  const negative = collected()
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const flow = intermediate[i * n + j]
      if (flow < 0) negative.add({ row: label(i), column: label(j), value: flow })
    }
    for (let r = 0; r < G; r++) {
      const demand = finalDemand[i * G + r]
      if (demand < 0) negative.add({ row: label(i), column: `final demand of ${labels.countries[r]}`, value: demand })
    }
  }
  const of = (column: string, values: Float64Array, found: (i: number) => boolean): Found => {
    const cells = collected()
    for (let i = 0; i < n; i++) if (found(i)) cells.add({ row: label(i), column, value: values[i] })
    return cells
  }
  const costs = bought.map((value, j) => value + reading.taxes[j] + valueAdded[j])
  const shares = bought.map((value, j) => value / output[j])
  const greatest = output.map((value, i) => Math.max(...[value, sold[i] + final[i], bought[i], costs[i]].map(Math.abs)))
  const checks = [
    check('amountsTooGreat', `Sums of a row or column are above ${AMOUNT_MAX}, and cannot be measured`, of('greatest sum', greatest, i => !(greatest[i] <= AMOUNT_MAX)), 'refuse'),
    ...reading.statedOutput ? [balance('rowBalance', 'What a row sells in all is not its output', 'sales in all', 'what it makes is told as imbalance', sold.map((value, i) => value + final[i]), output, label)] : [],
    ...reading.statedValueAdded ? [balance('columnBalance', 'Inputs, taxes and value added are not the output', 'costs in all', 'counted with taxes where value added is the stated one', costs, output, label)] : [],
    check('negativeOutput', 'Output is negative: nothing can be measured by it', of('output', output, i => output[i] < 0), 'refuse'),
    check('zeroOutput', 'There is no output: its coefficients are zero, and inputs that it has all the same go into nothing', of('output', output, i => output[i] === 0), output.some(value => value !== 0) ? 'warn' : 'refuse'),
    check('negativeValueAdded', 'Value added is negative: kept as it is', of('value added', valueAdded, i => valueAdded[i] < 0), 'warn'),
    check('inputsAboveOutput', 'Inputs are as much as output or more, so that chains through it may grow without end: kept as it is', of('inputs by output', shares, i => output[i] > 0 && shares[i] >= 1), 'warn'),
    check('negativeCells', 'Cells are negative (changes in inventories often are): kept as they are', negative, 'warn'),
    check('missingCells', 'Cells are empty: taken as zero', reading.missing, 'warn'),
    check('absentCountrySectors', 'Country-sectors are in no file: taken as zero', { count: reading.absent, cells: [] }, 'warn')
  ]
  return checks.filter(({ count }) => count > 0)
}

interface Found { count: number, cells: CheckedCell[] }
const collected = (): Found & { add: (cell: CheckedCell) => void } => {
  const found = { count: 0, cells: [] as CheckedCell[], add (cell: CheckedCell) { if (found.count++ < CELLS_TOLD) found.cells.push(cell) } }
  return found
}

const check = (name: string, says: string, { count, cells }: Found, decision: TableCheck['decision']): TableCheck => ({ name, says, count, decision, cells })

function balance (name: string, says: string, column: string, told: string, sums: Float64Array, output: Float64Array, label: (i: number) => string): TableCheck {
  const gap = (i: number): number => Math.abs(sums[i] - output[i])
  const apart = [...output.keys()].filter(i => gap(i) > GAP_TOLD * Math.max(Math.abs(output[i]), Math.abs(sums[i]))).sort((a, b) => gap(b) - gap(a) || a - b)
  const total = output.reduce((sum, value) => sum + Math.abs(value), 0)
  const share = output.reduce((sum, _, i) => sum + gap(i), 0) / total
  const refused = share > GAP_MAX
  const cells = apart.slice(0, CELLS_TOLD).map(i => ({ row: label(i), column, value: sums[i], expected: output[i] }))
  const decided = refused ? `refused, as the gaps are more than ${GAP_MAX * 100} % of output in all` : `kept as it is, ${told}`
  return check(name, `${says}, by more than ${GAP_TOLD * 100} %: ${decided}`, { count: apart.length, cells }, refused ? 'refuse' : 'warn')
}

/** The files can be read, and what they say cannot be a table: `checks` has why. */
export class TableRefused extends Error {
  override name = 'TableRefused'
  readonly checks: TableCheck[]

  constructor (checks: TableCheck[]) {
    const why = checks.filter(({ decision }) => decision === 'refuse').map(({ says, count, cells }) => `${says} (${count}; first at ${cells[0].row}, ${cells[0].column}: ${cells[0].value}${cells[0].expected === undefined ? '' : `, expected ${cells[0].expected}`})`)
    super(`The table is refused. ${why.join('. ')}.`)
    this.checks = checks
  }
}
