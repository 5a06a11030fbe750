/** Networks of kept tables for runs: which table is meant, how large its network can be, and the network itself, made on a worker thread. */
import type { Piscina } from 'piscina'
import { z } from 'zod'
import type { RunNetwork } from '../contract/value-added-network.ts'
import type { TableDetail } from '../contract/value-chains.ts'
import { UnusableFile } from '../snapshot/column-file.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { NetworkSize } from '../store/graph-store.ts'
import { NETWORK_LINKS_MAX } from '../value-chains/networks/value-added-network.ts'
import type { InputOutputTable } from '../value-chains/table.ts'
import { performerOf } from './perform.ts'
import type { Watcher } from './perform.ts'
import { nameCountries, tableNodes } from './table-nodes.ts'
import type { Labelled, TableNode } from './table-nodes.ts'
import type { MadeNetwork } from './task.ts'

export interface TablesOfRuns {
  /** By hash, a beginning of it, or latest. */
  find: (name: string) => Promise<Pick<TableDetail, 'hash' | 'labels'> | null>
  /** Values, on shared memory; null where there is no such table. */
  open: (hash: string) => Promise<InputOutputTable | null>
  /** A country by what a table writes for it, in capitals. */
  country: (word: string) => Labelled | undefined
}

export interface TableNetworks {
  /** The request with the whole hash, the nodes it will have, and the memory that takes. Throws ZodError for a table that is not kept. */
  find: (network: RunNetwork) => Promise<{ network: RunNetwork, nodes: TableNode[], bytes: number }>
  make: (network: RunNetwork, watcher: Watcher) => Promise<MadeNetwork>
  /** The snapshot alone; null where the table is gone. */
  remake: (network: RunNetwork) => Promise<Snapshot | null>
}

/** Matrices that are held at once: the table's own, coefficients, factors, the inverse, and the copy it is worked out in. */
const MATRICES = 5

export function tableNetworks (pool: Piscina, { find, open, country }: TablesOfRuns): TableNetworks {
  async function make ({ table: hash, ...options }: RunNetwork, { stage, signal }: Watcher): Promise<MadeNetwork | null> {
    const table = await openSound(hash)
    if (table === null) return null
    const { countries, countryNames } = table.labels
    const named = nameCountries(countries.map((code, i) => ({ code, name: countryNames[i] })), country)
    return await performerOf(pool, signal)({ kind: 'tableNetwork', table, options, countries: named }, share => stage('snapshot', share))
  }
  async function openSound (hash: string): Promise<InputOutputTable | null> {
    try {
      return await open(hash)
    } catch (error) {
      if (error instanceof UnusableFile) throw new Error(`The values of the table ${hash} cannot be read, as ${error.message}; import it again.`, { cause: error })
      throw error
    }
  }

  return {
    find: async network => {
      const table = await find(network.table)
      if (table === null) throw new z.ZodError([{ code: 'custom', path: ['network', 'table'], message: `"${network.table}" is not a kept table; /api/v1/value-chains/tables lists them`, input: undefined }])
      const { countries, sectors } = table.labels
      return {
        network: { ...network, table: table.hash },
        nodes: tableNodes({ countries: nameCountries(countries, country), sectors }, network.level),
        bytes: MATRICES * Float64Array.BYTES_PER_ELEMENT * (countries.length * sectors.length) ** 2
      }
    },
    make: async (network, watcher) => {
      const made = await make(network, watcher)
      if (made === null) throw new Error(`The table ${network.table} is no longer kept; import it again.`)
      return made
    },
    remake: async network => (await make(network, { stage: () => {}, signal: new AbortController().signal }))?.snapshot ?? null
  }
}

/** At most: every node linked to every other, both ways, as far as a network may be. */
export const networkSizeOf = (nodes: number): NetworkSize => ({ organisations: nodes, supply: Math.min(nodes * (nodes - 1), NETWORK_LINKS_MAX), collaboration: 0, coMembership: 0, memberships: 0 })
