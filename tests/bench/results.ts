/** The results of every network as they were measured last (results.json), and RESULTS.md, which is written from them alone. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { reached } from './reached.ts'
import type { GraphResult } from './row.ts'
import { tableOf } from './table.ts'

/** Parts whose tables come ready, by title, and networks. */
interface Results { parts: Record<string, string>, graphs: GraphResult[], versions: string[] }

const STORED = new URL('results.json', import.meta.url)
const WRITTEN = new URL('RESULTS.md', import.meta.url)

const read = (): Results => existsSync(STORED) ? JSON.parse(readFileSync(STORED, 'utf8')) as Results : { parts: {}, graphs: [], versions: [] }

function write (results: Results): void {
  writeFileSync(STORED, `${JSON.stringify(results, null, 1)}\n`)
  writeFileSync(WRITTEN, textOf(results))
}

/** Puts a part in place of the one of this title; the others stay as they are. */
export function keepPart (title: string, text: string): void {
  const results = read()
  write({ ...results, parts: { ...results.parts, [title]: text } })
}

/** Puts a network in place of the one of this name; `order`: names of all. */
export function keepGraph (graph: GraphResult, versions: string[], order: string[]): void {
  const results = read()
  const graphs = [...results.graphs.filter(({ name }) => name !== graph.name), graph]
  write({ ...results, versions, graphs: graphs.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)) })
}

function textOf ({ parts, graphs, versions }: Results): string {
  return [
    '# Benchmarks',
    `Written by \`npm run bench\`; the service's own parts are at the end. The ratio is what to compare between machines and versions: the times follow the machine and its load.
A ratio is the peer's time by ours: **above 1 we are faster**.`,
    `How it is measured: each contender in a process of its own, the network built before, one call thrown away (if it takes less than 10 s), then rounds in which all take their turn; medians of
5 repetitions (3 on a million nodes), fewer for a contender that has used up a minute. One thread means one core of the machine for the whole process. Beside the time on the wall stands the
time of the processor, because the machine may be shared; GDS states its own time (\`computeMillis\`) and runs inside its server, which is not held to one core. Memory is the most that the
process held until its first answer, the network included; of GDS it is the whole server. The same for all: weights only where the network has them, PageRank to the same tolerance, no self-loops.`,
    `Contenders: ${versions.join(', ')}.`,
    graphs.length === 0 ? '' : `## Must reach\n\n${reached(graphs)}`,
    ...graphs.map(graph => `## ${graph.name}: ${graph.nodes.toLocaleString('en')} nodes, ${graph.links.toLocaleString('en')} links

${graph.about[0].toUpperCase()}${graph.about.slice(1)}. ${graph.date}: ${graph.machine}, load ${graph.load.map(value => value.toFixed(1)).join(' to ')}. Cells: ms on the wall (of the processor), ratio on the wall (of the processor), quality, memory.

${tableOf(graph.rows)}`),
    ...Object.entries(parts).map(([title, text]) => `## ${title}\n\n${text}`)
  ].filter(text => text !== '').join('\n\n') + '\n'
}
