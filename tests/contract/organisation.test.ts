import t from 'tap'
import { OrganisationInput } from '../../services/contract/organisation.ts'
import { LinkInput } from '../../services/contract/link.ts'
import { MembershipInput, NetworkInput } from '../../services/contract/network.ts'
import { ImportOptions } from '../../services/contract/import.ts'
import { LIST_LENGTH_MAX } from '../../services/contract/scalars.ts'

const paths = (result: { success: boolean, error?: { issues: Array<{ path: PropertyKey[] }> } }): string[] => result.error?.issues.map(issue => issue.path.join('.')) ?? []

t.test('an organisation needs a name, a kind and a country; all else has a default', async t => {
  t.strictSame(OrganisationInput.parse({ name: ' Lab ', kind: 'company', country: 'uk' }), {
    name: 'Lab', aliases: [], kind: 'company', sizeClass: null, country: 'GB', region: null, city: null, coordinates: null, sectors: [], domains: [], identifiers: [], website: null, source: 'manual'
  })
  t.strictSame(paths(OrganisationInput.safeParse({})).sort(), ['country', 'kind', 'name'])
})

t.test('wrong parts are named by their path', async t => {
  const wrong = OrganisationInput.safeParse({
    name: 'Lab', kind: 'firm', country: 'LV', sizeClass: 'huge', coordinates: { latitude: 91, longitude: 181, precision: 'about' }, region: { code: 'LV008', vintage: '2020', precision: 'exact' },
    sectors: ['10', 'x'], identifiers: [{ scheme: 'pic', value: '1' }]
  })
  t.strictSame(paths(wrong).sort(), ['coordinates.latitude', 'coordinates.longitude', 'coordinates.precision', 'identifiers.0.value', 'kind', 'region.vintage', 'sectors.1', 'sizeClass'])
})

t.test('lists are bounded', async t => {
  const organisation = { name: 'Lab', kind: 'company', country: 'LV' }
  const sectors = (length: number): string[] => Array(length).fill('10')
  t.equal(OrganisationInput.safeParse({ ...organisation, sectors: sectors(LIST_LENGTH_MAX) }).success, true)
  t.strictSame(paths(OrganisationInput.safeParse({ ...organisation, sectors: sectors(LIST_LENGTH_MAX + 1) })), ['sectors'])
})

t.test('links, networks, memberships and imports have their defaults', async t => {
  const [a, b] = ['org-7g2k9x0m4q8r', 'org-000000000000']
  t.match(LinkInput.parse({ kind: 'SUPPLIES', source: a, target: b }), { weight: 1, confidence: 1, product: null, from: null, dataSource: 'manual' })
  t.strictSame(paths(LinkInput.safeParse({ kind: 'SUPPLIES', source: 'x', target: b, weight: -1, confidence: 2 })).sort(), ['confidence', 'source', 'weight'])
  t.match(NetworkInput.parse({ kind: 'cluster', name: 'Food' }), { domains: [], membersTotal: null, externalKey: null })
  t.match(MembershipInput.parse({ organisation: a, network: 'net-000000000000' }), { role: 'member', contribution: null })
  t.strictSame(paths(MembershipInput.safeParse({ organisation: a, network: 'net-000000000000', contribution: Infinity })), ['contribution'])
  t.match(ImportOptions.parse({ format: 'cordis' }), { dryRun: false, onError: 'refuse', encoding: 'utf-8', decimalComma: false, nutsVintage: '2024', source: 'import', columns: {} })
})
