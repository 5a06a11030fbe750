/** The match list of an organisation: ranked candidates with what speaks for each and against it, in numbers. */
import { UNWATCHED } from '../../analysis/context.ts'
import { PARTNER_WEIGHTS } from '../../analysis/prediction/partner-score.ts'
import { relatedness, termsOfNodes } from '../../analysis/specialisation/relatedness.ts'
import type { Relatedness } from '../../analysis/specialisation/relatedness.ts'
import { answeringProfiles, isAmong, isOpenTo, termsOfProfile } from '../../brokerage/answering-profiles.ts'
import type { ProfileOwner } from '../../brokerage/answering-profiles.ts'
import { matchPartners, PARTNER_PARTS } from '../../brokerage/match-partners.ts'
import type { Matches, MatchReasons } from '../../brokerage/match-partners.ts'
import { domainsAndSectors, padRelatedness, withOffered } from '../../brokerage/terms-offered.ts'
import { FEW_LINKS, REASONS_SHOWN } from '../../contract/partner-match.ts'
import type { NamedOrganisation, PartnerChoice, PartnerMatch, PartnerMatches, ProfileAnswer } from '../../contract/partner-match.ts'
import { isOffer } from '../../contract/partner-profile.ts'
import type { PartnerProfile } from '../../contract/partner-profile.ts'
import { ServiceError } from '../../errors.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { MultiCoded } from '../../snapshot/snapshot.ts'
import { findOrganisation, organisationIndex } from '../find-in-run.ts'
import { selectOrganisations, wordOf } from '../select.ts'
import type { OrganisationLookup } from '../view-parts.ts'
import { clusterCodeOf, describeNodes } from '../view-parts.ts'

export interface PartnerParts {
  organisations: OrganisationLookup
  /** All that may be shown to whoever asks, of any state. */
  profiles: readonly PartnerProfile[]
  /** Organisations that brokers marked as not relevant; null where feedback is not for the one who asks: nobody is left out, nor counted. */
  notRelevant: ReadonlySet<string> | null
}
/** `candidate`: this one alone, with its rank among all; nothing where it is not on the list. */
export type PartnerRequest = PartnerChoice & { offset: number, limit: number, candidate?: string }

/** Terms of all organisations and how they are related, made once: a run never changes. */
const termsOfRuns = new WeakMap<LoadedRun, { terms: MultiCoded, related: Relatedness }>()

/** Best first, equals by id. NOT_FOUND for an organisation the run does not hold and for a profile that is not its own; INVALID_INPUT for one that is not valid today. */
export async function listPartners (loaded: LoadedRun, id: string, request: PartnerRequest, { organisations, profiles, notRelevant }: PartnerParts): Promise<Omit<PartnerMatches, 'nextCursor'>> {
  const { snapshot, projection: { graph }, clusterOf } = loaded
  const us = organisationIndex(loaded, id)
  const ours = ownProfiles(id, request.profile, profiles)
  const theirs = profilesByNode(loaded, id, profiles)
  const { terms, related } = termsWith(loaded, [...theirs.values()].flat().concat(profiles.filter(profile => profile.organisation === id && profile.state === 'valid')))
  const asked = [...new Set([...request.wanted ?? [], ...request.profile === undefined ? [] : ours.flatMap(termsOfProfile)])]
  // Where nobody has a sector, that a candidate lacks one says nothing of it.
  const isRated = (word: string): boolean => isDomain(word) || snapshot.sectors.values.length > 0 || terms.values.includes(word)
  const wanted = asked.filter(isRated)
  const unrated = asked.filter(word => !isRated(word))
  const codes = wanted.map(word => terms.values.indexOf(word))
  // A wanted word that nobody has keeps its place: the share that a candidate has of what is wanted must say so.
  const { ranked, percentilesFor, reasonsFor, steps } = matchPartners({ graph, terms, groups: clusterOf, related }, us, codes, UNWATCHED)

  const owner = (v: number): ProfileOwner => ({ id: snapshot.ids[v], country: wordOf(snapshot.country, v) ?? '', kind: wordOf(snapshot.kind, v) ?? 'other' })
  const answers = new Map([...theirs].map(([v, list]) => [v, answeringProfiles(owner(us), ours, owner(v), list)]))
  const passes = filterOf(loaded, us, request, steps, v => answers.get(v) ?? [], ours)
  const passing = ranked.filter(({ candidate }) => passes(candidate))
  const relevant = passing.filter(({ candidate }) => notRelevant?.has(snapshot.ids[candidate]) !== true).map((match, i) => ({ match, rank: i + 1 }))
  const chosenOnes = request.candidate === undefined ? relevant.slice(request.offset, request.offset + request.limit) : relevant.filter(({ match }) => snapshot.ids[match.candidate] === request.candidate)
  const shown = chosenOnes.map(({ match, rank }) => ({ match, rank, reasons: reasonsFor(match.candidate) }))

  const described = await describeNodes(loaded, [us, ...shown.flatMap(({ match, reasons }) => reasons.reach.first < 0 ? [match.candidate] : [match.candidate, reasons.reach.first])], organisations)
  const named = (v: number): NamedOrganisation => ({ id: snapshot.ids[v], ...described.get(v)! })
  const chosen = request.profile === undefined ? undefined : ours[0]
  const degree = (v: number): number => graph.offsets[v + 1] - graph.offsets[v]
  const termCount = (v: number): number => terms.offsets[v + 1] - terms.offsets[v]
  return {
    run: loaded.run.id, organisation: named(us), cluster: clusterCodeOf(loaded, us), wanted, unrated,
    gaps: [...termCount(us) === 0 ? ['terms' as const] : [], ...degree(us) === 0 ? ['links' as const] : [], ...asked.length === 0 ? ['wanted' as const] : [], ...unrated.length > 0 ? ['sectors' as const] : []],
    rated: ranked.length, linked: degree(us), notRelevant: notRelevant === null ? null : passing.length - relevant.length, total: relevant.length,
    items: shown.map(({ match, rank, reasons }): PartnerMatch => {
      const v = match.candidate
      const found = answers.get(v) ?? []
      return {
        rank, organisation: named(v), cluster: clusterCodeOf(loaded, v), partners: degree(v), score: match.score, weightKnown: match.weightKnown, parts: partsOf(match, percentilesFor(v)),
        reasons: { ...inWords(reasons, terms.values, named), targeted: chosen === undefined || chosen.countries.length === 0 ? null : isAmong(chosen.countries, owner(v).country), answers: found },
        against: againstOf({ terms: termCount(v), degree: degree(v), reachable: steps[v] >= 0 || degree(us) === 0, sameCluster: clusterOf[v] >= 0 && clusterOf[v] === clusterOf[us], named: named(v).named, chosen, owner: owner(v), answers: found })
      }
    })
  }
}

/** The chosen profile, or all that are valid. */
function ownProfiles (id: string, chosen: string | undefined, profiles: readonly PartnerProfile[]): PartnerProfile[] {
  const own = profiles.filter(({ organisation }) => organisation === id)
  if (chosen === undefined) return own.filter(({ state }) => state === 'valid')
  const profile = own.find(each => each.id === chosen)
  if (profile === undefined) throw new ServiceError('NOT_FOUND', `Profile "${chosen.slice(0, 60)}" is not among the profiles of ${id}; /api/v1/organisations/${id}/profiles lists them.`)
  if (profile.state !== 'valid') throw new ServiceError('INVALID_INPUT', `Profile ${chosen} is ${profile.state === 'expired' ? `expired since ${String(profile.validUntil)}` : `valid from ${String(profile.validFrom)} on`}, and only what is valid today is matched; change its dates or choose another.`, { errors: [{ path: 'profile', value: chosen, message: `is ${profile.state}` }] })
  return [profile]
}

/** Valid profiles of others that the run holds, and that may be matched with this organisation. */
function profilesByNode (loaded: LoadedRun, id: string, profiles: readonly PartnerProfile[]): Map<number, PartnerProfile[]> {
  const byNode = new Map<number, PartnerProfile[]>()
  for (const profile of profiles) {
    if (profile.organisation === id || profile.state !== 'valid' || !isOpenTo(profile, id)) continue
    const v = findOrganisation(loaded, profile.organisation)
    if (v >= 0) byNode.set(v, [...byNode.get(v) ?? [], profile])
  }
  return byNode
}

function termsWith (loaded: LoadedRun, profiles: PartnerProfile[]): { terms: MultiCoded, related: Relatedness } {
  const known = termsOfRuns.get(loaded) ?? termsOf(loaded)
  termsOfRuns.set(loaded, known)
  const offered = new Map<number, string[]>()
  for (const profile of profiles) {
    if (!isOffer(profile.type)) continue
    const v = findOrganisation(loaded, profile.organisation)
    offered.set(v, [...offered.get(v) ?? [], ...termsOfProfile(profile)])
  }
  const terms = withOffered(known.terms, offered)
  return { terms, related: padRelatedness(known.related, terms.values.length) }
}

function termsOf ({ snapshot: { domains, sectors } }: LoadedRun): { terms: MultiCoded, related: Relatedness } {
  const terms = domainsAndSectors(domains, sectors)
  return { terms, related: relatedness(termsOfNodes(terms), terms.values.length) }
}

function filterOf (loaded: LoadedRun, us: number, request: PartnerRequest, steps: Int32Array, answersOf: (v: number) => ProfileAnswer[], ours: PartnerProfile[]): (v: number) => boolean {
  const { snapshot: { ids, country }, projection: { graph: { offsets } }, clusterOf } = loaded
  const { offset: _offset, limit: _limit, profile, wanted: _wanted, abroad, otherClusters, targeted, answering, stepsMax, partnersMax, trlMin, trlMax, ...filter } = request
  const mask = selectOrganisations(loaded.snapshot, filter)
  const levelAsked = trlMin !== undefined || trlMax !== undefined
  const atLevel = ({ trl }: ProfileAnswer): boolean => trl !== null && trl >= (trlMin ?? 1) && trl <= (trlMax ?? 9)
  return v => mask[v] === 1 &&
    (!abroad || (country.codes[v] >= 0 && country.codes[v] !== country.codes[us])) &&
    (!otherClusters || (clusterOf[v] >= 0 && clusterOf[v] !== clusterOf[us])) &&
    (stepsMax === undefined || (steps[v] >= 0 && steps[v] <= stepsMax)) &&
    (partnersMax === undefined || offsets[v + 1] - offsets[v] <= partnersMax) &&
    (!targeted || ours.length === 0 || ours.some(({ countries }) => isAmong(countries, wordOf(country, v) ?? ''))) &&
    (!answering || answersOf(v).length > 0) &&
    (!levelAsked || answersOf(v).some(atLevel)) &&
    (profile === undefined || isOpenTo(ours[0], ids[v]))
}

const partsOf = (match: Matches['ranked'][number], percentiles: ReturnType<Matches['percentilesFor']>): PartnerMatch['parts'] =>
  PARTNER_PARTS.map(part => ({ part, value: orNull(match[part]), weight: PARTNER_WEIGHTS[part], percentile: orNull(percentiles[part]) }))

/** A domain has its taxonomy before it, a sector is a NACE code. */
const isDomain = (word: string): boolean => word.includes(':')

const orNull = (value: number): number | null => Number.isNaN(value) ? null : value

const inWords = ({ fit, complementarity, reach, capability }: MatchReasons, words: readonly string[], named: (v: number) => NamedOrganisation): Omit<PartnerMatch['reasons'], 'answers' | 'targeted'> => ({
  fit: fit.slice(0, REASONS_SHOWN).map(({ own, theirs, proximity }) => ({ own: words[own], theirs: words[theirs], proximity })),
  complementarity: complementarity.slice(0, REASONS_SHOWN).map(({ term, adds }) => ({ term: words[term], adds })),
  reach: { steps: reach.steps < 0 ? null : reach.steps, via: reach.first < 0 ? null : named(reach.first) },
  capability: capability.map(term => words[term])
})

interface Standing { terms: number, degree: number, reachable: boolean, sameCluster: boolean, named: boolean, chosen: PartnerProfile | undefined, owner: ProfileOwner, answers: ProfileAnswer[] }

function againstOf ({ terms, degree, reachable, sameCluster, named, chosen, owner, answers }: Standing): PartnerMatch['against'] {
  const all: Array<[PartnerMatch['against'][number], boolean]> = [
    ['no-terms', terms === 0],
    ['no-links', degree === 0],
    ['few-links', degree > 0 && degree < FEW_LINKS],
    ['out-of-reach', degree > 0 && !reachable],
    ['same-cluster', sameCluster],
    ['name-unknown', !named],
    ['country-not-targeted', chosen !== undefined && !isAmong(chosen.countries, owner.country)],
    ['own-country-not-targeted', answers.length > 0 && !answers.some(({ targetsUs }) => targetsUs)],
    ['kind-not-sought', chosen !== undefined && !isAmong(chosen.partnerKinds, owner.kind)],
    ['own-kind-not-sought', answers.length > 0 && !answers.some(({ seeksUs }) => seeksUs)]
  ]
  return all.filter(([, holds]) => holds).map(([word]) => word)
}
