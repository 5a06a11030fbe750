/** What links and memberships of a merged organisation become: those of the kept one, joined with what it had already. */
import { introducedBy } from '../casework/change-introduction.ts'
import type { Link } from '../contract/link.ts'
import type { Membership } from '../contract/network.ts'
import { WEIGHT_MAX } from '../contract/scalars.ts'
import { linkId, membershipId } from '../ids.ts'

interface Step { kept: string, merged: string, at: string }

/** What makes a link this link and no other, whatever its id. */
export const linkMeaning = ({ kind, source, target, product }: Link): string => {
  const ends = kind === 'COLLABORATES' ? [source, target].sort() : [source, target]
  return JSON.stringify([kind, ...ends, product])
}
export const membershipMeaning = ({ network, role }: Membership): string => JSON.stringify([network, role])

/** The link at the kept organisation. One between the two becomes a link of the kept one to itself: its internal volume. */
export function moveLink (link: Link, { kept, merged, at }: Step): Link {
  const [source, target] = [link.source, link.target].map(end => end === merged ? kept : end)
  const ends = link.kind === 'COLLABORATES' && source > target ? { source: target, target: source } : { source, target }
  return { ...link, ...ends, id: linkId({ ...link, ...ends }), updatedAt: at }
}

export function moveMembership (membership: Membership, { kept, at }: Step): Membership {
  return { ...membership, organisation: kept, id: membershipId({ ...membership, organisation: kept }), updatedAt: at }
}

/** Two records of one link: weights add up, as those of parallel links do everywhere; the period spans both; what one does not say the other says. */
export function joinLinks (own: Link, moved: Link): Link {
  return {
    ...own,
    weight: Math.min(WEIGHT_MAX, own.weight + moved.weight),
    sector: own.sector ?? moved.sector,
    ...spanning(own, moved),
    evidence: evidenceOfBoth(own, moved),
    confidence: Math.max(own.confidence, moved.confidence),
    updatedAt: moved.updatedAt
  }
}

/** A link that came of an introduction goes when its outcome is taken back: one that stands for something else too does not carry its mark. */
function evidenceOfBoth (own: Link, moved: Link): string | null {
  if (own.evidence === moved.evidence) return own.evidence
  return [own.evidence, moved.evidence].find(evidence => evidence !== null && !evidence.startsWith(introducedBy(''))) ?? null
}

/** Two records of one membership: contributions add up. */
export function joinMemberships (own: Membership, moved: Membership): Membership {
  const contribution = own.contribution === null || moved.contribution === null ? own.contribution ?? moved.contribution : own.contribution + moved.contribution
  return { ...own, contribution, ...spanning(own, moved), updatedAt: moved.updatedAt }
}

/** Dates may be cut to month or year: text order is time order for whole ones, and the longer of two that begin alike is the later. */
function spanning (a: { from: string | null, to: string | null }, b: { from: string | null, to: string | null }): { from: string | null, to: string | null } {
  const [earliest] = [a.from, b.from].filter(date => date !== null).sort()
  const latest = [a.to, b.to].filter(date => date !== null).sort().at(-1)
  return { from: earliest ?? null, to: latest ?? null }
}
