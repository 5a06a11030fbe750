/** Backbones of weighted links against an independent implementation, and what does not change them. */
import t from 'tap'
import fc from 'fast-check'
import { disparity } from '../../services/analysis/affiliation/disparity.ts'
import { noiseCorrected } from '../../services/analysis/affiliation/noise-corrected.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { readCase } from './read-case.ts'
import type { ReadCase } from './read-case.ts'

interface Row { source: string, target: string, alpha: number, alpha_out: number, alpha_in: number, score: number, sdev: number }
const graphOf = (n: number, links: Array<readonly [number, number, number]>, directed = false): Csr => buildCsr(n, { sources: links.map(([source]) => source), targets: links.map(([, target]) => target), weights: links.map(([, , weight]) => weight) }, directed).graph

/** The values of each expected row beside what was found for its link. */
function besides ({ ids }: Pick<ReadCase, 'ids'>, directed: boolean, rows: Row[], { sources, targets }: { sources: Int32Array, targets: Int32Array }, found: Float64Array): Array<[Row, number]> {
  const nameOf = (a: string, b: string): string => directed ? `${a} ${b}` : [a, b].sort().join(' ')
  const place = new Map(Array.from(sources, (source, link) => [nameOf(ids[source], ids[targets[link]]), found[link]]))
  return rows.map(row => [row, place.get(nameOf(row.source, row.target)) ?? NaN])
}

t.test('undirected links', async t => {
  for (const [name, links] of [['22-backbone', 9], ['05-lesmis-weighted', 254]] as const) {
    const read = readCase(name, false)
    const byDisparity = disparity(read.graph)
    t.equal(byDisparity.scores.length, links)
    t.ok(besides(read, false, read.expected('disparity') as Row[], byDisparity, byDisparity.scores).every(([{ alpha }, found]) => Math.abs(alpha - found) < 1e-12), `${name}: disparity`)
    const byNoise = noiseCorrected(read.graph)
    const rows = read.expected('noise_corrected') as Row[]
    t.ok(besides(read, false, rows, byNoise, byNoise.scores).every(([{ score }, found]) => Math.abs(score - found) < 1e-12), `${name}: score`)
    t.ok(besides(read, false, rows, byNoise, byNoise.deviations).every(([{ sdev }, found]) => Math.abs(sdev - found) < 1e-12), `${name}: its deviation`)
  }
})

t.test('how many links of Les Miserables are kept', async t => {
  const { graph, ids, expected } = readCase('05-lesmis-weighted', false)
  const kept = (name: string, options: object): number | null => {
    const { compute, options: schema } = MEASURABLE.get(name) as NonNullable<ReturnType<typeof MEASURABLE.get>>
    return compute({ ids, graph } as never, schema.parse(options) as never, UNWATCHED).metrics.linksKept
  }
  for (const alpha of [0.05, 0.1, 0.3]) t.equal(kept('disparityBackbone', { alpha }), expected(`disparity_kept_alpha${alpha}`))
  for (const delta of [1.28, 1.64, 2.32]) t.equal(kept('noiseCorrectedBackbone', { delta }), expected(`noise_corrected_kept_delta${delta}`))
})

t.test('directed links', async t => {
  const { inputs, expected } = readCase('22-backbone', false)
  const listed = inputs.directed_edges as Array<[string, string, number]>
  const ids = [...new Set(listed.flatMap(([source, target]) => [source, target]))].sort()
  const graph = graphOf(ids.length, listed.map(([source, target, weight]) => [ids.indexOf(source), ids.indexOf(target), weight] as const), true)
  const byDisparity = disparity(graph)
  t.ok(besides({ ids }, true, expected('disparity_directed') as Row[], byDisparity, byDisparity.scores).every(([row, found]) => Math.abs(Math.min(row.alpha_out, row.alpha_in) - found) < 1e-12))
  const byNoise = noiseCorrected(graph)
  const rows = expected('noise_corrected_directed') as Row[]
  t.ok(besides({ ids }, true, rows, byNoise, byNoise.scores).every(([{ score }, found]) => Math.abs(score - found) < 1e-12))
  t.ok(besides({ ids }, true, rows, byNoise, byNoise.deviations).every(([{ sdev }, found]) => Math.abs(sdev - found) < 1e-12))
})

const listed = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 9 })).filter(([i, j]) => i !== j), { minLength: 1, maxLength: 20 })

t.test('disparity is the chance of a share by cutting at random places', async () => {
  fc.assert(fc.property(listed, links => {
    const graph = graphOf(8, links)
    const { sources, targets, weights, scores } = disparity(graph)
    const surprise = (v: number, weight: number): number => {
      const own = graph.weights.subarray(graph.offsets[v], graph.offsets[v + 1])
      const share = weight / own.reduce((sum, each) => sum + each, 0)
      // Serrano's integral, 1 - (k - 1) times the integral of (1 - x)^(k - 2) from 0 to the share, by Simpson's rule.
      if (own.length === 1) return 1
      const f = (x: number): number => (1 - x) ** (own.length - 2)
      const steps = 200
      let sum = f(0) + f(share)
      for (let s = 1; s < steps; s++) sum += f(share * s / steps) * (s % 2 === 0 ? 2 : 4)
      return 1 - (own.length - 1) * sum * share / steps / 3
    }
    return scores.every((score, link) => Math.abs(score - Math.min(surprise(sources[link], weights[link]), surprise(targets[link], weights[link]))) < 1e-6)
  }), { seed: 1, numRuns: 100 })
})

t.test('order of nodes, isolates and units change no score', async t => {
  fc.assert(fc.property(listed, links => {
    const turn = (v: number): number => (v * 3 + 1) % 8
    const turned = graphOf(10, links.map(([i, j, weight]) => [turn(i), turn(j), weight] as const))
    const scaled = graphOf(8, links.map(([i, j, weight]) => [i, j, weight * 2.5] as const))
    const byName = ({ sources, targets, scores }: ReturnType<typeof disparity>, name: (v: number) => number): Map<string, number> => new Map(Array.from(scores, (score, link) => [[name(sources[link]), name(targets[link])].sort().join(), score]))
    const alike = (a: Map<string, number>, b: Map<string, number>): boolean => a.size === b.size && [...a].every(([link, score]) => Math.abs(score - (b.get(link) ?? NaN)) < 1e-12)
    const graph = graphOf(8, links)
    return alike(byName(disparity(graph), turn), byName(disparity(turned), v => v)) && alike(byName(noiseCorrected(graph), turn), byName(noiseCorrected(turned), v => v)) &&
      alike(byName(disparity(graph), v => v), byName(disparity(scaled), v => v)) && alike(byName(noiseCorrected(graph), v => v), byName(noiseCorrected(scaled), v => v))
  }), { seed: 2, numRuns: 100 })
  const [one, ten] = [1, 10].map(scale => noiseCorrected(graphOf(3, [[0, 1, scale], [1, 2, 2 * scale]])).deviations[0])
  t.ok(ten < one, 'ten times the count is surer')
})

t.test('nothing in it, and one link', async t => {
  for (const n of [0, 1, 3]) {
    for (const directed of [false, true]) {
      t.equal(disparity(graphOf(n, [], directed)).scores.length, 0)
      t.equal(noiseCorrected(graphOf(n, [], directed)).scores.length, 0)
    }
  }
  t.strictSame([...disparity(graphOf(2, [[0, 1, 5]])).scores], [1], 'who has one link spreads nothing')
  t.strictSame([...noiseCorrected(graphOf(2, [[0, 1, 5]], true)).deviations], [NaN], 'one seller sells everything')
  const { kept } = (MEASURABLE.get('noiseCorrectedBackbone') as NonNullable<ReturnType<typeof MEASURABLE.get>>).compute({ ids: ['a', 'b'], graph: graphOf(2, [[0, 1, 5]], true) } as never, { delta: 0 } as never, UNWATCHED).tables?.links as { kept: Uint8Array }
  t.strictSame([...kept], [0], 'what is not defined is not kept')
})
