/** What regions have declared alike: by hand on a small case, against all subsets on random ones, and at the limit. */
import t from 'tap'
import { createRandom } from '../../services/analysis/random.ts'
import { SETS_MAX, sharedSets } from '../../services/analysis/specialisation/shared-sets.ts'
import { findCommonSets } from '../../services/trans-s3/evidence/common-sets.ts'
import { declaredItem, evidenceInput } from './made-input.ts'

/** Podlaskie under its code, Vidzeme under that of NUTS 2024, Lithuania twice, a region that is not in the group; Denmark has said nothing in codes. */
const items = [
  declaredItem('PL84', [
    { title: 'Food', domains: ['h2020:SC2'], sectors: ['10', '01.4'] },
    { title: 'Machines', domains: ['s3:advanced-manufacturing', 'h2020:LEIT'], sectors: ['28'], mapping: 'confirmed' },
    { title: 'Eco-innovation', domains: ['s3:circular-economy'], mapping: 'suggested' }
  ]),
  declaredItem('LV00C', [{ title: 'Bioeconomy', domains: ['s3:bioeconomy'], sectors: ['C'] }]),
  declaredItem('LT', [{ title: 'Agro', domains: ['h2020:SC2', 's3:bioeconomy'], sectors: ['10.1', '28'] }]),
  declaredItem('LT', [{ title: 'Society', domains: ['h2020:SC6'] }]),
  declaredItem('DK03', [{ title: 'Design for all' }]),
  declaredItem('SE11', [{ title: 'Elsewhere', domains: ['s3:smart-health'] }])
]

t.test('the matrix, by hand', async t => {
  const { columns, counts, declared, declaring } = findCommonSets(evidenceInput({ items }))
  t.strictSame(columns.map(({ code }) => code), [
    's3:advanced-manufacturing', 's3:circular-economy', 's3:bioeconomy', 's3:resource-efficiency-and-rehabilitation', 's3:sustainable-water-management', 's3:smart-health', 's3:smart-cities', 's3:digitalisation-and-cybersecurity',
    'A', 'C', 'h2020:SC6'
  ])
  const row = (p: number): Record<string, number> => Object.fromEntries(columns.map(({ code }, c) => [code, counts[p][c]] as const).filter(([, count]) => count > 0))
  t.strictSame(row(0), { 's3:advanced-manufacturing': 1, 's3:bioeconomy': 1, 's3:digitalisation-and-cybersecurity': 1, A: 1, C: 2 }, 'LEIT serves two themes, one of them named itself')
  t.strictSame(row(1), { 's3:bioeconomy': 1, C: 1 }, 'under the code of another vintage')
  t.strictSame(row(3), { 's3:bioeconomy': 1, C: 1, 'h2020:SC6': 1 }, 'one priority counts once for a column, however many of its codes say so')
  t.strictSame([1, 2, 4, 5, 6].map(p => Object.keys(row(p)).length), [2, 0, 0, 0, 0])
  t.strictSame(declaring, [0, 1, 3])
  t.strictSame(columns.find(({ code }) => code === 'C')!.as, ['10', '10.1', '28', 'C'])
  t.strictSame(columns.find(({ code }) => code === 's3:bioeconomy')!.regions, [0, 1, 3])
  t.strictSame(declared.elsewhere, ['SE11'])
  t.strictSame(declared.regions.map(({ coded, suggested, uncoded }) => [coded.length, suggested.length, uncoded.length]), [[2, 1, 0], [1, 0, 0], [0, 0, 0], [2, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 1]])
})

t.test('sets and overlap, by hand', async t => {
  const found = findCommonSets(evidenceInput({ items }))
  const named = found.sets.sets.map(({ codes, regions }) => [codes.map(c => found.columns[c].code), regions])
  t.strictSame(named, [[['s3:bioeconomy', 'C'], [0, 1, 3]]])
  t.equal(found.sets.wholeFor, 2)
  const pair = found.overlaps.find(({ a, b }) => a === 1 && b === 3)!
  t.equal(pair.shared, 2)
  t.equal(pair.jaccard, 2 / 3)
  t.ok(Number.isNaN(pair.cosine), 'Vidzeme has no code that another region lacks')
  t.ok(Math.abs(pair.krugman - (1 / 6 + 1 / 6 + 1 / 3)) < 1e-12)
  t.strictSame(found.overlaps.map(({ a, b }) => [a, b]), [[0, 1], [0, 3], [1, 3]])
  const byOne = findCommonSets(evidenceInput({ items, settings: { sharedBy: 1 } }))
  t.strictSame(byOne.sets.sets.map(({ codes, regions }) => [codes.length, regions.length]), [[2, 3], [5, 1], [3, 1]])
  t.strictSame(findCommonSets(evidenceInput({ items, settings: { sharedBy: 9 } })).sets, { sets: [], wholeFor: 9 })
  t.strictSame(findCommonSets(evidenceInput({})).sets, { sets: [], wholeFor: 2 })
})

t.test('cosine is of what not all have: 0 where two share nothing else, and of two regions alone not defined', async t => {
  const items = [
    declaredItem('PL84', [{ title: 'Bio and health', domains: ['s3:bioeconomy', 's3:smart-health'] }]),
    declaredItem('LV008', [{ title: 'Bio and water', domains: ['s3:bioeconomy', 's3:sustainable-water-management'] }]),
    declaredItem('LT', [{ title: 'Bio, health and cities', domains: ['s3:bioeconomy', 's3:smart-health', 's3:smart-cities'] }])
  ]
  const pairs = findCommonSets(evidenceInput({ items })).overlaps
  // Weights by hand: bioeconomy ln(3/3) = 0, health ln(3/2), water and cities ln 3, squared as both sets bear them.
  const [health, rare] = [Math.log(3 / 2) ** 2, Math.log(3) ** 2]
  t.strictSame(pairs.map(({ shared }) => shared), [1, 2, 1])
  t.strictSame([pairs[0].cosine, pairs[2].cosine], [0, 0], 'Podlaskie and Vidzeme, Vidzeme and Lithuania: the bioeconomy alone')
  t.ok(Math.abs(pairs[1].cosine - health / Math.sqrt(health * (health + rare))) < 1e-12)
  const [pair] = findCommonSets(evidenceInput({ items: items.slice(0, 2) })).overlaps
  t.strictSame([pair.shared, pair.jaccard, Number.isNaN(pair.cosine)], [1, 1 / 3, true])
})

t.test('every maximal set and no other: against all subsets of regions', async t => {
  const { next: random } = createRandom(5)
  let several = 0
  for (let trial = 0; trial < 60; trial++) {
    const [regions, codes, sharedBy] = [2 + Math.floor(random() * 6), 2 + Math.floor(random() * 9), 1 + Math.floor(random() * 3)]
    const has = Array.from({ length: regions }, () => Array.from({ length: codes }, () => random() < 0.6))
    const expected = new Set<string>()
    for (let subset = 1; subset < 2 ** regions; subset++) {
      const inside = [...has.keys()].filter(r => (subset >> r & 1) === 1)
      const common = [...has[0].keys()].filter(c => inside.every(r => has[r][c]))
      const all = [...has.keys()].filter(r => common.every(c => has[r][c]))
      if (common.length >= 2 && all.length >= sharedBy) expected.add(`${common.join()}|${all.join()}`)
    }
    const { sets, wholeFor } = sharedSets(has, sharedBy)
    t.strictSame(sets.map(({ codes, regions }) => `${codes.join()}|${regions.join()}`).sort(), [...expected].sort())
    t.equal(wholeFor, sharedBy)
    if (expected.size > 3) several++
  }
  t.ok(several > 20)
})

t.test(`more than ${SETS_MAX} sets: those of most regions are told, all of them`, async t => {
  // Each of 12 regions lacks one code of its own: any regions share what none of them lacks, so that there are 12 over k sets of k regions.
  const has = Array.from({ length: 12 }, (_, r) => Array.from({ length: 14 }, (_, c) => c !== r))
  const { sets, wholeFor } = sharedSets(has, 2)
  t.equal(wholeFor, 9, '1 + 12 + 66 + 220 = 299 sets of nine regions or more; 495 more of eight')
  t.equal(sets.length, 299)
  t.ok(sets.length <= SETS_MAX)
  t.equal(Math.min(...sets.map(({ regions }) => regions.length)), 9)
})
