/** Rules by which the demonstration closes the three steps that need evidence alone, applied to what the service computes. Each says its figures; none is typed. */
import { sectionOf } from '../../contract/nace-section.ts'
import { SUPPRESS_BELOW_DEFAULT } from '../../contract/report.ts'
import type { ContentOf } from '../../contract/workspace-items.ts'
import { findCommonSets } from '../evidence/common-sets.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import { growthOfGroup } from '../evidence/growth.ts'
import type { GrowthInput } from '../evidence/growth.ts'
import { profileRegions } from '../evidence/profiling.ts'
import { namesIn } from '../exhibits/exhibit.ts'
import type { Names } from '../exhibits/exhibit.ts'
import { growthText } from '../exhibits/trends-exhibits.ts'
import { sayIn } from '../words/say.ts'
import { itemsOf } from '../workspace-state.ts'
import type { Standing } from '../workspace-state.ts'

type Priority = Standing<ContentOf<'priority'>>
/** `says`: its figures. */
export interface Ruled { priority: Priority, holds: boolean, says: string }
export interface Rule { /** In words, with its thresholds. */ says: string, evidence: string[], ruled: Ruled[] }

const say = sayIn('en')

/** Joint domains in one state: what is made of declared priorities. Single codes as published are none. */
const domainsIn = ({ state }: EvidenceInput, standing: Priority['content']['state']): Priority[] => itemsOf(state, 'priority').filter(({ content }) => content.from.length > 0 && content.state === standing)

/** Initial: every theme, and every section of its sectors, is declared by as many regions as the workspace asks for. */
export function shareCodes (input: EvidenceInput): Rule {
  const names = namesIn(say, input.reference)
  const { columns, sharedBy } = findCommonSets(input)
  const regions = input.group.parts.length
  return {
    says: `The rule: a combination becomes initial where each of its themes, and each section of NACE that its sectors lie in, is declared by at least ${sharedBy} of the ${regions} regions.`,
    evidence: ['declared-matrix', 'shared-codes'],
    ruled: domainsIn(input, 'proposed').map(priority => {
      const { themes, sectors } = priority.content
      const counted = [...new Set([...themes, ...sectors.map(code => sectionOf(code) ?? code)])].map(code => ({ code, by: columns.find(column => column.code === code)?.regions.length ?? 0 }))
      return { priority, holds: counted.every(({ by }) => by >= sharedBy), says: `Of ${regions} regions, ${say.list(counted.map(({ code, by }) => `${by} declared ${nameOf(code, names)}`))}.` }
    })
  }
}

/** Regions that declared something in a code as published: a theme, or a section or division of NACE. */
export function declaredIn (input: EvidenceInput, { themes, sectors }: Pick<Priority['content'], 'themes' | 'sectors'>): number {
  const { columns, declared } = findCommonSets(input)
  if (themes.length > 0) return columns.find(({ code }) => code === themes[0])?.regions.length ?? 0
  return declared.regions.filter(({ coded }) => coded.some(priority => priority.sectors.some(code => code.split('.')[0] === sectors[0] || sectionOf(code) === sectors[0]))).length
}

/** Verified: organisations of as many regions work in each of its fields of knowledge, counting those alone whose number may be told. */
export function findOrganisations (input: EvidenceInput): Rule {
  const names = namesIn(say, input.reference)
  const { sharedBy } = input.settings
  const { parts } = input.group
  const { fields } = profileRegions(input)
  return {
    says: `The rule: an initial combination is verified where organisations of at least ${sharedBy} of the ${parts.length} regions work in each of its fields of knowledge. Regions count where the number of these organisations may be told, so with ${SUPPRESS_BELOW_DEFAULT} or more; of the others nothing is told, or there are none. It is a low bar: that somebody works in a field makes no region strong in it, so where the field is surely more common than in the whole run is said as well. Codes that stand alone are not looked at, since a joint priority is a combination.`,
    evidence: ['specialisation', 'declared-and-revealed'],
    ruled: domainsIn(input, 'initial').map(priority => {
      const found = priority.content.knowledge.map(code => ({ code, regions: fields.filter(row => row.code === code && row.part < parts.length && row.told && row.members > 0) }))
      const declaring = parts.filter(({ asked }) => priority.content.from.some(({ region }) => region === asked))
      const both = declaring.filter(part => found.every(({ regions }) => regions.some(row => parts[row.part] === part)))
      return {
        priority, holds: found.every(({ regions }) => regions.length >= sharedBy),
        says: found.map(({ code, regions }) => {
          const sure = regions.filter(({ sure }) => sure).map(({ part }) => names.region(parts[part]))
          const where = regions.length === 0 ? 'in no region that may be told' : `in ${say.list(regions.map(({ part, members }) => `${names.region(parts[part])} (${say.number(members)})`))}`
          return `Organisations with ${nameOf(code, names)}: ${where}; surely more common than in the whole run in ${sure.length === 0 ? 'none of the regions' : say.list(sure)}.`
        }).join(' ') + ` Of the ${declaring.length} regions whose declared priorities it joins, ${both.length === 0 ? 'none is among these' : `${say.list(both.map(names.region))} ${both.length === 1 ? 'is' : 'are'} among these${found.length > 1 ? ' in each field' : ''}`}.`
      }
    })
  }
}

/** Refined: the growth of each of its fields can be computed, and is not surely a fall. */
export function lookAtGrowth (input: EvidenceInput, dated: GrowthInput['dated']): Rule {
  const names = namesIn(say, input.reference)
  const { all, domains } = growthOfGroup(input, dated)
  return {
    says: `The rule: a verified combination is refined where the yearly growth of the networks of each of its fields of knowledge can be computed and is not surely below 0. Growth is named with its 95 % interval; one that holds 0 is no growth to rely on, and being refined then means that the trend was looked at, not that it points up. All fields together: ${growthText(say, all.rates.projects)}.`,
    evidence: ['growth-domains', 'growth-domain-years'],
    ruled: domainsIn(input, 'verified').map(priority => {
      const found = priority.content.knowledge.map(code => ({ code, rate: domains.find(({ domain }) => domain === code)?.rates.projects ?? null }))
      return {
        priority, holds: found.every(({ rate }) => rate !== null && rate.upper >= 0),
        says: found.map(({ code, rate }) => `${nameOf(code, names)}: ${rate === null ? 'too few networks or years to say' : `${growthText(say, rate)}, ${rate.lower > 0 ? 'surely growing' : rate.upper < 0 ? 'surely falling' : 'no growth to rely on'}`}.`).join(' ')
      }
    })
  }
}

const nameOf = (code: string, names: Names): string => code.includes(':') ? names.domain(code) : `${code} ${names.sector(code)}`
