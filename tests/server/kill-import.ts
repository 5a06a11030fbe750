/** Imports one file after the other over HTTP, kills the service (SIGKILL) in the middle, and looks at what is left. */
import type { Test } from 'tap'
import { setTimeout } from 'node:timers/promises'
import type { Organisation } from '../../services/contract/organisation.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { multipart } from '../support/build-service.ts'
import { startService } from '../support/start-service.ts'

/** Rows of a file: enough for several batches of one transaction. */
const ROWS = 2500
/** Milliseconds after the first acknowledged import of a round. */
const DELAYS = [0, 90, 260, 410, 700]

const nameOf = (file: number, row: number): string => `File ${file} firm ${row}`
const fileOf = (file: number): string => 'name,country\n' + Array.from({ length: ROWS }, (_, row) => `${nameOf(file, row)},LV\n`).join('')

export async function checkKilledImports (t: Test, environment: Record<string, string>, openStore: () => Promise<GraphStore>): Promise<void> {
  const acknowledged: number[] = []
  let next = 0
  for (const delay of DELAYS) {
    const service = await startService({ SEED: 'none', ...environment })
    const killed = new AbortController()
    const before = acknowledged.length
    const importing = (async () => {
      while (!killed.signal.aborted) {
        const file = next++
        const { body, headers } = multipart({ options: JSON.stringify({ format: 'organisations-csv', source: `file ${file}` }) }, [{ name: `${file}.csv`, content: fileOf(file) }])
        const answer = await fetch(`${service.address}/api/v1/imports`, { method: 'POST', headers, body: new Uint8Array(body) }).catch(() => null)
        if (answer?.status === 201) acknowledged.push(file)
        else if (answer !== null) throw new Error(await answer.text())
      }
    })()
    while (acknowledged.length === before) await setTimeout(10)
    await setTimeout(delay)
    service.child.kill('SIGKILL')
    killed.abort()
    await importing
    await service.stop()
  }
  const store = await openStore()
  const rowsOf = new Map<number, number>()
  for await (const batch of store.streamOrganisations(1000)) for (const organisation of batch as Organisation[]) rowsOf.set(Number(organisation.source.slice(5)), (rowsOf.get(Number(organisation.source.slice(5))) ?? 0) + 1)
  t.strictSame(acknowledged.filter(file => rowsOf.get(file) !== ROWS), [], `all of ${acknowledged.length} acknowledged imports are in`)
  t.strictSame([...rowsOf].filter(([, rows]) => rows !== ROWS), [], `each of ${rowsOf.size} files is wholly in or wholly out`)
  const reports = await store.listImports({ limit: 200, after: null })
  t.equal(reports.total, rowsOf.size, 'every file that is in has its report, and no other')
  t.ok(next > acknowledged.length, `${next - acknowledged.length} imports were cut off`)
  await store.close()
}
