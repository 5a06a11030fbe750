/** What clusters lack and who could bring it, and what regions have declared: against slow and obvious second computations. */
import t from 'tap'
import { findCapabilities } from '../../services/reports/missing-capabilities.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { thematicFields } from '../../services/reports/fields.ts'
import { makeRun, toyId } from '../support/loaded-run.ts'
import { report, reportRun, rowsOf, table } from './made-run.ts'

const made = reportRun({ seed: 3 })
const { loaded } = made
const { snapshot, clusters, clusterOf, projection: { graph } } = loaded
const nodes = [...snapshot.ids.keys()]
const fields = thematicFields(snapshot, loadReference())
const has = (i: number, code: string): boolean => made.organisations.get(snapshot.ids[i])!.domains.includes(code)
const partners = (i: number): number[] => Array.from(graph.targets.subarray(graph.offsets[i], graph.offsets[i + 1]))

t.test('only what work is about is a field, and of one taxonomy', async t => {
  t.strictSame(fields, ['h2020:SC1', 'h2020:SC2', 'h2020:SC3', 'h2020:SC4'])
})

t.test('missing fields: related to what is there, and rare', async t => {
  const phi = (a: string, b: string): number => a === b ? 0 : nodes.filter(i => has(i, a) && has(i, b)).length / Math.max(nodes.filter(i => has(i, a)).length, nodes.filter(i => has(i, b)).length)
  const count = (c: number, code: string): number => nodes.filter(i => clusterOf[i] === c && has(i, code)).length
  const mentions = (c: number): number => fields.reduce((sum, code) => sum + count(c, code), 0)
  const all = clusters.reduce((sum, _, c) => sum + mentions(c), 0)
  const specialised = (c: number, code: string): boolean => count(c, code) > 0 && count(c, code) / mentions(c) >= clusters.reduce((sum, _, k) => sum + count(k, code), 0) / all - 1e-12
  const density = (c: number, code: string): number => 100 * fields.filter(other => specialised(c, other)).reduce((sum, other) => sum + phi(code, other), 0) / fields.reduce((sum, other) => sum + phi(code, other), 0)
  const found = findCapabilities(loaded, fields, clusters.map((_, c) => c))
  let missing = 0
  for (const c of clusters.keys()) {
    const expected = fields.filter(code => {
      const mean = clusters.reduce((sum, _, k) => sum + density(k, code), 0) / clusters.length
      return !specialised(c, code) && count(c, code) / clusters[c].size < nodes.filter(i => has(i, code)).length / nodes.length && density(c, code) > mean
    })
    t.strictSame(found[c].missing.map(({ code }) => code).sort(), expected.sort(), clusters[c].code)
    for (const field of found[c].missing) t.ok(Math.abs(field.density - density(c, field.code)) < 1e-9)
    missing += expected.length
  }
  t.ok(missing > 0, 'the example has some')
})

t.test('candidates bring a missing field, deal with no member, and share partners', async t => {
  for (const [c, { missing, candidates }] of findCapabilities(loaded, fields, clusters.map((_, c) => c)).entries()) {
    const codes = missing.map(({ code }) => code)
    const score = (v: number): number => partners(v).reduce((sum, z) => sum + partners(z).filter(u => clusterOf[u] === c).length / partners(z).length, 0)
    const expected = nodes.filter(v => clusterOf[v] !== c && codes.some(code => has(v, code)) && partners(v).every(z => clusterOf[z] !== c) && score(v) > 0).sort((a, b) => score(b) - score(a) || a - b).slice(0, 5)
    t.strictSame(candidates.map(({ node }) => score(node).toFixed(9)), expected.map(v => score(v).toFixed(9)))
    for (const { node, brings, commonPartners } of candidates) {
      t.strictSame(brings, codes.filter(code => has(node, code)).sort())
      t.equal(commonPartners, partners(node).filter(z => partners(z).some(u => clusterOf[u] === c)).length)
    }
  }
})

/** Ten organisations of Poland, eight of them in food; thirty of Lithuania, two in food. */
const declaredRun = makeRun({
  organisations: [
    ...Array.from({ length: 10 }, (_, k) => ({ id: toyId(`p${k}`), name: `P ${k}`, country: 'PL', region: { code: 'PL633', vintage: '2024' as const, precision: 'exact' as const }, domains: k < 8 ? ['h2020:SC2'] : ['h2020:SC1'] })),
    ...Array.from({ length: 30 }, (_, k) => ({ id: toyId(`t${k}`), name: `L ${k}`, country: 'LT', domains: k < 2 ? ['h2020:SC2'] : ['h2020:SC3'] }))
  ]
})
const priority = (title: string, domains: string[]): { title: string, domains: string[], sectors: string[], document: null, website: null, note: null } => ({ title, domains, sectors: [], document: null, website: null, note: null })

t.test('the number of organisations of a part is not told where it is withheld elsewhere, nor what tells it', async t => {
  const made = makeRun({
    organisations: [['PL633', 2], ['PL841', 4], ['LT011', 9], ['LV008', 8]].flatMap(([code, size]) => Array.from({ length: Number(size) }, (_, k) => (
      { id: toyId(`${code}-${k}`), name: `${code} ${k}`, country: String(code).slice(0, 2), region: { code: String(code), vintage: '2024' as const, precision: 'exact' as const }, domains: ['h2020:SC2'] }
    )))
  })
  const declared = ['PL633', 'PL841', 'LT011'].map(region => ({ region, priorities: [priority('Food', ['h2020:SC2'])] }))
  const texts = async (regions: string, code: string): Promise<string[]> => table(await report(made, { regions }, { declared }), 's3').rows.find(row => row[0].value === code)!.slice(5, 9).map(({ text }) => text)
  const hidden = ['withheld', 'withheld', 'withheld', 'withheld']
  t.strictSame(await texts('PL633,PL841,LT011,LV008', 'PL633'), hidden)
  t.strictSame(await texts('PL63,PL84,LT011,LV008', 'PL633'), hidden, 'a region inside one that is withheld')
  t.strictSame(await texts('PL,LT011,LV008', 'PL841'), hidden, 'what is left of Poland would be 2')
  t.strictSame((await texts('PL,LT011,LV008', 'LT011')).slice(0, 2), ['9', '9'])
})

t.test('declared beside revealed: matched, declared only, not comparable, revealed only', async t => {
  const document = await report(declaredRun, { countries: 'PL,LT', suppressBelow: '0' }, {
    declared: [
      { region: 'PL', priorities: [priority('Bioeconomy', ['s3:bioeconomy']), priority('Health', ['h2020:SC1']), priority('Ships', [])] },
      { region: 'PL633', priorities: [priority('Food of Gdańsk', ['h2020:SC2'])] },
      { region: 'SE', priorities: [priority('Elsewhere', ['h2020:SC2'])] }
    ]
  })
  const rows = rowsOf(table(document, 's3')).map(({ code, state, priority, field, members, of }) => [code, state, priority, field, members, of])
  t.strictSame(rows, [
    ['LT', 'revealed only', null, 'Clean energy', 28, 30],
    ['PL', 'matched', 'Bioeconomy', 'Food & bioeconomy', 8, 10],
    ['PL', 'declared only', 'Health', 'Health & life sciences', 2, 10],
    ['PL', 'not comparable', 'Ships', null, null, null],
    ['PL633', 'matched', 'Food of Gdańsk', 'Food & bioeconomy', 8, 10]
  ])
  const food = rowsOf(table(document, 's3'))[1]
  t.equal(food.quotient, Number((8 / 10 / (10 / 40)).toFixed(3)))
})

t.test('a small count is not told there either, and without priorities the report says how to add them', async t => {
  const document = await report(declaredRun, { countries: 'PL,LT' }, { declared: [{ region: 'PL', priorities: [priority('Health', ['h2020:SC1'])] }] })
  const health = table(document, 's3').rows.find(row => row[3].value === 'Health')!
  t.strictSame([health[5], health[7].text], [{ value: null, text: 'withheld' }, 'withheld'])
  t.match(JSON.stringify(await report(declaredRun, { countries: 'PL' })), /imported as CSV with the columns region, title, domains/)
})
