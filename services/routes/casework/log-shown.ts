/** Logs a list that is shown to a broker, where the service may write at all: what anybody else reads writes nothing. */
import type { FastifyRequest } from 'fastify'
import { logRanking } from '../../casework/ranking-log.ts'
import type { ShownRanking } from '../../casework/ranking-log.ts'
import type { Parts } from '../parts.ts'

export const isLogged = ({ writable, seesConfidential }: Pick<Parts, 'writable' | 'seesConfidential'>, request: FastifyRequest): boolean => writable && seesConfidential(request)

export async function logShown (parts: Pick<Parts, 'store' | 'writable' | 'clock' | 'seesConfidential'>, request: FastifyRequest, ranking: ShownRanking): Promise<void> {
  if (isLogged(parts, request)) await logRanking(parts.store, ranking, parts.clock)
}
