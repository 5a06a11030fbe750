import t from 'tap'
import type { Test } from 'tap'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { TEXT_LENGTH_MAX } from '../../services/contract/scalars.ts'
import { TABLE_CODE_LENGTH_MAX } from '../../services/contract/value-chains.ts'
import { LINE_BYTES_MAX } from '../../services/value-chains/formats/csv-rows.ts'
import { FLOWS_MAX, LABELS_MAX } from '../../services/value-chains/formats/long-csv.ts'
import { OTHER_COLUMNS_MAX, OTHER_ROWS_MAX } from '../../services/value-chains/formats/matrix-file.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import type { ReadTableOptions, TableFile } from '../../services/value-chains/formats/read-table.ts'
import { COUNTRY_SECTORS_MAX } from '../../services/value-chains/table.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { leather } from './example-tables.ts'

type Texts = Partial<Record<TableFile['role'], string>>
/** In pieces of `size` bytes, so that cells and lines are parted. */
const read = (texts: Texts, options: ReadTableOptions = {}, size = 7) => readTable(Object.entries(texts).map(([role, text]) => ({ name: `${role}.csv`, role: role as TableFile['role'], content: pieces(text, size) })), options, UNWATCHED)
async function * pieces (text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const FOLDER = 'tests/datasets/value-chains/'
const threeFiles = (): TableFile[] => [{ name: 'Z.csv', role: 'table', content: `${FOLDER}leather.Z.csv` }, { name: 'Y.csv', role: 'final', content: `${FOLDER}leather.Y.csv` }, { name: 'X.csv', role: 'output', content: `${FOLDER}leather.X.csv` }]
const nodes = ({ labels: { countries, sectors } }: InputOutputTable): string[] => countries.flatMap(country => sectors.map(sector => `${country}.${sector}`))
const same = (t: Test, found: InputOutputTable, expected: InputOutputTable): void => {
  for (const key of ['intermediate', 'finalDemand', 'output', 'valueAdded'] as const) t.strictSame(found[key], expected[key], key)
  t.strictSame([found.labels.countries, found.labels.sectors], [expected.labels.countries, expected.labels.sectors])
}

function longForm (table: InputOutputTable): Texts {
  const ids = nodes(table)
  const n = ids.length
  const G = table.labels.countries.length
  const flows = ids.flatMap((source, i) => ids.map((target, j) => `${source},${target},${table.intermediate[i * n + j]}`))
  const final = ids.flatMap((source, i) => table.labels.countries.map((country, r) => `${source},${country}.F1,${table.finalDemand[i * G + r]}`))
  return { table: ['source,target,value', ...flows].join('\n'), final: ['source,final,value', ...final].join('\r\n'), output: ['id,output', ...ids.map((id, i) => `"${id}",${table.output[i]}`), ''].join('\n') }
}

t.test('the example is read from three files, from one matrix, and from long form, as the same table', async t => {
  const apart = await readTable(threeFiles(), {}, UNWATCHED)
  same(t, apart.table, leather())
  t.strictSame(apart.checks, [])
  const long = await read(longForm(leather()))
  same(t, long.table, leather())
  t.equal(long.table.hash, apart.table.hash)
  t.match(long.table.hash, /^[0-9a-f]{64}$/)
})

const joined = (): string => {
  const table = leather()
  const ids = nodes(table)
  return [`,${ids.join(',')},${table.labels.countries.map(country => `${country}_FD`).join(',')},OUT`,
    ...ids.map((id, i) => `${id},${table.intermediate.subarray(i * 9, i * 9 + 9).join(',')},${table.finalDemand.subarray(i * 3, i * 3 + 3).join(',')},${table.output[i]}`),
    `VA,${table.valueAdded.join(',')},,,,`].join('\n')
}

t.test('a matrix with final demand, value added and output', async t => {
  const { table } = await read({ table: joined() })
  same(t, table, leather())
  const commas = await read({ table: joined().replaceAll(',', ';').replaceAll(/(\d)\.(\d)/g, '$1,$2') }, { decimalComma: true })
  t.equal(commas.table.hash, table.hash)
})

t.test('bare numbers and a list of countries', async t => {
  const { table } = await read({ table: '20,10,50,20\n15,30,25,80\n', countries: 'country\nAUS\nAUT\n' })
  t.strictSame([...table.intermediate, ...table.finalDemand, ...table.output, ...table.valueAdded], [20, 10, 15, 30, 50, 20, 25, 80, 100, 150, 65, 110])
  t.strictSame([table.labels.countries, table.labels.sectors], [['AUS', 'AUT'], ['s1']])
  await t.rejects(read({ table: '20,10,50,20\n15,30,25,80\n1,1,1,1\n', countries: 'AUS\nAUT\n' }), { name: 'TableFileError', message: /it has 3 rows/ })
})

t.test('OECD: parts of a country are joined, sectors keep their underscores, 2016 has final demand reversed', async t => {
  const file = 'V1,MEX_A01_02,MX1_A01_02,USA_A01_02,MEX_HFCE,MEX_INVNT,USA_HFCE,USA_INVNT,OUT\nMEX_A01_02,0,0,0,7,1,2,0,10\nMX1_A01_02,0,3,4,0,0,5,0,12\nUSA_A01_02,0,6,2,1,0,30,-1,38\nTLS,0,1,2,0,0,0,0,3\nVA,10,2,30,0,0,0,0,42\nOUT,10,12,38,0,0,0,0,60\n'
  const { table, checks } = await read({ table: file })
  t.equal(table.about.format, 'oecd-icio')
  t.strictSame([...table.intermediate, ...table.finalDemand, ...table.output, ...table.valueAdded, ...table.inventoryChange!], [3, 4, 6, 2, 8, 7, 1, 29, 22, 38, 12, 30, 1, -1])
  t.strictSame(table.labels.sectors, ['A01_02'])
  t.match(table.about.notes.join(), /MX1 were joined in MEX/)
  t.strictSame(checks, [])
  const old = await read({ table: 'x,AUS_C01,AUT_C01,HFCE_AUS,HFCE_AUT,DISC,TOTAL\nAUS_C01,20,10,50,20,0,100\nAUT_C01,15,30,25,80,0,150\nAUS_TAXSUB,1,0,0,0,0,0\nAUT_TAXSUB,0,2,0,0,0,0\nVALU,64,108,0,0,0,0\nOUTPUT,100,150,0,0,0,0\n' })
  t.strictSame([...old.table.finalDemand, ...old.table.valueAdded], [50, 20, 25, 80, 64, 108])
  t.strictSame(old.checks, [])
})

t.test('tables of OECD and FIGARO that end before the rows of their last country do are refused', async t => {
  const oecd = 'V1,AUT_A,AUT_B,POL_A,POL_B,AUT_HFCE,POL_HFCE\nAUT_A,1,2,1,1,5,5\nAUT_B,1,2,1,1,5,5\nPOL_A,1,2,1,1,5,5\n'
  await t.rejects(read({ table: oecd }), { name: 'TableFileError', message: /row 1, column POL_B: expected a column of a country and sector that has a row too: the file is cut short/ })
  await t.rejects(read({ table: oecd.replaceAll('HFCE', 'P3_S14') }), { name: 'TableFileError', message: /row 1, column POL_B/ })
})

t.test('countries whose names stand for something in the language of the program are countries', async t => {
  const { table } = await read({ table: 'V1,constructor_A,toString_A,constructor_HFCE,toString_HFCE\nconstructor_A,1,2,5,5\ntoString_A,1,2,5,5\n' }, { format: 'oecd-icio' })
  t.strictSame([table.labels.countries, table.about.notes.filter(note => note.includes('joined'))], [['constructor', 'toString'], []])
})

t.test('FIGARO: value added of three rows, output of what is sold', async t => {
  const { table, checks } = await read({ table: 'rowLabels,AT_A01,FIGW1_A01,AT_P3_S14,AT_P5M,FIGW1_P3_S14,FIGW1_P5M\nAT_A01,20,10,49,1,20,0\nFIGW1_A01,15,30,25,0,80,0\nD21X31,1,1,0,0,0,0\nOP_RES,0,0,3,0,3,0\nOP_NRES,0,0,-3,0,-3,0\nD1,40,100,0,0,0,0\nD29X39,4,2,0,0,0,0\nB2A3G,20,7,0,0,0,0\n' })
  t.strictSame([table.about.format, ...table.output, ...table.valueAdded, ...table.inventoryChange!], ['figaro', 100, 150, 64, 109, 1, 0])
  t.strictSame(checks, [])
})

t.test('what cannot be read is refused with its place', async t => {
  const refused = async (from: string | RegExp, to: string, message: RegExp) => {
    const text = joined().replace(from, to)
    t.not(text, joined(), `${message} is about a change`)
    await t.rejects(read({ table: text }), { name: 'TableFileError', message })
  }
  await refused('16.1', 'n/a', /table\.csv, row 2, column Argentina\.Agriculture: "n\/a" found; expected a finite number/)
  await refused('16.1', 'NaN', /row 2.*"NaN" found/)
  await refused('16.1', 'Inf', /row 2.*"Inf" found/)
  await refused('16.1', '1e999', /row 2.*"1e999" found/)
  await refused('16.1', '"16,1"', /row 2.*decimal point/)
  await refused('16.1', '16,1', /row 2.*14 cells as in the first line, and the row has 15/)
  await refused('\nTurkey.Agriculture', '\nArgentina.Agriculture', /row 5.*"Argentina\.Agriculture" found; expected each label once, and row 2/)
  await refused(',Turkey.Agriculture', ',Argentina.Agriculture', /row 1, column Argentina\.Agriculture: expected each label once/)
  await refused(/,,$/, '', /row 11.*the row has 12: it is cut short/)
  await refused(/\nGermany[^]*/, '', /row 1/)
  await refused(/\nGermany\.Transport_Equipment[^]*/, '', /row 1, column Germany\.Transport_Equipment: expected a row for each column of a country and sector.*cut short/)
  await t.rejects(read({ table: '' }), { message: /the file is empty/ })
  await t.rejects(readTable([{ name: 'none.csv', role: 'table', content: '/none/none.csv' }], {}, UNWATCHED), { message: /there is none/ })
})

t.test('a file that is refused before its end is closed', { skip: existsSync('/proc/self/fd') ? false : 'needs /proc, which tells of open files' }, async t => {
  const folder = t.testdir({ 'table.csv': `,A_x,A_FD\nA_x,one,2\n${'B_x,1,2\n'.repeat(300_000)}`, 'flows.csv': `source,target,value\n${'A.x,A.x,1\n'.repeat(300_000)}`, 'wrong.csv': 'a,b,c,d\n' })
  const open = (): string[] => readdirSync('/proc/self/fd').flatMap(fd => { try { return [readlinkSync(`/proc/self/fd/${fd}`)] } catch { return [] } }).filter(path => path.startsWith(folder))
  const file = (role: TableFile['role'], name: string): TableFile => ({ role, name, content: join(folder, name) })
  await t.rejects(readTable([file('table', 'table.csv')], {}, UNWATCHED), { name: 'TableFileError', message: /"one" found/ })
  await t.rejects(readTable([file('table', 'flows.csv'), file('final', 'flows.csv'), file('output', 'wrong.csv')], {}, UNWATCHED), { name: 'TableFileError', message: /two or three columns/ })
  await setTimeout(100)
  t.strictSame(open(), [])
})

t.test('too many country-sectors are refused', async t => {
  const ids = Array.from({ length: 4097 }, (_, i) => `A.s${i}`)
  await t.rejects(read({ table: `source,target,value\n${ids.map(id => `${id},${id},1`).join('\n')}`, final: 'source,final,value\nA.s0,A.F1,1' }, {}, 65536), { message: /at most 4096 country-sectors.*= 4097/ })
})

t.test('files in gzip are read, and refused where they are cut short', async t => {
  const packed = gzipSync(joined())
  const of = (bytes: Uint8Array): TableFile[] => [{ name: 'table.csv.gz', role: 'table', content: (async function * () { yield bytes })() }]
  same(t, (await readTable(of(packed), {}, UNWATCHED)).table, leather())
  await t.rejects(readTable(of(packed.subarray(0, -20)), {}, UNWATCHED), { name: 'TableFileError', message: /table\.csv\.gz: expected a whole file in gzip/ })
})

t.test('a line that is none of a table is refused', async t => {
  await t.rejects(read({ table: 'x'.repeat(LINE_BYTES_MAX + 2) }, {}, 2 ** 20), { message: /row 1: expected a line of at most 8388608 bytes/ })
})

t.test('numbers are the nearest there are, by the long way and the short', async t => {
  const written = ['0.1', '123456789012345', '1234567890.12345678', '5e-324', '1.7976931348623157e99', '0.000000000000000000000012345', '9007199254740993', '-0', '.5', '7.', '+3']
  const rows = written.map((number, i) => `A.s${i},A.F1,${number}`)
  const { table } = await read({ table: `source,target,value\n${written.map((_, i) => `A.s${i},A.s${i},1`).join('\n')}`, final: `source,final,value\n${rows.join('\n')}` })
  t.strictSame([...table.finalDemand], written.map(number => Number(number) + 0))
})

t.test('names of countries and sectors from a file of their own', async t => {
  const names = (text: string): Texts => ({ table: joined(), names: `level,code,name\n${text}` })
  const { labels } = (await read(names('country,Germany,"Germany, Federal Republic of"\nsector,Agriculture,Farming\n'))).table
  t.strictSame(labels.countryNames, ['Argentina', 'Turkey', 'Germany, Federal Republic of'])
  t.strictSame(labels.sectorNames, ['Farming', 'Textile_and_Leather', 'Transport_Equipment'])
  t.strictSame([labels.countries[2], labels.sectors[0]], ['Germany', 'Agriculture'])
  await t.rejects(read(names('region,Germany,x\n')), { message: 'names.csv, row 2, column level: "region" found; expected country or sector.' })
  await t.rejects(read(names('country,DEU,Germany\n')), { message: 'names.csv, row 2, column code: "DEU" found; expected the code of a country of the table.' })
  await t.rejects(read(names('sector,Agriculture,a\nsector,Agriculture,b\n')), { message: /row 3, column code: "Agriculture" found; expected each code once/ })
  await t.rejects(read(names('sector,Agriculture,\n')), { message: /row 2, column name: "" found; expected a name/ })
  await t.rejects(read(names(`sector,Agriculture,${'n'.repeat(TEXT_LENGTH_MAX + 1)}\n`)), { message: /row 2, column name: .*expected a name of 1 to 500 characters/ })
  await t.rejects(read({ table: joined(), names: 'code,name\n' }), { message: /row 1: "code,name" found; expected three columns/ })
})

t.test('codes that no question could name, or no store give back, are refused', async t => {
  const table = (sector: string): Texts => ({ table: `,A_${sector},A_FD\nA_${sector},1,2\n` })
  t.strictSame((await read(table('x'.repeat(TABLE_CODE_LENGTH_MAX)))).table.labels.sectors, ['x'.repeat(TABLE_CODE_LENGTH_MAX)])
  for (const sector of ['x'.repeat(TABLE_CODE_LENGTH_MAX + 1), 'x\0', '\u0007']) await t.rejects(read(table(sector)), { name: 'TableFileError', message: /expected codes of countries and sectors of at most 200 characters, none of them a control character/ })
})

t.test('rows beside the country-sectors have a limit', async t => {
  const rows = (count: number): string => `,A.x,A.FD\nA.x,1,9\n${Array.from({ length: count - 1 }, (_, i) => `TLS${i},0,0\n`).join('')}`
  const limit = COUNTRY_SECTORS_MAX + OTHER_ROWS_MAX
  await t.rejects(read({ table: rows(limit) }, {}, 4096), { message: /a label of this format/ }, 'read, and then not understood')
  await t.rejects(read({ table: rows(limit + 1) }, {}, 4096), { message: `table.csv, row ${limit + 2}: expected at most 4096 country-sectors: join sectors or countries first.` })
})

t.test('columns have a limit before any row is held', async t => {
  const wide = (columns: number): Texts => ({ table: `,${Array.from({ length: columns }, (_, j) => `A.f${j}`).join(',')}\nA_x,1\n` })
  await t.rejects(read(wide(COUNTRY_SECTORS_MAX + OTHER_COLUMNS_MAX + 1), {}, 4096), { name: 'TableFileError', message: /row 1: expected at most 8192 columns/ })
  await t.rejects(read(wide(COUNTRY_SECTORS_MAX + OTHER_COLUMNS_MAX), {}, 4096), { name: 'TableFileError', message: /row 2: "A_x" found; expected 8193 cells/ })
})

t.test('files of flows and of output are not read beyond the largest table', async t => {
  const final = 'source,target,value\nA.x,A.final,1\n'
  const refused = (message: RegExp) => ({ name: 'TableFileError', message })
  const labels = Array.from({ length: LABELS_MAX / 2 }, (_, i) => `A.x${i},B.x${i},1\n`).join('')
  await t.rejects(read({ table: `source,target,value\n${labels}A.x0,C.x,1\n`, final }, {}, 65536), refused(new RegExp(`"C\\.x" found; expected at most ${LABELS_MAX} different labels`)))
  const many = Buffer.from('A.x,A.x,1\n'.repeat(1 << 18))
  async function * endless (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('source,target,value\n')
    for (let rows = 0; rows <= FLOWS_MAX; rows += 1 << 18) yield many
  }
  await t.rejects(readTable([{ name: 'flows.csv', role: 'table', content: endless() }, { name: 'final.csv', role: 'final', content: pieces(final, 64) }], { format: 'long-csv' }, UNWATCHED), refused(new RegExp(`row ${FLOWS_MAX + 2}: expected at most ${FLOWS_MAX} rows`)))
  const output = `id,output\n${Array.from({ length: COUNTRY_SECTORS_MAX + 1 }, (_, i) => `A.x${i},1\n`).join('')}`
  await t.rejects(read({ table: 'source,target,value\nA.x0,A.x0,1\n', final: 'source,target,value\nA.x0,A.final,1\n', output }, {}, 65536), refused(new RegExp(`output\\.csv.*at most ${COUNTRY_SECTORS_MAX} country-sectors`)))
})

t.test('a file of flows that is cut between two rows is refused where it lists every pair, and a sparse one is not', async t => {
  const names = ['A.x', 'A.y', 'B.x', 'B.y']
  const final = `source,target,value\n${names.map(name => `${name},A.final,6\n${name},B.final,0\n`).join('')}`
  const rows = (bySource: boolean): string[] => names.flatMap(a => names.map(b => bySource ? `${a},${b},1` : `${b},${a},1`))
  const file = (lines: string[]) => read({ table: `source,target,value\n${lines.join('\n')}\n`, final, output: `id,output\n${names.map(name => `${name},10\n`).join('')}` })
  for (const bySource of [true, false]) {
    const all = rows(bySource)
    await t.resolves(file(all))
    for (const kept of [4, 5, 8, 15]) await t.rejects(file(all.slice(0, kept)), { name: 'TableFileError', message: new RegExp(`table\\.csv, row ${kept + 2}: expected 16 rows.*it has ${kept}: it seems to be cut short`) }, `${kept} rows`)
  }
  // The first country-sector sells to every other, the others do not.
  const sparse = ['A.x,A.x,3', 'A.x,A.y,0', 'A.x,B.x,0', 'A.x,B.y,1', 'A.y,A.y,4', 'B.x,B.x,4', 'B.y,B.y,4']
  t.equal((await file(sparse)).table.intermediate.filter(value => value !== 0).length, 5)
})
