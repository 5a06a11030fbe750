/** The question that the place and score of a brief answer, in words: the need, the fields wanted, and what the list was narrowed by. */
import type { PartnerChoice } from '../contract/partner-match.ts'
import type { PartnerProfile } from '../contract/partner-profile.ts'
import type { Say } from './words.ts'

/** How the brief names what has a code. */
export interface BriefNames { term: (code: string) => string, country: (code: string) => string, shorten: (text: string) => string, some: (words: readonly string[]) => string }

/** One phrase for each thing asked; none where everybody was looked at. */
export function askedPhrases (asked: PartnerChoice, need: PartnerProfile | null, say: Say, { term, country, shorten, some }: BriefNames): string[] {
  const { wanted, abroad, otherClusters, targeted, answering, stepsMax, partnersMax, trlMin, trlMax, kind, sizeClass, domain, sector, region, network, programmeArea } = asked
  const listed = (words: readonly string[] | undefined, key: 'wanted' | 'countries' | 'kinds' | 'sizes' | 'places' | 'fields' | 'networks'): string[] => words === undefined || words.length === 0 ? [] : [say.t(`brief.ask.${key}`, { list: some(words) })]
  return [
    ...need === null ? [] : [say.t('brief.ask.need', { title: shorten(need.title) })],
    ...listed(wanted?.map(term), 'wanted'),
    ...abroad ? [say.t('brief.ask.abroad')] : [],
    ...targeted ? [say.t('brief.ask.targeted')] : [],
    ...otherClusters ? [say.t('brief.ask.otherClusters')] : [],
    ...answering ? [say.t('brief.ask.answering')] : [],
    ...stepsMax === undefined ? [] : [say.t('brief.ask.steps', { n: stepsMax })],
    ...partnersMax === undefined ? [] : [say.t('brief.ask.partners', { n: partnersMax })],
    ...trlMin === undefined && trlMax === undefined ? [] : [say.t('brief.ask.trl', { from: trlMin ?? 1, to: trlMax ?? 9 })],
    ...listed(asked.country?.map(country), 'countries'),
    ...listed(region, 'places'),
    ...programmeArea === undefined ? [] : [say.t('brief.ask.bsr')],
    ...listed(kind?.map(word => say.t(`kind.${word}`)), 'kinds'),
    ...listed(sizeClass?.map(word => say.t(`brief.size.${word}`)), 'sizes'),
    ...listed([...domain ?? [], ...sector ?? []].map(term), 'fields'),
    ...listed(network === undefined ? [] : [network], 'networks')
  ]
}
