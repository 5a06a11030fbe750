/** Links across, third parties and pair scores: a toy network counted by hand, and a look at every pair and triple of random ones. */
import t from 'tap'
import { linksAcross } from '../../services/brokerage/links-across.ts'
import { memberScore, PAIR_SCORE_WEIGHTS, thirdPartyScore } from '../../services/brokerage/pair-score.ts'
import { pairsJoined } from '../../services/brokerage/pairs-joined.ts'
import { A, B, BOTH, NEITHER, takeSides } from '../../services/brokerage/sides.ts'
import type { Sides } from '../../services/brokerage/sides.ts'
import { thirdParties } from '../../services/brokerage/third-parties.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { randomNetwork, sidesOf, weightOf } from './networks.ts'

const graphOf = (n: number, links: Array<[number, number, number]>): Csr => buildCsr(n, { sources: links.map(([i]) => i), targets: links.map(([, j]) => j), weights: links.map(([, , weight]) => weight) }, false).graph

t.test('who stands where', async t => {
  const sides = takeSides(Uint8Array.of(1, 1, 0, 0, 1), Uint8Array.of(0, 1, 1, 0, 0))
  t.strictSame([...sides.of], [A, BOTH, B, NEITHER, A])
  t.match(sides, { a: 2, b: 1, both: 1 }, 'who is in both is on neither')
})

/**
 * Side A: 0 1 2, side B: 3 4 5, third parties: 6 7, 8 in both filters.
 * Across: 0-3 at 2, 0-4 at 1, 1-4 at 1. Third: 6 deals with 1 (1) and 3 (3) and 5 (1); 7 with 2 (1) and 5 (4); 8 with 0 (1) and 3 (1); 0-1 are partners.
 */
const toy = graphOf(9, [[0, 3, 2], [0, 4, 1], [1, 4, 1], [6, 1, 1], [6, 3, 3], [6, 5, 1], [7, 2, 1], [7, 5, 4], [8, 0, 1], [8, 3, 1], [0, 1, 5]])
const toySides = takeSides(Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 0, 1), Uint8Array.of(0, 0, 0, 1, 1, 1, 0, 0, 1))

t.test('by hand: members', async t => {
  const across = linksAcross(toy, toySides)
  t.strictSame([...across.links], [2, 1, 0, 1, 2, 0, 0, 0, 0])
  t.strictSame([...across.strength], [3, 1, 0, 2, 2, 0, 0, 0, 0])
  t.strictSame([...across.onlyFor], [1, 0, 0, 0, 1, 0, 0, 0, 0], '3 has only 0, and 1 has only 4')
  t.strictSame(across.total, { links: 3, strength: 4, organisations: 4, organisationsOfA: 2, single: 2 })
  const score = memberScore(across, 0)
  t.strictSame([score.links, score.strength, score.only], [2 / 3, 3 / 4, 1 / 4])
  t.equal(score.score, 100 * (0.5 * 2 / 3 + 0.25 * 3 / 4 + 0.25 / 4))
  t.equal(PAIR_SCORE_WEIGHTS.links + PAIR_SCORE_WEIGHTS.strength + PAIR_SCORE_WEIGHTS.only, 1, 'nobody can have more than 100')
})

t.test('by hand: third parties', async t => {
  const third = thirdParties(toy, toySides, linksAcross(toy, toySides))
  t.strictSame([...third.toA.subarray(6)], [1, 1, 1])
  t.strictSame([...third.toB.subarray(6)], [2, 1, 1])
  t.strictSame([...third.joins.subarray(6)], [2, 1, 0], '8 joins 0 and 3, which deal with each other already')
  t.strictSame([...third.strength.subarray(6)], [1, 1, 1], 'no more can pass than the weaker end lets through')
  t.strictSame([...third.onlyFor.subarray(6)], [0, 1, 0], '2 has 7 alone; 5 has both')
  t.strictSame(third.total, { organisations: 3, ways: 3, strength: 3, reached: 2, single: 1 })
  t.equal(thirdPartyScore(third, 7).score, 100 * (0.5 / 3 + 0.25 / 3 + 0.25 / 2))
  t.equal(thirdPartyScore(third, 8).score, 100 * (0.25 / 3))
  t.equal(pairsJoined(toy, toySides, 0), 1, '1 and 3 could meet through 0; 1 and 4 deal with each other already')
})

t.test('nothing across: no share is invented', async t => {
  const graph = graphOf(3, [[0, 1, 1]])
  const sides = takeSides(Uint8Array.of(1, 1, 0), Uint8Array.of(0, 0, 1))
  const across = linksAcross(graph, sides)
  t.strictSame(memberScore(across, 0), { links: 0, strength: 0, only: 0, score: 0 })
  t.strictSame(thirdPartyScore(thirdParties(graph, sides, across), 0), { links: 0, strength: 0, only: 0, score: 0 })
})

t.test('a look at every pair and triple of random networks', async t => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const graph = randomNetwork(30, 80, seed)
    const sides = sidesOf(30, seed)
    const across = linksAcross(graph, sides)
    const third = thirdParties(graph, sides, across)
    const slow = slowly(graph, sides)
    t.strictSame([...across.links], slow.links)
    t.strictSame([...across.onlyFor], slow.onlyFor)
    t.strictSame([...third.joins], slow.joins)
    t.strictSame([...third.onlyFor], slow.thirdOnlyFor)
    for (let v = 0; v < 30; v++) {
      t.ok(Math.abs(across.strength[v] - slow.strength[v]) < 1e-12)
      t.equal(pairsJoined(graph, sides, v), slow.joined[v])
      if (third.toA[v] > 0) t.equal(third.joins[v], slow.joined[v], 'of third parties the two are one number')
    }
    t.equal(third.total.ways, slow.joins.reduce((sum, ways) => sum + ways, 0))
  }
})

function slowly (graph: Csr, { of }: Sides): Record<'links' | 'strength' | 'onlyFor' | 'joins' | 'joined' | 'thirdOnlyFor', number[]> {
  const nodes = Array.from(of.keys())
  const linked = (v: number, w: number): boolean => weightOf(graph, v, w) > 0
  const across = (v: number): number[] => nodes.filter(w => linked(v, w) && of[v] + of[w] === A + B && of[v] !== of[w] && of[v] * of[w] === A * B)
  const joined = (v: number): number => nodes.flatMap(a => nodes.map(b => [a, b])).filter(([a, b]) => of[a] === A && of[b] === B && linked(v, a) && linked(v, b) && !linked(a, b)).length
  const isThird = (v: number): boolean => (of[v] === NEITHER || of[v] === BOTH) && nodes.some(a => of[a] === A && linked(v, a)) && nodes.some(b => of[b] === B && linked(v, b))
  const partiesOf = (v: number): number[] => nodes.filter(w => isThird(w) && linked(v, w))
  return {
    links: nodes.map(v => across(v).length),
    strength: nodes.map(v => across(v).reduce((sum, w) => sum + weightOf(graph, v, w), 0)),
    onlyFor: nodes.map(v => across(v).filter(w => across(w).length === 1).length),
    joins: nodes.map(v => isThird(v) ? joined(v) : 0),
    joined: nodes.map(joined),
    thirdOnlyFor: nodes.map(v => nodes.filter(w => (of[w] === A || of[w] === B) && across(w).length === 0 && partiesOf(w).length === 1 && partiesOf(w)[0] === v).length)
  }
}
