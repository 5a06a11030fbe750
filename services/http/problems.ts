/** One handler renders every error as RFC 9457 application/problem+json. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { Problem } from '../contract/problem.ts'
import { CATALOGUE, ServiceError } from '../errors.ts'
import type { ErrorCode, FieldError } from '../errors.ts'

/** Seconds after which a caller may try again when the store does not answer. */
const RETRY_AFTER_S = 5
/** Characters of a refused value that are repeated. */
const VALUE_SHOWN_MAX = 100

/** What Fastify refuses before a route is found, such as an address that is no text. */
export const frameworkErrors = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  void sendProblem(request, reply, asServiceError(error, request))
}

export function installProblems (app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, asServiceError(error, request)))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]
    const methods = (['GET', 'POST', 'PUT', 'DELETE'] as const).filter(method => method !== request.method && app.findRoute({ method, url: path }) !== null)
    if (methods.length > 0) void reply.header('allow', methods.join(', '))
    return sendProblem(request, reply, methods.length > 0
      ? new ServiceError('METHOD_NOT_ALLOWED', `${request.method} does not go with ${path}; ${methods.join(', ')} does.`)
      : new ServiceError('ROUTE_NOT_FOUND', `${path} is not an address of this service; /documentation lists all of them.`))
  })
}

/** Errors of other layers by name, in the words of the catalogue. */
const BY_NAME: Record<string, ErrorCode> = {
  StoreUnavailable: 'STORE_UNAVAILABLE', DocumentTooLarge: 'DOCUMENT_TOO_LARGE', DocumentsBusy: 'TOO_MANY_REQUESTS', StoreConflict: 'CONFLICT', RunQueueFull: 'QUEUE_FULL', RunNotCompleted: 'RUN_NOT_COMPLETED', RunOfAnotherKind: 'RUN_OF_ANOTHER_KIND', RunTooLarge: 'RUN_TOO_LARGE', SnapshotGone: 'SNAPSHOT_GONE'
}
const BY_CODE: Record<string, ErrorCode> = {
  FST_REQ_FILE_TOO_LARGE: 'TOO_LARGE', FST_FILES_LIMIT: 'TOO_LARGE', FST_PARTS_LIMIT: 'TOO_LARGE', FST_FIELDS_LIMIT: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE', FST_INVALID_MULTIPART_CONTENT_TYPE: 'UNSUPPORTED_MEDIA_TYPE', FST_ERR_HANDLER_TIMEOUT: 'TIMEOUT'
}

function asServiceError (error: Error & Partial<FastifyError>, { routeOptions }: Pick<FastifyRequest, 'routeOptions'>): ServiceError {
  if (error instanceof ServiceError) return error
  if (error instanceof ZodError) return new ServiceError('INVALID_INPUT', summary(fieldErrors(error)), { errors: fieldErrors(error), cause: error })
  const code = BY_NAME[error.name] ?? BY_CODE[error.code ?? '']
  if (code === 'UNSUPPORTED_MEDIA_TYPE') return new ServiceError(code, 'This content type is not read here; send JSON with the header content-type: application/json.', { cause: error })
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ServiceError('TOO_LARGE', `The body is larger than the ${routeOptions.bodyLimit} bytes that are read here at once; divide it, or leave out what is not needed.`, { cause: error })
  if (code !== undefined) return new ServiceError(code, code === 'TIMEOUT' ? 'The answer took longer than allowed; ask for less at once, or start a run.' : error.message, { cause: error })
  if (error.statusCode === 429) return new ServiceError('TOO_MANY_REQUESTS', error.message)
  if (error.statusCode !== undefined && error.statusCode < 500) return new ServiceError('INVALID_INPUT', error.message, { cause: error })
  return new ServiceError('INTERNAL', 'Something went wrong in the service; the log has the details under this request id.', { cause: error })
}

function fieldErrors (error: ZodError): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => ({ path: [...issue.path, key].join('.'), message: 'is not known here' }))
    : [{ path: issue.path.join('.'), message: issue.message, ...(issue.input !== undefined && { value: String(JSON.stringify(issue.input)).slice(0, VALUE_SHOWN_MAX) }) }])
}

const summary = (errors: FieldError[]): string => errors.map(({ path, message }) => path === '' ? message : `${path}: ${message}`).slice(0, 5).join('; ')

async function sendProblem (request: FastifyRequest, reply: FastifyReply, error: ServiceError): Promise<FastifyReply> {
  // A service that is starting is no fault.
  if (error.code === 'NOT_READY') request.log.info(error.message)
  else if (error.status >= 500) request.log.error({ err: error.cause ?? error }, error.message)
  const problem: Problem = {
    type: `urn:amber-road:${error.code.toLowerCase().replaceAll('_', '-')}`, title: CATALOGUE[error.code].title, status: error.status, code: error.code, detail: error.message,
    ...(error.errors !== undefined && { errors: error.errors }), ...(error.didYouMean !== undefined && error.didYouMean.length > 0 && { didYouMean: error.didYouMean }), requestId: request.id
  }
  if (error.status === 503) void reply.header('retry-after', RETRY_AFTER_S)
  // Browsers keep a 410 for ever, and what was deleted may come back.
  void reply.header('cache-control', 'no-store')
  if (error.status === 401) void reply.header('www-authenticate', 'Bearer realm="Amber Road"')
  return await reply.status(error.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}
