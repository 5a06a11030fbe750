/** Ratings and results over HTTP: taken while the step is open, told afterwards, never of one person. */
import t from 'tap'
import { FORM_PEOPLE_MAX } from '../../services/contract/workspace.ts'
import { WORKBOOK_BYTES_MAX } from '../../services/trans-s3/workbook/unpack-workbook.ts'
import { person, workbook } from './filled-workbook.ts'
import { openWorkspace } from './open-workspace.ts'

t.test('results are told once no more ratings are taken', async t => {
  const { add, ask, invite, items, put } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const people = []
  for (const region of ['PL84', 'LT', 'DE6', 'DK03']) people.push(await invite({ role: 'stakeholder', helix: 'industry', region }))
  const reader = await invite({ role: 'reader' })
  const rate = async ({ id, invitation }: { id: string, invitation: string }, importance: number) => await add({ type: 'rating', participant: id, priority: wood.id, importance, readiness: 3, commitment: 3, comment: `<b>${importance}</b>` }, invitation)
  for (const [i, person] of people.slice(0, 3).entries()) t.equal((await rate(person, i + 2)).status, 201)
  const again = await rate(people[0], 5)
  t.equal(again.status, 409)
  t.match(again.body.detail, /is there already, as item .*: change that one/)
  const keys = async (invitation?: string) => (await ask('GET', '/evidence/consultation', undefined, invitation)).body.exhibits.map(({ key }: any) => key)
  t.strictSame(await keys(reader.invitation), ['taking-part'], 'while it is open nobody sees results')
  t.strictSame(await keys(people[0].invitation), ['taking-part'])
  t.ok((await keys()).includes('ratings'), 'but who may read all ratings anyway')
  t.notMatch((await ask('GET', '/documents/policy-paper?format=json')).text, /ratings-by-group/, 'nor does a paper tell them')
  const page = (await items('stage')).find(({ content }) => content.stage === 'consultation')!
  t.equal((await ask('POST', '/stages/consultation', { basedOn: page.version, to: 'in review' })).status, 200)
  const shown = (await ask('GET', '/evidence/consultation', undefined, reader.invitation)).body.exhibits
  const [row] = shown.find(({ key }: any) => key === 'ratings').rows
  t.equal(row[2].value, 3, 'the mean of 2, 3 and 4')
  t.match((await rate(people[3], 5)).body.detail, /The step consultation is in review: ratings are not taken any more/)
  t.match((await put((await items('rating'))[0], { importance: 1 }, people[0].invitation)).body.detail, /ratings are not taken any more/)
  const earlier = (await ask('GET', `/evidence/consultation?version=${page.workspaceVersion}`, undefined, reader.invitation)).body
  t.strictSame(earlier.exhibits.map(({ key }: any) => key), ['taking-part'], 'earlier versions, of which two would tell a rating, stay as they were')
  t.notMatch((await ask('GET', '/documents/policy-paper')).text, /<b>3<\/b>/, 'comments are text')
})

t.test('a form goes out, comes back filled in, and its people have no names', async t => {
  const { add, app, ask, items, path } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const form = await app.inject({ method: 'GET', url: `${path}/consultation/form?people=2&language=pl`, headers: { host: '127.0.0.1:8080' } })
  t.equal(form.statusCode, 200)
  const send = async (body: Buffer, contentType = String(form.headers['content-type'])) => { const answer = await app.inject({ method: 'POST', url: `${path}/consultation/form`, headers: { host: '127.0.0.1:8080', 'content-type': contentType }, payload: body }); return { status: answer.statusCode, body: answer.json() } }
  const empty = await send(form.rawPayload)
  t.equal(empty.status, 422)
  t.match(empty.body.errors[0].message, /is not filled in/)
  t.equal((await send(Buffer.from('nonsense'))).status, 422)
  t.equal((await send(Buffer.alloc(WORKBOOK_BYTES_MAX + 1))).status, 413)
  t.equal((await send(form.rawPayload, 'text/plain')).status, 415)
  t.equal((await ask('GET', `/consultation/form?people=${FORM_PEOPLE_MAX + 1}`)).status, 400)
  t.strictSame(await items('participant'), [], 'nothing of what was refused is in')

  const sheet = (helix: string, importance: number | string): string => person([{ A: wood.id, C: importance, D: 2, E: 3, F: '<i>short</i>' }], helix, 'LT')
  t.match((await send(Buffer.from(workbook({ Anna: sheet('industry', 4), Bert: sheet('science', 9) })))).body, { people: 0, errorsTotal: 1, errors: [{ path: 'Bert!C4', value: '9' }] })
  t.strictSame(await items('rating'), [], 'one wrong cell keeps all out')
  t.match(await send(Buffer.from(workbook({ Anna: sheet('industry', 4), Bert: sheet('science', 5) }))), { status: 200, body: { people: 2, ratings: 2, errorsTotal: 0 } })
  const participants = await items('participant')
  t.strictSame(participants.map(({ content }) => [content.helix, content.region, content.revoked]), [['industry', 'LT', true], ['science', 'LT', true]])
  t.notOk(participants.some(({ content }) => /Anna|Bert/.test(content.name)), 'not even the name of a sheet')
  t.strictSame((await items('rating')).map(({ content }) => [content.participant, content.importance, content.comment]), participants.map(({ id }, i) => [id, 4 + i, '<i>short</i>']))
})
