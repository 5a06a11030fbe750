import t from 'tap'
import { z } from 'zod'
import { decimal, readDecimal } from '../../services/contract/decimal.ts'

t.test('numbers are decimal, whoever writes them', async t => {
  for (const [text, number] of [['0', 0], [' 12 ', 12], ['-1.5', -1.5], ['+.5', 0.5], ['5.', 5], ['1e-50', 1e-50], ['2E+3', 2000], ['0.000', 0], ['0e999', 0], ['-0', -0]] as const) t.equal(readDecimal(text), number, text)
  for (const text of ['', ' ', '.', '0x10', '0b1', '0o7', '1_000', '1,5', '1 000', '12 t', 'NaN', 'Infinity', '-Infinity', '1e', 'e5', '1e9999', '1e999', '-1e999', '1e-999', '0.1e-400']) t.ok(Number.isNaN(readDecimal(text)), text)
})

t.test('a number in an address', async t => {
  const schema = z.object({ limit: decimal(z.number().int().max(500)).default(50), least: decimal(z.number()).optional() })
  t.strictSame(schema.parse({}), { limit: 50 })
  t.strictSame(schema.parse({ limit: '500', least: '1e-3' }), { limit: 500, least: 0.001 })
  for (const limit of ['0x10', '', '501', '1.5', ' ']) t.equal(schema.safeParse({ limit }).success, false, limit)
  t.match(z.toJSONSchema(schema, { io: 'input' }), { properties: { limit: { type: 'integer', maximum: 500 } } })
})
