/** Codes suggested for priorities in words: worked out by hand from the names in the tables. */
import t from 'tap'
import { loadReference } from '../../services/reference/reference.ts'
import { readTable } from '../../services/reference/read-table.ts'
import { SUGGESTED_MAX, suggestMapping, takeIntoWorkspace } from '../../services/trans-s3/suggest-mapping.ts'

const reference = loadReference()
const codes = (title: string): string[] => { const { domains, sectors } = suggestMapping(title, reference); return [...domains, ...sectors].map(({ code }) => code) }

t.test('by words of names, with the words as the reason', async t => {
  t.strictSame(suggestMapping('Wood processing and furniture', reference), { domains: [], sectors: [{ code: '16', words: ['Wood', 'furniture'] }, { code: '31', words: ['furniture'] }] }, 'most words first')
  t.strictSame(suggestMapping('Transport and STORAGE', reference).sectors[0], { code: 'H', words: ['Transport', 'STORAGE'] }, 'transport and transportation are alike')
  t.strictSame(codes('Fish'), ['03', 'A'], 'and so are fish and fishing')
  t.strictSame(codes('Zdrowia'), ['s3:smart-health', 'h2020:SC1'], 'by the Polish names too')
})

t.test('each theme by its own names, and by a plain title in each language', async t => {
  for (const { code, name, namePl } of reference.domains.filter(({ taxonomy }) => taxonomy === 's3')) for (const title of [name, namePl]) t.ok(suggestMapping(title, reference).domains.some(found => found.code === code), `${title} is ${code}`)
  for (const [title, theme] of [
    ['Renewable energy', 's3:resource-efficiency-and-rehabilitation'], ['Sektor rolno-spożywczy', 's3:bioeconomy'], ['Ūdens apsaimniekošana', 's3:sustainable-water-management'], ['Sveikatos technologijos', 's3:smart-health'],
    ['Puiduväärindus ja metsandus', 's3:bioeconomy'], ['Fødevarer', 's3:bioeconomy'], ['Kiertotalous', 's3:circular-economy'], ['Städte der Zukunft', 's3:smart-cities']
  ]) t.equal(suggestMapping(title, reference).domains[0]?.code, theme, title)
})

t.test('every theme has words in every language, each folded to letters alone', async t => {
  const rows = readTable('theme-words.tsv', ['theme', 'language', 'beginnings'])
  const themes = reference.domains.filter(({ taxonomy }) => taxonomy === 's3').map(({ code }) => code)
  t.strictSame(rows.map(([theme, language]) => `${theme} ${language}`).sort(), themes.flatMap(theme => ['en', 'pl', 'lv', 'lt', 'et', 'da', 'fi', 'de'].map(language => `${theme} ${language}`)).sort())
  for (const [theme, language, beginnings] of rows) for (const beginning of beginnings.split('|')) t.match(beginning, /^\p{L}{3,}$/u, `${theme} ${language}`)
})

t.test('what says nothing of a field suggests nothing', async t => {
  for (const title of ['Innovative and sustainable products and services', 'Innowacyjne technologie', 'Design for all', '', '—']) t.strictSame(codes(title), [], title)
})

t.test('one word of a long name is too little, and at most so many are suggested', async t => {
  t.notOk(codes('Marine').includes('h2020:SC2'), 'one of six words')
  const many = suggestMapping('Transport by land, water and air, post, food, water, waste, health and energy, textiles, leather, wood, paper', reference)
  t.strictSame([many.domains.length, many.sectors.length], [SUGGESTED_MAX, SUGGESTED_MAX])
})

t.test('taken into a workspace: own codes stay, suggested ones wait, words stay words', async t => {
  const given = { title: 'Furniture', domains: [], sectors: [], document: 'RIS3', website: null, note: null }
  t.strictSame(takeIntoWorkspace({ ...given, sectors: ['10'] }, reference), { ...given, sectors: ['10'], mapping: 'declared' })
  t.strictSame(takeIntoWorkspace(given, reference), { ...given, sectors: ['31'], mapping: 'suggested' })
  t.strictSame(takeIntoWorkspace({ ...given, title: 'Design for all' }, reference), { ...given, title: 'Design for all', mapping: 'declared' })
})
