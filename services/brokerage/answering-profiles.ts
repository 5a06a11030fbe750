/**
 * Which profile of another organisation answers which of one's own: a request and an offer of the same kind, and two that both look for partners in research; with a field or sector that both name.
 * Targeted countries, kinds of partner and readiness levels do not decide, they are told: what a profile says of them is often a first thought. This project's own rule.
 */
import type { ProfileAnswer } from '../contract/partner-match.ts'
import type { PartnerProfile, ProfileType } from '../contract/partner-profile.ts'

/** A research request asks for partners with a technology, or with the same plan. */
const ANSWERED_BY: Record<ProfileType, readonly ProfileType[]> = {
  'technology-offer': ['technology-request', 'rd-request'],
  'technology-request': ['technology-offer'],
  'business-offer': ['business-request'],
  'business-request': ['business-offer'],
  'rd-request': ['rd-request', 'technology-offer']
}

export interface ProfileOwner { id: string, country: string, kind: string }

export const termsOfProfile = ({ domains, sectors }: Pick<PartnerProfile, 'domains' | 'sectors'>): string[] => [...domains, ...sectors]

/** Whether a profile may be matched between its owner and this organisation. */
export const isOpenTo = ({ confidentiality, namedPartners }: PartnerProfile, organisation: string): boolean => confidentiality !== 'named-partners' || namedPartners.includes(organisation)

/** Most fields in common first, then the nearest readiness level, then by id. */
export function answeringProfiles (us: ProfileOwner, ours: readonly PartnerProfile[], them: ProfileOwner, theirs: readonly PartnerProfile[]): ProfileAnswer[] {
  return ours.filter(own => isOpenTo(own, them.id)).flatMap(own => theirs.filter(other => ANSWERED_BY[own.type].includes(other.type) && isOpenTo(other, us.id)).flatMap(other => {
    const shared = termsOfProfile(own).filter(term => termsOfProfile(other).includes(term))
    return shared.length === 0
      ? []
      : [{
          profile: other.id, type: other.type, title: other.title, trl: other.trl, answers: own.id, answersTitle: own.title, shared,
          trlDistance: own.trl === null || other.trl === null ? null : Math.abs(own.trl - other.trl),
          targetsUs: isAmong(other.countries, us.country), targeted: isAmong(own.countries, them.country),
          seeksUs: isAmong(other.partnerKinds, us.kind), sought: isAmong(own.partnerKinds, them.kind)
        }]
  })).sort((a, b) => b.shared.length - a.shared.length || (a.trlDistance ?? Infinity) - (b.trlDistance ?? Infinity) || (a.profile + a.answers < b.profile + b.answers ? -1 : 1))
}

/** A list that is not stated leaves nothing out. */
export const isAmong = (list: readonly string[], word: string): boolean => list.length === 0 || list.includes(word)
