/**
 * How long each format of a report takes to write, and how much memory at most: the report of the eight countries of the seed, and a made-up document of 200 clusters.
 * Each file is written in a process of its own that does nothing else, modules loaded before. The peer is HTML, which is text put together.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../../services/app.ts'
import { RunRequest } from '../../services/contract/run.ts'
import type { Document } from '../../services/documents/document.ts'
import write from '../../services/documents/worker.ts'
import type { DocumentFormat } from '../../services/documents/worker.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { clock, newKey, openRuns } from '../../services/open-service.ts'
import { openStore } from '../../services/store/open-store.ts'
import { longDocument } from '../documents/rich-document.ts'
import { runAlone } from './stopping.ts'

const COUNTRIES = 'PL,LV,LT,EE,DK,FI,DE,SE'
/** Clusters of the made-up document, and members of each. */
const CLUSTERS = 200
const MEMBERS = 40
/** Odd, so that there is a middle one. */
const REPETITIONS = 3
const FORMATS: readonly DocumentFormat[] = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json']

interface Written { seconds: number, megabytes: number, bytes: number }

/** Rows of a table with its heading. */
export async function benchReports (): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  try {
    const rows = ['| document | format | seconds | by the HTML of the same run | most memory, MB | file, MB |', '|---|---|---:|---:|---:|---:|']
    for (const [name, document] of [['8 countries of the seed', await reportOfSeed(folder)], [`${CLUSTERS} clusters, made up`, longDocument(CLUSTERS, MEMBERS)]] as const) {
      const file = join(folder, 'document.json')
      writeFileSync(file, JSON.stringify(document))
      const medians = await measure(file)
      for (const format of FORMATS) {
        const { seconds, megabytes, bytes } = medians.get(format)!
        rows.push(`| ${name} | ${format} | ${seconds.toFixed(2)} | ${(seconds / medians.get('html')!.seconds).toFixed(1)} | ${Math.round(megabytes)} | ${(bytes / 1e6).toFixed(1)} |`)
        console.log(rows.at(-1))
      }
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** In turns, so that what slows the machine slows all alike. */
async function measure (file: string): Promise<Map<DocumentFormat, Written>> {
  const all = new Map(FORMATS.map((format): [DocumentFormat, Written[]] => [format, []]))
  for (let i = 0; i < REPETITIONS; i++) for (const format of FORMATS) all.get(format)!.push(JSON.parse(await runAlone(import.meta.url, file, format)) as Written)
  return new Map([...all].map(([format, written]) => [format, written.sort((a, b) => a.seconds - b.seconds)[REPETITIONS >> 1]!]))
}

async function reportOfSeed (dataDir: string): Promise<Document> {
  const store = await openStore({ kind: 'sqlite', file: join(dataDir, 'store.sqlite') })
  const runs = openRuns(store, { dataDir })
  const app = await buildApp({ config: { accessToken: null, readOnly: false, loopback: true, logLevel: 'silent', dataDir }, store, runs, version: 'bench', clock, newKey, notReady: () => null })
  try {
    await seedIfEmpty(store, 'seeds', { clock, progress: () => {}, signal: new AbortController().signal })
    const { id } = await runs.start(RunRequest.parse({}))
    await runs.wait(id)
    const { body } = await app.inject({ url: `/api/v1/reports?countries=${COUNTRIES}&run=${id}&format=json`, headers: { host: 'localhost' } })
    return JSON.parse(body) as Document
  } finally {
    await app.close()
    await runs.close()
    await store.close()
  }
}

async function writeOne (file: string, format: DocumentFormat): Promise<Written> {
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document
  const start = performance.now()
  const answer = await write({ document, format })
  if ('problem' in answer) throw new Error(answer.problem)
  return { seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024, bytes: answer.body.length }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await writeOne(process.argv[2]!, process.argv[3] as DocumentFormat)))
