/**
 * The benchmarks: `npm run bench`, or `npm run bench -- service` and `npm run bench -- algorithms` for a part. Each figure stands beside a peer that was
 * measured in the same run, so that the ratio means something on any machine. Nothing is asserted. Writes tests/bench/RESULTS.md, a part at a time.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { benchAlgorithms } from './algorithms.ts'
import { benchRun } from './default-run.ts'
import { benchImport } from './import-rows.ts'
import type { Result } from './result.ts'

const FILE = new URL('RESULTS.md', import.meta.url)
const [, , asked, graph] = process.argv

if (asked === undefined || asked === 'service') writePart('The service', await benchService())
if (asked === undefined || asked === 'algorithms') writePart('Algorithms', await benchAlgorithms(graph))

async function benchService (): Promise<string[]> {
  const rows = ['| what | figure | peer in the same run | peer\'s figure | ratio |', '|---|---:|---|---:|---:|']
  for (const bench of [benchImport, benchRun]) {
    for await (const result of bench()) {
      rows.push(rowOf(result))
      console.log(rowOf(result))
    }
  }
  return rows
}

function rowOf ({ subject, figure, unit, peer, peerFigure }: Result): string {
  return `| ${subject} | ${show(figure)} ${unit} | ${peer} | ${show(peerFigure)} ${unit} | ${show(figure / peerFigure)} |`
}

function show (value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}

/** Puts a part in place of the one of this name; the others stay as they are. */
function writePart (name: string, rows: string[]): void {
  const parts = new Map((existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').split(/^## /m).slice(1).map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1).trim()]))
  parts.set(name, `${new Date().toISOString().slice(0, 10)}: Node.js ${process.versions.node}, ${availableParallelism()} of ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB.\n\n${rows.join('\n')}`)
  writeFileSync(FILE, `# Benchmarks

Written by \`npm run bench\`. The ratio is what to compare between machines and versions; the figures themselves follow the machine and its load.
Of the service a ratio is our figure by the peer's. Of the algorithms it is the peer's time by ours: above 1 we are faster. Peers: igraph 1.0.0 and
NetworKit 11.3 (Python packages), graphology 0.26.0, one thread each; loading the graph is a row of its own.

${[...parts].map(([title, text]) => `## ${title}\n\n${text}\n`).join('\n')}`)
}
