/**
 * Makes the aggregated table of seeds/value-chains from the World Input-Output Database, 2013 release, year 2011, as three long CSV files. Run by hand when it changes:
 *   node --import tsx seeds/value-chains/aggregate-wiod.ts FOLDER
 * FOLDER holds inter_2011.csv.gz, final_2011.csv.gz and output_2011.csv. Sums alone are made: 41 countries become 17 countries and groups, 35 industries of NACE Rev. 1 become 22 groups of NACE Rev. 2.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { COUNTRIES, SECTORS } from './groups.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder of the source files')

const countryOf = grouped(COUNTRIES)
const sectorOf = grouped(SECTORS)
const nodes = COUNTRIES.flatMap(({ code: country }) => SECTORS.map(({ code: sector }) => `${country}.${sector}`))

/** The four categories of use come to one, changes in inventories stay apart. */
const demandOf = (label: string): string => {
  const [country, category] = label.split('.')
  return `${need(countryOf, country)}.${category === 'F5' ? 'INVNT' : 'FD'}`
}
const nodeOf = (label: string): string => {
  const [country, sector] = label.split('.')
  return `${need(countryOf, country)}.${need(sectorOf, sector)}`
}

function grouped (groups: readonly { code: string, of: readonly string[] }[]): Map<string, string> {
  return new Map(groups.flatMap(({ code, of }) => of.map(part => [part, code])))
}

function need (groups: Map<string, string>, code: string): string {
  const found = groups.get(code)
  if (found === undefined) throw new Error(`${code} is in no group`)
  return found
}

function linesOf (name: string): string[][] {
  const bytes = readFileSync(join(folder, name))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.trim().split(/\r?\n/).slice(1).map(line => line.split(','))
}

/** Sums by two labels. */
function summed (name: string, from: (label: string) => string, to: (label: string) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [source, target, value] of linesOf(name)) {
    const key = `${from(source)},${to(target)}`
    sums.set(key, (sums.get(key) ?? 0) + Number(value))
  }
  return sums
}

function write (name: string, heading: string, rows: string[]): void {
  const text = [heading, ...rows].join('\n') + '\n'
  writeFileSync(new URL(name, import.meta.url), name.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text)
  console.log(`${name}: ${rows.length} rows`)
}

const flows = summed('inter_2011.csv.gz', nodeOf, nodeOf)
const demand = summed('final_2011.csv.gz', nodeOf, demandOf)
const made = new Map(nodes.map(node => [node, [0, 0]]))
for (const [label, output, valueAdded] of linesOf('output_2011.csv')) {
  const sums = made.get(nodeOf(label)) as number[]
  sums[0] += Number(output)
  sums[1] += Number(valueAdded)
}

/** Pairs that are 0 are left out, as in the source; in the order of countries and sectors. */
const rowsOf = (sums: Map<string, number>, targets: string[]): string[] =>
  nodes.flatMap(source => targets.flatMap(target => (sums.get(`${source},${target}`) ?? 0) === 0 ? [] : [`${source},${target},${sums.get(`${source},${target}`)}`]))
write('wiod-2011.flows.csv.gz', 'source,target,value', rowsOf(flows, nodes))
write('wiod-2011.final-demand.csv.gz', 'source,final,value', rowsOf(demand, COUNTRIES.flatMap(({ code }) => [`${code}.FD`, `${code}.INVNT`])))
write('wiod-2011.output.csv', 'id,output,va', nodes.map(node => [node, ...made.get(node) as number[]].join(',')))
write('wiod-2011.names.csv', 'level,code,name', [...COUNTRIES.map(({ code, name }) => `country,${code},${name}`), ...SECTORS.map(({ code, name }) => `sector,${code},"${name}"`)])
