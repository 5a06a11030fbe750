/** What the page of profiles says: cells by hand, what is withheld, what it says where there is nothing, and its limits. */
import t from 'tap'
import { Exhibit } from '../../services/contract/workspace-evidence.ts'
import type { ItemContent } from '../../services/contract/workspace-items.ts'
import { svgProblem } from '../../services/documents/check-svg.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import { profileRegions } from '../../services/trans-s3/evidence/profiling.ts'
import { namesIn } from '../../services/trans-s3/exhibits/exhibit.ts'
import { FEW_ORGANISATIONS } from '../../services/trans-s3/exhibits/profile-cautions.ts'
import { profilingExhibits } from '../../services/trans-s3/exhibits/profiling-exhibits.ts'
import { REGION_COLUMNS_MAX } from '../../services/trans-s3/exhibits/region-cells.ts'
import { INTERVALS_DRAWN_MAX } from '../../services/trans-s3/exhibits/region-profiles.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { reportRun } from '../reports/made-run.ts'
import { makeRun, toyId } from '../support/loaded-run.ts'
import { declaredItem, evidenceInput } from './made-input.ts'

const say = sayIn('en')
const KEYS = ['kinds', 'size-classes', 'specialisation', 'clusters', 'network-position', 'region-pairs', 'near-fields', 'complementarity', 'side-by-side', 'declared-and-revealed']
const texts = ({ rows }: Exhibit): string[][] => rows.map(row => row.map(({ text }) => text))

function shown (regions: string[], loaded: LoadedRun, items: ItemContent[] = []): Record<string, Exhibit> {
  const input = evidenceInput({ regions, loaded, items })
  return Object.fromEntries(profilingExhibits(input, say, namesIn(say, input.reference)).map(exhibit => [exhibit.key, Exhibit.parse(exhibit)]))
}

/** Podlaskie: forty organisations, of them eight in food and health. Lithuania: thirty-two, ten in energy, health and one in food; a consortium of four across the border. */
const { loaded } = makeRun({
  organisations: [
    ...Array.from({ length: 40 }, (_, k) => ({ id: toyId(`p${k}`), name: `P ${k}`, country: 'PL', kind: k < 30 ? 'company' as const : 'university' as const, sizeClass: k < 20 ? 'small' as const : null, region: { code: 'PL841', vintage: '2024' as const, precision: 'exact' as const }, domains: k < 8 ? ['h2020:SC2', 'h2020:SC1'] : [] })),
    ...Array.from({ length: 32 }, (_, k) => ({ id: toyId(`t${k}`), name: `L ${k}`, country: 'LT', kind: k < 31 ? 'company' as const : 'ngo' as const, domains: k < 10 ? ['h2020:SC3', 'h2020:SC1'] : k < 11 ? ['h2020:SC2'] : [] })),
    ...Array.from({ length: 6 }, (_, k) => ({ id: toyId(`u${k}`), name: `U ${k}`, country: 'PL' }))
  ],
  networks: { 'net-000000000001': [toyId('p1'), toyId('p2'), toyId('t1'), toyId('t2')], 'net-000000000002': [toyId('p1'), toyId('u1')] },
  clusters: { C1: ['p1', 'p2', 'p3', 't1', 't2', 't3'].map(toyId) },
  profiles: { C1: { stability: 0.8, verdict: 'cross-border specialisation cluster', name: { domain: 'h2020:SC1', sector: null, qualifier: null, qualifierKind: null, mixed: false } } }
})
const items = [declaredItem('PL84', [{ title: 'Food', domains: ['s3:bioeconomy'] }, { title: 'Design <i>' }]), declaredItem('LT', [{ title: 'Machines', sectors: ['28'] }])]

t.test('cells, by hand', async t => {
  const exhibits = shown(['PL84', 'LT'], loaded, items)
  t.strictSame(Object.keys(exhibits), KEYS)
  t.strictSame(exhibits.kinds.columns.map(({ head }) => head), ['Region', 'Organisations', 'Companies', 'NGOs', 'Universities'])
  t.strictSame(texts(exhibits.kinds), [['Podlaskie', '40', 'withheld', 'withheld', 'withheld'], ['Lithuania', '32', 'withheld', 'withheld', '0'], ['Whole group', '72', '61', 'withheld', 'withheld']], 'the one NGO follows from nothing that is told: none, with 32 and 29 companies, would tell the same')
  t.strictSame(texts(exhibits['size-classes']), [['Podlaskie', '40', '20', '20'], ['Lithuania', '32', '0', '32'], ['Whole group', '72', '20', '52']])
  const quotients = exhibits.specialisation
  t.strictSame(quotients.rows.filter(row => row[0].value === 'PL84').map(row => [row[1].value, row[2].text, row[3].text, row[4].value]), [['h2020:SC1', '8', '40', 0.867], ['h2020:SC3', '0', '40', 0], ['h2020:SC2', 'withheld', 'withheld', null]])
  t.equal(svgProblem(quotients.figure!.svg), null)
  t.strictSame(texts(exhibits.clusters), [['C1 Health & life sciences', '6', '6', '3', '3', '80\u00a0%', 'not measured yet', 'cross-border specialisation cluster']])
  // Work of p1: 1/3 each with p2, t1, t2, and 1 with u1; of p2 three thirds. Across: four thirds of three.
  t.strictSame(texts(exhibits['network-position'])[0], ['Podlaskie', '40', 'withheld', '6', '0.2', '44\u00a0%', ...texts(exhibits['network-position'])[0].slice(6, 9), '22\u00a0%', '44\u00a0%', '33\u00a0%', 'not defined'])
  t.equal(svgProblem(exhibits['network-position'].figure!.svg), null)
  t.strictSame(texts(exhibits['region-pairs']), [['Podlaskie', 'Lithuania', '4', '1.33']], 'p1 and p2 with t1 and t2: work of four thirds, where 3 x 2 / 6 would come about')
  t.equal(svgProblem(exhibits['region-pairs'].figure!.svg), null)
  t.equal(exhibits['region-pairs'].figure!.alt, 'Links between the regions of the group. Pairs that are told: 1; without any link: 0. Most links: Podlaskie – Lithuania 4.')
  t.strictSame(texts(exhibits['side-by-side']).filter(([measure]) => /rganisations|Links|eclared|matched|revealed/.test(measure)), [
    ['Organisations', '40', '32', '72'], ['Links', '6', '5', '7'], ['Declared priorities', '2', '1', '3'], ['Of these matched', '0', '0', '0'], ['Fields revealed only', '0', '1', '1']
  ])
  t.strictSame(texts(exhibits['declared-and-revealed']).map(row => row.slice(0, 5)), [
    ['Podlaskie', 'declared only', 'Food', 'Food & bioeconomy', 'withheld'], ['Podlaskie', 'not comparable', 'Design <i>', '–', '–'],
    ['Lithuania', 'not comparable', 'Machines', '–', '–'], ['Lithuania', 'revealed only', '–', 'Clean energy', '10']
  ])
  t.strictSame(exhibits['declared-and-revealed'].cautions.slice(0, 2), ['1 priority cannot be compared: it has no confirmed codes.', 'Priorities that name NACE sectors alone are not comparable: no organisation of the run has a NACE code.'])
  t.equal(exhibits['declared-and-revealed'].next, 'Map priorities without confirmed codes in the step of common sets.')
  t.ok(exhibits.kinds.cautions.includes('Organisations without a known region are counted in no region: Poland 6 of 46.'))
  t.notMatch(JSON.stringify(exhibits), /\{\w+\}|undefined|NaN|Infinity/)
})

t.test('declared sectors are compared where organisations have them', async t => {
  // Machinery (C): 20 of 40 in Podlaskie, 3 of 32 in Lithuania; software (J): 15 there.
  const { loaded } = makeRun({
    organisations: [
      ...Array.from({ length: 40 }, (_, k) => ({ id: toyId(`p${k}`), name: `P ${k}`, country: 'PL', region: { code: 'PL841', vintage: '2024' as const, precision: 'exact' as const }, sectors: k < 20 ? ['28.1', '28.9'] : [] })),
      ...Array.from({ length: 32 }, (_, k) => ({ id: toyId(`t${k}`), name: `L ${k}`, country: 'LT', sectors: k < 3 ? ['25'] : k < 18 ? ['62.01'] : [] }))
    ]
  })
  const { 'declared-and-revealed': exhibit } = shown(['PL84', 'LT'], loaded, [declaredItem('PL84', [{ title: 'Machines', sectors: ['28'] }, { title: 'Farms', sectors: ['A'] }, { title: 'Guessed', sectors: ['62'], mapping: 'suggested' }]), declaredItem('LT', [{ title: 'Metal', sectors: ['C'] }])])
  t.strictSame(texts(exhibit).map(row => row.slice(0, 6)), [
    ['Podlaskie', 'matched', 'Machines', 'Manufacturing', '20', '1.6'], ['Podlaskie', 'not comparable', 'Farms', '–', '–', '–'], ['Podlaskie', 'not comparable', 'Guessed', '–', '–', '–'],
    ['Lithuania', 'declared only', 'Metal', 'Manufacturing', '3', '0.3'], ['Lithuania', 'revealed only', '–', 'Information and communication', '15', '2.3']
  ], '(20/40) / (23/72), (3/32) / (23/72), (15/32) / (15/72)')
  t.ok(exhibit.cautions.includes('Sectors are compared by section of NACE: a declared division counts as its section, of which it may be a small part.'))
  t.notOk(exhibit.cautions.some(caution => caution.includes('NACE sectors alone')))
})

t.test('tables say what the evidence says', async t => {
  const made = reportRun({ seed: 4, members: 40 })
  const regions = ['PL63', 'PL84', 'LT', 'LV006']
  const exhibits = shown(regions, made.loaded)
  const found = profileRegions(evidenceInput({ regions, loaded: made.loaded }))
  const codeOf = (p: number): string => regions[p] ?? 'group'
  const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
  t.strictSame(exhibits.specialisation.rows.filter(row => row[4].value !== null).map(row => row.slice(0, 7).map(({ value }) => value)), found.fields.filter(({ told }) => told).map(({ part, code, members, size, quotient, lower, upper }) => [codeOf(part), code, members, size, rounded(quotient!, 3), rounded(lower!, 3), rounded(upper!, 3)]))
  t.strictSame(exhibits['near-fields'].rows.map(row => row.slice(0, 4).map(({ value }) => value)), found.near.near.map(({ region, code, density, mean }) => [codeOf(region), code, rounded(density, 2), rounded(mean, 2)]))
  const added = new Map(found.near.added.map(({ receiver, giver, mean }) => [`${codeOf(receiver)} ${codeOf(giver)}`, rounded(mean!, 2)]))
  t.equal(exhibits.complementarity.rows.length, added.size)
  for (const [region, partner, adds, , back] of exhibits.complementarity.rows) t.strictSame([adds.value, back.value], [added.get(`${region.value} ${partner.value}`), added.get(`${partner.value} ${region.value}`)])
  t.strictSame(exhibits['network-position'].rows.map(row => [row[0].value, row[3].value, row[5].value, row[6].value]), found.positions.map(({ links, share, expected }, p) => [codeOf(p), links, rounded(share!, 4), rounded(expected!, 4)]))
  t.match(exhibits.complementarity.cautions[0], /is a hint at most/)
})

t.test('where there is nothing, what to do', async t => {
  for (const { key, rows, figure, empty, next } of Object.values(shown(['PL84', 'LT'], makeRun({ organisations: [] }).loaded))) {
    t.strictSame([rows, figure], [[], null], key)
    t.match([empty, next], [/^[^.]+\.$/, /import|Import|choose/], key)
  }
  const bare = shown(['PL84', 'LT'], makeRun({ organisations: Array.from({ length: 9 }, (_, k) => ({ id: toyId(`t${k}`), name: `T ${k}`, country: 'LT' })) }).loaded)
  t.match(bare.specialisation.empty, /has a field or a sector/)
  t.match(bare['network-position'].empty, /has a link/)
  t.match(bare['region-pairs'].empty, /has a link/)
  t.match(bare.clusters.empty, /no cluster with members/)
  t.match(bare.complementarity.empty, /nothing to compare/)
  t.strictSame(texts(bare.kinds)[0].slice(0, 2), ['Podlaskie', '0'])
})

t.test('a group too small to be told of', async t => {
  const exhibits = shown(['PL', 'LT'], makeRun({ organisations: ['PL', 'LT'].map(country => ({ id: toyId(country.toLowerCase()), name: country, country, domains: ['h2020:SC1'] })), supply: [[toyId('pl'), toyId('lt'), 1]] }).loaded)
  for (const key of ['kinds', 'specialisation', 'network-position', 'region-pairs']) t.strictSame(exhibits[key].rows.flatMap(row => row.filter(({ value }) => typeof value === 'number')), [], key)
  t.equal(svgProblem(exhibits['network-position'].figure!.svg), null)
  t.match(exhibits.kinds.cautions.join(' '), /Withheld: counts from 1 to 2/)
})

t.test('pairs of regions: who works with whom, who with nobody, and of which nothing is told', async t => {
  const firms = (country: string): string[] => Array.from({ length: 10 }, (_, k) => toyId(`${country.toLowerCase()}${k}`))
  const [pl, lt, lv] = ['PL', 'LT', 'LV'].map(firms)
  const organisations = ['PL', 'LT', 'LV'].flatMap(country => firms(country).map((id, k) => ({ id, name: `${country} ${k}`, country })))
  const supply = (a: string[], b: string[], links: number): Array<[string, string, number]> => Array.from({ length: links }, (_, k) => [a[k], b[k], 1])
  const pairsOf = (links: Array<[string, string, number]>): string[][] => texts(shown(['PL', 'LT', 'LV'], makeRun({ organisations, supply: links }).loaded)['region-pairs'])
  // Work: Poland 4 + 4 within, Lithuania 4 + 8 within, Latvia 8 within; in all 28.
  const within = [...supply(pl, pl.slice(5), 2), ...supply(lt, lt.slice(5), 4), ...supply(lv, lv.slice(5), 4)]
  t.strictSame(pairsOf([...within, ...supply(pl, lt, 4)]), [['Poland', 'Lithuania', '4', '1.17'], ['Poland', 'Latvia', '0', '0.00'], ['Lithuania', 'Latvia', '0', '0.00']], '4 / (8 x 12 / 28)')
  t.strictSame(pairsOf([...within, ...supply(pl, lt, 4), ...supply(pl, lv, 1)]).map(row => row[2]), ['4', '1', '0'], 'links are no organisations')
  t.strictSame(pairsOf([...supply(pl, pl.slice(5), 4), ...supply(lt, lt.slice(5), 1), ...supply(pl, lt, 1), ...supply(pl, lv, 4)]).map(row => row[2]), ['withheld', 'withheld', 'withheld'], 'Lithuania has two links, and Latvia is not told of with it')
})

t.test(`few is fewer than ${FEW_ORGANISATIONS}`, async t => {
  const run = makeRun({ organisations: [...Array.from({ length: FEW_ORGANISATIONS }, (_, k) => ({ id: toyId(`t${k}`), name: `T ${k}`, country: 'LT' })), ...Array.from({ length: FEW_ORGANISATIONS - 1 }, (_, k) => ({ id: toyId(`e${k}`), name: `E ${k}`, country: 'EE' }))] })
  t.ok(shown(['LT', 'EE'], run.loaded).kinds.cautions.includes('Estonia has fewer than 30 organisations in the run: its numbers say little.'))
})

t.test(`above ${REGION_COLUMNS_MAX} regions, and above ${INTERVALS_DRAWN_MAX} lines`, async t => {
  const countries = ['PL', 'LV', 'EE', 'LT', 'FI', 'DE', 'DK', 'SE', 'NO', 'CZ', 'SK', 'AT', 'HU', 'NL']
  const many = makeRun({
    organisations: countries.flatMap(country => Array.from({ length: 12 }, (_, k) => ({ id: toyId(`${country.toLowerCase()}${k}`), name: `${country} ${k}`, country, domains: [`h2020:SC${k % 4 + 1}`] }))),
    clusters: { C1: countries.map(country => toyId(`${country.toLowerCase()}0`)) },
    supply: [[toyId('pl0'), toyId('lv0'), 1]]
  }).loaded
  const beside = shown(countries.slice(0, REGION_COLUMNS_MAX), many)
  t.equal(beside['side-by-side'].columns.length, REGION_COLUMNS_MAX + 2)
  t.not(beside['region-pairs'].figure, null)
  t.notMatch(beside['side-by-side'].cautions.join(' '), /side by side/)
  t.equal(beside.clusters.columns.length, REGION_COLUMNS_MAX + 6)
  const more = shown(countries, many)
  t.equal(more['side-by-side'].columns.length, REGION_COLUMNS_MAX + 2)
  t.equal(more['side-by-side'].cautions[0], 'The first 10 of 14 regions are shown side by side; the group is of all.')
  t.equal(more['side-by-side'].rows[0].at(-1)!.value, 168, 'the group is whole')
  t.equal(more.clusters.columns.length, 7)
  t.equal(more['region-pairs'].figure, null)
  t.equal(more['region-pairs'].rows.length, 14 * 13 / 2)
  const lines = (exhibit: Exhibit): number => exhibit.figure!.svg.match(/<circle/g)!.length
  t.equal(lines(beside.specialisation), 33)
  t.equal(lines(more.specialisation), INTERVALS_DRAWN_MAX, 'three fields of fifteen would be 45')
})
