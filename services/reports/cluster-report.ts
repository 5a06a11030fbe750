/** The cluster report: what one run says about the clusters of a group of countries and regions, as a document. */
import type { DeclaredPriorities } from '../contract/declared-priorities.ts'
import type { DataSource } from '../contract/network.ts'
import type { ReportQuery } from '../contract/report.ts'
import type { Document, Section } from '../documents/document.ts'
import { ServiceError } from '../errors.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { clusterIndex } from '../views/find-in-run.ts'
import type { OrganisationLookup } from '../views/view-parts.ts'
import { paragraph } from './cells.ts'
import { thematicFields } from './fields.ts'
import { countGroup } from './group-numbers.ts'
import { findCapabilities } from './missing-capabilities.ts'
import type { Capabilities } from './missing-capabilities.ts'
import { chooseGroup } from './report-group.ts'
import { makeReport } from './report.ts'
import type { Report } from './report.ts'
import { annexSection } from './sections/annex.ts'
import { changesSection } from './sections/changes.ts'
import { clusterPage } from './sections/cluster-page.ts'
import { clusterListSection, networkSection } from './sections/clusters.ts'
import { keyFacts } from './sections/key-facts.ts'
import { algorithmName, cautions, glossarySection, methodSection } from './sections/method.ts'
import { mapSection, matrixSection } from './sections/places.ts'
import { potentialSection } from './sections/potential.ts'
import { comparisonsOf, prioritiesSection } from './sections/priorities.ts'
import { findings, recommendationsSection } from './sections/recommendations.ts'
import { documentWords } from './say.ts'
import { sayIn } from './words.ts'

/** Parts of the group named in the title, under it (of a brief no more than in the title) and in the name of the file: more are counted, or left to the report itself. */
const TITLE_PARTS_MAX = 3
const PARTS_NAMED_MAX = 10
const FILE_NAME_PARTS_MAX = 8
/** Clusters named in a refusal. */
const CLUSTERS_NAMED_MAX = 12
const BRIEF_FINDINGS = 3
/** The run and two sources: one line. */
const FOOTER_PARTS_MAX = 3

export interface ReportInput {
  loaded: LoadedRun
  /** An earlier run that found clusters; null: no section on what became of them. */
  since: LoadedRun | null
  query: ReportQuery
  /** What regions have declared; those outside the group are left out. */
  declared: readonly DeclaredPriorities[]
  sources: readonly DataSource[]
  organisations: OrganisationLookup
  reference: Reference
}

/**
 * The same input gives the same document: its time is that of the run. Refuses unknown codes, an empty group, a group smaller than the threshold of suppression,
 * and an unknown cluster or one without members in the group.
 */
export async function buildClusterReport ({ loaded, since, query, declared, sources, organisations, reference }: ReportInput): Promise<Document> {
  if (since !== null && since.run.id === loaded.run.id) throw new ServiceError('INVALID_INPUT', `since names ${since.run.id}, which is the run of the report itself; name an earlier run, or leave it out.`)
  const say = sayIn(query.language)
  const group = chooseGroup(loaded, query, reference)
  const numbers = countGroup(loaded, group, query.suppressBelow)
  const unnamed = makeReport({ loaded, since, query, declared, sources, reference, group, numbers, say }, new Map())
  const chosen = chosenClusters(unnamed)
  const capabilities = findCapabilities(loaded, thematicFields(loaded.snapshot, reference), query.template === 'cluster' ? chosen : unnamed.shown)
  const names = await namesOf(loaded, [...group.members, ...capabilities.flatMap(({ candidates }) => candidates.map(({ node }) => node))], organisations)
  const report = makeReport(unnamed, names)
  return { ...frameOf(report), sections: sectionsOf(report, chosen, capabilities) }
}

/** Of the template for one cluster that one, else all with members in the group that may be told. */
function chosenClusters (report: Report): number[] {
  const { query: { template, cluster, suppressBelow }, loaded, numbers, shown } = report
  if (template !== 'cluster') {
    if (cluster !== undefined) throw new ServiceError('INVALID_INPUT', `A cluster is named (${cluster.slice(0, 60)}), and the template is ${template}: leave the cluster out, or ask for template=cluster.`)
    return shown
  }
  const known = shown.slice(0, CLUSTERS_NAMED_MAX).map(c => loaded.clusters[c].code)
  const named = known.length === 0 ? 'No cluster of this run has enough.' : `With enough are ${known.join(', ')}${shown.length > known.length ? ' and others' : ''}.`
  if (cluster === undefined) throw new ServiceError('INVALID_INPUT', `The template cluster is about one cluster: name it, such as cluster=${known[0] ?? 'C1'}. ${named}`)
  const c = clusterIndex(loaded, cluster)
  if (numbers.membersOf[c].length === 0) throw new ServiceError('INVALID_INPUT', `Cluster ${cluster} has no member in the countries and regions named. ${named}`, { didYouMean: known.slice(0, 3) })
  if (!shown.includes(c)) throw new ServiceError('INVALID_INPUT', `The number of members that cluster ${cluster} has in the countries and regions named is withheld, being under ${suppressBelow} or telling another that is. ${named} suppressBelow=0 withholds nothing.`, { didYouMean: known.slice(0, 3) })
  return [c]
}

async function namesOf ({ snapshot }: LoadedRun, nodes: readonly number[], organisations: OrganisationLookup): Promise<Map<string, string>> {
  const known = await organisations([...new Set(nodes)].sort((a, b) => a - b).map(i => snapshot.ids[i]))
  return new Map(known.map(({ id, name }) => [id, name]))
}

function sectionsOf (report: Report, chosen: readonly number[], capabilities: readonly Capabilities[]): Section[] {
  const { say, query: { template }, since } = report
  const pages = (): Section[] => chosen.map(c => clusterPage(report, c, capabilities[c]))
  const changes = (): Section[] => since === null ? [] : [changesSection(report, since)]
  if (template === 'cluster') return [...pages(), ...changes(), methodSection(report), glossarySection(report), annexSection(report, chosen)]
  const comparisons = comparisonsOf(report)
  const found = findings(report, capabilities, comparisons)
  if (template === 'brief') {
    const asked = found.flatMap(rule => rule.slice(0, 1)).slice(0, BRIEF_FINDINGS)
    return [keyFacts(report), mapSection(report), clusterListSection(report), recommendationsSection(report, asked, say.t(asked.length === BRIEF_FINDINGS ? 'ask.titleBrief' : 'ask.title')), { id: 'cautions', title: say.t('cautions.title'), blocks: [paragraph(cautions(report).join(' '), 'caution')] }]
  }
  return [
    keyFacts(report), mapSection(report), ...networkSection(report), clusterListSection(report), ...(chosen.length === 0 ? [] : [{ id: 'cluster-pages', title: say.t('page.title'), newPage: true, blocks: [], sections: pages().map((page, i) => ({ ...page, newPage: i > 0 })) }]),
    matrixSection(report), prioritiesSection(report, comparisons), ...potentialSection(report), recommendationsSection(report, found.flat(), say.t('ask.title')), ...changes(),
    methodSection(report), glossarySection(report), annexSection(report, chosen)
  ]
}

/** All but the sections. */
function frameOf (report: Report): Omit<Document, 'sections'> {
  const { say, loaded: { run, snapshot, clusters }, group, query, sources, partName, clusterName } = report
  const counted = say.t(group.parts.every(({ kind }) => kind === 'country') ? 'group.countries' : 'group.parts', { n: group.parts.length })
  const named = say.list(group.parts.map(partName))
  const inTitle = group.parts.length > TITLE_PARTS_MAX ? counted : named
  const places = query.template === 'brief' ? inTitle : group.parts.length > PARTS_NAMED_MAX ? counted : named
  const cluster = clusters.find(({ code }) => code === query.cluster)
  const dates = sources.flatMap(({ retrieved }) => retrieved ?? []).sort()
  const period = dates.length === 0 ? say.t('cover.periodUnknown') : dates[0] === dates.at(-1) ? say.t('cover.asOf', { date: say.date(dates[0]) }) : say.t('cover.asOfBetween', { from: say.date(dates[0]), to: say.date(dates.at(-1) as string) })
  const title = cluster === undefined ? say.t('cover.title', { places: inTitle }) : say.t('cover.titleCluster', { cluster: clusterName(cluster), places: inTitle })
  const lines = [...sources].sort((a, b) => a.key < b.key ? -1 : 1).map(source => `${source.title}${source.synthetic ? ` (${say.t('sources.synthetic')})` : ''}: ${source.attribution} ${say.t('column.licence')}: ${source.licence}`)
  return {
    language: query.language,
    title,
    subtitle: say.t('cover.subtitle', { n: group.members.length, places }),
    fileName: ['cluster-report', ...(cluster === undefined ? [] : [cluster.code]), ...group.parts.slice(0, FILE_NAME_PARTS_MAX).map(({ code }) => code), run.id, query.language].join('-').toLowerCase(),
    createdAt: run.finishedAt ?? run.requestedAt,
    facts: [
      { label: say.t('cover.data'), value: period }, { label: say.t('cover.run'), value: run.id }, { label: say.t('cover.snapshot'), value: say.t('cover.snapshotValue', { hash: snapshot.hash.slice(0, 16), revision: run.revision }) },
      ...(report.since === null ? [] : [{ label: say.t('cover.since'), value: report.since.run.id }]),
      { label: say.t('cover.algorithm'), value: say.t('cover.algorithmValue', { algorithm: algorithmName(run.request.algorithm), seed: String(run.request.seed), software: run.softwareVersion }) },
      { label: say.t('cover.made'), value: say.date(run.finishedAt ?? run.requestedAt) }, ...(query.template === 'brief' ? [] : [{ label: say.t('cover.licence'), value: [...new Set(sources.map(({ licence }) => licence))].join('; ') || '–' }, { label: say.t('cover.language'), value: say.t('cover.languageName') }])
    ],
    cover: query.template !== 'brief',
    footer: [run.id, ...new Set(sources.map(({ attribution }) => attribution))].slice(0, FOOTER_PARTS_MAX).join(' · '),
    attribution: [...lines, say.t('sources.boundaries')],
    words: documentWords(say)
  }
}
