/** What is measured on which network, and against whom. */
import { debian, planted, rmat } from './graphs.ts'
import type { Links } from './links-file.ts'
import type { Job } from './peers/peer.ts'
import { horizon2020, shipped } from './shipped-graphs.ts'

export const PEERS = ['igraph', 'NetworKit', 'GDS', 'graphology', 'networkx'] as const
export type PeerName = typeof PEERS[number]

/** `quality`: what the figure beside the times is. */
export interface Work { name: string, title: string, quality: string, job: Omit<Job, 'seed' | 'threads'>, peers: PeerName[] }

const ALL: PeerName[] = [...PEERS]
const FAST: PeerName[] = ['igraph', 'NetworKit', 'GDS']
const WORKS: Work[] = [
  { name: 'build', title: 'Building the network', quality: '', job: { work: 'build' }, peers: ALL },
  { name: 'louvain', title: 'Louvain', quality: 'Q', job: { work: 'louvain' }, peers: ALL },
  { name: 'leiden', title: 'Leiden', quality: 'Q', job: { work: 'leiden' }, peers: FAST },
  { name: 'update', title: 'Louvain again after .01 % of the links changed', quality: 'Q', job: { work: 'update', share: 0.0001 }, peers: [] },
  { name: 'pagerank', title: 'PageRank to 1e-8', quality: 'residual', job: { work: 'pagerank', tolerance: 1e-8 }, peers: ALL },
  { name: 'components', title: 'Components', quality: 'number', job: { work: 'components' }, peers: ['igraph', 'NetworKit', 'GDS', 'networkx'] },
  { name: 'coreness', title: 'Core numbers', quality: 'sum', job: { work: 'coreness' }, peers: ['igraph', 'NetworKit', 'GDS', 'networkx'] },
  { name: 'constraint', title: 'Structural holes (constraint)', quality: 'sum', job: { work: 'constraint' }, peers: ['igraph'] },
  { name: 'harmonic', title: 'Harmonic closeness, exact', quality: 'sum', job: { work: 'harmonic' }, peers: FAST },
  { name: 'betweenness', title: 'Betweenness, exact', quality: 'sum', job: { work: 'betweenness' }, peers: ['igraph', 'NetworKit', 'GDS', 'graphology'] },
  { name: 'estimatedBetweenness', title: 'Betweenness to .0025 with 90 % certainty', quality: 'largest error', job: { work: 'estimatedBetweenness', error: 0.0025, failure: 0.1 }, peers: ['NetworKit'] }
]
const SECONDS_ON_A_LARGE_NETWORK = ['build', 'louvain', 'leiden', 'update', 'pagerank', 'components', 'coreness']
const ON_TEN_THOUSAND = WORKS.map(({ name }) => name)
const ON_A_HUNDRED_THOUSAND = [...SECONDS_ON_A_LARGE_NETWORK, 'constraint', 'estimatedBetweenness']

export const NAMES_OF_WORKS = ON_TEN_THOUSAND
/** Works that are done on two threads too: those in which a peer can use them. */
export const ON_TWO_THREADS = ['louvain', 'leiden', 'pagerank', 'harmonic', 'betweenness', 'estimatedBetweenness']
/** Of these, those in which we use both: Louvain on networks that are large enough for its rounds. */
export const OWN_ON_TWO_THREADS = ['betweenness', 'louvain']
/** Iterations after which our Leiden is stopped, to see which of them reaches the quality of a peer. */
export const LEIDEN_ITERATIONS = [1, 2, 4, 8]

export interface Plan { name: string, about: string, make: () => Links | null | Promise<Links>, repetitions: number, works: string[], without: PeerName[] }

export const PLANS: Plan[] = [
  { name: 'planted 10k', about: 'planted communities, mean degree 20, a share .3 of the links leaves them', make: () => planted(10_000, 20, 500, 0.3, 1), repetitions: 5, works: ON_TEN_THOUSAND, without: [] },
  { name: 'planted 100k', about: 'the same, share .35', make: () => planted(100_000, 20, 2000, 0.35, 1), repetitions: 5, works: ON_A_HUNDRED_THOUSAND, without: ['networkx'] },
  { name: 'planted 1M', about: 'the same, share .4', make: () => planted(1_000_000, 20, 5000, 0.4, 1), repetitions: 3, works: SECONDS_ON_A_LARGE_NETWORK, without: ['networkx', 'graphology'] },
  { name: 'Horizon 2020', about: 'organisations of the seed that share projects, weighted; paths count links', make: horizon2020, repetitions: 5, works: ON_TEN_THOUSAND, without: [] },
  { name: 'Debian', about: 'packages and what they depend on, undirected', make: debian, repetitions: 5, works: ON_A_HUNDRED_THOUSAND, without: ['networkx'] },
  { name: 'R-MAT 17', about: 'a few hubs and no communities', make: () => rmat(17, 8, 1), repetitions: 5, works: SECONDS_ON_A_LARGE_NETWORK, without: ['networkx'] },
  { name: 'LFR 10k', about: 'shipped, planted communities, a share .1 leaves them', make: () => shipped('LFR_N10000_ad5_mc50_mu0.1.csv.gz'), repetitions: 5, works: ON_TEN_THOUSAND, without: ['networkx'] },
  { name: 'LFR 100k', about: 'the same', make: () => shipped('LFR_N100000_ad5_mc50_mu0.1.csv.gz'), repetitions: 5, works: ON_A_HUNDRED_THOUSAND, without: ['networkx'] },
  { name: 'DBLP', about: 'shipped, authors who wrote a paper together', make: () => shipped('com-dblp.tsv.gz'), repetitions: 5, works: SECONDS_ON_A_LARGE_NETWORK, without: ['networkx'] }
]

/** By name, in this order. */
export const worksOf = (names: string[]): Work[] => WORKS.filter(({ name }) => names.includes(name))
