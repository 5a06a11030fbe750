/** Match lists on a network of five, every number by hand; filters, profiles that answer, and who may see them. */
import t from 'tap'
import type { PartnerProfile } from '../../services/contract/partner-profile.ts'
import { PartnerChoice } from '../../services/contract/partner-match.ts'
import { listPartners } from '../../services/views/partners/match-list.ts'
import { makeRun, toyId } from '../support/loaded-run.ts'

const [wood, paper, energy] = ['s3:wood', 's3:paper', 's3:energy']
// a - b - c - d in a line, e apart. Wood and paper: two carriers of both, three of the commoner; all figures as in tests/analysis/partner-score.test.ts.
const RUN = makeRun({
  organisations: [
    { id: toyId('a'), name: 'Alfa', country: 'FI', domains: [wood] },
    { id: toyId('b'), name: 'Beta', country: 'FI', domains: [wood, paper] },
    { id: toyId('c'), name: 'Gamma', country: 'EE', kind: 'university', domains: [paper, wood, energy] },
    { id: toyId('d'), name: 'PIC 997989351', country: 'EE', domains: [energy] },
    { id: toyId('e'), name: 'Epsilon', country: 'LV' }
  ],
  collaboration: [[toyId('a'), toyId('b'), 1], [toyId('b'), toyId('c'), 1], [toyId('c'), toyId('d'), 1]],
  clusters: { C1: [toyId('a'), toyId('b'), toyId('c')] }
})
const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) < 1e-9

const profile = (id: string, owner: string, given: Partial<PartnerProfile>): PartnerProfile => ({
  id, organisation: toyId(owner), version: 1, savedAt: '2026-01-01T00:00:00.000Z', state: 'valid', type: 'technology-offer', title: id, description: '', domains: [energy], sectors: [], trl: null,
  countries: [], partnerKinds: [], validFrom: null, validUntil: null, confidentiality: 'public', namedPartners: [], ...given
})
const list = (choice: object, profiles: PartnerProfile[] = [], notRelevant: string[] = [], id = toyId('a')) =>
  listPartners(RUN.loaded, id, { ...PartnerChoice.parse(choice), offset: 0, limit: 50 }, { organisations: RUN.lookup, profiles, notRelevant: new Set(notRelevant) })
const shorts = (found: { items: Array<{ organisation: { id: string } }> }): string => found.items.map(({ organisation }) => organisation.id.at(-1)).join('')

t.test('every part with the numbers it comes from', async t => {
  const found = await list({ wanted: `${energy},${paper}` })
  t.equal(shorts(found), 'cde', 'its partner b is left out')
  t.strictSame([found.linked, found.rated, found.total, found.gaps, found.cluster], [1, 3, 3, [], 'C1'])
  const [c, d, e] = found.items
  const added = ((1 / 2) / (5 / 6) + (1 / 2) / (7 / 6)) / 2
  t.strictSame(c.parts.map(({ part, weight }) => [part, weight]), [['fit', 0.35], ['complementarity', 0.25], ['reach', 0.25], ['capability', 0.15]])
  t.ok(near(c.parts[0].value, 1) && near(c.parts[1].value, added) && near(c.parts[2].value, 0.75) && near(c.parts[3].value, 1))
  t.ok(near(c.score, 0.35 + 0.25 * added + 0.25 * 0.75 + 0.15) && near(c.weightKnown, 1))
  t.ok(near(c.parts[0].percentile, 0.75) && near(c.parts[2].percentile, 5 / 6), 'places among c and d, and among all three')
  t.strictSame(c.reasons.fit, [{ own: wood, theirs: wood, proximity: 1 }])
  t.ok(near(c.reasons.complementarity.reduce((sum, { adds }) => sum + adds, 0), added), 'what the fields add is the part')
  t.strictSame([c.reasons.reach.steps, c.reasons.reach.via?.name, d.reasons.reach.steps, d.reasons.reach.via?.id], [2, 'Beta', 3, toyId('b')])
  t.strictSame([c.reasons.capability, d.reasons.capability], [[energy, paper], [energy]])
  t.strictSame(d.reasons.fit.map(({ own, theirs }) => [own, theirs]), [[wood, energy]])
  t.strictSame([c.against, d.against, e.against], [['few-links', 'same-cluster'], ['few-links', 'name-unknown'], ['no-terms', 'no-links']])
  t.strictSame(e.parts.map(({ value, percentile }) => [value, percentile]), [[null, null], [null, null], [0, 1 / 6], [null, null]], 'what is not known is null, not 0')
  t.strictSame(await list({ wanted: `${energy},${paper}` }), found, 'the same question has the same answer')
})

t.test('filters, and what was marked as not relevant', async t => {
  t.equal(shorts(await list({ country: 'EE' })), 'cd')
  t.equal(shorts(await list({ kind: 'university' })), 'c')
  t.equal(shorts(await list({ abroad: 'true' })), 'cde')
  t.equal(shorts(await list({ abroad: 'true' }, [], [], toyId('c'))), 'ae', 'b and d are its partners')
  t.equal(shorts(await list({ stepsMax: '2' })), 'c')
  t.equal(shorts(await list({ otherClusters: 'true' })), '', 'd and e are in no cluster')
  const marked = await list({}, [], [toyId('c')])
  t.strictSame([shorts(marked), marked.notRelevant, marked.items[0].rank], ['de', 1, 1])
})

t.test('organisations of a size, and countries that a need targets', async t => {
  t.equal(shorts(await list({ partnersMax: '1' })), 'de', 'c has two partners')
  t.equal(shorts(await list({ partnersMax: '2' })), 'cde')
  const need = (countries: string[]): PartnerProfile => profile('prf-need', 'a', { type: 'technology-request', countries })
  const targeting = await list({ profile: 'prf-need', targeted: 'true' }, [need(['EE'])])
  t.strictSame([shorts(targeting), targeting.items.map(({ reasons }) => reasons.targeted)], ['cd', [true, true]])
  t.strictSame((await list({ profile: 'prf-need' }, [need(['EE'])])).items.map(({ organisation, reasons }) => [organisation.id.at(-1), reasons.targeted]), [['c', true], ['d', true], ['e', false]])
  t.equal(shorts(await list({ targeted: 'true' }, [need(['EE'])])), 'cd', 'without a choice any of its needs')
  t.equal(shorts(await list({ targeted: 'true' }, [need(['EE']), { ...need([]), id: 'prf-other' }])), 'cde', 'one that targets no country in particular targets all')
  const anywhere = await list({ profile: 'prf-need', targeted: 'true' }, [need([])])
  t.strictSame([shorts(anywhere), anywhere.items[0].reasons.targeted], ['cde', null])
  t.equal(shorts(await list({ targeted: 'true' })), 'cde', 'it has no need')
})

t.test('a wanted sector counts for and against nobody where no organisation has one', async t => {
  const asked = await list({ wanted: `${energy},10.1` })
  t.strictSame([asked.wanted, asked.unrated, asked.gaps], [[energy], ['10.1'], ['sectors']])
  t.strictSame(asked.items, (await list({ wanted: energy })).items, 'as if it had not been asked')
  const alone = await list({ wanted: '10.1' })
  t.strictSame([alone.gaps, alone.items[0].parts[3].value], [['sectors'], null])
  const offered = await list({ wanted: `${energy},10.1` }, [profile('prf-offer', 'd', { domains: [], sectors: ['10.1'] })])
  t.strictSame([offered.unrated, offered.gaps, offered.items.find(({ organisation }) => organisation.id === toyId('d'))?.parts[3].value], [[], [], 1], 'somebody offers it')
})

t.test('who has neither fields nor links is told what is missing', async t => {
  const found = await list({}, [], [], toyId('e'))
  t.strictSame([found.gaps, found.total], [['terms', 'links', 'wanted'], 0])
  const asking = await list({ wanted: energy }, [], [], toyId('e'))
  t.strictSame([shorts(asking), asking.items[0].weightKnown, asking.items[0].reasons.reach.steps], ['cdab', 0.15, null])
})

t.test('profiles: an offer answers a request, with what fits and what does not', async t => {
  const request = profile('prf-need', 'a', { type: 'technology-request', trl: 6, countries: ['LV'], partnerKinds: ['company'] })
  const offer = profile('prf-offer', 'e', { trl: 4, countries: ['FI'], partnerKinds: ['university'] })
  const found = await list({ profile: 'prf-need' }, [request, offer])
  t.strictSame(found.wanted, [energy])
  const e = found.items.find(({ organisation }) => organisation.id === toyId('e'))
  t.strictSame(e?.reasons.answers, [{ profile: 'prf-offer', type: 'technology-offer', title: 'prf-offer', trl: 4, answers: 'prf-need', answersTitle: 'prf-need', shared: [energy], trlDistance: 2, targetsUs: true, targeted: true, seeksUs: false, sought: true }])
  t.strictSame(e?.against, ['no-links', 'own-kind-not-sought'], 'its offer counts among its fields')
  t.equal(e?.parts[3].value, 1)
  t.ok(found.items.find(({ organisation }) => organisation.id === toyId('c'))?.against.includes('country-not-targeted'))
  t.equal(shorts(await list({ profile: 'prf-need', answering: 'true' }, [request, offer])), 'e')
  t.equal(shorts(await list({ answering: 'true' }, [request, offer])), 'e', 'without a choice all its valid profiles are answered')
  t.equal(shorts(await list({ trlMin: '5' }, [request, offer])), '')
  t.equal(shorts(await list({ trlMin: '4', trlMax: '4' }, [request, offer])), 'e')
  t.equal(shorts(await list({ answering: 'true' }, [request, { ...offer, type: 'business-offer' }])), '', 'of another kind')
  t.equal(shorts(await list({ answering: 'true' }, [request, { ...offer, domains: [wood] }])), '', 'nothing in common')
  t.equal(shorts(await list({ answering: 'true' }, [request, { ...offer, state: 'expired' }])), '', 'expired')
})

t.test('named partners only', async t => {
  const request = profile('prf-need', 'a', { type: 'technology-request' })
  const offer = profile('prf-offer', 'e', { confidentiality: 'named-partners', namedPartners: [toyId('d')] })
  t.equal(shorts(await list({ answering: 'true' }, [request, offer])), '')
  t.equal(shorts(await list({ answering: 'true' }, [request, { ...offer, namedPartners: [toyId('a')] }])), 'e')
  t.equal(shorts(await list({ profile: 'prf-need' }, [{ ...request, confidentiality: 'named-partners', namedPartners: [toyId('c')] }])), 'c', 'a need is matched with those it names')
})

t.test('what is refused', async t => {
  const expired = profile('prf-old', 'a', { state: 'expired', validUntil: '2025-12-31' })
  await t.rejects(list({ profile: 'prf-old' }, [expired]), { code: 'INVALID_INPUT', message: /expired since 2025-12-31/ })
  await t.rejects(list({ profile: 'prf-old' }, [{ ...expired, organisation: toyId('c') }]), { code: 'NOT_FOUND', message: /not among the profiles of/ })
  await t.rejects(list({}, [], [], toyId('zz')), { code: 'NOT_FOUND' })
})

t.test('a wanted field that nobody has leaves the capability at what is there', async t => {
  const { items: [c] } = await list({ wanted: `${energy},s3:nobody` })
  t.equal(c.parts[3].value, 0.5)
})
