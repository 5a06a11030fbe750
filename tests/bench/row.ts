/** What is measured, as it is kept. */
import type { Measured } from './contender.ts'
import type { PeerName } from './plans.ts'

/** One work on so many threads. `ours` by iterations where Leiden is stopped early, and as it is shipped under ''. `load`: of the machine before and after. */
export interface Row { work: string, title: string, quality: string, threads: 1 | 2, ours: Record<string, Measured>, peers: Partial<Record<PeerName, Measured>>, date: string, machine: string, load: [number, number] }
export interface GraphResult { name: string, about: string, nodes: number, links: number, rows: Row[] }
/** A part whose text comes ready, and the figures of it that a target is set for. */
export interface PartResult { text: string, figures: Record<string, number> }
