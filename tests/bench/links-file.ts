/** The file in which a network reaches each contender: four numbers (nodes, links, 1 if weighted, 0), then sources, targets, and weights if it has them; little endian. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Undirected and simple: each pair once, no node with itself. Without weights each is 1. */
export interface Links { n: number, sources: Int32Array, targets: Int32Array, weights?: Float64Array }

/** Of the four numbers. */
const HEADING_BYTES = 16

export function writeLinks (file: string, { n, sources, targets, weights }: Links): void {
  mkdirSync(dirname(file), { recursive: true })
  const parts = [Int32Array.of(n, sources.length, weights === undefined ? 0 : 1, 0), sources, targets, ...weights === undefined ? [] : [weights]]
  writeFileSync(file, Buffer.concat(parts.map(array => Buffer.from(array.buffer, array.byteOffset, array.byteLength))))
}

export function readLinks (file: string): Links {
  const { buffer, byteOffset } = readFileSync(file)
  const [n, m, weighted] = new Int32Array(buffer, byteOffset, 3)
  const at = (i: number): number => byteOffset + HEADING_BYTES + 4 * m * i
  return { n, sources: new Int32Array(buffer, at(0), m), targets: new Int32Array(buffer, at(1), m), ...weighted === 1 ? { weights: new Float64Array(buffer, at(2), m) } : {} }
}
