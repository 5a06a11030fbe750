/** The command line as a process: answers on standard output, progress on standard error, exit codes 0, 1 and 2. */
import t from 'tap'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { parse } from 'csv-parse/sync'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { NETWORK_FILE_BYTES_MAX } from '../../services/measure/read-network.ts'
import { openStore } from '../../services/store/open-store.ts'
import { SMALL_CHAINS } from '../support/build-service.ts'

interface Ended { status: number | null, stdout: string, stderr: string }
const amberRoadWith = (environment: Record<string, string>, ...words: string[]): Ended =>
  spawnSync(process.execPath, ['services/amber-road.mjs', ...words], { encoding: 'utf8', env: { PATH: process.env.PATH, ...environment }, timeout: 120_000 })
const amberRoad = (folder: string, ...words: string[]): Ended => amberRoadWith({ DATA_DIR: folder }, ...words)
const CSV = 'name,country\nBaltic Timber,LV\nNordsjø Havbrug,DK\n'

t.test('help tells every command, and each command tells its own', async t => {
  const { status, stdout } = amberRoad(t.testdir({}))
  t.equal(status, 0)
  const commands = [...stdout.matchAll(/^ {2}([\w-]+) +\S/gm)].map(match => match[1])
  t.strictSame(commands, ['serve', 'status', 'import', 'import-table', 'seed', 'export', 'results', 'quality', 'measure', 'value-chains', 'analyse', 'partners', 'introductions', 'brief', 'report', 'priorities', 'profiles'])
  for (const command of commands) t.match(amberRoad(t.testdirName, command, '--help'), { status: 0, stdout: new RegExp(`amber-road ${command}`) })
})

t.test('an input-output table goes into the store once', async t => {
  const folder = t.testdir({ 'broken.csv': 'a,B.x\nB.x,two\n' })
  const words = ['import-table', 'tests/datasets/value-chains/leather.Z.csv', '--final', 'tests/datasets/value-chains/leather.Y.csv', '--output', 'tests/datasets/value-chains/leather.X.csv', '--title', 'Leather', '--year', '2010']
  t.match(JSON.parse(amberRoad(folder, ...words, '--dry-run').stdout), { kept: false, already: false, countries: 3 })
  const made = amberRoad(folder, ...words)
  t.match({ ...made, told: JSON.parse(made.stdout) }, { status: 0, told: { title: 'Leather', year: 2010, sectors: 3, kept: true, already: false }, stderr: /state no value added/ })
  t.match(JSON.parse(amberRoad(folder, ...words).stdout), { kept: false, already: true })
  t.match(amberRoad(folder, 'import-table'), { status: 2, stderr: /name one file/ })
  t.match(amberRoad(folder, 'import-table', join(folder, 'none.csv')), { status: 2, stderr: /there is no file/ })
  t.match(amberRoad(folder, 'import-table', join(folder, 'broken.csv')), { status: 2, stderr: /broken\.csv, row 2, column B\.x: "two" found/ })
  t.match(amberRoad(folder, ...words.slice(0, -1), 'soon'), { status: 2, stderr: /year: expected a year/ })
})

t.test('value chains of a table in files', async t => {
  const folder = t.testdir({ 'broken.csv': ',A.x,B.x\nA.x,1,two\nB.x,3,4\n' })
  const leather = (measure: string, ...words: string[]): Ended => amberRoad(folder, 'value-chains', measure, ...['table', 'Z', 'final', 'Y', 'output', 'X'].map((word, i) => i % 2 === 0 ? `--${word}` : `tests/datasets/value-chains/leather.${word}.csv`), ...words)
  const kww = leather('kww', '--country', 'turkey')
  t.equal(kww.status, 0)
  const [row, ...others] = parse(kww.stdout, { columns: true }) as Array<Record<string, string>>
  t.strictSame(others, [])
  // Printed by decompr 6.8.0.
  t.match({ ...row, DVA_FIN: Number(row.DVA_FIN).toFixed(6), FDC: Number(row.FDC).toFixed(6) }, { country: 'Turkey', DVA_FIN: '43.394614', FDC: '5.573163' })
  t.match(kww.stderr, /nine terms \+ taxes \+ imbalance = E: holds/)
  t.match(JSON.parse(leather('wwz', '--format', 'json').stdout), { measure: 'wwz', valueAdded: 'residual', table: { hash: /^[0-9a-f]{64}$/ }, tables: { sectorPair: Array }, identities: Array })
  t.match(leather('kww', '--country', 'Poland'), { status: 2, stderr: /no country "Poland"; it has Argentina, Turkey, Germany/ })
  t.match(leather('kwww'), { status: 2, stderr: /"kwww" is not a measure .*kww/ })
  t.match(leather('kww', '--result', 'cells'), { status: 2, stderr: /gives no result "cells"; with these options it gives country/ })
  t.match(leather('demandShock'), { status: 2, stderr: /shocks: is needed/ })
  t.match(leather('kww', '--input-format', 'xls'), { status: 2, stderr: /--input-format is long-csv/ })
  t.match(leather('kww', '--value-added', 'net'), { status: 2, stderr: /residual or stated, not net/ })
  t.match(amberRoad(folder, 'value-chains', 'kww'), { status: 2, stderr: /name a measure and a file/ })
  t.match(amberRoad(folder, 'value-chains', 'kww', '--table', join(folder, 'none.csv')), { status: 2, stderr: /there is no file/ })
  t.match(amberRoad(folder, 'value-chains', 'kww', '--table', join(folder, 'broken.csv')), { status: 2, stderr: /broken\.csv, row 2, column B\.x: "two" found; expected/ })
  const listed = JSON.parse(amberRoad(folder, 'value-chains', '--list').stdout) as Array<{ name: string, source: string }>
  t.ok(listed.length > 20 && listed.every(({ source }) => /\d{4}/.test(source)), 'each with its source')
})

t.test('from files to an exported cluster', async t => {
  const folder = t.testdir({ 'firms.csv': CSV })
  t.match(JSON.parse(amberRoad(folder, 'status').stdout), { store: 'sqlite', number: 0, organisations: 0 })
  t.match(amberRoad(folder, 'export', 'clusters'), { status: 1, stderr: /No analysis has been completed/ })
  const checked = amberRoad(folder, 'import', '--format', 'organisations-csv', '--dry-run', join(folder, 'firms.csv'))
  t.match({ status: checked.status, report: JSON.parse(checked.stdout) }, { status: 0, report: { status: 'checked', written: { organisations: 2 } } })
  t.equal(amberRoad(folder, 'import', '--format', 'organisations-csv', '--source', 'register', join(folder, 'firms.csv')).status, 0)
  t.match(amberRoad(folder, 'seed'), { status: 0, stderr: /had no input-output table, and has one now/ })
  t.match(amberRoad(folder, 'seed'), { status: 1, stderr: /holds data already/ })
  const run = amberRoad(folder, 'analyse', '--algorithm', 'louvain', '--seed', '7')
  t.match({ status: run.status, run: JSON.parse(run.stdout) }, { status: 0, run: { status: 'completed', request: { algorithm: 'louvain', seed: 7 }, metrics: { organisations: 2 } } })
  t.match(run.stderr, /Finding clusters/, 'progress is told beside the answer')
  t.match(JSON.parse(amberRoad(folder, 'analyse', '--algorithm', 'louvain', '--options', '{"repeats":0}', '--trial').stdout), { status: 'completed', request: { trial: true, options: { repeats: 0 } } })
  const measured = JSON.parse(amberRoad(folder, 'analyse', '--algorithm', 'assortativity', '--group', 'kind').stdout)
  t.match(measured, { status: 'completed', request: { algorithm: 'assortativity', group: 'kind' }, measured: { organisations: 2, metrics: { assortativity: null } } })
  const degrees = JSON.parse(amberRoad(folder, 'analyse', '--algorithm', 'degree').stdout)
  t.match(parse(amberRoad(folder, 'results', degrees.id).stdout, { columns: true }), [{ name: 'Baltic Timber', degree: '0', degreeRank: '1' }, { degree: '0' }])
  const arrow = join(folder, 'values.arrows')
  t.equal(amberRoad(folder, 'results', degrees.id, '--format', 'arrow', '--out', arrow).status, 0)
  t.strictSame(tableFromIPC(readFileSync(arrow)).getChild('degree').toArray(), Float64Array.of(0, 0))
  t.match(amberRoad(folder, 'results', degrees.id, '--table', 'pairs'), { status: 1, stderr: /has no table "pairs"/ })
  const list = amberRoad(folder, 'export', 'organisations')
  t.strictSame((parse(list.stdout, { columns: true }) as Array<{ name: string }>).map(({ name }) => name), ['Baltic Timber', 'Nordsjø Havbrug'])
  t.match(JSON.parse(amberRoad(folder, 'quality', 'coverage').stdout), { organisations: 2, by: { source: [{ value: 'register', count: 2 }] } })
  t.match(amberRoad(folder, 'quality', 'duplicates', '--format', 'csv'), { status: 0, stdout: /^.?band,score,nameSimilarity/ })
  t.match(amberRoad(folder, 'quality'), { status: 2, stderr: /name one of the two/ })
  t.match(amberRoad(folder, 'quality', 'coverage', '--format', 'xlsx'), { status: 2, stderr: /--format is csv or json, not xlsx/ })
  const file = join(folder, 'map.graphml')
  t.equal(amberRoad(folder, 'export', 'clusters', '--query', 'format=graphml', '--out', file).status, 0)
  t.match(readFileSync(file, 'utf8'), /<graphml/)
  t.match(amberRoad(folder, 'export', 'clusters/C9', '--out', join(folder, 'none')), { status: 1, stderr: /C9/ })
  t.notOk(existsSync(join(folder, 'none')), 'no empty file is left')
})

t.test('a report is written to a file, and what cannot be is told', async t => {
  const folder = t.testdir({ 'firms.csv': 'name,country\nBaltic Timber,LV\nNordsjø Havbrug,DK\nŻubr,PL\n' })
  t.match(amberRoad(folder, 'report', '--countries', 'LV', '--format', 'html'), { status: 1, stderr: /No analysis has been completed/ })
  t.equal(amberRoad(folder, 'import', '--format', 'organisations-csv', join(folder, 'firms.csv')).status, 0)
  t.equal(amberRoad(folder, 'analyse', '--options', '{"repeats":0,"shuffledNetworks":0}').status, 0)
  const out = join(folder, 'report.pdf')
  t.equal(amberRoad(folder, 'report', '--countries', 'LV,DK,PL', '--format', 'pdf', '-o', out).status, 0)
  t.match(readFileSync(out, 'latin1').slice(0, 5), '%PDF-')
  t.ok(amberRoad(folder, 'report', '--countries', 'LV,DK,PL', '--format', 'html', '--language', 'pl', '--suppress-below', '0').stdout.includes('<html lang="pl">'))
  t.match(amberRoad(folder, 'report', '--regions', 'PL48', '--format', 'pdf', '-o', join(folder, 'none')), { status: 1, stdout: '', stderr: /PL48/ })
  t.notOk(existsSync(join(folder, 'none')))
  for (const [words, said] of [[[], /name a group/], [['--countries', 'PL'], /say in which format/], [['--countries', 'PL', '--format', 'odt'], /format/], [['--countries', 'Poland', '--format', 'pdf'], /countries/], [['--countries', 'PL', '--format', 'pdf', '--suppress-below', 'few'], /suppressBelow/], [['--countries', 'PL', '--format', 'pdf', '--template', 'poster'], /template/], [['--country', 'PL'], /--country/]] as Array<[string[], RegExp]>) {
    t.match(amberRoad(folder, 'report', ...words), { status: 2, stdout: '', stderr: said }, words.join(' '))
  }
})

t.test('declared priorities go in and come out', async t => {
  const folder = t.testdir({ 'wrong.csv': 'region,title\nPL84,Wood\nPL48,Wood\n' })
  const example = 'seeds/declared-priorities/hamburg.csv'
  const checked = amberRoad(folder, 'priorities', 'import', example, '--dry-run')
  t.match({ status: checked.status, report: JSON.parse(checked.stdout) }, { status: 0, report: { status: 'checked', regions: [{ region: 'DE6', priorities: 8, change: 'new' }] } })
  t.equal(parse(amberRoad(folder, 'priorities', 'export').stdout, { columns: true }).length, 0, 'a trial writes nothing')
  t.equal(amberRoad(folder, 'priorities', 'import', example).status, 0)
  const refused = amberRoad(folder, 'priorities', 'import', join(folder, 'wrong.csv'))
  t.match({ status: refused.status, report: JSON.parse(refused.stdout) }, { status: 1, report: { status: 'refused', errors: [{ file: 'wrong.csv', row: 3, value: 'PL48' }] } })
  const out = join(folder, 'priorities.csv')
  t.equal(amberRoad(folder, 'priorities', 'export', '--out', out).status, 0)
  t.strictSame((parse(readFileSync(out), { columns: true }) as Array<Record<string, string>>).map(({ region, title }) => [region, title]).slice(0, 2), [['DE6', 'Maritime industry'], ['DE6', 'Logistics']])
  for (const [words, said] of [[[], /say what to do/], [['list'], /say what to do/], [['import'], /name one file/], [['import', join(folder, 'none.csv')], /there is no file/], [['import', example, '--encoding', 'latin'], /encoding/], [['export', 'all'], /nothing else/]] as Array<[string[], RegExp]>) {
    t.match(amberRoad(folder, 'priorities', ...words), { status: 2, stdout: '', stderr: said }, words.join(' '))
  }
})

t.test('with ACCESS_TOKEN, commands read what is for brokers alone', async t => {
  const { status, stdout, stderr } = amberRoadWith({ DATA_DIR: t.testdir({}), ACCESS_TOKEN: 'a-token-of-24-characters' }, 'introductions', '--format', 'json')
  t.match({ status, stderr, list: JSON.parse(stdout) }, { status: 0, stderr: '' })
})

t.test('a store that another process holds is left alone', async t => {
  const folder = t.testdir({})
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'amber-road.db') })
  await loadValueChains(store, generateValueChains(SMALL_CHAINS))
  for (const words of [['analyse'], ['status'], ['seed'], ['export', 'clusters']]) t.match(amberRoad(folder, ...words), { status: 1, stdout: '', stderr: /in use by another Amber Road/ }, words[0])
  await store.close()
})

t.test('a measure on a file, without a store', async t => {
  const folder = t.testdir({ 'links.csv': 'source,target,weight\na,b,1\nb,c,1\nb,d,2\n', 'nodes.csv': 'id,country\na,PL\nb,PL\nc,LT\nd,LT\n' })
  const links = join(folder, 'links.csv')
  const csv = amberRoad(folder, 'measure', 'structuralHoles', '--graph', join(folder, 'links.csv'))
  t.equal(csv.status, 0)
  t.match((parse(csv.stdout, { columns: true }) as Array<Record<string, string>>)[0], { id: 'a', constraint: '1', hierarchy: '1' })
  const json = amberRoad(folder, 'measure', 'assortativity', '--graph', join(folder, 'links.csv'), '--nodes', join(folder, 'nodes.csv'), '--group', 'Country', '--format', 'json')
  t.match(JSON.parse(json.stdout).metrics, { assortativity: Number })
  t.ok(JSON.parse(amberRoad(folder, 'measure', '--list').stdout).length > 20)
  t.notOk(existsSync(join(folder, 'amber-road.db')), 'no store is made')
  const huge = join(folder, 'huge.csv')
  writeFileSync(huge, '')
  truncateSync(huge, NETWORK_FILE_BYTES_MAX + 1)
  for (const [words, said] of [[['degree', '--graph', huge], /larger than 400 MB/], [['degree'], /name a measure and a file/], [['degree', '--graph', join(folder, 'none')], /no file/], [['fame', '--graph', join(folder, 'links.csv')], /not a measure/], [['degree', '--graph', join(folder, 'links.csv'), '--format', 'xml'], /csv or json/], [['degree', '--graph', links, '--seed', '0x10'], /--seed is a whole number from 0 to 4294967295, not "0x10"/], [['degree', '--graph', folder], /is a folder; name a file in it/],
    [['degree', '--graph', links, '--table', '__proto__'], /gives no table "__proto__"/], [['soleSuppliers', '--directed', '--graph', links, '--format', 'json', '--table', 'soleSuppliers'], /--table goes with --format csv; json holds every table/],
    [['leiden', '--graph', links, '--options', '{"resolutoin":2}'], /^resolutoin: is not known here/]] as Array<[string[], RegExp]>) {
    t.match(amberRoad(folder, 'measure', ...words), { status: 2, stdout: '', stderr: said }, words.join(' '))
  }
})

t.test('a wrong call is told from a failure', async t => {
  const folder = t.testdir({ 'firms.csv': CSV, 'wrong.csv': 'name,country\nX,Atlantis\n' })
  const wrong: Array<[words: string[], said: RegExp]> = [
    [['improt'], /"improt" is not a command/], [['serve', '--port', '1'], /Set PORT in the environment/], [['status', 'now'], /"now" is not known/], [['seed', '--synthetic'], /"--synthetic" is not known/], [['import'], /name at least one file/], [['import', '--format', 'organisations-csv', join(folder, 'none.csv')], /there is no file .*none\.csv/],
    [['import', '--format', 'xlsx', join(folder, 'firms.csv')], /format/], [['import', '--colour', 'red', join(folder, 'firms.csv')], /--colour/], [['analyse', '--algorithm', 'infomap'], /algorithm/],
    [['analyse', '--seed', 'x'], /seed/], [['constructor'], /"constructor" is not a command/], [['import', '--format', 'organisations-csv', folder], /is a folder/], [['results'], /name one run/], [['results', 'latest', '--format', 'xlsx'], /csv or json or arrow or columns/], [['analyse', '--options', '{'], /--options takes JSON/], [['export'], /name one thing/], [['import', '--format', 'organisations-csv', '--options', '{"delimitr":","}', join(folder, 'firms.csv')], /delimitr/]
  ]
  for (const [words, said] of wrong) {
    const { status, stderr, stdout } = amberRoad(folder, ...words)
    t.equal(status, 2, words.join(' '))
    t.match(stderr, said, words.join(' '))
    t.notMatch(stderr, /\n\s+at /, 'no stack')
    t.equal(stdout, '')
  }
  const refused = amberRoad(folder, 'import', '--format', 'organisations-csv', join(folder, 'wrong.csv'))
  t.match({ status: refused.status, report: JSON.parse(refused.stdout) }, { status: 1, report: { status: 'refused', errors: [{ row: 2, value: 'Atlantis' }] } })
})
