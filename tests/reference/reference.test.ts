import t from 'tap'
import { isInRegion, newestRegionCode, regionCodes } from '../../services/contract/region-codes.ts'
import { distanceKm } from '../../services/contract/distance.ts'
import { loadReference } from '../../services/reference/reference.ts'

const reference = loadReference()

t.test('counts are those of the classifications', async t => {
  t.equal(reference.countries.length, 250, 'ISO 3166-1 with Kosovo')
  t.equal(reference.regions.filter(region => region.vintage === '2016').length, 2016)
  t.equal(reference.regions.filter(region => region.vintage === '2024').length, 1798)
  t.strictSame([1, 2, 3, 4].map(level => reference.sectors.filter(sector => sector.level === level).length), [21, 88, 272, 615], 'sections, divisions, groups, classes of NACE Rev. 2')
  t.equal(reference.domains.filter(domain => domain.taxonomy === 's3').length, 8, 'Trans-S3 priorities')
  t.equal(reference.domains.filter(domain => domain.taxonomy === 'h2020').length, 17, 'parts of Horizon 2020')
})

t.test('it is read once', async t => t.equal(loadReference(), reference))

t.test('countries answer to ISO and to Eurostat codes', async t => {
  t.match(reference.country('GR'), { code: 'GR', name: 'Greece', namePl: 'Grecja', nutsCode: 'EL' })
  t.equal(reference.country('EL'), reference.country('GR'))
  t.equal(reference.country('UK'), reference.country('GB'))
  t.equal(reference.country('NA')?.name, 'Namibia')
  t.equal(reference.country('XX'), undefined)
  for (const { code, latitude, longitude } of reference.countries) t.ok(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, code)
})

t.test('regions have parents up to the country, in their own vintage', async t => {
  t.strictSame(reference.ancestors('PL841', '2024').map(region => region.code), ['PL841', 'PL84', 'PL8', 'PL'])
  t.equal(reference.region('LV006', '2016')?.name, 'Rīga')
  t.equal(reference.region('LV006', '2024'), undefined, 'Riga was divided')
  t.equal(reference.region('LV00A', '2024')?.name, 'Rīga')
  t.strictSame(reference.ancestors('ZZ999', '2024'), [])
  t.equal(reference.regions.filter(region => region.parent !== null && reference.region(region.parent, region.vintage as '2016') === undefined).length, 0, 'no region without its parent')
  t.equal(reference.regions.filter(region => region.country === 'EL' || region.country === 'UK').length, 0, 'countries are ISO codes')
})

t.test('sectors have parents', async t => {
  t.match(reference.sector('10.11'), { level: 4, parent: '10.1', name: 'Processing and preserving of meat' })
  t.match(reference.sector('C'), { level: 1, parent: null, name: 'Manufacturing' })
  t.equal(reference.sectors.filter(sector => sector.parent !== null && reference.sector(sector.parent) === undefined).length, 0)
})

t.test('programme parts serve priorities that exist', async t => {
  for (const domain of reference.domains) for (const priority of domain.s3) t.equal(reference.domain(priority)?.taxonomy, 's3', `${domain.code} ${priority}`)
  t.match(reference.domain('h2020:SC2'), { shortName: 'Food & bioeconomy', thematic: true, s3: ['s3:bioeconomy'] })
  t.equal(reference.domain('h2020:MSCA')?.thematic, false, 'mobility says how, not what')
})

t.test('a wrong code gets the nearest ones', async t => {
  t.strictSame(reference.didYouMean('domains', 's3:bioeconmy'), ['s3:bioeconomy'])
  t.ok(reference.didYouMean('sectors', '10.111').includes('10.11'))
  t.strictSame(reference.didYouMean('regions', 'PL84I'), ['PL84', 'PL841', 'PL842'])
  t.strictSame(reference.didYouMean('domains', 'entirely something else'), [])
})

t.test('regions that only changed their code: worked out from the tables', async t => {
  const [older, newer] = (['2016', '2024'] as const).map(vintage => reference.regions.filter(region => region.vintage === vintage))
  const gone = older.filter(({ code }) => reference.region(code, '2024') === undefined)
  const come = newer.filter(({ code }) => reference.region(code, '2016') === undefined)
  const expected = gone.flatMap(region => {
    const same = come.filter(({ name, level, country }) => name === region.name && level === region.level && country === region.country)
    return same.length === 1 && distanceKm(region, same[0]) <= 20 ? [[region.code, same[0].code]] : []
  })
  t.equal(expected.length, 80)
  t.strictSame(older.filter(({ code }) => newestRegionCode(code) !== code).map(({ code }) => [code, newestRegionCode(code)]), expected)
  t.strictSame(newer.filter(({ code }) => newestRegionCode(code) !== code), [], 'no code of NUTS 2024 is another')
})

t.test('a region under two codes holds what either holds', async t => {
  t.strictSame([regionCodes('LV008'), regionCodes('LV00C'), regionCodes('PL84')], [['LV008', 'LV00C'], ['LV00C', 'LV008'], ['PL84']])
  t.ok(isInRegion('LV008', 'LV00C'))
  t.ok(isInRegion('LV00C', 'LV008'))
  t.ok(isInRegion('NL310', 'NL35'), 'Utrecht of 2016 in the province by its code of 2024')
  t.ok(isInRegion('PL841', 'PL84'))
  t.notOk(isInRegion('PL84', 'PL841'))
  t.notOk(isInRegion('LV007', 'LV00A'), 'Pierīga is no region any more')
})
