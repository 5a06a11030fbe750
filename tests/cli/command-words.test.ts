/** Words of a command line, checked without a process. */
import t from 'tap'
import { join } from 'node:path'
import { z } from 'zod'
import { describeIssues, needFile, readOptions, readSeed, readText, takeNoWords } from '../../services/commands/command-words.ts'
import { RunRequest } from '../../services/contract/run.ts'

t.test('seeds are whole decimal numbers that 32 bits hold', async t => {
  t.strictSame([undefined, '0', '42', '4294967295', '1e3'].map(readSeed), [undefined, 0, 42, 4294967295, 1000])
  for (const text of ['', ' ', '-1', '1.5', '0x10', '4294967296', '1e999', 'x', 'NaN']) t.throws(() => readSeed(text), { name: 'UsageError', message: `--seed is a whole number from 0 to 4294967295, not "${text}"` }, text)
})

t.test('a command without words refuses them, and names the setting that was meant', async t => {
  takeNoWords('serve', [])
  for (const [words, said] of [
    [['--port', '1'], /"--port" is not known to amber-road serve.* Set PORT in the environment: PORT=1 amber-road serve/], [['--port=9000'], /PORT=9000 amber-road serve/], [['--data-dir', 'x'], /Set DATA_DIR in the environment/],
    [['--colour'], /"--colour" is not known.*: HOST, PORT, DATA_DIR/], [['now'], /"now" is not known/]
  ] as Array<[string[], RegExp]>) t.throws(() => takeNoWords('serve', words), { name: 'UsageError', message: said }, words.join(' '))
})

t.test('options are one JSON object', async t => {
  t.strictSame([readOptions(undefined), readOptions('{"weighted":false}')], [{}, { weighted: false }])
  for (const text of ['', '5', '[]', 'null', '"a"', '{', '{"a":0x10}']) t.throws(() => readOptions(text), { name: 'UsageError', message: `--options takes JSON such as {"name": 1}, not ${text}` }, text)
})

t.test('files are there, and are no folders', async t => {
  const folder = t.testdir({ 'links.csv': 'source,target\n' })
  t.equal(readText(join(folder, 'links.csv')), 'source,target\n')
  t.throws(() => needFile(join(folder, 'none')), { name: 'UsageError', message: /there is no file .*none/ })
  for (const read of [needFile, readText]) t.throws(() => read(folder), { name: 'UsageError', message: /is a folder; name a file in it/ })
})

t.test('what is wrong is told with its field, also where the field is not known', async t => {
  const told = (schema: z.ZodType, value: unknown): string => describeIssues(schema.safeParse(value).error as z.ZodError)
  t.equal(told(z.strictObject({ top: z.number() }), { top: 1, resolutoin: 2, toop: 3 }), 'resolutoin: is not known here\ntoop: is not known here')
  t.match(told(RunRequest, { sed: 1, projection: { layer: 'supply' } }), /^projection\.layer: is not known here\nsed: is not known here$/)
  t.match(told(z.number(), 'x'), /^options: ./)
})
