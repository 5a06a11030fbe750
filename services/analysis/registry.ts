/** The one list of algorithms: what they are called, what they say, the options they take and what they need. The API, the command line and the documentation read it. */
import { z } from 'zod'
import { COMMUNITY_ALGORITHMS } from '../contract/run.ts'
import type { AlgorithmDescription, CommunityAlgorithm } from '../contract/run.ts'
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

const isCommunities = (name: string): name is CommunityAlgorithm => (COMMUNITY_ALGORITHMS as readonly string[]).includes(name)

/** With the options a run takes. */
export const listAlgorithms = (): AlgorithmDescription[] =>
  ALGORITHMS.map(({ options, compute: _compute, ...entry }) => ({ ...entry, optionsSchema: z.toJSONSchema(isCommunities(entry.name) ? runOptions(entry.name) : options, { io: 'input' }) as Record<string, unknown> }))

/** Algorithms that measure a network by itself, by name. */
export const MEASURABLE: ReadonlyMap<string, Required<Algorithm>> = new Map(ALGORITHMS.filter((entry): entry is Required<Algorithm> => entry.compute !== undefined).map(entry => [entry.name, entry]))
