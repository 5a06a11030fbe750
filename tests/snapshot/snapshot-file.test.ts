/** Snapshots on disk: they come back as they were, in shared memory; a file that is not as it was written counts as missing, whatever is wrong with it. */
import t from 'tap'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { buildSnapshot } from '../../services/snapshot/build-snapshot.ts'
import { readColumns, UnusableFile, writeColumns } from '../../services/snapshot/column-file.ts'
import type { Column } from '../../services/snapshot/column-file.ts'
import { readSnapshotFile, writeSnapshot } from '../../services/snapshot/snapshot-file.ts'
import { GrowingTexts, packTexts, placeOf, unpackTexts } from '../../services/snapshot/texts.ts'

const { organisations, links } = generateValueChains({ seed: 3, clusters: 2, firmsPerCluster: 10 })
const snapshot = buildSnapshot(7, { organisations: organisations.map((each, i) => ({ ...each, city: i === 0 ? 'Łódź 𐐷' : null })), links, networks: [], memberships: [] })
const silent = (): void => {}

t.test('a snapshot comes back as it was, on shared memory', async t => {
  const folder = t.testdir({})
  t.equal(await readSnapshotFile(folder, snapshot.hash, t.fail), null, 'nothing there, and nothing to tell')
  await writeSnapshot(folder, snapshot)
  const back = await readSnapshotFile(folder, snapshot.hash, t.fail)
  t.strictSame(back, snapshot)
  t.equal(back?.city.values[0], 'Łódź 𐐷')
  t.ok(back?.supply.weights.buffer instanceof SharedArrayBuffer)
  t.strictSame(readdirSync(folder), [`${snapshot.hash}.snapshot`], 'no part of a file is left')
})

t.test('every byte is checked', async t => {
  const folder = t.testdir({})
  await writeSnapshot(folder, snapshot)
  const file = join(folder, `${snapshot.hash}.snapshot`)
  const sound = readFileSync(file)
  const reasons = new Map<string, number>()
  const missing: number[] = []
  // A step that divides neither 8 nor 64 meets every part of the file, the filling between columns included.
  for (let at = 0; at < sound.length; at += at < 64 ? 1 : 7) {
    writeFileSync(file, sound.map((byte, i) => i === at ? byte ^ 0x10 : byte))
    const told: string[] = []
    if (await readSnapshotFile(folder, snapshot.hash, sentence => told.push(sentence)) !== null || told.length !== 1) missing.push(at)
    else {
      const reason = /because (it|its) (.*);/.exec(told[0])?.[2].replace(/\d+|column .* is/g, 'N') ?? told[0]
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
  }
  t.strictSame(missing, [], 'a flipped bit anywhere')
  for (const reason of ['is no file of columns', 'was written on a machine of another byte order', 'layout has version N, and this program reads version N', 'directory is damaged', 'N damaged']) t.ok(reasons.has(reason), reason)
})

t.test('a file that is cut, longer, foreign or newer is told apart', async t => {
  const folder = t.testdir({})
  await writeSnapshot(folder, snapshot)
  const file = join(folder, `${snapshot.hash}.snapshot`)
  const sound = readFileSync(file)
  const reasonOf = async (bytes: Uint8Array): Promise<string> => {
    writeFileSync(file, bytes)
    let told = ''
    t.equal(await readSnapshotFile(folder, snapshot.hash, sentence => { told = sentence }), null)
    return told
  }
  for (const length of [0, 5, 23, 24, 200, sound.length >> 1, sound.length - 1]) t.match(await reasonOf(sound.subarray(0, length)), /is not used, because it is cut short; what it held is read from the store again/, `${length} bytes`)
  t.match(await reasonOf(Buffer.concat([sound, Buffer.from('\0')])), /something follows its last column/)
  t.match(await reasonOf(Buffer.from('SQLite format 3\0'.repeat(20))), /it is no file of columns/)
  t.match(await reasonOf(Buffer.from('amber-road-snapshot 1 0123\n'.repeat(9))), /it is no file of columns/, 'as versions before this one wrote them')
  const later = Buffer.from(sound)
  later.writeUInt32LE(2, 12)
  t.match(await reasonOf(later), /its layout has version 2, and this program reads version 1/)
  await writeColumns(file, { about: { content: 'snapshot', version: 99 }, columns: new Map() })
  t.match(await reasonOf(readFileSync(file)), /its snapshot has version 99, and this program reads version 3/)
  await writeColumns(file, { about: { content: 'snapshot', version: 2 }, columns: new Map() })
  t.match(await reasonOf(readFileSync(file)), /its snapshot has version 2, and this program reads version 3/, 'before it held the domains of networks')
  await writeColumns(file, { about: { content: 'rows', version: 3 }, columns: new Map() })
  t.match(await reasonOf(readFileSync(file)), /it is no snapshot/)
  writeFileSync(file, sound)
  renameSync(file, join(folder, `${'0'.repeat(64)}.snapshot`))
  let told = ''
  t.equal(await readSnapshotFile(folder, '0'.repeat(64), sentence => { told = sentence }), null)
  t.match(told, /under the name of another/)
  t.not(await readSnapshotFile(t.testdir({}), snapshot.hash, silent), snapshot)
})

t.test('columns of any type and length, with one or none of them', async t => {
  const file = join(t.testdir({}), 'columns')
  const columns = new Map<string, Column>([['none', new Float64Array(0)], ['one', Int32Array.of(-1)], ['bytes', Uint8Array.from({ length: 129 }, (_, i) => i)], ['numbers', Float64Array.of(NaN, -0, 1e308)]])
  await writeColumns(file, { about: { some: 'thing' }, columns })
  const back = await readColumns(file)
  t.strictSame([back?.about, [...back?.columns ?? []]], [{ some: 'thing' }, [...columns]])
  t.strictSame([...(await readColumns(file, name => name === 'bytes'))?.columns.keys() ?? []], ['bytes'], 'only what is wanted is read')
  await writeColumns(file, { about: null, columns: new Map() })
  t.strictSame(await readColumns(file), { about: null, columns: new Map() })
  t.equal(await readColumns(`${file} of another name`), null)
  writeFileSync(file, '')
  await t.rejects(readColumns(file), UnusableFile)
  await t.rejects(readColumns(join(file, 'x')), { code: 'ENOTDIR' }, 'a fault of the disk is not hidden')
})

t.test('texts as bytes', async () => {
  const words = fc.array(fc.oneof(fc.string({ unit: 'binary' }).filter(text => !/\p{Surrogate}/u.test(text)), fc.string()), { maxLength: 30 })
  fc.assert(fc.property(words, fc.nat(30), fc.nat(30), (list, one, other) => {
    const packed = packTexts(list)
    const [start, end] = [Math.min(one, other, list.length), Math.min(Math.max(one, other), list.length)]
    const again = new GrowingTexts(0)
    again.push('first')
    again.pushAll(packed, start, end)
    return JSON.stringify(unpackTexts(packed)) === JSON.stringify(list) && JSON.stringify(unpackTexts(again.finish())) === JSON.stringify(['first', ...list.slice(start, end)])
  }), { seed: 1, numRuns: 300 })
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-c]{0,4}$/)), fc.stringMatching(/^[a-c]{0,4}$/), (list, text) => {
    const sorted = list.sort()
    const { at, found } = placeOf(packTexts(sorted), text)
    return found === sorted.includes(text) && at === sorted.filter(each => each < text).length
  }), { seed: 2, numRuns: 300 })
})
