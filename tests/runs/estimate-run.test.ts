/** What a run would need: work that grows with repetitions, shuffles, iterations and samples, and what cannot be had is refused with its numbers. */
import t from 'tap'
import { findAlgorithm, listAlgorithms, MEASURABLE, optionsOfRun } from '../../services/analysis/registry.ts'
import { SEARCH_LOOKS } from '../../services/analysis/work.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { estimateRun, refuseTooLarge } from '../../services/runs/estimate-run.ts'
import { RunTooLarge } from '../../services/runs/run-service.ts'
import type { NetworkSize } from '../../services/store/graph-store.ts'

const LIMITS = { memoryMax: 4 * 1024 ** 3, timeLimitMs: 20 * 60 * 1000, threads: 2 }
/** About the seed: 7,754 organisations, 57,000 pairs of members. */
const SEED: NetworkSize = { organisations: 7754, supply: 0, collaboration: 0, memberships: 26_000, coMembership: 57_000 }
/** With recorded links, for what needs them. */
const LINKED: NetworkSize = { ...SEED, supply: 20_000, collaboration: 20_000 }
const stepsOf = (algorithm: string, options: Record<string, unknown> = {}, size = SEED, threads = LIMITS.threads): { steps: number, stepsMax: number } => {
  const request = RunRequest.parse({ algorithm, options })
  return estimateRun({ ...request, options: optionsOfRun(findAlgorithm(algorithm) as NonNullable<ReturnType<typeof findAlgorithm>>).parse(options) }, size, { ...LIMITS, threads })
}

t.test('the default run is searched a hundred times and more, and fits the time of a run on the seed and on ten times as much', async t => {
  const { steps, stepsMax } = stepsOf('leiden')
  t.ok(steps > 100 * SEARCH_LOOKS * SEED.coMembership, `${steps} steps`)
  t.ok(steps < stepsMax / 10)
  const tenfold = Object.fromEntries(Object.entries(SEED).map(([name, count]) => [name, 10 * count])) as unknown as NetworkSize
  t.ok(stepsOf('leiden', {}, tenfold, 1).steps < stepsMax / 2, 'on one thread')
  t.equal(stepsOf('leiden', {}, SEED, 8).stepsMax, 4 * stepsMax, 'pieces of a run are for all threads')
  t.equal(stepsOf('betweenness', {}, SEED, 8).stepsMax, stepsOf('betweenness', {}, SEED, 1).stepsMax, 'a measure is one piece')
})

t.test('work grows with what the options ask for', async t => {
  const grows: Array<[algorithm: string, less: Record<string, unknown>, more: Record<string, unknown>, atLeast: number]> = [
    ['leiden', { repeats: 0 }, { repeats: 200 }, 1.4], ['leiden', { restarts: 1 }, { restarts: 100 }, 10], ['louvain', { repeats: 0, shuffledNetworks: 0 }, { repeats: 0, shuffledNetworks: 100 }, 1.2],
    ['resolutionScan', { repeats: 2 }, { repeats: 200 }, 90], ['modularityAboveChance', { rewirings: 20 }, { rewirings: 1000 }, 40], ['modularityAboveChance', { swapsPerLink: 1 }, { swapsPerLink: 100 }, 10],
    ['forceLayout', { iterations: 10 }, { iterations: 10000 }, 50], ['forceLayout', { theta: 1 }, { theta: 0 }, 50], ['removalCurve', { order: 'degree' }, { order: 'betweenness' }, 1000],
    ['coMembershipBackbone', { backbone: 'sdsm' }, { backbone: 'fdsm' }, 1000], ['coMembershipBackbone', { backbone: 'fdsm', samples: 1000 }, { backbone: 'fdsm', samples: 1_000_000 }, 900], ['bipartiteCommunities', { restarts: 1 }, { restarts: 1000 }, 900],
    ['crossBorderShare', { shuffles: 0 }, { shuffles: 100_000 }, 10_000], ['eiIndex', { shuffles: 0 }, { shuffles: 100_000 }, 10_000], ['groupPairs', { shuffles: 0 }, { shuffles: 100_000 }, 10_000]
  ]
  for (const [algorithm, less, more, atLeast] of grows) {
    const [few, many] = [stepsOf(algorithm, less).steps, stepsOf(algorithm, more).steps]
    t.ok(many > atLeast * few && few > 0, `${algorithm} ${JSON.stringify(more)}: ${many} against ${few}`)
  }
  t.equal(stepsOf('geographicLayout').steps, 0, 'links do not count there')
})

/** How often something is done. */
const HOW_OFTEN = /iterations|samples|repeat|restarts|shuffle|permutations|rewirings|swaps|trades/i
/** What is asked for beside, so that the option counts. */
const BESIDE: Record<string, Record<string, unknown>> = { coMembershipBackbone: { backbone: 'fdsm' } }
/** Searches for communities stop when nothing moves, and the looks of one were counted with that: more iterations are allowed, not done. */
const GIVES_UP = new Set(['leiden.iterationsMax', 'bipartiteCommunities.iterationsMax'])

t.test('every option that says how often something is done raises the work', async t => {
  const raised: string[] = []
  for (const { name, optionsSchema } of listAlgorithms()) {
    for (const [option, { type, minimum, maximum }] of Object.entries(optionsSchema.properties as Record<string, { type?: string, minimum?: number, maximum?: number }>)) {
      if (type !== 'integer' || !HOW_OFTEN.test(option) || GIVES_UP.has(`${name}.${option}`)) continue
      const [few, many] = [minimum, maximum].map(count => stepsOf(name, { ...BESIDE[name], [option]: count }, LINKED).steps)
      t.ok(many > few && few > 0, `${name}, ${option} ${minimum} to ${maximum}: ${few} to ${many}`)
      raised.push(`${name}.${option}`)
    }
  }
  for (const each of ['eigenvector.iterationsMax', 'katz.iterationsMax', 'hits.iterationsMax', 'pagerank.iterationsMax', 'betweennessSampled.samplesMax']) t.ok(raised.includes(each), each)
})

t.test('what goes through pairs of partners, or walks from everybody, is more than a look at each link', async t => {
  for (const algorithm of ['brokerageRoles', 'linkPrediction', 'linkPredictionTrial', 'partnerScore']) t.ok(stepsOf(algorithm).steps > 20 * SEED.coMembership, algorithm)
  t.ok(stepsOf('partnerScore').steps > 1000 * stepsOf('partnerScore', { of: 'somebody' }).steps, 'for one organisation or for all')
  t.ok(stepsOf('betweennessSampled', { errorMax: 0.001 }).steps > 3 * stepsOf('betweennessSampled').steps)
  t.ok(stepsOf('pagerank', { damping: 0.99 }).steps > 5 * stepsOf('pagerank').steps)
})

t.test('measures as they come fit the time of a run on the seed', async t => {
  for (const { name, refuses } of MEASURABLE.values()) {
    if (refuses?.(SEED.organisations, optionsOfRun(findAlgorithm(name) as NonNullable<ReturnType<typeof findAlgorithm>>).parse({}) as never) != null) continue
    const { steps, stepsMax } = stepsOf(name, {}, LINKED)
    t.ok(steps <= stepsMax, `${name}: ${steps} of ${stepsMax}`)
  }
})

t.test('what cannot be had is refused with the numbers', async t => {
  const wide: NetworkSize = { organisations: 1_000_000, supply: 20_000_000, collaboration: 0, memberships: 0, coMembership: 0 }
  for (const [algorithm, options, size] of [
    ['leiden', { restarts: 200 }, wide], ['coMembershipBackbone', { backbone: 'fdsm', samples: 1_000_000 }, SEED], ['removalCurve', { order: 'betweenness' }, wide], ['forceLayout', { theta: 0, iterations: 10000 }, SEED], ['modularityAboveChance', { rewirings: 1000 }, wide], ['crossBorderShare', { shuffles: 100_000 }, wide]
  ] as Array<[string, Record<string, unknown>, NetworkSize]>) {
    const request = { ...RunRequest.parse({ algorithm }), options: optionsOfRun(findAlgorithm(algorithm) as NonNullable<ReturnType<typeof findAlgorithm>>).parse(options) }
    const estimate = estimateRun(request, size, { ...LIMITS, memoryMax: Infinity })
    t.throws(() => refuseTooLarge(algorithm, estimate), { name: RunTooLarge.name, message: new RegExp(`${algorithm} on ${size.organisations} organisations and up to \\d+ links would look at about ${estimate.steps.toPrecision(2).replace('+', '\\+')} links, and ${estimate.stepsMax.toPrecision(2).replace('+', '\\+')} fit`) })
  }
})
