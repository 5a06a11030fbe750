/** Packages that no spreadsheet program writes, made to take memory and time: refused by their directory, or as soon as a part gives more than it states. */
import t from 'tap'
import type { Test } from 'tap'
import { deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync } from 'fflate'
import { readWorkbook, WORKBOOK_SIGNS_MAX } from '../../services/trans-s3/workbook/read-workbook.ts'
import { WORKBOOK_BYTES_MAX, WORKBOOK_PARTS_MAX, WORKBOOK_UNPACKED_MAX } from '../../services/trans-s3/workbook/unpack-workbook.ts'
import { workbook, xmlOf } from './filled-workbook.ts'
import { packedByHand } from './packed-by-hand.ts'
import type { Body, Entry } from './packed-by-hand.ts'

const [STORED, DEFLATED] = [0, 8]
const files = Object.entries(unzipSync(workbook({ P: xmlOf([{ A: 'seven', B: 7 }]) })))
/** 64 mebibytes in 65 kilobytes. */
const blanks = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' '), { level: 9 })
const cells = { A1: { kind: 'text', text: 'seven' }, B1: { kind: 'number', number: 7 } }

interface Changes { body?: Partial<Body>, entry?: Partial<Entry>, comment?: string }
/** A workbook with a sheet as it should be, but for `changes` in all bodies and entries, and with more entries behind. */
function packed (changes: Changes = {}, more: { bodies?: Body[], entries?: Entry[] } = {}, method = DEFLATED): Buffer {
  const bodies = files.map(([name, bytes]): Body => ({ name, bytes: method === DEFLATED ? deflateRawSync(bytes) : bytes, ...changes.body }))
  const entries = files.map(([name, bytes], i): Entry => ({ name, body: i, method, packed: bodies[i].bytes.length, stated: bytes.length, ...changes.entry }))
  return packedByHand([...bodies, ...more.bodies ?? []], [...entries, ...more.entries ?? []], changes.comment)
}
const reads = (t: Test, bytes: Uint8Array, message: string): boolean => t.strictSame(readWorkbook(bytes).map(sheet => [sheet.name, Object.fromEntries(sheet.cells)]), [['P', cells]], message)
const refuses = (t: Test, bytes: Uint8Array, message: RegExp, name = String(message)): void => {
  t.ok(bytes.length <= WORKBOOK_BYTES_MAX, 'the file is small enough to be looked at')
  t.throws(() => readWorkbook(bytes), { name: 'WorkbookProblem', message }, name)
}

t.test('packages as programs write them', async t => {
  reads(t, packed(), 'packed')
  reads(t, packed({}, {}, STORED), 'not packed')
  reads(t, packed({ body: { more: 300, descriptor: new Uint8Array(16) } }), 'bytes kept free in heads, and sizes behind the bytes')
  reads(t, packed({ comment: 'by hand' }), 'a comment at the end')
  reads(t, packed({}, { bodies: [{ name: 'xl/media/a.png', bytes: blanks }], entries: [{ name: 'xl/media/a.png', body: files.length, method: DEFLATED, packed: blanks.length, stated: 10 }] }), 'a part that is not read is not unpacked, whatever it is')
})

t.test('a stream that unpacks to a gibibyte by the sixteen parts that name it, each stating ten bytes', async t => {
  const sheet = (n: number): Entry => ({ name: `xl/worksheets/more${n}.xml`, body: files.length, method: DEFLATED, packed: blanks.length, stated: 10 })
  const bodies = [{ name: 'x', bytes: blanks }]
  refuses(t, packed({}, { bodies, entries: Array.from({ length: 16 }, (_, n) => sheet(n)) }), /"xl\/worksheets\/more1\.xml" of the file stands where another one does/, 'refused before anything is unpacked')
  refuses(t, packed({}, { bodies, entries: [sheet(0)] }), /"xl\/worksheets\/more0\.xml" of the file unpacks to more than the 10 bytes that its directory states/, 'alone it is left as soon as it gives more')
  t.throws(() => readWorkbook(packed({}, { bodies, entries: [sheet(0)] })), { cause: { code: 'ERR_BUFFER_TOO_LARGE' } }, 'zlib stopped there')
})

t.test('parts that are not packed, state no bytes and share one body', async t => {
  const bytes = Buffer.alloc(3 * 1024 * 1024, ' ')
  const sheets = (stated: number): Entry[] => Array.from({ length: 200 }, (_, n) => ({ name: `xl/worksheets/more${n}.xml`, body: files.length, method: STORED, packed: bytes.length, stated }))
  const bodies = [{ name: 'x', bytes }]
  refuses(t, packed({}, { bodies, entries: sheets(0) }), /"xl\/worksheets\/more0\.xml" of the file is not packed, but has 3145728 bytes packed and 0 unpacked/)
  refuses(t, packed({}, { bodies, entries: sheets(bytes.length) }), new RegExp(`unpacks to more than ${WORKBOOK_UNPACKED_MAX}`))
  refuses(t, packed({}, { bodies, entries: sheets(bytes.length).slice(0, 2) }), /stands where another one does/)
})

t.test('what a part takes is the larger of its sizes', async t => {
  const sheets = (packed: number, stated: number): { bodies: Body[], entries: Entry[] } => ({ bodies: [{ name: 'x', bytes: new Uint8Array(packed) }], entries: Array.from({ length: 16 }, (_, n) => ({ name: `xl/worksheets/more${n}.xml`, body: files.length, method: DEFLATED, packed, stated })) })
  const share = WORKBOOK_UNPACKED_MAX / 16
  refuses(t, packed({}, sheets(share, 10)), new RegExp(`unpacks to more than ${WORKBOOK_UNPACKED_MAX}`), 'packed')
  refuses(t, packed({}, sheets(10, share)), new RegExp(`unpacks to more than ${WORKBOOK_UNPACKED_MAX}`), 'stated')
  refuses(t, packed({}, sheets(share / 2, share / 2)), /stands where another one does/, 'below the limit it is not this that is wrong')
})

t.test('a directory that does not hold', async t => {
  const first = files[0][0]
  const twice = (name: string): Buffer => packed({}, { bodies: [{ name, bytes: new Uint8Array(0) }], entries: [{ name, body: files.length, method: STORED, packed: 0, stated: 0 }] })
  refuses(t, twice(first), /holds the part "xl\/workbook\.xml" twice/)
  refuses(t, twice(first.toUpperCase()), /holds the part "XL\/WORKBOOK\.XML" twice/)
  reads(t, twice('xl/another.xml'), 'a part of another name')
  refuses(t, packed({ entry: { method: 9 } }), /packed by method 9, which no workbook uses/)
  refuses(t, packed({ entry: { stated: 40 } }), /unpacks to more than the 40 bytes that its directory states/)
  refuses(t, packed({ entry: { stated: 0 } }), /unpacks to more than the 0 bytes/)
  refuses(t, packed({ entry: { stated: 5000 } }), /unpacks to \d+ bytes, where its directory states 5000/)
  refuses(t, packed({ entry: { packed: 1_000_000 } }), /damaged or cut short/)
  refuses(t, packed({ body: { bytes: Buffer.alloc(400, 0xFF) } }), /damaged or cut short/, 'bytes that are not packed so')
  for (const changes of [{ packed: 0xFFFFFFFF }, { stated: 0xFFFFFFFF }]) refuses(t, packed({ entry: changes }), /ZIP64/, `ZIP64: ${Object.keys(changes).join()}`)
  const empty = Array.from({ length: WORKBOOK_PARTS_MAX - files.length + 1 }, (_, n) => `p${n}`)
  const many = (names: string[]): Buffer => packed({}, { bodies: names.map(name => ({ name, bytes: new Uint8Array(0) })), entries: names.map((name, n) => ({ name, body: files.length + n, method: STORED, packed: 0, stated: 0 })) })
  reads(t, many(empty.slice(1)), 'as many parts as there may be')
  refuses(t, many(empty), new RegExp(`holds ${WORKBOOK_PARTS_MAX + 1} parts, more than ${WORKBOOK_PARTS_MAX};`))
})

t.test('a file cut short anywhere, or with any one byte of its directory another, is read or refused and nothing else', async t => {
  const whole = packed()
  for (let length = 4; length < whole.length; length++) t.throws(() => readWorkbook(whole.subarray(0, length)), { name: 'WorkbookProblem' }, `cut at ${length}`)
  let refused = 0
  for (let at = whole.indexOf('PK\u0001\u0002'); at < whole.length; at++) {
    for (const value of [0, 1, 0x7F, 0xFF]) {
      const changed = Buffer.from(whole)
      changed[at] = value
      try {
        readWorkbook(changed)
      } catch (error) {
        refused++
        if ((error as Error).name !== 'WorkbookProblem') t.fail(`byte ${at} as ${value}: ${String(error)}`)
      }
    }
  }
  t.ok(refused > 100, `${refused} changes were seen`)
})

t.test('what would take long to read is refused before it is read', async t => {
  refuses(t, workbook({ P: `<worksheet>${'<a/>'.repeat(WORKBOOK_SIGNS_MAX)}</worksheet>` }), /far more than forms do/)
  const relations = strToU8('<Relationships><Relationship Id="r0" Target="worksheets/s0.xml"/><Relationship Id="r1" Target="worksheets/s0.xml"/></Relationships>')
  refuses(t, workbook({ P: xmlOf([{ A: 'seven' }]), Q: xmlOf([{ A: 'seven' }]) }, { 'xl/_rels/workbook.xml.rels': relations }), /lists one sheet twice/)
})
