import t from 'tap'
import type { Cluster } from '../../services/contract/cluster.ts'
import { clusterLabel } from '../../services/contract/cluster-label.ts'

const NAMES: Record<string, string> = { 'h2020:SC2': 'Food & bioeconomy', 'h2020:SC4': 'Transport' }
const words = { domain: (code: string) => NAMES[code], sector: (code: string) => code === '10' ? 'Food products' : undefined, mixed: 'Mixed', around: (member: string) => `Around ${member}` }
const label = (name: Partial<Cluster['name']>) => clusterLabel({ code: 'C6', name: { domain: null, sector: null, qualifier: null, qualifierKind: null, mixed: false, ...name } }, words)

t.test('a cluster of country-sectors is called after its strongest member', async t => {
  t.equal(label({ sector: '10', qualifier: 'Germany: Food', qualifierKind: 'member' }), 'Around Germany: Food')
})

t.test('a cluster is called after its domain, else its sector, else its code', async t => {
  t.equal(label({ domain: 'h2020:SC2' }), 'Food & bioeconomy')
  t.equal(label({ domain: 'h2020:SC2', qualifier: 'h2020:SC4', qualifierKind: 'domain' }), 'Food & bioeconomy: Transport')
  t.equal(label({ domain: 'h2020:SC2', qualifier: 'Linköping', qualifierKind: 'place' }), 'Food & bioeconomy (Linköping)')
  t.equal(label({ sector: '10' }), 'Food products')
  t.equal(label({ domain: 'h2020:SC4', mixed: true }), 'Mixed: Transport')
  t.equal(label({ mixed: true }), 'Mixed (C6)')
  t.equal(label({}), 'C6')
  t.equal(label({ domain: 's3:unheard-of', qualifier: 's3:too', qualifierKind: 'domain' }), 's3:unheard-of: s3:too', 'codes nobody names are shown as they are')
})
