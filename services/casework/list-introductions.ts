/** Introductions in the order they are due, with the names of today. */
import type { Introduction, IntroductionFilter } from '../contract/introduction.ts'
import { presentId } from '../ingest/read-redirects.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { readIntroductions } from './introduction-record.ts'
import type { IntroductionRecord, StoredIntroduction } from './introduction-record.ts'
import { hasEnded } from './introduction-states.ts'

/** Overdue first, then by follow-up date, then those without one, the oldest first; what has ended comes last. */
export async function listIntroductions (store: Pick<GraphStore, 'getRecord' | 'listRecords' | 'getOrganisations'>, { state, organisation, country, overdue }: IntroductionFilter, clock: () => Date): Promise<Introduction[]> {
  const day = today(clock)
  const all = await withPresentNames(store, await readIntroductions(store, organisation === undefined ? undefined : await presentId(store, organisation)))
  return all.map(each => ({ ...each, overdue: isOverdue(each, day) }))
    .filter(each => (state === undefined || state.includes(each.state)) && (overdue === undefined || each.overdue === overdue) &&
      (country === undefined || country.includes(each.of.country) || country.includes(each.candidate.country)))
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || Number(hasEnded(a.state)) - Number(hasEnded(b.state)) || compare(a.followUp ?? '9', b.followUp ?? '9') || compare(a.startedAt, b.startedAt) || compare(a.id, b.id))
}

export async function describeIntroduction (store: Pick<GraphStore, 'getOrganisations'>, record: IntroductionRecord, clock: () => Date): Promise<Introduction> {
  const [present] = await withPresentNames(store, [record])
  return { ...present, overdue: isOverdue(present, today(clock)) }
}

/** Open, and its follow-up date has passed. Days are those of UTC. */
export const isOverdue = ({ state, followUp }: Pick<StoredIntroduction, 'state' | 'followUp'>, day: string): boolean => !hasEnded(state) && followUp !== null && followUp < day

const today = (clock: () => Date): string => clock().toISOString().slice(0, 10)

/** Names as they are now; of what is no longer in the data the last known. */
async function withPresentNames<Row extends StoredIntroduction> (store: Pick<GraphStore, 'getOrganisations'>, rows: Row[]): Promise<Row[]> {
  const ids = [...new Set(rows.flatMap(({ of, candidate, through }) => [of, candidate, ...through].map(end => end.id)))]
  const known = new Map((await store.getOrganisations(ids)).map(({ id, name, country }) => [id, { id, name, country }]))
  const present = (end: StoredIntroduction['of']): StoredIntroduction['of'] => known.get(end.id) ?? end
  return rows.map(row => ({ ...row, of: present(row.of), candidate: present(row.candidate), through: row.through.map(present) }))
}

const compare = (a: string, b: string): number => a === b ? 0 : a < b ? -1 : 1
