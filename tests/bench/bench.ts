/**
 * The benchmarks: `npm run bench`. Each figure stands beside a peer that was measured in the same process, minutes apart at most,
 * so that the ratio means something on any machine. Nothing is asserted. Writes tests/bench/results.md.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { benchImport } from './import-rows.ts'
import { benchRun } from './default-run.ts'
import type { Result } from './result.ts'

const results: Result[] = []
for (const bench of [benchImport, benchRun]) {
  for await (const result of bench()) {
    results.push(result)
    console.log(rowOf(result))
  }
}
writeFileSync(new URL('results.md', import.meta.url), report(results))

function rowOf ({ subject, figure, unit, peer, peerFigure }: Result): string {
  return `| ${subject} | ${show(figure)} ${unit} | ${peer} | ${show(peerFigure)} ${unit} | ${show(figure / peerFigure)} |`
}

function show (value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}

function report (results: Result[]): string {
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node.js ${process.versions.node}, ${availableParallelism()} of ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB.
The ratio is what to compare between machines and versions; the figures themselves follow the machine and its load.

| what | figure | peer in the same run | peer's figure | ratio |
|---|---:|---|---:|---:|
${results.map(rowOf).join('\n')}
`
}
