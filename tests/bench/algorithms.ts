/**
 * Our algorithms against igraph, NetworKit, Neo4j's Graph Data Science, graphology and networkx, on the networks of plans.ts.
 * Quality stands beside every time, because a faster answer that is worse is no gain.
 */
import { loadavg } from 'node:os'
import { takeTurns } from './contender.ts'
import type { Contender, Measured } from './contender.ts'
import { writeLinks } from './links-file.ts'
import { machine } from './machine.ts'
import { startGds } from './peers/gds.ts'
import type { GdsServer } from './peers/gds.ts'
import { startGraphology, startOwn, startPython } from './peers/peer.ts'
import type { Peer } from './peers/peer.ts'
import { pythonOfPeers } from './peers/python.ts'
import { ITERATIONS_OF_IGRAPH, limitOf, PLANS, worksOf } from './plans.ts'
import type { PeerName, Plan, Work } from './plans.ts'
import type { GraphResult, Row } from './row.ts'
import { stopAlong } from './stopping.ts'
import { tableOf } from './table.ts'

const FOLDER = 'tests/output/bench-graphs'
/** How a contender of ours on two threads is called. */
const ON_TWO = 'on two threads'

type Starter = ((threads: 1 | 2) => Peer) | { reason: string }
type Starters = Record<PeerName, Starter>

/** `graphs`, `works`: names, or all. Calls `keep` when a work is done, with its rows alone. */
export async function benchAlgorithms (graphs: string[], works: string[], keep: (graph: GraphResult) => void): Promise<void> {
  const plans = PLANS.filter(({ name }) => graphs.includes(name))
  const needsGds = plans.some(plan => worksOf(plan.works.filter(name => works.includes(name))).some(work => peersOf(plan, work).includes('GDS')))
  const gds = needsGds ? await startGds(FOLDER) : { reason: 'not asked' }
  const forget = 'remove' in gds ? stopAlong(gds.remove) : () => {}
  try {
    for (const plan of plans) await benchGraph(plan, works, startersOf(gds), keep)
  } finally {
    forget()
    if ('remove' in gds) await gds.remove()
  }
}

function startersOf (gds: GdsServer | { reason: string }): Starters {
  const environment = pythonOfPeers()
  const python = (library: string): Starter => 'reason' in environment ? environment : threads => startPython(environment.python, library, threads)
  const igraph = python('igraph')
  return { igraph, 'igraph 3 iterations': igraph, 'igraph 5 iterations': igraph, 'igraph 8 iterations': igraph, 'igraph until stable': igraph, NetworKit: python('networkit'), networkx: python('networkx'), graphology: startGraphology, GDS: 'reason' in gds ? gds : gds.peer }
}

const peersOf = ({ without, withoutFor, alsoFor }: Plan, { name, peers, two = [] }: Work): PeerName[] =>
  [...new Set([...peers, ...alsoFor?.[name] ?? [], ...two])].filter(peer => !without.includes(peer) && withoutFor?.[name]?.includes(peer) !== true)

async function benchGraph (plan: Plan, works: string[], starters: Starters, keep: (graph: GraphResult) => void): Promise<void> {
  const links = await plan.make()
  if (links === null) {
    console.log(`${plan.name}: not here, there are no package lists (apt-get update)`)
    return
  }
  const file = `${FOLDER}/${plan.name.replaceAll(' ', '-')}.links`
  writeLinks(file, links)
  for (const work of worksOf(plan.works.filter(name => works.includes(name)))) {
    console.log(`${new Date().toISOString().slice(11, 19)} ${plan.name}: ${work.title}, load ${loadavg()[0].toFixed(1)}`)
    const rows = await benchWork(plan, work, file, starters)
    console.log(tableOf(rows))
    keep({ name: plan.name, about: plan.about, nodes: links.n, links: links.sources.length, rows })
  }
}

/** A row on one thread, and one on two where anybody uses them; all take their turns together. */
async function benchWork (plan: Plan, work: Work, file: string, starters: Starters): Promise<Row[]> {
  const peers = peersOf(plan, work)
  const exact = plan.works.includes('betweenness') ? { exact: `${file}.betweenness` } : {}
  const job = (threads: 1 | 2): Contender['job'] => ({ ...work.job, ...exact, threads })
  const iterations = work.name === 'leiden' ? plan.leidenIterations.map(String) : []
  const onOne = peers.filter(peer => work.peers.includes(peer) || plan.alsoFor?.[work.name]?.includes(peer) === true)
  const onTwo = work.two?.filter(peer => peers.includes(peer)) ?? []
  const contender = (name: PeerName, threads: 1 | 2): Contender[] => {
    const starter = starters[name]
    if (typeof starter !== 'function') return []
    const limitSeconds = limitOf(plan.name, name, threads)
    const ofIgraph = ITERATIONS_OF_IGRAPH[name]
    return [{ name: nameOf(name, threads), start: () => starter(threads), once: plan.once?.includes(name) === true, job: { ...job(threads), ...ofIgraph === undefined ? {} : { iterations: ofIgraph }, ...limitSeconds === undefined ? {} : { limitSeconds } } }]
  }
  const load: [number, number] = [loadavg()[0], 0]
  const measured = await takeTurns([
    { name: '', start: () => startOwn(1), job: job(1) },
    ...work.ownOnTwo === true ? [{ name: ON_TWO, start: () => startOwn(2), job: job(2) }] : [],
    ...iterations.map(most => ({ name: most, start: () => startOwn(1), job: { ...job(1), iterations: Number(most) } })),
    ...onOne.flatMap(peer => contender(peer, 1)),
    ...onTwo.flatMap(peer => contender(peer, 2))
  ], file)
  load[1] = loadavg()[0]
  const found = (name: PeerName, threads: 1 | 2): Measured => measured.get(nameOf(name, threads)) ?? starters[name] as { reason: string }
  const about = { work: work.name, title: work.title, quality: work.quality, date: new Date().toISOString().slice(0, 10), machine: machine(), load }
  const rows: Row[] = [{ ...about, threads: 1, ours: Object.fromEntries(['', ...iterations].map(name => [name, measured.get(name) as Measured])), peers: Object.fromEntries(onOne.map(peer => [peer, found(peer, 1)])) }]
  if (onTwo.length === 0 && work.ownOnTwo !== true) return rows
  const ours = withOneThread(measured.get(work.ownOnTwo === true ? ON_TWO : '') as Measured, work.ownOnTwo === true ? measured.get('') : undefined)
  const others = work.ownOnTwo === true ? onOne.filter(peer => !onTwo.includes(peer)) : []
  return [...rows, { ...about, threads: 2, ours: { '': ours }, peers: Object.fromEntries([...onTwo.map(peer => [peer, found(peer, 2)]), ...others.map(peer => [peer, found(peer, 1)])]) }]
}

const nameOf = (peer: PeerName, threads: 1 | 2): string => threads === 1 ? peer : `${peer} ${ON_TWO}`

/** On two threads our work is compared with itself on one. */
function withOneThread (ours: Measured, onOne: Measured | undefined): Measured {
  return onOne === undefined || 'reason' in onOne || 'reason' in ours ? ours : { ...ours, whole: { milliseconds: onOne.milliseconds, processorMilliseconds: onOne.processorMilliseconds, quality: onOne.quality } }
}
