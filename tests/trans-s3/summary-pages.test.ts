/** The summary has two pages, for a group that has just begun and for one with more of everything than fits. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import { writeDocument } from '../../services/documents/write-document.ts'
import { WORKSPACE_LANGUAGES } from '../../services/contract/workspace.ts'
import { buildSummary } from '../../services/trans-s3/documents/summary.ts'
import { crowdedState, emptyState, paperInput, richState } from './made-workspace.ts'

const sources = [1, 2, 3, 4].map(i => ({ key: `s${i}`, title: `Projects and participants, part ${i}`, publisher: null, licence: 'CC BY 4.0', attribution: '© European Union, CORDIS, with changes to names and places.', retrieved: null, website: null, synthetic: false }))

for (const language of WORKSPACE_LANGUAGES) {
  t.test(`two A4 pages, ${language}`, async t => {
    for (const [name, state] of [['empty', emptyState()], ['rich', richState()], ['crowded', crowdedState()]] as const) {
      const { body } = await writeDocument(buildSummary({ ...paperInput(state, language), sources }), 'pdf')
      const pdf = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise
      t.equal(pdf.numPages, 2, name)
      const { view } = await pdf.getPage(1)
      t.strictSame(view.map(Math.round), [0, 0, 595, 842])
    }
  })
}

t.test('what is left out is counted', async t => {
  const text = JSON.stringify(buildSummary(paperInput(crowdedState())))
  for (const n of [27, 10, 8, 13]) t.match(text, `Further ones, in the policy paper: ${n}.`)
})
