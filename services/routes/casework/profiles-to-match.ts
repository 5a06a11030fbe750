/** What a match list is made from beside the run: profiles that the one who asks may see, and whom it was told to leave out. */
import type { FastifyRequest } from 'fastify'
import { readFeedback } from '../../casework/feedback.ts'
import { listProfiles } from '../../casework/partner-profiles.ts'
import { partnersContext } from '../../contract/partner-match.ts'
import type { PartnerProfile } from '../../contract/partner-profile.ts'
import type { Parts } from '../parts.ts'

export async function profilesToMatch (parts: Parts, request: FastifyRequest, organisation: string, profile: string | undefined): Promise<{ profiles: PartnerProfile[], notRelevant: ReadonlySet<string> }> {
  const contexts = [partnersContext(undefined), partnersContext(profile)]
  const feedback = (await readFeedback(parts.store, organisation)).filter(({ of, context, verdict }) => of === organisation && verdict === 'not-relevant' && contexts.includes(context))
  return { profiles: await listProfiles(parts, null, parts.seesConfidential(request)), notRelevant: new Set(feedback.map(({ candidate }) => candidate)) }
}
