import type { Test } from 'tap'
import type { ProvideStore } from './provide-store.ts'
import { id, link, membership, network, organisation, organisationId } from './samples.ts'

/** Finding by key and walking from organisation to organisation. */
export function graphContract (t: Test, provide: ProvideStore): void {
  t.test('organisations are found by identifier, networks by the key of their source', async t => {
    const store = await provide(t)
    const group = [{ scheme: 'vat' as const, value: 'PL1' }]
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a', { identifiers: [...group, { scheme: 'local', value: 'ł:1' }] }), organisation('b', { identifiers: group })])
      await writer.upsertNetworks([network('n', { externalKey: 'cordis:1' }), network('m', { externalKey: 'cordis:1' }), network('o', { externalKey: null })])
    })
    const firstOfGroup = [organisationId('a'), organisationId('b')].sort()[0]
    t.strictSame(await store.findByIdentifiers(['local:ł:1', 'vat:PL1', 'vat:PL1', 'vat:PL2', '']), new Map([['local:ł:1', organisationId('a')], ['vat:PL1', firstOfGroup]]))
    t.strictSame(await store.findNetworks(['cordis:1', 'cordis:2', 'null']), new Map([['cordis:1', [id('net', 'n'), id('net', 'm')].sort()[0]]]))
    await store.write(writer => writer.deleteOrganisation(firstOfGroup))
    t.equal((await store.findByIdentifiers(['vat:PL1'])).size, 1, 'a shared identifier stays with the other one')
  })

  t.test('neighbours: over links in either direction and over small networks, nearest first', async t => {
    const store = await provide(t)
    //  a -> b -> c -> d,  a = a,  a and e in the network "small" (e twice), a and f and g in "large", e and h in "pair"
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'lonely'].map(key => organisation(key, { name: `Firm ${key}`, city: key === 'b' ? null : 'Riga' })))
      await writer.upsertNetworks([network('small'), network('large'), network('pair')])
      await writer.upsertLinks([link('a', 'b'), link('b', 'c', { kind: 'OWNS' }), link('c', 'd', { kind: 'LICENSES' }), link('a', 'a')])
      await writer.upsertMemberships([
        membership('a', 'small'), membership('e', 'small'), membership('e', 'small', { role: 'coordinator' }), membership('a', 'large'), membership('f', 'large'), membership('g', 'large'),
        membership('e', 'pair'), membership('h', 'pair')
      ])
    })
    const near = async (key: string, depth: 1 | 2, networkSizeMax: number, limit = 100) =>
      (await store.listNeighbours(organisationId(key), depth, networkSizeMax, limit)).map(each => `${each.name.slice(-1)}${each.depth}`).join(' ')
    t.equal(await near('a', 1, 2), 'b1 e1')
    t.equal(await near('a', 1, 3), 'b1 e1 f1 g1')
    t.equal(await near('a', 1, 1), 'b1')
    t.equal(await near('a', 2, 2), 'b1 e1 c2 h2')
    t.equal(await near('c', 2, 2), 'b1 d1 a2')
    t.equal(await near('a', 2, 3, 5), 'b1 e1 f1 g1 c2')
    t.equal(await near('a', 2, 3, 2), 'b1 e1')
    t.equal(await near('lonely', 2, 100), '')
    t.equal(await near('nobody', 2, 100), '')
    t.strictSame((await store.listNeighbours(organisationId('a'), 1, 1, 1)), [{ id: organisationId('b'), name: 'Firm b', kind: 'company', country: 'PL', city: null, depth: 1 }])
  })

  t.test('shared networks are the evidence of a co-membership', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'c'].map(key => organisation(key)))
      await writer.upsertNetworks([network('3', { name: 'Żeta' }), network('1', { name: 'Åben' }), network('2', { name: 'beta' }), network('4')])
      await writer.upsertMemberships([...['1', '2', '3'].flatMap(key => [membership('a', key), membership('b', key)]), membership('a', '1', { role: 'coordinator' }), membership('c', '4')])
    })
    const shared = async (first: string, second: string, limit = 10) => (await store.listSharedNetworks([organisationId(first), organisationId(second)], limit)).map(each => each.name)
    t.strictSame(await shared('a', 'b'), ['Åben', 'beta', 'Żeta'])
    t.strictSame(await shared('b', 'a', 2), ['Åben', 'beta'])
    t.strictSame(await shared('a', 'c'), [])
    t.strictSame(await shared('a', 'nobody'), [])
    t.strictSame((await store.listSharedNetworks([organisationId('a'), organisationId('b')], 1))[0], network('1', { name: 'Åben' }))
  })
}
