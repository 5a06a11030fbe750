/** The results as they were measured last (results.json), work by work and part by part, and RESULTS.md, which is written from them alone. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { NAMES_OF_WORKS, PLANS } from './plans.ts'
import { reached } from './reached.ts'
import type { GraphResult, PartResult, Row } from './row.ts'
import { tableOf } from './table.ts'

/** Parts by title, and networks. */
interface Results { parts: Record<string, PartResult>, graphs: GraphResult[] }

const STORED = new URL('results.json', import.meta.url)
const WRITTEN = new URL('RESULTS.md', import.meta.url)
const CONTENDERS = 'igraph 1.0.0, NetworKit 11.3 and networkx 3.6.1 (Python packages), Neo4j Graph Data Science 2.13.9 in Neo4j 5.26.25, graphology 0.26.0 with its Louvain 2.0.2, metrics 2.4.0 and ForceAtlas2 0.10.1'

const read = (): Results => existsSync(STORED) ? JSON.parse(readFileSync(STORED, 'utf8')) as Results : { parts: {}, graphs: [] }

function write (results: Results): void {
  writeFileSync(STORED, `${JSON.stringify(results, null, 1)}\n`)
  writeFileSync(WRITTEN, textOf(results))
}

/** Writes RESULTS.md from what is stored; false: nothing is. */
export function rewrite (): boolean {
  if (!existsSync(STORED)) return false
  write(read())
  return true
}

/** Puts a part in place of the one of this title; the others stay as they are. */
export function keepPart (title: string, part: PartResult): void {
  const results = read()
  write({ ...results, parts: { ...results.parts, [title]: part } })
}

/** Puts the rows of a network in place of those of the same works; its others stay as they are. */
export function keepRows (graph: GraphResult): void {
  const results = read()
  write({ ...results, graphs: inOrder([...results.graphs.filter(({ name }) => name !== graph.name), merged(results.graphs.find(({ name }) => name === graph.name), graph)]) })
}

const inOrder = (graphs: GraphResult[]): GraphResult[] => PLANS.flatMap(({ name }) => graphs.filter(graph => graph.name === name))

/** A network that is another now (Debian's packages change) keeps no rows of what it was. */
export function merged (before: GraphResult | undefined, { rows, ...about }: GraphResult): GraphResult {
  const same = before !== undefined && before.nodes === about.nodes && before.links === about.links
  const kept = same ? before.rows.filter(({ work }) => rows.every(row => row.work !== work)) : []
  const place = ({ work, threads }: Row): number => 2 * NAMES_OF_WORKS.indexOf(work) + threads
  return { ...about, rows: [...kept, ...rows].sort((a, b) => place(a) - place(b)) }
}

function textOf ({ parts, graphs }: Results): string {
  return [
    '# Benchmarks',
    `Written by \`npm run bench\` from results.json; the service's own parts are at the end. The ratio is what to compare between machines and versions: the times follow the machine and its load.
A ratio is the peer's median time by our median time: **above 1 we are faster**.`,
    `How it is measured: each contender in a process of its own, the network built before, one call thrown away (if it takes less than 5 s), then rounds in which all take their turn (A B C, A B C);
medians of 5 calls, 3 of what takes longer than 5 s, one of what takes longer than 30 s, of graphology on a million nodes and of igraph's Leiden with 3, 5 and 8 iterations. Building is timed in a process that does nothing else, a new one each time, its links read before.
Judged is **the time of the processor** that the contender's process used during the call (user and system); the time on the wall stands in brackets beside it. On **two threads it is the other way round**:
the wall counts. On one thread a process is held to one core of the machine. GDS runs inside its server, which is not held to one core: its figure is the \`computeMillis\` it states, a time on the wall, so that our time on the wall is compared with it.
igraph remembers properties of a network, such as that it is connected, and would answer the second call without looking: it is made to forget before each call, outside the clock.
Memory is the most that the process held until its first answer, the network included; of GDS it is the whole server. The same for all: weights only where the network has them, PageRank to the
same tolerance (igraph's solver has its own), no self-loops. igraph's Leiden makes two iterations unless told otherwise, and stands beside ours at no more than .00005 less modularity, as NetworKit's and that of GDS do; how few iterations igraph needs for Q .8360 on DBLP is a line for information.
Louvain again after .01 % of the links changed is timed twice: with the changed links known and the network ready in the kernel, and as a run of the service does it, from two networks that are compared;
beside each stands the search anew from the same beginning, made as often before. A search until stable is given up on a million nodes after 120 s, GDS on two threads after 60 s, any call after 300 s.`,
    `Contenders: ${CONTENDERS}.`,
    `## Targets\n\n${reached(graphs, parts)}`,
    ...graphs.map(graph => `## ${graph.name}: ${graph.nodes.toLocaleString('en')} nodes, ${graph.links.toLocaleString('en')} links

${graph.about[0].toUpperCase()}${graph.about.slice(1)}. ${circumstances(graph.rows)} Cells: ms of the processor (on the wall), ratio of the processor (on the wall), on two threads the wall first; quality; memory and calls.

${tableOf(graph.rows)}`),
    ...Object.entries(parts).map(([title, { text }]) => `## ${title}\n\n${text}`)
  ].join('\n\n') + '\n'
}

function circumstances (rows: Row[]): string {
  const loads = rows.flatMap(({ load }) => load)
  const each = (values: string[]): string => [...new Set(values)].join(', ')
  return `${each(rows.map(({ date }) => date).sort())}: ${each(rows.map(({ machine }) => machine))}, load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`
}
