import t from 'tap'
import { sectionOf } from '../../services/contract/nace-section.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { spanOf, spansOfIndustry } from '../../services/value-chains/industries/code-spans.ts'
import { mapIndustries } from '../../services/value-chains/industries/industry-map.ts'
import { placeCountries } from '../../services/value-chains/industries/table-countries.ts'

/** As the publishers' files have them. */
const OECD_2023 = 'A01_02 A03 B05_06 B07_08 B09 C10T12 C13T15 C16 C17_18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31T33 D E F G H49 H50 H51 H52 H53 I J58T60 J61 J62_63 K L M N O P Q R S T'.split(' ')
const OECD_2018 = '01T03 05T06 07T08 09 10T12 13T15 16 17T18 19 20T21 22 23 24 25 26 27 28 29 30 31T33 35T39 41T43 45T47 49T53 55T56 58T60 61 62T63 64T66 68 69T82 84 85 86T88 90T96 97T98'.split(' ')
const FIGARO = 'A01 A02 A03 B C10T12 C13T15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31_32 C33 D35 E36 E37T39 F G45 G46 G47 H49 H50 H51 H52 H53 I J58 J59_60 J61 J62_63 K64 K65 K66 L M69_70 M71 M72 M73 M74_75 N77 N78 N79 N80T82 O84 P85 Q86 Q87_88 R90T92 R93 S94 S95 S96 T U'.split(' ')
const WIOD_2016 = 'A01 A02 A03 B C10-C12 C13-C15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31_C32 C33 D35 E36 E37-E39 F G45 G46 G47 H49 H50 H51 H52 H53 I J58 J59_J60 J61 J62_J63 K64 K65 K66 L68 M69_M70 M71 M72 M73 M74_M75 N O84 P85 Q R_S T U'.split(' ')
const OECD_2016 = 'C01T05AGR C10T14MIN C15T16FOD C17T19TEX C20WOD C21T22PAP C23PET C24CHM C25RBP C26NMM C27MET C28FBM C29MEQ C30T33XCEQ C31ELQ C34MTR C35TRQ C36T37OTM C40T41EGW C45CON'.split(' ')
const WIOD_2013 = Array.from({ length: 35 }, (_, k) => `c${k + 1}`)

const { sectors: nace, country } = loadReference()
const divisions = nace.filter(({ level }) => level === 2).map(({ code }) => code)
const named = (sectors: string[], code: string): string[] => mapIndustries({ sectors }).industriesOf(code).sectors.map(k => sectors[k])

t.test('each division of NACE stands in exactly one industry of tables made of divisions', async t => {
  t.equal(divisions.length, 88)
  for (const [name, sectors, missing] of [['OECD 2023', OECD_2023, ['99']], ['OECD 2018', OECD_2018, ['99']], ['FIGARO', FIGARO, []], ['WIOD 2016', WIOD_2016, []]] as const) {
    const map = mapIndustries({ sectors })
    t.strictSame([map.scheme, map.unread], ['codes', []], name)
    const counts = divisions.map(code => map.industriesOf(code).sectors.length)
    t.strictSame(divisions.filter((_, k) => counts[k] === 0), missing, name)
    t.ok(counts.every(count => count <= 1), name)
    // The other way round: an industry's own letter, where it has one, is the section of what it holds.
    for (const code of divisions) for (const k of map.industriesOf(code).sectors) if (/^[A-U]/.test(sectors[k]) && !sectors[k].includes('_S')) t.equal(sectors[k][0], sectionOf(code), `${name} ${code}`)
  }
})

t.test('what a code holds, and what holds it', async t => {
  t.strictSame([named(OECD_2023, '10.11'), named(OECD_2023, '02.1'), named(OECD_2023, '06'), named(OECD_2018, '72.19'), named(FIGARO, '82.9')], [['C10T12'], ['A01_02'], ['B05_06'], ['69T82'], ['N80T82']])
  t.strictSame(named(OECD_2023, 'B'), ['B05_06', 'B07_08', 'B09'], 'a section is all of its industries')
  t.equal(named(FIGARO, 'C').length, 19)
  t.strictSame(named(['C20T21', 'RTU'], '92'), ['RTU'])
  t.strictSame(named(['C29', 'C301', 'C302T309'], '30.1'), ['C301'], 'groups, as in OECD 2025')
  t.strictSame(named(['C29', 'C301', 'C302T309'], '30'), ['C301', 'C302T309'])
  t.strictSame(named(['C24A', 'C24B', 'C25'], '24.1'), ['C24A', 'C24B'], 'what a letter parts, the code does not tell')
  t.strictSame(named(['C10T12', 'G', 'ZZ'], '47'), ['G'])
  t.strictSame(mapIndustries({ sectors: ['C10T12', 'G', 'ZZ'] }).unread, [2])
  t.strictSame(named(['T', 'TTU', 'S'], '98'), ['T', 'TTU'], 'T the section, T the sign of a range')
})

t.test('codes that mean other things are not read', async t => {
  t.equal(mapIndustries({ sectors: OECD_2016 }).scheme, 'none', 'ISIC Rev. 3')
  t.equal(mapIndustries({ sectors: ['Agriculture', 'S0', 'Transport_Equipment'] }).scheme, 'none')
  for (const code of ['', 'X', 'C01', 'A10', '34', '00', 'C12T10', 'C10T', 'c10', 'C10T12T14', 'C1', '1.5', 'CTA']) t.equal(spansOfIndustry(code), null, code)
  t.equal(spanOf('40'), null, 'NACE Rev. 2 has no division 40')
  t.strictSame(spanOf('10.1'), { first: 1010, last: 1019 })
  t.strictSame(spanOf('C'), { first: 1000, last: 3399 })
  t.strictSame(named(OECD_2023, 'nonsense'), [])
})

t.test('WIOD 2013 and ADB: approximately, from NACE Rev. 1', async t => {
  const map = mapIndustries({ sectors: WIOD_2013 })
  t.equal(map.scheme, 'wiod-2013')
  t.strictSame(divisions.filter(code => map.industriesOf(code).sectors.length === 0), ['99'], 'every division but extraterritorial bodies')
  t.strictSame(WIOD_2013.filter((_, k) => !divisions.some(code => map.industriesOf(code).sectors.includes(k))), [], 'no industry is left out')
  for (const [code, industry] of [['10.11', 'c3'], ['13', 'c4'], ['26.1', 'c14'], ['62.0', 'c30'], ['72.1', 'c30'], ['49.4', 'c23'], ['52.1', 'c26'], ['86', 'c33'], ['25.4', 'c13'], ['25.41', 'c13'], ['32.5', 'c14'], ['32', 'c16'], ['47.30', 'c19']]) t.strictSame(named(WIOD_2013, code), [industry], code)
  t.strictSame(named(WIOD_2013, '33'), ['c12', 'c13', 'c14', 'c15'])
  t.match(map.industriesOf('33').moved, /repair/)
  t.equal(map.industriesOf('10').moved, '')
  t.strictSame(named(WIOD_2013, 'K'), ['c28'])
  t.strictSame(named(WIOD_2013, 'H'), ['c23', 'c24', 'c25', 'c26', 'c27'])
  t.strictSame(named(['C3', 'C4'], '10'), ['C3'], 'in capitals too, and a part of them')
  t.strictSame(named(['c3', 'c4'], '62'), [], 'an industry the table does not have')
  t.strictSame(named(WIOD_2013, '99'), [])
})

t.test('countries on their own, in a group, or nowhere', async t => {
  const alpha3 = new Map(loadReference().countries.map(({ code, alpha3 }) => [alpha3, code]))
  const alpha2Of = (code: string): string | undefined => code.length === 3 ? alpha3.get(code) : country(code)?.code
  const place = (codes: string[], names: string[], year: number | null, country: string) => {
    const { placeOf } = placeCountries({ countries: codes, countryNames: names }, year, alpha2Of)
    const found = placeOf(country)
    return found === null ? null : [codes[found.country], found.group]
  }
  const wiod = ['DEU', 'POL', 'ROM', 'GBR', 'RoW']
  t.strictSame(['DE', 'PL', 'RO', 'GB'].map(code => place(wiod, wiod, 2011, code)), [['DEU', false], ['POL', false], ['ROM', false], ['GBR', false]])
  t.strictSame(place(wiod, wiod, 2011, 'NO'), ['RoW', true])
  const seed = ['DEU', 'POL', 'REU', 'ROW']
  const names = ['Germany', 'Poland', 'Rest of the EU', 'Rest of the world']
  t.strictSame(['LV', 'HR', 'GB', 'NO'].map(code => place(seed, names, 2011, code)), [['REU', true], ['ROW', true], ['REU', true], ['ROW', true]], 'Croatia had not joined')
  t.strictSame(['HR', 'GB'].map(code => place(seed, names, 2022, code)), [['REU', true], ['ROW', true]], 'the United Kingdom had left')
  t.strictSame(place(['DEU', 'X1'], ['Germany', 'Other EU members'], null, 'LV'), ['X1', true], 'by its name')
  t.strictSame(['GR', 'FR', 'CA'].map(code => place(['EL', 'FR', 'FIGW1'], ['Greece', 'France', 'Rest of the world'], 2022, code)), [['EL', false], ['FR', false], ['FIGW1', true]])
  t.strictSame(place(['RW', 'ROW'], ['Rwanda', 'Rest of the world'], 2022, 'RW'), ['RW', false])
  t.equal(place(['DEU', 'POL'], ['Germany', 'Poland'], 2011, 'SE'), null)
  t.equal(place(['Germany', 'Turkey'], ['Germany', 'Turkey'], null, 'DE'), null, 'names alone are not guessed')
})
