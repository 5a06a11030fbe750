import type { Test } from 'tap'
import fc from 'fast-check'
import { StoreConflict } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { dataSource, gather, id, importReport, link, membership, network, organisation, organisationId } from './samples.ts'

/** What is written comes back unchanged, is replaced whole, and contradictions are refused. */
export function recordsContract (t: Test, provide: ProvideStore): void {
  t.test('every field of every record comes back as it was written', async t => {
    const store = await provide(t)
    const organisations = [
      organisation('full'),
      organisation('bare', { aliases: [], sizeClass: null, region: null, city: null, coordinates: null, sectors: [], domains: [], identifiers: [], website: null }),
      organisation('letters', { name: 'Ążśźęćńółßøæœðþı "O\'Neil" \\ 名前 اسم 🜁𝔸', aliases: ['{"a": [1]}', '$1; DROP', 'é'], city: 'Ķegums', coordinates: { latitude: 0, longitude: -0.5, precision: 'estimated' } })
    ]
    const links = [link('full', 'bare'), link('bare', 'bare', { kind: 'OWNS', product: null, sector: null, from: null, to: null, evidence: null, weight: 0, confidence: 1 })]
    const networks = [network('full'), network('bare', { title: null, programme: null, from: null, to: null, domains: [], membersTotal: null, externalKey: null })]
    const memberships = [membership('full', 'full'), membership('full', 'full', { role: 'coordinator', contribution: null, from: null }), membership('bare', 'bare', { contribution: -0.01 })]
    const sources = [dataSource('b'), dataSource('a', { publisher: null, retrieved: null, website: null, synthetic: true })]
    const reports = [importReport(1), importReport(2, { status: 'failed', finishedAt: null, revision: null, problem: 'stopped' })]
    const { value } = await store.write(async writer => {
      const written = [await writer.upsertSources(sources), await writer.upsertOrganisations(organisations), await writer.upsertNetworks(networks)]
      for (const report of reports) await writer.saveImport(report)
      return [...written, await writer.upsertLinks(links), await writer.upsertMemberships(memberships)]
    })
    t.strictSame(value, [2, 3, 2, { written: 2, unknown: [] }, { written: 3, unknown: [] }])

    for (const each of organisations) t.strictSame(await store.getOrganisation(each.id), each)
    for (const each of links) t.strictSame(await store.getLink(each.id), each)
    for (const each of networks) t.strictSame(await store.getNetwork(each.id), each)
    for (const each of memberships) t.strictSame(await store.getMembership(each.id), each)
    for (const each of reports) t.strictSame(await store.getImport(each.id), each)
    t.strictSame(await store.listSources(), [sources[1], sources[0]])
    t.strictSame(await store.counts(), { organisations: 3, links: 2, networks: 2, memberships: 3 })
    t.strictSame(await store.getOrganisations([organisations[2].id, organisationId('nobody'), organisations[0].id, organisations[2].id]), [organisations[2], organisations[0], organisations[2]])

    const inOrder = <Row extends { id: string }>(rows: Row[]) => [...rows].sort((a, b) => a.id < b.id ? -1 : 1)
    t.strictSame(await gather(store.streamOrganisations(2)), inOrder(organisations))
    t.strictSame(await gather(store.streamLinks(1)), inOrder(links))
    t.strictSame(await gather(store.streamNetworks(100)), inOrder(networks))
    t.strictSame(await gather(store.streamMemberships(2)), inOrder(memberships))
  })

  t.test('what is not there is null', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations([organisation('a')]))
    for (const unknown of ['org-000000000000', '', `${organisationId('a')}\0x`, `${organisationId('a')} `]) {
      t.equal(await store.getOrganisation(unknown), null, JSON.stringify(unknown))
      t.equal(await store.getLink(unknown), null)
      t.equal(await store.getNetwork(unknown), null)
      t.equal(await store.getMembership(unknown), null)
      t.equal(await store.getImport(unknown), null)
      t.equal(await store.getRun(unknown), null)
    }
    t.strictSame(await store.getOrganisations([]), [])
  })

  t.test('numbers come back to the last bit', async t => {
    const store = await provide(t)
    const special = [0, Number.MIN_VALUE, Number.MAX_VALUE, Number.EPSILON, 2 ** 53 - 1, 1e21, 0.1 + 0.2, 1 / 3]
    const random = fc.sample(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs), { numRuns: 300, seed: 20261124 })
    const links = [...special, ...random].map((weight, i) => link('a', 'b', { id: id('lnk', i), weight }))
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a'), organisation('b')])
      await writer.upsertLinks(links)
    })
    const back = new Map((await gather(store.streamLinks(500))).map(each => [each.id, each.weight]))
    t.strictSame(links.filter(each => back.get(each.id) !== each.weight).map(each => [each.weight, back.get(each.id)]), [])
  })

  t.test('writing again replaces the whole record and makes no second one', async t => {
    const store = await provide(t)
    const before = organisation('a', { identifiers: [{ scheme: 'pic', value: '999999999' }, { scheme: 'local', value: 'keep' }] })
    const after = organisation('a', { name: 'New', city: null, coordinates: null, region: null, identifiers: [{ scheme: 'local', value: 'keep' }, { scheme: 'ror', value: '01' }], domains: [] })
    const write = (first: typeof before) => store.write(async writer => {
      await writer.upsertOrganisations([first, organisation('b')])
      await writer.upsertNetworks([network('n', { title: first.city })])
      await writer.upsertLinks([link('a', 'b', { product: first.city })])
      await writer.upsertMemberships([membership('a', 'n', { to: first.city && '2020' })])
    })
    await write(before)
    await write(before)
    await write(after)
    t.strictSame(await store.counts(), { organisations: 2, links: 1, networks: 1, memberships: 1 })
    t.strictSame(await store.getOrganisation(after.id), after)
    t.equal((await store.getNetwork(id('net', 'n')))?.title, null)
    t.equal((await store.getLink(link('a', 'b').id))?.product, null)
    t.equal((await store.getMembership(membership('a', 'n').id))?.to, null)
    t.strictSame(await store.findByIdentifiers(['pic:999999999', 'local:keep', 'ror:01']), new Map([['local:keep', after.id], ['ror:01', after.id]]))
  })

  t.test('of one id twice in one call the last counts', async t => {
    const store = await provide(t)
    const { value } = await store.write(async writer => [
      await writer.upsertOrganisations([organisation('a', { name: 'First', identifiers: [{ scheme: 'local', value: 'first' }] }), organisation('b'), organisation('a', { name: 'Last', identifiers: [{ scheme: 'local', value: 'last' }] })]),
      await writer.upsertLinks([link('a', 'b', { weight: 1 }), link('a', 'b', { weight: 2 })])
    ])
    t.strictSame(value, [2, { written: 2, unknown: [] }])
    t.equal((await store.getOrganisation(organisationId('a')))?.name, 'Last')
    t.equal((await store.getLink(link('a', 'b').id))?.weight, 2)
    t.strictSame([...(await store.findByIdentifiers(['local:first', 'local:last'])).keys()], ['local:last'])
  })

  t.test('nothing in, nothing done', async t => {
    const store = await provide(t)
    const { value } = await store.write(async writer => [
      await writer.upsertSources([]), await writer.upsertOrganisations([]), await writer.upsertNetworks([]), await writer.upsertLinks([]), await writer.upsertMemberships([])
    ])
    t.strictSame(value, [0, 0, 0, { written: 0, unknown: [] }, { written: 0, unknown: [] }])
  })

  t.test('ends that are not there are named, the rest is written', async t => {
    const store = await provide(t)
    const { value } = await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a'), organisation('b')])
      await writer.upsertNetworks([network('n')])
      return [
        await writer.upsertLinks([link('a', 'b'), link('a', 'ghost'), link('ghost', 'ghost'), link('spook', 'ghost')]),
        await writer.upsertMemberships([membership('a', 'n'), membership('ghost', 'n'), membership('ghost', 'nowhere')])
      ]
    })
    const [ghost, spook] = [organisationId('ghost'), organisationId('spook')]
    t.strictSame(value[0], { written: 1, unknown: [{ id: link('a', 'ghost').id, missing: [ghost] }, { id: link('ghost', 'ghost').id, missing: [ghost] }, { id: link('spook', 'ghost').id, missing: [spook, ghost] }] })
    t.strictSame(value[1], { written: 1, unknown: [{ id: membership('ghost', 'n').id, missing: [ghost] }, { id: membership('ghost', 'nowhere').id, missing: [ghost, id('net', 'nowhere')] }] })
    t.strictSame(await store.counts(), { organisations: 2, links: 1, networks: 1, memberships: 1 })
  })

  t.test('an id that means something else is refused, and nothing of the write stays', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a'), organisation('b'), organisation('c')])
      await writer.upsertNetworks([network('n'), network('m')])
      await writer.upsertLinks([link('a', 'b')])
      await writer.upsertMemberships([membership('a', 'n')])
    })
    const taken = { id: link('a', 'b').id }
    const belongs = { id: membership('a', 'n').id }
    for (const contradiction of [link('a', 'c', taken), link('c', 'b', taken), link('b', 'a', taken), link('a', 'b', { ...taken, kind: 'OWNS' })]) {
      await t.rejects(store.write(async writer => {
        await writer.upsertOrganisations([organisation('d')])
        await writer.upsertLinks([contradiction])
      }), { name: 'StoreConflict', message: new RegExp(taken.id) })
    }
    for (const contradiction of [membership('b', 'n', belongs), membership('a', 'm', belongs)]) {
      await t.rejects(store.write(writer => writer.upsertMemberships([contradiction])), StoreConflict)
    }
    await t.rejects(store.write(writer => writer.upsertLinks([link('b', 'c'), link('c', 'b', { id: link('b', 'c').id })])), StoreConflict, 'within one call')
    t.strictSame(await store.counts(), { organisations: 3, links: 1, networks: 2, memberships: 1 })
    t.strictSame(await store.getLink(taken.id), link('a', 'b'))
    t.equal((await store.revision()).number, 1)
  })

  t.test('a collaboration is one link, whichever end is named first', async t => {
    const store = await provide(t)
    const [low, high] = [organisationId('a'), organisationId('b')].sort()
    const one = link('a', 'b', { kind: 'COLLABORATES', source: high, target: low })
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a'), organisation('b')])
      await writer.upsertLinks([one, { ...one, source: low, target: high }])
    })
    t.strictSame(await store.getLink(one.id), { ...one, source: low, target: high })
    t.equal((await store.counts()).links, 1)
  })

  t.test('deleting takes along what hangs on it, and says whether there was anything', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'c'].map(key => organisation(key)))
      await writer.upsertNetworks([network('n'), network('m')])
      await writer.upsertLinks([link('a', 'b'), link('b', 'a'), link('b', 'c'), link('a', 'a')])
      await writer.upsertMemberships([membership('a', 'n'), membership('a', 'm'), membership('b', 'n')])
    })
    const { value } = await store.write(async writer => [
      await writer.deleteOrganisation(organisationId('a')), await writer.deleteOrganisation(organisationId('a')),
      await writer.deleteNetwork(id('net', 'n')), await writer.deleteNetwork(id('net', 'n')),
      await writer.deleteLink(link('a', 'b').id), await writer.deleteMembership(membership('b', 'n').id)
    ])
    t.strictSame(value, [true, false, true, false, false, false])
    t.strictSame(await store.counts(), { organisations: 2, links: 1, networks: 1, memberships: 0 })
    t.strictSame((await store.findByIdentifiers(['local:a:b:a', 'local:a:b:b'])), new Map([['local:a:b:b', organisationId('b')]]))
    const rest = await store.write(async writer => [await writer.deleteLink(link('b', 'c').id), await writer.deleteLink(link('b', 'c').id)])
    t.strictSame(rest.value, [true, false])
    await store.write(writer => writer.upsertOrganisations([organisation('a')]))
    t.strictSame((await store.listLinks({ organisation: organisationId('a') }, { limit: 10, after: null })).rows, [], 'a new organisation of the same id starts without links')
  })
}
