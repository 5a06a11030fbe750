/** What every graph store does, as one suite of tests: call it with a way to get an empty store. */
import type { Test } from 'tap'
import { changesContract } from './contract-changes.ts'
import { coverageContract } from './contract-coverage.ts'
import { graphContract } from './contract-graph.ts'
import { listsContract } from './contract-lists.ts'
import { mergesContract } from './contract-merges.ts'
import { recordsContract } from './contract-records.ts'
import { refreshContract } from './contract-refresh.ts'
import { runsContract } from './contract-runs.ts'
import { tablesContract } from './contract-tables.ts'
import { transactionsContract } from './contract-transactions.ts'
import { versionsContract } from './contract-versions.ts'
import type { ProvideStore } from './provide-store.ts'

export function storeContract (t: Test, provide: ProvideStore): void {
  recordsContract(t, provide)
  transactionsContract(t, provide)
  changesContract(t, provide)
  refreshContract(t, provide)
  listsContract(t, provide)
  graphContract(t, provide)
  runsContract(t, provide)
  versionsContract(t, provide)
  coverageContract(t, provide)
  mergesContract(t, provide)
  tablesContract(t, provide)
}
