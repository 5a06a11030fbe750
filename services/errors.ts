/** The catalogue: every error a caller can get, with its status and the sentence that helps. Nothing else invents one. */

export interface FieldError { path: string, message: string, value?: string }
interface Entry { status: number, title: string }

export const CATALOGUE = {
  INVALID_INPUT: { status: 400, title: 'The request has a value the service cannot use' },
  INVALID_CURSOR: { status: 400, title: 'The cursor does not belong to this list' },
  UNAUTHORISED: { status: 401, title: 'A token is needed to write, or to read what is for brokers alone; in a workspace an invitation does' },
  INVITATION_NOT_VALID: { status: 401, title: 'The invitation is not valid, or not any more' },
  FORBIDDEN: { status: 403, title: 'The role in this workspace does not allow it' },
  READ_ONLY: { status: 403, title: 'This service is read-only' },
  FOREIGN_ORIGIN: { status: 403, title: 'The request comes from another website' },
  NOT_FOUND: { status: 404, title: 'Nothing has this id' },
  ROUTE_NOT_FOUND: { status: 404, title: 'There is no such address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'The address exists, but not for this method' },
  CONFLICT: { status: 409, title: 'The change contradicts what is stored' },
  RUN_NOT_COMPLETED: { status: 409, title: 'The run has no results' },
  RUN_OF_ANOTHER_KIND: { status: 409, title: 'The run is of another kind than this needs' },
  SNAPSHOT_GONE: { status: 409, title: 'The data has changed since this run' },
  TABLE_GONE: { status: 409, title: 'The values of the input-output table cannot be read' },
  NO_RUN: { status: 409, title: 'No analysis has been completed yet' },
  GONE: { status: 410, title: 'What this names was deleted' },
  TOO_LARGE: { status: 413, title: 'The body is larger than allowed' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body has a type the service does not read' },
  UNKNOWN_ENDPOINT: { status: 422, title: 'A link or membership names something that is not in the store' },
  RUN_TOO_LARGE: { status: 422, title: 'The run needs more memory or time than it may have' },
  DOCUMENT_TOO_LARGE: { status: 422, title: 'The document would hold more than a file can' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  QUEUE_FULL: { status: 429, title: 'Too many analyses are waiting' },
  INTERNAL: { status: 500, title: 'The service failed' },
  STORE_UNAVAILABLE: { status: 503, title: 'The graph store does not answer' },
  NOT_READY: { status: 503, title: 'The service is still starting' },
  TIMEOUT: { status: 504, title: 'The work took longer than allowed' }
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof CATALOGUE

export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly code: ErrorCode
  readonly status: number
  readonly errors: FieldError[] | undefined
  readonly didYouMean: string[] | undefined

  /** `detail` says what was wrong, where, and what to do. */
  constructor (code: ErrorCode, detail: string, more: { errors?: FieldError[], didYouMean?: string[], cause?: unknown } = {}) {
    super(detail, { cause: more.cause })
    this.code = code
    this.status = CATALOGUE[code].status
    this.errors = more.errors
    this.didYouMean = more.didYouMean
  }
}
