/** Every registered algorithm as a run on the real seed, over the API: stopped once, completed once, and while it works the service goes on answering. */
import t from 'tap'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { LightMyRequestResponse } from 'fastify'
import type { AlgorithmDescription, Run } from '../../services/contract/run.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { buildService } from '../support/build-service.ts'
import { importContext } from '../support/import-files.ts'

/** Options that make a run short where an algorithm has them, and no less than it takes: what is tested is that each runs, not what it finds. */
const SHORT: Record<string, number> = { repeats: 0, shuffledNetworks: 1, betweennessSources: 16, sources: 16, samples: 2, restarts: 1, rewirings: 0, swapsPerLink: 1, shuffles: 10, iterations: 10 }

/** What the seed is too large for, and what is said when it is asked for. */
const REFUSED: Record<string, RegExp> = { linkPredictionTrial: /scores every pair, and there are \d+ organisations, above 3000/ }

function shortOptions ({ optionsSchema }: AlgorithmDescription, organisation: string): Record<string, unknown> {
  const properties = optionsSchema.properties as Record<string, { minimum?: number }>
  const short = Object.entries(SHORT).filter(([option]) => option in properties).map(([option, value]) => [option, Math.max(value, properties[option].minimum ?? value)])
  return { ...Object.fromEntries(short), ...('of' in properties && { of: organisation }), ...('resolutions' in properties && { resolutions: [1] }) }
}

t.test('every algorithm on the real seed', async t => {
  const { app, call, runs, store } = await buildService(t, { runParts: { thematicDomains: ['h2020:SC2'] } })
  await seedIfEmpty(store, fileURLToPath(new URL('../../seeds/', import.meta.url)), importContext())
  const { body: { items } } = await call('GET', '/api/v1/algorithms') as { body: { items: AlgorithmDescription[] } }
  const runnable = items.filter(({ gives }) => gives !== null)
  t.ok(runnable.length > 25)
  const { body: { items: [{ id: organisation }] } } = await call('GET', '/api/v1/organisations?limit=1')
  const pauses: Array<[name: string, seconds: number, pause: number]> = []
  /** From the first sign that a worker is at it, or at once. What is done in a moment may be complete before it can be stopped. */
  const stop = async (id: string, underWay: boolean): Promise<Run> => {
    if (!underWay) await call('POST', `/api/v1/runs/${id}/cancel`)
    else for await (const { stage } of runs.events(id, new AbortController().signal)) if (stage === 'measure' || stage === 'projection') await call('POST', `/api/v1/runs/${id}/cancel`)
    return await runs.wait(id)
  }
  for (const [i, algorithm] of runnable.entries()) {
    const payload = { algorithm: algorithm.name, options: shortOptions(algorithm, organisation) }
    // Each algorithm is asked for from another address: together they are more than one address may start in a minute.
    const start = (): Promise<LightMyRequestResponse> => app.inject({ method: 'POST', url: '/api/v1/runs', payload, remoteAddress: `127.0.1.${i}` })
    const answer = await start()
    if (algorithm.name in REFUSED) {
      t.match({ status: answer.statusCode, body: answer.json() as object }, { status: 400, body: { detail: REFUSED[algorithm.name] } }, `${algorithm.name} says why not`)
      continue
    }
    t.equal(answer.statusCode, 202, `${algorithm.name}: ${answer.body.slice(0, 300)}`)
    const first = await stop((answer.json() as Run).id, true)
    const stopped = first.status === 'cancelled' ? first : await stop(((await start()).json() as Run).id, false)
    t.match(stopped, { status: 'cancelled', measured: null, metrics: null, problem: null }, `${algorithm.name} is stopped`)

    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const began = Date.now()
    const { id } = (await start()).json() as Run
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
