/** The partner score as a measure: of one organisation or of each, its best candidates with what speaks for them. */
import { z } from 'zod'
import type { Measured, MeasureInput, Refusal, Size } from '../algorithm.ts'
import type { Context } from '../context.ts'
import { refuseOversize } from '../measure-error.ts'
import { undirected } from '../undirected.ts'
import { workOfWalks } from './link-scores.ts'
import { partnersFor } from './partner-score.ts'
import type { Partner, PartnerPart } from './partner-score.ts'
import { placeOf, placesOf } from '../place-of.ts'
import { relatedness, termsOfNodes } from '../specialisation/relatedness.ts'

/** For each of these a walk over the network and all the others rated: some minutes. */
export const ASKING_ORGANISATIONS_MAX = 2000

export const PartnerOptions = z.object({
  of: z.string().default('').describe('id of the organisation that looks for partners; empty: each in turn'),
  top: z.number().int().min(1).max(100).default(10).describe('candidates shown for each'),
  acrossGroups: z.boolean().default(false).describe('only organisations of another group, such as another country'),
  aim: z.string().default('').describe('term that it wants to move to; empty: any it lacks'),
  wanted: z.array(z.string()).default([]).describe('terms that a partner should have; without them capability is not part of the score')
})
export type PartnerOptions = z.infer<typeof PartnerOptions>

/** Of a network with this many organisations. */
export const partnersRefused = (n: number, { of }: Pick<PartnerOptions, 'of'>): Refusal | null =>
  of === '' && n > ASKING_ORGANISATIONS_MAX ? { option: 'of', message: `there are ${n} organisations, above ${ASKING_ORGANISATIONS_MAX}: name one with "of".` } : null

/** For each that asks a walk, and everybody rated. */
export const workOfPartners = (size: Pick<Size, 'n' | 'm'>, { of }: Pick<PartnerOptions, 'of'>): number => {
  const asking = of === '' ? size.n : 1
  return size.m + workOfWalks(size, asking) + asking * size.n
}

export function rankPartners ({ ids, graph, groups, terms }: MeasureInput, { of, top, acrossGroups, aim, wanted }: PartnerOptions, context: Context): Measured {
  const asking = of === '' ? Array.from(ids.keys()) : [placeOf(ids, of, 'organisation has the id', 'of')]
  refuseOversize(partnersRefused(ids.length, { of }))
  const wishes = { aim: aim === '' ? -1 : placeOf(terms.values, aim, 'organisation has the term', 'aim'), wanted: placesOf(terms.values, wanted, 'organisation has the term', 'wanted'), acrossGroups }
  const input = { graph: undirected(graph), terms, groups, related: relatedness(termsOfNodes(terms), terms.values.length) }
  let candidates = 0
  const rows = asking.flatMap((v, done) => {
    context.check()
    context.progress(done / asking.length)
    const partners = partnersFor(input, v, wishes, context)
    candidates += partners.length
    return partners.slice(0, top).map(partner => ({ of: v, partner }))
  })
  const column = (key: PartnerPart | 'score' | 'weightKnown'): number[] => rows.map(({ partner }) => partner[key])
  const named = (key: (row: { of: number, partner: Partner }) => number): string[] => rows.map(row => ids[key(row)])
  return {
    nodes: {},
    metrics: { organisations: asking.length, candidates },
    tables: {
      partners: {
        organisation: named(row => row.of),
        candidate: named(row => row.partner.candidate),
        score: column('score'),
        fit: column('fit'),
        complementarity: column('complementarity'),
        reach: column('reach'),
        capability: column('capability'),
        weightKnown: column('weightKnown'),
        reason: rows.map(({ partner }) => partner.reason)
      }
    }
  }
}
