/** The honest line under every picture: how much of how much is shown, how it was computed, whose data it is. */
import type { VNode } from 'preact'
import type { ViewCounts } from '../../services/contract/graph-view.ts'
import type { CommunityAlgorithm, Run } from '../../services/contract/run.ts'
import { useResource } from '../api/resource.ts'
import { t } from '../text/translate.ts'
import { unusualSettings } from './analyses/unusual-settings.ts'

interface Props { counts: ViewCounts, edgesDrawn: number, run: string, algorithm: CommunityAlgorithm, seed: number, revision: number, attribution: string[], level: 'clusters' | 'organisations' }

export function StatusLine ({ counts, edgesDrawn, run, algorithm, seed, revision, attribution, level }: Props): VNode {
  const { value: made } = useResource<Run>(`/api/v1/runs/${run}`)
  const unusual = made?.id === run ? unusualSettings(made.request) : []
  return (
    <footer class='status'>
      <span role='status'>{level === 'clusters'
        ? t('status.clusters', { clusters: counts.clusters, shown: counts.organisationsShown, total: counts.organisationsTotal, groups: counts.smallerGroups })
        : t('status.organisations', { shown: counts.organisationsShown, total: counts.organisationsTotal })}
      </span>
      {counts.isolates > 0 && <span>{t('status.isolates', { n: counts.isolates })}</span>}
      <span>{t('status.edges', { shown: edgesDrawn, total: counts.edgesTotal })}</span>
      <span>{t('status.run', { algorithm: t(`algorithm.${algorithm}`), seed: String(seed), revision })}</span>
      {unusual.length > 0 && <span><strong>{t('status.unusual', { list: unusual.join('; ') })}</strong></span>}
      {attribution.map(line => <span key={line} class='attribution' title={line}>{line}</span>)}
    </footer>
  )
}
