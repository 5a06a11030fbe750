/** The document itself, for programs: every text as it was given. */
import type { Document } from './document.ts'

export const writeJson = (document: Document): Buffer => Buffer.from(JSON.stringify(sorted(document)) + '\n')

/** Keys in the order of the alphabet, so that a file does not tell how its document was put together. */
function sorted (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => a < b ? -1 : 1).map(([key, inner]) => [key, sorted(inner)]))
}
