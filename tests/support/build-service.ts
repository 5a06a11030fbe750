/** The application on a real embedded store in a folder of its own, called without a network; closed when the test ends. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import type { ValueChainOptions, ValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { buildApp } from '../../services/app.ts'
import type { AppParts } from '../../services/app.ts'
import { RunRequest } from '../../services/contract/run.ts'
import type { Run } from '../../services/contract/run.ts'
import { idFor } from '../../services/ids.ts'
import { lookUpTables, TABLES_FOLDER } from '../../services/kept-tables/keep-tables.ts'
import { countryOfTable } from '../../services/reference/country-of-table.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { createRunService } from '../../services/runs/create-run-service.ts'
import type { RunServiceParts } from '../../services/runs/create-run-service.ts'
import type { RunService } from '../../services/runs/run-service.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { openStore } from '../../services/store/open-store.ts'

export interface BuiltService {
  app: FastifyInstance
  store: GraphStore
  runs: RunService
  dataDir: string
  /** An answer, its body read as JSON. */
  call: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
}
export interface Answer { status: number, headers: LightMyRequestResponse['headers'], body: any, text: string }

/** Planted clusters that every test may rely on: three of 24 firms. */
export const SMALL_CHAINS: ValueChainOptions = { seed: 7, clusters: 3, firmsPerCluster: 24 }
export const LOCAL = { host: '127.0.0.1:8080' }

export interface Given { config?: Partial<AppParts['config']>, runParts?: Partial<RunServiceParts>, notReady?: () => string | null, store?: GraphStore }

export async function buildService (t: Test, { config = {}, runParts = {}, notReady = () => null, store: given }: Given = {}): Promise<BuiltService> {
  const dataDir = t.testdir({})
  const store = given ?? await openStore({ kind: 'sqlite', file: join(dataDir, 'store.sqlite') })
  const clock = (): Date => new Date('2026-03-01T12:00:00.000Z')
  const newKey = (): string => randomBytes(8).toString('hex')
  const runs = createRunService({
    store, snapshotFolder: join(dataDir, 'snapshots'), softwareVersion: '0.0.0-test', clock, newId: () => idFor('run', newKey()), thematicDomains: ['s3:bioeconomy', 's3:advanced-manufacturing', 's3:circular-economy'],
    tables: { ...lookUpTables(store, join(dataDir, TABLES_FOLDER)), country: countryOfTable(loadReference()) },
    ...runParts
  })
  const app = await buildApp({ config: { accessToken: null, readOnly: false, loopback: true, logLevel: 'silent', dataDir, ...config }, store, runs, version: '0.0.0-test', clock, newKey, notReady })
  t.teardown(async () => {
    await app.close()
    await runs.close()
    if (given === undefined) await store.close()
  })
  const call: BuiltService['call'] = async (method, url, body, headers = {}) => {
    const request: InjectOptions = { method, url, headers: { ...LOCAL, ...headers }, ...(body !== undefined && { payload: body as InjectOptions['payload'] }) }
    const answer = await app.inject(request)
    const json = answer.body !== '' && /json/.test(String(answer.headers['content-type']))
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: json ? answer.json() : answer.body }
  }
  return { app, store, runs, dataDir, call }
}

/** With planted value chains and a completed run on them. */
export async function buildAnalysedService (t: Test, given: Given = {}): Promise<BuiltService & { chains: ValueChains, run: Run }> {
  const service = await buildService(t, given)
  const chains = generateValueChains(SMALL_CHAINS)
  await loadValueChains(service.store, chains)
  const { id } = await service.runs.start(RunRequest.parse({}))
  return { ...service, chains, run: await service.runs.wait(id) }
}

/** A multipart body by hand: fields first, then files, each under the name of its field. */
export function multipart (fields: Record<string, string>, files: Array<{ name: string, content: string | Buffer, field?: string }>): { body: Buffer, headers: Record<string, string> } {
  const boundary = 'a-boundary-of-this-test'
  const parts = [
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    ...files.flatMap(({ name, content, field = 'file' }) => [Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`)
  ]
  return { body: Buffer.concat(parts), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
