/** What the introduction brief says, in English. */
import type { Text } from './text.ts'

export const briefWordsEn = {
  'brief.title': 'Introduction brief', 'brief.pair': '{from} and {to}',
  'brief.run': 'Run', 'brief.revision': 'Data revision', 'brief.computed': 'Computed',
  'brief.fit': 'Who they are and why they may fit', 'brief.who': 'The two', 'brief.through': 'Who could introduce them',
  'brief.kind': 'Kind', 'brief.place': 'Place', 'brief.cluster': 'Cluster', 'brief.fields': 'Fields', 'brief.partners': 'Recorded partners',
  'brief.noCluster': 'none', 'brief.notStated': 'not stated', 'brief.partnersNone': 'none',
  'brief.partnersIn': { one: '{n}, in {list}', other: '{n}, in {list}' },
  'brief.andMore': { one: '{list} and {n} more', other: '{list} and {n} more' },
  'brief.rank': 'Place {rank} of {rated} candidates, with a partner score of {score} (0 to 1).',
  'brief.rankPartly': 'Place {rank} of {rated} candidates, with a partner score of {score} (0 to 1), from {known} of its parts: the others are not known.',
  'brief.related': 'Work in the same or related fields: {list}.', 'brief.relatedNone': 'No field of the one is the same as, or related to, a field of the other.',
  'brief.same': '{term} (the same)', 'brief.near': '{own} and {theirs} (proximity {proximity})',
  'brief.adds': '{to} would add: {list}.', 'brief.capability': 'Of what is wanted it has: {list}.',
  'brief.reach': { one: 'There is {n} link between them.', other: 'There are {n} links on the shortest way between them.' }, 'brief.reachNone': 'No recorded way leads from the one to the other.',
  'brief.shared': { one: 'Both are in {n} recorded network: {list}.', other: 'Both are in {n} recorded networks: {list}.' }, 'brief.sharedNone': 'They share no recorded network.',
  'brief.linked': 'The two are linked already in this run.', 'brief.notListed': 'The one is not on the list of partners of the other: it was marked as not relevant.',
  'brief.knowsBoth': '{introducer} deals with both', 'brief.knowsNext': '{introducer}, by way of {next}', 'brief.throughNetworks': '{way}: {networks}.',
  'brief.throughNobody': 'Nobody within three links knows both sides.', 'brief.throughNobodyNeeded': 'They are linked already, and nobody needs to introduce them.',
  'brief.needs': 'Looks for', 'brief.offers': 'Offers', 'brief.profile': '{title} ({type})', 'brief.profilesNone': 'nothing published',
  'brief.type.technology-offer': 'technology offer', 'brief.type.technology-request': 'technology request', 'brief.type.business-offer': 'business offer', 'brief.type.business-request': 'business request', 'brief.type.rd-request': 'research and development request',
  'brief.caution': 'Computed on recorded links only; absence of a link is not evidence of absence. The score is a shortlist mark with weights of judgement. Only public needs and offers are shown.'
} satisfies Record<string, Text>
