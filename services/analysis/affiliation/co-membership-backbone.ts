/**
 * Backbone of co-membership: the pairs that share more networks than their activity alone would explain.
 *
 * For every pair that shares a network: p by a model of chance (null-models.ts, fdsm.ts), q by Benjamini and Hochberg over all pairs of organisations with
 * a membership, those that share nothing among them with p = 1; kept where q (or p, uncorrected) is at most alpha. `auto` takes the fixed degree sequence
 * model up to FDSM_ORGANISATIONS_MAX organisations, above that the stochastic one: the latter is exact and quick, but on small data it keeps next to
 * nothing (Southern Women at .05, uncorrected: fixed row 17 pairs, fixed degree sequence 5, stochastic 0). With many pairs the former needs
 * many samples: p is at least 1 / (1 + samples). Networks above the size cap are no part of the model.
 *
 * For display: measures are computed on the full network. Sources: Neal 2014, Soc. Networks 39:84; Neal, Domagalski & Sagan 2021, Sci. Rep. 11:23929.
 * Tested against scipy and a chain of swaps on the Southern Women of Davis, Gardner & Gardner 1941.
 */
import { z } from 'zod'
import { ProjectionOptions } from '../../contract/run.ts'
import type { MeasureInput, Size } from '../algorithm.ts'
import type { Context } from '../context.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { coMembership } from './co-membership.ts'
import type { Pairs } from './co-membership.ts'
import { fdsm } from './fdsm.ts'
import { fixedRow, sdsm } from './shared-by-chance.ts'
import { membershipCounts } from './two-mode.ts'

/** Up to here five thousand samples take seconds to a minute. */
export const FDSM_ORGANISATIONS_MAX = 2000

export const CoMembershipBackboneOptions = z.object({
  networkSizeMax: ProjectionOptions.shape.networkSizeMax,
  backbone: z.enum(['auto', 'fixedRow', 'sdsm', 'fdsm']).default('auto').describe(`model of chance: how many networks an organisation joins (fixedRow), and how many members they have, on average (sdsm) or exactly (fdsm); auto: fdsm up to ${FDSM_ORGANISATIONS_MAX} organisations, else sdsm`),
  alpha: z.number().min(0).max(1).default(0.05).describe('pairs up to this q, or p, are kept'),
  correction: z.enum(['benjaminiHochberg', 'none']).default('benjaminiHochberg').describe('for the number of pairs looked at'),
  samples: z.number().int().min(1).max(1_000_000).default(5000).describe('of fdsm: memberships dealt anew; no p is below 1 / (samples + 1)'),
  trades: z.number().int().min(1).max(1000).default(5).describe('of fdsm: trades for each organisation between two samples')
})
export type CoMembershipBackboneOptions = z.infer<typeof CoMembershipBackboneOptions>

/** Where samples are dealt, each trade looks at the memberships of two organisations, and each pair is counted anew in every sample. `m`: memberships. */
export function workOfBackbone ({ n, m, pairs }: Size, { backbone, samples, trades }: CoMembershipBackboneOptions): number {
  const dealt = backbone === 'fdsm' || (backbone === 'auto' && n <= FDSM_ORGANISATIONS_MAX)
  return m + pairs + (dealt && n > 0 ? samples * (2 * trades * m + pairs * 2 * m / n) : 0)
}

export interface CoMembershipBackbone {
  pairs: Pairs
  p: Float64Array
  q: number[]
  kept: Uint8Array
  model: Exclude<CoMembershipBackboneOptions['backbone'], 'auto'>
  /** Pairs of organisations with a membership. */
  tests: number
  /** Of sdsm: largest difference between expected and recorded memberships. */
  deviation: number | null
  networksAboveCap: number
}

export function coMembershipBackbone ({ ids, memberships, seed }: Pick<MeasureInput, 'ids' | 'memberships' | 'seed'>, options: CoMembershipBackboneOptions, context: Context): CoMembershipBackbone {
  const { affiliations, pairs } = coMembership(ids.length, memberships, { networkSizeMax: options.networkSizeMax, networkSizeBasis: 'in-store' }, { ...context, progress: () => {} })
  const organisations = membershipCounts(affiliations).reduce((sum, count) => sum + Number(count > 0), 0)
  const model = options.backbone === 'auto' ? (organisations <= FDSM_ORGANISATIONS_MAX ? 'fdsm' : 'sdsm') : options.backbone
  const { p, deviation } = model === 'sdsm' ? sdsm(affiliations, pairs, context) : { p: model === 'fdsm' ? fdsm(affiliations, pairs, options, seed, context) : fixedRow(affiliations, pairs), deviation: null }
  const tests = organisations * (organisations - 1) / 2
  const q = benjaminiHochberg(p, tests)
  const decisive = options.correction === 'none' ? p : q
  return { pairs, p, q, kept: Uint8Array.from(decisive, value => Number(value <= options.alpha)), model, tests, deviation, networksAboveCap: affiliations.networksAboveCap }
}
