/** About ten numbers, each with the words that make it mean something. */
import { STABILITY_MIN } from '../../clusters/test-cluster.ts'
import type { Block, Section } from '../../documents/document.ts'
import { paragraph } from '../cells.ts'
import { EXPECTED_MIN } from '../group-numbers.ts'
import type { Report } from '../report.ts'
import { isPassing } from './clusters.ts'

/** Of the brief template, which has two pages: no lead, which says them again. */
const BRIEF_FACTS = 4

export function keyFacts (report: Report): Section {
  const { say, query } = report
  const brief = query.template === 'brief'
  return { id: 'key-facts', title: say.t('facts.title'), newPage: !brief, blocks: [...(brief ? [] : [paragraph(lead(report), 'lead')]), { type: 'facts', facts: brief ? facts(report).slice(0, BRIEF_FACTS) : facts(report) }] }
}

/** Of the parts: within one there is no border to cross. */
const countries = ({ group }: Report): number => new Set(group.parts.map(({ country }) => country)).size

/** Of so few links that fewer than EXPECTED_MIN of them would cross a border, a share says nothing; one of links that are withheld would tell them. */
function judgedBorder (report: Report): { share: number, expected: number } | null {
  const { links, border: { share, expected } } = report.numbers
  return share === null || expected === null || links === null || expected * links < EXPECTED_MIN || countries(report) < 2 ? null : { share, expected }
}

function lead (report: Report): string {
  const { say, loaded, group, shown, unshown, partName } = report
  const sentence = say.t('facts.lead', { n: group.members.length, parts: group.parts.length > 12 ? say.t('group.parts', { n: group.parts.length }) : say.list(group.parts.map(partName)), clusters: shown.length + unshown.length, all: loaded.clusters.length })
  const border = judgedBorder(report)
  return border === null ? sentence : `${sentence} ${say.t(border.share < border.expected ? 'facts.leadLess' : 'facts.leadMore', { share: say.percent(border.share), expected: say.percent(border.expected) })}`
}

type Fact = Extract<Block, { type: 'facts' }>['facts'][number]

function facts (report: Report): Fact[] {
  const { say, loaded, group, numbers, shown, unshown, partName, query } = report
  const { clusters, run, scores } = loaded
  const members = group.members.length
  const present = [...shown, ...unshown].map(c => clusters[c])
  const passing = present.filter(isPassing)
  const measured = present.filter(({ stability }) => stability !== null)
  const border = judgedBorder(report)
  const largest = group.parts.map((part, p) => ({ part, p, size: numbers.matrix[p].reduce((sum, count) => sum + count, 0) })).filter(({ p }) => !numbers.told.rowTotals[p]).sort((a, b) => b.size - a.size).at(0)
  const holding = group.members.filter(i => scores.cutOff[i] > 0)
  const inNone = numbers.matrix.reduce((sum, row) => sum + row[clusters.length], 0)
  return [
    { value: say.number(members), text: numbers.coverage.linked.all === null ? say.t('facts.organisationsAlone', { n: members, all: loaded.snapshot.ids.length }) : say.t('facts.organisations', { n: members, linked: numbers.coverage.linked.all, all: loaded.snapshot.ids.length }) },
    { value: say.number(present.length), text: say.t('facts.clusters', { n: present.length, all: clusters.length }) },
    ...(present.length === 0 ? [] : [{ value: say.number(passing.length), text: run.metrics?.crossBorderClusters === null ? say.t('facts.passingUnknown') : say.t('facts.passing', { n: passing.length }) }]),
    ...(border === null ? [] : [{ value: say.percent(border.share), text: say.t(border.share < border.expected ? 'facts.acrossLess' : 'facts.acrossMore', { expected: say.percent(border.expected) }) }]),
    ...(numbers.links === null ? [] : [{ value: say.number(numbers.links), text: say.t('facts.links', { n: numbers.links }) }]),
    ...(numbers.outsideShare === null || members === loaded.snapshot.ids.length ? [] : [{ value: say.percent(numbers.outsideShare), text: say.t('facts.outside') }]),
    ...(largest === undefined || group.parts.length < 2 ? [] : [{ value: say.percent(largest.size / members), text: say.t('facts.largest', { part: partName(largest.part), size: largest.size, members }) }]),
    ...(measured.length === 0 ? [] : [{ value: say.t('facts.ofValue', { k: measured.filter(({ stability }) => stability as number >= STABILITY_MIN).length, of: measured.length }), text: say.t('facts.steady', { n: measured.length }) }]),
    ...(numbers.told.columnTotals[clusters.length] ? [] : [{ value: say.number(inNone), text: say.t('facts.inNone', { n: inNone }) }]),
    ...(holding.length < Math.max(1, query.suppressBelow) ? [] : [{ value: say.number(holding.length), text: say.t('facts.holding', { n: holding.length, held: holding.reduce((sum, i) => sum + scores.cutOff[i], 0) }) }])
  ]
}
