/** What an analysis would take, and why it cannot be started where it cannot: said before it starts. */
import type { AlgorithmDescription, RunEstimate } from '../../../services/contract/run.ts'
import { number, t } from '../../text/translate.ts'

/** Why it would have nothing to measure; null where it has. */
export function nothingToMeasure (needs: AlgorithmDescription['needs'], links: number): string | null {
  if (links > 0) return null
  if (needs.memberships) return t('analysis.noMemberships')
  return needs.direction === 'directed' ? t('analysis.noSupply') : null
}

/** Whether memory and time allow it. */
export const fits = ({ bytes, bytesMax, steps, stepsMax }: RunEstimate): boolean => bytes <= bytesMax && steps <= stepsMax

/** In words: how large the network is, memory and time, and whether the analysis fits. */
export function estimateText (estimate: RunEstimate, needs: AlgorithmDescription['needs']): string {
  const { organisations, links, bytes, bytesMax, steps, stepsMax } = estimate
  return [
    t('analysis.network', { organisations: t('count.organisations', { n: organisations }), links: t(needs.memberships ? 'count.memberships' : 'count.links', { n: links }) }),
    t('analysis.memory', { megabytes: megabytes(bytes), of: megabytes(bytesMax) }),
    steps < stepsMax / 100 ? t('analysis.timeLittle') : t('analysis.timeShare', { share: number(steps / stepsMax * 100) }),
    t(fits(estimate) ? 'analysis.fits' : 'analysis.tooLarge')
  ].join(' ')
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 ** 2)
