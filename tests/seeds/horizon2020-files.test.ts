import t from 'tap'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { Identifier } from '../../services/contract/organisation.ts'
import { foldDigraphs, foldName } from '../../services/contract/fold-name.ts'

const read = (file: string): Array<Record<string, string>> => parse(gunzipSync(readFileSync(new URL(`../../seeds/horizon2020/${file}.csv.gz`, import.meta.url))), { columns: true })
const organisations = read('organisations')
const projects = read('projects')
const participations = read('participations')

t.test('the three files agree with each other', async t => {
  t.strictSame([organisations.length, projects.length, participations.length], [7754, 12559, 31932])
  const [pics, rcns] = [new Set(organisations.map(row => row.pic)), new Set(projects.map(row => row.rcn))]
  t.strictSame([pics.size, rcns.size], [7754, 12559])
  t.ok(participations.every(row => pics.has(row.pic) && rcns.has(row.rcn)))
  t.equal(new Set(participations.map(row => row.pic)).size, 7754, 'no organisation without a project')
  t.equal(new Set(participations.map(row => row.rcn)).size, 12559, 'no project without an organisation')
})

t.test('no project has more members here than in its source', async t => {
  const members = new Map<string, number>()
  for (const { rcn } of participations) members.set(rcn, (members.get(rcn) ?? 0) + 1)
  t.ok(projects.every(row => (members.get(row.rcn) ?? 0) <= Number(row.n_orgs)))
})

t.test('what was completed says from where, and agrees', async t => {
  const completed = organisations.filter(row => row.ror !== '')
  t.equal(completed.length, 76)
  for (const row of completed) {
    t.match(row.completed, /ror=ror;coordinates=ror/)
    t.ok(Identifier.safeParse({ scheme: 'ror', value: row.ror }).success, row.ror)
  }
  t.equal(new Set(completed.map(row => row.ror)).size, 76, 'no two organisations are one in ROR')
  t.equal(new Set(completed.map(row => `${row.country} ${foldDigraphs(foldName(row.name))}`)).size, 76)
  t.ok(organisations.filter(row => row.ror === '').every(row => row.latitude === '' && row.wikidata === ''), 'nothing is completed without a match')
  t.equal(organisations.filter(row => row.completed.includes('=encoding')).length > 90, true)
})
