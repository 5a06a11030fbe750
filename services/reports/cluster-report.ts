/** The cluster report: what one run says about the clusters of a group of countries and regions, as a document. */
import type { DeclaredPriorities } from '../contract/declared-priorities.ts'
import type { DataSource } from '../contract/network.ts'
import type { ReportQuery } from '../contract/report.ts'
import type { Document } from '../documents/document.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { OrganisationLookup } from '../views/view-parts.ts'
import { chooseGroup } from './report-group.ts'
import { documentWords } from './words.ts'

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
export async function buildClusterReport ({ loaded, query, reference }: ReportInput): Promise<Document> {
  const group = chooseGroup(loaded, query, reference)
  const names = group.parts.map(part => query.language === 'pl' ? part.namePl : part.name)
  return {
    language: query.language,
    title: names.join(', '),
    subtitle: '',
    fileName: `cluster-report-${loaded.run.id}`,
    createdAt: loaded.run.finishedAt ?? loaded.run.requestedAt,
    facts: [],
    cover: true,
    footer: '',
    sections: [],
    attribution: [],
    words: documentWords(query.language)
  }
}
