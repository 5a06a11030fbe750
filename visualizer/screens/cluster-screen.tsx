/** One cluster opened: what it is, how sure that is, who is in it, and who leads out of it. */
import { useMemo, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Cluster } from '../../services/contract/cluster.ts'
import type { OrganisationsView } from '../../services/contract/graph-view.ts'
import { clusterName, countryName, domainName, shownRun, tableSectorName } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { CountryMatrix } from '../charts/country-matrix.tsx'
import { fieldIntervals, IntervalPlot, isSure } from '../charts/interval-plot.tsx'
import { bridgeIds } from '../stage/build-scenes.ts'
import { change, filterQuery, ofTable, view } from '../state/store.ts'
import { number, percent, t } from '../text/translate.ts'
import { Chip, Go, OrganisationLink } from '../panels/chip.tsx'
import { ChanceOfShownRun, clusterSentence, KeyNumbers, passed, returnsNumber, steadiness, TestList, verdict } from '../panels/cluster-words.tsx'
import { DataTable } from '../panels/data-table.tsx'
import { Icon } from '../panels/icons.tsx'
import { EmptyNotice, FilterNotice, ProblemNotice } from '../panels/notices.tsx'
import { MembersTable, OrganisationsPicture } from '../panels/organisations-picture.tsx'
import { IndustryContextCard } from '../panels/value-chains/industry-context.tsx'
import { StatusLine } from '../panels/status-line.tsx'

const COUNTRIES_SHOWN = 10

export function ClusterScreen ({ code }: { code: string }): VNode {
  const { weightMin, selected } = view.value
  const run = shownRun.value
  const query = new URLSearchParams(filterQuery.value)
  query.set('run', run)
  if (weightMin > 0) query.set('weightMin', String(weightMin))
  const { value: cluster, error } = useResource<Cluster>(`/api/v1/runs/${run}/clusters/${code}`)
  const { value: shown, error: viewError } = useResource<OrganisationsView>(`/api/v1/graphs/clusters/${code}?${query.toString()}`)
  const bridges = useMemo(() => bridgeIds(cluster), [cluster])
  if (error !== undefined || viewError !== undefined) return <main class='centre-screen' id='main'><ProblemNotice error={(error ?? viewError) as Error} /></main>
  if (cluster === undefined || cluster.code !== code) return <main class='centre-screen' id='main'><p role='status'>{t('starting.loading')}</p></main>
  const hue = /^C([1-9]|1[0-2])$/.test(code) ? code.toLowerCase() : 'cx'
  const nodes = ofTable.value
  return (
    <>
      <main class='page' id='main'>
        <header class='page-head'>
          <div>
            <p class='meta'><Chip code={code} /> {steadiness(cluster.stability)}</p>
            <h1>{clusterName(code)}</h1>
            <p class='lead'>{t('cluster.lead', { n: t('count.organisations', { n: cluster.size }), countries: t('count.countries', { n: cluster.countries.length }) })} {clusterSentence(cluster)}</p>
            {!nodes && <p><Go to={{ screen: 'reports', focus: null, choices: { reportTemplate: 'cluster', reportCluster: code, reportCountries: cluster.countries.map(({ value }) => value).sort().join(',') } }} class='text-link'>{t('reports.onCluster')}</Go></p>}
            {cluster.singleNetwork && <p class='notice'><Icon name='warning' /> {t('cluster.singleNetwork')}</p>}
          </div>
          <div>
            <h2 class='tests-head'>{verdict(cluster)}: {passed(cluster)}</h2>
            <TestList cluster={cluster} />
            {cluster.verdict !== 'cluster' && <p class='hint'>{t('verdict.means')}</p>}
            {!nodes && <p class='hint'>{t('cluster.circular')}</p>}
            {!nodes && <ChanceOfShownRun />}
          </div>
        </header>
        <KeyNumbers numbers={[
          { label: t('key.organisations'), value: number(cluster.size), context: nodes ? t('key.linksInside', { n: cluster.links }) : kindContext(cluster) },
          ...nodes ? [] : [{ label: t('key.networks'), value: number(cluster.sharedNetworks), context: t('key.linksInside', { n: cluster.links }) }],
          { label: t('key.countries'), value: number(cluster.effectiveCountries, 1), context: t('key.countryShare', { n: cluster.countries.length, country: countryName(cluster.countries[0]?.value ?? ''), share: percent((cluster.countries[0]?.count ?? 0) / cluster.size) }) },
          { label: t('key.crossBorder'), value: percent(cluster.crossBorderShare), context: t('key.expected', { share: percent(cluster.crossBorderShareExpected) }) },
          { label: t('key.outside'), value: percent(cluster.weightOutside / (cluster.weightOutside + 2 * cluster.weightInside)), context: cluster.neighbours[0] === undefined ? '' : t('key.mostWith', { name: clusterName(cluster.neighbours[0].cluster) }) },
          returnsNumber(cluster)
        ]}
        />
        <div class='grid'>
          <section class='card wide' aria-label={t('cluster.network')}>
            <h2>{t('cluster.network')} <span>{shown === undefined ? '' : t('cluster.networkShown', { n: shown.counts.organisationsShown, shown: shown.counts.edgesShown, total: shown.counts.edgesTotal })}</span></h2>
            <FilterNotice />
            {shown !== undefined && (shown.nodes.length === 0 ? <EmptyNotice /> : <OrganisationsPicture name={clusterName(code)} shown={shown} bridges={bridges} ego={null} selected={selected} onPick={id => change({ selected: id })} />)}
          </section>
          <Specialisation cluster={cluster} hue={hue} />
          <section class='card half'>
            <h2>{t('cluster.countriesTogether')}</h2>
            <CountryMatrix pairs={cluster.countryPairs} countries={cluster.countries.slice(0, COUNTRIES_SHOWN).map(({ value }) => value)} />
            <p class='hint'>{t('cluster.matrixHint')}</p>
          </section>
          <Bridges cluster={cluster} />
          {!nodes && <IndustryContextCard cluster={code} run={run} hue={hue} />}
          {shown !== undefined && view.value.tab === 'picture' && (
            <section class='card full'>
              <h2>{t('cluster.members')} <span>{t('cluster.membersShown', { n: shown.nodes.length, size: cluster.size })}</span></h2>
              <MembersTable rows={shown.nodes} selected={selected} />
            </section>)}
        </div>
        <p class='caution'>{t('caution.recorded')}</p>
      </main>
      {shown !== undefined && <StatusLine counts={shown.counts} edgesDrawn={shown.counts.edgesShown} run={shown.run} algorithm={shown.algorithm} seed={shown.seed} revision={shown.revision} attribution={shown.attribution} level='organisations' />}
    </>
  )
}

function kindContext (cluster: Cluster): string {
  const kind = cluster.kinds[0]
  return kind === undefined ? '' : `${percent(kind.count / cluster.size)} ${t(`kinds.${kind.value}`)}`
}

function Specialisation ({ cluster, hue }: { cluster: Cluster, hue: string }): VNode {
  const [table, setTable] = useState(false)
  const nodes = ofTable.value
  const terms = (nodes ? cluster.sectors : cluster.domains).filter(term => !term.code.startsWith('s3:') && term.networkMembers > 0)
  const nameOf = nodes ? tableSectorName : domainName
  return (
    <section class='card narrow'>
      <h2>{t('cluster.specialisation')} <button type='button' class='text-button' aria-pressed={table} onClick={() => setTable(!table)}>{t('tool.table')}</button></h2>
      {table
        ? <DataTable
            caption={t('cluster.specialisation')} rows={terms} rowKey={term => term.code} sort={{ key: 'lq', down: true }}
            columns={[
              { key: 'domain', head: t('filter.domain'), cell: term => nameOf(term.code), by: term => nameOf(term.code) },
              { key: 'here', head: t('column.here'), cell: term => t('cluster.kOfN', { k: term.members, n: term.size }), by: term => term.members, figures: true },
              { key: 'all', head: t('column.network'), cell: term => t('cluster.kOfN', { k: term.networkMembers, n: term.networkSize }), by: term => term.networkMembers, figures: true },
              { key: 'lq', head: '×', cell: term => term.locationQuotient === null ? '–' : number(term.locationQuotient, 1), by: term => term.locationQuotient, figures: true },
              { key: 'sure', head: t('column.sure'), cell: term => isSure(term) ? t('chart.sure') : t('chart.chance'), by: term => term.q }
            ]}
          />
        : <IntervalPlot rows={fieldIntervals(terms, nameOf)} hue={hue} label={t('chart.interval')} />}
      <p class='hint'>{t('cluster.specialisationHint', { n: terms.length })}</p>
    </section>
  )
}

const Bridges = ({ cluster }: { cluster: Cluster }): VNode => (
  <section class='card half'>
    <h2>{t('cluster.bridges')} <span>{t('cluster.bridgesRank')}</span></h2>
    {cluster.bridges.length === 0 && <p>{t('cluster.noBridges')}</p>}
    <ol class='bridge-list'>{cluster.bridges.map(bridge => (
      <li key={bridge.organisation}>
        <div>
          <p><OrganisationLink id={bridge.organisation} name={bridge.name ?? bridge.organisation} /> {!ofTable.value && <span class='place'>{[bridge.city, bridge.country].filter(part => part !== null && part !== '').join(', ')}</span>}</p>
          <p class='why'>{bridge.outside.length === 0
            ? t('bridge.onlyHere')
            : t('bridge.outside', { list: bridge.outside.slice(0, 2).map(({ cluster: other, share }) => t('bridge.share', { share: percent(share), name: clusterName(other) })).join(', ') })}{bridge.cutOff > 0 ? ` ${t('bridge.cutOff', { n: bridge.cutOff })}` : ''}
          </p>
        </div>
        <p class='figures'><strong>{bridge.bridgeScore === null ? '–' : number(bridge.bridgeScore)}</strong><span>#{number(bridge.rank)}</span></p>
      </li>))}
    </ol>
    {cluster.bridges.length > 0 && <p><Go to={{ screen: 'bridges', focus: null, choices: { a: `cluster:${cluster.code}` } }} class='text-link'>{t('cluster.allBridges')}</Go></p>}
  </section>
)
