/** What a page shows in place of the exhibits of a run that is gone: which run, what is missing, what to do. */
import { RUN_GONE } from '../../contract/workspace-evidence.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Stage } from '../../contract/workspace.ts'
import type { RunGone } from '../evidence/evidence-input.ts'
import type { Key, Say } from '../words/say.ts'
import { column, named } from './exhibit.ts'

/** Exhibits of a page that no run means no figures for. */
const MISSING = {
  profiling: ['kinds', 'size-classes', 'specialisation', 'clusters', 'network-position', 'region-pairs', 'near-fields', 'complementarity', 'side-by-side', 'declared-and-revealed'],
  trends: ['growth-years', 'growth-domains', 'growth-domain-years'],
  internationalisation: ['potential-domains', 'potential-ranks-domains', 'potential-clusters', 'potential-ranks-clusters', 'potential-weights'],
  strategy: []
} as const satisfies Partial<Record<Stage, readonly string[]>>

/** Rows: key and title of each exhibit that is missing, so that a decision that stands on one can still name it. */
export function runGoneExhibit (stage: keyof typeof MISSING, gone: RunGone, say: Say): Exhibit {
  const missing = MISSING[stage].map(key => named(key, say.t(`exhibit.${key}.title`)))
  return {
    key: RUN_GONE, title: say.t('exhibit.run-gone.title'), says: runGoneText(gone, say), figure: null, empty: null, next: say.t('exhibit.run-gone.next'),
    columns: [column(say, 'column.missing')], rows: missing.length > 0 ? missing.map(cell => [cell]) : [[named('measurement', say.t('word.run-gone.measurement'))]],
    cautions: stage === 'strategy' ? [say.t('caution.run-gone.measured')] : []
  }
}

const WHY: Record<RunGone['why'], Key> = { unknown: 'run-gone.unknown', network: 'run-gone.network' }
export const runGoneText = ({ run, why }: RunGone, say: Say): string => say.t(WHY[why], { run })
