/** Growth by domain and year, against networks counted by hand and a fit by search. */
import t from 'tap'
import { COUNT_MIN, growthRate, YEARS_MIN } from '../../services/trans-s3/evidence/log-linear-growth.ts'
import { keepDatedNetworks, readDatedNetworks } from '../../services/trans-s3/evidence/dated-networks.ts'
import { countGrowth } from '../../services/trans-s3/evidence/growth.ts'
import type { Growth } from '../../services/trans-s3/evidence/growth.ts'
import { Network } from '../../services/contract/network.ts'
import { makeRun, organisationOf, toyId } from '../support/loaded-run.ts'
import { openTestStore } from '../support/open-test-store.ts'

const near = (found: number, expected: number, within = 1e-6): boolean => Math.abs(found - expected) <= within * Math.max(1, Math.abs(expected))

t.test('a count that doubles each year grows by 100 %, with the interval worked out by hand', async t => {
  const { rate, lower, upper } = growthRate([2015, 2016, 2017], [100, 200, 400])!
  t.ok(near(rate, 1))
  // Weighted mean of t is 10/7, so the spread is 100 (10/7)^2 + 200 (3/7)^2 + 400 (4/7)^2 = 371.4286; nothing is left over, so phi is 1, and t of one degree of freedom 12.706.
  const half = 12.706 / Math.sqrt(371.4286)
  t.ok(near(lower, 2 * Math.exp(-half) - 1, 1e-5) && near(upper, 2 * Math.exp(half) - 1, 1e-5), `${lower} ${upper}`)
})

t.test('the fit is where the likelihood is greatest, and what is left over widens the interval', async t => {
  const [times, counts] = [[0, 1, 2, 3, 4, 5], [12, 0, 31, 22, 60, 41]]
  const total = counts.reduce((sum, count) => sum + count, 0)
  // For a given slope the level that fits best is known, so one number is searched for, on a fine grid.
  const likelihood = (b: number): number => {
    const weight = times.reduce((sum, time) => sum + Math.exp(b * time), 0)
    const a = Math.log(total / weight)
    return counts.reduce((sum, count, i) => sum + count * (a + b * times[i]) - Math.exp(a + b * times[i]), 0)
  }
  let best = -2
  for (let b = -2; b <= 2; b += 1e-4) if (likelihood(b) > likelihood(best)) best = b
  const found = growthRate(times, counts)!
  t.ok(Math.abs(Math.log(1 + found.rate) - best) < 1e-4, `${Math.log(1 + found.rate)} ${best}`)
  const weight = times.reduce((sum, time) => sum + Math.exp(best * time), 0)
  const mu = times.map(time => total / weight * Math.exp(best * time))
  const phi = mu.reduce((sum, expected, i) => sum + (counts[i] - expected) ** 2 / expected, 0) / 4
  t.ok(phi > 1)
  const mean = mu.reduce((sum, expected, i) => sum + expected * times[i], 0) / total
  const spread = mu.reduce((sum, expected, i) => sum + expected * (times[i] - mean) ** 2, 0)
  t.ok(Math.abs(Math.log(1 + found.upper) - best - 2.776 * Math.sqrt(phi / spread)) < 1e-3)
})

t.test('what is too little to say', async t => {
  t.equal(growthRate(Array.from({ length: YEARS_MIN - 1 }, (_, i) => i), Array.from({ length: YEARS_MIN - 1 }, () => 50)), null)
  t.not(growthRate(Array.from({ length: YEARS_MIN }, (_, i) => i), Array.from({ length: YEARS_MIN }, () => 50)), null)
  t.equal(growthRate([1, 2, 3], [4, 3, COUNT_MIN - 8]), null)
  t.not(growthRate([1, 2, 3], [4, 3, COUNT_MIN - 7]), null)
  t.equal(growthRate([1, 2, 3, 4], [0, 0, 0, 50]), null, 'all in one year: no rate fits best')
  t.ok(growthRate([1, 2, 3, 4], [0, 0, 1, 5000])!.rate > 100, 'a jump is found all the same')
  t.ok(growthRate([1, 2, 3, 4], [5000, 1, 0, 0])!.rate < -0.9)
})

/** By year: networks of a (domain A) and b (B), all of the two organisations here and one abroad. */
const YEARS: Record<number, [a: number, b: number]> = { 2013: [1, 0], 2014: [4, 4], 2015: [6, 4], 2016: [9, 4], 2017: [14, 4], 2018: [1, 1] }

function made (): { growth: Growth } {
  const networks: Record<string, string[]> = {}
  const networkDomains: Record<string, string[]> = {}
  const years: number[] = []
  let next = 0
  const add = (year: number, domain: string | null, members: string[]): void => {
    const id = `net-${String(next++).padStart(12, '0')}`
    networks[id] = members
    networkDomains[id] = domain === null ? [] : [domain]
    years.push(year)
  }
  for (const [year, [a, b]] of Object.entries(YEARS)) {
    for (let k = 0; k < a; k++) add(Number(year), 'h2020:SC2', [toyId('a1'), toyId('b1')])
    for (let k = 0; k < b; k++) add(Number(year), 'h2020:SC1', [toyId('a1'), toyId('a2'), toyId('c1')])
  }
  add(2016, null, [toyId('c1'), toyId('b2')])
  add(0, 'h2020:SC2', [toyId('a2'), toyId('b1')])
  add(2016, 'h2020:SC1', [toyId('a1'), toyId('a2'), toyId('b1'), toyId('b2'), toyId('c1')])
  const { loaded } = makeRun({ organisations: [['a1', 'PL'], ['a2', 'PL'], ['b1', 'LT'], ['b2', 'LT'], ['c1', 'DE']].map(([short, country]) => ({ id: toyId(short), name: short, country })), networks, networkDomains })
  const { country } = loaded.snapshot
  const growth = countGrowth({
    snapshot: loaded.snapshot, dated: { years: Int16Array.from(years), programme: new Int16Array(years.length), programmes: ['Horizon 2020'] },
    partOf: Int32Array.from(country.codes, code => country.values[code] === 'DE' ? -1 : 0), following: { 'h2020:SC2': ['s3:bioeconomy'] }, networkSizeMax: 4
  })
  return { growth }
}

t.test('networks, organisations and links across borders by domain and year, as counted by hand', async t => {
  const { growth } = made()
  t.strictSame(growth.years, [2013, 2014, 2015, 2016, 2017, 2018])
  const of = (domain: string | null) => domain === null ? growth.all : growth.domains.find(each => each.domain === domain)!
  t.strictSame(of('h2020:SC2').counts.projects, [1, 4, 6, 9, 14, 1])
  t.strictSame(of('s3:bioeconomy').counts, of('h2020:SC2').counts, 'what follows from a domain is counted with it')
  t.strictSame(of('h2020:SC1').counts.projects, [0, 4, 4, 5, 4, 1])
  t.strictSame(of(null).counts.projects, [1, 8, 10, 15, 18, 2], 'with those of no domain; one with a single member of the group counts')
  t.strictSame(of('h2020:SC2').counts.organisations, [2, 2, 2, 2, 2, 2], 'a1 and b1')
  t.strictSame(of(null).counts.organisations, [2, 3, 3, 4, 3, 3])
  t.strictSame(of('h2020:SC1').counts.crossBorderLinks, [0, 2, 2, 2, 2, 2], 'a1-c1 and a2-c1, once each however many networks; the network of five is above the cap')
  t.strictSame(of(null).counts.crossBorderLinks, [1, 3, 3, 4, 3, 3], 'a1-b1, a1-c1, a2-c1, in 2016 b2-c1')
  t.equal(growth.undated, 1)
  t.equal(growth.aboveCap, 1)
})

t.test('first and last years of a programme are left out of growth', async t => {
  const { growth } = made()
  t.strictSame(growth.incomplete, [true, false, false, false, false, true])
  t.strictSame(growth.programmes, [{ programme: 'Horizon 2020', networks: 54, from: 2013, until: 2018, firstComplete: 2014, lastComplete: 2017 }])
  const bio = growth.domains.find(({ domain }) => domain === 'h2020:SC2')!
  t.strictSame(bio.rates.projects, growthRate([2014, 2015, 2016, 2017], [4, 6, 9, 14]))
  t.strictSame(growth.all.rates.projects, growthRate([2014, 2015, 2016, 2017], [8, 10, 15, 18]))
  t.equal(bio.emerging, bio.rates.projects!.lower > growth.all.rates.projects!.rate)
  t.equal(growth.domains.find(({ domain }) => domain === 'h2020:SC1')!.emerging, false)
  t.equal(growth.all.emerging, null)
})

t.test('a small year inside of a programme stays, and several programmes are looked at each by itself', async t => {
  const { loaded } = makeRun({ organisations: [{ id: toyId('a'), name: 'A', country: 'PL' }], networks: Object.fromEntries(Array.from({ length: 60 }, (_, k) => [`net-${String(k).padStart(12, '0')}`, [toyId('a')]])) })
  // First programme 2007 to 2013, five a year with one in 2010; second 2013 to 2018, two and eight a year.
  const first = [2007, 2008, 2009, 2011, 2012, 2013].flatMap(year => Array.from({ length: 5 }, () => year)).concat([2010])
  const second = [2013, 2013, ...[2014, 2015, 2016].flatMap(year => Array.from({ length: 8 }, () => year)), 2017, 2018, 2018]
  const years = Int16Array.from([...first, ...second])
  const growth = countGrowth({ snapshot: loaded.snapshot, dated: { years, programme: Int16Array.from(years, (_, k) => k < first.length ? 0 : 1), programmes: ['P', 'Q'] }, partOf: Int32Array.of(0), following: {}, networkSizeMax: 100 })
  t.strictSame(growth.programmes.map(({ programme, firstComplete, lastComplete }) => [programme, firstComplete, lastComplete]), [['P', 2008, 2012], ['Q', 2014, 2016]])
  t.strictSame(growth.years.filter((_, y) => growth.incomplete[y]), [2007, 2013, 2017, 2018])
})

t.test('nothing that is dated', async t => {
  const { loaded } = makeRun({ organisations: [{ id: toyId('a'), name: 'A', country: 'PL' }], networks: { 'net-000000000000': [toyId('a')] } })
  const growth = countGrowth({ snapshot: loaded.snapshot, dated: { years: Int16Array.of(0), programme: Int16Array.of(-1), programmes: [] }, partOf: Int32Array.of(0), following: {}, networkSizeMax: 100 })
  t.strictSame([growth.years, growth.domains, growth.programmes, growth.undated, growth.all.rates.projects], [[], [], [], 1, null])
})

t.test('dates are read from the store by the networks of the run, and again once it has moved on', async t => {
  const store = await openTestStore(t)
  const network = (id: string, from: string | null, programme: string | null): Network => Network.parse({ id, kind: 'project', name: id, from, programme, source: 'test', updatedAt: '2026-01-01T00:00:00.000Z' })
  const [one, two, gone] = ['net-000000000001', 'net-000000000002', 'net-000000000003']
  await store.write(async writer => {
    await writer.upsertOrganisations([organisationOf({ id: toyId('a'), name: 'A', country: 'PL' })])
    await writer.upsertNetworks([network(two, '2015-03', 'P'), network(one, '2019-12-31', null), network('net-000000000009', '2001', 'Q')])
  })
  const { loaded: { snapshot } } = makeRun({ organisations: [{ id: toyId('a'), name: 'A', country: 'PL' }], networks: { [one]: [toyId('a')], [two]: [toyId('a')], [gone]: [toyId('a')] } })
  const dated = await readDatedNetworks(store, snapshot)
  t.strictSame([[...dated.years], [...dated.programme], dated.programmes], [[2019, 2015, 0], [-1, 0, -1], ['P']])
  const keep = keepDatedNetworks(store)
  const kept = await keep(snapshot)
  t.equal(await keep(snapshot), kept)
  await store.write(async writer => { await writer.upsertNetworks([network(one, '2020', null)]) })
  t.equal((await keep(snapshot)).years[0], 2020)
})
