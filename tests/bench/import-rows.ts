/** Import of the seed into a store, against a bare loop that inserts as many rows, unchecked, into one SQLite table. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { openStore } from '../../services/store/open-store.ts'
import { timed } from './result.ts'
import type { Result } from './result.ts'

export async function * benchImport (): AsyncGenerator<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  try {
    const store = await openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') })
    const { value: reports, milliseconds } = await timed(() => seedIfEmpty(store, 'seeds', { clock: () => new Date(), progress: () => {}, signal: new AbortController().signal }))
    await store.close()
    const rows = reports!.reduce((sum, report) => sum + report.rowsRead, 0)
    const bare = await timed(() => insertBare(join(folder, 'bare.sqlite'), rows))
    yield { subject: 'Import of the seed, SQLite store', figure: rows / milliseconds * 1000, unit: 'rows/s', peer: 'bare row loop, SQLite', peerFigure: rows / bare.milliseconds * 1000 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One transaction, one prepared statement, one durable commit. */
function insertBare (file: string, rows: number): void {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE line (id TEXT PRIMARY KEY, name TEXT, country TEXT, amount REAL); BEGIN')
  const insert = database.prepare('INSERT INTO line VALUES (?, ?, ?, ?)')
  for (let i = 0; i < rows; i++) insert.run(`id-${i}`, `Organisation number ${i}`, 'PL', i / 2)
  database.exec('COMMIT')
  database.close()
}
