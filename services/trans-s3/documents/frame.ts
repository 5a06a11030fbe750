/** What stands around the sections of a document: cover, foot, sources and the words of the writers. */
import type { Document } from '../../documents/document.ts'
import { documentWords } from '../../reports/say.ts'
import { dayOf } from './paper.ts'
import type { Paper } from './paper.ts'

/** Parts of the group named on the cover; more are counted: a longer list would fill it. */
export const PARTS_NAMED_MAX = 10

/** Its time is that of the workspace's version. */
export function frameOf (paper: Paper, name: 'policy-paper' | 'summary'): Omit<Document, 'sections'> {
  const { say, state, settings, sources, software } = paper
  const run = settings.runs.at(-1)!
  const version = say.t('paper.version', { id: state.id, version: String(state.version) })
  const period = say.t('paper.period', { from: say.date(settings.from), to: say.date(settings.to) })
  return {
    language: say.language, title: settings.title, subtitle: say.t(name === 'summary' ? 'paper.subtitleSummary' : 'paper.subtitle', { places: placesOf(paper) }),
    fileName: `trans-s3-${name}-${state.id}-${state.version}-${say.language}`, createdAt: state.changedAt,
    facts: [
      { label: say.t('paper.label.period'), value: period }, { label: say.t('paper.label.workspace'), value: version }, { label: say.t('paper.label.changed'), value: dayOf(say, state.changedAt) },
      { label: say.t('paper.label.run'), value: run }, { label: say.t('paper.label.software'), value: `Amber Road ${software}` }, { label: say.t('paper.label.language'), value: say.t('paper.language') }
    ],
    cover: name === 'policy-paper', footer: [version, run].join(' · '),
    attribution: [...[...sources].sort((a, b) => a.key < b.key ? -1 : 1).map(source => `${source.title}${source.synthetic ? ` (${say.t('paper.synthetic')})` : ''}: ${source.attribution} ${say.t('paper.licence', { licence: source.licence })}`), say.t('paper.boundaries')],
    words: documentWords(say)
  }
}

function placesOf ({ say, parts, names }: Paper): string {
  return parts.length > PARTS_NAMED_MAX ? say.t('paper.regions', { n: parts.length }) : say.list(parts.map(names.region))
}
