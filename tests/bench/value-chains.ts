/**
 * Linear algebra of an input-output table of the size of OECD's: 77 countries x 45 sectors, made up. How much of the processor each work takes, from the table in memory to the result,
 * and how much memory its process held at most. Each is a process of its own; the peers are numpy and scipy with OpenBLAS on one thread, which begin with the same table.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { measureTable } from '../../services/value-chains/measure-table.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import type { System } from '../../services/value-chains/system.ts'
import { syntheticTable } from '../value-chains/synthetic-table.ts'
import { peakMegabytes, timed } from './peers/measure-work.ts'
import type { Answer } from './peers/peer.ts'
import { pythonOfPeers } from './peers/python.ts'
import { runAlone, runProgram } from './stopping.ts'

const COUNTRIES = 77
const SECTORS = 45
const SEED = 1
/** Odd, so that there is a middle one. */
const REPETITIONS = 3
/** Sums of the same numbers in another order. */
const APART_MAX = 1e-10
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

/** `work` answers a number that the peer finds too, where it does the same. */
interface Work { title: string, peer: string, peerTitle: string, work: (system: System) => number | null }
const WORKS: Record<string, Work> = {
  factors: { title: 'LU factors of I - A', peer: 'factors', peerTitle: 'lu_factor of scipy', work: system => { system.factors(); return null } },
  indicators: { title: 'LU factors, value added by origin, output by demand', peer: 'indicators', peerTitle: 'lu_factor and lu_solve of scipy', work: system => sum(system.outputByDemand()) + sum(system.valueAddedByOrigin()) },
  inverse: { title: 'whole inverse', peer: 'inverse', peerTitle: 'inv of numpy', work: system => sum(system.inverse()) },
  decompositions: {
    title: 'whole inverse, Wang-Wei-Zhu, Koopman-Wang-Wei, Borin-Mancini by source',
    peer: 'inverse',
    peerTitle: 'inv of numpy alone',
    work: system => {
      system.inverse()
      for (const name of ['wwz', 'kww', 'bmSource']) measureTable(system, name, {}, UNWATCHED)
      return null
    }
  },
  upstreamness: { title: 'upstreamness, one solve', peer: 'upstreamness', peerTitle: 'solve of numpy', work: system => sum(system.solveOnce(system.output, false).x.map((value, i) => value / system.output[i])) }
}

interface Measured extends Answer { found: number | null }
const processorOf = ({ processorSeconds }: Measured): number => processorSeconds as number

/** Rows of a table with its heading, and the figures by which it is judged. */
export async function benchValueChains (): Promise<{ rows: string[], figures: Record<string, number> }> {
  const python = pythonOfPeers()
  const folder = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  try {
    const file = join(folder, 'table')
    await runAlone(import.meta.url, 'make', file)
    const rows = [`| ${COUNTRIES} countries x ${SECTORS} sectors | processor, s | on the wall, s | most memory, MB | peer | its processor, s | its memory, MB | ratio |`, '|---|---:|---:|---:|---|---:|---:|---:|']
    const figures: Record<string, number> = {}
    for (const [name, { title, peer, peerTitle }] of Object.entries(WORKS)) {
      const [ours, theirs]: [Measured[], Measured[]] = [[], []]
      for (let i = 0; i < REPETITIONS; i++) {
        ours.push(JSON.parse(await runAlone(import.meta.url, name)) as Measured)
        if ('python' in python) theirs.push(JSON.parse(await runProgram(python.python, ['tests/bench/peers/with-numpy.py', peer, file, String(COUNTRIES), String(SECTORS)], { OPENBLAS_NUM_THREADS: '1' })) as Measured)
      }
      const [own, other] = [ours, theirs].map(all => all.sort((a, b) => processorOf(a) - processorOf(b))[REPETITIONS >> 1])
      if (own.found !== null && other !== undefined && Math.abs(own.found / (other.found as number) - 1) > APART_MAX) throw new Error(`${title}: ${own.found}, and ${peerTitle} finds ${other.found}`)
      const beside = 'python' in python ? `${peerTitle} | ${processorOf(other).toFixed(2)} | ${Math.round(other.megabytes)} | ${(processorOf(other) / processorOf(own)).toFixed(2)}` : `${python.reason} | | |`
      rows.push(`| ${title} | ${processorOf(own).toFixed(2)} | ${own.seconds.toFixed(2)} | ${Math.round(own.megabytes)} | ${beside} |`)
      Object.assign(figures, { [`${name} seconds`]: processorOf(own), [`${name} megabytes`]: own.megabytes })
      console.log(rows.at(-1))
    }
    return { rows, figures }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function make (file: string): void {
  const { intermediate, finalDemand, output, valueAdded } = syntheticTable(COUNTRIES, SECTORS, SEED)
  writeFileSync(file, intermediate)
  for (const values of [finalDemand, output, valueAdded]) writeFileSync(file, values, { flag: 'a' })
}

function measure (name: string): Measured {
  const table = syntheticTable(COUNTRIES, SECTORS, SEED)
  const { value: found, times } = timed(() => WORKS[name].work(openSystem(table, 'stated', UNWATCHED)))
  return { ...times, megabytes: peakMegabytes(), found }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name, file] = process.argv
  if (name === 'make') make(file)
  else console.log(JSON.stringify(measure(name)))
}
