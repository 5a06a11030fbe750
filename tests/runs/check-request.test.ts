/** What is refused when a run is asked for, rather than when its turn comes. */
import t from 'tap'
import type { ZodError } from 'zod'
import { ASKING_ORGANISATIONS_MAX } from '../../services/analysis/prediction/rank-partners.ts'
import { WALKED_ORGANISATIONS_MAX } from '../../services/analysis/prediction/predict-links.ts'
import { TRIED_ORGANISATIONS_MAX } from '../../services/analysis/prediction/prediction-trial.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { checkRequest } from '../../services/runs/check-request.ts'

const NO_RUNS = { get: async () => null, latest: async () => null }
const KNOWN = new Set(['org-1', 'org-2'])
const check = (request: Record<string, unknown>, organisations: number): Promise<RunRequest> =>
  checkRequest(RunRequest.parse(request), NO_RUNS, { knownIds: async ids => ids.filter(id => KNOWN.has(id)), size: { organisations } })

/** Field and words of what is refused; none: accepted. */
const refused = (request: Record<string, unknown>, organisations: number): Promise<Array<{ path: string, message: string }>> =>
  check(request, organisations).then(() => [], (error: ZodError) => error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))

t.test('a network too large for what a measure does with each pair or organisation', async t => {
  const cases: Array<[algorithm: string, options: object, max: number, path: string]> = [
    ['partnerScore', {}, ASKING_ORGANISATIONS_MAX, 'options.of'], ['linkPrediction', { score: 'rootedPagerank' }, WALKED_ORGANISATIONS_MAX, 'options.score'], ['linkPredictionTrial', {}, TRIED_ORGANISATIONS_MAX, 'algorithm']
  ]
  for (const [algorithm, options, max, path] of cases) {
    t.match(await check({ algorithm, options }, max), { algorithm })
    t.match(await refused({ algorithm, options }, max + 1), [{ path, message: new RegExp(`there are ${max + 1}( organisations)?, above ${max}`) }], algorithm)
  }
  t.match(await check({ algorithm: 'partnerScore', options: { of: 'org-1' } }, 1e6), { options: { of: 'org-1' } })
  t.match(await check({ algorithm: 'linkPrediction' }, 1e6), { options: { score: 'resourceAllocation' } })
})

t.test('ids that options name', async t => {
  for (const [algorithm, option, value] of [['partnerScore', 'of', 'org-3'], ['linkPrediction', 'of', 'org-3'], ['pagerank', 'start', ['org-1', 'org-3', 'org-2']]] as const) {
    t.match(await refused({ algorithm, options: { [option]: value } }, 10), [{ path: `options.${option}`, message: /no organisation has the id "org-3"; .*lists them/ }], algorithm)
  }
  t.match(await check({ algorithm: 'pagerank', options: { start: ['org-1', 'org-2', 'org-1'] } }, 10), { algorithm: 'pagerank' })
  t.match(await check({ algorithm: 'pagerank' }, 10), { options: { start: [] } })
  t.match(await refused({ algorithm: 'partnerScore', options: { of: 'x'.repeat(1000) } }, 10), [{ message: /^.{0,150}$/ }])
})

t.test('groupsFrom goes with groups alone', async t => {
  for (const algorithm of ['degree', 'leiden']) t.strictSame(await refused({ algorithm, group: 'cluster', groupsFrom: 'run-000000000000' }, 10), [{ path: 'groupsFrom', message: `goes with measures that need groups; ${algorithm} needs none` }])
  t.match(await refused({ algorithm: 'assortativity', group: 'cluster', groupsFrom: 'run-000000000000' }, 10), [{ path: 'groupsFrom', message: /is not a run/ }])
  t.equal('groupsFrom' in await check({ algorithm: 'degree', group: 'cluster' }, 10), false)
})
