/** The honest line under every picture: how much of how much is shown, how it was computed, whose data it is. */
import type { VNode } from 'preact'
import type { ViewCounts } from '../../services/contract/graph-view.ts'
import type { CommunityAlgorithm } from '../../services/contract/run.ts'
import { t } from '../text/translate.ts'

interface Props { counts: ViewCounts, edgesDrawn: number, algorithm: CommunityAlgorithm, seed: number, revision: number, attribution: string[], level: 'clusters' | 'organisations' }

export const StatusLine = ({ counts, edgesDrawn, algorithm, seed, revision, attribution, level }: Props): VNode => (
  <footer class='status'>
    <span role='status'>{level === 'clusters'
      ? t('status.clusters', { clusters: counts.clusters, shown: counts.organisationsShown, total: counts.organisationsTotal, groups: counts.smallerGroups })
      : t('status.organisations', { shown: counts.organisationsShown, total: counts.organisationsTotal })}
    </span>
    {counts.isolates > 0 && <span>{t('status.isolates', { n: counts.isolates })}</span>}
    <span>{t('status.edges', { shown: edgesDrawn, total: counts.edgesTotal })}</span>
    <span>{t('status.run', { algorithm: t(`algorithm.${algorithm}`), seed: String(seed), revision })}</span>
    {attribution.map(line => <span key={line} class='attribution' title={line}>{line}</span>)}
  </footer>
)
