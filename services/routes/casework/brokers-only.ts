/** What brokers note of the people they deal with is theirs: it is shown to whoever may see what is confidential. */
import type { FastifyRequest } from 'fastify'
import { ServiceError } from '../../errors.ts'
import type { Parts } from '../parts.ts'

/** UNAUTHORISED for everybody else. Lists that were shown are for all: they are what makes brokers answerable. */
export function refuseOthers ({ seesConfidential }: Pick<Parts, 'seesConfidential'>, request: FastifyRequest): void {
  if (!seesConfidential(request)) throw new ServiceError('UNAUTHORISED', 'Introductions, their notes and feedback are shown to brokers alone: send the token as "Authorization: Bearer ...", also to read.')
}
