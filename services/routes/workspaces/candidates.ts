/** Candidates for a role that an SME strategy lacks, from the match engine. */
import { z } from 'zod'
import { decimal } from '../../contract/decimal.ts'
import { PartnerChoice, PartnerMatches } from '../../contract/partner-match.ts'
import { Id } from '../../contract/scalars.ts'
import { ServiceError } from '../../errors.ts'
import { runGoneText } from '../../trans-s3/exhibits/run-gone-exhibit.ts'
import { suggestMapping } from '../../trans-s3/suggest-mapping.ts'
import { findOf } from '../../trans-s3/write-items.ts'
import { sayIn } from '../../trans-s3/words/say.ts'
import { settingsOf } from '../../trans-s3/workspace-state.ts'
import { showPartners } from '../casework/show-partners.ts'
import type { RoutePlugin } from '../parts.ts'
import { findEvidenceRun } from './gather-evidence.ts'
import { visit } from './who.ts'
import { WorkspaceParams } from './workspaces.ts'

/** Candidates for one role: more than a dozen is a list, not a suggestion. */
export const ROLE_CANDIDATES_MAX = 12
const CandidatesQuery = z.object({ role: decimal(z.number().int().min(0)).describe('place of the missing role, from 0'), of: Id.optional().describe('member that the partner is sought for; without it the first') })
const Candidates = PartnerMatches.omit({ nextCursor: true }).extend({ of: z.string(), wanted: z.array(z.string()).describe('fields and sectors that the words of the role and its need suggest, which candidates should have') })

export const candidateRoutes: RoutePlugin = (app, parts) => {
  app.get<{ Params: { id: string, item: string }, Querystring: z.infer<typeof CandidatesQuery> }>('/workspaces/:id/sme-strategies/:item/candidates', {
    schema: {
      tags: ['workspaces'], summary: 'List candidates for a role that an SME strategy lacks', description: 'For one member at a time, as its list of partners: greatest partner score first, with reasons and what speaks against. Members are left out. A shortlist to look at, not a verdict.',
      params: WorkspaceParams.extend({ item: z.string() }), querystring: CandidatesQuery, response: { 200: Candidates }
    }
  }, async request => {
    const { state } = await visit(parts, request, request.params.id)
    const { members, missing } = findOf(state, request.params.item, 'sme-strategy').content
    const lacking = missing[request.query.role]
    if (lacking === undefined) throw new ServiceError('INVALID_INPUT', `The strategy lacks ${missing.length} roles; role ${request.query.role} is not among them (counted from 0).`, { errors: [{ path: 'role', value: String(request.query.role), message: 'is no missing role' }] })
    const of = request.query.of ?? members[0].organisation
    if (!members.some(({ organisation }) => organisation === of)) throw new ServiceError('INVALID_INPUT', `${of} is no member of the strategy.`, { errors: [{ path: 'of', value: of, message: 'is no member of the strategy' }] })
    const suggested = suggestMapping(`${lacking.role} ${lacking.need}`, parts.reference)
    const wanted = [...suggested.domains, ...suggested.sectors].map(({ code }) => code)
    const loaded = await findEvidenceRun(parts, settingsOf(state).runs.at(-1)!)
    if ('why' in loaded) throw new ServiceError('SNAPSHOT_GONE', `${runGoneText(loaded, sayIn('en'))} ${sayIn('en').t('exhibit.run-gone.next')}`)
    const found = await showPartners(parts, request, loaded, of, { ...PartnerChoice.parse(wanted.length > 0 ? { wanted: wanted.join(',') } : {}), offset: 0, limit: ROLE_CANDIDATES_MAX + members.length, publicOnly: true })
    return { ...found, of, wanted, items: found.items.filter(({ organisation }) => !members.some(member => member.organisation === organisation.id)).slice(0, ROLE_CANDIDATES_MAX) }
  })
}
