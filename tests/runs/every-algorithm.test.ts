/** Every registered algorithm as a run on the real seed, over the API: stopped once, completed once, and while it works the service goes on answering. */
import t from 'tap'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { AlgorithmDescription } from '../../services/contract/run.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { buildService } from '../support/build-service.ts'
import { importContext } from '../support/import-files.ts'

/** Options that make a run short where an algorithm has them, and no less than it takes: what is tested is that each runs, not what it finds. */
const SHORT: Record<string, number> = { repeats: 0, betweennessSources: 16, sources: 16, samples: 2, restarts: 1, rewirings: 0, swapsPerLink: 1, shuffles: 10, iterations: 10 }

function shortOptions ({ optionsSchema }: AlgorithmDescription, organisation: string): Record<string, unknown> {
  const properties = optionsSchema.properties as Record<string, { minimum?: number }>
  const short = Object.entries(SHORT).filter(([option]) => option in properties).map(([option, value]) => [option, Math.max(value, properties[option].minimum ?? value)])
  return { ...Object.fromEntries(short), ...('of' in properties && { of: organisation }), ...('resolutions' in properties && { resolutions: [1] }) }
}

t.test('every algorithm on the real seed', async t => {
  const { call, runs, store } = await buildService(t, { runParts: { thematicDomains: ['h2020:SC2'] } })
  await seedIfEmpty(store, fileURLToPath(new URL('../../seeds/', import.meta.url)), importContext())
  const { body: { items } } = await call('GET', '/api/v1/algorithms') as { body: { items: AlgorithmDescription[] } }
  const runnable = items.filter(({ gives }) => gives !== null)
  t.ok(runnable.length > 25)
  const { body: { items: [{ id: organisation }] } } = await call('GET', '/api/v1/organisations?limit=1')
  const pauses: Array<[name: string, seconds: number, pause: number]> = []
  for (const algorithm of runnable) {
    const request = { algorithm: algorithm.name, options: shortOptions(algorithm, organisation) }
    const stopped = await call('POST', '/api/v1/runs', request)
    t.equal(stopped.status, 202, `${algorithm.name}: ${stopped.text.slice(0, 300)}`)
    // From the first sign that a worker is at it.
    for await (const { stage } of runs.events(stopped.body.id, new AbortController().signal)) if (stage === 'measure' || stage === 'projection') await call('POST', `/api/v1/runs/${stopped.body.id}/cancel`)
    t.match((await call('GET', `/api/v1/runs/${stopped.body.id}`)).body, { status: 'cancelled', measured: null, metrics: null, problem: null }, `${algorithm.name} is stopped`)

    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const began = Date.now()
    const { body: { id } } = await call('POST', '/api/v1/runs', request)
    const run = await runs.wait(id)
    delay.disable()
    pauses.push([algorithm.name, (Date.now() - began) / 1000, delay.max / 1e6])
    t.match(run, { status: 'completed', problem: null }, algorithm.name)
    const { body: results } = await call('GET', `/api/v1/runs/${id}/results?limit=500`)
    const values = results.items.flatMap(({ scores }: { scores: Record<string, number | null> }) => Object.values(scores))
    t.ok(values.every((value: unknown) => value === null || Number.isFinite(value)), `${algorithm.name}: numbers, or null where not defined`)
    t.ok(Object.values(run.measured?.metrics ?? {}).every(value => value === null || Number.isFinite(value)), `${algorithm.name}: figures too`)
  }
  t.comment(pauses.map(([name, seconds, pause]) => `${name}: ${seconds.toFixed(1)} s, longest pause ${pause.toFixed(0)} ms`).join('\n'))
})
