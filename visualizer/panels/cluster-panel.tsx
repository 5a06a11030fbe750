/** The right panel of the map: the selected cluster in one sentence, its numbers, and where to go from here. */
import type { VNode } from 'preact'
import type { Cluster } from '../../services/contract/cluster.ts'
import { clusterName, domainName, shownRun, tableSectorName } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { CountriesBar } from '../charts/countries-bar.tsx'
import { isSure } from '../charts/interval-plot.tsx'
import { change, ofTable } from '../state/store.ts'
import { number, percent, t } from '../text/translate.ts'
import { Chip, Go } from './chip.tsx'
import { ChanceOfShownRun, clusterSentence, KeyNumbers, passed, returnsNumber, steadiness, TestList } from './cluster-words.tsx'
import { Icon } from './icons.tsx'
import { ProblemNotice } from './notices.tsx'

const COMMON_LISTED = 3
const NEIGHBOURS_LISTED = 5

export function ClusterPanel ({ code }: { code: string }): VNode {
  const { value: cluster, error } = useResource<Cluster>(`/api/v1/runs/${shownRun.value}/clusters/${code}`)
  return (
    <aside class='panel' aria-label={t('panel.cluster')}>
      <button type='button' class='panel-close' aria-label={t('panel.close')} onClick={() => change({ selected: null })}><Icon name='close' /></button>
      {error !== undefined && <ProblemNotice error={error} />}
      {cluster !== undefined && cluster.code === code && <Body cluster={cluster} />}
    </aside>
  )
}

function Body ({ cluster }: { cluster: Cluster }): VNode {
  const nodes = ofTable.value
  const terms = nodes ? cluster.sectors : cluster.domains.filter(({ code }) => !code.startsWith('s3:'))
  const common = terms.filter(term => term.members > 0 && term.locationQuotient !== null).slice(0, COMMON_LISTED)
  const greatest = Math.max(...common.map(term => term.locationQuotient as number), 1)
  return (
    <>
      <div class='panel-block'>
        <p class='meta'><Chip code={cluster.code} /> {steadiness(cluster.stability)}, {passed(cluster)}</p>
        <h2 class='panel-title'>{clusterName(cluster.code)}</h2>
        <p class='sentence'>{clusterSentence(cluster)}</p>
        {cluster.singleNetwork && <p class='notice small'><Icon name='warning' /> {t('cluster.singleNetwork')}</p>}
        <p class='actions'>
          <Go to={{ screen: 'cluster', focus: cluster.code }} class='button primary'>{t('panel.open')} <kbd aria-hidden='true'>↵</kbd></Go>
          {cluster.bridges.length > 0 && <Go to={{ screen: 'bridges', focus: null, choices: { a: `cluster:${cluster.code}` } }} class='button'>{t('nav.bridges')}</Go>}
        </p>
      </div>
      <div class='panel-block'>
        <KeyNumbers numbers={[
          { label: t('key.organisations'), value: number(cluster.size), context: t('key.links', { n: cluster.links }) },
          { label: t('key.countries'), value: number(cluster.effectiveCountries, 1), context: t('key.ofCountries', { n: cluster.countries.length }) },
          { label: t('key.crossBorder'), value: percent(cluster.crossBorderShare), context: t('key.expected', { share: percent(cluster.crossBorderShareExpected) }) },
          returnsNumber(cluster)
        ]}
        />
      </div>
      <div class='panel-block'>
        <h3>{t('cluster.countries')}<span>{t('key.members')}</span></h3>
        <CountriesBar code={cluster.code} countries={cluster.countries} />
      </div>
      {common.length > 0 && (
        <div class='panel-block'>
          <h3>{t('cluster.common')}<span>{t('cluster.wholeNetwork')}</span></h3>
          <ul class='common'>{common.map(term => (
            <li key={term.code}>
              <span class='common-name'>{nodes ? tableSectorName(term.code) : domainName(term.code)}</span><span class='figures'><strong>{number(term.locationQuotient as number, 1)}×</strong> {t('cluster.kOfN', { k: term.members, n: term.size })}</span>
              <span class={`common-bar ${/^C([1-9]|1[0-2])$/.test(cluster.code) ? cluster.code.toLowerCase() : 'cx'}${isSure(term) ? ' sure' : ''}`} aria-hidden='true'><span style={{ width: `${100 * (term.locationQuotient as number) / greatest}%` }} /><i style={{ left: `${100 / greatest}%` }} /></span>
            </li>))}
          </ul>
          <p class='hint'>{t('cluster.hollow')}</p>
        </div>)}
      <div class='panel-block'>
        <h3>{t('cluster.testsShort')}</h3>
        <TestList cluster={cluster} />
        {!nodes && <ChanceOfShownRun />}
      </div>
      {cluster.neighbours.length > 0 && (
        <div class='panel-block'>
          <h3>{t('cluster.worksWith')}</h3>
          <ul class='neighbours'>{cluster.neighbours.slice(0, NEIGHBOURS_LISTED).map(neighbour => (
            <li key={neighbour.cluster}>
              <button type='button' class='row-button' onClick={() => change({ selected: neighbour.cluster })}><Chip code={neighbour.cluster} /> <span>{clusterName(neighbour.cluster)}</span></button>
              <span class='figures'><strong>{number(neighbour.sharedNetworks > 0 ? neighbour.sharedNetworks : neighbour.links)}</strong> {t(neighbour.sharedNetworks > 0 ? 'key.networksWord' : 'key.linksWord', { n: neighbour.sharedNetworks > 0 ? neighbour.sharedNetworks : neighbour.links })}</span>
            </li>))}
          </ul>
        </div>)}
    </>
  )
}
