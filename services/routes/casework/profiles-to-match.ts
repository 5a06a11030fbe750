/** What a match list is made from beside the run: profiles that the one who asks may see, and whom brokers told it to leave out. */
import type { FastifyRequest } from 'fastify'
import { readFeedback } from '../../casework/feedback.ts'
import { listProfiles } from '../../casework/partner-profiles.ts'
import { partnersContext } from '../../contract/partner-match.ts'
import type { PartnerProfile } from '../../contract/partner-profile.ts'
import { ServiceError } from '../../errors.ts'
import { withMergedIds } from '../../ingest/read-redirects.ts'
import type { Parts } from '../parts.ts'

interface ToMatch {
  profiles: PartnerProfile[]
  /** Null: feedback is for brokers, and the one who asks is none. */
  notRelevant: ReadonlySet<string> | null
}

/** `publicOnly`: for a file, which travels on; INVALID_INPUT where the profile to answer is not public. */
export async function profilesToMatch (parts: Parts, request: FastifyRequest, organisation: string, { profile, publicOnly }: { profile: string | undefined, publicOnly: boolean }): Promise<ToMatch> {
  const isBroker = parts.seesConfidential(request)
  const seen = await listProfiles(parts, null, isBroker)
  const profiles = publicOnly ? seen.filter(({ confidentiality }) => confidentiality === 'public') : seen
  if (profiles.length < seen.length && seen.some(({ id, confidentiality }) => id === profile && confidentiality !== 'public')) {
    const message = 'is not public, and a file holds public profiles alone; leave it out, or name what is sought with wanted'
    throw new ServiceError('INVALID_INPUT', `profile ${profile} ${message}.`, { errors: [{ path: 'profile', value: profile, message }] })
  }
  return { profiles, notRelevant: isBroker ? await readNotRelevant(parts, organisation, profile) : null }
}

async function readNotRelevant ({ store }: Pick<Parts, 'store'>, organisation: string, profile: string | undefined): Promise<Set<string>> {
  const contexts = [partnersContext(undefined), partnersContext(profile)]
  const feedback = await readFeedback(store, organisation)
  return await withMergedIds(store, feedback.filter(({ of, context, verdict }) => of === organisation && verdict === 'not-relevant' && contexts.includes(context)).map(({ candidate }) => candidate))
}
