/** Logs a list that is shown, where the service may write at all. */
import { logRanking } from '../../casework/ranking-log.ts'
import type { ShownRanking } from '../../casework/ranking-log.ts'
import type { Parts } from '../parts.ts'

export async function logShown ({ store, writable, clock }: Pick<Parts, 'store' | 'writable' | 'clock'>, ranking: ShownRanking): Promise<void> {
  if (writable) await logRanking(store, ranking, clock)
}
