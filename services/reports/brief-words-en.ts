/** What the introduction brief says, in English. */
import type { Text } from './say.ts'

export const briefWordsEn = {
  'brief.title': 'Introduction brief', 'brief.pair': '{from} and {to}',
  'brief.run': 'Run', 'brief.revision': 'Data revision', 'brief.computed': 'Computed',
  'brief.fit': 'Who they are and why they may fit', 'brief.who': 'The two', 'brief.through': 'Who could introduce them',
  'brief.kind': 'Kind', 'brief.place': 'Place', 'brief.cluster': 'Cluster', 'brief.fields': 'Fields', 'brief.partners': 'Recorded partners',
  'brief.noCluster': 'none', 'brief.notStated': 'not stated', 'brief.partnersNone': 'none',
  'brief.partnersIn': { one: '{n}, in {list}', other: '{n}, in {list}' },
  'brief.andMore': { one: '{list} and {n} more', other: '{list} and {n} more' },
  'brief.rank': 'Place {rank} of {total} candidates, with a partner score of {score} (0 to 100).',
  'brief.rankPartly': 'Place {rank} of {total} candidates, with a partner score of {score} (0 to 100). Parts that make up {known} of the score are known.',
  'brief.asked': 'Asked for: {list}.', 'brief.askedNothing': 'Neither a need nor a filter was chosen.', 'brief.answers': '“{title}” answers “{own}”.', 'brief.targeted': 'Its country is one of those targeted.', 'brief.targetedNot': 'Its country is none of those targeted.',
  'brief.ask.need': 'the need “{title}”', 'brief.ask.wanted': 'fields wanted: {list}', 'brief.ask.abroad': 'other countries only', 'brief.ask.targeted': 'targeted countries only', 'brief.ask.otherClusters': 'other clusters only', 'brief.ask.answering': 'only with an answering need or offer',
  'brief.ask.steps': { one: 'at most {n} link away', other: 'at most {n} links away' }, 'brief.ask.partners': { one: 'at most {n} recorded partner', other: 'at most {n} recorded partners' }, 'brief.ask.trl': 'readiness level {from} to {to}',
  'brief.ask.countries': 'country: {list}', 'brief.ask.places': 'region: {list}', 'brief.ask.bsr': 'the Baltic Sea Region programme area', 'brief.ask.kinds': 'kind: {list}', 'brief.ask.sizes': 'size: {list}', 'brief.ask.fields': 'field or sector: {list}', 'brief.ask.networks': 'network: {list}',
  'brief.size.micro': 'micro', 'brief.size.small': 'small', 'brief.size.medium': 'medium', 'brief.size.sme': 'small or medium', 'brief.size.large': 'large',
  'brief.related': 'Work in the same or related fields: {list}.', 'brief.relatedNone': 'No field of the one is the same as, or related to, a field of the other.',
  'brief.same': '{term} (the same)', 'brief.near': '{own} and {theirs} (proximity {proximity})',
  'brief.adds': '{to} would add: {list}.', 'brief.capability': 'Of what is wanted it has: {list}.',
  'brief.reach': { one: 'There is {n} link between them.', other: 'There are {n} links on the shortest way between them.' }, 'brief.reachNone': 'No recorded way leads from the one to the other.',
  'brief.shared': { one: 'Both are in {n} recorded network: {list}.', other: 'Both are in {n} recorded networks: {list}.' }, 'brief.sharedNone': 'They share no recorded network.',
  'brief.linked': 'The two are linked already in this run.', 'brief.notListed': 'The one is not on the list of partners of the other: it does not pass what was asked for.',
  'brief.way': { one: '{n} link: {chain}.', other: '{n} links, in brackets what joins each to the one before: {chain}.' }, 'brief.step': '{name} ({network})',
  'brief.throughNobody': { one: 'No way of at most {n} link joins the two: nobody on record could introduce them.', other: 'No way of at most {n} links joins the two: nobody on record could introduce them.' }, 'brief.throughNobodyNeeded': 'They are linked already, and nobody needs to introduce them.',
  'brief.needs': 'Looks for', 'brief.offers': 'Offers', 'brief.profile': '{title} ({type})', 'brief.profilesNone': 'nothing published',
  'brief.type.technology-offer': 'technology offer', 'brief.type.technology-request': 'technology request', 'brief.type.business-offer': 'business offer', 'brief.type.business-request': 'business request', 'brief.type.rd-request': 'research and development request',
  'brief.caution': 'Computed on recorded links only; absence of a link is not evidence of absence. The score is a shortlist mark with weights of judgement. Only public needs and offers are shown.'
} satisfies Record<string, Text>
