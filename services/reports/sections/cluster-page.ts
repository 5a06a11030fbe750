/** One cluster: who of the group is in it, what it is about, which countries work together, who holds it together, what it lacks and who could bring it. */
import type { Cluster } from '../../contract/cluster.ts'
import { clusterColour } from '../../contract/palette.ts'
import type { Block, Cell, Line, Section, Table } from '../../documents/document.ts'
import { wordOf } from '../../views/select.ts'
import { column, count, few, paragraph, share, someOf, text, times, withheld } from '../cells.ts'
import { drawCountryMatrix } from '../charts/country-matrix-chart.ts'
import { drawIntervals } from '../charts/interval-chart.ts'
import { drawMembers } from '../charts/member-network-chart.ts'
import { FIELD_MEMBERS_MIN, fieldsOf, isSure, sureFields } from '../fields.ts'
import type { Capabilities } from '../missing-capabilities.ts'
import { clusterSectionId } from '../report.ts'
import type { Report } from '../report.ts'
import { toldPairs } from '../told-pairs.ts'
import { pairCells, steadyWord, verdictOf } from './clusters.ts'

/** Members and links in the picture of one cluster: the strongest. */
const MEMBERS_DRAWN_MAX = 220
const LINKS_DRAWN_MAX = 450
const NAMED_MAX = 8
const LISTED_MAX = 10
const BRIDGES_LISTED_MAX = 4
const CUT_LISTED_MAX = 5
/** Countries in a matrix that a half page can hold. */
const COUNTRIES_DRAWN_MAX = 9
const FIELDS_DRAWN_MAX = 12

export function clusterPage (report: Report, c: number, capabilities: Capabilities): Section {
  const { say, loaded, clusterName } = report
  const cluster = loaded.clusters[c]
  const key = cluster.code.toLowerCase()
  return {
    id: clusterSectionId(cluster.code), newPage: true, title: clusterName(cluster),
    kicker: `${cluster.code} · ${cluster.stability === null ? say.t('steady.unknown') : `${steadyWord(say, cluster.stability)} ${say.percent(cluster.stability)}`} · ${verdictOf(say, cluster)}`,
    blocks: [
      paragraph(lead(report, c), 'lead'),
      ...membersBlocks(report, c, key),
      ...figuresFirst([...fieldsBlocks(report, cluster, key), ...countriesBlocks(report, cluster, key)])
    ],
    sections: [
      { id: `${key}-bridges`, title: say.t('bridges.title'), blocks: bridges(report, c) },
      { id: `${key}-cut`, title: say.t('cut.title'), blocks: singlePoints(report, c) },
      { id: `${key}-missing`, title: say.t('missing.title'), blocks: missing(report, capabilities) },
      ...(report.group.parts.length < 2 ? [] : [{ id: `${key}-gains`, title: say.t('gains.title'), blocks: gains(report, c, key) }])
    ]
  }
}

/** Two half figures stand side by side where nothing is between them. */
const figuresFirst = (blocks: Block[]): Block[] => [...blocks.filter(({ type }) => type === 'figure'), ...blocks.filter(({ type }) => type !== 'figure')]

function lead ({ say, loaded, numbers, domainName }: Report, c: number): string {
  const cluster = loaded.clusters[c]
  const sure = sureFields(cluster)
  const field = sure.find(({ code }) => code === cluster.name.domain) ?? sure.at(0)
  return [
    say.t('page.members', { n: numbers.membersOf[c].length, of: cluster.size, countries: cluster.countries.length }),
    field === undefined ? say.t('page.noField') : say.t('page.field', { k: field.members, n: field.size, field: domainName(field.code), K: field.networkMembers, N: field.networkSize }),
    ...(cluster.crossBorderShare === null || cluster.crossBorderShareExpected === null ? [] : [say.t('page.across', { share: say.percent(cluster.crossBorderShare), expected: say.percent(cluster.crossBorderShareExpected) })]),
    ...(cluster.singleNetwork ? [say.t('page.singleNetwork')] : [])
  ].join(' ')
}

const byDegree = ({ loaded: { scores } }: Report, nodes: readonly number[]): number[] => [...nodes].sort((a, b) => scores.degree[b] - scores.degree[a] || a - b)
/** With a border that is not recorded counting as one, as everywhere. */
const crosses = ({ loaded: { snapshot: { country } } }: Report, i: number, j: number): boolean => country.codes[i] !== country.codes[j]

function membersBlocks (report: Report, c: number, key: string): Block[] {
  const { say, loaded, numbers, organisationName, mayName } = report
  const { snapshot, scores, projection: { graph }, x, y } = loaded
  const members = numbers.membersOf[c]
  const drawn = byDegree(report, members.filter(i => Number.isFinite(x[i]) && Number.isFinite(y[i]))).slice(0, MEMBERS_DRAWN_MAX)
  const place = new Map(drawn.map((node, i) => [node, i]))
  const links = drawn.flatMap(i => Array.from({ length: graph.offsets[i + 1] - graph.offsets[i] }, (_, k) => ({ i, j: graph.targets[graph.offsets[i] + k], weight: graph.weights[graph.offsets[i] + k] })).filter(({ j }) => j > i && place.has(j)))
    .sort((a, b) => b.weight - a.weight || a.i - b.i || a.j - b.j)
  const bridgeIds = new Set(loaded.clusters[c].bridges.map(({ organisation }) => organisation))
  const named = new Set(drawn.filter(mayName).slice(0, NAMED_MAX))
  const listed = byDegree(report, members).filter(mayName).slice(0, LISTED_MAX)
  const confidence = (i: number): number | null => Number.isNaN(scores.memberConfidence[i]) ? null : scores.memberConfidence[i]
  const table: Table = {
    type: 'table', id: `${key}-members`, name: say.t('sheet.clusterMembers', { cluster: loaded.clusters[c].code }), caption: `${someOf(say, 'Members', listed.length, members.length)}${listed.length < 2 ? '' : `, ${say.t('members.order')}`}`,
    columns: [column('organisation', say.t('column.id')), column('name', say.t('column.organisation')), column('country', say.t('column.country')), column('kind', say.t('column.kind')), column('partners', say.t('column.partners'), 'number'), column('of_runs', say.t('column.ofRuns'), 'share')],
    rows: listed.map(i => [text(snapshot.ids[i]), text(organisationName(i)), text(wordOf(snapshot.country, i)), text(say.t(`kind.${(wordOf(snapshot.kind, i) ?? 'other') as 'other'}`)), count(say, scores.degree[i]), share(say, confidence(i))])
  }
  if (drawn.length < 2) return [table]
  return [
    {
      type: 'figure', id: `figure-${key}-members`, width: 'full', table: `${key}-members`,
      svg: drawMembers(drawn.map(i => ({ x: x[i], y: y[i], degree: scores.degree[i], confidence: confidence(i), bridge: bridgeIds.has(snapshot.ids[i]), name: named.has(i) ? organisationName(i) : null })),
        links.slice(0, LINKS_DRAWN_MAX).map(({ i, j }) => ({ a: place.get(i)!, b: place.get(j)!, across: crosses(report, i, j) })), clusterColour(loaded.clusters[c].code)),
      caption: `${someOf(say, 'Members', drawn.length, members.length)}, ${someOf(say, 'Links', Math.min(LINKS_DRAWN_MAX, links.length), links.length)}`,
      alt: listed.length === 0 ? say.t('members.altUnnamed') : say.t('members.alt', { list: say.list(listed.slice(0, 4).map(organisationName)) }),
      note: say.t('members.note')
    },
    table
  ]
}

function fieldsBlocks ({ say, domainName }: Report, cluster: Cluster, key: string): Block[] {
  const fields = fieldsOf(cluster)
  if (fields.length === 0) return [paragraph(say.t('fields.none'))]
  const drawn = fields.slice(0, FIELDS_DRAWN_MAX)
  const told = (members: number): boolean => members >= FIELD_MEMBERS_MIN
  return [
    {
      type: 'figure', id: `figure-${key}-fields`, width: 'half', table: `${key}-fields`, caption: say.t('fields.figure'), note: say.t('fields.note'),
      alt: say.t('fields.alt', { field: domainName(fields[0].code), k: fields[0].members, n: fields[0].size }),
      svg: drawIntervals(drawn.map(term => ({
        name: domainName(term.code), quotient: told(term.members) ? term.locationQuotient : null, lower: term.lower, upper: term.upper, sure: told(term.members) && isSure(term),
        value: told(term.members) && term.locationQuotient !== null ? say.times(term.locationQuotient) : `${say.number(term.members)}: ${say.t('cell.few')}`, interval: `${say.number(term.lower ?? 0, 1)}–${say.number(term.upper ?? 0, 1)}`
      })), clusterColour(cluster.code))
    },
    {
      type: 'table', id: `${key}-fields`, name: say.t('sheet.clusterFields', { cluster: cluster.code }), caption: say.t('fields.caption'), rowsShown: 4,
      columns: [column('field', say.t('column.code')), column('name', say.t('column.field')), column('members', say.t('column.membersWith'), 'number'), column('of', say.t('column.ofMembers'), 'number'), column('network', say.t('column.networkWith'), 'number'), column('quotient', say.t('column.quotient'), 'number'), column('interval', say.t('column.interval')), column('sure', say.t('column.sure'))],
      rows: fields.map(term => [
        text(term.code), text(domainName(term.code)), count(say, term.members), count(say, term.size), count(say, term.networkMembers),
        told(term.members) ? times(say, term.locationQuotient) : few(say), text(term.lower === null || term.upper === null ? null : `${say.number(term.lower, 1)}–${say.number(term.upper, 1)}`), text(say.t(!told(term.members) ? 'cell.few' : isSure(term) ? 'fields.sure' : 'fields.chance'))
      ])
    }
  ]
}

function countriesBlocks ({ say, countryName, query }: Report, cluster: Cluster, key: string): Block[] {
  if (cluster.countries.length < 2) return [paragraph(say.t('pairs.one', { country: cluster.countries.length === 0 ? say.t('cell.notMeasured') : countryName(cluster.countries[0].value) }))]
  const drawn = cluster.countries.slice(0, COUNTRIES_DRAWN_MAX).map(({ value }) => ({ code: value, name: countryName(value) }))
  const place = new Map(drawn.map(({ code }, i) => [code, i]))
  const { pairs } = toldPairs(cluster, query.suppressBelow)
  return [
    {
      type: 'figure', id: `figure-${key}-pairs`, width: 'half', table: `${key}-pairs`, caption: say.t('pairs.figure'), note: say.t('pairs.note'), alt: say.t('pairs.alt', { list: say.list(drawn.map(({ name }) => name)) }),
      svg: drawCountryMatrix(drawn, pairs.filter(({ a, b }) => place.has(a) && place.has(b)).map(({ a, b, ratio, withheld, ratioWithheld }) => {
        const told = withheld || ratioWithheld ? null : ratio
        return { a: place.get(a)!, b: place.get(b)!, ratio: told, text: told === null ? '–' : say.number(told, 1) }
      }), { title: say.t('pairs.legend'), classes: (['0', '1', '2', '3', '4', '5', '6'] as const).map(step => say.t(`ramp.${step}`)) })
    },
    {
      type: 'table', id: `${key}-pairs`, name: say.t('sheet.clusterPairs', { cluster: cluster.code }), caption: say.t('pairs.caption'), rowsShown: 4,
      columns: [column('a', say.t('column.countryA')), column('b', say.t('column.countryB')), column('links', say.t('column.links'), 'number'), column('against_expected', say.t('column.againstExpected'), 'number')],
      rows: pairs.sort((p, q) => Number(p.withheld) - Number(q.withheld) || (p.withheld ? 0 : q.observed - p.observed) || (p.a + p.b < q.a + q.b ? -1 : 1)).map((pair): Cell[] => [text(countryName(pair.a)), text(countryName(pair.b)), ...pairCells(say, pair)])
    }
  ]
}

/** "36 % of its work is with Health & life sciences ...; the only link to the network for 10 organisations." */
export function bridgeSentence ({ say, loaded, clusterName }: Report, { outside, cutOff }: Cluster['bridges'][number]): string {
  const name = new Map(loaded.clusters.map(cluster => [cluster.code, clusterName(cluster)]))
  const led = outside.slice(0, 2).map(({ cluster, share }) => say.t('bridges.share', { share: say.percent(share), cluster: name.get(cluster) ?? cluster }))
  return `${say.t('bridges.work', { list: say.list(led) })}${cutOff > 0 ? `; ${say.t('bridges.cutOff', { n: cutOff })}` : ''}.`
}

/** Of a cluster's bridges those in the group that may be named. */
export function bridgesInGroup ({ loaded, numbers, mayName }: Report, c: number): Array<{ node: number, bridge: Cluster['bridges'][number] }> {
  const nodes = new Map(numbers.membersOf[c].map(i => [loaded.snapshot.ids[i], i]))
  return loaded.clusters[c].bridges.flatMap(bridge => nodes.has(bridge.organisation) && mayName(nodes.get(bridge.organisation)!) ? [{ node: nodes.get(bridge.organisation)!, bridge }] : [])
}

function bridges (report: Report, c: number): Block[] {
  const { say, organisationName } = report
  const found = bridgesInGroup(report, c)
  if (found.length === 0) return [paragraph(say.t('bridges.none'))]
  return [{ type: 'list', ordered: true, lines: found.slice(0, BRIDGES_LISTED_MAX).map(({ node, bridge }): Line => [{ text: organisationName(node), strong: true }, { text: ` (${bridge.country}). ${bridgeSentence(report, bridge)}` }]) }]
}

function singlePoints (report: Report, c: number): Block[] {
  const { say, loaded: { scores, snapshot }, numbers, organisationName, mayName } = report
  const holding = numbers.membersOf[c].filter(i => scores.cutOff[i] > 0).sort((a, b) => scores.cutOff[b] - scores.cutOff[a] || a - b)
  if (holding.length === 0) return [paragraph(say.t('cut.none'))]
  const held = holding.reduce((sum, i) => sum + scores.cutOff[i], 0)
  const listed = holding.filter(mayName).slice(0, CUT_LISTED_MAX)
  return [
    paragraph(say.t('cut.lead', { n: holding.length, held })),
    { type: 'list', ordered: false, lines: listed.map((i): Line => [{ text: organisationName(i), strong: true }, { text: ` (${wordOf(snapshot.country, i) ?? '–'}): ${say.t('cut.holds', { n: scores.cutOff[i] })}` }]) }
  ]
}

function missing (report: Report, { missing, candidates }: Capabilities): Block[] {
  const { say, loaded: { snapshot }, group, domainName, organisationName, mayName } = report
  if (missing.length === 0) return [paragraph(say.t('missing.none'))]
  const named = candidates.filter(({ node }) => mayName(node))
  // Names of fields hold an "and" of their own.
  const fields = (codes: string[]): string => codes.map(domainName).join(', ')
  return [
    { type: 'list', ordered: false, lines: missing.map(({ code, density, densityMean, members, size, quotient }): Line => [{ text: domainName(code), strong: true }, { text: `: ${say.t('missing.field', { k: members, n: size, quotient: say.times(quotient), density: say.number(density), mean: say.number(densityMean) })}` }]) },
    ...(named.length === 0
      ? [paragraph(say.t('candidates.none'))]
      : [paragraph(say.t('candidates.lead')), {
          type: 'list' as const, ordered: false, lines: named.map(({ node, brings, gains, commonPartners }): Line => [
            { text: organisationName(node), strong: true },
            { text: ` (${wordOf(snapshot.country, node) ?? '–'}${group.partOf[node] < 0 ? `, ${say.t('candidates.outside')}` : ''}): ${say.t('candidates.brings', { fields: fields(brings) })}; ${say.t('candidates.common', { n: commonPartners })}${gains.length === 0 ? '' : `; ${say.t('candidates.gains', { fields: fields(gains) })}`}.` }
          ])
        }]),
    paragraph(say.t('missing.caution'), 'small')
  ]
}

/** What each part of the group has here, and what it reaches through the cluster. */
function gains (report: Report, c: number, key: string): Block[] {
  const { say, loaded, group, numbers, query, partName, domainName } = report
  const { projection: { graph }, snapshot: { domains } } = loaded
  const here = numbers.membersOf[c]
  const fields = new Set(fieldsOf(loaded.clusters[c]).filter(({ members }) => members >= FIELD_MEMBERS_MIN).map(({ code }) => code))
  const fieldsAt = (p: number): Set<string> => new Set(here.filter(i => group.partOf[i] === p).flatMap(i => Array.from(domains.codes.subarray(domains.offsets[i], domains.offsets[i + 1]), code => domains.values[code])))
  const rows = group.parts.map((part, p) => ({ part, p, members: numbers.matrix[p][c] })).filter(({ p, members }) => members > 0 && !numbers.told.cells[p][c]).map(({ part, p, members }): Cell[] => {
    const reached = new Set<number>()
    for (const i of here) if (group.partOf[i] === p) for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) if (numbers.inGroup[graph.targets[slot]] === 1 && loaded.clusterOf[graph.targets[slot]] === c && group.partOf[graph.targets[slot]] !== p) reached.add(graph.targets[slot])
    const own = fieldsAt(p)
    const lacking = [...fields].filter(code => !own.has(code))
    return [text(part.code), text(partName(part)), count(say, members), reached.size > 0 && reached.size < query.suppressBelow ? withheld(say) : count(say, reached.size), text(lacking.length === 0 ? say.t('gains.all') : lacking.map(domainName).join('; '))]
  })
  if (rows.length === 0) return [paragraph(say.t('gains.none'))]
  return [{
    type: 'table', id: `${key}-places`, name: say.t('sheet.clusterParts', { cluster: loaded.clusters[c].code }), caption: say.t('gains.caption'), note: say.t('gains.note'), rowsShown: 12,
    columns: [column('code', say.t('column.code')), column('place', say.t('column.part')), column('members', say.t('column.members'), 'number'), column('reached', say.t('column.reached'), 'number'), column('fields_elsewhere', say.t('column.fieldsElsewhere'))],
    rows
  }]
}
