/** What the page of common sets says: the cells by hand, what it says where there is nothing, and that figures may stand in a document. */
import t from 'tap'
import { svgProblem } from '../../services/documents/check-svg.ts'
import { commonSetsExhibits } from '../../services/trans-s3/exhibits/common-sets-exhibits.ts'
import { namesIn } from '../../services/trans-s3/exhibits/exhibit.ts'
import { REGION_COLUMNS_MAX } from '../../services/trans-s3/exhibits/region-cells.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { Exhibit } from '../../services/contract/workspace-evidence.ts'
import { declaredItem, evidenceInput } from './made-input.ts'

const say = sayIn('en')
type Input = ReturnType<typeof evidenceInput>
const shown = (input: Input): Record<string, Exhibit> => Object.fromEntries(commonSetsExhibits(input, say, namesIn(say, input.reference)).map(exhibit => [exhibit.key, Exhibit.parse(exhibit)]))
const texts = ({ rows }: Exhibit): string[][] => rows.map(row => row.map(({ text }) => text))
const everything = (exhibits: Record<string, Exhibit>): string => JSON.stringify(exhibits)

const items = [
  declaredItem('PL84', [{ title: 'Food', domains: ['h2020:SC2'], sectors: ['10'] }, { title: 'Furniture <b>', domains: [], sectors: [] }]),
  declaredItem('LV008', [{ title: 'Bio', domains: ['s3:bioeconomy'], sectors: ['11'] }, { title: 'Water', domains: ['s3:sustainable-water-management'], mapping: 'suggested' }]),
  declaredItem('LT', [{ title: 'Ships & crafts', domains: ['h2020:SC6'] }, { title: 'Design for all' }]),
  declaredItem('SE', [{ title: 'Elsewhere', domains: ['h2020:SC2'] }])
]

t.test('cells, by hand', async t => {
  const exhibits = shown(evidenceInput({ items }))
  t.strictSame(Object.keys(exhibits), ['declared', 'declared-matrix', 'shared-codes', 'common-sets', 'overlap', 'to-map'])
  t.strictSame(texts(exhibits.declared).slice(0, 4), [['Podlaskie', '1', '0', '1'], ['Vidzeme', '1', '1', '0'], ['Lõuna-Eesti', '0', '0', '0'], ['Lithuania', '1', '0', '1']])
  const matrix = exhibits['declared-matrix']
  t.strictSame(matrix.columns.map(({ head }) => head), ['Kind', 'Field', 'Regions', 'Podlaskie', 'Vidzeme', 'Lõuna-Eesti', 'Lithuania', 'Kymenlaakso', 'Hamburg', 'Syddanmark', 'Declared as'])
  t.strictSame(texts(matrix).filter(row => row[2] !== '0'), [
    ['theme', 'Bioeconomy', '2', '1', '1', '–', '0', '–', '–', '–', 'Food & bioeconomy; Bioeconomy'], ['NACE section', 'C Manufacturing', '2', '1', '1', '–', '0', '–', '–', '–', '10; 11'],
    ['other domain', 'Societies & culture', '1', '0', '0', '–', '1', '–', '–', '–', 'Societies & culture']
  ], 'a region that has declared nothing has no zero')
  t.strictSame(matrix.rows.filter(row => row[1].strong).map(row => row[1].value), ['s3:bioeconomy', 'C'])
  t.strictSame(texts(exhibits['shared-codes']), [['theme', 'Bioeconomy', '2', 'Podlaskie, Vidzeme', 'Food & bioeconomy; Bioeconomy'], ['NACE section', 'C Manufacturing', '2', 'Podlaskie, Vidzeme', '10; 11']])
  t.strictSame(exhibits['common-sets'].rows.map(row => row.map(({ value }) => value)), [['s3:bioeconomy; C', 2, 2, 'PL84; LV008']])
  t.strictSame(texts(exhibits.overlap)[0], ['Podlaskie', 'Vidzeme', '2', '1.00', '1.00', '0.00'])
  t.strictSame(texts(exhibits['to-map']), [
    ['Podlaskie', 'Furniture <b>', 'in words only', 'Manufacture of furniture (31): Furniture'],
    ['Vidzeme', 'Water', 'suggested codes wait', texts(exhibits['to-map'])[1][3]],
    ['Lithuania', 'Design for all', 'in words only', 'No code was found by its words.']
  ])
  t.match(texts(exhibits['to-map'])[1][3], /Water management \(s3:sustainable-water-management\): Water/)
  t.strictSame(exhibits.declared.cautions, [
    'Lõuna-Eesti, Kymenlaakso, Hamburg and Syddanmark have declared nothing in codes: what they have in common with others is not known.', '1 priority is not counted: nobody has confirmed its suggested codes.',
    '2 priorities are not counted: they are in words only.', 'Not counted, because they are not in the group: SE.'
  ])
  t.equal(svgProblem(matrix.figure!.svg), null)
  t.equal(matrix.figure!.alt, '2 of 10 themes, sections and domains are named by at least 2 regions.')
})

t.test('where there is nothing, what to do', async t => {
  for (const exhibit of Object.values(shown(evidenceInput({})))) {
    t.strictSame([exhibit.rows, exhibit.figure], [[], null], exhibit.key)
    t.match(exhibit.empty, /^[^.]+\.$/, exhibit.key)
    t.match(exhibit.next, /(import|confirm|type|ask|choose)/i, exhibit.key)
  }
  const words = shown(evidenceInput({ items: [declaredItem('LT', [{ title: 'Design for all' }])] }))
  t.match(words['declared-matrix'].next, /Confirm the suggested ones/)
  t.equal(words.declared.empty, null)
  t.match([words['to-map'].empty, words['to-map'].next], [null, /choose codes by hand/], 'of what waits too')
  const { empty, next } = shown(evidenceInput({ items: [declaredItem('LT', [{ title: 'Food', sectors: ['10'] }])] }))['to-map']
  t.match([empty, next], [/nothing to map/, undefined])
  t.notMatch(everything(words), /\{\w+\}|undefined|NaN/)
})

t.test(`above ${REGION_COLUMNS_MAX} regions these are named in one column, and their names stand upright in the picture`, async t => {
  const regions = ['PL', 'LV', 'EE', 'LT', 'FI', 'DE', 'DK', 'SE', 'NO', 'CZ']
  const beside = shown(evidenceInput({ regions, items }))['declared-matrix']
  t.equal(beside.columns.length, 4 + REGION_COLUMNS_MAX)
  const listed = shown(evidenceInput({ regions: [...regions, 'SK'], items: [...items, declaredItem('SK', [{ title: 'Food', sectors: ['10'] }])] }))['declared-matrix']
  t.strictSame(listed.columns.map(({ key }) => key), ['kind', 'field', 'regions', 'declaredBy', 'as'])
  const many = evidenceInput({ regions: loadCodes(40), items: [declaredItem(loadCodes(40)[0], [{ title: 'Food', sectors: ['10'] }])] })
  const svg = shown(many)['declared-matrix'].figure!.svg
  t.equal(svgProblem(svg), null)
  t.equal(svg.match(/rotate\(-90\)/g)!.length, 40)
  const few = shown(evidenceInput({ items }))['declared-matrix'].figure!.svg
  for (const name of ['Podlaskie', 'Vidzeme', 'Lithuania', 'Bioeconomy']) t.match(few, `>${name}<`, 'regions and fields by name')
})

t.test('too many sets are said to be too many', async t => {
  const codes = [...'ABCDEFGHIJKLMNOPQRSTU']
  const regions = ['PL', 'LV', 'EE', 'LT', 'FI', 'DE', 'DK', 'SE', 'NO', 'CZ', 'SK', 'AT']
  const sets = shown(evidenceInput({ regions, items: regions.map((region, r) => declaredItem(region, codes.filter((_, c) => c !== r).map(code => ({ title: code, sectors: [code] })))) }))['common-sets']
  t.match(sets.cautions[0], /those of at least 9 regions are all here/)
  t.equal(sets.rows.length, 299)
})

function loadCodes (n: number): string[] {
  return evidenceInput({}).reference.regions.filter(({ vintage, level, country }) => vintage === '2016' && level === 3 && country === 'PL').map(({ code }) => code).slice(0, n)
}
