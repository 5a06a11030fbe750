import type { Test } from 'tap'
import type { StoreReader } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { gather, id, link, membership, network, organisation, organisationId } from './samples.ts'

const KINDS = ['SUPPLIES', 'COLLABORATES', 'OWNS', 'LICENSES'] as const

/** Ids of what was written after a revision, and of what was deleted. */
async function changedSince (reader: StoreReader, since: number): Promise<Record<string, string[]>> {
  const ids = async (stream: AsyncIterable<Array<{ id: string }>>): Promise<string[]> => (await gather(stream)).map(each => each.id)
  return {
    organisations: await ids(reader.streamBareOrganisations(2, since)), links: await ids(reader.streamBareLinks(2, since)), networks: await ids(reader.streamBareNetworks(2, since)),
    memberships: await ids(reader.streamBareMemberships(2, since)), deletions: (await gather(reader.streamDeletions(2, since))).map(({ kind, id }) => `${kind} ${id}`)
  }
}
const nothing = { organisations: [], links: [], networks: [], memberships: [], deletions: [] }

/** What has changed since a revision, and how a revision is known again. */
export function changesContract (t: Test, provide: ProvideStore): void {
  t.test('bare rows are what a snapshot keeps, in ascending id order', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a'), organisation('b', { sizeClass: null, region: null, city: null, coordinates: null, sectors: [], domains: [] })])
      await writer.upsertLinks(KINDS.map((kind, i) => link('a', 'b', { kind, weight: i })))
      await writer.upsertNetworks([network('1'), network('2', { membersTotal: null, domains: [] })])
      await writer.upsertMemberships([membership('a', '1'), membership('b', '2')])
    })
    const byId = <Row extends { id: string }>(rows: Row[]): Row[] => rows.sort((a, b) => a.id < b.id ? -1 : 1)
    t.strictSame(await gather(store.streamBareOrganisations(1)), byId([
      { id: organisationId('a'), country: 'PL', regionCode: 'PL633', kind: 'company', sizeClass: 'sme', city: 'Gdańsk', latitude: 54.372158, longitude: 18.638306, sectors: ['10.1', 'C'], domains: ['s3:bioeconomy', 'h2020:SC2'] },
      { id: organisationId('b'), country: 'PL', regionCode: null, kind: 'company', sizeClass: null, city: null, latitude: null, longitude: null, sectors: [], domains: [] }
    ]))
    const [source, target] = [organisationId('a'), organisationId('b')].sort()
    t.strictSame(await gather(store.streamBareLinks(3)), byId(KINDS.map((kind, weight) => {
      const ends = kind === 'COLLABORATES' ? { source, target } : { source: organisationId('a'), target: organisationId('b') }
      return { id: link('a', 'b', { kind }).id, kind, ...ends, weight }
    })))
    t.strictSame(await gather(store.streamBareNetworks(1)), byId([{ id: id('net', '1'), membersTotal: 12, domains: ['h2020:SC2'] }, { id: id('net', '2'), membersTotal: null, domains: [] }]))
    t.strictSame(await gather(store.streamBareMemberships(1)), byId([['a', '1'], ['b', '2']].map(([o, n]) => ({ id: membership(o, n).id, organisation: organisationId(o), network: id('net', n) }))))
  })

  t.test('what was written and deleted after a revision, and nothing else', async t => {
    const store = await provide(t)
    const links = KINDS.map(kind => link('a', 'b', { kind }))
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'c'].map(key => organisation(key)))
      await writer.upsertLinks(links)
      await writer.upsertNetworks([network('1'), network('2')])
      await writer.upsertMemberships([membership('a', '1'), membership('b', '2')])
    })
    const all = { organisations: ['a', 'b', 'c'].map(organisationId).sort(), links: links.map(each => each.id).sort(), networks: ['1', '2'].map(key => id('net', key)).sort(), memberships: [membership('a', '1').id, membership('b', '2').id].sort(), deletions: [] }
    t.strictSame(await changedSince(store, 0), all)
    t.strictSame(await changedSince(store, 1), nothing)
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('b', { country: 'DE' })])
      await writer.upsertLinks(links.slice(1, 3).map(each => ({ ...each, weight: 9 })))
      await writer.upsertNetworks([network('2', { membersTotal: 3 })])
      await writer.upsertMemberships([membership('c', '2')])
    })
    const second = { organisations: [organisationId('b')], links: links.slice(1, 3).map(each => each.id).sort(), networks: [id('net', '2')], memberships: [membership('c', '2').id], deletions: [] }
    t.strictSame(await changedSince(store, 1), second, 'replaced rows carry the later revision')
    t.strictSame(await store.freeze(reader => changedSince(reader, 1)), second, 'also in a frozen revision')
    await store.write(async writer => {
      await writer.deleteLink(links[0].id)
      await writer.deleteMembership(membership('a', '1').id)
      await writer.deleteNetwork(id('net', '2'))
      await writer.deleteOrganisation(organisationId('c'))
      await writer.deleteOrganisation(organisationId('nobody'))
    })
    t.strictSame(await changedSince(store, 2), { ...nothing, deletions: [`link ${links[0].id}`, `membership ${membership('a', '1').id}`, `network ${id('net', '2')}`, `organisation ${organisationId('c')}`] }, 'what went with them is not told')
    t.strictSame(await changedSince(store, 3), nothing)
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('c')])
      throw new Error('undone')
    }).catch(() => undefined)
    t.strictSame(await changedSince(store, 3), nothing, 'a write that failed changed nothing')
  })

  t.test('a dataset and its revisions are known again', async t => {
    let now = 0
    const store = await provide(t, () => new Date(now++))
    const { dataset, committedAt } = await store.revision()
    t.match(dataset, /^[0-9a-f-]{36}$/)
    t.equal(await store.committedAt(0), null, 'nothing was committed in it')
    await store.write(async () => undefined)
    const first = await store.revision()
    await store.write(async () => undefined)
    const second = await store.revision()
    t.not(first.committedAt, committedAt)
    t.strictSame([await store.committedAt(1), await store.committedAt(2), await store.committedAt(3)], [first.committedAt, second.committedAt, null])
    await store.close()
    await store.open()
    t.strictSame(await store.revision(), second, 'after opening it again')
    t.equal((await store.revision()).dataset, dataset)
  })
}
