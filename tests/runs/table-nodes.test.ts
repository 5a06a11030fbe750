import t from 'tap'
import { OWN_COUNTRY_CODE } from '../../services/contract/scalars.ts'
import { countryOfTable } from '../../services/reference/country-of-table.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { nameCountries, tableNodes } from '../../services/runs/table-nodes.ts'

const named = (...codes: Array<string | [string, string]>): Array<[string, string]> =>
  nameCountries(codes.map(each => typeof each === 'string' ? { code: each, name: each } : { code: each[0], name: each[1] }), countryOfTable(loadReference())).map(({ code, name }) => [code, name])

t.test('countries have the codes of the service, whatever the table writes', async t => {
  t.strictSame(named('POL', 'EL', 'UK', 'ROM', 'Germany', ['SWE', 'Kingdom of Sweden']), [['PL', 'Poland'], ['GR', 'Greece'], ['GB', 'United Kingdom'], ['RO', 'Romania'], ['DE', 'Germany'], ['SE', 'Kingdom of Sweden']])
})

t.test('groups and unknown countries have codes of our own that no country code looks like, each its own', async t => {
  const found = named(['ROW', 'Rest of the world'], 'FIGW1', 'Côte sans nom', 'row!', 'POL', 'PL', 'A very long name of a group', 'A very long name of a pair')
  t.strictSame(found.map(([code]) => code), ['X-ROW', 'X-FIGW1', 'X-CO-TE-SANS-N', 'X-ROW-', 'PL', 'X-PL', 'X-A-VERY-LONG-', 'X-A-VERY-LONG--2'])
  t.equal(found[0]?.[1], 'Rest of the world')
  for (const [code] of found.filter(([code]) => code.startsWith('X-'))) t.ok(OWN_COUNTRY_CODE.test(code))
})

t.test('ids follow from country and sector, so that two years have the same; names say both', async t => {
  const countries = [{ code: 'PL', name: 'Poland' }, { code: 'DE', name: 'Germany' }]
  const sectors = [{ code: 'C29', name: 'Motor vehicles' }, { code: 'C30', name: 'Other transport equipment' }]
  const nodes = tableNodes({ countries, sectors }, 'countrySector')
  t.strictSame(nodes.map(({ name }) => name), ['Poland: Motor vehicles', 'Poland: Other transport equipment', 'Germany: Motor vehicles', 'Germany: Other transport equipment'])
  t.match(nodes[3], { country: 'DE', sector: 'C30', id: /^vcn-[0-9a-hjkmnp-tv-z]{12}$/ })
  t.equal(tableNodes({ countries: [...countries].reverse(), sectors }, 'countrySector')[1]?.id, nodes[3]?.id)
  t.strictSame(tableNodes({ countries, sectors }, 'country').map(({ name, sector }) => [name, sector]), [['Poland', null], ['Germany', null]])
  t.equal(new Set([...nodes, ...tableNodes({ countries, sectors }, 'country')].map(({ id }) => id)).size, 6)
})
