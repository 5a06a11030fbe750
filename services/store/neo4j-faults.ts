/** The driver's faults in the port's words. Codes: https://neo4j.com/docs/status-codes/5/errors/all-errors/ */
import neo4j from 'neo4j-driver'
import { StoreConflict, StoreUnavailable } from './graph-store.ts'

const CONSTRAINT = 'Neo.ClientError.Schema.ConstraintValidationFailed'
/** A statement or schema the server does not understand is a fault of ours, not an outage. */
const OURS = /^Neo\.ClientError\.(Statement|Procedure|Schema|Request)\./

export function toStoreFault (uri: string, error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error
  if (error.code === CONSTRAINT) return new StoreConflict(error.message, { cause: error })
  if (OURS.test(error.code)) return error
  return new StoreUnavailable(`Neo4j at ${uri} ${whatToDo(error.code)} (${error.message})`, { cause: error })
}

function whatToDo (code: string): string {
  switch (code) {
    case 'Neo.ClientError.Security.Unauthorized': return 'refuses this user and password: check NEO4J_USER and NEO4J_PASSWORD.'
    case 'Neo.ClientError.Security.CredentialsExpired': return 'wants a new password for this user first: set one with ALTER CURRENT USER SET PASSWORD.'
    case 'Neo.ClientError.Security.AuthenticationRateLimit': return 'has seen too many wrong passwords and waits: check NEO4J_PASSWORD, then try again in a minute.'
    case 'Neo.ClientError.Database.DatabaseNotFound': return 'has no database of that name: check NEO4J_DATABASE.'
    case 'Neo.ClientError.Transaction.TransactionTimedOut':
    case 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration': return 'stopped the transaction because it took too long.'
    case 'Neo.TransientError.General.MemoryPoolOutOfMemoryError': return 'has too little memory for so large a transaction: give it more (server.memory.heap.max_size) or import smaller files.'
    default: return 'does not answer: check that it runs, that address and port in NEO4J_URI are right, and that no firewall is between.'
  }
}
