/**
 * Who may write: nobody when read-only; the bearer of the token where one is set; otherwise whoever reaches the service,
 * which then listens on this machine alone. A page of another website can make a browser send requests here: writes with a
 * foreign Origin are refused, and so is a Host that is not this machine's while listening on loopback (DNS rebinding).
 */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { INVITATION_HEADER } from '../contract/workspace-access.ts'
import { ServiceError } from '../errors.ts'

export interface AccessRules { accessToken: string | null, readOnly: boolean, loopback: boolean }

declare module 'fastify' {
  interface FastifyContextConfig { /** Whether an invitation to a workspace stands in place of the token. */ takesInvitations?: boolean }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

export const isWritable = ({ readOnly }: AccessRules): boolean => !readOnly

/** Whether a request comes from somebody who is trusted with what is confidential: whoever has the token, and without one whoever works on this machine. */
export const seesConfidential = ({ accessToken, loopback }: Pick<AccessRules, 'accessToken' | 'loopback'>, { headers }: FastifyRequest): boolean =>
  accessToken === null ? loopback : bears(headers.authorization, accessToken)

export function installAccess (app: FastifyInstance, rules: AccessRules): void {
  app.addHook('onRequest', async request => {
    const host = request.headers.host ?? ''
    if (rules.loopback && !LOOPBACK_HOST.test(host)) throw new ServiceError('FOREIGN_ORIGIN', `This service answers under localhost or 127.0.0.1, not under "${host.slice(0, 100)}".`)
    if (READS.has(request.method)) return
    if (rules.readOnly) throw new ServiceError('READ_ONLY', 'The service was started with READ_ONLY=1: data and runs can be looked at, not changed.')
    const origin = request.headers.origin
    if (origin !== undefined && hostOf(origin) !== host) throw new ServiceError('FOREIGN_ORIGIN', `Writes are taken from this service's own pages and from programs, not from ${origin.slice(0, 100)}.`)
    if (rules.accessToken !== null && !bears(request.headers.authorization, rules.accessToken) && !bringsInvitation(request)) throw new ServiceError('UNAUTHORISED', 'Send the token as "Authorization: Bearer ..."; the operator of the service has it (ACCESS_TOKEN).')
  })
}

/** With an invitation in place of the token: the routes of workspaces, which say so themselves, find out what it allows. */
const bringsInvitation = ({ headers, routeOptions }: FastifyRequest): boolean => routeOptions.config.takesInvitations === true && headers[INVITATION_HEADER] !== undefined

function hostOf (origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

function bears (header: string | undefined, token: string): boolean {
  const given = Buffer.from(header?.replace(/^Bearer /i, '') ?? '')
  const expected = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
