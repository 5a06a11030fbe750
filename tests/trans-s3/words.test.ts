/** Every language says everything, with the same gaps and in every plural form, and none is English left over. */
import t from 'tap'
import { INDICATOR_MEASURES } from '../../services/contract/workspace-items.ts'
import { STAGES, WORKSPACE_LANGUAGES } from '../../services/contract/workspace.ts'
import { da } from '../../services/trans-s3/words/da.ts'
import { de } from '../../services/trans-s3/words/de.ts'
import { en } from '../../services/trans-s3/words/en.ts'
import { et } from '../../services/trans-s3/words/et.ts'
import { fi } from '../../services/trans-s3/words/fi.ts'
import { lt } from '../../services/trans-s3/words/lt.ts'
import { lv } from '../../services/trans-s3/words/lv.ts'
import { pl } from '../../services/trans-s3/words/pl.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import type { Key } from '../../services/trans-s3/words/say.ts'
import type { Text } from '../../services/reports/say.ts'
import { workspacesEn } from '../../visualizer/text/workspaces-en.ts'
import { workspacesPl } from '../../visualizer/text/workspaces-pl.ts'

const WORDS: Record<typeof WORKSPACE_LANGUAGES[number], Record<string, Text>> = { en, pl, lv, lt, et, da, fi, de }
const KEYS = Object.keys(en) as Key[]
/** Written alike in English and the language. */
const ALIKE: Record<string, string[]> = {
  pl: ['column.consultation.region', 'column.jaccard', 'column.partner', 'column.region'], lv: ['paper.licence'], lt: [], et: [],
  da: ['column.consultation.region', 'column.jaccard', 'column.region', 'paper.column.organisation', 'paper.version'], fi: [],
  de: [
    'column.cluster', 'column.consultation.region', 'column.jaccard', 'column.partner', 'column.potential.cluster', 'column.region', 'form.person', 'paper.column.code', 'paper.column.name', 'paper.column.organisation', 'paper.label.software', 'paper.monitoring'
  ]
}
const forms = (text: Text): string[] => typeof text === 'string' ? [text] : Object.values(text)
const gapsOf = (form: string): string => [...new Set([...form.matchAll(/\{\w+\}/g)].map(([gap]) => gap))].sort().join()

t.test('the same keys in every language, and the same gaps in every form', async t => {
  for (const language of WORKSPACE_LANGUAGES) {
    t.strictSame(Object.keys(WORDS[language]).sort(), [...KEYS].sort(), language)
    t.strictSame(KEYS.filter(key => new Set([...forms(en[key]), ...forms(WORDS[language][key]!)].map(gapsOf)).size > 1), [], language)
  }
})

t.test('a form for each plural category of the language, and none where nothing is counted', async t => {
  for (const language of WORKSPACE_LANGUAGES) {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort().join()
    t.strictSame(KEYS.filter(key => typeof WORDS[language][key] !== typeof en[key]), [], language)
    t.strictSame(KEYS.filter(key => typeof en[key] !== 'string' && Object.keys(WORDS[language][key]!).sort().join() !== categories), [], language)
  }
})

t.test('none is English left over', async t => {
  for (const language of WORKSPACE_LANGUAGES.filter(language => language !== 'en')) {
    const alike = KEYS.filter(key => JSON.stringify(WORDS[language][key]) === JSON.stringify(en[key]) && forms(en[key]).some(form => /\p{L}/u.test(form.replace(/\{\w+\}/g, ''))))
    t.strictSame(alike.sort(), [...ALIKE[language]!].sort(), language)
  }
})

t.test('every text is whole: no blank at its ends, none twice, a sentence ends where the English one does', async t => {
  const end = (text: Text): string => /[.:]$/.exec(forms(text)[0]!)?.[0] ?? ''
  for (const language of WORKSPACE_LANGUAGES) {
    t.strictSame(KEYS.filter(key => forms(WORDS[language][key]!).some(form => /^\s|\s$|\s{2}|"/.test(form))), [], language)
    t.strictSame(KEYS.filter(key => end(WORDS[language][key]!) !== end(en[key])), [], language)
  }
})

t.test('numbers, dates and lists as each language writes them', async t => {
  t.strictSame(WORKSPACE_LANGUAGES.map(language => sayIn(language).number(1234.5, 1).replace(/\s/g, ' ')), ['1,234.5', '1 234,5', '1 234,5', '1 234,5', '1 234,5', '1.234,5', '1 234,5', '1.234,5'])
  t.strictSame(WORKSPACE_LANGUAGES.map(language => sayIn(language).date('2026-03-02')), ['2 March 2026', '2 marca 2026', '2026. gada 2. marts', '2026 m. kovo 2 d.', '2. märts 2026', '2. marts 2026', '2. maaliskuuta 2026', '2. März 2026'])
  t.strictSame(WORKSPACE_LANGUAGES.map(language => sayIn(language).list(['A', 'B', 'C'])), ['A, B and C', 'A, B i C', 'A, B un C', 'A, B ir C', 'A, B ja C', 'A, B og C', 'A, B ja C', 'A, B und C'])
})

t.test('a count takes the form of its number', async t => {
  const said = (language: typeof WORKSPACE_LANGUAGES[number], numbers: number[]): string[] => numbers.map(n => sayIn(language).t('paper.fact.final', { n }))
  t.strictSame(said('pl', [1, 2, 5, 22]), ['ostateczny wspólny priorytet', 'ostateczne wspólne priorytety', 'ostatecznych wspólnych priorytetów', 'ostateczne wspólne priorytety'])
  t.strictSame(said('lv', [0, 1, 2, 11, 21]), ['galīgu kopīgu prioritāšu', 'galīga kopīga prioritāte', 'galīgas kopīgas prioritātes', 'galīgu kopīgu prioritāšu', 'galīga kopīga prioritāte'])
  t.strictSame(said('lt', [1, 2, 11, 21]), ['galutinis bendras prioritetas', 'galutiniai bendri prioritetai', 'galutinių bendrų prioritetų', 'galutinis bendras prioritetas'])
  t.strictSame(said('fi', [1, 2]), ['lopullinen yhteinen painopiste', 'lopullista yhteistä painopistettä'])
})

t.test('the pages of a workspace and its papers call a thing by one name', async t => {
  const PAGE: Array<[Record<string, unknown>, Record<string, Text>]> = [[workspacesEn, en], [workspacesPl, pl]]
  for (const [page, papers] of PAGE) {
    for (const stage of STAGES) t.equal(String(page[`workspaces.stage.${stage}`]).replace(/^\d /, ''), papers[`step.${stage}`])
    for (const [start, of] of [['workspaces.state', 'state'], ['workspaces.helix', 'helix'], ['workspaces.role', 'role'], ['workspaces.status', 'ladder']] as const) {
      // A page of the method is feminine in Polish, a step masculine.
      const keys = Object.keys(papers).filter(key => key.startsWith(`${of}.`) && !key.endsWith('.means') && !(papers === pl && ['state.open', 'state.closed'].includes(key)))
      for (const key of keys) t.equal(page[key.replace(of, start)], papers[key], key)
    }
    // Of an index its name alone: either says in its own way what it means.
    const plain = (text: unknown): string => String(text).split(/:| \(/)[0].toLowerCase()
    for (const measure of INDICATOR_MEASURES) t.equal(plain(page[`workspaces.measure.${measure}`]), plain(papers[`word.indicator.${measure}`]), measure)
    for (const key of ['governance', 'vision', 'actionPlan', 'monitoring']) t.equal(page[`workspaces.field.${key}`], papers[`paper.${key}`], key)
  }
})
