/** What the numbers give reason to ask: rules, each with the figures it follows from, worded as questions to the regions. */
import type { Block, Line, Section } from '../../documents/document.ts'
import { wordOf } from '../../views/select.ts'
import { paragraph } from '../cells.ts'
import type { Comparison } from '../declared-and-revealed.ts'
import type { Capabilities } from '../missing-capabilities.ts'
import { clusterLink } from '../report.ts'
import type { Report } from '../report.ts'
import { isPassing } from './clusters.ts'
import { expectedLinks, volumesOf } from '../told-pairs.ts'

/** Questions of one kind: more would be a list, not a question. */
const EACH_MAX = 2
/** A share or number of links under this part of what was expected is worth asking about. */
const LOW = 0.85
/** Links that a pair of regions must expect before its number is judged. */
const EXPECTED_MIN = 10
/** Organisations that hang on one before it is asked about. */
const HELD_MIN = 3

export interface Finding { question: string, numbers: string, link?: string }

/** By rule. */
export const findings = (report: Report, capabilities: readonly Capabilities[], comparisons: readonly Comparison[]): Finding[][] =>
  [jointPriorities(report), keptApart(report), fewLinks(report), oneWayIn(report), newFields(report, capabilities), notSeen(report, comparisons), looseOnes(report)]

export function recommendationsSection ({ say, query }: Report, found: readonly Finding[], title: string): Section {
  const blocks: Block[] = found.length === 0
    ? [paragraph(say.t('ask.none'))]
    : [{ type: 'list', ordered: true, lines: found.map(({ question, numbers, link }): Line => [{ text: question, strong: true, ...(link === undefined ? {} : { link }) }, { text: ` ${numbers}` }]) }]
  return { id: 'recommendations', title, newPage: query.template !== 'brief' && found.length > 0, blocks: [...(found.length === 0 ? [] : [paragraph(say.t('ask.lead'))]), ...blocks] }
}

const linkTo = (report: Report, c: number): Pick<Finding, 'link'> => {
  const link = clusterLink(report, c)
  return link === undefined ? {} : { link }
}

/** Clusters that pass all tests and have members in two parts of the group or more. */
function jointPriorities (report: Report): Finding[] {
  const { say, loaded, shown, numbers, group, clusterName, partName } = report
  const placed = shown.filter(c => isPassing(loaded.clusters[c])).map(c => ({ c, parts: group.parts.filter((_, p) => numbers.matrix[p][c] > 0 && !numbers.told.cells[p][c]) })).filter(({ parts }) => parts.length > 1)
  return placed.sort((a, b) => numbers.membersOf[b.c].length - numbers.membersOf[a.c].length || a.c - b.c).slice(0, EACH_MAX).map(({ c, parts }) => ({
    question: say.t('ask.joint', { cluster: clusterName(loaded.clusters[c]) }), ...linkTo(report, c),
    numbers: say.t('ask.jointNumbers', { n: numbers.membersOf[c].length, parts: say.list(parts.length > 8 ? [say.t('group.parts', { n: parts.length })] : parts.map(partName)), stability: say.percent(loaded.clusters[c].stability as number) })
  }))
}

function keptApart (report: Report): Finding[] {
  const { say, loaded, shown, clusterName } = report
  const apart = shown.filter(c => (loaded.clusters[c].crossBorderRatio ?? 1) < LOW && isPassing(loaded.clusters[c]))
  return apart.sort((a, b) => (loaded.clusters[a].crossBorderRatio as number) - (loaded.clusters[b].crossBorderRatio as number) || a - b).slice(0, EACH_MAX).map(c => ({
    question: say.t('ask.apart', { cluster: clusterName(loaded.clusters[c]) }), ...linkTo(report, c),
    numbers: say.t('ask.apartNumbers', { share: say.percent(loaded.clusters[c].crossBorderShare as number), expected: say.percent(loaded.clusters[c].crossBorderShareExpected as number) })
  }))
}

function oneWayIn (report: Report): Finding[] {
  const { say, loaded: { scores, snapshot }, group, mayName, organisationName } = report
  return group.members.filter(i => scores.cutOff[i] >= HELD_MIN && mayName(i)).sort((a, b) => scores.cutOff[b] - scores.cutOff[a] || a - b).slice(0, EACH_MAX).map(i => ({
    question: say.t('ask.oneWay', { organisation: organisationName(i), country: wordOf(snapshot.country, i) ?? '–' }), numbers: say.t('ask.oneWayNumbers', { n: scores.cutOff[i] })
  }))
}

function fewLinks ({ say, group, numbers, partName, query }: Report): Finding[] {
  const { volumes, twice } = volumesOf(numbers.flows)
  const judged = numbers.flows.filter(({ a, b, withheld, ratioWithheld }) => a !== b && !withheld && !ratioWithheld).map(flow => ({ ...flow, expected: expectedLinks(flow.a, flow.b, volumes, twice) }))
  return judged.filter(({ links, expected }) => expected >= EXPECTED_MIN && links < LOW * expected).sort((p, q) => p.links / p.expected - q.links / q.expected || p.a - q.a || p.b - q.b).slice(0, EACH_MAX).map(({ a, b, links, expected }) => ({
    question: say.t('ask.few', { a: partName(group.parts[a]), b: partName(group.parts[b]) }), ...(query.template === 'brief' ? {} : { link: '#flows' }), numbers: say.t('ask.fewNumbers', { links, expected: say.number(expected) })
  }))
}

function newFields (report: Report, capabilities: readonly Capabilities[]): Finding[] {
  const { say, loaded, shown, clusterName, domainName } = report
  const open = shown.flatMap(c => capabilities[c].missing.slice(0, 1).map(field => ({ c, field, candidates: capabilities[c].candidates.filter(({ brings }) => brings.includes(field.code)).length }))).filter(({ candidates }) => candidates > 0)
  return open.sort((a, b) => (b.field.density - b.field.densityMean) - (a.field.density - a.field.densityMean) || a.c - b.c).slice(0, EACH_MAX).map(({ c, field, candidates }) => ({
    question: say.t('ask.field', { field: domainName(field.code), cluster: clusterName(loaded.clusters[c]) }), ...linkTo(report, c),
    numbers: say.t('ask.fieldNumbers', { n: candidates, k: field.members, of: field.size, density: say.number(field.density), mean: say.number(field.densityMean) })
  }))
}

function notSeen ({ say, partName, query }: Report, comparisons: readonly Comparison[]): Finding[] {
  return comparisons.flatMap(({ part, rows }) => rows.filter(({ state }) => state === 'declared only').map(({ priority }) => ({ part, title: priority!.title }))).slice(0, EACH_MAX).map(({ part, title }) => ({
    question: say.t('ask.notSeen', { part: partName(part), priority: title }), ...(query.template === 'brief' ? {} : { link: '#priorities' }), numbers: say.t('ask.notSeenNumbers')
  }))
}

function looseOnes ({ say, loaded, shown }: Report): Finding[] {
  const measured = shown.filter(c => loaded.clusters[c].stability !== null)
  const loose = measured.filter(c => loaded.clusters[c].tests.some(({ test, passed }) => test === 'stability' && passed === false))
  return loose.length === 0 ? [] : [{ question: say.t('ask.loose'), link: '#cluster-list', numbers: say.t('ask.looseNumbers', { n: loose.length, of: measured.length }) }]
}
