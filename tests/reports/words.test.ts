/** Both languages say everything, with the same gaps and in every plural form, and neither claims more than the numbers do. */
import t from 'tap'
import { sayIn } from '../../services/reports/words.ts'
import type { Text } from '../../services/reports/text.ts'
import { wordsEn } from '../../services/reports/words-en.ts'
import { wordsPl } from '../../services/reports/words-pl.ts'
import { report, reportRun, textsOf } from './made-run.ts'

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
  t.strictSame(same.sort(), ['brief.profile', 'brief.throughNetworks', 'column.id', 'column.region', 'cover.titleCluster', 'ramp.1'], 'these are written alike')
})

t.test('no word that claims too much', async t => {
  for (const text of Object.values(wordsEn as Record<string, Text>).flatMap(forms)) t.notMatch(text, /\b(significan\w*|prove[sn]?|best|error occurred)\b/i)
  for (const text of Object.values(wordsPl as Record<string, Text>).flatMap(forms)) t.notMatch(text, /\b(istotn\w*|udowadnia\w*|najlepsz\w*)\b/i)
})

t.test('numbers and dates as the language writes them', async t => {
  const [en, pl] = [sayIn('en'), sayIn('pl')]
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
