/** SHA-256 over what a snapshot holds, in a fixed order: equal hashes, equal input to every analysis. The revision is not part of it. */
import { createHash } from 'node:crypto'
import type { Snapshot } from './snapshot.ts'

export function hashSnapshot (snapshot: Snapshot): string {
  const hash = createHash('sha256')
  const add = (name: string, given: unknown): void => {
    // The same numbers, the same hash: how wide they stand is no content.
    const value = given instanceof Float32Array ? new Float64Array(given) : given
    hash.update(`${name}\n`)
    if (ArrayBuffer.isView(value)) hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    else if (value !== null && typeof value === 'object' && !Array.isArray(value)) Object.keys(value).sort().forEach(key => add(`${name}.${key}`, (value as Record<string, unknown>)[key]))
    else hash.update(JSON.stringify(value))
  }
  const { revision: _revision, hash: _hash, report: _report, ...content } = snapshot
  for (const [name, value] of Object.entries(content).sort(([a], [b]) => a < b ? -1 : 1)) add(name, value)
  return hash.digest('hex')
}
