/** Cursors: opaque, and bound by a checksum to the list, filter and order they came from. */
import { createHash } from 'node:crypto'
import { ServiceError } from '../errors.ts'

const checksum = (scope: unknown, place: string): string => createHash('sha256').update(JSON.stringify(scope)).update(place).digest('base64url').slice(0, 12)

/** `scope`: everything that decides the list and its order. */
export function encodeCursor (scope: unknown, place: unknown): string {
  const text = Buffer.from(JSON.stringify(place)).toString('base64url')
  return `${text}.${checksum(scope, text)}`
}

/** The place a cursor stands for, null without a cursor. Throws INVALID_CURSOR if it was altered or belongs to another list. */
export function decodeCursor<Place> (scope: unknown, cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [text, sum] = cursor.split('.')
  if (sum === undefined || sum !== checksum(scope, text)) throw new ServiceError('INVALID_CURSOR', 'The cursor was altered, or comes from a list with another filter or order; start again without it.')
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Place
}
