/** The question that a list answered, in words: what the log of lists keeps as keys and values. */
import type { RankingSummary } from '../../../services/contract/ranking.ts'
import type { NutsRegion } from '../../../services/contract/reference.ts'
import { countryName, domainName } from '../../api/service.ts'
import { number, t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { sideName } from '../bridges/bridge-words.tsx'
import { termName } from '../partners/partner-words.tsx'

type Question = RankingSummary['question']

/** What was asked, phrase by phrase; a key that has no words here stands as it is. */
export function questionWords ({ question, madeFor }: Pick<RankingSummary, 'question' | 'madeFor'>, regions: ReadonlyMap<string, NutsRegion>): string[] {
  const words: Record<string, (value: unknown) => string> = {
    organisation: value => t('question.for', { name: madeFor?.name ?? String(value) }),
    profile: () => t('question.profile'),
    wanted: listOf('question.wanted', termName),
    abroad: tick('partners.abroad'), otherClusters: tick('partners.otherClusters'), targeted: tick('question.targeted'), answering: tick('partners.answering'),
    stepsMax: countOf('question.steps'), partnersMax: countOf('question.partners'), trlMin: countOf('question.trlMin'), trlMax: countOf('question.trlMax'),
    country: listOf('question.country', countryName), region: listOf('question.region', code => regions.get(code)?.name ?? code), kind: listOf('question.kind', word => t(`kind.${word}` as Key)), sizeClass: listOf('question.sizeClass', word => t(`size.${word}` as Key)),
    domain: listOf('question.domain', domainName), sector: listOf('question.domain', termName), network: listOf('question.network', word => word), programmeArea: () => t('question.bsr'),
    a: value => sideName(String(value), regions), b: value => t('question.other', { name: sideName(String(value), regions) }),
    who: value => t(`bridges.who.${String(value)}` as Key), order: value => t(`bridges.order.${String(value)}` as Key),
    without: value => t('question.without', { n: Array.isArray(value) ? value.length : 1 }),
    after: value => Number(value) > 0 ? t('question.after', { n: Number(value) }) : ''
  }
  return inOrder(question).map(key => Object.hasOwn(words, key) ? words[key](question[key]) : `${key} ${String(question[key])}`).filter(phrase => phrase !== '')
}

/** For whom, or between whom, first; the place of the first row last. */
const inOrder = (question: Question): string[] => {
  const first = ['organisation', 'a', 'b', 'profile', 'wanted']
  const keys = Object.keys(question)
  return [...first.filter(key => keys.includes(key)), ...keys.filter(key => !first.includes(key) && key !== 'after'), ...keys.filter(key => key === 'after')]
}

const tick = (key: Key) => (value: unknown): string => value === true ? t(key) : ''
const countOf = (key: Key) => (value: unknown): string => t(key, { n: Number(value) })
const listOf = (key: Key, name: (word: string) => string) => (value: unknown): string => t(key, { list: (Array.isArray(value) ? value : [value]).map(word => name(String(word))).join(', ') })

/** How many lists of today are kept, and of how many at most. */
export const loggedToday = ({ loggedToday: logged, dayMax }: { loggedToday: number, dayMax: number }): string =>
  t(logged < dayMax ? 'rankings.today' : 'rankings.dayFull', { n: logged, most: number(dayMax) })
