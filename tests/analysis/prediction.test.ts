/** Links to expect and partners: against networkx, igraph and numpy, by definition, and what does not change them. */
import t from 'tap'
import fc from 'fast-check'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { undirected } from '../../services/analysis/undirected.ts'
import { strength } from '../../services/analysis/centrality/degree.ts'
import { bestRows } from '../../services/analysis/prediction/best-rows.ts'
import { rootedPagerank, SCORES, walkFrom } from '../../services/analysis/prediction/link-scores.ts'
import { predictLinks, PredictLinksOptions, PREDICTIONS_MAX, WALKED_ORGANISATIONS_MAX } from '../../services/analysis/prediction/predict-links.ts'
import { PredictionTrialOptions, rateScores, TRIED_ORGANISATIONS_MAX, tryPrediction } from '../../services/analysis/prediction/prediction-trial.ts'
import { rankingQuality } from '../../services/analysis/prediction/ranking-quality.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { compareScores, readCase } from './read-case.ts'

type Pair = [number, number]
const graphOf = (n: number, links: Pair[]): Csr => {
  const once = [...new Set(links.map(([i, j]) => `${Math.min(i, j)} ${Math.max(i, j)}`))].map(pair => pair.split(' ').map(Number))
  return buildCsr(n, { sources: once.map(link => link[0]), targets: once.map(link => link[1]) }, false).graph
}
const named = (n: number): string[] => Array.from({ length: n }, (_, v) => String(v))
const predict = (graph: Csr, options: object, ids = named(graph.n)) => predictLinks(ids, graph, PredictLinksOptions.parse(options), UNWATCHED)
const near = (a: number, b: number, tolerance = 1e-9): boolean => Object.is(a, b) || Math.abs(a - b) <= tolerance
const listed = fc.array(fc.tuple(fc.nat(8), fc.nat(8)).filter(([i, j]) => i !== j), { maxLength: 20 }) as fc.Arbitrary<Pair[]>

t.test('the karate club, as networkx and igraph score it', async t => {
  const { graph, ids, expected } = readCase('01-karate-unweighted', false)
  const { candidates, rows } = predict(graph, { top: PREDICTIONS_MAX }, ids)
  t.equal(rows.length, candidates)
  const found = new Map(rows.map(({ u, v, scores }) => [`${ids[u]} ${ids[v]}`, scores]))
  for (const [score, key] of [['adamicAdar', 'link_adamic_adar'], ['resourceAllocation', 'link_resource_allocation'], ['jaccard', 'link_jaccard'], ['preferentialAttachment', 'link_preferential_attachment']] as const) {
    const values = expected(key) as Array<{ source: string, target: string, value: number }>
    // A pair without a common partner is no candidate.
    const apart = values.filter(({ source, target }) => !found.has(`${source} ${target}`))
    t.ok(score === 'preferentialAttachment' || apart.every(({ value }) => value === 0), `${score}: only pairs without a common partner are left out`)
    t.ok(apart.length < values.length && values.every(({ source, target, value }) => near(found.get(`${source} ${target}`)?.[score] ?? value, value)), score)
  }
  t.strictSame(rows.map(({ scores }) => scores.resourceAllocation), rows.map(({ scores }) => scores.resourceAllocation).sort((a, b) => b - a), 'highest first')
})

t.test('the walk from one organisation in a supply network', async t => {
  const { graph, ids, expected } = readCase('10-directed-weighted-supply', true)
  compareScores(t, ids, walkFrom(undirected(graph), ids.indexOf('EE2'), UNWATCHED), expected('ppr_EE2_undirected_weighted'), 'rooted PageRank', 1e-8)
})

t.test('all scores by definition, over all pairs of any network', async () => {
  fc.assert(fc.property(listed, fc.constantFrom(...SCORES), fc.integer({ min: 1, max: 40 }), (links, score, top) => {
    const graph = graphOf(9, links)
    const partners = Array.from({ length: 9 }, (_, v) => new Set(graph.targets.subarray(graph.offsets[v], graph.offsets[v + 1])))
    const walks = Array.from({ length: 9 }, (_, v) => walkFrom(graph, v, UNWATCHED))
    const all = Array.from({ length: 81 }, (_, code) => [Math.floor(code / 9), code % 9]).filter(([u, v]) => u < v && !partners[u].has(v)).flatMap(([u, v]) => {
      const common = [...partners[u]].filter(z => partners[v].has(z))
      const sum = (worth: (degree: number) => number): number => common.reduce((total, z) => total + worth(partners[z].size), 0)
      const scores = { commonNeighbours: common.length, jaccard: common.length / new Set([...partners[u], ...partners[v]]).size, adamicAdar: sum(k => 1 / Math.log(k)), resourceAllocation: sum(k => 1 / k), preferentialAttachment: partners[u].size * partners[v].size, rootedPagerank: (walks[u][v] + walks[v][u]) / 2 }
      return common.length === 0 ? [] : [{ u, v, scores }]
    })
    const { candidates, rows } = predict(graph, { score, top })
    const best = all.map(({ scores }) => scores[score]).sort((a, b) => b - a)
    return candidates === all.length && rows.length === Math.min(top, all.length) && rows.every(({ u, v, scores }, at) => {
      const expected = all.find(pair => pair.u === u && pair.v === v)?.scores
      return expected !== undefined && SCORES.every(name => near(scores[name], expected[name], 1e-10)) && near(scores[score], best[at], 1e-10)
    })
  }), { seed: 1, numRuns: 150 })
})

t.test('of one organisation, the same pairs; names of nodes and isolates change nothing', async () => {
  fc.assert(fc.property(listed, fc.nat(8), (links, of) => {
    const graph = graphOf(9, links)
    const text = ({ u, v, scores }: { u: number, v: number, scores: Record<string, number> }, name: (v: number) => number = v => v): string => `${[name(u), name(v)].sort((a, b) => a - b).join()} ${SCORES.map(score => scores[score].toFixed(9)).join()}`
    const own = predict(graph, { of: String(of), top: 100 }).rows
    const all = predict(graph, { top: 100 }).rows
    const turn = (v: number): number => (v * 4 + 5) % 9
    const turned = predict(graphOf(12, links.map(([i, j]) => [turn(i), turn(j)])), { top: 100 }).rows
    return own.every(({ u }) => u === of) && JSON.stringify(own.map(row => text(row)).sort()) === JSON.stringify(all.filter(({ u, v }) => u === of || v === of).map(row => text(row)).sort()) &&
      JSON.stringify(all.map(row => text(row, turn)).sort()) === JSON.stringify(turned.map(row => text(row)).sort())
  }), { seed: 2, numRuns: 100 })
})

t.test('the best rows, equals as they came', async () => {
  fc.assert(fc.property(fc.array(fc.nat(6), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (scores, limit) => {
    const best = bestRows<number>(limit)
    scores.forEach((score, at) => best.offer(score, at))
    const sorted = scores.map((score, row) => ({ score, row })).sort((a, b) => b.score - a.score || a.row - b.row).slice(0, limit)
    return JSON.stringify(best.list()) === JSON.stringify(sorted)
  }), { seed: 3, numRuns: 200 })
})

t.test('hidden links of the karate club, as numpy rates the scores', async t => {
  const { graph, ids, inputs, expected } = readCase('23-link-prediction', false)
  const hidden = new Set((inputs.hidden as string[][]).map(pair => pair.join()))
  const kept: Pair[] = []
  for (let v = 0; v < graph.n; v++) for (const w of graph.targets.subarray(graph.offsets[v], graph.offsets[v + 1])) if (v < w && !hidden.has(`${ids[v]},${ids[w]}`)) kept.push([v, w])
  const trial = rateScores(graph, graphOf(graph.n, kept), 10, UNWATCHED)
  t.equal(trial.hidden, 10)
  t.equal(trial.pairs, expected('pairs'))
  const quality = expected('quality') as typeof trial.quality
  for (const score of SCORES) {
    for (const figure of ['auc', 'averagePrecision', 'precisionAt'] as const) t.ok(near(trial.quality[score][figure], quality[score][figure]), `${score} ${figure}: ${trial.quality[score][figure]} of ${quality[score][figure]}`)
  }
})

t.test('how good a ranking is: the mean over all orders of equal scores', async t => {
  // By hand: scores 3, 2, 2, 1, hidden links second and last.
  const byHand = rankingQuality(Float32Array.of(3, 2, 2, 1), Uint8Array.of(0, 1, 0, 1), 2)
  t.ok(near(byHand.auc, 0.5 / 4) && near(byHand.averagePrecision, 0.5 / 3 + 0.5 * 2 / 4) && near(byHand.precisionAt, 0.25))
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 8 }), (rows, k) => {
    const permutations = (list: number[]): number[][] => list.length === 0 ? [[]] : list.flatMap((first, at) => permutations(list.filter((_, other) => other !== at)).map(rest => [first, ...rest]))
    const orders = permutations([...rows.keys()]).filter(order => order.every((row, at) => at === 0 || rows[order[at - 1]][0] >= rows[row][0]))
    const links = rows.filter(([, hidden]) => hidden).length
    const cut = Math.min(k, rows.length)
    const precision = orders.reduce((sum, order) => sum + order.slice(0, cut).filter(row => rows[row][1]).length / cut, 0) / orders.length
    const auc = orders.reduce((sum, order) => sum + order.reduce((wins, row, at) => wins + (rows[row][1] ? order.slice(at + 1).filter(other => !rows[other][1]).length : 0), 0), 0) / orders.length / links / (rows.length - links)
    const found = rankingQuality(Float32Array.from(rows, ([score]) => score), Uint8Array.from(rows, ([, hidden]) => Number(hidden)), k)
    return links === 0 || links === rows.length ? Number.isNaN(found.auc) && Number.isNaN(found.averagePrecision) && Number.isNaN(found.precisionAt) : near(found.auc, auc) && near(found.precisionAt, precision)
  }), { seed: 4, numRuns: 200 })
})

t.test('a trial hides about as many as asked, the same with one seed', async t => {
  const { graph } = readCase('01-karate-unweighted', false)
  const trial = tryPrediction(graph, PredictionTrialOptions.parse({ share: 0.2 }), 5, UNWATCHED)
  t.ok(trial.hidden > 6 && trial.hidden < 28 && trial.pairs === 34 * 33 / 2 - 78 + trial.hidden)
  t.strictSame(tryPrediction(graph, PredictionTrialOptions.parse({ share: 0.2 }), 5, UNWATCHED), trial)
  t.notSame(tryPrediction(graph, PredictionTrialOptions.parse({ share: 0.2 }), 6, UNWATCHED), trial)
})

t.test('what is refused', async t => {
  const graph = graphOf(3, [[0, 1], [1, 2]])
  t.throws(() => predict(graph, { of: 'fi' }, ['FI1', 'FI2', 'SE1']), { name: 'MeasureError', message: /no organisation has the id "fi".*"of".*"FI1", "FI2"/ })
  t.throws(() => predict(graph, { of: 'x' }, ['FI1', 'FI2', 'SE1']), { message: /as it stands in the data/ })
  t.throws(() => predict(graph, { top: PREDICTIONS_MAX + 1 }), { name: 'ZodError' })
  const many = graphOf(WALKED_ORGANISATIONS_MAX + 1, [[0, 1], [1, 2]])
  t.throws(() => predict(many, { score: 'rootedPagerank' }), { name: 'MeasureError', message: /5001, above 5000.*"of"/ })
  t.equal(predict(many, { score: 'rootedPagerank', of: '0' }).candidates, 1)
  t.equal(predict(many, {}).candidates, 1)
  t.throws(() => tryPrediction(graphOf(TRIED_ORGANISATIONS_MAX + 1, [[0, 1]]), PredictionTrialOptions.parse({}), 1, UNWATCHED), { name: 'MeasureError', message: /3001.*above 3000/ })
  t.throws(() => predictLinks(named(3), graph, PredictLinksOptions.parse({}), { progress: () => {}, check: () => { throw new Error('stopped') } }), { message: 'stopped' })
})

t.test('nothing in it', async t => {
  for (const n of [0, 1, 2, 4]) {
    const graph = graphOf(n, [])
    t.strictSame(predict(graph, {}), { candidates: 0, rows: [] })
    const { pairs, hidden, quality } = tryPrediction(graph, PredictionTrialOptions.parse({}), 1, UNWATCHED)
    t.strictSame([pairs, hidden, quality.jaccard.auc], [n * (n - 1) / 2, 0, NaN])
  }
  t.ok(rootedPagerank(graphOf(3, [[0, 1]]), strength(graphOf(3, [[0, 1]])), 2, UNWATCHED).every(share => share === 0), 'from an isolate no walk leads')
})
