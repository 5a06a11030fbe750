/** Sentences about a cluster, made of its numbers. */
import type { VNode } from 'preact'
import type { Cluster, ClusterSummary } from '../../services/contract/cluster.ts'
import type { Run, ShuffledNetworks } from '../../services/contract/run.ts'
import { useResource } from '../api/resource.ts'
import { domainName, shownRun } from '../api/service.ts'
import { isSure } from '../charts/interval-plot.tsx'
import { date, number, percent, t, time } from '../text/translate.ts'
import { Icon } from './icons.tsx'

/** The domain that gave the name, if it is surely more common here. */
const namingTerm = (cluster: Cluster): Cluster['domains'][number] | undefined => cluster.domains.find(term => term.code === cluster.name.domain)

export function clusterSentence (cluster: Cluster): string {
  const term = namingTerm(cluster)
  const countries = t('cluster.countriesTakePart', { n: cluster.countries.length })
  if (term === undefined || cluster.name.mixed || !isSure(term)) return `${t('cluster.mixedSentence')} ${countries}`
  return `${t('cluster.sentence', { k: term.members, size: term.size, domain: domainName(term.code), K: term.networkMembers, N: term.networkSize })} ${countries}`
}

/** Steadiness: mark and word, never colour alone. */
export const steadiness = (stability: number | null): string =>
  stability === null ? t('cluster.steadyUnknown') : stability >= 0.75 ? `● ${t('cluster.steady')}` : stability >= 0.6 ? `◐ ${t('cluster.fairlySteady')}` : `○ ${t('cluster.loose')}`

export const passed = (cluster: Cluster): string => t('cluster.passes', { n: cluster.tests.filter(test => test.passed === true).length, of: cluster.tests.filter(test => test.passed !== null).length })

export const verdict = (cluster: Pick<ClusterSummary, 'verdict'>): string =>
  t(cluster.verdict === 'cluster' ? 'verdict.cluster' : cluster.verdict === 'cross-border specialisation cluster' ? 'verdict.specialisation' : 'verdict.candidate')

export const TestList = ({ cluster }: { cluster: Cluster }): VNode => (
  <ul class='tests'>{cluster.tests.map(({ test, value, threshold, passed, domain }) => (
    <li key={test}>
      <span class={passed === null ? 'unknown' : passed ? 'pass' : 'fail'}><Icon name={passed === null ? 'dots' : passed ? 'check' : 'cross'} /><span class='unseen'>{t(passed === null ? 'test.unknown' : passed ? 'test.passed' : 'test.failed')}: </span></span>
      <span>
        {t(`test.${test}`, { threshold: number(threshold, threshold % 1 === 0 ? 0 : 1) })}
        {test === 'specialisation' && value !== null && <span class='hint test-field'>{domain == null ? t('test.lowerEndAlone', { value: number(value, 1) }) : t('test.lowerEnd', { field: domainName(domain), value: number(value, 1) })}</span>}
      </span>
      <strong>{value === null ? (passed === null ? t('test.notMeasured') : '–') : test === 'stability' ? percent(value) : test === 'countries' ? number(value, 1) : test === 'specialisation' ? `${number(value, 1)}×` : number(value)}</strong>
    </li>))}
  </ul>
)

export interface KeyNumber { label: string, value: string, context: string }
export const returnsNumber = ({ stability, stabilityWithLinksDropped }: Cluster): KeyNumber => ({
  label: t('key.returns'), value: percent(stability), context: stabilityWithLinksDropped === null ? t('test.notMeasured') : t('key.returnsDropped', { share: percent(stabilityWithLinksDropped) })
})
export const KeyNumbers = ({ numbers }: { numbers: KeyNumber[] }): VNode => (
  <dl class='key-numbers'>{numbers.map(({ label, value, context }) => <div key={label}><dt>{label}</dt><dd><strong>{value}</strong> <span>{context}</span></dd></div>)}</dl>
)

const searched = ({ clusters, passing, passingLeast, passingMost }: ShuffledNetworks['itself']): string =>
  t('chance.searched', { passing: number(passing, 1), clusters: number(clusters, 1), least: passingLeast, most: passingMost })

/** Of the run whose clusters are shown. */
export function ChanceOfShownRun (): VNode | null {
  const { value: run } = useResource<Run>(`/api/v1/runs/${shownRun.value}`)
  return <ChanceSentence run={run} />
}

/** How many groups of single searches pass every test but steadiness, beside how many do by chance; nothing for a run that finds no clusters. Runs of earlier versions hold no such figures. */
export function ChanceSentence ({ run }: { run: Run | null | undefined }): VNode | null {
  if (run?.metrics == null) return null
  const measured = run.metrics.shuffledNetworks ?? null
  const made = `${date(run.requestedAt)}, ${time(run.requestedAt)}`
  return (
    <p class='hint' id='chance'>{measured === null
      ? t('chance.unknown', { made })
      : t('chance.measured', { made, n: measured.networks, itself: searched(measured.itself), shuffled: searched(measured.shuffled) })}
    </p>
  )
}
