/**
 * The benchmarks: `npm run bench`, or a part: `-- algorithms`, `-- layout`, `-- snapshot`, `-- service`, `-- reports`, `-- value-chains`. Each figure stands beside a peer that was measured in the same run, so that
 * the ratio means something on any machine. Nothing is asserted. What is measured takes the place of the same work in tests/bench/results.json at once, and RESULTS.md is written anew from it.
 * `-- algorithms "planted 100k,DBLP"` measures these networks, `-- algorithms "planted 100k" leiden,louvain` these works of it; `-- report` only writes RESULTS.md.
 */
import { benchAlgorithms } from './algorithms.ts'
import { benchRun } from './default-run.ts'
import { benchImport } from './import-rows.ts'
import { machine } from './machine.ts'
import { LAYOUTS, NAMES_OF_WORKS, PLANS } from './plans.ts'
import type { Result } from './result.ts'
import { keepPart, keepRows, rewrite } from './results.ts'
import { benchSnapshot } from './snapshot-load.ts'
import { stopOnSignals } from './stopping.ts'
import { benchTables } from './value-chains-service.ts'
import { benchValueChains } from './value-chains.ts'
import { benchWorkspacePages } from './workspace-pages.ts'
import { benchReports } from './write-reports.ts'

const PARTS = ['algorithms', 'layout', 'snapshot', 'service', 'reports', 'value-chains', 'report']
const NAMES_OF_GRAPHS = PLANS.map(({ name }) => name)
const [part, graphs, works] = process.argv.slice(2)

if (part !== undefined) check('part', [part], PARTS)
const isAsked = (name: string): boolean => part === undefined || part === name

stopOnSignals()
if (isAsked('algorithms')) await benchAlgorithms(choose('network', graphs, NAMES_OF_GRAPHS), choose('work', works, NAMES_OF_WORKS), keepRows)
if (part === 'layout') await benchAlgorithms(LAYOUTS.graphs, LAYOUTS.works, keepRows)
if (isAsked('snapshot')) {
  const { rows, figures } = await benchSnapshot()
  keepPart('Loading a snapshot', { text: [...heading(), ...rows].join('\n'), figures })
}
if (isAsked('service')) keepPart('The service', { text: await benchService(), figures: {} })
if (isAsked('reports')) keepPart('Writing reports', { text: [...heading(), ...await benchReports()].join('\n'), figures: {} })
if (isAsked('value-chains')) {
  const algebra = await benchValueChains()
  const tables = await benchTables()
  keepPart('Value chains', { text: [...heading(), ...algebra.rows, '', ...tables.rows].join('\n'), figures: { ...algebra.figures, ...tables.figures } })
}
if (part === 'report' && !rewrite()) {
  console.error('There is nothing to report: tests/bench/results.json is not there. `npm run bench` measures everything and writes it.')
  process.exit(1)
}

function heading (): string[] {
  return [`${new Date().toISOString().slice(0, 10)}: ${machine()}.`, '']
}

/** Names between commas; all when none is given. */
function choose (what: string, names: string | undefined, all: string[]): string[] {
  return names === undefined ? all : check(what, names.split(','), all)
}

function check (what: string, names: string[], all: string[]): string[] {
  const unknown = names.find(name => !all.includes(name))
  if (unknown === undefined) return names
  console.error(`No ${what} of the benchmark is called ${unknown}. There are: ${all.join(', ')}.`)
  process.exit(1)
}

async function benchService (): Promise<string> {
  const rows = [`${new Date().toISOString().slice(0, 10)}: ${machine()}. Here a ratio is our figure by the peer's.`, '', '| what | figure | peer in the same run | peer\'s figure | ratio |', '|---|---:|---|---:|---:|']
  for (const bench of [benchImport, benchRun, benchWorkspacePages]) {
    for await (const result of bench()) {
      rows.push(rowOf(result))
      console.log(rowOf(result))
    }
  }
  return rows.join('\n')
}

function rowOf ({ subject, figure, unit, peer, peerFigure }: Result): string {
  return `| ${subject} | ${show(figure)} ${unit} | ${peer} | ${show(peerFigure)} ${unit} | ${show(figure / peerFigure)} |`
}

function show (value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}
