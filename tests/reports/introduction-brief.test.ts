import t from 'tap'
import { inflateSync } from 'node:zlib'
import { writeDocument } from '../../services/documents/write-document.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import type { IntroductionRoutes, NamedOrganisation, PartnerMatch } from '../../services/contract/partner-match.ts'
import type { PartnerProfile } from '../../services/contract/partner-profile.ts'
import { PartnerChoice } from '../../services/contract/partner-match.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { buildIntroductionBrief } from '../../services/reports/introduction-brief.ts'
import type { BriefInput } from '../../services/reports/introduction-brief.ts'
import { makeRun, organisationOf } from '../support/loaded-run.ts'

const LONG = 'Instytut "Podstawowych" <b>Problemów</b> Techniki =1+1 #import '.repeat(5).slice(0, 300)
/** Everything that may be asked at once. */
const ASKED = PartnerChoice.parse({ profile: 'p1', wanted: 's3:bioeconomy,10.1,72,01', abroad: 'true', targeted: 'true', otherClusters: 'true', answering: 'true', stepsMax: '4', partnersMax: '50', trlMin: '4', country: 'PL,LV,SE,DK', kind: 'company,university,ngo,other', sizeClass: 'micro,small,medium,large', domain: 's3:bioeconomy,s3:smart-health' })
const AT_MOST = Array.from({ length: 12 }, (_, i) => loadReference().domains[i].code)

function input (language: 'en' | 'pl', name: string, patch: Partial<BriefInput> = {}): BriefInput {
  const firms = ['a', 'b', 'c', 'd', 'e'].map((id, i): Organisation => organisationOf({ id, name: `${name}${id}`, country: ['PL', 'LV', 'SE', 'DK', 'EE'][i], city: 'Rzeszów', domains: AT_MOST }))
  const { loaded } = makeRun({ organisations: firms, networks: { n: ['a', 'c'], o: ['c', 'd'], p: ['d', 'e'], q: ['e', 'b'] }, clusters: { C1: ['a', 'b', 'c', 'd', 'e'] } })
  const named = ({ id, kind, country, city }: Organisation): NamedOrganisation => ({ id, name: `${name}${id}`, kind, country, city, sizeClass: null, named: true } as unknown as NamedOrganisation)
  const [a, b, c, d, e] = firms.map(named)
  const link = (source: string, target: string): IntroductionRoutes['routes'][number]['links'][number] => ({ source, target, weight: 1, sharedNetworks: 1, networks: [{ id: 'n', name: `${source}${target} ${name}`, to: null }] })
  const route = { length: 4, organisations: [a, c, d, e, b], links: [link('a', 'c'), link('c', 'd'), link('d', 'e'), link('e', 'b')], introducer: c, weakest: 1 }
  const match: PartnerMatch = {
    rank: 2, organisation: b, cluster: 'C1', partners: 1, score: 0.712, weightKnown: 0.85, parts: [], against: [],
    reasons: { fit: AT_MOST.slice(0, 5).map((own, i) => ({ own, theirs: AT_MOST[11 - i], proximity: 0.62 })), complementarity: AT_MOST.slice(0, 5).map(term => ({ term, adds: 0.2 })), reach: { steps: 3, via: c }, capability: AT_MOST.slice(0, 5), targeted: true, answers: [1, 2, 3].map(i => ({ profile: `p${i}`, type: 'technology-offer', title: name, trl: 4, answers: 'need', answersTitle: name, shared: AT_MOST.slice(0, 2), trlDistance: 1, targetsUs: true, targeted: true, seeksUs: true, sought: true })) }
  }
  const profile = (organisation: string, i: number): PartnerProfile => ({ id: `p${i}`, organisation, type: i % 2 === 0 ? 'technology-offer' : 'rd-request', title: LONG, description: '', domains: [], sectors: [], trl: null, countries: [], partnerKinds: [], validFrom: null, validUntil: null, confidentiality: 'public', namedPartners: [], version: 1, savedAt: '2026-01-01T00:00:00.000Z', state: 'valid' })
  return {
    loaded, language, from: firms[0], to: firms[1], match, total: 7398, asked: ASKED, need: { ...profile('a', 1), title: name }, reference: loadReference(),
    routes: { run: loaded.run.id, from: a, to: b, linked: false, routes: [route, route, route] },
    shared: [], profiles: ['a', 'b'].flatMap(organisation => [1, 2, 3, 4, 5, 6, 7, 8].map(i => profile(organisation, i))),
    sources: [1, 2, 3].map(i => ({ key: `s${i}`, title: `Projects and participants, part ${i}`, publisher: 'P', licence: 'CC BY 4.0', attribution: '© European Union, CORDIS.', retrieved: null, website: null, synthetic: false })),
    ...patch
  }
}

/** Pages of a PDF, counted in its page objects, those inside compressed object streams included. */
function countPages (pdf: Buffer): number {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length), { finishFlush: 2 }).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].reduce((sum, part) => sum + [...part.matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g)].length, 0)
}

for (const language of ['en', 'pl'] as const) {
  t.test(`one A4 page, ${language}`, async t => {
    for (const [name, links] of [['Firm ', 4], [LONG, 4], [LONG, 3], [LONG, 2]] as const) {
      const given = input(language, name)
      const routes = given.routes.routes.map(route => ({ ...route, length: links, organisations: [...route.organisations.slice(0, links), route.organisations[4]], links: route.links.slice(0, links) }))
      const document = buildIntroductionBrief({ ...given, routes: { ...given.routes, routes } })
      const { body } = await writeDocument(document, 'pdf')
      t.equal(countPages(body), 1, `with names of ${name.length + 1} characters and ways of ${links} links`)
      t.ok((await writeDocument(document, 'pdf')).body.equals(body), 'the same bytes again')
    }
  })

  t.test(`nothing is left unsaid, ${language}`, async t => {
    const document = buildIntroductionBrief(input(language, 'Firm '))
    const { words, ...said } = document
    const text = JSON.stringify(said)
    t.notMatch(text, /\{\w+\}/, 'no gap of a text is left open')
    t.notMatch(text, /undefined|NaN|null,"text"/)
    t.match(text, language === 'en' ? /Place 2 of 7,398 candidates, with a partner score of 71 \(0 to 100\)\. Parts that make up 85.% of the score are known\. Asked for: the need “Firm ”; fields wanted/ : /Miejsce 2 wśród 7.398 kandydatów, ocena partnera 71 \(od 0 do 100\)/)
    t.match(text, language === 'en' ? /There are 3 links/ : /przez 3 połączenia/)
    t.match(text, language === 'en' ? /4 links, in brackets what joins each to the one before: Firm c \(ac Firm \) – Firm d \(cd Firm \) – Firm e \(de Firm \) – Firm b \(eb Firm \)\./ : /4 połączenia, w nawiasie to, co łączy z poprzednią: Firm c \(ac Firm \) – Firm d/)
    t.match(text, language === 'en' ? /\(research and development request\) and 3 more/ : /\(zapytanie badawczo-rozwojowe\) i jeszcze 3/)
  })
}

t.test('whoever is to introduce the two is named in 56 characters', async t => {
  const { routes, ...rest } = input('en', LONG)
  const [a, c, , , b] = routes.routes[0].organisations
  const text = JSON.stringify(buildIntroductionBrief({ ...rest, routes: { ...routes, routes: [{ ...routes.routes[0], length: 2, organisations: [a, c, b], links: routes.routes[0].links.slice(0, 2) }] } }).sections)
  t.ok(text.includes(`: ${JSON.stringify(LONG.slice(0, 55)).slice(1, -1)}… (`))
})

t.test('what cannot be said is said to be so', async t => {
  const bare = input('en', 'Firm ', { match: null, shared: [], profiles: [] })
  const text = (patch: Partial<BriefInput>): string => JSON.stringify(buildIntroductionBrief({ ...bare, ...patch }))
  t.match(text({ routes: { ...bare.routes, linked: true, routes: [] } }), /The two are linked already in this run.*nobody needs to introduce them/)
  t.match(text({ routes: { ...bare.routes, routes: [] } }), /does not pass what was asked for. Asked for: .*No way of at most 4 links joins the two/)
  t.match(text({ asked: PartnerChoice.parse({}), need: null }), /Neither a need nor a filter was chosen/)
  t.match(text({ from: { ...bare.from, domains: [], city: null } }), /not stated/)
})
