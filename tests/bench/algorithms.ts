/**
 * Our algorithms against igraph, NetworKit and graphology: each work alternates between them on the same cores, one thread, graphs loaded before; medians.
 * Quality stands beside every time, because a faster answer that is worse is no gain.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { debian, planted, rmat } from './graphs.ts'
import type { Links } from './graphs.ts'
import { pythonOfPeers, startGraphology, startOwn, startPython } from './peers/peer.ts'
import type { Answer, Job, Peer } from './peers/peer.ts'

const FOLDER = 'tests/output/bench-graphs'

interface Plan { name: string, make: () => Links | null, repetitions: number, peers: string[], works: Job[] }

const LARGE: Job[] = [{ work: 'louvain' }, { work: 'leiden', iterations: 2 }, { work: 'pagerank', tolerance: 1e-8 }, { work: 'components' }]
const PLANS: Plan[] = [
  { name: 'planted 10k', make: () => planted(10_000, 20, 500, 0.3, 1), repetitions: 3, peers: ['igraph', 'networkit', 'graphology'], works: [...LARGE, { work: 'betweenness' }, { work: 'harmonic' }, { work: 'constraint' }] },
  { name: 'planted 100k', make: () => planted(100_000, 20, 2000, 0.35, 1), repetitions: 3, peers: ['igraph', 'networkit', 'graphology'], works: [...LARGE, { work: 'constraint' }] },
  { name: 'Debian', make: debian, repetitions: 3, peers: ['igraph', 'networkit', 'graphology'], works: [...LARGE.slice(0, 1), { work: 'leiden', iterations: 3 }, ...LARGE.slice(2), { work: 'constraint' }] },
  { name: 'R-MAT 17', make: () => rmat(17, 8, 1), repetitions: 3, peers: ['igraph', 'networkit', 'graphology'], works: [...LARGE.slice(0, 1), { work: 'leiden', iterations: 3 }, ...LARGE.slice(2)] },
  { name: 'planted 1M', make: () => planted(1_000_000, 20, 5000, 0.4, 1), repetitions: 1, peers: ['igraph', 'networkit'], works: LARGE }
]

const median = (answers: Answer[]): Answer => answers.sort((a, b) => (a.seconds as number) - (b.seconds as number))[answers.length >> 1]
const show = (value: number): string => value >= 100 ? value.toFixed(0) : value.toPrecision(3)

/** Not the seeds the graphs are made with: the same shuffle would give nodes in the order of their planted communities. */
const FIRST_SEED = 101

/** `only`: names of graphs, between commas. Rows of a table with its heading. */
export async function benchAlgorithms (only?: string): Promise<string[]> {
  const rows = ['| graph | work | ours, ms | quality | peer | its ms | its quality | ratio |', '|---|---|---:|---:|---|---:|---:|---:|']
  const add = (row: string): void => {
    rows.push(row)
    console.log(row)
  }
  const python = pythonOfPeers()
  for (const plan of PLANS.filter(({ name }) => only === undefined || only.split(',').includes(name))) {
    const links = plan.make()
    if (links === null) {
      add(`| ${plan.name} | not here: no package lists of Debian | | | | | | |`)
      continue
    }
    const file = writeLinks(plan.name, links)
    const peers = new Map<string, Peer>([['ours', startOwn()]])
    for (const name of plan.peers) {
      if (name === 'graphology') peers.set(name, startGraphology())
      else if (python !== null) peers.set(name, startPython(python, name as 'igraph' | 'networkit'))
    }
    const graph = `${plan.name}, ${links.n.toLocaleString('en')} / ${links.sources.length.toLocaleString('en')}`
    for (const job of [{ work: 'load', file } as Job, ...plan.works]) {
      const answers = new Map<string, Answer[]>()
      for (let i = 0; i < (job.work === 'load' ? 1 : plan.repetitions); i++) {
        for (const [name, peer] of peers) {
          const answer = await peer.ask({ ...job, seed: FIRST_SEED + i })
          if (answer.seconds !== null) answers.set(name, [...answers.get(name) ?? [], answer])
        }
      }
      const [ours, ...others] = [...answers].map(([name, each]) => ({ name, ...median(each) }))
      const what = job.work === 'load' ? `build (ours ${ours.megabytes.toFixed(0)} MB)` : job.work + (job.iterations === undefined ? '' : `, ours and igraph ${job.iterations} iterations`)
      const milliseconds = (answer: Answer): number => (answer.seconds as number) * 1000
      for (const other of others) {
        const peer = job.work === 'load' ? `${other.name} (${other.megabytes.toFixed(0)} MB)` : other.name
        add(`| ${graph} | ${what} | ${show(milliseconds(ours))} | ${quality(ours)} | ${peer} | ${show(milliseconds(other))} | ${quality(other)} | ${show(milliseconds(other) / milliseconds(ours))} |`)
      }
    }
    const own = peers.get('ours') as Peer
    const warm = await own.ask({ work: 'warm', share: 0.0001 })
    add(`| ${graph} | communities again after .01 % of the links changed | ${show((warm.seconds as number) * 1000)} | ${quality(warm)} | our Louvain from the start | ${show((warm.whole as number) * 1000)} | ${quality({ ...warm, quality: warm.wholeQuality })} | ${show((warm.whole as number) / (warm.seconds as number))} |`)
    for (const peer of peers.values()) peer.stop()
  }
  return rows
}

const quality = ({ quality: value }: Answer): string => value === undefined ? '' : Math.abs(value) < 1 ? value.toFixed(5) : value.toLocaleString('en', { maximumFractionDigits: 3 })

function writeLinks (name: string, { n, sources, targets }: Links): string {
  mkdirSync(FOLDER, { recursive: true })
  const file = `${FOLDER}/${name.replaceAll(' ', '-')}.links`
  writeFileSync(file, Buffer.concat([Int32Array.of(n, sources.length), sources, targets].map(array => Buffer.from(array.buffer, array.byteOffset, array.byteLength))))
  return file
}
