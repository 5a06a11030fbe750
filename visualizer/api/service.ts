/** What every screen needs to know of the service: its state, the words for codes, and the clusters of the run in use. */
import { computed, effect, signal } from '@preact/signals'
import type { ClusterSummary } from '../../services/contract/cluster.ts'
import { clusterLabel } from '../../services/contract/cluster-label.ts'
import type { Country, Domain } from '../../services/contract/reference.ts'
import type { Status } from '../../services/contract/status.ts'
import { tableNetworkOf } from '../../services/contract/run.ts'
import type { Run, RunEvent, RunRequest } from '../../services/contract/run.ts'
import type { TableNetwork } from '../../services/contract/value-added-network.ts'
import { language, ofTable, view } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { ApiProblem, fetchJson } from './fetch-json.ts'
import { forget } from './resource.ts'

export const status = signal<Status | null>(null)
export const countries = signal<Map<string, Country>>(new Map())
export const domains = signal<Map<string, Domain>>(new Map())
export const clusters = signal<ClusterSummary[]>([])
/** What the service is still doing before clusters can be asked for; null when ready. */
export const starting = signal<string | null>(null)
export const failure = signal<Error | null>(null)
/** Why the run in use cannot be read, such as one whose network is gone: in the way of those screens alone that are of it. */
export const runFailure = signal<Error | null>(null)
export const ready = signal(false)
/** Whether the run in use can be asked for: one named by its id, such as one on a table, before there is any of organisations. */
export const canAsk = computed(() => ready.value || (status.value !== null && view.value.run !== 'latest'))

const STARTING_INTERVAL_MS = 1000

export async function connect (): Promise<void> {
  try {
    const [{ items: countryList }, { items: domainList }] = await Promise.all([fetchJson<{ items: Country[] }>('/api/v1/reference/countries'), fetchJson<{ items: Domain[] }>('/api/v1/reference/domains')])
    countries.value = new Map(countryList.map(country => [country.code, country]))
    domains.value = new Map(domainList.map(domain => [domain.code, domain]))
    status.value = await fetchJson<Status>('/api/v1/status')
    await fetchJson('/health/ready')
    starting.value = null
    ready.value = true
    failure.value = null
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'NOT_READY') {
      starting.value = error.message
      setTimeout(() => { void connect() }, STARTING_INTERVAL_MS)
    } else failure.value = error as Error
  }
}

/** The run whose clusters are shown, by its id: "latest" stays the one the page was opened on until the reader asks for a newer one, so that what stands side by side is of one run. */
export const shownRun = computed(() => view.value.run === 'latest' ? status.value?.latestRun?.id ?? 'latest' : view.value.run)
/** The service's state where it names a newer run than the one the page shows as the latest. */
export const newer = signal<Status | null>(null)

/** The table whose network the run in use is of; null: a run of organisations. */
export const shownTable = signal<TableNetwork | null>(null)
const showTable = (network: TableNetwork | null): void => {
  shownTable.value = network
  ofTable.value = network !== null
}
/** The latest run is always of organisations. */
effect(() => {
  if (!canAsk.value) return
  const { run } = view.value
  if (run === 'latest') showTable(null)
  else fetchJson<Run>(`/api/v1/runs/${run}`).then(found => { if (view.value.run === run) showTable(tableNetworkOf(found)) }, () => showTable(null))
})

/** The clusters of the run in use, for labels everywhere. */
effect(() => {
  if (!canAsk.value) return
  const run = shownRun.value
  fetchJson<{ items: ClusterSummary[] }>(`/api/v1/runs/${run}/clusters`).then(({ items }) => {
    clusters.value = items
    runFailure.value = null
  }, (error: Error) => { runFailure.value = error })
})

/** Reads the state anew: what is shown as the latest run is the latest again. */
export async function refresh (): Promise<void> {
  forget()
  status.value = await fetchJson<Status>('/api/v1/status')
  newer.value = null
}

const LOOK_INTERVAL_MS = 30_000

/** Looks now and then, and when the reader comes back, whether a newer run was completed elsewhere. Returns what ends it. */
export function watchForNewer (): () => void {
  const look = (): void => {
    if (ready.value && document.visibilityState === 'visible') fetchJson<Status>('/api/v1/status').then(found => { newer.value = found.latestRun !== null && found.latestRun.id !== status.value?.latestRun?.id ? found : null }, () => {})
  }
  const timer = setInterval(look, LOOK_INTERVAL_MS)
  addEventListener('focus', look)
  return () => {
    clearInterval(timer)
    removeEventListener('focus', look)
  }
}

export const domainName = (code: string): string => {
  const domain = domains.value.get(code)
  return domain === undefined ? code : language.value === 'pl' ? domain.shortNamePl : domain.shortName
}
/** Groups of countries have the name that the table shown gives them. */
export const countryName = (code: string): string => {
  const country = countries.value.get(code)
  if (country === undefined) return shownTable.value?.countries.find(each => each.code === code)?.name ?? code
  return language.value === 'pl' ? country.namePl : country.name
}

/** Of a sector of the table shown. */
export const tableSectorName = (code: string): string => shownTable.value?.sectors.find(each => each.code === code)?.name ?? code

/** The name of any run's cluster in words. */
export const labelOf = (cluster: Pick<ClusterSummary, 'code' | 'name'>): string => clusterLabel(cluster, { domain: code => domainName(code), sector: code => code, mixed: t('cluster.mixed'), around: member => t('cluster.around', { member }) })
const labels = computed(() => new Map(clusters.value.map(cluster => [cluster.code, labelOf(cluster)])))
/** A cluster's name in words; its code where the run does not hold it. */
export const clusterName = (code: string): string => labels.value.get(code) ?? code

/** Progress of a run that was started here. */
export const running = signal<RunEvent | null>(null)

/** The latest analysis again. One that was updated from an earlier one is searched for anew, with its steadiness. */
export async function repeatAnalysis (): Promise<void> {
  const run = await fetchJson<{ id: string }>('/api/v1/runs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(anew(status.value?.latestRun?.request)) })
  follow(run.id, () => {})
}

function anew (request: RunRequest | undefined): Partial<RunRequest> {
  if (request?.startFrom === undefined) return request ?? {}
  const { startFrom, options: { repeats, ...options }, ...rest } = request
  return { ...rest, options }
}

/** Shows the progress of a run until it has ended; `completed` is called when it ended well. */
export function follow (run: string, completed: () => void): void {
  const events = new EventSource(`/api/v1/runs/${run}/events`)
  events.addEventListener('run', message => {
    const event = JSON.parse((message as MessageEvent<string>).data) as RunEvent
    running.value = event
    if (event.status === 'queued' || event.status === 'running') return
    events.close()
    running.value = event.status === 'failed' ? event : null
    if (event.status === 'completed') completed()
    void refresh()
  })
}

export const stopAnalysis = async (): Promise<void> => {
  if (running.value !== null) await fetchJson(`/api/v1/runs/${running.value.run}/cancel`, { method: 'POST' })
}
