/**
 * How long a process takes to have a snapshot of a million organisations and ten million links in memory, and how much memory at most: from its file, and from the same
 * arrays as v8.serialize writes them, read whole and put on shared memory, which is how it was done before. Each load is a process of its own that does nothing else.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { toColumns } from '../../services/snapshot/column-tree.ts'
import { encode, encodeMany } from '../../services/snapshot/encode.ts'
import { packWeights } from '../../services/snapshot/packed-weights.ts'
import { sharedFloat64, sharedInt32 } from '../../services/snapshot/shared-arrays.ts'
import { readSnapshotFile, writeSnapshot } from '../../services/snapshot/snapshot-file.ts'
import type { Csr, Snapshot } from '../../services/snapshot/snapshot.ts'
import { runAlone } from './stopping.ts'

const NODES = 1_000_000
const LINKS = 10_000_000
/** Odd, so that there is a middle one. */
const REPETITIONS = 3
/** Each link in the row of its source, or in the rows of both its ends. */
const KINDS = ['directed', 'undirected'] as const
type Kind = typeof KINDS[number]
const HASH = 'b'.repeat(64)

interface Load { seconds: number, cpuSeconds: number, megabytes: number }

/** Rows of a table with its heading, and the figures by which it is judged. */
export async function benchSnapshot (): Promise<{ rows: string[], figures: Record<string, number> }> {
  const folder = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  try {
    const rows = ['| 1M organisations, 10M links | seconds | of them computing | most memory, MB |', '|---|---:|---:|---:|']
    const figures: Record<string, number> = {}
    for (const kind of KINDS) {
      await runAlone(import.meta.url, 'make', folder, kind)
      for (const [way, subject] of [['file', 'the snapshot file'], ['v8', 'the same with v8.deserialize']] as const) {
        const loads: Load[] = []
        for (let i = 0; i < REPETITIONS; i++) loads.push(JSON.parse(await runAlone(import.meta.url, way, folder)) as Load)
        const { seconds, cpuSeconds, megabytes } = loads.sort((a, b) => a.seconds - b.seconds)[REPETITIONS >> 1]
        rows.push(`| ${kind}: ${subject} | ${seconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${Math.round(megabytes)} |`)
        if (way === 'file') Object.assign(figures, { [`${kind} seconds`]: seconds, [`${kind} megabytes`]: megabytes })
        console.log(rows.at(-1))
      }
    }
    return { rows, figures }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Each node is linked to those ten further on, and without direction to the ten before: rows of ten or twenty, made without building anything. */
function ring (directed: boolean): Csr {
  const each = LINKS / NODES
  const length = directed ? each : 2 * each
  const graph: Csr = { directed, n: NODES, m: LINKS, offsets: sharedInt32(NODES + 1), targets: sharedInt32(length * NODES), weights: sharedFloat64(length * NODES) }
  for (let v = 0, slot = 0; v < NODES; v++) {
    const row = Int32Array.from({ length }, (_, k) => (v + (k < each ? k + 1 : each - 1 - k) + NODES) % NODES).sort()
    for (const target of row) {
      graph.targets[slot] = target
      graph.weights[slot++] = 1 + (v * target) % 7
    }
    graph.offsets[v + 1] = slot
  }
  return graph
}

const none = (directed: boolean): Csr => ({ directed, n: NODES, m: 0, offsets: sharedInt32(NODES + 1), targets: sharedInt32(0), weights: sharedFloat64(0) })

async function make (folder: string, kind: Kind): Promise<void> {
  const of = <Value>(value: (v: number) => Value): Value[] => Array.from({ length: NODES }, (_, v) => value(v))
  const snapshot: Snapshot = {
    revision: 1, hash: HASH, ids: of(v => `org-${String(v).padStart(12, '0')}`), country: encode(of(v => `C${v % 40}`)), region: encode(of(v => `R${v % 1500}`)), kind: encode(of(v => `kind ${v % 7}`)),
    sizeClass: encode(of(v => v % 3 === 0 ? null : `size ${v % 5}`)), city: encode(of(v => `Town ${v % 50_000}`)), domains: encodeMany(of(v => [`d${v % 30}`])), sectors: encodeMany(of(v => [`s${v % 600}`])),
    latitude: sharedFloat64(NODES), longitude: sharedFloat64(NODES), internalVolume: sharedFloat64(NODES), supply: kind === 'directed' ? ring(true) : none(true),
    collaboration: kind === 'directed' ? none(false) : packWeights(ring(false)), incidence: { networks: [], offsets: sharedInt32(1), members: sharedInt32(0), membersTotal: sharedInt32(0) }, networkDomains: { offsets: sharedInt32(1), codes: sharedInt32(0), values: [] }, report: { selfLoops: 0, zeroWeightLinks: 0, parallelLinks: 0, otherLinks: {} }
  }
  await writeSnapshot(folder, snapshot)
  const columns = [...toColumns(snapshot).columns.values()].map(column => column.slice())
  writeFileSync(join(folder, 'v8'), serialize({ ids: snapshot.ids, columns }))
}

async function load (folder: string, way: string): Promise<Load> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const loaded = way === 'file' ? await readSnapshotFile(folder, HASH, console.error) : onSharedMemory(deserialize(readFileSync(join(folder, 'v8'))) as { ids: string[], columns: Uint8Array[] })
  const seconds = (performance.now() - start) / 1000
  if (loaded?.ids.length !== NODES) throw new Error('the snapshot was not loaded')
  const { user, system } = process.cpuUsage(cpu)
  return { seconds, cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }
}

function onSharedMemory ({ ids, columns }: { ids: string[], columns: Uint8Array[] }): { ids: string[], columns: Uint8Array[] } {
  return {
    ids,
    columns: columns.map(({ buffer, byteOffset, byteLength }) => {
      const shared = new Uint8Array(new SharedArrayBuffer(byteLength))
      shared.set(new Uint8Array(buffer, byteOffset, byteLength))
      return shared
    })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , way, folder, kind] = process.argv
  if (way === 'make') await make(folder, kind as Kind)
  else console.log(JSON.stringify(await load(folder, way)))
}
