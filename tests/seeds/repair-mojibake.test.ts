import t from 'tap'
import { looksBroken, repairMojibake } from '../../seeds/repair-mojibake.ts'

t.test('UTF-8 that was read as Mac Roman or windows-1252 is repaired', async t => {
  const cases: Array<[broken: string, whole: string]> = [
    ['M√ºnchen', 'München'], ['≈Å√≥d≈∫', 'Łódź'], ['Rƒ´ga', 'Rīga'], ['TY√ñ- JA ELINKEINOMINISTERI√ñ', 'TYÖ- JA ELINKEINOMINISTERIÖ'], ['Gamtos tyrim≈≥ centras', 'Gamtos tyrimų centras'],
    ['DATACITE ‚Äì INITIATIVE', 'DATACITE – INITIATIVE'], ['MÃ¼nchen', 'München'], ['KÃ¸benhavn', 'København']
  ]
  for (const [broken, whole] of cases) {
    t.equal(repairMojibake(broken), whole, broken)
    t.equal(looksBroken(whole), false, whole)
  }
})

t.test('what is not surely broken is left alone', async t => {
  for (const text of ['', 'Hamburg', 'MÜNCHEN', 'Łódź', 'Københavns Universitet', 'Rīgas Tehniskā universitāte', 'Ångström √2', 'M√ºnchen Łódź', 'ÃO', 'Ελλάδα']) t.equal(repairMojibake(text), null, text)
})

t.test('traces that cannot be repaired are seen', async t => {
  t.equal(looksBroken('M√ºnchen'), true)
  t.equal(looksBroken('M\uFFFDnchen'), true)
  t.equal(looksBroken('MÃ¼nchen'), true)
})
