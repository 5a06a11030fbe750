import t from 'tap'
import { openTestStore } from '../support/open-test-store.ts'
import { generateValueChains, SYNTHETIC_SOURCE } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { createRandom } from '../../seeds/synthetic/random.ts'
import { Link } from '../../services/contract/link.ts'
import { Organisation } from '../../services/contract/organisation.ts'
import { isInBsr } from '../../services/contract/programme-area.ts'
import { sectionOf } from '../../services/contract/nace-section.ts'
import { loadReference } from '../../services/reference/reference.ts'

t.test('random numbers are those of mulberry32', async t => {
  const random = createRandom(42)
  t.strictSame([random.next(), random.next(), random.next()], [0.6011037519201636, 0.44829055899754167, 0.8524657934904099])
  t.ok(Array.from({ length: 1000 }, () => random.below(3)).every(value => value >= 0 && value < 3))
})

t.test('the same seed gives the same chains, another seed others', async t => {
  t.strictSame(generateValueChains({ seed: 7 }), generateValueChains({ seed: 7 }))
  t.notSame(generateValueChains({ seed: 7 }).links, generateValueChains({ seed: 8 }).links)
})

const chains = generateValueChains({ seed: 42 })
const organisationById = new Map(chains.organisations.map(organisation => [organisation.id, organisation]))

t.test('every record is one that the model accepts and says that it is synthetic', async t => {
  t.equal(chains.organisations.length, 240)
  for (const organisation of chains.organisations) {
    t.strictSame(Organisation.parse(organisation), organisation)
    t.match(organisation.name, /^Synthetic firm \d{4} \([A-Z]{2}\)$/)
  }
  for (const link of chains.links) t.strictSame(Link.parse(link), link)
  t.equal(SYNTHETIC_SOURCE.synthetic, true)
  t.ok([...chains.organisations.map(({ source }) => source), ...chains.links.map(({ dataSource }) => dataSource)].every(source => source === SYNTHETIC_SOURCE.key))
})

t.test('firms stand in the region and in the joint sectors', async t => {
  const reference = loadReference()
  for (const { country, region, sectors } of chains.organisations) {
    t.ok(region !== null && isInBsr(country, region.code) && reference.region(region.code, '2024')?.country === country)
    t.ok(reference.sector(sectors[0]) !== undefined && (['C', 'E', 'H', 'J'].includes(sectionOf(sectors[0]) ?? '') || /^7[24]/.test(sectors[0])), sectors[0])
  }
})

t.test('planted clusters: of two countries or more, tiered, with the stated share of links leaving', async t => {
  for (let cluster = 0; cluster < 6; cluster++) {
    const members = chains.organisations.filter(({ id }) => chains.planted.get(id) === cluster)
    t.equal(members.length, 40)
    t.ok(new Set(members.map(({ country }) => country)).size >= 2)
  }
  let leaving = 0
  for (const { source, target } of chains.links) {
    t.not(source, target)
    if (chains.planted.get(source) !== chains.planted.get(target)) {
      leaving++
      continue
    }
    const [from, to] = [chains.tiers.get(source) ?? NaN, chains.tiers.get(target) ?? NaN]
    t.ok(from === -1 ? to >= 0 : to === from + 1, 'each tier sells to the next')
  }
  t.ok(Math.abs(leaving / chains.links.length - 0.1) < 0.05, `${leaving} of ${chains.links.length}`)
  const closed = generateValueChains({ seed: 1, clusters: 3, firmsPerCluster: 12, mixing: 0 })
  t.ok(closed.links.every(({ source, target }) => closed.planted.get(source) === closed.planted.get(target)))
})

t.test('loading: into an empty store, whole, and never over data', async t => {
  const store = await openTestStore(t)
  t.equal(await loadValueChains(store, chains), 1)
  t.strictSame(await store.freeze(reader => reader.counts()), { organisations: chains.organisations.length, links: chains.links.length, networks: 0, memberships: 0 })
  t.strictSame(await store.getOrganisation(chains.organisations[0].id), organisationById.get(chains.organisations[0].id))
  t.match(await store.listSources(), [{ synthetic: true }])
  await t.rejects(loadValueChains(store, chains), { code: 'CONFLICT', message: /holds data already/ })
})
