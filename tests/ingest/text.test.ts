import t from 'tap'
import { gzipSync } from 'node:zlib'
import { openTestStore } from '../support/open-test-store.ts'
import { errorLines, fileOf, importInto } from '../support/import-files.ts'
import type { ImportOptions } from '../../services/contract/import.ts'
import type { Organisation } from '../../services/contract/organisation.ts'

type Options = Partial<ImportOptions>
const CSV = { format: 'organisations-csv' } as const

t.test('text arrives as it was written', async t => {
  const store = await openTestStore(t)
  const read = async (content: string | Buffer, options: Options = {}, pieceLength = 3): Promise<Organisation[]> => {
    const report = await importInto(store, [fileOf('o.csv', content, pieceLength)], { ...CSV, ...options })
    t.strictSame(errorLines(report), [])
    return (await store.listOrganisations({}, { limit: 100, after: null })).rows
  }
  const names = async (content: string | Buffer, options: Options = {}, pieceLength = 3): Promise<string[]> => (await read(content, options, pieceLength)).map(organisation => organisation.name)

  t.test('UTF-8 with and without a byte order mark, cut anywhere', async t => {
    for (const pieceLength of [1, 2, 5, 1000]) {
      t.match(await names('name,country\nŻółć i Łoś,PL\n', {}, pieceLength), ['Żółć i Łoś'])
      t.match(await names('\uFEFFname,country\nŻółć i Łoś,PL\n', {}, pieceLength), ['Żółć i Łoś'], 'mark dropped')
    }
  })
  t.test('windows-1250 and windows-1252', async t => {
    t.ok((await names(Buffer.concat([Buffer.from('name,country\n'), Buffer.from([0xA3, 0xF3, 0x64, 0x9F]), Buffer.from(',PL\n')]), { encoding: 'windows-1250' })).includes('Łódź'))
    t.ok((await names(Buffer.concat([Buffer.from('name,country\n'), Buffer.from([0x4D, 0xFC, 0x6E, 0x63, 0x68, 0x65, 0x6E, 0x20, 0x80]), Buffer.from(',DE\n')]), { encoding: 'windows-1252' })).includes('München €'))
  })
  t.test('gzip, Windows line ends, quoted separators and quotation marks', async t => {
    t.ok((await names(gzipSync('name;country\r\n"Amber; ""Road""";LV\r\n'))).includes('Amber; "Road"'))
  })
  t.test('formulas, markup and other scripts are kept as they are', async t => {
    const texts = ['=SUM(A1:A9)', '+371 20000000', '@cmd', '<script>alert(1)</script>', "Robert'); DROP TABLE", 'Ελλάδα', '株式会社', '🜂 Ember']
    const found = await names('name,country\n' + texts.map(text => `"${text}",LV\n`).join(''))
    for (const text of texts) t.ok(found.includes(text), text)
  })
  t.test('letters written as two characters are stored as one', async t => {
    t.ok((await names('name,country\nRi\u0304ga,LV\n')).includes('Rīga'))
  })
})

t.test('line numbers count quoted line ends and empty lines', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, [fileOf('o.csv', '\n\nname,country\n"two\nlines",LV\n\n"three\n\nlines",XX\nfour,YY\n')], CSV)
  t.equal(report.status, 'refused')
  t.strictSame(errorLines(report), ['o.csv:7 country: XX', 'o.csv:10 country: YY'])
})

t.test('the separator is found from the header, or told', async t => {
  const store = await openTestStore(t)
  for (const separator of [',', ';', '\t', '|']) {
    const report = await importInto(store, [fileOf('o.csv', ['name', 'country', '"a, b; c | d"'].join(separator) + '\n' + ['Firm', 'LV', ''].join(separator) + '\n')], CSV)
    t.equal(report.status, 'completed', JSON.stringify(separator))
  }
  t.equal((await importInto(store, [fileOf('o.csv', 'name;country\nFirm;LV\n')], { ...CSV, delimiter: ',' })).status, 'refused', 'the wrong one is not silently accepted')
})

t.test('files that cannot be read are refused with the line and what to do', async t => {
  const store = await openTestStore(t)
  const before = await store.revision()
  const cases: Array<[name: string, content: string | Buffer, row: number, expected: RegExp]> = [
    ['not UTF-8', Buffer.concat([Buffer.from('name,country\nGood,LV\n'), Buffer.from([0x4C, 0xF3, 0x64, 0x9F]), Buffer.from(',PL\n')]), 3, /utf-8.*windows-1250/],
    ['cut in a character', Buffer.from('name,country\nŁ', 'utf8').subarray(0, 14), 2, /utf-8/],
    ['UTF-16', Buffer.from('\uFEFFname,country\nA,LV\n', 'utf16le'), 1, /save the file as UTF-8/],
    ['quotation mark in the middle', 'name,country\nGood,LV\nA "bad" "one,LV\n', 3, /quotation marks/],
    ['empty', '', 1, /empty/],
    ['cut gzip', gzipSync('name,country\n' + 'Firm,LV\n'.repeat(1000)).subarray(0, 40), 1, /whole gzip/],
    ['column twice', 'name,country,name\nA,LV,B\n', 1, /named once/],
    ['column missing', 'title,country\nA,LV\n', 1, /a column named name/]
  ]
  for (const [name, content, row, expected] of cases) {
    for (const pieceLength of [3, 1000]) {
      const report = await importInto(store, [fileOf('o.csv', content, pieceLength)], { ...CSV, onError: 'skip' })
      t.equal(report.status, 'refused', name)
      t.match(report.errors[0], { file: 'o.csv', row, expected }, name)
    }
  }
  t.strictSame(await store.revision(), before, 'nothing was written')
})

t.test('a row that is too short or too long is an error of that row', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, [fileOf('o.csv', 'name,country\nA,LV\nB\nC,LV,x\n')], { ...CSV, onError: 'skip' })
  t.strictSame(errorLines(report), ['o.csv:3 -: 1 cells', 'o.csv:4 -: 3 cells'])
  t.equal(report.written.organisations, 1)
})

t.test('decimal commas', async t => {
  const store = await openTestStore(t)
  await importInto(store, [fileOf('o.csv', 'key,name,country\na,A,LV\nb,B,EE\n')], CSV)
  const link = async (weight: string, decimalComma: boolean): Promise<string> => {
    const report = await importInto(store, [fileOf('l.csv', `kind;source;target;weight\nSUPPLIES;a;b;"${weight}"\n`)], { format: 'links-csv', decimalComma })
    return report.status === 'completed' ? String((await store.listLinks({}, { limit: 1, after: null })).rows[0]?.weight) : errorLines(report).join()
  }
  t.equal(await link('1234.5', false), '1234.5')
  t.equal(await link('1e3', false), '1000')
  t.equal(await link('1234,5', true), '1234.5')
  t.equal(await link('1.234,5', true), '1234.5')
  t.equal(await link('1 234\u00A0567,5', true), '1234567.5')
  t.equal(await link('1234,5', false), 'l.csv:2 weight: 1234,5', 'never read as 12345')
  t.equal(await link('12.34,5', true), 'l.csv:2 weight: 12.34,5')
  t.equal(await link('1.5', true), 'l.csv:2 weight: 1.5', 'neither 1.5 nor 15')
  t.equal(await link('NaN', false), 'l.csv:2 weight: NaN')
  t.equal(await link('Infinity', false), 'l.csv:2 weight: Infinity')
  t.equal(await link('-1', false), 'l.csv:2 weight: -1', 'weights are not negative')
})
