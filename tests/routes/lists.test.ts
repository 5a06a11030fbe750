/** Lists: filters, search, pages, cursors, facets. */
import t from 'tap'
import { PAGE_LIMIT_MAX } from '../../services/contract/page.ts'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { buildService, SMALL_CHAINS } from '../support/build-service.ts'

t.test('pages follow each other without a gap or a repeat', async t => {
  const { call, store } = await buildService(t)
  const chains = generateValueChains(SMALL_CHAINS)
  await loadValueChains(store, chains)
  for (const list of ['organisations', 'organisations?q=synthetic+firm', 'links']) {
    const join = list.includes('?') ? '&' : '?'
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const { status, body }: Awaited<ReturnType<typeof call>> = await call('GET', `/api/v1/${list}${join}limit=13${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
      t.equal(status, 200)
      t.equal(body.total, list === 'links' ? chains.links.length : chains.organisations.length)
      ids.push(...body.items.map((item: { id: string }) => item.id))
      cursor = body.nextCursor
    } while (cursor !== null)
    t.strictSame([...ids].sort(), (list === 'links' ? chains.links : chains.organisations).map(({ id }) => id), list)
  }
})

t.test('a cursor is bound to its list, filter and order', async t => {
  const { call, store } = await buildService(t)
  await loadValueChains(store, generateValueChains(SMALL_CHAINS))
  const { body: { nextCursor } } = await call('GET', '/api/v1/organisations?limit=2')
  for (const [url, reason] of [
    [`/api/v1/organisations?limit=2&kind=company&cursor=${nextCursor}`, 'another filter'], [`/api/v1/links?cursor=${nextCursor}`, 'another list'],
    [`/api/v1/organisations?cursor=${nextCursor.slice(1)}`, 'altered'], ['/api/v1/organisations?cursor=x', 'invented'], ['/api/v1/organisations?cursor=e30.', 'half of one']
  ]) t.match(await call('GET', url), { status: 400, body: { code: 'INVALID_CURSOR' } }, reason)
  t.match(await call('GET', `/api/v1/organisations?limit=5&cursor=${nextCursor}`), { status: 200 }, 'the size of a page may change')
})

t.test('limits of a page', async t => {
  const { call } = await buildService(t)
  t.equal((await call('GET', `/api/v1/organisations?limit=${PAGE_LIMIT_MAX}`)).status, 200)
  for (const limit of [PAGE_LIMIT_MAX + 1, 0, -1, 1.5, 'ten']) t.match(await call('GET', `/api/v1/organisations?limit=${limit}`), { status: 400, body: { errors: [{ path: 'limit' }] } }, String(limit))
})

t.test('filters narrow, and facets leave their own filter out', async t => {
  const { call, store } = await buildService(t)
  const { organisations } = generateValueChains(SMALL_CHAINS)
  await loadValueChains(store, generateValueChains(SMALL_CHAINS))
  const countries = [...new Set(organisations.map(({ country }) => country))]
  const [country] = countries
  const here = organisations.filter(each => each.country === country)
  for (const [query, expected] of [
    [`country=${country}`, here], [`country=${country.toLowerCase()}`, here], [`country=${countries[0]},${countries[1]}`, organisations.filter(each => countries.slice(0, 2).includes(each.country))],
    ['kind=research-institute', organisations.filter(({ kind }) => kind === 'research-institute')], ['domain=s3:bioeconomy', organisations.filter(({ domains }) => domains.includes('s3:bioeconomy'))],
    ['sector=10', organisations.filter(({ sectors }) => sectors.some(sector => sector.startsWith('10')))], ['sector=C', organisations.filter(({ sectors }) => sectors.some(sector => Number(sector.slice(0, 2)) >= 10 && Number(sector.slice(0, 2)) <= 33))],
    [`region=${here[0].region?.code.slice(0, 3)}`, organisations.filter(({ region }) => region?.code.startsWith(here[0].region?.code.slice(0, 3) as string))],
    ['sizeClass=large,medium', organisations.filter(({ sizeClass }) => sizeClass === 'large' || sizeClass === 'medium')], ['programmeArea=bsr', organisations]
  ] as Array<[string, unknown[]]>) {
    const { body } = await call('GET', `/api/v1/organisations?${query}`)
    t.equal(body.total, expected.length, query)
    t.ok(expected.length > 0)
    t.equal((await call('GET', `/api/v1/organisations?q=synthetic&${query}`)).body.total, expected.length, `${query} in search`)
  }
  const { body: facets } = await call('GET', `/api/v1/organisations/facets?country=${country}`)
  t.equal(facets.total, here.length)
  t.equal(facets.country.reduce((sum: number, { count }: { count: number }) => sum + count, 0), organisations.length, 'countries are counted as if none were chosen')
  t.equal(facets.kind.reduce((sum: number, { count }: { count: number }) => sum + count, 0), here.length)
})

t.test('a filter that is not understood is refused, not passed over', async t => {
  const { call } = await buildService(t)
  for (const query of ['countri=PL', 'country=Poland', 'kind=firm', 'domain=bioeconomy', 'sector=ZZ', 'region=P', 'programmeArea=nordic', 'country=', 'network=net-1']) {
    t.match(await call('GET', `/api/v1/organisations?${query}`), { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path: /\w/ }] } }, query)
  }
  t.match(await call('GET', '/api/v1/organisations?countri=PL'), { body: { errors: [{ path: 'countri', message: 'is not known here' }] } })
})

t.test('an empty store answers with empty lists', async t => {
  const { call } = await buildService(t)
  for (const list of ['organisations', 'links', 'networks', 'memberships', 'runs', 'imports']) t.strictSame((await call('GET', `/api/v1/${list}`)).body, { items: [], total: 0, nextCursor: null }, list)
  t.strictSame((await call('GET', '/api/v1/search?q=anything')).body, { items: [] })
  t.match((await call('GET', '/api/v1/status')).body, { store: 'sqlite', counts: { organisations: 0 }, latestRun: null, outdated: false, writable: true })
})

t.test('search suggests what was meant', async t => {
  const { call } = await buildService(t)
  await call('POST', '/api/v1/organisations', { name: 'Rīgas Tehniskā universitāte', kind: 'university', country: 'LV' })
  t.match((await call('GET', '/api/v1/search?q=rigas+tehniska')).body.items[0], { type: 'organisation', label: 'Rīgas Tehniskā universitāte' })
  for (const q of ['', '%20', 'x'.repeat(201)]) t.equal((await call('GET', `/api/v1/search?q=${q}`)).status, 400)
  t.equal((await call('GET', '/api/v1/search?q=x&limit=21')).status, 400)
  await call('POST', '/api/v1/organisations', { name: 'Daugavpils Universitāte', kind: 'university', country: 'LV' })
  let found = 0
  for (let attempt = 0; attempt < 50 && found === 0; attempt++) found = (await call('GET', '/api/v1/search?q=daugavpils')).body.items.length
  t.equal(found > 0, true, 'what was added is found soon after')
})
