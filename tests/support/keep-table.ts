/** A table put into a store and its folder as an import does, and one whose value-chain communities are known. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableDetail } from '../../services/contract/value-chains.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { writeTable } from '../../services/value-chains/table-file.ts'
import { hashOf } from '../../services/value-chains/table-hash.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { tableOf } from '../value-chains/example-tables.ts'

/** Its hash. */
export async function keepTable (store: GraphStore, folder: string, table: InputOutputTable): Promise<string> {
  const hash = hashOf(table)
  const { countries, countryNames, sectors, sectorNames } = table.labels
  const named = (codes: readonly string[], names: readonly string[]): TableDetail['labels']['countries'] => codes.map((code, i) => ({ code, name: names[i]! }))
  await mkdir(folder, { recursive: true })
  await writeTable(join(folder, `${hash}.table`), { ...table, hash })
  await store.saveTable({ hash, importedAt: '2026-03-01T12:00:00.000Z', document: { ...table.about, countries: countries.length, sectors: sectors.length, labels: { countries: named(countries, countryNames), sectors: named(sectors, sectorNames) }, checks: [] } })
  return hash
}

/** Chains of the planted table, each of a material and a product that every country makes. */
export const CHAINS = 3
const COUNTRIES = ['POL', 'DEU', 'CZE', 'SWE', 'ROW']

/**
 * Each country's material of a chain goes into that chain's product in each other country (10) and at home (40), and next to nothing (.05) into anything else;
 * products go to final demand everywhere. So across borders there is a community for each chain, and with links at home one for each country. `by`: how much larger it is.
 */
export function plantedTable (by = 1): InputOutputTable {
  const sectors = Array.from({ length: 2 * CHAINS }, (_, s) => `${s % 2 === 0 ? 'M' : 'P'}${Math.floor(s / 2)}`)
  const nodes = COUNTRIES.flatMap((_, c) => sectors.map((_, s) => ({ c, s })))
  const flows = nodes.map(from => nodes.map(to => by * (from.s % 2 === 0 && to.s === from.s + 1 ? (from.c === to.c ? 40 : 10) : from.c === to.c ? 3 : 0.05)))
  const demand = nodes.map(({ c, s }) => COUNTRIES.map((_, r) => by * (s % 2 === 0 ? 10 : r === c ? 100 : 30)))
  const output = nodes.map((_, i) => [...flows[i]!, ...demand[i]!].reduce((sum, value) => sum + value, 0))
  const table = tableOf(COUNTRIES, sectors, flows, demand, output)
  return { ...table, about: { title: 'Planted chains', year: 2020, unit: 'million USD', source: 'made up', format: 'example', notes: [] }, labels: { ...table.labels, sectorNames: sectors.map(code => code.startsWith('M') ? `Material ${code.slice(1)}` : `Product ${code.slice(1)}`) } }
}
