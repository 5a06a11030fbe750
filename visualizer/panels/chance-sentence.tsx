/** How many clusters of a run pass every test but steadiness, beside how many do by chance. */
import type { VNode } from 'preact'
import type { Run } from '../../services/contract/run.ts'
import { number, t } from '../text/translate.ts'

/** Nothing for a run that finds no clusters. Runs of earlier versions hold no such figures. */
export function ChanceSentence ({ run }: { run: Run | undefined }): VNode | null {
  if (run?.metrics == null) return null
  const measured = run.metrics.shuffledNetworks ?? null
  return (
    <p class='sentence' id='chance'>{measured === null
      ? t('chance.unknown', { run: run.id })
      : t('chance.measured', { run: run.id, n: measured.networks, passing: measured.passing, clusters: measured.clusters, shuffled: number(measured.passingShuffled, 1), communities: number(measured.clustersShuffled, 1), least: measured.passingShuffledLeast, most: measured.passingShuffledMost })}
    </p>
  )
}
