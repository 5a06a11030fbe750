/** What is measured, as it is kept. */
import type { Measured } from './contender.ts'
import type { PeerName } from './plans.ts'

/** One work on so many threads. `ours` by iterations where Leiden is stopped early, and as it is shipped under ''. */
export interface Row { work: string, title: string, quality: string, threads: 1 | 2, ours: Record<string, Measured>, peers: Partial<Record<PeerName, Measured>> }
/** `load`: the least and the most of the machine's load while it was measured. */
export interface GraphResult { name: string, about: string, nodes: number, links: number, date: string, machine: string, load: [number, number], rows: Row[] }
