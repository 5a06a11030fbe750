/** The files of the demonstration of Trans-S3: read as every file of priorities is, all codes known, each row with where it comes from. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { loadDeclared } from '../../services/casework/declared-priorities.ts'
import { importPriorities, PRIORITY_FILE_COLUMNS } from '../../services/casework/priorities-file.ts'
import { NaceCode, Website } from '../../services/contract/scalars.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { openTestStore } from '../support/open-test-store.ts'

const CLOCK = (): Date => new Date('2026-11-30T12:00:00Z')
const textOf = (file: string): string => readFileSync(new URL(`../../seeds/${file}`, import.meta.url), 'utf8')
const rowsOf = (file: string): Array<Record<string, string>> => parse(textOf(file), { columns: true })
const reference = loadReference()
const declared = rowsOf('trans-s3/declared-priorities.csv')
const joint = rowsOf('trans-s3/joint-priorities.csv')

t.test('the file of declared priorities goes in without an error', async t => {
  const store = await openTestStore(t)
  const file = { name: 'declared-priorities.csv', open: () => Readable.from([Buffer.from(textOf('trans-s3/declared-priorities.csv'))]) }
  const report = await importPriorities(store, { file, dryRun: false, encoding: 'utf-8' }, reference, CLOCK)
  t.strictSame([report.status, report.errors, report.rowsRead], ['completed', [], declared.length])
  const kept = await loadDeclared(store)
  // Vidzeme and Kymenlaakso have other codes in NUTS 2024, under which a region is kept.
  t.strictSame(Object.fromEntries(kept.map(({ region, priorities }) => [region, priorities.length])), { PL84: 4, LV00C: 5, EE008: 3, LT: 7, FI1C7: 3, DE6: 8, DK03: 3 })
  t.strictSame(kept.flatMap(({ priorities }) => priorities.map(({ title }) => title)).sort(), declared.map(({ title }) => title).sort())
})

t.test('the seven partner regions by NUTS 2016', async t => {
  t.strictSame(Object.keys(declared[0] ?? {}), [...PRIORITY_FILE_COLUMNS])
  const regions = [...new Set(declared.map(({ region }) => region))]
  t.strictSame(regions.sort(), ['DE6', 'DK03', 'EE008', 'FI1C4', 'LT', 'LV008', 'PL84'])
  for (const region of regions) t.ok(reference.region(region, '2016'), region)
})

t.test('each row says its document, where its title was read, how sure, and whose reading its codes are', async t => {
  for (const { region, title, domains, sectors, document, website, note } of declared) {
    t.ok(Website.safeParse(website).success && document !== '', title)
    t.match(note, /[Tt]itle as published.*The codes are a reading of the title by Amber Road$/, title)
    t.not(`${domains}${sectors}`, '', `${title} stands for something`)
    if (region === 'LV008' || region === 'EE008') t.match(note, /^National .* not of the region/, title)
  }
})

t.test('Hamburg is the example of before', async t => {
  const fields = (rows: Array<Record<string, string>>): unknown => rows.map(({ title, domains, sectors }) => ({ title, domains, sectors }))
  t.strictSame(fields(declared.filter(({ region }) => region === 'DE6')), fields(rowsOf('declared-priorities/hamburg.csv')))
})

t.test('joint priorities: six fields and eight themes, called as the reference calls them', async t => {
  const [fields, themes] = [joint.filter(({ code }) => code?.startsWith('nace:')), joint.filter(({ code }) => code?.startsWith('s3:'))]
  t.strictSame(fields.map(({ code }) => code), ['nace:C', 'nace:E', 'nace:H', 'nace:J', 'nace:M72', 'nace:M74'])
  for (const { code = '', title } of fields) t.equal(reference.sector(NaceCode.parse(code.slice('nace:'.length)))?.name, title, code)
  t.strictSame(themes.map(({ code }) => code), reference.domains.filter(({ code }) => code.startsWith('s3:')).map(({ code }) => code), 'all themes of the reference')
  for (const { code = '', title } of themes) t.equal(reference.domain(code)?.name, title, code)
  t.equal(joint.length, fields.length + themes.length)
  for (const { code, source, website } of joint) t.ok(source?.includes('2021') === true && Website.safeParse(website).success, code)
})

t.test('joint domains: real combinations, each piece published or declared', async t => {
  const list = (text = ''): string[] => text.split(';').map(part => part.trim()).filter(part => part !== '')
  const domains = rowsOf('trans-s3/joint-domains.csv')
  t.ok(domains.length >= 4 && domains.length <= 6)
  for (const { title, published, sectors, technologies, themes, knowledge, from } of domains) {
    const sources = list(from).map(each => declared.find(({ region, title }) => `${region}: ${title}` === each))
    t.notOk(sources.includes(undefined), `${title}: made of declared priorities that there are`)
    t.ok(new Set(sources.map(source => source?.region)).size >= 3, `${title}: of several regions`)
    t.ok(list(published).every(code => joint.some(row => row.code === code)), `${title}: joins published codes`)
    t.strictSame(list(themes), list(published).filter(code => code.startsWith('s3:')), `${title}: its themes are published`)
    const named = sources.flatMap(source => [...list(source?.sectors), ...list(published).filter(code => code.startsWith('nace:')).map(code => code.slice('nace:'.length))])
    for (const code of list(sectors)) t.ok(named.includes(code), `${title}: sector ${code}`)
    for (const words of list(technologies)) t.ok(sources.some(source => source?.title?.toLowerCase().includes(words)), `${title}: "${words}"`)
    for (const code of list(knowledge)) t.ok(sources.some(source => list(source?.domains).includes(code)) || reference.domain(code)?.s3.some(theme => list(themes).includes(theme)), `${title}: ${code}`)
    t.ok(list(sectors).length > 0 && list(themes).length > 0 && list(knowledge).length > 0, `${title}: a combination`)
  }
  t.strictSame(joint.map(({ code }) => code).filter(code => !domains.some(({ published }) => list(published).includes(code!))), ['nace:M74'], 'all that was published is joined, but one')
})
