/** The networks that come with the project: two with planted communities, the authors of DBLP, and the projection of Horizon 2020 that a default run is made of. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { RunRequest } from '../../services/contract/run.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { clock } from '../../services/open-service.ts'
import { readSnapshot } from '../../services/snapshot/build-snapshot.ts'
import { project } from '../../services/snapshot/project.ts'
import { openStore } from '../../services/store/open-store.ts'
import { linksOf, simple } from './graphs.ts'
import type { Links } from './links-file.ts'

/** Two numbers a line, whatever follows them left out; nodes are numbered anew in their order, so that none is missing. Lines that join a node with itself are dropped. */
export function shipped (name: string): Links {
  const text = gunzipSync(readFileSync(`tests/datasets/benchmarks/${name}`)).toString('latin1')
  const ends = text.trimEnd().split('\n').map(line => line.split('\t', 2).map(Number))
  const ids = [...new Set(ends.flat())].sort((a, b) => a - b)
  const place = new Map(ids.map((id, v) => [id, v]))
  const column = (i: number): Int32Array => Int32Array.from(ends, pair => place.get(pair[i]) as number)
  return simple(ids.length, column(0), column(1))
}

/** Weighted: a network of k members gives each pair 1 / (k - 1). */
export async function horizon2020 (): Promise<Links> {
  const folder = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') })
  try {
    await seedIfEmpty(store, 'seeds', { clock, progress: () => {}, signal: new AbortController().signal })
    return linksOf(project(await readSnapshot(store), RunRequest.parse({}).projection).graph, true)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
