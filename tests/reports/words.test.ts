/** Both languages say everything, with the same gaps and in every plural form, and neither claims more than the numbers do. */
import t from 'tap'
import { someOf } from '../../services/reports/cells.ts'
import { sayIn } from '../../services/reports/words.ts'
import type { Text } from '../../services/reports/say.ts'
import { wordsEn } from '../../services/reports/words-en.ts'
import { wordsPl } from '../../services/reports/words-pl.ts'
import { report, reportRun, table, textsOf } from './made-run.ts'

const forms = (text: Text): string[] => typeof text === 'string' ? [text] : Object.values(text)
const gaps = (text: Text): string => [...new Set(forms(text).flatMap(form => [...form.matchAll(/\{\w+\}/g)].map(([gap]) => gap)))].sort().join()

t.test('the same keys and gaps', async t => {
  t.strictSame(Object.keys(wordsPl).sort(), Object.keys(wordsEn).sort())
  for (const key of Object.keys(wordsEn) as Array<keyof typeof wordsEn>) t.equal(gaps(wordsPl[key]), gaps(wordsEn[key]), key)
})

t.test('every plural form of each language, and none where nothing is counted', async t => {
  for (const [language, words] of [['en', wordsEn], ['pl', wordsPl]] as Array<['en' | 'pl', Record<string, Text>]>) {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [key, text] of Object.entries(words)) if (typeof text !== 'string') t.strictSame(Object.keys(text).sort(), [...categories].sort(), `${language} ${key}`)
  }
})

t.test('Polish is not English left over', async t => {
  const same = (Object.keys(wordsEn) as Array<keyof typeof wordsEn>).filter(key => JSON.stringify(wordsPl[key]) === JSON.stringify(wordsEn[key]))
  t.strictSame(same.sort(), ['brief.ask.places', 'brief.profile', 'brief.step', 'column.id', 'column.region', 'cover.titleCluster', 'ramp.1'], 'these are written alike')
})

t.test('no word that claims too much', async t => {
  for (const text of Object.values(wordsEn as Record<string, Text>).flatMap(forms)) t.notMatch(text, /\b(significan\w*|prove[sn]?|best|error occurred)\b/i)
  for (const text of Object.values(wordsPl as Record<string, Text>).flatMap(forms)) t.notMatch(text, /\b(istotn\w*|udowadnia\w*|najlepsz\w*)\b/i)
})

t.test('numbers and dates as the language writes them', async t => {
  const [en, pl] = [sayIn('en'), sayIn('pl')]
  t.strictSame([en.number(-0.29, 2), pl.number(-0.29, 2)], ['−0.29', '−0,29'], 'a minus, no hyphen')
  t.strictSame([en.number(7754), en.number(2.4, 1), en.percent(0.664), en.date('2020-12-14'), en.date('2020-12'), en.list(['A', 'B', 'C'])], ['7,754', '2.4', '66\u00a0%', '14 December 2020', 'December 2020', 'A, B and C'])
  t.strictSame([pl.number(7754), pl.number(2.4, 1), pl.percent(0.664), pl.date('2020-12-14'), pl.list(['A', 'B', 'C'])], ['7\u00a0754', '2,4', '66\u00a0%', '14 grudnia 2020', 'A, B i C'])
  t.equal(pl.t('list.lead', { n: 2, all: 33, passing: 1 }).split(';')[0], 'Członków w grupie mają 2 z 33 klastrów')
  t.equal(pl.t('list.lead', { n: 12, all: 33, passing: 1 }).split(';')[0], 'Członków w grupie ma 12 z 33 klastrów')
  t.equal(pl.t('list.lead', { n: 22, all: 33, passing: 1 }).split(';')[0], 'Członków w grupie mają 22 z 33 klastrów')
})

t.test('no gap is left open in a report of either language', async t => {
  const [made, earlier] = [reportRun(), reportRun({ clusters: 5 })]
  const since = { ...earlier.loaded, run: { ...earlier.loaded.run, id: 'run-000000000000' } }
  const declared = [{ region: 'PL', priorities: [{ title: 'Food', domains: ['s3:bioeconomy'], sectors: [], document: null, website: null, note: null }, { title: 'Ships', domains: [], sectors: [], document: null, website: null, note: null }] }]
  for (const language of ['en', 'pl']) {
    for (const query of [{ countries: 'PL,LT,LV' } as Record<string, string>, { countries: 'LV' }, { countries: 'PL,LT', template: 'brief', suppressBelow: '0' }]) {
      const texts = textsOf(await report(made, { ...query, language }, { since, declared }))
      t.strictSame(texts.filter(text => /\{\w+\}|undefined|NaN|\[object/.test(text)), [])
    }
  }
})

t.test('what is shown of all there are, in whole sentences for none, one, two, five and more', async t => {
  const [en, pl] = [sayIn('en'), sayIn('pl')]
  const said = (say: typeof en): string[] => [someOf(say, 'Members', 1, 1), someOf(say, 'Members', 2, 2), someOf(say, 'Members', 2, 5), someOf(say, 'Links', 0, 0), someOf(say, 'Links', 1, 1), someOf(say, 'Links', 5, 5), someOf(say, 'Ties', 1, 2), someOf(say, 'Ties', 5, 22)]
  t.strictSame(said(en), ['The only member in the group', 'All 2 members in the group', '2 of 5 members in the group', 'without a link between them', 'with the one link between them', 'with all 5 links between them', 'with the strongest of 2 ties by shared work', 'with the 5 strongest of 22 ties by shared work'])
  t.strictSame(said(pl), ['Jedyny członek w grupie', 'Wszyscy członkowie w grupie: 2', '2 z 5 członków w grupie', 'bez połączenia między nimi', 'z jedynym połączeniem między nimi', 'ze wszystkimi połączeniami między nimi: 5', 'z najsilniejszą z 2 więzi według wspólnej pracy', 'z 5 najsilniejszymi z 22 więzi według wspólnej pracy'])
  t.strictSame([0, 1, 2, 5, 22].map(n => pl.t('facts.passing', { n }).split(' ').slice(0, 3).join(' ')), ['z nich spełnia', 'z nich spełnia', 'z nich spełniają', 'z nich spełnia', 'z nich spełniają'])
  t.strictSame([1, 4, 994, 7754].map(n => pl.t('facts.organisationsAlone', { n, all: 7754 }).split(' ')[0]), ['organizacja', 'organizacje', 'organizacje', 'organizacje'])
})

t.test('options and layers of a run stand in plain words, in either language', async t => {
  const { loaded, ...rest } = reportRun()
  const options = { quality: 'modularity', resolution: 1, restarts: 1, iterationsMax: 20, repeats: 50, shuffledNetworks: 10, betweennessSources: 0 }
  const made = { ...rest, loaded: { ...loaded, run: { ...loaded.run, request: { ...loaded.run.request, options } } } }
  for (const [language, expected] of [['en', /what is maximised: modularity; resolution: 1/], ['pl', /co jest maksymalizowane: modularność; rozdzielczość: 1/]] as const) {
    const rows = table(await report(made, { countries: 'PL,LT', language }), 'method-numbers').rows.map(row => row[1].text)
    t.ok(rows.some(text => expected.test(text)), rows.join(' | '))
    t.strictSame(rows.filter(text => /[{}"]|iterationsMax|co-membership|^leiden$/.test(text)), [])
  }
})
