/** How the numbers were made, what they cannot say, and the words used. */
import { EXPECTED_LINKS_MIN } from '../../contract/cluster.ts'
import type { ShuffledNetworks } from '../../contract/run.ts'
import { NOTHING } from '../../documents/document.ts'
import type { Block, Cell, Line, Section } from '../../documents/document.ts'
import { column, paragraph, text } from '../cells.ts'
import type { Report } from '../report.ts'
import type { Key } from '../words.ts'

const TESTS: readonly Key[] = ['test.size', 'test.countries', 'test.stability', 'test.field', 'test.fieldCountries']
const GLOSSARY: readonly Key[] = ['cluster', 'crossBorderCluster', 'work', 'across', 'expected', 'effectiveCountries', 'quotient', 'returns', 'bridge', 'cutOff', 'related', 'run'].map(word => `word.${word}` as Key)

/** With the coverage of places, which stands in the section of the map. */
export function methodSection (report: Report): Section {
  const { say } = report
  return {
    id: 'method', title: say.t('method.title'), newPage: report.shown.length > 0,
    blocks: [paragraph(say.t('method.how', { max: report.loaded.run.request.projection.networkSizeMax })), { type: 'list', ordered: true, lines: TESTS.map((key): Line => [{ text: say.t(key) }]) }, parameters(report), sourcesTable(report)],
    sections: [{ id: 'cautions', title: say.t('cautions.title'), blocks: cautions(report).map(line => paragraph(line, 'caution')) }]
  }
}

function parameters ({ say, loaded: { run, snapshot }, group, numbers }: Report): Block {
  const { request, metrics } = run
  const isolatesWithheld = group.members.length === snapshot.ids.length && numbers.coverage.linked.all === null
  const row = (key: Key, value: string | null): Array<[Key, string]> => value === null ? [] : [[key, value]]
  const rows = [
    ...row('method.run', run.id), ...row('method.snapshot', snapshot.hash), ...row('method.revision', String(run.revision)), ...row('method.software', `Amber Road ${run.softwareVersion}`),
    ...row('method.algorithm', algorithmName(request.algorithm)), ...row('method.options', optionsText(say, request.options)), ...row('method.seed', String(request.seed)), ...row('method.layers', request.projection.layers.map(layer => say.t(`layer.${layer}`)).join(', ')),
    ...(metrics === null
      ? []
      : [
          ...row('method.organisations', say.number(metrics.organisations)), ...row('method.isolates', isolatesWithheld ? say.t('cell.withheld') : say.number(metrics.isolates)), ...row('method.links', say.number(metrics.links)),
          ...row('method.networks', say.t('method.networksValue', { k: metrics.networksProjected, n: metrics.networks, cap: metrics.networksAboveCap, one: metrics.networksWithOneMember })),
          ...row('method.pieces', say.t('method.piecesValue', { n: metrics.components, largest: metrics.largestComponent })),
          ...row('method.modularity', metrics.modularity === null ? null : say.number(metrics.modularity, 3)),
          ...row('method.repeats', metrics.repeats === 0 ? say.t('method.noRepeats') : say.number(metrics.repeats)),
          ...row('method.agreement', metrics.agreement === null ? null : say.number(metrics.agreement, 2)),
          ...row('method.shuffled', metrics.shuffledNetworks === null ? say.t('method.notShuffled') : shuffledText(say, metrics.shuffledNetworks))
        ]),
    ...row('method.fdr', say.t('method.fdrValue')), ...row('method.few', say.t('method.fewValue', { n: EXPECTED_LINKS_MIN }))
  ]
  return { type: 'table', id: 'method-numbers', name: say.t('sheet.method'), caption: say.t('method.caption'), columns: [column('what', say.t('column.what')), column('value', say.t('column.value'))], rows: rows.map(([key, value]) => [text(say.t(key)), text(value)]) }
}

/** Algorithms are named after what they are called elsewhere: Leiden, Louvain. */
export const algorithmName = (algorithm: string): string => algorithm.charAt(0).toUpperCase() + algorithm.slice(1)

const OPTIONS = ['quality', 'resolution', 'restarts', 'iterationsMax', 'repeats', 'shuffledNetworks', 'betweennessSources'] as const
/** "resolution 1; starts of a search: 1": an option without words of its own under its name. */
function optionsText (say: Report['say'], options: Record<string, unknown>): string | null {
  const texts = Object.entries(options).map(([key, value]) => {
    const known = OPTIONS.find(option => option === key)
    const shown = value === 'modularity' || value === 'constantPotts' ? say.t(`quality.${value}`) : key === 'betweennessSources' && value === 0 ? say.t('option.allSources') : typeof value === 'number' ? say.number(value, Number.isInteger(value) ? 0 : 2) : String(value)
    return `${known === undefined ? key : say.t(`option.${known}`)}: ${shown}`
  })
  return texts.length === 0 ? null : texts.join('; ')
}

const shuffledText = (say: Report['say'], { itself, shuffled, networks }: ShuffledNetworks): string =>
  say.t('method.shuffledValue', { networks, passing: say.number(itself.passing, 1), of: say.number(itself.clusters, 1), chance: say.number(shuffled.passing, 1), chanceOf: say.number(shuffled.clusters, 1) })

function sourcesTable ({ say, sources }: Report): Block {
  return {
    type: 'table', id: 'sources', name: say.t('sheet.sources'), caption: say.t('sources.caption'),
    columns: [column('source', say.t('column.source')), column('publisher', say.t('column.publisher')), column('as_of', say.t('column.asOf'), 'date'), column('licence', say.t('column.licence')), column('attribution', say.t('column.attribution'))],
    rows: [...sources].sort((a, b) => a.key < b.key ? -1 : 1).map(({ title, publisher, retrieved, licence, attribution, synthetic }): Cell[] => [
      text(synthetic ? `${title} (${say.t('sources.synthetic')})` : title), text(publisher), { value: retrieved, text: retrieved === null ? NOTHING : say.date(retrieved) }, text(licence), text(attribution)
    ])
  }
}

export function cautions ({ say, query, group, loaded, numbers }: Report): string[] {
  const lines: string[] = [say.t('caution.recorded'), say.t('caution.links'), say.t('caution.soft', { agreement: loaded.run.metrics?.agreement == null ? say.t('cell.notMeasured') : say.number(loaded.run.metrics.agreement, 2) }), say.t('caution.evidence')]
  if (loaded.run.metrics?.repeats === 0) lines.push(say.t('caution.notRepeated'))
  if (query.suppressBelow > 1) lines.push(say.t('suppression.rule', { below: query.suppressBelow, n: numbers.told.withheld }))
  const { shuffledNetworks = null } = loaded.run.metrics ?? {}
  if (query.template === 'brief' && shuffledNetworks !== null) lines.push(say.t('caution.chance', { passing: say.number(shuffledNetworks.itself.passing, 1), chance: say.number(shuffledNetworks.shuffled.passing, 1) }))
  if (group.absorbed.length > 0) lines.push(say.t('caution.absorbed', { list: group.absorbed.join(', ') }))
  if (group.renamed.length > 0) lines.push(say.t('caution.renamed', { list: say.list(group.renamed.map(({ asked, code }) => `${asked} → ${code}`)) }))
  return lines
}

export const glossarySection = ({ say }: Report): Section =>
  ({ id: 'glossary', title: say.t('glossary.title'), blocks: [{ type: 'definitions', entries: GLOSSARY.map(key => ({ term: say.t(key), meaning: [{ text: say.t(`${key}Is` as Key) }] })) }] })
