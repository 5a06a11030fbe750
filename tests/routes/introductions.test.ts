import t from 'tap'
import type { Test } from 'tap'
import { HISTORY_MAX } from '../../services/casework/change-introduction.ts'
import { INTRODUCTIONS_MAX } from '../../services/casework/introduction-record.ts'
import { NOTE_LENGTH_MAX, THROUGH_MAX } from '../../services/contract/introduction.ts'
import { idFor } from '../../services/ids.ts'
import { buildService } from '../support/build-service.ts'
import { fileOf, importInto } from '../support/import-files.ts'
import type { Answer, BuiltService } from '../support/build-service.ts'

const NOBODY = 'org-000000000000'
const FIRMS = [['Alder', 'PL'], ['Birch', 'LV'], ['Cedar', 'LV'], ['Doum', 'SE'], ['Elm', 'SE'], ['Fir', 'DK'], ['Ginkgo', 'DK'], ['Hazel', 'EE']]

/** Eight firms without links; their ids in order of their names. */
async function withFirms (t: Test, given: Parameters<typeof buildService>[1] = {}): Promise<BuiltService & { firms: string[], start: (of: number, candidate: number, more?: object) => Promise<Answer>, step: (introduction: { id: string, version: number }, change: object) => Promise<Answer> }> {
  const service = await buildService(t, given)
  await importInto(service.store, [fileOf('firms.csv', `name,country\n${FIRMS.map(firm => firm.join(',')).join('\n')}\n`)], { format: 'organisations-csv' })
  const firms = (await service.store.listOrganisations({}, { limit: 50, after: null })).rows.map(({ id }) => id)
  return {
    ...service, firms,
    start: (of, candidate, more = {}) => service.call('POST', '/api/v1/introductions', { of: firms[of], candidate: firms[candidate], ...more }),
    step: ({ id, version }, change) => service.call('POST', `/api/v1/introductions/${id}/changes`, { basedOn: version, ...change })
  }
}

t.test('an introduction goes from the idea to a link in the data', async t => {
  const { store, call, firms, start, step } = await withFirms(t)
  const before = (await store.revision()).number
  const started = await start(0, 1, { through: [firms[2]], note: 'met at the fair', by: 'KN', nextStep: 'write to Birch', followUp: '2026-03-10', context: 'partners' })
  t.equal(started.status, 201)
  t.match(started.body, { version: 1, state: 'identified', overdue: false, of: { name: 'Alder', country: 'PL' }, candidate: { name: 'Birch' }, through: [{ name: 'Cedar' }], outcome: null, history: [{ from: null, to: 'identified', note: 'met at the fair', by: 'KN' }] })
  t.equal(started.headers.location, `/api/v1/introductions/${started.body.id}`)
  t.equal((await store.revision()).number, before, 'casework is no change of the data')

  const contacted = await step(started.body, { to: 'contacted', followUp: '2026-03-20' })
  t.match(contacted.body, { version: 2, state: 'contacted', nextStep: 'write to Birch', followUp: '2026-03-20' })
  const noted = await step(contacted.body, { note: 'called', by: 'KN', nextStep: null })
  t.match(noted.body, { version: 3, state: 'contacted', nextStep: null, followUp: '2026-03-20' })
  const ended = await step(noted.body, { to: 'outcome', outcome: { linkKind: 'SUPPLIES', seller: firms[1], record: true }, note: 'first order' })
  t.match(ended.body, { version: 4, state: 'outcome', followUp: null, outcome: { linkKind: 'SUPPLIES' } })
  const { body: link } = await call('GET', `/api/v1/links/${ended.body.outcome.link}`)
  t.match(link, { kind: 'SUPPLIES', source: firms[1], target: firms[0], from: '2026-03-01', evidence: `introduced: ${ended.body.id}` })
  t.strictSame((await call('GET', `/api/v1/introductions/${ended.body.id}`)).body, ended.body)
  t.strictSame(ended.body.history.map(({ from, to, note }: any) => [from, to, note]), [[null, 'identified', 'met at the fair'], ['identified', 'contacted', ''], ['contacted', 'contacted', 'called'], ['contacted', 'outcome', 'first order']])

  const back = await step(ended.body, { to: 'meeting', why: 'the order was cancelled' })
  t.match(back.body, { state: 'meeting', outcome: null })
  t.equal((await call('GET', `/api/v1/links/${link.id}`)).status, 404, 'what did not come about is no link')
  const again = await step(back.body, { to: 'outcome', outcome: { linkKind: 'SUPPLIES', seller: firms[1], record: true } })
  t.equal(again.body.outcome.link, link.id)
})

t.test('an outcome taken back leaves nothing that stands in the way of the next one', async t => {
  const { store, call, start, step } = await withFirms(t)
  const outcome = { linkKind: 'COLLABORATES', record: true }
  const { body: first } = await step((await start(0, 1)).body, { to: 'outcome', outcome })
  const noted = await step(first, { note: 'the contract is signed' })
  t.equal((await call('GET', `/api/v1/links/${first.outcome.link}`)).status, 200, 'a note takes nothing back')
  const { body: back } = await step(noted.body, { to: 'meeting', why: 'recorded by mistake' })
  t.equal((await step(back, { to: 'closed', why: 'no interest' })).status, 200)
  const { body: second } = await step((await start(1, 0)).body, { to: 'outcome', outcome })
  t.match((await call('GET', `/api/v1/links/${second.outcome.link}`)).body, { evidence: `introduced: ${second.id}` })

  const link = (await store.getLink(second.outcome.link))!
  await store.write(async writer => { await writer.upsertLinks([{ ...link, evidence: 'contract 7' }]) })
  t.match((await step(second, { to: 'meeting', why: 'recorded by mistake' })).body, { state: 'meeting', outcome: null })
  t.equal((await call('GET', `/api/v1/links/${link.id}`)).body.evidence, 'contract 7', 'a link with other evidence by now is left alone')
})

t.test('of a link and a step that says so, both are kept or neither', async t => {
  const { store, call, firms, start, step } = await withFirms(t)
  await call('POST', '/api/v1/links', { kind: 'COLLABORATES', source: firms[0], target: firms[1], evidence: 'contract 7' })
  const { body } = await start(0, 1)
  const refused = await step(body, { to: 'outcome', outcome: { linkKind: 'COLLABORATES', record: true } })
  t.match(refused.body, { status: 409, code: 'CONFLICT', detail: /has this link already/ })
  t.match((await call('GET', `/api/v1/introductions/${body.id}`)).body, { version: 1, state: 'identified' })
  t.equal((await store.listLinks({ organisation: firms[0] }, { limit: 9, after: null })).rows[0].evidence, 'contract 7')
  t.match((await step(body, { to: 'outcome', outcome: { linkKind: 'COLLABORATES' } })).body, { state: 'outcome', outcome: { linkKind: 'COLLABORATES', link: null } })

  const { body: other } = await start(2, 3)
  await call('DELETE', `/api/v1/organisations/${firms[3]}`)
  t.match((await step(other, { to: 'outcome', outcome: { linkKind: 'COLLABORATES', record: true } })).body, { status: 422, code: 'UNKNOWN_ENDPOINT' })
  t.match((await call('GET', `/api/v1/introductions/${other.id}`)).body, { version: 1, state: 'identified', candidate: { name: 'Doum' } }, 'an introduction outlives the organisation, with its last name')
})

t.test('two people at one introduction: the second is told what the first did', async t => {
  const { call, start, step } = await withFirms(t)
  const { body } = await start(0, 1)
  t.equal((await step(body, { to: 'interest', by: 'KN' })).status, 200)
  const refused = await step(body, { to: 'contacted', by: 'JS' })
  t.match(refused.body, { status: 409, code: 'CONFLICT', detail: `${body.id} is at version 2, the change was made on version 1: on 2026-03-01 by KN it is now interest. Read it again, and make the change on what it says now.` })
  const answers = await Promise.all(['meeting', 'agreement'].map(to => step({ ...body, version: 2 }, { to })))
  t.strictSame(answers.map(({ status }) => status).sort(), [200, 409], 'at the same moment one of two wins')
  t.equal((await call('GET', `/api/v1/introductions/${body.id}`)).body.version, 3)
})

t.test('a pair has one open introduction, in either direction', async t => {
  const { start, step } = await withFirms(t)
  const { body } = await start(0, 1)
  t.match((await start(1, 0)).body, { status: 409, detail: new RegExp(`Birch and Alder are being introduced already: ${body.id}, identified`) })
  await step(body, { to: 'closed', why: 'no answer' })
  const second = await start(1, 0)
  t.equal(second.status, 201)
  t.not(second.body.id, body.id)
  const both = await Promise.all([start(2, 3), start(3, 2)])
  t.strictSame(both.map(({ status }) => status).sort(), [201, 409])
})

t.test('one that has ended is taken up again only where another could begin', async t => {
  const { call, firms, start, step } = await withFirms(t)
  const closed = (await step((await start(0, 1)).body, { to: 'closed', why: 'no answer' })).body
  const { body: second } = await start(1, 0)
  const again = { to: 'contacted', why: 'they called back' }
  t.match((await step(closed, again)).body, { status: 409, code: 'CONFLICT', detail: new RegExp(`are being introduced already: ${second.id}, identified`) })
  t.equal((await step(closed, { note: 'they called back' })).status, 200, 'a note is no step')
  const { body: ended } = await step(second, { to: 'outcome', outcome: { linkKind: null } })
  const both = await Promise.all([step({ ...closed, version: 3 }, again), step(ended, again)])
  t.strictSame(both.map(({ status }) => status).sort(), [200, 409], 'of two taken up at the same moment the second is refused')

  const apart = (await step((await start(2, 3)).body, { to: 'closed', why: 'one and the same' })).body
  await call('POST', '/api/v1/merges', { kept: firms[2], merged: firms[3] })
  t.match((await step(apart, again)).body, { status: 409, detail: new RegExp(`Doum .* was merged into ${firms[2]} since. Undo that merge first`) })
})

t.test('what is overdue comes first, and the list is filtered', async t => {
  const { call, firms, start, step } = await withFirms(t)
  const late = (await start(4, 5, { followUp: '2026-02-27' })).body
  const later = (await start(0, 1, { followUp: '2026-02-28' })).body
  const today = (await start(2, 3, { followUp: '2026-03-01' })).body
  const none = (await start(6, 7)).body
  const ended = (await start(0, 7, { followUp: '2026-01-01' })).body
  await step(ended, { to: 'closed', why: 'moved away', followUp: '2026-01-02' })
  const ids = async (query: string): Promise<string[]> => (await call('GET', `/api/v1/introductions${query}`)).body.items.map(({ id }: { id: string }) => id)
  t.strictSame((await ids('')).slice(0, 2), [late.id, later.id])
  t.strictSame(await ids('?overdue=true'), [late.id, later.id], 'today is not overdue, nor is what has ended')
  t.strictSame(await ids('?overdue=false&state=identified'), [today.id, none.id])
  t.strictSame(await ids('?state=closed'), [ended.id])
  t.strictSame(await ids('?country=EE&state=identified,closed'), [none.id, ended.id], 'what has ended comes last')
  t.strictSame(await ids(`?organisation=${firms[0]}&overdue=true`), [later.id])
  const first = (await call('GET', '/api/v1/introductions?limit=2')).body
  t.equal(first.total, 5)
  t.notOk('history' in first.items[0], 'a list carries no histories')
  t.equal((await call('GET', `/api/v1/introductions?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`)).body.items[0].id === first.items[0].id, false)
  const csv = (await call('GET', '/api/v1/exports/introductions?overdue=true')).text.split('\r\n')
  t.match(csv[1], new RegExp(`^${late.id},identified,${firms[4]},Elm,SE,${firms[5]},Fir,DK,,,2026-02-27,true,`))
  t.equal((await call('GET', '/api/v1/exports/introductions?format=json')).body.items.length, 5)
})

t.test('refusals say what was wrong and where', async t => {
  const { call, firms, start, step } = await withFirms(t)
  t.match((await start(0, 0)).body, { status: 400, errors: [{ path: 'candidate' }] })
  t.match((await call('POST', '/api/v1/introductions', { of: firms[0], candidate: NOBODY })).body, { status: 422, code: 'UNKNOWN_ENDPOINT', errors: [{ value: NOBODY }] })
  t.match((await start(0, 1, { through: [firms[0]] })).body, { status: 400, errors: [{ path: 'through' }] })
  t.match((await start(0, 1, { through: firms.slice(2, 2 + THROUGH_MAX + 1) })).body, { status: 400, errors: [{ path: 'through' }] })
  t.match((await start(0, 1, { followUp: '2026-02-30' })).body, { status: 400, errors: [{ path: 'followUp' }] })
  t.match((await start(0, 1, { note: 'x'.repeat(NOTE_LENGTH_MAX + 1) })).body, { status: 400, errors: [{ path: 'note' }] })
  t.match((await start(0, 1, { by: 'Katarzyna Nowak' })).body, { status: 400, errors: [{ path: 'by', message: /initials/ }] })
  t.match((await start(0, 1, { stage: 'meeting' })).body, { status: 400, errors: [{ path: 'stage' }] })
  const { body } = await start(0, 1)
  t.match((await step(body, {})).body, { status: 400, errors: [{ path: 'note' }] })
  t.match((await step(body, { to: 'closed' })).body, { status: 400, errors: [{ path: 'why' }] })
  t.match((await step(body, { to: 'outcome', outcome: { linkKind: 'OWNS' } })).body, { status: 400, errors: [{ path: 'outcome.linkKind' }] })
  t.match((await call('POST', '/api/v1/introductions/int-000000000000/changes', { basedOn: 1, note: 'x' })).body, { status: 404, code: 'NOT_FOUND' })
  t.match((await call('GET', '/api/v1/introductions/int-000000000000')).body, { status: 404, code: 'NOT_FOUND' })
  t.match((await call('GET', '/api/v1/introductions?state=sleeping')).body, { status: 400, code: 'INVALID_INPUT' })
})

t.test('limits', async t => {
  const { store, firms, start, step } = await withFirms(t)
  const { body } = await start(0, 1)
  const [record] = (await store.listRecords({ kind: 'introduction' }, { limit: 1, after: null })).rows
  const { history, ...document } = record.document as { history: unknown[] }
  await store.saveRecords([{ ...record, basedOn: 1, document: { ...document, history: Array.from({ length: HISTORY_MAX }, () => history[0]) } }])
  t.match((await step({ ...body, version: 2 }, { note: 'one more' })).body, { status: 409, detail: new RegExp(`${HISTORY_MAX} lines`) })
  await store.saveRecords(Array.from({ length: INTRODUCTIONS_MAX - 2 }, (_, i) => ({ ...record, id: idFor('int', String(i)), basedOn: 0, subjects: [firms[6]] })))
  const answers = await Promise.all([start(2, 3), start(4, 5), start(2, 7)])
  t.strictSame(answers.map(({ status }) => status), [201, 409, 409])
  t.match(answers[2].body, { detail: new RegExp(`${INTRODUCTIONS_MAX} introductions`) })
})

t.test('feedback is kept, replaced, listed and taken back', async t => {
  const { call, firms } = await withFirms(t)
  const give = (more: object): Promise<Answer> => call('POST', '/api/v1/feedback', { of: firms[0], candidate: firms[1], context: 'partners', verdict: 'not-relevant', ...more })
  const first = await give({ by: 'KN', why: 'a competitor' })
  t.equal(first.status, 201)
  await give({ verdict: 'introduced' })
  await give({ candidate: firms[2], of: null, context: 'bridges C1 C2' })
  t.match((await call('GET', `/api/v1/feedback?organisation=${firms[1]}`)).body, { total: 1, items: [{ id: first.body.id, verdict: 'introduced', why: null, savedAt: '2026-03-01T12:00:00.000Z' }] })
  t.match((await call('GET', '/api/v1/feedback?context=bridges+C1+C2')).body, { total: 1, items: [{ candidate: firms[2] }] })
  t.equal((await call('GET', '/api/v1/feedback')).body.total, 2)
  t.equal((await call('DELETE', `/api/v1/feedback/${first.body.id}`)).status, 204)
  t.equal((await call('GET', `/api/v1/feedback?organisation=${firms[0]}`)).body.total, 0)
  t.match((await call('DELETE', `/api/v1/feedback/${first.body.id}`)).body, { status: 404, code: 'NOT_FOUND' })
  t.equal((await give({})).status, 201, 'and may be given again')
  t.match((await give({ candidate: firms[0] })).body, { status: 400, errors: [{ path: 'candidate' }] })
  t.match((await give({ candidate: NOBODY })).body, { status: 422, code: 'UNKNOWN_ENDPOINT' })
  t.match((await give({ verdict: 'good' })).body, { status: 400, errors: [{ path: 'verdict' }] })
  t.match((await call('GET', `/api/v1/feedback?organisation=${firms[0]}&context=partners`)).body, { status: 400, errors: [{ path: 'context' }] })
})

t.test('a read-only service keeps no introductions and no feedback', async t => {
  const { call } = await buildService(t, { config: { readOnly: true } })
  t.match((await call('POST', '/api/v1/introductions', {})).body, { status: 403, code: 'READ_ONLY' })
  t.match((await call('POST', '/api/v1/feedback', {})).body, { status: 403, code: 'READ_ONLY' })
  t.equal((await call('GET', '/api/v1/introductions')).body.total, 0)
})

t.test('notes are for brokers: with a token, whoever has it', async t => {
  const token = 'a-token-of-this-test'
  const { call } = await withFirms(t, { config: { accessToken: token, loopback: false } })
  for (const path of ['introductions', 'introductions/int-000000000000', 'introductions/effect', 'exports/introductions', 'feedback']) {
    t.match((await call('GET', `/api/v1/${path}`)).body, { status: 401, code: 'UNAUTHORISED' }, path)
    t.not((await call('GET', `/api/v1/${path}`, undefined, { authorization: `Bearer ${token}` })).status, 401, path)
  }
  t.equal((await call('GET', '/api/v1/rankings')).status, 200, 'lists that were shown are for all')
})
