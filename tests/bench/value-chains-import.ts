/** Import of a table of the size of OECD's: 77 countries x 45 sectors, six columns of final demand each. Run by itself: `npx tsx tests/bench/value-chains-import.ts`. */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createRandom } from '../../seeds/synthetic/random.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import { timed } from './result.ts'

const COUNTRIES = 77
const SECTORS = 45
const DEMANDS = ['HFCE', 'NPISH', 'GGFC', 'GFCF', 'INVNT', 'DPABR']

function * lines (): Generator<string> {
  const { next } = createRandom(1)
  const countries = Array.from({ length: COUNTRIES }, (_, i) => `C${String(i).padStart(2, '0')}`)
  const nodes = countries.flatMap(country => Array.from({ length: SECTORS }, (_, i) => `${country}_S${i}`))
  yield `V1,${nodes.join(',')},${countries.flatMap(country => DEMANDS.map(demand => `${country}_${demand}`)).join(',')},OUT\n`
  for (const node of nodes) {
    let sum = 0
    const cells = Array.from({ length: nodes.length + COUNTRIES * DEMANDS.length }, () => {
      const cell = (next() ** 6 * 10).toFixed(8)
      sum += Number(cell)
      return cell
    })
    yield `${node},${cells.join(',')},${sum.toFixed(6)}\n`
  }
}

const folder = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
try {
  const content = join(folder, 'icio.csv')
  await pipeline(Readable.from(lines()), createWriteStream(content))
  const before = process.cpuUsage()
  const { value: { table }, milliseconds } = await timed(() => readTable([{ name: 'icio.csv', role: 'table', content }], {}, UNWATCHED))
  const { user, system } = process.cpuUsage(before)
  console.log(`${table.output.length} country-sectors, ${(statSync(content).size / 1e6).toFixed(0)} MB: ${(milliseconds / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} CPU-s, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
} finally {
  rmSync(folder, { recursive: true })
}
