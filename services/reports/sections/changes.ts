/** What became of the clusters since an earlier run. */
import { matchClusters } from '../../clusters/match-clusters.ts'
import type { ClusterEvent, ClusterMembership } from '../../clusters/match-clusters.ts'
import type { Cell, Section } from '../../documents/document.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { column, count, paragraph, text, withheld } from '../cells.ts'
import { placeIn } from '../report-group.ts'
import type { Report } from '../report.ts'

const ROWS_SHOWN = 60
const CHANGE_WORDS = { merged: 'changes.merged', split: 'changes.split', born: 'changes.born', died: 'changes.died', continued: 'changes.continued' } as const

/** Of clusters that have members in the group now, or had then. */
export function changesSection (report: Report, since: LoadedRun): Section {
  const { say, loaded, group, numbers } = report
  const before = new Set(clustersOf(since, placeIn(group.parts, since.snapshot)))
  const after = new Set(loaded.clusters.filter((_, c) => numbers.membersOf[c].length > 0).map(({ code }) => code))
  const events = matchClusters(membershipOf(since), membershipOf(loaded)).filter(event => event.before.some(code => before.has(code)) || event.after.some(code => after.has(code)))
  const counted = (change: ClusterEvent['change']): number => events.filter(event => event.change === change).length
  const tells = ({ after }: ClusterEvent): boolean => after.every(code => report.tellsSize(loaded.clusters.findIndex(each => each.code === code)))
  const name = (run: LoadedRun, code: string, tellsSize: boolean): string => {
    const cluster = run.clusters.find(each => each.code === code)!
    return `${report.clusterName(cluster)} (${tellsSize ? `${code}, ${say.number(cluster.size)}` : code})`
  }
  return {
    id: 'changes', title: say.t('changes.title'), newPage: true,
    blocks: [
      paragraph(say.t('changes.lead', { run: since.run.id, date: say.date(since.run.finishedAt ?? since.run.requestedAt), sameData: since.snapshot.hash === loaded.snapshot.hash ? say.t('changes.sameData') : say.t('changes.otherData', { before: since.snapshot.ids.length, after: loaded.snapshot.ids.length }) })),
      { type: 'facts', facts: (['born', 'died', 'merged', 'split', 'continued'] as const).map(change => ({ value: say.number(counted(change)), text: say.t(`changes.${change}Fact`, { n: counted(change) }) })) },
      events.length === 0
        ? paragraph(say.t('changes.none'))
        : {
            type: 'table', id: 'cluster-changes', name: say.t('sheet.changes'), caption: say.t('changes.caption', { n: events.length }), rowsShown: ROWS_SHOWN, note: say.t('changes.note'),
            columns: [column('change', say.t('column.change')), column('before', say.t('column.before')), column('after', say.t('column.after')), column('stayed', say.t('column.stayed'), 'number'), column('joined', say.t('column.joined'), 'number'), column('left', say.t('column.left'), 'number')],
            rows: events.map((event): Cell[] => [
              text(say.t(CHANGE_WORDS[event.change])), text(event.before.map(code => name(since, code, tells(event))).join('; ') || null), text(event.after.map(code => name(loaded, code, tells(event))).join('; ') || null),
              ...[event.shared, event.joined, event.left].map(members => tells(event) ? count(say, members.length) : withheld(say))
            ])
          }
    ]
  }
}

const clustersOf = ({ clusters, clusterOf }: LoadedRun, partOf: Int32Array): string[] => [...partOf].flatMap((part, i) => part >= 0 && clusterOf[i] >= 0 ? [clusters[clusterOf[i]].code] : [])

const membershipOf = ({ clusters, clusterOf, snapshot }: LoadedRun): ClusterMembership =>
  ({ codes: clusters.map(({ code }) => code), clusterOf: new Map(snapshot.ids.map((id, i) => [id, clusterOf[i] < 0 ? null : clusters[clusterOf[i]].code])) })
