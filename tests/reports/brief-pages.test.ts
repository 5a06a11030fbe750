/** The brief template has two pages in PDF, for small groups and large ones, in either language, and nothing empty on them. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import { tablesOf } from '../../services/documents/document.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import { blocksOf, report, reportRun, textsOf } from './made-run.ts'

/** With the longest names there are, and more regions than the title, the table and the map can hold. */
const PLACES = {
  DE: ['DE804', 'DEF07', 'DE600'], DK: ['DK011', 'DK014'], EE: ['EE001', 'EE008'], FI: ['FI1B1', 'FI1C1', 'FI200'], LT: ['LT011', 'LT022'], LV: ['LV006', 'LV008'], PL: ['PL633', 'PL841', 'PL911'], SE: ['SE110', 'SE121', 'SE224']
}
const GROUPS: Array<Record<string, string>> = [
  { countries: 'LV' }, { countries: 'DE,PL' }, { countries: Object.keys(PLACES).join(',') }, { regions: 'DE80,FI1B1,PL911' },
  { regions: Object.values(PLACES).flat().slice(0, 12).join(',') }, { countries: 'DE,SE', regions: Object.values(PLACES).flat().filter(code => !/^(DE|SE)/.test(code)).join(',') }
]
const made = reportRun({ clusters: 24, members: 30, loose: 60, places: PLACES, name: k => `Institute ${k} for the research, the development and the use of materials from the sea` })

async function pagesOf (document: Parameters<typeof writeDocument>[0]): Promise<string[]> {
  const { body } = await writeDocument(document, 'pdf')
  const pdf = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise
  return await Promise.all(Array.from({ length: pdf.numPages }, async (_, i) => (await (await pdf.getPage(i + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join(' ')))
}

for (const language of ['en', 'pl']) {
  for (const group of GROUPS) {
    t.test(`two pages: ${Object.values(group).join(' and ').slice(0, 60)}, ${language}`, async t => {
      const document = await report(made, { ...group, language, template: 'brief', suppressBelow: '0' })
      const pages = await pagesOf(document)
      t.ok(pages.length <= 2, `${pages.length} pages`)
      t.ok(tablesOf(document).every(({ rows, rowsShown = rows.length }) => rows.length > 0 && rowsShown > 0), 'no table is a head alone')
      t.ok(pages.join(' ').includes(language === 'en' ? 'Cautions' : 'Zastrzeżenia'), 'to its end')
    })
  }
}

t.test('its picture has the table that says the same, as far as a page can hold it', async t => {
  const document = await report(made, { ...GROUPS[4], template: 'brief' })
  const [figure, places] = [blocksOf(document).find(block => block.type === 'figure')!, tablesOf(document).find(({ id }) => id === 'parts')!]
  t.equal(figure.table, places.id)
  t.equal(places.rows.length, 12, 'files have all')
  t.match((await pagesOf(document)).join(' '), /8 of 12 rows; the others are in the XLSX and CSV files/)
  const sizes = places.rows.map(row => row[2].value as number | null)
  t.strictSame(sizes.slice(0, 8), [...sizes].sort((a, b) => (b ?? -1) - (a ?? -1)).slice(0, 8), 'the largest')
})

t.test('it says nothing that is not there: no pages of clusters, no section that it does not have', async t => {
  const texts = textsOf(await report(made, { ...GROUPS[2], template: 'brief', suppressBelow: '20' }))
  t.strictSame(texts.filter(text => /see Method|page of its own|pages of their own/.test(text)), [])
})
