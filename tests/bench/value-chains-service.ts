/**
 * Tables in the service: a file of the size of OECD's (77 countries x 45 sectors, six columns of final demand each) kept by the thread of tables, and the profile of a country of a table
 * of WIOD's size (41 x 35), first and once the table has been measured. Time on the wall, as whoever waits has it; the process alone, most memory with its thread.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createRandom } from '../../services/analysis/random.ts'
import { createTableService } from '../../services/kept-tables/keep-tables.ts'
import type { TableService } from '../../services/kept-tables/table-service.ts'
import { openStore } from '../../services/store/open-store.ts'
import { syntheticTable } from '../value-chains/synthetic-table.ts'
import { peakMegabytes } from './peers/measure-work.ts'
import { runAlone } from './stopping.ts'

const OECD = { countries: 77, sectors: 45 }
const WIOD = { countries: 41, sectors: 35 }
const DEMANDS = ['HFCE', 'NPISH', 'GGFC', 'GFCF', 'INVNT', 'DPABR']
const SEED = 1
const OPTIONS = { title: 'benchmark', decimalComma: false, dryRun: false }

interface Measured { megabytesOfFile: number, importSeconds: number, importMegabytes: number, firstMilliseconds: number, warmMilliseconds: number, keptMilliseconds: number }

/** Rows of a table with its heading, and the figures by which it is judged. */
export async function benchTables (): Promise<{ rows: string[], figures: Record<string, number> }> {
  const { megabytesOfFile, importSeconds, importMegabytes, firstMilliseconds, warmMilliseconds, keptMilliseconds } = JSON.parse(await runAlone(import.meta.url, 'measure')) as Measured
  const profile = (what: string, milliseconds: number): string => `| profile of a country, ${WIOD.countries} x ${WIOD.sectors}, ${what} | ${Math.round(milliseconds)} ms | |`
  const rows = [
    '| tables in the service | on the wall | most memory, MB |', '|---|---:|---:|',
    `| import of ${OECD.countries} x ${OECD.sectors}, a file of ${Math.round(megabytesOfFile)} MB | ${importSeconds.toFixed(1)} s | ${Math.round(importMegabytes)} |`,
    profile('the first question on the table', firstMilliseconds), profile('another country, the table measured', warmMilliseconds), profile('one asked for before', keptMilliseconds)
  ]
  rows.forEach(row => console.log(row))
  return { rows, figures: { 'import seconds': importSeconds, 'profile milliseconds': warmMilliseconds } }
}

async function measure (folder: string): Promise<Measured> {
  const file = join(folder, 'icio.csv')
  await pipeline(Readable.from(linesOfOecd()), createWriteStream(file))
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') })
  const tables = createTableService({ store, folder: join(folder, 'tables'), softwareVersion: 'bench', clock: () => new Date(0) })
  try {
    const seconds = await waited(() => tables.read([{ role: 'table', name: 'icio.csv', content: file }], OPTIONS)) / 1000
    const importMegabytes = peakMegabytes()
    const profiles = await measureProfiles(tables, folder)
    return { megabytesOfFile: statSync(file).size / 1e6, importSeconds: seconds, importMegabytes, ...profiles }
  } finally {
    await tables.close()
    await store.close()
  }
}

async function measureProfiles (tables: TableService, folder: string): Promise<Omit<Measured, 'megabytesOfFile' | 'importSeconds' | 'importMegabytes'>> {
  const { labels: { countries, sectors }, intermediate, finalDemand } = syntheticTable(WIOD.countries, WIOD.sectors, SEED)
  const nodes = countries.flatMap(country => sectors.map(sector => `${country}.${sector}`))
  const row = (values: Float64Array, width: number, i: number): string => values.subarray(i * width, (i + 1) * width).join(',')
  const file = join(folder, 'wiod.csv')
  writeFileSync(file, [`,${nodes.join(',')},${countries.map(country => `${country}.final`).join(',')}`, ...nodes.map((node, i) => `${node},${row(intermediate, nodes.length, i)},${row(finalDemand, countries.length, i)}`)].join('\n') + '\n')
  const { table: { hash } } = await tables.read([{ role: 'table', name: 'wiod.csv', content: file }], OPTIONS)
  const ask = (country: string): Promise<number> => waited(() => tables.profile(hash, country, undefined, 'residual'))
  return { firstMilliseconds: await ask(countries[0]), warmMilliseconds: await ask(countries[1]), keptMilliseconds: await ask(countries[1]) }
}

async function waited (work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function * linesOfOecd (): Generator<string> {
  const { next } = createRandom(SEED)
  const countries = Array.from({ length: OECD.countries }, (_, i) => `C${String(i).padStart(2, '0')}`)
  const nodes = countries.flatMap(country => Array.from({ length: OECD.sectors }, (_, i) => `${country}_S${i}`))
  yield `V1,${nodes.join(',')},${countries.flatMap(country => DEMANDS.map(demand => `${country}_${demand}`)).join(',')},OUT\n`
  for (const node of nodes) {
    let sum = 0
    const cells = Array.from({ length: nodes.length + OECD.countries * DEMANDS.length }, () => {
      const cell = (next() ** 6 * 10).toFixed(8)
      sum += Number(cell)
      return cell
    })
    yield `${node},${cells.join(',')},${sum.toFixed(6)}\n`
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  try {
    console.log(JSON.stringify(await measure(folder)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
