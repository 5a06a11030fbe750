/** Local moving in rounds: the same labels on any number of threads and by the definition, as good as those of the queue; teammates that end when the search does. */
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import t from 'tap'
import { modularity } from '../../services/analysis/communities/modularity.ts'
import { ROUNDS } from '../../services/analysis/communities/move-in-rounds.ts'
import { byDefinition, createSearcher } from '../../services/analysis/communities/search-kernel.ts'
import { volumesOf } from '../../services/analysis/communities/search.ts'
import type { SearchOptions } from '../../services/analysis/communities/search.ts'
import type { Context } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { planted } from '../bench/graphs.ts'

const ALWAYS = { nodesMin: 0, chunkMin: 8 }
const NEVER = { nodesMin: 2 ** 31 - 1, chunkMin: 8 }
const LOUVAIN: SearchOptions = { quality: 'modularity', resolution: 1, refined: false, iterationsMax: 1 }
const onThreads = (threads: number, check = (): void => {}): Context => ({ progress: () => {}, check, threads })
const cell = new Int32Array(new SharedArrayBuffer(4))
/** Teammates are there by then: without it a small search would be over before they start. */
const slowly = (): void => { Atomics.wait(cell, 0, 0, 2) }

const teammates: Worker[] = []
process.on('worker', worker => teammates.push(worker))
/** Waits until all have ended by themselves. */
async function ended (): Promise<number> {
  // They are announced a tick after they were started.
  await setImmediate()
  const gone = teammates.splice(0)
  await Promise.all(gone.map(async teammate => {
    if (teammate.threadId === -1) return
    teammate.ref()
    const [code] = await once(teammate, 'exit') as [number]
    t.equal(code, 0)
  }))
  return gone.length
}

const equal = (found: Int32Array, expected: Int32Array): boolean => found.length === expected.length && found.every((label, v) => label === expected[v])

function randomNetwork (n: number, links: number, seed: number, directed = false, weighted = false): Csr {
  const random = createRandom(seed)
  const pairs = Array.from({ length: links }, () => [random.below(n), random.below(n)]).filter(([a, b]) => a !== b)
  return buildCsr(n, { sources: pairs.map(([a]) => a), targets: pairs.map(([, b]) => b), ...(weighted && { weights: pairs.map(() => (1 + random.below(30)) / 7) }) }, directed).graph
}

t.test('small networks: the definition, one thread and three', async t => {
  const networks = fc.record({ n: fc.integer({ min: 1, max: 60 }), density: fc.integer({ min: 0, max: 4 }), directed: fc.boolean(), weighted: fc.boolean(), seed: fc.nat() })
    .map(({ n, density, directed, weighted, seed }) => randomNetwork(n, n * density, seed, directed, weighted))
  let rounds = 0
  fc.assert(fc.property(networks, fc.constantFrom('modularity' as const, 'constantPotts' as const), fc.constantFrom(0.3, 1, 2.5), fc.boolean(), fc.integer({ min: 1, max: 20 }), fc.nat(), (graph, quality, resolution, refined, chunkMin, seed) => {
    const options = { quality, resolution, refined, iterationsMax: refined ? 5 : 1, rounds: { nodesMin: 0, chunkMin } }
    const labels = [...byDefinition(volumesOf(graph, options), options, onThreads(1)).search(seed)]
    t.strictSame([...createSearcher(graph, options, onThreads(1)).search(seed)], labels)
    // Threads are slow to start: a few times will do.
    if (seed % 8 === 0) t.strictSame([...createSearcher(graph, options, onThreads(3, slowly)).search(seed)], labels)
    if (graph.directed && quality === 'modularity') t.strictSame([...createSearcher(graph, { ...options, rounds: NEVER }, onThreads(1)).search(seed)], labels, 'directed modularity knows no rounds')
    else if (String([...createSearcher(graph, { ...options, rounds: NEVER }, onThreads(1)).search(seed)]) !== String(labels)) rounds++
  }), { numRuns: 150 })
  t.ok(rounds > 5, 'and now and then they find something else than the queue')
  await ended()
})

t.test('planted communities: on two threads as on one, and as good as by the queue', async t => {
  for (const seed of [1, 2, 3]) {
    const links = planted(12_000, 20, 500, 0.3, seed)
    const graph = buildCsr(links.n, links, false).graph
    const options = { ...LOUVAIN, refined: seed === 3, rounds: { nodesMin: 1000, chunkMin: 8 } }
    const alone = createSearcher(graph, options, onThreads(1)).search(seed)
    const together = createSearcher(graph, options, onThreads(2, slowly))
    t.ok(equal(together.search(seed), alone))
    t.ok(equal(together.search(seed), alone), 'once more')
    t.equal(await ended(), 2)
    t.ok(equal(byDefinition(volumesOf(graph, options), options, onThreads(1)).search(seed), alone))
    const queue = modularity(graph, createSearcher(graph, { ...options, rounds: NEVER }, onThreads(1)).search(seed)) as number
    const reached = modularity(graph, alone) as number
    t.ok(Math.abs(reached - queue) < 0.002, `${reached} in rounds, ${queue} by the queue`)
  }
})

t.test('a search that is stopped stops its teammates', async t => {
  const graph = randomNetwork(5000, 20_000, 1)
  for (const most of [0, 1, 30]) {
    let checks = 0
    const check = (): void => {
      slowly()
      if (checks++ === most) throw new Error('stopped')
    }
    t.throws(() => createSearcher(graph, { ...LOUVAIN, rounds: ALWAYS }, onThreads(2, check)).search(1), { message: 'stopped' })
    t.equal(checks, most + 1)
    t.equal(await ended(), 1)
  }
})

t.test('from how many nodes on', async t => {
  const find = (graph: Csr, rounds?: SearchOptions['rounds'], threads = 1): Int32Array => createSearcher(graph, { ...LOUVAIN, ...rounds && { rounds } }, onThreads(threads)).search(1)
  const large = randomNetwork(ROUNDS.nodesMin, ROUNDS.nodesMin, 1)
  const inRounds = find(large, { ...ROUNDS, nodesMin: ROUNDS.nodesMin - 1 })
  t.ok(equal(find(large), inRounds))
  t.ok(equal(find(large, undefined, 2), inRounds), 'whatever the threads')
  t.equal(await ended(), 1)
  t.notOk(equal(find(large, NEVER), inRounds))
  const small = randomNetwork(ROUNDS.nodesMin - 1, ROUNDS.nodesMin, 1)
  t.ok(equal(find(small, undefined, 2), find(small, NEVER)))
  t.equal(await ended(), 0, 'small networks call nobody')
})

t.test('nothing to find', async t => {
  for (const n of [0, 1, 2, 100]) {
    const graph = randomNetwork(n, 0, 1)
    const options = { ...LOUVAIN, rounds: ALWAYS }
    for (const searcher of [createSearcher(graph, options, onThreads(2)), byDefinition(volumesOf(graph, options), options, onThreads(1))]) t.strictSame([...searcher.search(1)], Array.from({ length: n }, (_, v) => v))
  }
  await ended()
})
