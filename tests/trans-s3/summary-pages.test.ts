/** The summary has two pages and fills them, for a group that has just begun and for one with more of everything than fits. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import { writeDocument } from '../../services/documents/write-document.ts'
import { WORKSPACE_LANGUAGES } from '../../services/contract/workspace.ts'
import { buildSummary } from '../../services/trans-s3/documents/summary.ts'
import { FEW_NETWORKS } from '../../services/trans-s3/evidence/growth.ts'
import { sectionsOf, textsOf } from '../reports/made-run.ts'
import { crowdedState, emptyState, evidenceMade, idOf, paperInput, richState } from './made-workspace.ts'

const sources = [1, 2, 3, 4].map(i => ({ key: `s${i}`, title: `Projects and participants, part ${i}`, publisher: null, licence: 'CC BY 4.0', attribution: '© European Union, CORDIS, with changes to names and places.', retrieved: null, website: null, synthetic: false }))

/** Of A4 in points: where its text begins and ends, and how much of that a page has at least. */
const [TOP, FOOT] = [791, 66]
const FILLED_LEAST = 0.6

for (const language of WORKSPACE_LANGUAGES) {
  t.test(`two A4 pages, ${language}`, async t => {
    for (const [name, state] of [['empty', emptyState()], ['rich', richState()], ['crowded', crowdedState()]] as const) {
      const { body } = await writeDocument(buildSummary({ ...paperInput(state, language), sources }), 'pdf')
      const pdf = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise
      t.equal(pdf.numPages, 2, name)
      const { view } = await pdf.getPage(1)
      t.strictSame(view.map(Math.round), [0, 0, 595, 842])
      for (const n of [1, 2]) {
        const { items } = await (await pdf.getPage(n)).getTextContent()
        const lowest = Math.min(...items.flatMap(item => 'str' in item && item.str.trim() !== '' && item.transform[5] > FOOT ? [item.transform[5]] : []))
        t.ok(TOP - lowest > FILLED_LEAST * (TOP - FOOT), `${name}: page ${n} is filled down to ${Math.round(lowest)}`)
      }
    }
  })
}

t.test('what is left out is counted', async t => {
  const summary = buildSummary(paperInput(crowdedState()))
  for (const id of ['agreed', 'plans', 'followed', 'disagreed']) t.match(JSON.stringify(sectionsOf(summary.sections).find(section => section.id === id)!.blocks), /Further ones, in the policy paper: \d+\./, id)
})

t.test('each priority with its state, what it combines and the strongest evidence; disagreement by name; what comes next', async t => {
  const evidence = evidenceMade()
  const cell = (value: string | number | null, text = String(value)) => ({ value, text })
  const exhibit = (key: string, columns: string[], rows: Array<Array<string | number>>) => ({ ...evidence.get('profiling')![0]!, key, figure: null, cautions: [], columns: columns.map(key => ({ key, head: key, kind: 'text' as const })), rows: rows.map(row => row.map(value => cell(value))) })
  evidence.set('common-sets', [exhibit('declared', ['region', 'coded'], [['PL84', 4], ['LV008', 2], ['DE6', 0]]), exhibit('declared-matrix', ['field', 'regions', 'as'], [['s3:bioeconomy', 2, 'h2020:SC2; s3:bioeconomy'], ['C', 1, '10; 16']])])
  evidence.set('trends', [exhibit('growth-domains', ['domain', 'rate', 'lower', 'upper', 'emerging'], [['s3:bioeconomy', 0.2, 0.1, 0.3, 'emerging']])])
  evidence.set('internationalisation', [exhibit('potential-ranks-domains', ['domain', 'rank', 'lower', 'upper'], [['s3:smart-health', 1, 1, 1], ['s3:bioeconomy', 2, 1, 8]])])
  evidence.set('consultation', [exhibit('ratings', ['priority', 'people', 'importance', 'agreement'], [[idOf(40), 12, 4.2, 0.6]]), exhibit('disagreements', ['priority', 'question', 'kind', 'what'], [['Smart health', 'Importance', 'between', 'industry rates it 2.0 higher than society']])])
  const summary = buildSummary(paperInput(richState(), 'en', evidence))
  const said = (id: string): string => textsOf({ ...summary, title: '', subtitle: '', facts: [], footer: '', attribution: [], sections: [sectionsOf(summary.sections).find(section => section.id === id)!] }).join(' | ')
  for (const text of ['Circular bioeconomy of forest and food (final; agreed after hearing', 'Technologies: fermentation, membranes. Themes: Bioeconomy', 'Importance rated 4.2 of 5 on average by 12 people; agreement 0.6', 'Declared by 2 of the 2 regions with codes: s3:bioeconomy', 's3:bioeconomy: networks 0.2 a year (0.1 to 0.3), surely more']) t.match(said('agreed'), text)
  t.notMatch(said('agreed'), 'rank 2', 'three pieces are enough, and what is not sure comes last')
  t.match(said('agreed'), 's3:smart-health: rank 1 of 2 by potential')
  t.match(said('disagreed'), 'Society in Vidzeme fears for old forests. It asks for a limit on felling.')
  t.match(said('disagreed'), 'Smart health, Importance: industry rates it 2.0 higher than society')
  t.match(said('next'), 'Confirm or change 2 decisions that are older')
  t.match(said('stands'), 'closed: General component; Common sets.')

  const grownOn = (networks: number): string => {
    evidence.set('trends', [exhibit('growth-domains', ['domain', 'fitted', 'rate', 'lower', 'upper', 'emerging'], [['s3:bioeconomy', networks, 0.2, 0.1, 0.3, 'emerging']])])
    return textsOf(buildSummary(paperInput(richState(), 'en', evidence))).find(text => text.includes('networks 0.2 a year'))!
  }
  t.match(grownOn(FEW_NETWORKS - 1), `surely more than all fields together. It rests on fewer than ${FEW_NETWORKS} networks.`)
  t.notMatch(grownOn(FEW_NETWORKS), 'It rests on')
})
