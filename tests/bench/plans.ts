/** What is measured on which network, and against whom. */
import { debian, planted, rmat } from './graphs.ts'
import type { Links } from './links-file.ts'
import type { Job } from './peers/peer.ts'
import { horizon2020, shipped } from './shipped-graphs.ts'

/** igraph's Leiden makes two iterations unless told otherwise; `until stable`: until one of them changes nothing. */
export const PEERS = ['igraph', 'igraph 3 iterations', 'igraph 5 iterations', 'igraph 8 iterations', 'igraph until stable', 'NetworKit', 'GDS', 'graphology', 'networkx'] as const
export type PeerName = typeof PEERS[number]
const MORE_OF_IGRAPH: PeerName[] = ['igraph 3 iterations', 'igraph 5 iterations', 'igraph 8 iterations']
/** igraph's Leidens that stop, fewest iterations first. */
export const LADDER_OF_IGRAPH: PeerName[] = ['igraph', ...MORE_OF_IGRAPH]
export const ITERATIONS_OF_IGRAPH: Partial<Record<PeerName, number>> = { 'igraph 3 iterations': 3, 'igraph 5 iterations': 5, 'igraph 8 iterations': 8, 'igraph until stable': -1 }

/**
 * `quality`: what the figure beside the times is. `two`: the peers that do it on two threads too. `ownOnTwo`: so do we (Louvain on networks that are large enough for its rounds).
 */
export interface Work { name: string, title: string, quality: string, job: Omit<Job, 'seed' | 'threads'>, peers: PeerName[], two?: PeerName[], ownOnTwo?: true }

const SHARE_CHANGED = 0.0001
const ALL: PeerName[] = ['igraph', 'NetworKit', 'GDS', 'graphology', 'networkx']
const WORKS: Work[] = [
  { name: 'build', title: 'Building the network', quality: '', job: { work: 'build' }, peers: ['igraph', 'NetworKit', 'graphology', 'networkx'] },
  { name: 'louvain', title: 'Louvain', quality: 'Q', job: { work: 'louvain' }, peers: ALL, two: ['NetworKit', 'GDS'], ownOnTwo: true },
  { name: 'leiden', title: 'Leiden', quality: 'Q', job: { work: 'leiden' }, peers: ['igraph', 'igraph until stable', 'NetworKit', 'GDS'], two: ['GDS'] },
  { name: 'update', title: 'Louvain again after .01 % of the links changed: changed links known', quality: 'Q', job: { work: 'update', share: SHARE_CHANGED }, peers: [] },
  { name: 'updateCompared', title: 'Louvain again after .01 % of the links changed: two networks compared', quality: 'Q', job: { work: 'updateCompared', share: SHARE_CHANGED }, peers: [] },
  { name: 'pagerank', title: 'PageRank to 1e-8', quality: 'residual', job: { work: 'pagerank', tolerance: 1e-8 }, peers: ALL, two: ['GDS'] },
  { name: 'components', title: 'Components', quality: 'number', job: { work: 'components' }, peers: ['igraph', 'NetworKit', 'GDS', 'networkx'] },
  { name: 'coreness', title: 'Core numbers', quality: 'sum', job: { work: 'coreness' }, peers: ['igraph', 'NetworKit', 'GDS', 'networkx'] },
  { name: 'constraint', title: 'Structural holes (constraint)', quality: 'sum', job: { work: 'constraint' }, peers: ['igraph'] },
  { name: 'harmonic', title: 'Harmonic closeness, exact', quality: 'sum', job: { work: 'harmonic' }, peers: ['igraph', 'NetworKit', 'GDS'] },
  { name: 'betweenness', title: 'Betweenness, exact', quality: 'sum', job: { work: 'betweenness' }, peers: ['igraph', 'graphology'], two: ['NetworKit'], ownOnTwo: true },
  { name: 'estimatedBetweenness', title: 'Betweenness to .0025 with 90 % certainty', quality: 'largest error', job: { work: 'estimatedBetweenness', error: 0.0025, failure: 0.1 }, peers: ['NetworKit'] },
  { name: 'layout5', title: 'ForceAtlas2, an iteration, theta .5', quality: '', job: { work: 'layout', theta: 0.5 }, peers: ['graphology'] },
  { name: 'layout12', title: 'ForceAtlas2, an iteration, theta 1.2', quality: '', job: { work: 'layout', theta: 1.2 }, peers: ['graphology'] }
]
const LAYOUT = ['layout5', 'layout12']
const COMMUNITIES = ['build', 'louvain', 'leiden', 'update', 'updateCompared', 'pagerank', 'components']
const OF_SECONDS = [...COMMUNITIES, 'coreness']
const ALL_WORKS = WORKS.map(({ name }) => name)
const WITHOUT_LAYOUT = ALL_WORKS.filter(name => !LAYOUT.includes(name))

export const NAMES_OF_WORKS = ALL_WORKS
/** The part called layout. */
export const LAYOUTS = { graphs: ['planted 10k', 'planted 100k'], works: LAYOUT }
/** Iterations after which our Leiden is stopped, to see which of them reaches the quality of a peer. */
const LEIDEN_ITERATIONS = [1, 2, 3, 4, 8]
/** A million nodes: what more iterations would bring is not asked there. */
const FEW_ITERATIONS = [1, 2]

/** `without`: peers that are left out, of all works or of one. `alsoFor`: more of them for one, on one thread. `once`: peers that are asked once: they take minutes, or are for information. */
export interface Plan { name: string, about: string, make: () => Links | null | Promise<Links>, works: string[], without: PeerName[], withoutFor?: Record<string, PeerName[]>, alsoFor?: Record<string, PeerName[]>, once?: PeerName[], leidenIterations: number[] }

const plan = (name: string, about: string, make: Plan['make'], works: string[], without: PeerName[], more: Partial<Plan> = {}): Plan => ({ name, about, make, works, without, leidenIterations: LEIDEN_ITERATIONS, ...more })

export const PLANS: Plan[] = [
  plan('planted 10k', 'planted communities, mean degree 20, a share .3 of the links leaves them', () => planted(10_000, 20, 500, 0.3, 1), ALL_WORKS, []),
  plan('planted 100k', 'the same, share .35', () => planted(100_000, 20, 2000, 0.35, 1), [...OF_SECONDS, 'constraint', 'estimatedBetweenness', ...LAYOUT], ['networkx', 'GDS']),
  plan('planted 1M', 'the same, share .4', () => planted(1_000_000, 20, 5000, 0.4, 1), COMMUNITIES, ['networkx', 'GDS'], { once: ['graphology'], withoutFor: { louvain: ['graphology'] }, leidenIterations: FEW_ITERATIONS }),
  plan('Horizon 2020', 'organisations of the seed that share projects, weighted; paths count links', horizon2020, WITHOUT_LAYOUT, [], { withoutFor: { betweenness: ['graphology', 'NetworKit'], harmonic: ['NetworKit'] } }),
  plan('Debian', 'packages and what they depend on, undirected', debian, [...OF_SECONDS, 'constraint'], ['networkx', 'GDS']),
  plan('R-MAT 17', 'a few hubs and no communities', () => rmat(17, 8, 1), OF_SECONDS, ['networkx', 'GDS']),
  plan('LFR 10k', 'shipped, planted communities, a share .1 leaves them', () => shipped('LFR_N10000_ad5_mc50_mu0.1.csv.gz'), [...OF_SECONDS, 'constraint'], ['networkx']),
  plan('LFR 100k', 'the same', () => shipped('LFR_N100000_ad5_mc50_mu0.1.csv.gz'), COMMUNITIES, ['networkx', 'graphology']),
  plan('DBLP', 'shipped, authors who wrote a paper together', () => shipped('com-dblp.tsv.gz'), COMMUNITIES, ['networkx', 'graphology'], { alsoFor: { leiden: MORE_OF_IGRAPH }, once: MORE_OF_IGRAPH })
]

/** Whether a peer does this work on two threads; if not, it stands beside ours on two as it is on one. */
export const isOnTwo = (work: string, peer: PeerName): boolean => WORKS.find(({ name }) => name === work)?.two?.includes(peer) === true

/** By name, in this order. */
export const worksOf = (names: string[]): Work[] => WORKS.filter(({ name }) => names.includes(name))

/** Seconds after which a call is given up: of a peer on two threads that is slower than on one, and of a search without end on a million nodes. */
export function limitOf (network: string, peer: PeerName, threads: 1 | 2): number | undefined {
  if (peer === 'GDS' && threads === 2) return 60
  return peer === 'igraph until stable' && network === 'planted 1M' ? 120 : undefined
}
