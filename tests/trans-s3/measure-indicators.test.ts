/** Indicators measured over HTTP on runs of the same and of other settings. */
import t from 'tap'
import type { Test } from 'tap'
import { RunRequest } from '../../services/contract/run.ts'
import { openWorkspace } from './open-workspace.ts'

/** Of runs whose clusters nobody looks at. */
const FAST = { repeats: 0, shuffledNetworks: 0 }

/** With an objective to hang indicators on, and a way to measure each. */
async function openObjective (t: Test) {
  const open = await openWorkspace(t)
  const { add, ask, close, runs } = open
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  for (const stage of ['common-sets', 'profiling', 'trends', 'consultation']) {
    await add({ type: 'decision', stage, what: 'keep', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
    await close(stage)
  }
  const objective = (await add({ type: 'objective', title: 'More wood', priorities: [wood.id] })).body
  return {
    ...open,
    begin: async (measure: string): Promise<string> => (await add({ type: 'indicator', objective: objective.id, title: `Wood: ${measure}`, measure, target: 1, date: '2028-01-01' })).body.id,
    measure: async (indicator: string, run: string) => await ask('POST', `/indicators/${indicator}/measure`, { run }),
    runWith: async (request: object): Promise<string> => (await runs.wait((await runs.start(RunRequest.parse(request))).id)).id,
    measurements: async (indicator: string): Promise<any[]> => (await ask('GET', '')).body.items.find(({ id }: any) => id === indicator).content.measurements
  }
}

t.test('a run whose links were made in another way does not compare with the baseline', async t => {
  const { begin, measure, measurements, run, runWith } = await openObjective(t)
  const indicator = await begin('crossBorderShare')
  t.equal((await measure(indicator, run)).status, 200)
  for (const [projection, says] of [
    [{ networkSizeMax: 5 }, 'projection.networkSizeMax was 100 and is 5.'],
    [{ networkSizeBasis: 'in-source' }, 'projection.networkSizeBasis was "in-store" and is "in-source".'],
    [{ layers: ['supply', 'co-membership'], networkSizeMax: 7 }, 'projection.layers was ["co-membership","collaboration","supply"] and is ["co-membership","supply"]; projection.networkSizeMax was 100 and is 7.']
  ] as Array<[object, string]>) {
    const other = await runWith({ options: FAST, projection })
    const { status, body } = await measure(indicator, other)
    t.match({ status, code: body.code }, { status: 409, code: 'CONFLICT' })
    t.ok(body.detail.endsWith(`"Wood: crossBorderShare" has its baseline from ${run}, and ${other} was made with other settings, so that they do not compare: ${says} Start a run with the settings of ${run} (POST /api/v1/runs), or begin another indicator.`), body.detail)
  }
  t.equal((await measurements(indicator)).length, 1, 'nothing of it is kept')
  const again = await runWith({ seed: 7, algorithm: 'louvain', options: FAST, projection: { layers: ['supply', 'co-membership', 'collaboration'] } })
  t.equal((await measure(indicator, again)).status, 200, 'layers in another order are the same layers, and how clusters were searched changes no share')
  t.strictSame((await measurements(indicator)).map(each => each.run), [run, again])
  const other = await begin('crossBorderShare')
  t.equal((await measure(other, await runWith({ options: FAST, projection: { networkSizeMax: 5 } }))).status, 200, 'another indicator begins where it likes')
  t.match((await measure(other, run)).body.detail, /networkSizeMax was 5 and is 100/)
})

t.test('clusters compare where they were searched in the same way', async t => {
  const { begin, measure, run, runWith } = await openObjective(t)
  const indicator = await begin('clusters')
  t.equal((await measure(indicator, run)).status, 200)
  t.match((await measure(indicator, await runWith({ options: { resolution: 2 } }))).body, { code: 'CONFLICT', detail: /: options\.resolution was 1 and is 2\. Start a run/ })
  t.match((await measure(indicator, await runWith({ algorithm: 'labelPropagation' }))).body, { code: 'CONFLICT', detail: /: algorithm was "leiden" and is "labelPropagation"; .*options\.resolution was 1 and is not set/ })
  t.equal((await measure(indicator, await runWith({ seed: 7 }))).status, 200)
})

t.test('a baseline of a run that is not in the store compares with nothing', async t => {
  const { ask, begin, id, measure, run } = await openObjective(t)
  const indicator = await begin('organisations')
  await measure(indicator, run)
  const elsewhere = await openWorkspace(t)
  t.equal((await elsewhere.call('POST', '/api/v1/workspaces/file', (await ask('GET', '/file')).body)).status, 201)
  const answer = await elsewhere.call('POST', `/api/v1/workspaces/${id}/indicators/${indicator}/measure`, { run: elsewhere.run })
  t.equal(answer.body.code, 'CONFLICT')
  t.ok(answer.body.detail.includes(`has its baseline from ${run}, which is not in this store`), answer.body.detail)
})
