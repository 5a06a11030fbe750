import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { AMOUNT_MAX } from '../../services/value-chains/check-table.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import { openTable, writeTable } from '../../services/value-chains/table-file.ts'

async function * bytes (text: string): AsyncGenerator<Uint8Array> { yield Buffer.from(text) }
const read = (text: string) => readTable([{ name: 'table.csv', role: 'table', content: bytes(text) }], {}, UNWATCHED)
/** Country A makes 100, country B 150. */
const file = (flows = '20,10', valueAdded = '65,110', output = '100,150', demand = '50,20'): string => `,A_x,B_x,A_INVNT,B_FD\nA_x,${flows},${demand}\nB_x,15,30,25,80\nVA,${valueAdded},,\nOUT,${output},,\n`
const found = async (text: string): Promise<Record<string, [number, string]>> => Object.fromEntries((await read(text)).checks.map(({ name, count, decision }) => [name, [count, decision]]))

t.test('a table that balances has nothing to say; empty cells of flows are named', async t => {
  t.strictSame(await found(file()), {})
  t.match((await read(file(',10', '65,110'))).checks, [{}, {}, { name: 'missingCells', count: 1, decision: 'warn', cells: [{ row: 'A_x', column: 'A_x', value: null }] }])
})

t.test('what is odd is counted, named and kept', async t => {
  const gaps = await read(file('20,14', '65,110'))
  t.strictSame(gaps.checks.filter(({ name }) => name.endsWith('Balance')).map(({ name, cells }) => [name, ...cells]), [
    ['rowBalance', { row: 'A x', column: 'sales in all', value: 104, expected: 100 }],
    ['columnBalance', { row: 'B x', column: 'costs in all', value: 154, expected: 150 }]
  ])
  t.match(await found(file('90,10', '-5,110', '100,150', '-20,20')), { negativeValueAdded: [1, 'warn'], inputsAboveOutput: [1, 'warn'], negativeCells: [1, 'warn'] })
  t.match(await found(`,A_x,A_y,A_FD\nA_x,20,0,80\nA_y,0,0,0\nOUT,100,0,${''}\n`), { zeroOutput: [1, 'warn'] })
  t.match(await found(',A_x,A_y,B_x,A_FD,B_FD\nA_x,20,0,1,7,1\nA_y,0,2,0,1,0\nB_x,1,0,2,0,8\n'), { absentCountrySectors: [1, 'warn'] })
})

t.test('what cannot be a table is refused', async t => {
  await t.rejects(read(file('20,10', '65,110', '150,100')), { name: 'TableRefused', message: /What a row sells in all is not its output.*first at A x, sales in all: 100, expected 150/ })
  await t.rejects(read(',A_x,A_y,A_FD\nA_x,20,0,80\nA_y,0,0,-3\n'), { name: 'TableRefused', message: /Output is negative.*A y/ })
  await t.rejects(read(file('1e308,1e308', '65,110')), { name: 'TableRefused', message: /Sums of a row or column are above 1e\+100.*first at A x/ })
  await t.rejects(read(',A_x,B_x,A_FD,B_FD\nA_x,1,2,1e308,1e308\nB_x,1,2,3,4\n'), { name: 'TableRefused', message: /first at A x, greatest sum: Infinity/ })
  t.strictSame((await read(`,A_x,A_FD\nA_x,1,${AMOUNT_MAX / 10}\n`)).checks, [])
  await t.rejects(read(',A_x,A_FD\nA_x,0,0\n'), { name: 'TableRefused', message: /There is no output/ })
})

t.test('a table comes back from its file as it went', async t => {
  const { table } = await read(file())
  const name = `${t.testdir()}/table`
  await writeTable(name, table)
  t.same(await openTable(name), table)
  t.equal(await openTable(`${name}.none`), null)
})
