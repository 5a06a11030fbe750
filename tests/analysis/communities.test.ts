/** Partitions compared, repeated and agreed upon: against values of scikit-learn, by definition, and on planted clusters. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import fc from 'fast-check'
import { agreeOnCommunities } from '../../services/analysis/communities/agree.ts'
import { adjustedInformation, comparePartitions } from '../../services/analysis/partitions/compare-partitions.ts'
import { consensus } from '../../services/analysis/communities/consensus.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { canonicalLabels, splitDisconnected } from '../../services/analysis/partitions/partition.ts'
import { meanAgreement, measureStability } from '../../services/analysis/communities/stability.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { dropLinks } from '../../services/analysis/drop-links.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

interface Case { inputs: { a: number[], b: number[], runs: number[][] }, expected: Record<string, { value: number & Record<string, number> }> }
const { inputs, expected } = JSON.parse(readFileSync('tests/datasets/measures/17-partition-comparison.json', 'utf8')) as Case
const labels = (list: number[]): Int32Array => Int32Array.from(list)
const near = (found: number, value: number): boolean => Math.abs(found - value) < 1e-9
const once = LeidenOptions.parse({ restarts: 1 })
const find = (graph: Csr, seed: number): Int32Array => leiden(graph, once, seed)
const graphOf = (n: number, links: Array<[number, number]>): Csr => buildCsr(n, { sources: links.map(link => link[0]), targets: links.map(link => link[1]), weights: links.map(() => 1) }, false).graph

t.test('likeness as scikit-learn gives it', async t => {
  const { adjustedRand, normalisedInformation, variationOfInformation } = comparePartitions(labels(inputs.a), labels(inputs.b))
  t.ok(near(adjustedRand, expected.ari.value) && near(normalisedInformation, expected.nmi_arithmetic.value) && near(variationOfInformation, expected.vi_nats.value))
  const [one, singletons, a] = [labels(Array(12).fill(0)), labels([...Array(12).keys()]), labels(inputs.a)]
  const degenerate = expected.degenerate.value
  t.ok(near(comparePartitions(one, one).normalisedInformation, degenerate.nmi_one_one) && near(comparePartitions(one, a).normalisedInformation, degenerate.nmi_one_a) && near(comparePartitions(singletons, a).normalisedInformation, degenerate.nmi_sing_a))
  t.ok(near(comparePartitions(one, one).adjustedRand, degenerate.ari_one_one) && near(comparePartitions(one, a).adjustedRand, degenerate.ari_one_a) && near(comparePartitions(singletons, singletons).adjustedRand, degenerate.ari_sing_sing) && near(comparePartitions(singletons, a).adjustedRand, degenerate.ari_sing_a))
  t.ok(near(comparePartitions(one, singletons).variationOfInformation, degenerate.vi_one_sing))
  t.strictSame(comparePartitions(labels([]), labels([])), { adjustedRand: 1, normalisedInformation: 1, variationOfInformation: 0 })
})

t.test('adjusted information as scikit-learn gives it', async t => {
  t.ok(near(adjustedInformation(labels(inputs.a), labels(inputs.b)), expected.ami.value))
  const [one, singletons, a] = [labels(Array(12).fill(0)), labels([...Array(12).keys()]), labels(inputs.a)]
  t.ok(near(adjustedInformation(singletons, a), 0) && near(adjustedInformation(one, a), 0) && near(adjustedInformation(one, singletons), 0), 'what tells nothing')
  for (const same of [one, singletons, a, labels([]), labels([0])]) t.ok(near(adjustedInformation(same, same), 1))
  // Values in the tests of scikit-learn (metrics/cluster/tests/test_supervised.py).
  const first = labels([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3])
  const second = labels([1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2])
  t.ok(Math.abs(adjustedInformation(first, second) - 0.27821) < 5e-6)
  const repeated = (list: Int32Array): Int32Array => labels(Array.from({ length: 110 }, () => [...list]).flat())
  t.ok(Math.abs(adjustedInformation(repeated(first), repeated(second)) - 0.38) < 5e-3)
  // Two halves of ten thousand: probabilities at the ends of the range are below the least double.
  const halves = (turn: number): Int32Array => labels(Array.from({ length: 10_000 }, (_, v) => Number((v + turn) % 10_000 < 5000)))
  t.ok(near(adjustedInformation(halves(0), halves(5000)), 1) && Math.abs(adjustedInformation(halves(0), halves(2500))) < 2e-4)
})

t.test('expected information is the mean over all permutations', async () => {
  const permutations = (list: number[]): number[][] => list.length < 2 ? [list] : list.flatMap((first, i) => permutations(list.filter((_, j) => j !== i)).map(rest => [first, ...rest]))
  const partition = fc.array(fc.nat(2), { minLength: 6, maxLength: 6 })
  fc.assert(fc.property(partition, partition, (first, second) => {
    const [a, b] = [labels(first), labels(second)]
    const information = (x: Int32Array, y: Int32Array): number => (entropyOf(x) + entropyOf(y) - comparePartitions(x, y).variationOfInformation) / 2
    const all = permutations(second)
    const chance = all.reduce((sum, each) => sum + information(a, labels(each)), 0) / all.length
    const most = (entropyOf(a) + entropyOf(b)) / 2
    return Math.abs(most - chance) < 1e-12 || near(adjustedInformation(a, b), (information(a, b) - chance) / (most - chance))
  }), { seed: 9, numRuns: 40 })
})

const entropyOf = (list: Int32Array): number => [...new Set(list)].reduce((sum, label) => {
  const share = list.filter(each => each === label).length / list.length
  return sum - share * Math.log(share)
}, 0)

t.test('likeness is symmetric, blind to labels, and counts pairs', async () => {
  const partition = fc.array(fc.nat(5), { minLength: 2, maxLength: 25 })
  fc.assert(fc.property(partition, partition, fc.nat(1000), (first, second, turn) => {
    const n = Math.min(first.length, second.length)
    const a = labels(first.slice(0, n))
    const b = labels(second.slice(0, n))
    const renamed = a.map(label => (label * 7 + turn) % 11)
    const [there, back, other] = [comparePartitions(a, b), comparePartitions(b, a), comparePartitions(renamed, b)]
    let [both, inA, inB] = [0, 0, 0]
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        inA += Number(a[i] === a[j])
        inB += Number(b[i] === b[j])
        both += Number(a[i] === a[j] && b[i] === b[j])
      }
    }
    const chance = inA * inB / (n * (n - 1) / 2)
    const rand = (inA + inB) / 2 === chance ? 1 : (both - chance) / ((inA + inB) / 2 - chance)
    return near(there.adjustedRand, rand) && near(there.adjustedRand, back.adjustedRand) && near(there.variationOfInformation, back.variationOfInformation) && near(there.adjustedRand, other.adjustedRand) && near(there.normalisedInformation, other.normalisedInformation)
  }), { seed: 7, numRuns: 300 })
})

t.test('stability, added up by hand', async t => {
  const communities = labels([0, 0, 0, 0, 1, 1])
  const { ofCommunity, ofMember } = measureStability(communities, [labels([0, 0, 0, 0, 1, 1]), labels([0, 0, 0, 1, 1, 1])])
  t.strictSame([...ofCommunity], [(1 + 3 / 4) / 2, (1 + 2 / 3) / 2])
  t.strictSame([...ofMember], [1, 1, 1, 0.5, 1, 1])
  const hennig = measureStability(labels(inputs.a), inputs.runs.map(labels)).ofCommunity
  for (const [community, value] of Object.entries(expected.cluster_jaccard_stability_of_a.value)) t.ok(near(hennig[Number(community)], value), `community ${community}: ${value}`)
  t.ok(measureStability(communities, []).ofMember.every(Number.isNaN), 'without repetitions it is not measured')
  t.ok(near(meanAgreement([labels(inputs.a), labels(inputs.b)]), expected.ari.value))
  t.ok(Number.isNaN(meanAgreement([communities])))
  t.ok(near(meanAgreement([communities, communities.map(label => 1 - label), communities]), 1), 'names of labels do not count')
})

/** `count` groups of `size`, each fully linked but for every fifth pair, joined in a ring by one link each. */
function ring (count: number, size: number): { graph: Csr, planted: Int32Array } {
  const links: Array<[number, number]> = []
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) if ((i * 3 + j + c) % 5 !== 0) links.push([c * size + i, c * size + j])
    links.push([c * size, ((c + 1) % count) * size + 1])
  }
  return { graph: graphOf(count * size, links), planted: labels(Array.from({ length: count * size }, (_, v) => Math.floor(v / size))) }
}

t.test('the consensus is what the repetitions agree on', async t => {
  const { graph, planted } = ring(6, 9)
  const repeats = Array.from({ length: 12 }, (_, i) => find(graph, i))
  const agreed = consensus(graph, repeats, 1, find, UNWATCHED)
  t.equal(comparePartitions(agreed, planted).adjustedRand, 1)
  t.strictSame(consensus(graph, repeats, 1, find, UNWATCHED), agreed, 'one seed, one result')
  // Nine of ten repetitions are right, one lumps everything together.
  const mostly = [...Array.from({ length: 9 }, () => planted), labels(Array(54).fill(0))]
  t.equal(comparePartitions(consensus(graph, mostly, 1, find, UNWATCHED), planted).adjustedRand, 1, 'a minority is outvoted')
  const same = planted.slice()
  canonicalLabels(same)
  t.strictSame(consensus(graph, [planted, planted], 1, find, UNWATCHED), same, 'unanimous repetitions are kept as they are')
})

t.test('what the labels of the repetitions are called, and an isolate more, change nothing', async t => {
  const { graph } = ring(5, 7)
  const repeats = Array.from({ length: 8 }, (_, i) => find(graph, i))
  const agreed = agreeOnCommunities(graph, repeats, repeats, 3, find, UNWATCHED)
  const renamed = repeats.map((list, i) => list.map(label => (label + i) % 5 + 3))
  t.strictSame(agreeOnCommunities(graph, renamed, renamed, 3, find, UNWATCHED), agreed, 'names of labels')
  t.ok(agreed.memberConfidence.every(share => share > 0 && share <= 1))
  // The order of nodes decides draws of a search, so the wider network is searched as the narrower one and the isolate put beside it.
  const wider: Csr = { ...graph, n: graph.n + 1, offsets: Int32Array.of(...graph.offsets, graph.targets.length) }
  const beside = (list: Int32Array): Int32Array => Int32Array.of(...list, new Set(list).size)
  const narrowed = ({ weights }: Csr, seed: number): Int32Array => beside(find({ ...graph, weights }, seed))
  const more = agreeOnCommunities(wider, repeats.map(beside), repeats.map(beside), 3, narrowed, UNWATCHED)
  t.strictSame(more.community, beside(agreed.community))
  t.strictSame([...more.stability.subarray(0, -1)], [...agreed.stability])
  t.strictSame([...more.memberConfidence], [...agreed.memberConfidence, NaN], 'an isolate is alone in every repetition: that says nothing')
  const alone = agreeOnCommunities(graph, [], [], 3, find, UNWATCHED)
  t.ok(alone.repeats === 0 && Number.isNaN(alone.agreement) && alone.stability.every(Number.isNaN) && alone.memberConfidence.every(Number.isNaN), 'one search: nothing is known of stability')
})

t.test('the consensus is connected, and keeps isolates alone, on any network', async () => {
  const listed = fc.array(fc.tuple(fc.nat(11), fc.nat(11)).filter(([i, j]) => i !== j), { maxLength: 40 })
  fc.assert(fc.property(listed, links => {
    const graph = graphOf(12, links as Array<[number, number]>)
    const agreed = consensus(graph, Array.from({ length: 5 }, (_, i) => find(graph, i)), 3, find, UNWATCHED)
    const split = splitDisconnected(graph, agreed)
    canonicalLabels(split)
    const alone = Array.from({ length: 12 }, (_, v) => v).filter(v => graph.offsets[v] === graph.offsets[v + 1])
    return split.every((label, v) => label === agreed[v]) && alone.every(v => agreed.filter(label => label === agreed[v]).length === 1)
  }), { seed: 8, numRuns: 150 })
})

t.test('links are dropped in both rows, about as many as asked, the same with one seed', async t => {
  const { graph } = ring(12, 20)
  const dropped = dropLinks(graph, 0.1, 5)
  t.ok(dropped.m > graph.m * 0.85 && dropped.m < graph.m * 0.95, `${dropped.m} of ${graph.m}`)
  t.strictSame(dropLinks(graph, 0.1, 5), dropped)
  const pairs = ({ n, offsets, targets }: Csr): string[] => Array.from({ length: n }, (_, v) => Array.from(targets.subarray(offsets[v], offsets[v + 1]), w => `${v} ${w}`)).flat()
  const left = new Set(pairs(dropped))
  t.ok([...left].every(pair => left.has(pair.split(' ').reverse().join(' '))), 'symmetric')
  t.equal(left.size, 2 * dropped.m)
  const all = new Set(pairs(graph))
  t.ok([...left].every(pair => all.has(pair)))
  t.equal(dropLinks(graph, 0, 5).m, graph.m)
  t.equal(dropLinks(graph, 1, 5).m, 0)
})
