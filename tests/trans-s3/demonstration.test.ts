/** The demonstration: facts with sources, nobody in it, and its made-up example kept apart. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { loadReference } from '../../services/reference/reference.ts'
import { DEMONSTRATION_ID, loadDemonstration } from '../../services/trans-s3/demonstration.ts'
import { buildAnalysedService } from '../support/build-service.ts'
import { EXPIRES, workspaceOf } from './open-workspace.ts'

t.test('the demonstration of the seven partner regions', async t => {
  const token = 'a-token-of-24-characters'
  const service = await buildAnalysedService(t, { config: { accessToken: token } })
  const load = async () => await loadDemonstration(service.store, { folder: 'seeds/trans-s3', run: service.run.id, reference: loadReference(), clock: () => new Date('2026-03-01T12:00:00.000Z') })
  t.equal(await load(), true)
  t.equal(await load(), false, 'a second time it is there already')
  const { ask, items } = workspaceOf(service, DEMONSTRATION_ID)
  const { body } = await ask('GET', '')
  t.match(body, { version: 1, you: { role: 'reader' } }, 'everybody reads it')
  t.strictSame((await service.call('GET', '/api/v1/workspaces')).body.items.map((each: any) => [each.id, each.demonstration]), [[DEMONSTRATION_ID, true]])

  const rows = readFileSync('seeds/trans-s3/declared-priorities.csv', 'utf8').trim().split('\n').slice(1)
  const declared = await items('declared')
  t.strictSame(declared.map(({ content }) => content.region), ['PL84', 'LV008', 'EE008', 'LT', 'FI1C4', 'DE6', 'DK03'])
  for (const { content } of declared) t.equal(content.priorities.length, rows.filter(row => row.startsWith(`${content.region},`)).length, `${content.region}: as many as in the file`)
  const published = readFileSync('seeds/trans-s3/joint-priorities.csv', 'utf8').trim().split('\n').slice(1)
  const priorities = await items('priority')
  t.equal(priorities.length, published.length)
  t.strictSame(priorities.flatMap(({ content }) => content.sectors), ['C', 'E', 'H', 'J', '72', '74'], 'the six fields by NACE')
  t.equal(priorities.flatMap(({ content }) => content.themes).length, 8, 'and the eight themes')
  t.ok(priorities.every(({ content }) => content.state === 'initial' && /https:\/\//.test(content.description)), 'each with its source')
  const [decision] = await items('decision')
  t.ok(priorities.every(({ content }) => content.decidedBy === decision.id))
  for (const type of ['participant', 'rating', 'objective', 'indicator'] as const) t.strictSame(await items(type), [], `no ${type} is invented`)

  const consultation = (await ask('GET', '/evidence/consultation')).body
  t.strictSame(consultation.exhibits.map(({ key, rows }: any) => [key, rows.length]), [['taking-part', 0]], 'its own step is empty, and says so')
  t.ok(consultation.example.length > 1, 'the example is beside it')
  t.strictSame((await ask('GET', '/evidence/trends')).body.example, [])
  for (const text of [(await ask('GET', '/documents/policy-paper')).text, JSON.stringify(body)]) t.notMatch(text, /Example A/, 'and in nothing else')

  const bearer = { authorization: `Bearer ${token}` }
  const invited = await service.call('POST', `/api/v1/workspaces/${DEMONSTRATION_ID}/items`, { content: { type: 'participant', name: 'x', role: 'reader', expiresAt: EXPIRES } }, bearer)
  t.match(invited.body.detail, /a demonstration has no participants/)
  t.equal((await service.call('POST', `/api/v1/workspaces/${DEMONSTRATION_ID}/items`, { content: { type: 'note', stage: 'trends', text: 'x' } })).status, 401, 'nobody writes in it without the token')
})
