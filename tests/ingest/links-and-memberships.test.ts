import t from 'tap'
import { openTestStore } from '../support/open-test-store.ts'
import { errorLines, fileOf, importInto } from '../support/import-files.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'

const table = (...lines: string[]): string => lines.join('\n') + '\n'
const SOURCE = { source: 'members' }

async function storeWithOrganisations (t: Parameters<typeof openTestStore>[0]): Promise<GraphStore> {
  const store = await openTestStore(t)
  await importInto(store, [fileOf('o.csv', table('key,name,country,pic', 'a,Alpha,LV,999978821', 'b,Beta,EE,', 'c,Gamma,FI,'))], { format: 'organisations-csv', ...SOURCE })
  return store
}

t.test('ends of links: service id, scheme:value, or key of the same source', async t => {
  const store = await storeWithOrganisations(t)
  const ids = await store.findByIdentifiers(['local:members/a', 'local:members/b', 'local:members/c'])
  const [a, b, c] = ['a', 'b', 'c'].map(key => ids.get(`local:members/${key}`) ?? '')
  const report = await importInto(store, [fileOf('l.csv', table('kind,source,target,weight,product,sector,from,to,evidence,confidence',
    `SUPPLIES,pic:999978821,${b},2.5,packaging,22.2,2019,2020-05,contract 7,0.8`, 'COLLABORATES,b,c,,,,,,,', 'OWNS,local:members/c,a,0,,,,,,', 'LICENSES,a,a,1,,,,,,'))], { format: 'links-csv', ...SOURCE })
  t.match(report, { status: 'completed', written: { links: 4 }, notes: [/1 links of weight 0 kept/, /1 links of an organisation to itself/] })
  const { rows } = await store.listLinks({}, { limit: 10, after: null })
  t.match(rows.find(link => link.kind === 'SUPPLIES'), { source: a, target: b, weight: 2.5, product: 'packaging', sector: '22.2', from: '2019', to: '2020-05', evidence: 'contract 7', confidence: 0.8, dataSource: 'members' })
  t.match(rows.find(link => link.kind === 'COLLABORATES'), { weight: 1, confidence: 1, from: null })
  t.match(rows.find(link => link.kind === 'OWNS'), { source: c, target: a, weight: 0 })
})

t.test('a collaboration is one link from both ends; a repeated link counts once', async t => {
  const store = await storeWithOrganisations(t)
  const report = await importInto(store, [fileOf('l.csv', table('kind,source,target,weight', 'COLLABORATES,a,b,1', 'COLLABORATES,b,a,3', 'SUPPLIES,a,b,1', 'SUPPLIES,b,a,1'))], { format: 'links-csv', ...SOURCE })
  t.match(report, { written: { links: 3 }, notes: [/1 links named twice, the last row counts/] })
  t.equal((await store.listLinks({ kind: 'COLLABORATES' }, { limit: 5, after: null })).rows[0]?.weight, 3)
})

t.test('wrong links are named with their row', async t => {
  const store = await storeWithOrganisations(t)
  const report = await importInto(store, [fileOf('l.csv', table('kind,source,target,weight,from,confidence,sector',
    'SUPPLIES,a,nobody,1,,,', 'SUPPLIES,org-000000000000,b,1,,,', 'SUPPLIES,pic:123456789,b,1,,,', 'SUPPLIES,,b,1,,,', 'BUYS,a,b,1,,,', 'SUPPLIES,a,b,-2,,,', 'SUPPLIES,a,b,1,2019-02-30,,', 'SUPPLIES,a,b,1,,1.5,', 'SUPPLIES,a,b,1,,,98.99'))], { format: 'links-csv', ...SOURCE })
  t.equal(report.status, 'refused')
  t.strictSame(errorLines(report), ['l.csv:2 target: nobody', 'l.csv:3 source: org-000000000000', 'l.csv:4 source: pic:123456789', 'l.csv:5 source: ', 'l.csv:6 kind: BUYS', 'l.csv:7 weight: -2',
    'l.csv:8 from: 2019-02-30', 'l.csv:9 confidence: 1.5', 'l.csv:10 sector: 98.99'])
  t.match(report.errors[0]?.expected, /service id, scheme:value/)
})

t.test('weights are 0 or within their limits', async t => {
  const store = await storeWithOrganisations(t)
  const [within, beyond] = [['0', '1e-50', '1e50'], ['0.99e-50', '1e-999', '1.01e50', '1e300', '0x10']].map(weights => fileOf('l.csv', table('kind,source,target,weight', ...weights.map(weight => `SUPPLIES,a,b,${weight}`))))
  t.match(await importInto(store, [within], { format: 'links-csv', ...SOURCE }), { status: 'completed' })
  const report = await importInto(store, [beyond], { format: 'links-csv', ...SOURCE })
  t.strictSame(errorLines(report), ['l.csv:2 weight: 0.99e-50', 'l.csv:3 weight: 1e-999', 'l.csv:4 weight: 1.01e50', 'l.csv:5 weight: 1e300', 'l.csv:6 weight: 0x10'])
  t.match(report.errors[0]?.expected, /0, or from 1e-50 to 1e\+50/)
})

t.test('keys belong to their source', async t => {
  const store = await storeWithOrganisations(t)
  const report = await importInto(store, [fileOf('l.csv', table('kind,source,target', 'SUPPLIES,a,b'))], { format: 'links-csv', source: 'another' })
  t.equal(report.errorsTotal, 2)
  t.match(report.errors[0]?.expected, /source another/)
})

t.test('memberships in networks that the rows describe, that the store holds, that nobody knows', async t => {
  const store = await storeWithOrganisations(t)
  const options = { format: 'memberships-csv', ...SOURCE } as const
  const described = await importInto(store, [fileOf('m.csv', table('organisation;network;role;contribution;from;networkName;networkKind;domains;membersTotal',
    'a;food;coordinator;1000.5;2019;Baltic Food Cluster;cluster;s3:bioeconomy;30', 'b;food;;;;Baltic Food Cluster;;;', 'pic:999978821;cordis:633053;;;;EUROfusion;project;;'))], options)
  t.match(described, { status: 'completed', written: { networks: 2, memberships: 3 } })
  const networks = await store.findNetworks(['members:food', 'cordis:633053'])
  t.equal(networks.size, 2)
  const food = networks.get('members:food') ?? ''
  t.match(await store.getNetwork(food), { kind: 'cluster', name: 'Baltic Food Cluster', domains: ['s3:bioeconomy'], membersTotal: 30 }, 'the first row that describes it counts')
  t.match((await store.listMemberships({ network: food }, { limit: 5, after: null })).rows.find(row => row.role === 'coordinator'), { contribution: 1000.5, from: '2019' })

  const known = await importInto(store, [fileOf('m.csv', table('organisation,network', 'c,food', `c,${networks.get('cordis:633053') ?? ''}`, 'b,cordis:633053'))], options)
  t.match(known, { status: 'completed', written: { networks: 0, memberships: 3 } })

  const unknown = await importInto(store, [fileOf('m.csv', table('organisation,network,role', 'a,nowhere,member', 'nobody,food,member', 'a,food,boss', 'a,net-000000000000,member'))], options)
  t.strictSame(errorLines(unknown), ['m.csv:2 network: nowhere', 'm.csv:3 organisation: nobody', 'm.csv:4 role: boss', 'm.csv:5 network: net-000000000000'])
})

t.test('a network of the store keeps what a later file does not say', async t => {
  const store = await storeWithOrganisations(t)
  const options = { format: 'memberships-csv', ...SOURCE } as const
  await importInto(store, [fileOf('m.csv', table('organisation,network,networkName,title,domains', 'a,food,Food,A long title,s3:bioeconomy'))], options)
  await importInto(store, [fileOf('m.csv', table('organisation,network,networkName', 'b,food,Food and Drink'))], options)
  const id = (await store.findNetworks(['members:food'])).get('members:food') ?? ''
  t.match(await store.getNetwork(id), { name: 'Food and Drink', title: 'A long title', domains: ['s3:bioeconomy'] })
})
