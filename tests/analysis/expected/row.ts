/** A row says which of our measures answers a key of which cases, and how its answer is brought into the shape of the file. */
import { byId, measured } from './case.ts'
import type { Asked, Case } from './case.ts'

export interface Row {
  key: string
  cases: string[]
  /** Our measure or function, as it is registered or exported. */
  by: string
  found: (of: Case, expected: unknown) => unknown
  /** Names of values that are not compared, such as the number of communities of an optimum that others reach too. */
  without?: readonly string[]
  /** An optimum: what is found may be better. */
  atLeast?: boolean
  /** Where the file's own value is less sure than it says. */
  tolerance?: number
}

/** Values of the nodes, by id. */
export const column = (key: string, cases: string[], by: string, name = by, asked: Asked = {}): Row => ({ key, cases, by, found: of => { const { ids, nodes } = measured(of, by, asked); return byId(ids, nodes[name]) } })

/** A figure of the whole network. */
export const metric = (key: string, cases: string[], by: string, name = by, asked: Asked = {}): Row => ({ key, cases, by, found: of => measured(of, by, asked).metrics[name] })
