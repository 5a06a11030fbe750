import t from 'tap'
import { Identifier } from '../../services/contract/organisation.ts'

t.test('ROR, LEI, PIC and VAT are normalised and their check digits tested', async t => {
  t.same(Identifier.parse({ scheme: 'ror', value: 'https://ror.org/000063q30' }), { scheme: 'ror', value: '000063q30' })
  t.notOk(Identifier.safeParse({ scheme: 'ror', value: '000063q31' }).success, 'last digit changed')
  t.same(Identifier.parse({ scheme: 'lei', value: '529900 T8BM49 AURSDO55' }), { scheme: 'lei', value: '529900T8BM49AURSDO55' })
  t.notOk(Identifier.safeParse({ scheme: 'lei', value: '529900T8BM49AURSDO56' }).success, 'last digit changed')
  t.notOk(Identifier.safeParse({ scheme: 'pic', value: '12345' }).success)
})
