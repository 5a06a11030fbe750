import t from 'tap'
import { isInSector, sectionOf } from '../../services/contract/nace-section.ts'
import { isInBsr } from '../../services/contract/programme-area.ts'
import { loadReference } from '../../services/reference/reference.ts'

t.test('the sections are those of the classification', async t => {
  const { sectors, sector } = loadReference()
  const sectionInTable = (code: string): string => {
    const parent = sector(code)!.parent
    return parent === null ? code : sectionInTable(parent)
  }
  t.strictSame(sectors.filter(({ code }) => sectionOf(code) !== sectionInTable(code)).map(({ code }) => code), [])
  t.strictSame(['34', '00', 'X'].map(sectionOf), [null, null, null])
})

t.test('a sector holds what lies in it', async t => {
  t.ok(isInSector('10.11', 'C') && isInSector('10.11', '10') && isInSector('10.11', '10.1') && isInSector('C', 'C'))
  t.notOk(isInSector('C', '10') || isInSector('10', '10.1') || isInSector('62', 'C'))
})

t.test('the programme area takes all of seven countries and Norway, and the north and east of Germany', async t => {
  for (const country of ['DK', 'EE', 'FI', 'LT', 'LV', 'NO', 'PL', 'SE']) t.ok(isInBsr(country, null), country)
  for (const region of ['DE300', 'DE40F', 'DE5', 'DE600', 'DE80J', 'DE935', 'DEF0A']) t.ok(isInBsr('DE', region), region)
  for (const region of ['DE212', 'DE92', 'DE9', 'DEE01', null]) t.notOk(isInBsr('DE', region), String(region))
  t.notOk(isInBsr('NL', 'NL11'))
})
