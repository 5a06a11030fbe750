/** Tables that the service keeps, on a real store and real files: once in, never changed, answered from memory, made again from the file. */
import t from 'tap'
import type { Test } from 'tap'
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { createTableService, HASH_BEGINNING_MIN, TABLE_QUESTIONS_WAITING_MAX } from '../../services/kept-tables/keep-tables.ts'
import { keepWithin } from '../../services/keep-within.ts'
import type { TableProblem } from '../../services/kept-tables/table-service.ts'
import type { TableService } from '../../services/kept-tables/table-service.ts'
import { openStore } from '../../services/store/open-store.ts'
import { column, numbers } from '../value-chains/example-tables.ts'

const FOLDER = new URL('../datasets/value-chains/', import.meta.url).pathname
const LEATHER = ([['table', 'Z'], ['final', 'Y'], ['output', 'X']] as const).map(([role, letter]) => ({ role, name: `leather.${letter}.csv`, content: join(FOLDER, `leather.${letter}.csv`) }))
const OPTIONS = { title: 'Leather', decimalComma: false, dryRun: false }
const KWW = { measure: 'kww', options: {}, valueAdded: 'residual' } as const

async function open (t: Test, folder: string): Promise<{ tables: TableService, close: () => Promise<void> }> {
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') })
  const tables = createTableService({ store, folder: join(folder, 'tables'), softwareVersion: '0.0.0-test', clock: () => new Date('2026-03-01T12:00:00.000Z') })
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await tables.close()
    await store.close()
  }
  t.teardown(close)
  return { tables, close }
}
const refused = (why: TableProblem['why'], message: RegExp) => ({ name: 'TableProblem', why, message })

t.test('a table goes in once, is measured, and is there again after a restart', async t => {
  const folder = t.testdir({})
  const first = await open(t, folder)
  const { table, kept, already } = await first.tables.read(LEATHER, OPTIONS)
  t.match({ kept, already }, { kept: true, already: false })
  t.match(table, { title: 'Leather', year: null, countries: 3, sectors: 3, labels: { countries: [{ code: 'Argentina' }, { code: 'Turkey' }, { code: 'Germany' }] }, importedAt: '2026-03-01T12:00:00.000Z' })
  t.match(await first.tables.read(LEATHER, { ...OPTIONS, title: 'Another name' }), { already: true, table: { title: 'Leather' } }, 'the same content stays as it is')
  t.equal((await first.tables.list()).length, 1)
  const { items, total, columns } = await first.tables.measure(table.hash, KWW, { offset: 1, limit: 1 })
  t.match({ total, columns: columns.slice(0, 2) }, { total: 3, columns: ['country', 'E'] })
  t.equal(items[0].country, 'Turkey')
  const expected = numbers('leather.kww.csv')[1][0]
  t.ok(Math.abs(items[0].DVA_FIN as number / expected - 1) < 1e-12, 'as decompr has it')
  const profile = await first.tables.profile(table.hash, 'Argentina', undefined, 'residual')
  const sector = await first.tables.profile(table.hash, 'Argentina', 'Agriculture', 'residual')
  await first.close()

  const second = await open(t, folder)
  t.strictSame(await second.tables.profile(table.hash, 'Argentina', undefined, 'residual'), profile)
  t.strictSame(await second.tables.profile(table.hash, 'Argentina', 'Agriculture', 'residual'), sector)
  t.strictSame(await second.tables.measure(table.hash, KWW, { offset: 0, limit: 9 }).then(({ items }) => items[1]), items[0])
  t.equal((await second.tables.open(table.hash))?.hash, table.hash)
  t.equal(await second.tables.remove(table.hash), true)
  t.strictSame(readdirSync(join(folder, 'tables')), [])
  t.equal(await second.tables.remove(table.hash), false)
  t.equal(await second.tables.open(table.hash), null)
})

t.test('a profile that is being made while its table is removed is told, and kept nowhere', async t => {
  const { tables } = await open(t, t.testdir({}))
  const { table: { hash } } = await tables.read(LEATHER, OPTIONS)
  const measured = await tables.profile(hash, 'Turkey', undefined, 'residual')
  const asked = tables.profile(hash, 'Argentina', undefined, 'residual')
  t.equal(await tables.remove(hash), true)
  t.equal((await asked).country.code, 'Argentina')
  await tables.read(LEATHER, OPTIONS)
  t.strictSame(await tables.profile(hash, 'Turkey', undefined, 'residual'), measured)
})

t.test('a table is found by its hash, by what no other hash begins with, and as the latest', async t => {
  const { tables } = await open(t, t.testdir({}))
  t.equal(await tables.find('latest'), null)
  const { table: { hash } } = await tables.read(LEATHER, OPTIONS)
  for (const name of ['latest', hash, hash.slice(0, HASH_BEGINNING_MIN)]) t.equal((await tables.find(name))?.hash, hash, name)
  for (const name of [hash.slice(0, HASH_BEGINNING_MIN - 1), '', 'f'.repeat(64)]) t.equal(await tables.find(name), null, name)
})

t.test('the profile says what the measures say', async t => {
  const { tables } = await open(t, t.testdir({}))
  const { table: { hash } } = await tables.read(LEATHER, OPTIONS)
  const [gexp, dva, vax, davax, ref, ddc, fva, fdc, gvc, gvcb, gvcf] = ['GEXP', 'DVA', 'VAX', 'DAVAX', 'REF', 'DDC', 'FVA', 'FDC', 'GVC', 'GVCB', 'GVCF'].map(name => column('leather.bm_source_country.csv', name))
  const [U, D, output] = [column('leather.ref_upstream_downstream.csv', 'U_upstreamness'), column('leather.ref_upstream_downstream.csv', 'D_downstreamness'), column('leather.X.csv', 'output')]
  const near = (found: number | null, expected: number, what: string) => t.ok(found !== null && Math.abs(found - expected) <= 1e-9 * Math.abs(expected), `${what}: ${found}, expected ${expected}`)
  for (const [s, country] of ['Argentina', 'Turkey', 'Germany'].entries()) {
    const profile = await tables.profile(hash, country, undefined, 'residual')
    near(profile.totals.exports, gexp[s], 'exports')
    const part = (name: string): number => profile.exportParts.find(each => each.part === name)?.value ?? NaN
    for (const [name, value] of Object.entries({ DAVAX: davax[s], forwarded: vax[s] - davax[s], REF: ref[s], FVA: fva[s], DDC: ddc[s], FDC: fdc[s] })) near(part(name), value, name)
    near(profile.exportParts.reduce((sum, { value }) => sum + value, 0), gexp[s], 'parts in all')
    near(part('DAVAX') + part('forwarded') + part('REF'), dva[s], 'DVA')
    for (const [name, value] of Object.entries({ gvc: gvc[s] / gexp[s], gvcBackward: gvcb[s] / gexp[s], gvcForward: gvcf[s] / gexp[s] })) near(profile.participation[name as 'gvc'], value, name)
    near(profile.participation.backward, numbers('leather.ref_VA_origin_country_in_exports.csv').reduce((sum, row, r) => r === s ? sum : sum + row[s], 0) / gexp[s], 'VS / E')
    const of = [0, 1, 2].map(i => 3 * s + i)
    const mean = (values: number[]): number => of.reduce((sum, i) => sum + output[i] * values[i], 0) / of.reduce((sum, i) => sum + output[i], 0)
    near(profile.position.upstreamness, mean(U), 'upstreamness')
    near(profile.position.downstreamness, mean(D), 'downstreamness')
    for (const [i, row] of profile.sectors.entries()) near(row.upstreamness, U[3 * s + i], `upstreamness of ${row.sector}`)
    for (const { country: partner, valueAddedSupplied } of profile.partners) near(valueAddedSupplied, numbers('leather.ref_VA_origin_country_in_exports.csv')[['Argentina', 'Turkey', 'Germany'].indexOf(partner)][s], `${partner} in exports of ${country}`)
    for (const { says, residual, tolerance } of profile.identities) t.ok(residual <= tolerance, says)
  }
  const whole = await tables.profile(hash, 'Germany', undefined, 'residual')
  const sectors = await Promise.all(whole.sectors.map(({ sector }) => tables.profile(hash, 'Germany', sector, 'residual')))
  for (const column of ['exports', 'valueAddedAbsorbed', 'valueAddedSupplied'] as const) {
    for (const { country, ...partner } of whole.partners) near(sectors.reduce((sum, each) => sum + (each.partners.find(row => row.country === country)?.[column] ?? NaN), 0), partner[column], `${column} of sectors by ${country}`)
  }
  near(sectors.reduce((sum, { totals }) => sum + totals.importedInputs, 0), whole.totals.importedInputs, 'imported inputs')
})

t.test('what cannot be used leaves nothing behind', async t => {
  const folder = t.testdir({ 'short.csv': readFileSync(LEATHER[0].content, 'utf8').slice(0, 300), 'double.csv': readFileSync(LEATHER[2].content, 'utf8').replace(/,([\d.]+)/g, (_, value: string) => `,${2 * Number(value)}`) })
  const { tables } = await open(t, folder)
  await t.rejects(tables.read([{ ...LEATHER[0], content: join(folder, 'short.csv'), name: 'short.csv' }, LEATHER[1], LEATHER[2]], OPTIONS), refused('file', /short\.csv, row \d+/))
  await t.rejects(tables.read([LEATHER[0]], OPTIONS), refused('file', /columns of final demand/))
  await t.rejects(tables.read([LEATHER[0], LEATHER[1], { ...LEATHER[2], content: join(folder, 'double.csv') }], OPTIONS), refused('table', /refused.*expected 434/))
  await t.rejects(tables.read([], OPTIONS), refused('file', /role "table"/))
  t.match(await tables.read(LEATHER, { ...OPTIONS, dryRun: true }), { kept: false, already: false })
  t.strictSame(readdirSync(join(folder, 'tables')), [])
  t.strictSame(await tables.list(), [])
  const { table: { hash } } = await tables.read(LEATHER, OPTIONS)
  const page = { offset: 0, limit: 1 }
  await t.rejects(tables.measure(hash, { ...KWW, options: { a: 1 } }, page), refused('question', /options/))
  await t.rejects(tables.measure(hash, { ...KWW, country: ['Atlantis'] }, page), refused('question', /no country "Atlantis"/))
  await t.rejects(tables.measure(hash, { ...KWW, result: 'sector' }, page), refused('question', /gives country/))
})

t.test('a table that cannot be inverted is refused before it is kept', async t => {
  // Each of the two uses up the whole output of both.
  const folder = t.testdir({ 'closed.csv': ',A.x,B.x,A.final,B.final\nA.x,5,5,0,0\nB.x,5,5,0,0\n' })
  const { tables } = await open(t, folder)
  await t.rejects(tables.read([{ role: 'table', name: 'closed.csv', content: join(folder, 'closed.csv') }], OPTIONS), refused('table', /cannot be inverted: what [AB] x buys/))
  t.strictSame(await tables.list(), [])
  t.strictSame(readdirSync(join(folder, 'tables')), [])
})

t.test('what nobody waits for any more is stopped, and the next question answered', async t => {
  const { tables } = await open(t, t.testdir({}))
  const { table: { hash } } = await tables.read(LEATHER, OPTIONS)
  await t.rejects(tables.measure(hash, KWW, { offset: 0, limit: 1 }, AbortSignal.abort()), refused('stopped', /gone/))
  const gone = new AbortController()
  const first = tables.measure(hash, KWW, { offset: 0, limit: 1 })
  const waiting = tables.measure(hash, { ...KWW, measure: 'wwz' }, { offset: 0, limit: 1 }, gone.signal)
  gone.abort()
  await t.rejects(waiting, refused('stopped', /gone/))
  t.equal((await first).total, 3)
  t.equal((await tables.measure(hash, { ...KWW, measure: 'wwz' }, { offset: 0, limit: 1 })).total, 18)
})

t.test('an import and a removal of one table do not cross', async t => {
  const folder = t.testdir({})
  const { tables } = await open(t, folder)
  const { table: { hash } } = await tables.read(LEATHER, OPTIONS)
  const [, removed] = await Promise.all([tables.read(LEATHER, OPTIONS), tables.remove(hash), tables.read(LEATHER, OPTIONS)])
  t.equal(removed, true)
  t.equal((await tables.measure(hash, KWW, { offset: 0, limit: 1 })).total, 3, 'the last import is there with its file')
})

t.test('values that are damaged or gone are said to be, and come back with the next import', async t => {
  const folder = t.testdir({})
  const first = await open(t, folder)
  const { table: { hash } } = await first.tables.read(LEATHER, OPTIONS)
  await first.close()
  truncateSync(join(folder, 'tables', `${hash}.table`), 200)
  const { tables } = await open(t, folder)
  await t.rejects(tables.measure(hash, KWW, { offset: 0, limit: 1 }), refused('gone', /import the table again/))
  await t.rejects(tables.open(hash), { name: 'UnusableFile' })
  t.match(await tables.read(LEATHER, OPTIONS), { already: true })
  t.equal((await tables.measure(hash, KWW, { offset: 0, limit: 9 })).total, 3)
  t.ok(existsSync(join(folder, 'tables', `${hash}.table`)))
})

t.test('questions beyond those that may wait are refused, the others answered', async t => {
  const { tables } = await open(t, t.testdir({}))
  const { table: { hash } } = await tables.read(LEATHER, OPTIONS)
  const asked = await Promise.allSettled(Array.from({ length: TABLE_QUESTIONS_WAITING_MAX + 2 }, () => tables.measure(hash, KWW, { offset: 0, limit: 1 })))
  const problems = asked.flatMap(each => each.status === 'rejected' ? [each.reason as TableProblem] : [])
  t.equal(problems.length, 1, 'one is worked on, as many as may wait do')
  t.match(problems[0], refused('busy', /wait already/))
})

t.test('what was used least recently goes first, and what is asked for now stays', async t => {
  const kept = keepWithin<{ size: number }>(10, ({ size }) => size)
  const made: string[] = []
  const get = (key: string, size: number): { size: number } => {
    const known = kept.find(key)
    if (known !== undefined) return known
    made.push(key)
    return kept.keep(key, { size })
  }
  for (const [key, size] of [['a', 4], ['b', 4], ['a', 4], ['c', 4], ['a', 4], ['b', 4], ['large', 11], ['large', 11], ['a', 4]] as const) get(key, size)
  t.strictSame(made, ['a', 'b', 'c', 'b', 'large', 'a'])
})
