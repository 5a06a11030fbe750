/**
 * Names of clusters: after the thematic domain that is most surely more common here (smallest q < 0.05 with a location
 * quotient of at least 1.25), with the NACE division found likewise. Nothing passes: "mixed", with the largest domain.
 * Clusters that would share a name are told apart by a second domain that passes and that no namesake has, else by the
 * city of the strongest member.
 */
import type { Cluster, Specialisation } from '../contract/cluster.ts'

export const NAME_Q_MAX = 0.05
export const NAME_QUOTIENT_MIN = 1.25
type Name = Cluster['name']

export interface Naming { domains: Specialisation[], sectors: Specialisation[], /** City of the member with the greatest strength. */ place: string | null }

const passes = (term: Specialisation): boolean => term.q !== null && term.q < NAME_Q_MAX && term.locationQuotient !== null && term.locationQuotient >= NAME_QUOTIENT_MIN

/** Programme parts where there are any: a Trans-S3 priority gathers several of them and says less. */
function finest (terms: Specialisation[]): Specialisation[] {
  const parts = terms.filter(term => term.code.startsWith('h2020:'))
  return parts.length > 0 ? parts : terms
}

/** Cities that a source writes in capitals only. */
const titleCase = (place: string | null): string | null =>
  place === null || place !== place.toUpperCase() ? place : place.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

/** Of a cluster of country-sectors, which have no domains: after its strongest member, which no other cluster has. */
export const nameAfterMember = (sectors: Specialisation[], member: string): Name =>
  ({ domain: null, sector: sectors.find(passes)?.code ?? null, qualifier: member, qualifierKind: 'member', mixed: false })

/** `isThematic`: says what work is about, not how it was funded; only such domains name a cluster. */
export function nameClusters (namings: Naming[], isThematic: (domain: string) => boolean): Name[] {
  const passing = namings.map(({ domains }) => finest(domains.filter(term => isThematic(term.code) && passes(term))))
  const names = namings.map(({ domains, sectors }, i): Name => {
    const domain = passing[i].at(0)
    const largest = finest(domains.filter(term => isThematic(term.code) && term.members > 0)).sort((a, b) => b.members - a.members || (a.code < b.code ? -1 : 1)).at(0)
    const sector = sectors.find(passes)
    return { domain: domain?.code ?? largest?.code ?? null, sector: sector?.code ?? null, qualifier: null, qualifierKind: null, mixed: domain === undefined }
  })
  const namesakes = new Map<string, number[]>()
  names.forEach(({ domain, mixed }, i) => {
    const key = `${domain} ${mixed}`
    namesakes.set(key, [...namesakes.get(key) ?? [], i])
  })
  for (const group of namesakes.values()) {
    if (group.length < 2) continue
    const used = new Set<string>()
    // The largest of the group keeps the plain name.
    for (const i of group.slice(1)) {
      const second = passing[i].slice(1).find(term => !used.has(term.code))
      const qualifier = second?.code ?? titleCase(namings[i].place)
      if (qualifier === null) continue
      if (second !== undefined) used.add(second.code)
      names[i] = { ...names[i], qualifier, qualifierKind: second === undefined ? 'place' : 'domain' }
    }
  }
  return names
}
