/** Who may do what: every row of the table tried over HTTP by every role, and every way to come in without being invited. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { WORKSPACE_ACCESS } from '../../services/contract/workspace-access.ts'
import type { Reach, WorkspaceAction } from '../../services/contract/workspace-access.ts'
import { ITEM_TYPES } from '../../services/contract/workspace-items.ts'
import { WORKSPACE_ROLES } from '../../services/contract/workspace.ts'
import type { WorkspaceRole } from '../../services/contract/workspace.ts'
import { invitationKey } from '../../services/trans-s3/invitation-key.ts'
import { checkDocumentPass, DOCUMENT_PASS_MS, INVITATION_DAYS_MAX, INVITATION_LENGTH_MAX, participantOf } from '../../services/trans-s3/invitations.ts'
import { loadWorkspace } from '../../services/trans-s3/workspace-records.ts'
import { buildAnalysedService } from '../support/build-service.ts'
import type { Answer } from '../support/build-service.ts'
import { person, workbook } from './filled-workbook.ts'
import { EXPIRES, INPUT, openWorkspace, workspaceOf } from './open-workspace.ts'

t.test('the document repeats the table', t => {
  const written = readFileSync('services/trans-s3/ACCESS.md', 'utf8').split('\n').filter(line => line.startsWith('| ')).slice(2).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
  t.strictSame(written, Object.entries(WORKSPACE_ACCESS).map(([action, reaches]) => [action, ...WORKSPACE_ROLES.map(role => reaches[role])]))
  t.end()
})

t.test('each role may what its row says, and nothing else', async t => {
  const { add, ask, call, id, invite, items, path, put, run, store } = await openWorkspace(t)
  const tried = new Set<string>()
  /** What the table says of an action that is tried. */
  const reachOf = (action: WorkspaceAction, role: WorkspaceRole): Reach => {
    tried.add(action)
    return WORKSPACE_ACCESS[action][role]
  }
  const authority = await invite({ role: 'authority', region: 'PL84', name: 'Anna' })
  const stakeholder = await invite({ role: 'stakeholder', region: 'PL84', helix: 'industry', name: 'Bert' })
  const invitations: Record<WorkspaceRole, string | undefined> = {
    operator: undefined, coordinator: (await invite({ role: 'coordinator', name: 'Cora' })).invitation, authority: authority.invitation, stakeholder: stakeholder.invitation, reader: (await invite({ role: 'reader', name: 'Rita' })).invitation
  }
  const personOf: Partial<Record<WorkspaceRole, string>> = { authority: authority.id, stakeholder: stakeholder.id }
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  for (const stage of ['common-sets', 'profiling', 'trends', 'consultation']) await add({ type: 'decision', stage, what: 'keep', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
  const objective = (await add({ type: 'objective', title: 'Wood', priorities: [wood.id] })).body
  const firms = (await store.listOrganisations({}, { limit: 500, after: null })).rows
  const abroad = firms.find(({ country }) => country !== firms[0].country)!
  const other = (await invite({ role: 'stakeholder', region: 'LT', helix: 'science', name: 'Olga' }))
  let n = 0
  /** Something of each type that is new; `own`: belongs to the role, else to somebody else. null: every workspace has just one. */
  const sample = (type: string, role: WorkspaceRole, own: boolean): object | null => {
    const region = own ? 'PL84' : 'LT'
    n++
    switch (type) {
      case 'declared': return { type, region, priorities: [] }
      case 'priority': return { type, title: `Priority ${n}`, sectors: ['16'] }
      case 'decision': return { type, stage: 'general', what: `Decision ${n}`, why: 'w' }
      case 'note': return { type, stage: 'trends', text: `Note ${n}` }
      case 'participant': return { type, name: `Person ${n}`, role: 'reader', expiresAt: EXPIRES }
      case 'rating': return { type, participant: own ? personOf[role] ?? other.id : other.id, priority: wood.id, importance: 3, readiness: 3, commitment: 3 }
      case 'objective': return { type, title: `Objective ${n}`, priorities: [wood.id] }
      case 'action': return { type, objective: objective.id, title: `Action ${n}`, lead: region }
      case 'indicator': return { type, objective: objective.id, title: `Indicator ${n}`, measure: 'organisations', target: 1, date: '2027-01-01' }
      case 'sme-strategy': return { type, title: `Strategy ${n}`, need: 'n', members: [firms[0], abroad].map(({ id }) => ({ organisation: id, role: 'maker' })) }
      default: return null
    }
  }
  // Of somebody else, whoever tries: nobody below is of this region, and Olga does not try.
  for (const type of ['note', 'indicator', 'sme-strategy'] as const) await add(sample(type, 'operator', false)!)
  await add({ type: 'action', objective: objective.id, title: 'Of Hamburg', lead: 'DE6' })
  await add({ type: 'declared', region: 'DE6', priorities: [] })
  await add(sample('rating', 'stakeholder', false)!, other.invitation)
  for (const role of WORKSPACE_ROLES) {
    const invitation = invitations[role]
    for (const type of ITEM_TYPES) {
      const reach = reachOf(`write ${type}`, role)
      for (const own of [true, false]) {
        // A note is its writer's own when it is made; somebody else's is tried below.
        if (type === 'note' && !own) continue
        const content = sample(type, role, own)
        const allowed = reach === 'all' || (reach === 'own' && own)
        const answer = content === null
          ? await (async () => { const [item] = await items(type); return await put(item, {}, invitation) })()
          : await add(content, invitation)
        const said = `${role} ${reach === 'own' && !own ? 'must not' : reach} write ${own ? 'own' : "others'"} ${type}`
        if (allowed) t.ok([200, 201].includes(answer.status), `${said}: ${answer.text.slice(0, 300)}`)
        else t.strictSame([answer.status, answer.body.code], [403, 'FORBIDDEN'], `${said}: ${answer.text.slice(0, 300)}`)
        if (answer.status === 201) {
          const removed = await ask('DELETE', `/items/${answer.body.id}?basedOn=1`, undefined, invitation)
          t.equal(removed.status, type === 'participant' ? 409 : 204, `${said}, and take it out again: ${removed.text.slice(0, 300)}`)
        }
      }
      const item = (await items(type)).find(({ content }) => content.type === 'action' ? content.lead !== 'PL84' : content.type !== 'declared' || content.region !== 'PL84')
      if (reach === 'all') continue
      t.equal((await ask('DELETE', `/items/${item!.id}?basedOn=${item!.version}`, undefined, invitation)).status, 403, `${role} may not take out a ${type} of others`)
      t.equal((await put(item!, {}, invitation)).status, 403, `${role} may not change a ${type} of others`)
    }
  }

  await add({ type: 'note', stage: 'trends', text: 'of the operator' })
  await add(sample('rating', 'authority', true)!, authority.invitation)
  await add(sample('rating', 'stakeholder', true)!, stakeholder.invitation)
  await add({ type: 'declared', region: 'LT', priorities: [] })
  for (const role of WORKSPACE_ROLES) {
    const { body } = await ask('GET', '', undefined, invitations[role])
    t.equal(body.you.role, role)
    for (const type of ITEM_TYPES) {
      const reach: Reach = reachOf(`read ${type}`, role)
      const seen = body.items.filter((item: any) => item.content.type === type)
      const all = await items(type)
      const expected = reach === 'all' ? all.length : reach === 'none' ? 0 : all.filter(item => item.content.type === 'rating' && item.content.participant === personOf[role]).length
      t.equal(seen.length, expected, `${role} reads ${reach} of ${all.length} ${type}`)
      const hidden = all.find(item => !seen.some((each: any) => each.id === item.id))
      if (hidden !== undefined) t.equal((await ask('GET', `/items/${hidden.id}/versions`, undefined, invitations[role])).status, 404, `${role} reads no version of a ${type} that is hidden`)
    }
    const names = body.items.some((item: any) => item.by.name !== null || item.by.participant !== null)
    t.equal(names, reachOf('read names', role) === 'all', `${role}: names`)
    const changes = (await ask('GET', '/changes?limit=500', undefined, invitations[role])).body.items
    t.equal(changes.some((change: any) => change.items.some(({ type }: any) => type === 'rating')), reachOf('read rating', role) === 'all', `${role}: when others rated`)
    const compared = (await ask('GET', '/comparison?from=1', undefined, invitations[role])).body.items
    t.equal(compared.some(({ type }: any) => type === 'participant'), reachOf('read participant', role) === 'all', `${role}: participants by comparing versions`)
    const more: Array<[WorkspaceAction, number, Awaited<ReturnType<typeof ask>>]> = [['delete', 409, await ask('DELETE', '?basedOn=1', undefined, invitations[role])], ['export', 200, await ask('GET', '/file', undefined, invitations[role])], ['write participant', 200, await ask('POST', `/participants/${other.id}/link`, {}, invitations[role])]]
    for (const [action, status, answer] of more) t.equal(answer.status, reachOf(action, role) === 'none' ? 403 : status, `${role}: ${action}`)
    const stage = (await items('stage'))[0]
    const moved = await ask('POST', '/stages/general', { basedOn: stage.version, to: stage.content.state === 'open' ? 'in review' : 'open' }, invitations[role])
    t.equal(moved.status, reachOf('write stage', role) === 'none' ? 403 : 200, `${role}: moves a page`)
  }

  for (const region of ['PL84', 'LT']) await call('PUT', `/api/v1/declared-priorities/${region}`, { version: 0, priorities: [{ title: 'Wood', sectors: ['16'] }] })
  // Each brings a form of its own: the same is not read twice.
  const formOf = (role: WorkspaceRole): Buffer => Buffer.from(workbook({ Anna: person([{ A: wood.id, C: 3, D: 3, E: 3, F: role }]) }))
  for (const role of WORKSPACE_ROLES) {
    const headers = (type: string): Record<string, string> => ({ 'content-type': type, ...(invitations[role] !== undefined && { 'x-workspace-invitation': invitations[role] }) })
    const filled = await call('POST', `${path}/consultation/form`, formOf(role), headers('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'))
    t.equal(filled.status, reachOf('fill in forms', role) === 'none' ? 403 : 200, `${role}: fills in forms: ${filled.text.slice(0, 300)}`)
    const indicator = (await add(sample('indicator', 'operator', true)!)).body
    const measured = await ask('POST', `/indicators/${indicator.id}/measure`, { run }, invitations[role])
    t.equal(measured.status, reachOf('write indicator', role) === 'none' ? 403 : 200, `${role}: measures an indicator: ${measured.text.slice(0, 300)}`)
    const reach = reachOf('write declared', role)
    const taken = [await ask('POST', '/declared', {}, invitations[role]), await call('POST', `${path}/declared/file`, `region,title,sectors\nPL84,Wood of ${role},16\nLT,Wood of ${role},16\n`, headers('text/csv'))]
    for (const answer of taken) {
      t.equal(answer.status, reach === 'none' ? 403 : 200, `${role}: takes what was declared: ${answer.text.slice(0, 300)}`)
      if (reach !== 'none') t.strictSame([...answer.body.taken, ...answer.body.same].sort(), reach === 'all' ? ['LT', 'PL84'] : ['PL84'], `${role}: of ${reach === 'all' ? 'all regions' : 'the own region'}`)
    }
    t.equal((await ask('POST', '/declared', { regions: ['LT'] }, invitations[role])).status, reach === 'all' ? 200 : 403, `${role}: of another region`)
  }
  const file = JSON.parse((await ask('GET', '/file')).text)
  t.equal(file.workspace, id)
  t.strictSame([...tried].sort(), Object.keys(WORKSPACE_ACCESS).sort(), 'every row of the table is tried, and nothing that has no row')
})

t.test('an invitation that is altered, expired, renewed, revoked or for another workspace opens nothing', async t => {
  const now = '2026-03-01T12:00:00.000Z'
  const service = await openWorkspace(t)
  const { ask, call, invite, items, put } = service
  const { id, invitation } = await invite({ role: 'stakeholder', region: 'LT', helix: 'science' })
  t.equal((await ask('GET', '', undefined, invitation)).status, 200)
  const refused = async (given: string, says: RegExp): Promise<void> => {
    const answer = await ask('GET', '', undefined, given)
    t.strictSame([answer.status, answer.body.code], [401, 'INVITATION_NOT_VALID'])
    t.match(answer.body.detail, says)
  }
  const [said, signature] = invitation.split('.')
  const forged = Buffer.from(Buffer.from(said, 'base64url').toString().replace(EXPIRES, '2030-12-31T00:00:00.000Z')).toString('base64url')
  for (const bad of [`${forged}.${signature}`, said, `${said}.`, `${said}.${signature.slice(0, -1)}`, `${said}.${signature.slice(0, -2)}AA`, 'x', '.', `${invitation}x`, 'x'.repeat(INVITATION_LENGTH_MAX + 50)]) await refused(bad, /not one that this service made/)
  const another = (await call('POST', '/api/v1/workspaces', INPUT)).body.id
  t.match((await workspaceOf(service, another).ask('GET', '', undefined, invitation)).body.detail, /is for another workspace/)
  // Whether a workspace is there is told to nobody: a link is refused in the same words.
  const nowhere = workspaceOf(service, 'wsp-000000000000')
  for (const given of [invitation, 'abc.def']) {
    const [there, missing] = [await workspaceOf(service, another).ask('GET', '/evidence/trends', undefined, given), await nowhere.ask('GET', '/evidence/trends', undefined, given)]
    t.strictSame([missing.status, missing.body.code, missing.body.detail], [there.status, there.body.code, there.body.detail])
  }
  const policymaker = (await invite({ role: 'reader' })).invitation
  t.equal((await ask('GET', '/evidence/trends', undefined, policymaker)).status, 200)
  t.equal((await ask('POST', '/items', { content: { type: 'objective', title: 'o', priorities: ['wsi-000000000000'] } }, policymaker)).body.detail, 'You are here as a reader, who may not add or change an objective. Ask the coordinator of the workspace.')
  t.equal((await ask('GET', '/file', undefined, policymaker)).body.detail, 'You are here as a reader, who may not download the whole workspace. Ask the coordinator of the workspace.')
  t.equal((await ask('POST', `/participants/${id}/link`, {})).body.invitation, invitation, 'the same link again')
  const renewed = (await ask('POST', `/participants/${id}/link`, { renew: true })).body.invitation
  await refused(invitation, /was replaced by a newer one/)
  t.equal((await ask('GET', '', undefined, renewed)).status, 200)
  const participant = (await items('participant')).find(item => item.id === id)!
  t.match((await put(participant, { issue: 1 })).body.detail, /issue "1" cannot go back/)
  await put(participant, { revoked: true })
  await refused(renewed, /was revoked/)
  t.equal((await ask('POST', `/participants/${id}/link`, {})).status, 409)
  for (const expiresAt of ['2026-03-01T11:59:59.000Z', new Date(Date.parse(now) + (INVITATION_DAYS_MAX + 1) * 86_400_000).toISOString()]) t.match((await service.add({ type: 'participant', name: 'x', role: 'reader', expiresAt })).body.detail, /is past|days off/)
  t.match((await service.add({ type: 'participant', name: 'x', role: 'stakeholder', expiresAt: EXPIRES })).body.detail, /region is needed for a stakeholder.*helix is needed/)
  t.match((await service.add({ type: 'participant', name: 'x', role: 'authority', region: 'SE11', expiresAt: EXPIRES })).body.detail, /"SE11" is not in the group/)
})

t.test('where a token is set, an invitation stands in its place for its workspace alone', async t => {
  const token = 'a-token-of-24-characters'
  const bearer = { authorization: `Bearer ${token}` }
  const service = await buildAnalysedService(t, { config: { accessToken: token } })
  t.equal((await service.call('POST', '/api/v1/workspaces', INPUT)).status, 401)
  const { id } = (await service.call('POST', '/api/v1/workspaces', INPUT, bearer)).body
  const path = `/api/v1/workspaces/${id}`
  const participant = (await service.call('POST', `${path}/items`, { content: { type: 'participant', name: 'C', role: 'coordinator', expiresAt: EXPIRES } }, bearer)).body
  const { invitation } = (await service.call('POST', `${path}/participants/${participant.id}/link`, {}, bearer)).body
  const invited = { 'x-workspace-invitation': invitation }
  t.equal((await service.call('POST', `${path}/items`, { content: { type: 'note', stage: 'trends', text: 'hello' } }, invited)).status, 201)
  for (const [method, url, body] of [
    ['GET', path], ['POST', `${path}/items`, { content: { type: 'note', stage: 'trends', text: 'hello' } }], ['GET', `${path}/changes`], ['GET', '/api/v1/workspaces/wsp-000000000000']
  ] as const) t.equal((await service.call(method, url, body)).status, 401, `${method} ${url} without anything`)
  t.strictSame((await service.call('GET', '/api/v1/workspaces')).body.items, [], 'nor does a list tell of it')
  t.equal((await service.call('POST', '/api/v1/workspaces', INPUT, { ...invited, ...bearer })).status, 401, 'nobody begins one as a participant')
  t.equal((await service.call('POST', '/api/v1/runs', {}, invited)).status, 401, 'elsewhere an invitation is nothing')
  t.equal((await service.call('PUT', '/api/v1/declared-priorities/LT', { priorities: [], version: 0 }, invited)).status, 401)
  t.equal((await service.call('POST', '/api/v1/workspaces/file', {}, invited)).status, 401)
  t.equal((await service.call('GET', path, undefined, { ...invited, ...bearer })).body.you.role, 'coordinator', 'with an invitation the operator is no more than that')
})

t.test('a link stops working when its time is over', async t => {
  const { store, invite, path, dataDir } = await openWorkspace(t)
  const { invitation } = await invite({ role: 'reader', expiresAt: '2026-03-02T00:00:00.000Z' })
  const state = (await loadWorkspace(store, path.split('/').at(-1)!))!
  t.equal(participantOf(invitationKey(dataDir), state, invitation, () => new Date('2026-03-01T23:59:59.999Z')).role, 'reader')
  t.throws(() => participantOf(invitationKey(dataDir), state, invitation, () => new Date('2026-03-02T00:00:00.000Z')), { code: 'INVITATION_NOT_VALID', message: /expired on 2026-03-02/ })
  t.throws(() => participantOf(Buffer.alloc(32), state, invitation, () => new Date('2026-03-01T12:00:00.000Z')), { code: 'INVITATION_NOT_VALID' }, 'signed with another key')
})

t.test('a pass opens the documents of its workspace for DOCUMENT_PASS_MS, and nothing else', async t => {
  const token = 'a-token-of-24-characters'
  const service = await buildAnalysedService(t, { config: { accessToken: token } })
  const bearer = { authorization: `Bearer ${token}` }
  const [first, second] = [(await service.call('POST', '/api/v1/workspaces', INPUT, bearer)).body.id, (await service.call('POST', '/api/v1/workspaces', INPUT, bearer)).body.id]
  const path = `/api/v1/workspaces/${first}`
  const made = (await service.call('POST', `${path}/items`, { content: { type: 'participant', name: 'Rita', role: 'reader', expiresAt: EXPIRES } }, bearer)).body.id
  const { invitation } = (await service.call('POST', `${path}/participants/${made}/link`, {}, bearer)).body
  t.equal((await service.call('GET', `${path}/document-pass`)).status, 401, 'nobody who may not read gets one')
  const answer = await service.call('GET', `${path}/document-pass`, undefined, { 'x-workspace-invitation': invitation })
  t.match([answer.status, answer.headers['cache-control']], [200, 'no-store'])
  const { pass } = answer.body
  const shown = await service.call('GET', `${path}/documents/summary?inline=true&pass=${pass}`)
  t.match([shown.status, shown.headers['content-type']], [200, /text\/html/])
  t.match(shown.text, INPUT.title)
  t.equal((await service.call('GET', `${path}/documents/summary?inline=true&version=1&pass=${pass}`)).status, 200, 'at any version')
  for (const [url, status] of [
    [`${path}/documents/summary?pass=${pass}`, 401], [`${path}/documents/summary?inline=true&pass=${pass}x`, 401], [`${path}/documents/summary?inline=true&pass=${invitation}`, 401],
    [`/api/v1/workspaces/${second}/documents/summary?inline=true&pass=${pass}`, 401], [`${path}?pass=${pass}`, 400], [`${path}/evidence/trends?pass=${pass}`, 400]
  ] as const) t.equal((await service.call('GET', url)).status, status, url)
  t.equal((await service.call('GET', path, undefined, { 'x-workspace-invitation': pass })).status, 401, 'a pass is no invitation')
  const key = invitationKey(service.dataDir)
  const at = (ms: number) => () => new Date(Date.parse('2026-03-01T12:00:00.000Z') + ms)
  const state = (await loadWorkspace(service.store, first))!
  t.doesNotThrow(() => checkDocumentPass(key, state, pass, at(DOCUMENT_PASS_MS - 1)))
  t.throws(() => checkDocumentPass(key, state, pass, at(DOCUMENT_PASS_MS)), { code: 'INVITATION_NOT_VALID', message: /opens a document for 60 minutes/ })
})

t.test('a pass ends with the link it was made by', async t => {
  const { ask, call, dataDir, id, invite, items, path, put, store } = await openWorkspace(t)
  const opens = async (pass: string): Promise<Answer> => await call('GET', `${path}/documents/summary?inline=true&pass=${pass}`)
  const passOf = async (invitation?: string): Promise<string> => (await ask('GET', '/document-pass', undefined, invitation)).body.pass
  const [rita, roman, own] = [await invite({ role: 'reader', name: 'Rita' }), await invite({ role: 'reader', name: 'Roman' }), await passOf()]
  const [revoked, renewed] = [await passOf(rita.invitation), await passOf(roman.invitation)]
  for (const pass of [revoked, renewed, own]) t.equal((await opens(pass)).status, 200)

  await put((await items('participant')).find(item => item.id === rita.id)!, { revoked: true })
  t.match(await opens(revoked), { status: 401, body: { code: 'INVITATION_NOT_VALID', detail: /was revoked/ } })
  t.equal((await opens(renewed)).status, 200, 'nobody else is shut out')
  const { invitation } = (await ask('POST', `/participants/${roman.id}/link`, { renew: true })).body
  t.match(await opens(renewed), { status: 401, body: { detail: /was replaced by a newer one/ } })
  t.equal((await opens(await passOf(invitation))).status, 200)
  t.equal((await opens(own)).status, 200, 'the operator has no link')

  const short = await invite({ role: 'reader', name: 'Rolf', expiresAt: '2026-03-01T12:30:00.000Z' })
  const pass = await passOf(short.invitation)
  const state = (await loadWorkspace(store, id))!
  const at = (time: string) => () => checkDocumentPass(invitationKey(dataDir), state, pass, () => new Date(`2026-03-01T${time}Z`))
  t.doesNotThrow(at('12:29:59.999'))
  t.throws(at('12:30:00.000'), { code: 'INVITATION_NOT_VALID', message: /expired on 2026-03-01/ }, 'nor is it longer than the link')
  t.ok(pass.length < INVITATION_LENGTH_MAX, `${pass.length} characters`)
})
