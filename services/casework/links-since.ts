/** What the data says of a pair since its introduction began. */
import type { GraphStore } from '../store/graph-store.ts'
import { introducedBy } from './change-introduction.ts'
import type { IntroductionRecord } from './introduction-record.ts'

/** Links and shared networks of one pair that are read: the busiest pair in Horizon 2020 shares 132 projects. */
const OF_A_PAIR_MAX = 500

export interface SinceStart {
  /** With a link that says it came of this introduction, or whose beginning is dated on or after the day the introduction began. Of a date without day or month the earliest day counts. */
  link: boolean
  /** With a shared network that began since. */
  network: boolean
  /** All links between the two were recorded with introductions; false where there is none. */
  throughIntroductionsAlone: boolean
}

export async function linksSince (store: Pick<GraphStore, 'listLinks' | 'listSharedNetworks'>, { id, of, candidate, startedAt }: IntroductionRecord, ofAPairMax = OF_A_PAIR_MAX): Promise<SinceStart> {
  const request = { limit: ofAPairMax, after: null }
  const links = [...(await store.listLinks({ source: of.id, target: candidate.id }, request)).rows, ...(await store.listLinks({ source: candidate.id, target: of.id }, request)).rows]
  const networks = await store.listSharedNetworks([of.id, candidate.id], ofAPairMax)
  const day = startedAt.slice(0, 10)
  const isSince = (from: string | null): boolean => from !== null && `${from}-01-01`.slice(0, 10) >= day
  return {
    link: links.some(({ evidence, from }) => evidence === introducedBy(id) || isSince(from)),
    network: networks.some(({ from }) => isSince(from)),
    throughIntroductionsAlone: links.length > 0 && links.every(({ evidence }) => evidence?.startsWith(introducedBy('')) === true)
  }
}
