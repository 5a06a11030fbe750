/** Networks with values that other tools computed: tests/datasets/measures. */
import { readFileSync } from 'node:fs'
import type { Test } from 'tap'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

interface Case { graph: { nodes: Array<Record<string, string>>, edges: Array<{ source: string, target: string, weight?: number }> }, inputs?: Record<string, unknown>, expected: Record<string, { value: unknown }> }
export interface ReadCase { graph: Csr, ids: string[], groups: (key: string) => { codes: Int32Array, count: number }, inputs: Record<string, unknown>, expected: (key: string) => unknown, has: (key: string) => boolean }

/** `directed`: how to read it; a directed network read as undirected has both directions of a pair summed. */
export function readCase (name: string, directed: boolean): ReadCase {
  const { graph: { nodes, edges }, inputs = {}, expected } = JSON.parse(readFileSync(`tests/datasets/measures/${name}.json`, 'utf8')) as Case
  const ids = nodes.map(node => node.id)
  const place = new Map(ids.map((id, i) => [id, i]))
  const { graph } = buildCsr(ids.length, { sources: edges.map(({ source }) => place.get(source) as number), targets: edges.map(({ target }) => place.get(target) as number), weights: edges.map(({ weight = 1 }) => weight) }, directed)
  const groups = (key: string): { codes: Int32Array, count: number } => {
    const words = [...new Set(nodes.map(node => node[key]))]
    return { codes: Int32Array.from(nodes, node => words.indexOf(node[key])), count: words.length }
  }
  return { graph, ids, groups, inputs, expected: key => expected[key].value, has: key => key in expected }
}

/** Every expected value is looked at: a missing or undefined one is an infinite deviation. */
export function compareScores (t: Test, ids: string[], found: ArrayLike<number>, expected: unknown, message: string, tolerance = 1e-9): void {
  const values = expected as Record<string, number | 'NaN'>
  const deviation = Math.max(...ids.map((id, i) => values[id] === 'NaN' ? (Number.isNaN(found[i]) ? 0 : Infinity) : Math.abs(found[i] - (values[id] ?? NaN))))
  t.ok(deviation <= tolerance, `${message}: largest deviation ${deviation}`)
}
