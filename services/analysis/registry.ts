/** The one list of algorithms: what they are called, what they say, the options they take and what they need. The API, the command line and the documentation read it. */
import { z } from 'zod'
import { findsClusters } from '../contract/run.ts'
import type { AlgorithmDescription } from '../contract/run.ts'
import { AFFILIATION } from './affiliation/algorithms.ts'
import type { Algorithm } from './algorithm.ts'
import { BORDERS } from './borders/algorithms.ts'
import { BROKERAGE } from './brokerage/algorithms.ts'
import { CENTRALITY } from './centrality/algorithms.ts'
import { COMMUNITIES, runOptions } from './communities/algorithms.ts'
import { LAYOUT } from './layout/algorithms.ts'
import { PREDICTION } from './prediction/algorithms.ts'
import { ROBUSTNESS } from './robustness/algorithms.ts'
import { SPECIALISATION } from './specialisation/algorithms.ts'

const ALGORITHMS = [...COMMUNITIES, ...CENTRALITY, ...BROKERAGE, ...BORDERS, ...SPECIALISATION, ...ROBUSTNESS, ...AFFILIATION, ...PREDICTION, ...LAYOUT]

export const findAlgorithm = (name: string): Algorithm | undefined => ALGORITHMS.find(entry => entry.name === name)

/** The options a run of it takes; others are refused. */
export const optionsOfRun = ({ name, options }: Algorithm): z.ZodObject => findsClusters(name) ? runOptions(name) : options.strict()

const givenBy = ({ name, compute }: Algorithm): AlgorithmDescription['gives'] => findsClusters(name) ? 'clusters' : compute === undefined ? null : 'values'

/** With the options a run takes. */
export const listAlgorithms = (): AlgorithmDescription[] => ALGORITHMS.map(entry => {
  const { name, family, title, says, needs, complexity, reference } = entry
  return { name, family, title, says, needs, gives: givenBy(entry), complexity, reference, optionsSchema: z.toJSONSchema(optionsOfRun(entry), { io: 'input' }) as Record<string, unknown> }
})

/** Algorithms that measure a network by itself, by name. */
export const MEASURABLE: ReadonlyMap<string, Required<Algorithm>> = new Map(ALGORITHMS.filter((entry): entry is Required<Algorithm> => entry.compute !== undefined).map(entry => [entry.name, entry]))
