/** Ends that nothing answers to: UNKNOWN_ENDPOINT naming each. Thrown inside a write, it takes the write back. */
import { ServiceError } from '../errors.ts'

export function refuseUnknown (missing: string[]): void {
  if (missing.length === 0) return
  throw new ServiceError('UNKNOWN_ENDPOINT', `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not in the store; add ${missing.length === 1 ? 'it' : 'them'} first.`, {
    errors: missing.map(id => ({ path: id.startsWith('net-') ? 'network' : 'organisation', value: id, message: 'is not in the store' }))
  })
}
