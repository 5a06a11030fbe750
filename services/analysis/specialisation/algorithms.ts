/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, ofNodes, TERMS, TERMS_AND_GROUPS } from '../algorithm.ts'
import type { Algorithm, Measured, MeasureInput } from '../algorithm.ts'
import type { Context } from '../context.ts'
import { undirected } from '../undirected.ts'
import { groupOverlap } from './group-overlap.ts'
import { groupTerms, specialisedIn } from './group-terms.ts'
import type { GroupTerms } from './group-terms.ts'
import { relatedness, termPairs } from './relatedness.ts'
import type { Relatedness } from './relatedness.ts'
import { complementarity, relatednessDensity } from './relatedness-density.ts'
import { specialisation } from './specialisation.ts'
import { termDiversity } from './term-diversity.ts'

const SpecialisationOptions = z.object({ priorWeight: z.number().positive().default(10).describe('mentions of terms, spread as in the network, that the log-odds add to both sides; 0.1 trusts small groups, 1000 hardly any') })
const RelatednessOptions = z.object({ units: z.enum(['groups', 'organisations']).default('groups').describe('where terms stand together: in what groups are specialised in, or in what single organisations carry') })
const ComplementarityOptions = RelatednessOptions.extend({ termsListed: z.number().int().min(0).max(100).default(5).describe('terms listed for each pair of groups, those to which most is added') })
const OverlapOptions = z.object({ sets: z.enum(['specialised', 'present']).default('specialised').describe('terms of a group: those it is specialised in, or all that a member carries') })

export const SPECIALISATION: Algorithm[] = [
  algorithm({
    name: 'specialisation', family: 'specialisation', title: 'Specialisation', says: 'Which fields are more common in a group than in the whole network, how much more, and how surely.',
    needs: TERMS_AND_GROUPS, complexity: 'O(groups x terms)', reference: 'Balassa 1965; Wilson 1927; Benjamini & Hochberg 1995; Monroe, Colaresi & Quinn 2008, Polit. Anal. 16:372',
    options: SpecialisationOptions, compute: specialisationTable
  }),
  algorithm({
    name: 'relatedness', family: 'specialisation', title: 'Related fields', says: 'Which fields stand together more often than chance would have it; with fewer than thirty groups only a hint.',
    needs: TERMS_AND_GROUPS, complexity: 'O(units x terms^2)', reference: 'Hidalgo et al. 2007, Science 317:482',
    options: RelatednessOptions, compute: relatednessTable
  }),
  algorithm({
    name: 'relatednessDensity', family: 'specialisation', title: 'Nearness to a field', says: 'How much of what is related to a field a group is specialised in already.',
    needs: TERMS_AND_GROUPS, complexity: 'O(groups x terms^2)', reference: 'Balland et al. 2019, Reg. Stud. 53:1252',
    options: RelatednessOptions, compute: densityTable
  }),
  algorithm({
    name: 'complementarity', family: 'specialisation', title: 'What a partner would add', says: 'What a partner group would add near the fields a group lacks.',
    needs: TERMS_AND_GROUPS, complexity: 'O(groups^2 x terms^2)', reference: "this project's form after Balland & Boschma 2021, Reg. Stud. 55:1059",
    options: ComplementarityOptions, compute: complementarityTables
  }),
  algorithm({
    name: 'groupOverlap', family: 'specialisation', title: 'Shared priorities', says: 'Which priorities two groups share.',
    needs: TERMS_AND_GROUPS, complexity: 'O(groups^2 x terms)', reference: 'Jaccard 1901; Sparck Jones 1972, J. Doc. 28:11; Krugman 1991',
    options: OverlapOptions, compute: overlapTable
  }),
  algorithm({
    name: 'termDiversity', family: 'specialisation', title: 'Fields within reach', says: 'How many fields it reaches through its partners: 2.0 means as varied as two equal fields.',
    needs: TERMS, complexity: 'O(sum over links of terms)', reference: 'Hill 1973, Ecology 54:427',
    options: z.object({}), compute: ({ graph, terms }) => ofNodes(termDiversity(undirected(graph), terms))
  })
]

const sizesOf = ({ groupNames, termNames, termsLeftOut }: GroupTerms): Record<string, number> => ({ groups: groupNames.length, terms: termNames.length, termsLeftOut })
const orNaN = (value: number | null): number => value ?? NaN

function specialisationTable (input: MeasureInput, { priorWeight }: z.infer<typeof SpecialisationOptions>): Measured {
  const counted = groupTerms(input)
  const rows = specialisation(counted, input.graph.n, priorWeight)
  return {
    nodes: {},
    metrics: { ...sizesOf(counted), tests: rows.filter(({ q }) => q !== null).length },
    tables: {
      specialisation: {
        group: rows.map(({ group }) => counted.groupNames[group]), term: rows.map(({ term }) => counted.termNames[term]), members: rows.map(({ members }) => members), size: rows.map(({ group }) => counted.sizes[group]),
        networkMembers: rows.map(({ term }) => counted.carriers[term]), networkSize: rows.map(() => input.graph.n), locationQuotient: rows.map(row => orNaN(row.locationQuotient)), lower: rows.map(row => orNaN(row.lower)),
        upper: rows.map(row => orNaN(row.upper)), shrunk: rows.map(row => orNaN(row.shrunk)), p: rows.map(({ p }) => p), q: rows.map(({ q }) => orNaN(q)), logOdds: rows.map(row => row.logOdds), logOddsZ: rows.map(row => row.logOddsZ)
      }
    }
  }
}

function relate (counted: GroupTerms, specialised: Uint8Array[], units: z.infer<typeof RelatednessOptions>['units']): Relatedness {
  const lists = units === 'organisations' ? counted.ofNode : specialised.map(row => Array.from(row.keys()).filter(t => row[t] === 1))
  return relatedness(lists, counted.termNames.length)
}

function relatednessTable (input: MeasureInput, { units }: z.infer<typeof RelatednessOptions>): Measured {
  const counted = groupTerms(input)
  const pairs = termPairs(relate(counted, specialisedIn(counted), units))
  const { termNames } = counted
  return {
    nodes: {},
    metrics: { ...sizesOf(counted), units: units === 'groups' ? counted.groupNames.length : input.graph.n },
    tables: {
      pairs: {
        a: pairs.map(({ a }) => termNames[a]), b: pairs.map(({ b }) => termNames[b]), together: pairs.map(({ together }) => together), proximity: pairs.map(({ proximity }) => proximity),
        association: pairs.map(({ association }) => association), probability: pairs.map(({ probability }) => probability)
      }
    }
  }
}

function densityTable (input: MeasureInput, { units }: z.infer<typeof RelatednessOptions>): Measured {
  const counted = groupTerms(input)
  const specialised = specialisedIn(counted)
  const density = relatednessDensity(specialised, relate(counted, specialised, units))
  const cells = density.flatMap((row, g) => Array.from(row.keys(), t => ({ g, t })))
  return {
    nodes: {},
    metrics: sizesOf(counted),
    tables: { density: { group: cells.map(({ g }) => counted.groupNames[g]), term: cells.map(({ t }) => counted.termNames[t]), specialised: cells.map(({ g, t }) => specialised[g][t]), density: cells.map(({ g, t }) => density[g][t]) } }
  }
}

function complementarityTables (input: MeasureInput, { units, termsListed }: z.infer<typeof ComplementarityOptions>, context: Context): Measured {
  const counted = groupTerms(input)
  const specialised = specialisedIn(counted)
  const pairs = complementarity(specialised, relate(counted, specialised, units), termsListed, context)
  const listed = pairs.flatMap(({ receiver, giver, added }) => added.map(each => ({ receiver, giver, ...each })))
  const { groupNames } = counted
  return {
    nodes: {},
    metrics: sizesOf(counted),
    tables: {
      pairs: { receiver: pairs.map(({ receiver }) => groupNames[receiver]), giver: pairs.map(({ giver }) => groupNames[giver]), mean: pairs.map(({ mean }) => mean) },
      terms: { receiver: listed.map(({ receiver }) => groupNames[receiver]), giver: listed.map(({ giver }) => groupNames[giver]), term: listed.map(({ term }) => counted.termNames[term]), added: listed.map(({ share }) => share) }
    }
  }
}

function overlapTable (input: MeasureInput, { sets }: z.infer<typeof OverlapOptions>): Measured {
  const counted = groupTerms(input)
  const pairs = groupOverlap(counted, sets === 'specialised' ? specialisedIn(counted) : counted.counts.map(row => Uint8Array.from(row, count => Number(count > 0))))
  const { groupNames } = counted
  return {
    nodes: {},
    metrics: sizesOf(counted),
    tables: {
      pairs: {
        a: pairs.map(({ a }) => groupNames[a]), b: pairs.map(({ b }) => groupNames[b]), shared: pairs.map(({ shared }) => shared), jaccard: pairs.map(({ jaccard }) => jaccard),
        cosine: pairs.map(({ cosine }) => cosine), krugman: pairs.map(({ krugman }) => krugman)
      }
    }
  }
}
