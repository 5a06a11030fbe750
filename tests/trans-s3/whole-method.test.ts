import t from 'tap'
import { walkTheMethod } from './whole-method.ts'

t.test('the whole method on the embedded store', async t => { await walkTheMethod(t) })
