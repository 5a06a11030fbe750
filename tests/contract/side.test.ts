import t from 'tap'
import { SIDE_TEXT_MAX, SIDE_VALUES_MAX, SideText, sideText } from '../../services/contract/side.ts'

const problem = (text: string): string | undefined => SideText.safeParse(text).error?.issues[0].message

t.test('a side is read and written in one spelling', async t => {
  t.strictSame(SideText.parse('cluster:C6'), { cluster: ['C6'] })
  t.strictSame(SideText.parse(' kind: company , ngo ; region:pl84 '), { kind: ['company', 'ngo'], region: ['PL84'] })
  t.strictSame(SideText.parse('domain:h2020:SC2,s3:bioeconomy;sector:C,M72'), { domain: ['h2020:SC2', 's3:bioeconomy'], sector: ['C', '72'] })
  t.strictSame(SideText.parse('country:UK,GB'), { country: ['GB'] }, 'one country, once')
  for (const text of ['cluster:C6', 'cluster:C1,C2;country:PL,LT', 'region:PL84;kind:company']) t.equal(sideText(SideText.parse(text)), text)
  t.equal(sideText(SideText.parse('kind:company;cluster:c6')), 'cluster:C6;kind:company')
})

t.test('what is wrong is said with its place', async t => {
  t.match(problem(''), /is empty; expected a side such as cluster:C6/)
  t.match(problem(' ; '), /is empty/)
  t.match(problem('clutser:C6'), /"clutser" is no key of a side, which are cluster, country/)
  t.match(problem('constructor:x'), /is no key/)
  t.match(problem('cluster'), /"cluster" names no value/)
  t.match(problem('cluster:,'), /"cluster" names no value/)
  t.match(problem('country:PL;country:LT'), /"country" stands there twice; put its values into one list/)
  t.match(problem('country:PL,Poland'), /"Poland" of country: expected a two-letter country code/)
  t.match(problem('cluster:X'), /"X" of cluster: expected a cluster code such as C6/)
  t.match(problem('kind:firm'), /"firm" of kind/)
})

t.test('limits', async t => {
  t.match(problem(`region:${Array.from({ length: SIDE_VALUES_MAX + 1 }, (_, i) => `PL${i}`).join(',')}`), /has 51 values; at most 50/)
  t.equal(problem(`region:${Array.from({ length: SIDE_VALUES_MAX }, (_, i) => `PL${i}`).join(',')}`), undefined)
  t.ok(problem(`country:${'P'.repeat(SIDE_TEXT_MAX)}`))
})
