/** What the pages of trends, consultation, internationalisation and indicators say: cells by hand, empty states, cautions, and that everything may stand in a document. */
import t from 'tap'
import { createRandom } from '../../services/analysis/random.ts'
import { Exhibit } from '../../services/contract/workspace-evidence.ts'
import { Indicator } from '../../services/contract/workspace-items.ts'
import type { ContentOf } from '../../services/contract/workspace-items.ts'
import { WORKSPACE_LANGUAGES } from '../../services/contract/workspace.ts'
import { svgProblem } from '../../services/documents/check-svg.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { chooseRegions } from '../../services/trans-s3/choose-regions.ts'
import { countConsultation } from '../../services/trans-s3/consultation/consultation.ts'
import { FEW_NETWORKS } from '../../services/trans-s3/evidence/growth.ts'
import type { DomainGrowth, Growth } from '../../services/trans-s3/evidence/growth.ts'
import { growthRate } from '../../services/trans-s3/evidence/log-linear-growth.ts'
import { assessPotential } from '../../services/trans-s3/evidence/potential.ts'
import { placeInValueChains, profilesIn } from '../../services/trans-s3/evidence/value-chain-context.ts'
import type { CountryInValueChains } from '../../services/trans-s3/evidence/value-chain-context.ts'
import { consultationExhibits } from '../../services/trans-s3/exhibits/consultation-exhibits.ts'
import { namesIn } from '../../services/trans-s3/exhibits/exhibit.ts'
import { indicatorsExhibits } from '../../services/trans-s3/exhibits/indicators-exhibits.ts'
import { potentialExhibits } from '../../services/trans-s3/exhibits/potential-exhibits.ts'
import { drawRanges } from '../../services/trans-s3/exhibits/range-figure.ts'
import { trendsExhibits } from '../../services/trans-s3/exhibits/trends-exhibits.ts'
import { drawYears } from '../../services/trans-s3/exhibits/years-figure.ts'
import { settingsOf } from '../../services/trans-s3/workspace-state.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { makeRun, toyRun } from '../support/loaded-run.ts'
import { consultationState, itemId, stateOf } from './consultation-state.ts'
import type { Person } from './consultation-state.ts'

const say = sayIn('en')
const reference = loadReference()
const names = namesIn(say, reference)
const NO_BREAK = '\u00a0'

/** By key; each is looked at as a document would: as many cells as columns, numbers where numbers belong, no gap left open. */
function checked (exhibits: readonly Exhibit[]): Record<string, Exhibit> {
  for (const exhibit of exhibits) {
    const { key, title, says, columns, rows, figure, cautions, empty } = Exhibit.parse(exhibit)
    t.ok(rows.every(row => row.length === columns.length), `${key}: as many cells as columns`)
    t.ok(new Set(columns.map(column => column.key)).size === columns.length && columns.every(column => /^[A-Za-z]\w*$/.test(column.key)), `${key}: keys of columns`)
    t.ok(rows.every(row => row.every(({ value }, i) => typeof value === 'number' ? Number.isFinite(value) : value === null || columns[i].kind === 'text' || columns[i].kind === 'date')), `${key}: values`)
    t.notMatch([title, says, ...cautions, empty ?? '', figure?.alt ?? '', ...columns.map(({ head }) => head), ...rows.flat().map(({ text }) => text)].join(' '), /\{\w+\}|undefined|NaN/, `${key}: words`)
    t.equal(rows.length === 0, empty !== null, `${key}: says why there is nothing`)
    if (figure !== null) t.equal(svgProblem(figure.svg), null, `${key}: figure`)
  }
  return Object.fromEntries(exhibits.map(exhibit => [exhibit.key, exhibit]))
}
const texts = ({ rows }: Exhibit): string[][] => rows.map(row => row.map(({ text }) => text))
const values = ({ rows }: Exhibit): unknown[][] => rows.map(row => row.map(({ value }) => value))

const grown = (domain: string | null, projects: number[], rate: [number, number, number] | null, emerging: boolean | null): DomainGrowth => ({
  domain, counts: { projects, organisations: projects.map(count => Math.min(count, 9)), crossBorderLinks: projects.map(count => 10 * count) }, emerging,
  rates: { projects: rate === null ? null : { rate: rate[0], lower: rate[1], upper: rate[2] }, organisations: null, crossBorderLinks: null }
})
const growth: Growth = {
  years: [2014, 2015, 2016, 2017], incomplete: [true, false, false, false], programmes: [{ programme: 'Horizon 2020', networks: 9000, from: 2014, until: 2022, firstComplete: 2015, lastComplete: 2020 }], undated: 2, aboveCap: 1,
  all: grown(null, [3, 20, 25, 1200], [0.05, -0.1, 0.2], null), domains: [grown('h2020:SC2', [1, 9, 14, 21], [0.4, 0.21, 0.9], true), grown('h2020:SC1', [2, 9, 9, 8], [-0.02, -0.2, 0.1], false), grown('s3:<b>', [0, 1, 0, 0], null, null)]
}
const country = (code: string, more: Partial<CountryInValueChains> = {}): CountryInValueChains => ({ country: code, table: { title: 'A table', year: 2011, unit: 'million USD' }, withinGroup: false, exports: 1234.5, usedAbroad: 0.3, foreignValueAdded: 0.25, gvc: 0.5, upstreamness: 2.1, worldUpstreamness: 2.2, ...more })

t.test('trends: growth by year and field, with the years of a programme told apart', async t => {
  const shown = checked(trendsExhibits({ growth, valueChains: [country('PL'), country('EE', { withinGroup: true }), country('LT', { table: null, exports: null, gvc: null })], datesNewer: true }, say, names))
  t.strictSame(texts(shown['growth-years']), [['2014', '3', '3', '30', 'no: first or last year of a programme'], ['2015', '20', '9', '200', 'yes'], ['2016', '25', '9', '250', 'yes'], ['2017', '1,200', '9', '12,000', 'yes']])
  t.equal([...shown['growth-years'].figure!.svg.matchAll(/<circle [^>]*fill="#FFFFFF"/g)].length, 3, 'one hollow dot in each panel')
  t.strictSame(texts(shown['growth-domains'])[1].slice(0, 6), ['Food & bioeconomy', '45', '44', `+40${NO_BREAK}%`, `+21${NO_BREAK}%`, `+90${NO_BREAK}%`])
  t.strictSame(texts(shown['growth-domains']).map(row => row.at(-1)), ['–', 'yes', 'not surely, few networks', 'too little to say'])
  t.strictSame(values(shown['growth-domains'])[1].slice(0, 6), ['h2020:SC2', 45, 44, 0.4, 0.21, 0.9])
  t.match(shown['growth-domains'].figure!.alt, /^1 field is surely growing faster than all together: Food & bioeconomy\. /)
  t.match(shown['growth-domains'].cautions.join(' '), /Horizon 2020 has networks from 2014 to 2022.*2014 is the first or last year.*2 networks with members in the group do not say when.*1 network has too many members.*newer than the run.*about one in forty/s)
  t.strictSame(shown['growth-domain-years'].columns.map(({ head }) => head), ['Field', '2014 *', '2015', '2016', '2017'])
  t.strictSame(texts(shown['value-chain-context'])[2].slice(0, 3), ['Lithuania', 'not defined', `30${NO_BREAK}%`])
  t.match(shown['value-chain-context'].cautions.join(' '), /A table.*million USD.*whole countries.*of 2011.*Not in the table: Lithuania.*has Estonia only inside a group/s)
})

t.test(`growth that rests on fewer than ${FEW_NETWORKS} networks of complete years says so, in the row and beneath the table`, async t => {
  const rate: [number, number, number] = [0.1, -0.2, 0.3]
  // The first year is incomplete: what it holds does not count.
  const of = (networks: number, emerging: boolean): { growth: Growth, valueChains: [], datesNewer: boolean } => ({ growth: { ...growth, domains: [grown('h2020:SC2', [500, 10, 10, networks - 20], rate, emerging), grown('s3:<b>', [0, 1, 0, 0], null, null)] }, valueChains: [], datesNewer: false })
  for (const language of WORKSPACE_LANGUAGES) {
    const speech = sayIn(language)
    const shown = (networks: number, emerging = false): Exhibit => checked(trendsExhibits(of(networks, emerging), speech, namesIn(speech, reference)))['growth-domains']
    const caution = (...list: string[]): string => speech.t('caution.growth.few', { most: FEW_NETWORKS, list: speech.list(list) })
    const [enough, few] = [shown(FEW_NETWORKS), shown(FEW_NETWORKS - 1, true)]
    const name = enough.rows[1]![0]!.text
    t.strictSame(enough.rows.map(row => row.at(-1)!.text), ['–', speech.t('word.growth.not-emerging'), speech.t('word.growth.unsure')], language)
    t.notOk(enough.cautions.some(text => text.includes(String(FEW_NETWORKS))))
    t.strictSame(few.rows.map(row => [row[2]!.value, row.at(-1)!.value, row.at(-1)!.text]), [[1245, null, '–'], [FEW_NETWORKS - 1, 'emerging', `${speech.t('word.growth.emerging')}, ${speech.t('word.growth.few')}`], [1, 'unsure', speech.t('word.growth.unsure')]], language)
    t.equal(few.cautions.filter(text => text === caution(name)).length, 1, `${language}: once`)
  }
  t.strictSame(checked(trendsExhibits({ ...of(29, false), growth: { ...of(29, false).growth, all: grown(null, [3, 10, 10, 9], rate, null) } }, say, names))['growth-domains'].rows[0].at(-1), { value: null, text: 'few networks' }, 'all fields together too')
  // The reason: thirty that do not grow, six a year over five years.
  const still = growthRate([1, 2, 3, 4, 5], Array.from({ length: 5 }, () => FEW_NETWORKS / 5))!
  t.strictSame([still.rate, still.lower, still.upper].map(value => Math.round(value * 100)), [0, -34, 51])
})

t.test('trends without a date and without a table', async t => {
  const shown = checked(trendsExhibits({ growth: { ...growth, years: [], incomplete: [], domains: [], programmes: [], all: grown(null, [], null, null) }, valueChains: [country('PL', { table: null })], datesNewer: false }, say, names))
  t.ok(Object.values(shown).every(({ empty, figure }) => empty !== null && figure === null))
})

t.test('profiles are looked up by country, once each, in groups of the table too', async t => {
  const asked: string[] = []
  const detail = { hash: 'h', title: 'T', year: 2011, unit: 'u', labels: { countries: [{ code: 'POL', name: 'Poland' }, { code: 'ROW', name: 'Rest of the world' }], sectors: [] } }
  const tables = { find: async () => detail, profile: async (_: string, code: string) => { asked.push(code); return { table: detail, totals: { exports: 10, valueAdded: 40 }, participation: { backward: 0.2, gvc: 0.4 }, position: { upstreamness: 2, world: { upstreamness: 3 } }, partners: [{ valueAddedAbsorbed: 6 }, { valueAddedAbsorbed: 4 }] } } }
  const profileOf = await profilesIn(tables as never, word => word === 'POL' ? { code: 'PL' } : undefined)
  const parts = chooseRegions({ vintage: '2016', regions: ['PL84', 'PL63', 'LT'] }, reference)
  const found = await placeInValueChains({ parts }, profileOf)
  t.strictSame(asked, ['POL', 'ROW'])
  t.strictSame(found.map(each => [each.country, each.withinGroup, each.usedAbroad, each.exports, each.gvc, each.upstreamness, each.worldUpstreamness]), [['PL', false, 0.25, 10, 0.4, 2, 3], ['LT', true, 0.25, 10, 0.4, 2, 3]])
  t.strictSame((await placeInValueChains({ parts }, await profilesIn({ ...tables, find: async () => null } as never, () => undefined))).map(({ table }) => table), [null, null])
})

const people = (helix: Person['helix'], region: string, ...rates: number[]): Person[] => rates.map((rate, i) => ({ helix, region, rate, comment: `${helix} ${i} <i>` }))
const consulted = (given: Parameters<typeof consultationState>[0]): Record<string, Exhibit> => {
  const state = consultationState(given)
  return checked(consultationExhibits(countConsultation(state), true, chooseRegions(settingsOf(state).group, reference), say, names))
}

t.test('consultation: groups, disagreement, comments without names', async t => {
  const shown = consulted({ priorities: ['Bioeconomy & <b>', 'Later'], people: [...people('industry', 'PL84', 1, 2, 2), ...people('science', 'LT', 5, 4, 5), { helix: 'society', region: 'LT', rate: null }] })
  t.strictSame(texts(shown['taking-part']), [['industry', '3', '3'], ['science', '3', '3'], ['administration', '0', '0'], ['society', '1', '0']])
  t.strictSame(shown['taking-part'].cautions, ['No answer yet from: administration and society.'])
  t.strictSame(texts(shown.ratings).map(row => row.slice(0, 4)), [['Bioeconomy & <b>', '6', '3.2', '3.0 (2.0 to 5.0)']])
  t.strictSame(texts(shown['ratings-by-group']).map(row => row.slice(1, 5)), [['industry', '3', '1.7', '2.0 (1.5 to 2.0)'], ['science', '3', '4.7', '5.0 (4.5 to 5.0)']])
  t.strictSame(texts(shown['ratings-by-region']).map(row => row.slice(1, 4)), [['Lithuania', '3', '4.7'], ['Podlaskie', '3', '1.7']])
  t.strictSame(texts(shown.disagreements).filter(row => row[1] === 'Importance').map(row => row[3]), ['science rates it 3.0 higher than industry', 'everybody: agreement −0.23'], 'two layers of four and two answers, each a little apart')
  t.strictSame(texts(shown.comments)[0], ['Bioeconomy & <b>', 'industry', 'industry 0 <i>'])
  t.notMatch(JSON.stringify(shown), /Somebody/, 'no names of participants')
})

t.test('consultation: what is withheld is in no cell, picture or alternative text', async t => {
  const shown = consulted({ people: [...people('industry', 'PL84', 3, 3, 3, 3), ...people('science', 'LT', 2, 3, 4, 3), ...people('society', 'PL84', 5)] })
  t.strictSame(texts(shown['ratings-by-group']).map(row => row.slice(1, 4)), [['industry', '4', '3.0'], ['science', 'withheld', 'withheld'], ['society', 'withheld', 'withheld']])
  t.ok(shown['ratings-by-group'].rows.filter(row => row[2].value === null).every(row => row.slice(2).every(({ value }) => value === null)))
  t.match(shown['ratings-by-group'].cautions.join(), /Results of fewer than 3 people are withheld.*worked out/)
  t.equal([...shown['ratings-by-group'].figure!.svg.matchAll(/withheld/g)].length, 2)
  t.strictSame(texts(shown.comments).filter(row => row[2].startsWith('society')).map(row => row[1]), ['withheld'])
  const few = consulted({ people: people('industry', 'PL84', 1, 5) })
  t.strictSame(texts(few.ratings)[0].slice(1, 4), ['2', 'withheld', 'withheld'])
  t.match(few.comments.cautions, ['2 comments are withheld: too few people answered.'])
  t.notMatch(JSON.stringify(few), /<i>/)
})

t.test('consultation: before anybody was asked, and before anybody answered', async t => {
  const only = (given: Parameters<typeof consulted>[0]): Exhibit => {
    const shown = consulted(given)
    t.strictSame(Object.keys(shown), ['taking-part'], 'one exhibit says it, not six')
    return shown['taking-part']
  }
  t.match(only({ people: [] }).empty, /Nobody has been invited/)
  t.match(only({ people: [{ helix: 'industry', region: 'LT', rate: null }] }).cautions.join(), /Nobody has answered/)
  t.match(only({ priorities: [], people: [] }).empty, /no priority to rate/)
})

const { loaded } = toyRun()
const steady = { ...loaded, clusters: loaded.clusters.map((cluster, c) => ({ ...cluster, stability: c === 0 ? 0.8 : 0.5 })) }
const equal = { crossBorderRatio: 1, partnerDiversity: 1, eiIndex: 1, steadiness: 1, valueChainPosition: 2.5 }
const assessed = (run: typeof loaded, weights = equal, gvcOf = new Map([['PL', 0.4], ['LT', 0.5]])): Record<string, Exhibit> =>
  checked(potentialExhibits(assessPotential({ loaded: run, group: { members: [...run.snapshot.ids.keys()] }, weights, inPriorities: new Set(['h2020:SC1']), gvcOf }, createRandom(1)), run.clusters, say, names))

t.test('potential: measures, ranks and weights, and what is left out', async t => {
  const shown = assessed(steady)
  t.strictSame(texts(shown['potential-clusters']).map(row => row[0]).sort(), ['C1 Food & bioeconomy', 'C2'])
  t.strictSame(texts(shown['potential-domains'])[0].slice(0, 3), ['Health & life sciences', '2', 'withheld'])
  t.match(shown['potential-domains'].cautions[0], /fewer than 5 organisations/)
  t.match(shown['potential-ranks-domains'].empty, /Nothing can be ranked/)
  const ranks = shown['potential-ranks-clusters']
  t.strictSame(ranks.columns.slice(6).map(({ head }) => head), ['Without: Against expectation', 'Without: Countries of partners', 'Without: E-I index', 'Without: Steadiness', 'Without: Value chains'])
  t.strictSame(values(ranks).map(row => row[1]).sort(), [1, 2])
  t.strictSame(texts(shown['potential-weights']).map(row => row.slice(1, 4)), [...Array.from({ length: 4 }, () => ['1', `15${NO_BREAK}%`, 'yes']), ['2.5', `38${NO_BREAK}%`, 'yes']])
  const without = assessed(loaded, equal, new Map())
  t.match(without['potential-clusters'].cautions.join(' '), /not repeated in this run.*No input-output table/)
  t.strictSame(texts(without['potential-weights']).map(row => row[3]), ['yes', 'yes', 'yes', 'left out', 'left out'])
  const unweighted = assessed(steady, { crossBorderRatio: 0, partnerDiversity: 0, eiIndex: 0, steadiness: 0, valueChainPosition: 0 })
  t.match(unweighted['potential-weights'], { cautions: ['Every weight is 0: nothing is ranked.'], next: 'Set weights in the settings.' })
  t.match(assessed(makeRun({ organisations: [] }).loaded)['potential-clusters'].empty, /No cluster has 5 or more/)
})

t.test('indicators: change, its uncertainty, and the part of the way', async t => {
  const measured = (value: number | null, lower: number | null = null, upper: number | null = null, run = 'run-000000000001') => ({ run, at: '2027-01-01T00:00:00.000Z', value, lower, upper })
  const indicator = (more: Partial<ContentOf<'indicator'>>): ContentOf<'indicator'> => Indicator.parse({ type: 'indicator', objective: itemId(1), title: 'More work across borders', measure: 'crossBorderShare', target: 0.8, date: '2029-12-31', ...more })
  const shown = checked(indicatorsExhibits(stateOf([
    indicator({ measurements: [measured(0.5, 0.4, 0.6), measured(0.65, 0.61, 0.7, 'run-000000000002')] }), indicator({ measurements: [measured(0.5, 0.4, 0.6), measured(0.45, 0.38, 0.5)] }),
    indicator({ measure: 'organisations', domain: 's3:bioeconomy', target: 120, measurements: [measured(100), measured(110)] }), indicator({ measure: 'clusters', target: 3, measurements: [measured(null)] }), indicator({ measure: 'eiIndex', target: 0.5 }),
    indicator({ measure: 'partnerCountries', target: 8, measurements: [measured(8), measured(8)] })
  ]), say, names)).indicators
  t.strictSame(texts(shown).map(row => row.slice(3, 10)), [
    [`50${NO_BREAK}%`, `65${NO_BREAK}%`, `61${NO_BREAK}% to 70${NO_BREAK}%`, `+15${NO_BREAK}%`, 'surely changed', `80${NO_BREAK}%`, `50${NO_BREAK}%`],
    [`50${NO_BREAK}%`, `45${NO_BREAK}%`, `38${NO_BREAK}% to 50${NO_BREAK}%`, `−5${NO_BREAK}%`, 'may be chance', `80${NO_BREAK}%`, `−17${NO_BREAK}%`],
    ['100', '110', 'a count: no interval', '+10', 'as recorded', '120', `50${NO_BREAK}%`],
    ['not defined', 'not defined', 'a count: no interval', 'not measured yet', 'measured once', '3', 'not defined'],
    ['not measured yet', 'not measured yet', 'a count: no interval', 'not measured yet', 'measured once', '0.50', 'not defined'],
    ['8', '8', 'a count: no interval', '0', 'as recorded', '8', 'not defined']
  ])
  t.strictSame(texts(shown)[2].slice(0, 3), ['More work across borders', 'organisations', 'Bioeconomy'])
  t.equal(texts(shown)[0][10], '31 December 2029')
  t.match(checked(indicatorsExhibits(stateOf([]), say, names)).indicators.empty, /no indicator yet/)
  const questioned = (target: number, more: Partial<ContentOf<'indicator'>>): string[] => checked(indicatorsExhibits(stateOf([indicator({ target, ...more })]), say, names)).indicators.cautions.slice(0, -2).map(caution => caution.replaceAll(NO_BREAK, ' '))
  const share = { measurements: [measured(0.5, 0.4, 0.6), measured(0.9)] }
  t.strictSame(questioned(0.51, share), [], 'above the baseline, whatever came later')
  t.strictSame(questioned(0.5, share), ['The target of “More work across borders” (50 %) is not above its baseline (50 %), so it is reached from the start.'])
  t.match(questioned(0.2, share), [/\(20 %\) is not above its baseline \(50 %\)/])
  t.match(questioned(-0.5, { measure: 'eiIndex', measurements: [measured(-0.4)] }), [/\(−0\.50\) is not above its baseline \(−0\.40\)/], 'more inward than now')
  t.strictSame(questioned(-0.3, { measure: 'eiIndex', measurements: [measured(-0.4)] }), [], 'less inward')
  t.strictSame([questioned(0, {}), questioned(0, { measurements: [measured(null)] })], [[], []], 'without a baseline nothing is questioned')
})

t.test('figures hold whatever names there are, and values beyond their axis', async t => {
  const hostile = ['<script>', '"><svg onload=1>', '&lt;', '\u202Egnp', 'x'.repeat(300), 'a\u0001b']
  for (const name of hostile) {
    t.equal(svgProblem(drawRanges([{ name, value: 9, lower: -9, upper: 9, filled: true, text: name }, { name, value: null, lower: null, upper: null, filled: false, text: name, head: true }], { least: 0, most: 1, ticks: [{ at: 0, text: name }], line: 2 })), null)
    t.equal(svgProblem(drawYears([2014], [false], [{ name, counts: [0] }], String)), null)
  }
  const many = drawYears(Array.from({ length: 60 }, (_, y) => 1960 + y), new Array<boolean>(60).fill(false), [{ name: 'A', counts: Array.from({ length: 60 }, (_, y) => y) }, { name: 'B', counts: new Array<number>(60).fill(0) }], String)
  t.equal(svgProblem(many), null)
  t.notMatch(many, /NaN|Infinity/)
  const arrows = (value: number, upper: number): number => [...drawRanges([{ name: 'A', value, lower: 0.2, upper, filled: true, text: '' }], { least: 0, most: 1, ticks: [], line: null }).matchAll(/<path /g)].length
  t.strictSame([arrows(0.5, 0.9), arrows(0.5, 1.1)], [0, 1])
})
