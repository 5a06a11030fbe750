/**
 * One flow a row: source,target,value; final demand as source,final,value, whose columns are labelled country.category; output as id,output[,value added].
 * Pairs that are not listed are zero, but where the file lists every pair of its first country-sectors: then it was cut. The World Input-Output Database is often passed on so, with the categories F1 to F5, the last changes in inventories.
 */
import type { Context } from '../../analysis/context.ts'
import { openCsv } from './csv-rows.ts'
import type { CsvFile, CsvOptions, TableFile } from './csv-rows.ts'
import { addMissing, isInventory } from './draft.ts'
import type { Draft, Missing } from './draft.ts'
import { gridOf, nodeOf } from './grid.ts'
import type { Node } from './grid.ts'
import { readOutput } from './output-file.ts'
import { COUNTRY_SECTORS_MAX } from '../table.ts'
import { TableFileError } from './table-file-error.ts'

export const isLong = ({ heading }: CsvFile): boolean => heading.length === 3 && /^(source,target|from,to),(value|flow)$/i.test(heading.join(','))

/** Flows as columns: labels by number, so that a file of millions of rows stays small. */
interface Flows { name: string, columns: string[], labels: string[], ends: [Grown, Grown], lines: Grown, values: Grown }
interface Grown { array: Float64Array | Int32Array, length: number }

export async function readLong (table: CsvFile, files: { final: TableFile, output?: TableFile }, options: CsvOptions, context: Context): Promise<Draft> {
  const missing: Missing = { count: 0, cells: [] }
  const output = files.output === undefined ? null : await readOutput(files.output, options, missing, context)
  const flows = await readFlows(table, missing, context)
  const final = await readFlows(await openCsv(files.final, options), missing, context)
  const sources = flows.labels.concat([...final.ends[0].array.subarray(0, final.ends[0].length)].filter(unlikeBefore).map(at => final.labels[at]))
  const nodes = (output === null ? sources : [...output.output.keys()]).map(label => demanded(label, output?.name ?? table.name))
  const grid = gridOf(nodes, table.name)
  const { n } = grid
  refuseCut(flows, grid.named)
  const G = grid.countries.length

  const intermediate = new Float64Array(n * n).fill(NaN)
  const rowOf = placed(flows, label => grid.indexOf(demanded(label, flows.name)))
  each(flows, (source, target, value, line) => {
    const at = rowOf(source, line, 0) * n + rowOf(target, line, 1)
    if (!Number.isNaN(intermediate[at])) throw twice(flows, source, target, line)
    intermediate[at] = value
  })
  for (let at = 0; at < n * n; at++) if (Number.isNaN(intermediate[at])) intermediate[at] = 0

  const finalDemand = new Float64Array(n * G)
  const categories = final.labels.map(nodeOf)
  const inventoryChange = final.labels.some((_, at) => isInventory(categories[at]?.sector ?? '')) ? new Float64Array(n) : null
  const sellerOf = placed(final, label => grid.indexOf(demanded(label, final.name)))
  const demandOf = placed(final, label => grid.countryOf(nodeOf(label)?.country ?? label))
  const seen = new Set<number>()
  each(final, (source, target, value, line) => {
    const i = sellerOf(source, line, 0)
    const country = demandOf(target, line, 1)
    const pair = source * final.labels.length + target
    if (seen.has(pair)) throw twice(final, source, target, line)
    seen.add(pair)
    finalDemand[i * G + country] += value
    if (inventoryChange !== null && isInventory(categories[target]?.sector ?? '')) inventoryChange[i] += value
  })
  const stated = (values: Map<string, number>): Float64Array => {
    const found = new Float64Array(n)
    for (const [label, value] of values) found[grid.indexOf(demanded(label, output!.name))] = value
    return found
  }
  return {
    format: 'long-csv',
    grid,
    intermediate,
    finalDemand,
    output: output === null ? null : stated(output.output),
    valueAdded: output === null || output.valueAdded === null ? null : stated(output.valueAdded),
    taxes: new Float64Array(n),
    inventoryChange,
    missing,
    notes: final.labels.some((_, at) => categories[at]?.sector === 'F5') ? ['Category F5 of final demand was taken for changes in inventories, as in the World Input-Output Database.'] : []
  }
}

const unlikeBefore = (value: number, i: number, all: number[]): boolean => i === 0 || value !== all[i - 1]

function demanded (label: string, file: string): Node {
  const node = nodeOf(label)
  if (node === null) throw new TableFileError(file, { value: label }, 'country and sector parted by a point or underscore, such as "DEU.C20"')
  return node
}

/** A file whose first blocks list every pair of a country-sector lists every pair there is: with fewer rows it was cut, although it ends with a whole line. */
function refuseCut ({ name, ends, lines, values: { length } }: Flows, named: number): void {
  for (const { array } of ends) {
    const together = (from: number, to: number): boolean => array.subarray(from, to).every(label => label === array[from])
    let at = 0
    while (at + named <= length && together(at, at + named)) at += named
    if (at > 0 && length < named ** 2 && together(at, length)) throw new TableFileError(name, { row: lines.array[length - 1] + 1 }, `${named ** 2} rows, as the first ${at} list every pair of theirs, and it has ${length}: it seems to be cut short`)
  }
}

/** Different labels of a file of flows: country-sectors of the largest table, and as many of final demand. More is no table, and would be held until the end. */
export const LABELS_MAX = 2 * COUNTRY_SECTORS_MAX
/** Rows of a file of flows: each pair of the largest table once. */
export const FLOWS_MAX = COUNTRY_SECTORS_MAX ** 2

async function readFlows (csv: CsvFile, missing: Missing, context: Context): Promise<Flows> {
  if (csv.heading.length !== 3) throw new TableFileError(csv.name, { row: 1, value: csv.heading.join(',') }, 'three columns: source, target and value')
  const numbers = new Map<string, number>()
  const ends: [Grown, Grown] = [grown(new Int32Array(1024)), grown(new Int32Array(1024))]
  const lines = grown(new Int32Array(1024))
  const values = grown(new Float64Array(1024))
  await csv.rows(2, (labels, [value], line) => {
    for (const [at, label] of labels.entries()) {
      if (!numbers.has(label)) {
        if (numbers.size === LABELS_MAX) throw new TableFileError(csv.name, { row: line, value: label }, `at most ${LABELS_MAX} different labels`)
        numbers.set(label, numbers.size)
      }
      push(ends[at], numbers.get(label)!)
    }
    if (values.length === FLOWS_MAX) throw new TableFileError(csv.name, { row: line }, `at most ${FLOWS_MAX} rows, each pair once`)
    if (Number.isNaN(value)) addMissing(missing, labels[0], labels[1])
    push(values, Number.isNaN(value) ? 0 : value)
    push(lines, line)
  }, context)
  return { name: csv.name, columns: csv.heading, labels: [...numbers.keys()], ends, lines, values }
}

const grown = (array: Float64Array | Int32Array): Grown => ({ array, length: 0 })
function push (to: Grown, value: number): void {
  if (to.length === to.array.length) {
    const { array } = to
    to.array = array instanceof Int32Array ? new Int32Array(array.length * 2) : new Float64Array(array.length * 2)
    to.array.set(array)
  }
  to.array[to.length++] = value
}

function each ({ ends: [sources, targets], values, lines }: Flows, flow: (source: number, target: number, value: number, line: number) => void): void {
  for (let at = 0; at < values.length; at++) flow(sources.array[at], targets.array[at], values.array[at], lines.array[at])
}

/** Place of a label by its number, asked for once a label; what has none is refused where it first stands. */
function placed ({ name, columns, labels }: Flows, placeOf: (label: string) => number): (label: number, line: number, column: number) => number {
  const places = new Int32Array(labels.length).fill(-2)
  return (label, row, column) => {
    if (places[label] === -2) places[label] = placeOf(labels[label])
    if (places[label] < 0) throw new TableFileError(name, { row, column: columns[column], value: labels[label] }, 'a label of the table: one that the output file lists, or a country of it')
    return places[label]
  }
}

const twice = ({ name, labels }: Flows, source: number, target: number, row: number): TableFileError => new TableFileError(name, { row, value: `${labels[source]}, ${labels[target]}` }, 'each pair once')
