/** The name of what a table holds: SHA-256 over its labels and the bytes of its values, little-endian as all machines that it runs on have them. */
import { createHash } from 'node:crypto'
import type { InputOutputTable } from './table.ts'

export function hashOf ({ labels, intermediate, finalDemand, output, valueAdded, inventoryChange }: Omit<InputOutputTable, 'hash' | 'about'>): string {
  const hash = createHash('sha256')
  const { countries, countryNames, sectors, sectorNames } = labels
  hash.update(JSON.stringify([countries, countryNames, sectors, sectorNames, inventoryChange !== null]))
  for (const values of [intermediate, finalDemand, output, valueAdded, ...inventoryChange === null ? [] : [inventoryChange]]) hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  return hash.digest('hex')
}
