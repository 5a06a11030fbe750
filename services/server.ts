/**
 * The process that listens. It answers at once, says through /health/ready what it is still doing, loads the seed into an
 * empty store, runs the first analysis, and prints one line with the address when clusters can be asked for.
 */
import type { AddressInfo } from 'node:net'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import type { Config } from './config.ts'
import { RunRequest } from './contract/run.ts'
import { clock, demonstrate, newKey, openConfiguredStore, openRuns, seedEmptyStore, VERSION } from './open-service.ts'
import type { RunService } from './runs/run-service.ts'
import { StoreUnavailable } from './store/graph-store.ts'
import type { GraphStore } from './store/graph-store.ts'

/** Between two lines of progress on the terminal, ms. */
const PROGRESS_INTERVAL_MS = 1000

export async function serve (config: Readonly<Config>): Promise<void> {
  const store = await openConfiguredStore(config)
  const runs = openRuns(store, config)
  await runs.failAbandoned()
  let pending: string | null = 'Starting.'
  const stop = new AbortController()
  const app = await buildApp({ config, store, runs, version: VERSION, clock, newKey, notReady: () => pending })
  app.addHook('onClose', async () => {
    stop.abort(new Error('the service is stopping'))
    await runs.close()
    await store.close()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => { void app.close().then(() => { process.exitCode = 0 }) })
  }
  await app.listen({ host: config.host, port: config.port })
  const { address, port } = app.server.address() as AddressInfo
  const shown = address.includes(':') ? `[${address}]` : address

  const say = sayer(message => { pending = message })
  try {
    await prepare(config, store, runs, stop.signal, say)
    pending = null
    console.log(`Amber Road is ready: http://${shown}:${port}`)
  } catch (error) {
    if (stop.signal.aborted) return
    pending = (error as Error).message
    console.error(`${(error as Error).message}\nThe service goes on at http://${shown}:${port} without it.`)
  }
}

async function prepare (config: Readonly<Config>, store: GraphStore, runs: RunService, signal: AbortSignal, say: (message: string, share?: number) => void): Promise<void> {
  if (config.seed !== 'none') {
    const loaded = await seedEmptyStore(store, config, { clock, signal, progress: (done, total, message) => say(`Loading the seed data: ${message}`, total === null ? undefined : done / total) })
    for (const note of loaded?.reports.flatMap(report => report.notes) ?? []) console.log(`  ${note}`)
    if (loaded !== null) console.log(`  Input-output table: ${loaded.table.title}.`)
  }
  const known = await runs.latest()
  if (known !== null) {
    if (config.seed !== 'none') await demonstrate(store, runs, known)
    return
  }
  if ((await store.counts()).organisations === 0) {
    console.log('The store is empty: import data (amber-road import --help), then start an analysis (amber-road analyse).')
    return
  }
  const run = await runs.start(RunRequest.parse({}))
  for await (const event of runs.events(run.id, signal)) say(`First analysis: ${event.message.toLowerCase()}`, event.progress)
  signal.throwIfAborted()
  const ended = await runs.wait(run.id)
  if (ended.status !== 'completed') throw new Error(`The first analysis ${ended.status}: ${ended.problem ?? 'it was stopped'}`)
  console.log(`${ended.metrics?.clusters} clusters among ${ended.metrics?.organisations.toLocaleString('en')} organisations, ${ended.metrics?.crossBorderClusters ?? 'not measured how many'} of them cross-border specialisation clusters.`)
  if (config.seed !== 'none' && await demonstrate(store, runs, ended)) console.log('  A demonstration of a joint strategy of seven regions.')
}

/** Progress on the terminal, at most a line a second; the latest is also what /health/ready says. */
function sayer (remember: (message: string) => void): (message: string, share?: number) => void {
  let last = -Infinity
  let lastMessage = ''
  return (message, share) => {
    const line = share === undefined ? message : `${message} (${Math.round(share * 100)} %)`
    remember(line)
    const now = performance.now()
    if (message === lastMessage && now - last < PROGRESS_INTERVAL_MS) return
    last = now
    lastMessage = message
    console.log(line)
  }
}

/** What is wrong with the surroundings, in one sentence; undefined for a fault of ours. */
export function startProblem (error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof StoreUnavailable) return error.message
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number, address?: string }
  if (code === 'EADDRINUSE') return `Port ${port} on ${address} is taken, perhaps by another Amber Road; stop that one or set PORT.`
  if (code === 'EACCES') return `Port ${port} on ${address} may not be opened by this user; set PORT to one above 1023.`
  return undefined
}

if (process.argv[1] !== undefined && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  try {
    await serve(readConfig())
  } catch (error) {
    console.error(startProblem(error) ?? error)
    process.exit(1)
  }
}
