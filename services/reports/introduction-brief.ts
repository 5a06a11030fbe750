/**
 * The introduction brief: one A4 page on two organisations, for the meeting at which somebody introduces them. What is on it is public:
 * needs and offers that are confidential are left out whoever asks, since paper is handed on.
 */
import { clusterLabel } from '../contract/cluster-label.ts'
import type { DataSource, Network } from '../contract/network.ts'
import type { Organisation } from '../contract/organisation.ts'
import { ROUTE_LINKS_DEFAULT } from '../contract/partner-match.ts'
import type { IntroductionRoutes, PartnerChoice, PartnerMatch } from '../contract/partner-match.ts'
import { isOffer } from '../contract/partner-profile.ts'
import type { PartnerProfile } from '../contract/partner-profile.ts'
import type { Block, Cell, Document, Line, Section } from '../documents/document.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { findOrganisation } from '../views/find-in-run.ts'
import { countryShares, partnersOf } from '../views/link-shares.ts'
import { askedPhrases } from './brief-asked.ts'
import type { Key, Language, Say } from './words.ts'
import { documentWords } from './say.ts'
import { sayIn } from './words.ts'

/** Characters of a name or title, and of a name in a list of several: with longer ones the brief would not be one page. */
const NAME_SHOWN_MAX = 60
const LISTED_SHOWN_MAX = 34
/** Characters of two ways, together: with more, only the first is told. */
const TWO_WAYS_TOLD_MAX = 240
/** Things asked for that are named: a broker narrows a list by two or three. */
const ASKED_TOLD_MAX = 5
/** Of whoever is to introduce the two; networks, and the one to be met, who is named above, need fewer. With longer ones the longest way would take another page. */
const INTRODUCER_SHOWN_MAX = 56
const ON_WAY_SHOWN_MAX = 24
/** Fields, countries and networks named in one line; how many more there are is said. */
const NAMED_MAX = 3
/** Fields of one line, and ways, that are told. */
const TOLD_MAX = 2

export interface BriefInput {
  loaded: LoadedRun
  language: Language
  from: Organisation
  to: Organisation
  /** What the match list was asked for. */
  asked: PartnerChoice
  /** The public profile that was chosen. */
  need: PartnerProfile | null
  /** `to` on the match list of `from`; null: it is not on it, since the two are linked or it does not pass what was asked. */
  match: PartnerMatch | null
  /** Candidates on that list. */
  total: number
  routes: IntroductionRoutes
  /** Networks both belong to. */
  shared: readonly Network[]
  /** Public and valid, of either of the two. */
  profiles: readonly PartnerProfile[]
  sources: readonly DataSource[]
  reference: Reference
}

/** The same input gives the same document: its time is that of the run. */
export function buildIntroductionBrief (input: BriefInput): Document {
  const { loaded: { run }, language, from, to, sources } = input
  const say = sayIn(language)
  const pair = say.t('brief.pair', { from: shorten(from.name), to: shorten(to.name) })
  return {
    language, title: say.t('brief.title'), subtitle: pair,
    fileName: `introduction-${from.id}-${to.id}-${run.id}`,
    createdAt: run.finishedAt ?? run.requestedAt,
    facts: [
      { label: say.t('brief.run'), value: run.id },
      { label: say.t('brief.revision'), value: say.number(run.revision) },
      { label: say.t('brief.computed'), value: say.date((run.finishedAt ?? run.requestedAt).slice(0, 10)) }
    ],
    cover: false, footer: run.id,
    sections: [{
      ...section('fit', say, [whoTable(input, say), ...whyBlocks(input, say)]),
      sections: [section('through', say, [...throughBlocks(input, say), paragraph(say.t('brief.caution'), 'caution')])]
    }],
    attribution: [...sources].sort((a, b) => a.key < b.key ? -1 : 1).map(source => `${source.title}${source.synthetic ? ` (${say.t('sources.synthetic')})` : ''}: ${source.attribution} ${source.licence}`),
    words: documentWords(say)
  }
}

const section = (id: 'fit' | 'through', say: Say, blocks: Block[]): Section => ({ id, title: say.t(`brief.${id}`), blocks })
const paragraph = (text: string, tone: 'text' | 'caution' = 'text'): Block => ({ type: 'paragraph', line: [{ text }], tone })
const list = (lines: readonly string[]): Block => ({ type: 'list', ordered: false, lines: lines.map((text): Line => [{ text }]) })

function whoTable ({ loaded, from, to, profiles, reference, language }: BriefInput, say: Say): Block {
  const rows: Array<[Key, (organisation: Organisation) => string]> = [
    ['brief.kind', ({ kind }) => say.t(`kind.${kind}`)],
    ['brief.place', ({ city, country }) => [city, countryName(reference, language, country)].filter(part => part !== null).join(', ')],
    ['brief.cluster', ({ id }) => clusterName(loaded, id, reference, say)],
    ['brief.fields', organisation => some(termsOf(organisation).map(code => termName(reference, language, code)), say)],
    ['brief.partners', ({ id }) => partnersText(loaded, id, reference, say)],
    ['brief.needs', ({ id }) => profilesText(profiles, id, false, say)],
    ['brief.offers', ({ id }) => profilesText(profiles, id, true, say)]
  ]
  const cell = (text: string, strong = false): Cell => ({ value: text, text, strong })
  return {
    type: 'table', id: 'the-two', name: say.t('brief.who'), caption: say.t('brief.who'),
    columns: [{ key: 'what', head: '', kind: 'text' }, { key: 'from', head: shorten(from.name), kind: 'text' }, { key: 'to', head: shorten(to.name), kind: 'text' }],
    rows: rows.map(([key, text]) => [cell(say.t(key), true), cell(text(from)), cell(text(to))])
  }
}

/** Numbers of the match list, and the reasons behind them. Where the two are linked already there is nothing to rank. */
function whyBlocks ({ asked, need, match, total, routes, shared, to, reference, language }: BriefInput, say: Say): Block[] {
  const name = (code: string): string => termName(reference, language, code)
  const networks = shared.length === 0 ? say.t('brief.sharedNone') : say.t('brief.shared', { n: shared.length, list: some(shared.map(network => shorten(network.name, LISTED_SHOWN_MAX)), say) })
  const phrases = askedPhrases(asked, need, say, { term: code => shorten(name(code), LISTED_SHOWN_MAX), country: code => countryName(reference, language, code), shorten: text => shorten(text, LISTED_SHOWN_MAX), some: words => some(words, say, TOLD_MAX) })
  const question = phrases.length === 0 ? say.t('brief.askedNothing') : say.t('brief.asked', { list: phrases.length <= ASKED_TOLD_MAX ? phrases.join('; ') : say.t('brief.andMore', { list: phrases.slice(0, ASKED_TOLD_MAX).join('; '), n: phrases.length - ASKED_TOLD_MAX }) })
  if (match === null) return [list([routes.linked ? say.t('brief.linked') : `${say.t('brief.notListed')} ${question}`, networks])]
  const { fit, complementarity, reach, capability, targeted, answers } = match.reasons
  const { score, weightKnown, rank } = match
  return [
    paragraph(`${say.t(weightKnown < 1 ? 'brief.rankPartly' : 'brief.rank', { rank, total, score: say.number(100 * score), known: say.percent(weightKnown) })} ${question}`),
    list([
      ...answers.slice(0, 1).map(({ title, answersTitle }) => say.t('brief.answers', { title: shorten(title, LISTED_SHOWN_MAX), own: shorten(answersTitle, LISTED_SHOWN_MAX) })),
      fit.length === 0 ? say.t('brief.relatedNone') : say.t('brief.related', { list: some(fit.map(({ own, theirs, proximity }) => own === theirs ? say.t('brief.same', { term: name(own) }) : say.t('brief.near', { own: name(own), theirs: name(theirs), proximity: say.number(proximity, 2) })), say, TOLD_MAX) }),
      ...complementarity.length === 0 ? [] : [say.t('brief.adds', { to: shorten(to.name, LISTED_SHOWN_MAX), list: some(complementarity.map(({ term }) => name(term)), say, TOLD_MAX) })],
      ...capability.length === 0 ? [] : [say.t('brief.capability', { list: some(capability.map(name), say, TOLD_MAX) })],
      [...targeted === null ? [] : [say.t(targeted ? 'brief.targeted' : 'brief.targetedNot')], reach.steps === null ? say.t('brief.reachNone') : say.t('brief.reach', { n: reach.steps }), networks].join(' ')
    ])
  ]
}

/** Every organisation on the way, the one to be met last, each with a network that joins it to the one before. */
function throughBlocks ({ routes: { routes, linked } }: BriefInput, say: Say): Block[] {
  if (linked) return [paragraph(say.t('brief.throughNobodyNeeded'))]
  if (routes.length === 0) return [paragraph(say.t('brief.throughNobody', { n: ROUTE_LINKS_DEFAULT }))]
  const [first, second] = routes.map(({ organisations, links }) => {
    const chain = links.map(({ networks: [network] }, i) => {
      const name = shorten(organisations[i + 1].name, i < links.length - 1 ? INTRODUCER_SHOWN_MAX : ON_WAY_SHOWN_MAX)
      return network === undefined ? name : say.t('brief.step', { name, network: shorten(network.name, ON_WAY_SHOWN_MAX) })
    })
    return say.t('brief.way', { n: links.length, chain: chain.join(' – ') })
  })
  return [list(second === undefined || first.length + second.length > TWO_WAYS_TOLD_MAX ? [first] : [first, second])]
}

/** Titles of needs, or of offers: who would pay requests, who would be paid offers. */
function profilesText (profiles: readonly PartnerProfile[], id: string, offers: boolean, say: Say): string {
  const own = profiles.filter(({ organisation, type }) => organisation === id && isOffer(type) === offers)
  if (own.length === 0) return say.t('brief.profilesNone')
  return some(own.map(({ type, title }) => say.t('brief.profile', { type: say.t(`brief.type.${type}`), title: shorten(title, LISTED_SHOWN_MAX) })), say, 1)
}

/** The first few, and how many more. */
function some (words: readonly string[], say: Say, most = NAMED_MAX): string {
  if (words.length === 0) return say.t('brief.notStated')
  return words.length <= most ? say.list(words) : say.t('brief.andMore', { list: words.slice(0, most).join(', '), n: words.length - most })
}

const shorten = (text: string, most = NAME_SHOWN_MAX): string => [...text].length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`

/** Joint priorities say what is behind the fields of a programme; the fields themselves are enough where there are any. */
function termsOf ({ domains, sectors }: Organisation): string[] {
  const fields = domains.filter(code => !code.startsWith('s3:'))
  return [...fields.length > 0 ? fields : domains, ...sectors]
}

function termName (reference: Reference, language: Language, code: string): string {
  const domain = reference.domain(code)
  if (domain !== undefined) return language === 'pl' ? domain.shortNamePl : domain.shortName
  return reference.sector(code)?.name ?? code
}

function countryName (reference: Reference, language: Language, code: string): string {
  const country = reference.country(code)
  return country === undefined ? code : language === 'pl' ? country.namePl : country.name
}

function clusterName (loaded: LoadedRun, id: string, reference: Reference, say: Say): string {
  const { clusters, clusterOf } = loaded
  const i = findOrganisation(loaded, id)
  if (i < 0 || clusterOf[i] < 0) return say.t('brief.noCluster')
  const cluster = clusters[clusterOf[i]]
  return `${cluster.code} ${clusterLabel(cluster, { domain: code => termName(reference, say.language, code), sector: code => reference.sector(code)?.name, mixed: say.t('cluster.mixed'), around: member => member })}`
}

function partnersText (loaded: LoadedRun, id: string, reference: Reference, say: Say): string {
  const i = findOrganisation(loaded, id)
  const partners = i < 0 ? [] : partnersOf(loaded, i)
  if (partners.length === 0) return say.t('brief.partnersNone')
  return say.t('brief.partnersIn', { n: partners.length, list: some(countryShares(loaded, partners).map(({ country }) => countryName(reference, say.language, country)), say) })
}
