import t from 'tap'
import fc from 'fast-check'
import { nameKey } from '../../services/store/name-key.ts'

t.test('spellings that people take for one have one key', async t => {
  for (const [spelling, key] of [
    ['Łódź', 'lodz'], ['LODZ', 'lodz'], ['Lo\u0301dz\u0301', 'lodz'], ['Ørsted A/S', 'orsted a/s'], ['ŒUVRE', 'oeuvre'], ['Æbelø', 'aebelo'], ['Straße', 'strasse'], ['STRASSE', 'strasse'],
    ['Þór Ðýri', 'thor dyri'], ['Đorđe', 'dorde'], ['ışık', 'isik'], ['Čūļķēnš', 'culkens'], ['Ąęėįšųū', 'aeeisuu'], ['Åäö õ', 'aao o'], ['  two   blanks\u00A0here ', 'two blanks here'], ['ﬁsh №1', 'fish no1'], ['', '']
  ]) t.equal(nameKey(spelling), key, spelling)
})

t.test('what Unicode cannot tell apart has one key, and a key is its own key', async () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), name => nameKey(name.normalize('NFD')) === nameKey(name.normalize('NFC'))))
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), name => nameKey(nameKey(name)) === nameKey(name)))
})

t.test('a key begins with the key of every beginning of the name', async t => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (start, rest) => nameKey(start + rest).startsWith(nameKey(start))))
  t.ok(nameKey('ΑΣΑ').startsWith(nameKey('ΑΣ')))
})

t.test('no key holds a character that the stores order differently', async t => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), name => !/[\u{10000}-\u{10FFFF}]/u.test(nameKey(name))))
  t.equal(nameKey('🜁 Air'), '\uFFFD air')
})
