/**
 * Our algorithms against igraph, NetworKit, Neo4j's Graph Data Science, graphology and networkx, on the networks of plans.ts.
 * Quality stands beside every time, because a faster answer that is worse is no gain.
 */
import { loadavg } from 'node:os'
import { takeTurns } from './contender.ts'
import type { Contender } from './contender.ts'
import { writeLinks } from './links-file.ts'
import { machine } from './machine.ts'
import { startGds } from './peers/gds.ts'
import type { GdsServer } from './peers/gds.ts'
import { startGraphology, startOwn, startPython } from './peers/peer.ts'
import type { Peer } from './peers/peer.ts'
import { pythonOfPeers } from './peers/python.ts'
import { LEIDEN_ITERATIONS, ON_TWO_THREADS, OWN_ON_TWO_THREADS, PLANS, worksOf } from './plans.ts'
import type { PeerName, Plan, Work } from './plans.ts'
import type { GraphResult, Row } from './row.ts'
import { tableOf } from './table.ts'

const FOLDER = 'tests/output/bench-graphs'
/** Peers that can use two threads. */
const THREADED: PeerName[] = ['NetworKit', 'GDS']

type Starter = ((threads: 1 | 2) => Peer) | { reason: string }

/** `graphs`, `works`: names, or all. Calls `keep` when a network is done, with the versions of all contenders. */
export async function benchAlgorithms (graphs: string[], works: string[], keep: (graph: GraphResult, versions: string[]) => void): Promise<void> {
  const gds = await startGds(FOLDER)
  const starters = startersOf(gds)
  try {
    for (const plan of PLANS.filter(({ name }) => graphs.includes(name))) {
      const result = await benchGraph(plan, works, starters)
      if (result === null) continue
      keep(result, ['igraph 1.0.0', 'NetworKit 11.3 and networkx 3.6.1 (Python packages)', `Neo4j Graph Data Science ${'version' in gds ? gds.version : `not here (${gds.reason})`} in Neo4j 5.26.25`, 'graphology 0.26.0 with its Louvain 2.0.2 and metrics 2.4.0'])
    }
  } finally {
    if ('remove' in gds) await gds.remove()
  }
}

function startersOf (gds: GdsServer | { reason: string }): Record<PeerName, Starter> {
  const environment = pythonOfPeers()
  const python = (library: string): Starter => 'reason' in environment ? environment : threads => startPython(environment.python, library, threads)
  return { igraph: python('igraph'), NetworKit: python('networkit'), networkx: python('networkx'), graphology: startGraphology, GDS: 'reason' in gds ? gds : gds.peer }
}

async function benchGraph (plan: Plan, works: string[], starters: Record<PeerName, Starter>): Promise<GraphResult | null> {
  const links = await plan.make()
  if (links === null) {
    console.log(`${plan.name}: not here, there are no package lists`)
    return null
  }
  const file = `${FOLDER}/${plan.name.replaceAll(' ', '-')}.links`
  writeLinks(file, links)
  const loads: number[] = [loadavg()[0]]
  const rows: Row[] = []
  for (const work of worksOf(plan.works.filter(name => works.includes(name)))) {
    for (const threads of ON_TWO_THREADS.includes(work.name) ? [1, 2] as const : [1] as const) {
      console.log(`${new Date().toISOString().slice(11, 19)} ${plan.name}: ${work.title}, ${threads} thread${threads === 1 ? '' : 's'}, load ${loadavg()[0].toFixed(1)}`)
      const row = await benchWork(plan, work, threads, file, starters)
      rows.push(row)
      console.log(tableOf([row]))
      loads.push(loadavg()[0])
    }
  }
  return { name: plan.name, about: plan.about, nodes: links.n, links: links.sources.length, date: new Date().toISOString().slice(0, 10), machine: machine(), load: [Math.min(...loads), Math.max(...loads)], rows }
}

async function benchWork (plan: Plan, work: Work, threads: 1 | 2, file: string, starters: Record<PeerName, Starter>): Promise<Row> {
  const peers = work.peers.filter(peer => !plan.without.includes(peer) && (threads === 1 || THREADED.includes(peer)))
  const exact = plan.works.includes('betweenness') ? { exact: `${file}.betweenness` } : {}
  const job = { ...work.job, ...exact, threads }
  const iterations = work.name === 'leiden' && threads === 1 ? LEIDEN_ITERATIONS : []
  const contenders: Contender[] = [
    { name: '', start: () => startOwn(OWN_ON_TWO_THREADS.includes(work.name) ? threads : 1), job },
    ...iterations.map(most => ({ name: String(most), start: () => startOwn(1), job: { ...job, iterations: most } })),
    ...peers.flatMap(name => {
      const starter = starters[name]
      return typeof starter === 'function' ? [{ name, start: () => starter(threads), job }] : []
    })
  ]
  const measured = await takeTurns(contenders, file, plan.repetitions)
  const ours = Object.fromEntries(['', ...iterations.map(String)].map(name => [name, measured.get(name)!]))
  return { work: work.name, title: work.title, quality: work.quality, threads, ours, peers: Object.fromEntries(peers.map(name => [name, measured.get(name) ?? starters[name] as { reason: string }])) }
}
