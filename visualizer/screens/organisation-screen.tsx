/** One organisation: what it is, where it stands, with whom it works. */
import { useEffect } from 'preact/hooks'
import type { VNode } from 'preact'
import type { OrganisationsView } from '../../services/contract/graph-view.ts'
import type { OrganisationProfile } from '../../services/contract/organisation-profile.ts'
import { clusterName, countryName, domainName, shownRun } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { change, filterQuery, ofTable, view } from '../state/store.ts'
import { figure, number, percent, t } from '../text/translate.ts'
import type { Key } from '../text/translate.ts'
import { ClusterLink, OrganisationLink } from '../panels/chip.tsx'
import { DataTable } from '../panels/data-table.tsx'
import { IntroductionActions } from '../panels/casework/introduction-actions.tsx'
import { FilterNotice, ProblemNotice } from '../panels/notices.tsx'
import { NeedsAndOffers } from '../panels/partners/needs-and-offers.tsx'
import { OrganisationsPicture } from '../panels/organisations-picture.tsx'
import { StatusLine } from '../panels/status-line.tsx'

const MEASURES_SHOWN = ['degree', 'strength', 'crossBorderShare', 'countryParticipation', 'crossBorderBetweenness', 'betweenness', 'pagerank', 'clusterInsideShare', 'memberConfidence', 'cutOff', 'bridgeScore'] as const
const SHARES = new Set(['crossBorderShare', 'clusterInsideShare', 'memberConfidence', 'countryParticipation'])
const NONE: ReadonlySet<string> = new Set()
type Partner = OrganisationProfile['partners'][number]

export function OrganisationScreen ({ id }: { id: string }): VNode {
  const { depth, weightMin, selected } = view.value
  const nodes = ofTable.value
  const run = shownRun.value
  const query = new URLSearchParams(filterQuery.value)
  query.set('run', run)
  query.set('depth', String(depth))
  if (weightMin > 0) query.set('weightMin', String(weightMin))
  const { value: profile, error, loading } = useResource<OrganisationProfile>(`/api/v1/organisations/${id}/profile?run=${run}`)
  // The id of an organisation that was merged leads to the one it is part of.
  const ledOn = !loading && profile !== undefined && profile.organisation.id !== id ? profile.organisation.id : null
  useEffect(() => { if (ledOn !== null) change({ focus: ledOn }) }, [ledOn])
  const { value: shown } = useResource<OrganisationsView>(profile === undefined || profile.isolate ? null : `/api/v1/graphs/organisations/${id}?${query.toString()}`)
  if (error !== undefined) return <main class='centre-screen' id='main'><ProblemNotice error={error} /></main>
  if (profile === undefined || profile.organisation.id !== id) return <main class='centre-screen' id='main'><p role='status'>{t('starting.loading')}</p></main>
  const { organisation } = profile
  const place = [organisation.city, organisation.region?.code, countryName(organisation.country)].filter(part => part !== null && part !== undefined).join(', ')
  return (
    <>
      <main class='page' id='main'>
        <header class='page-head'>
          <div>
            <p class='meta'><ClusterLink code={profile.cluster} />{profile.cluster === null && t('organisation.noCluster')}</p>
            <h1>{organisation.name}</h1>
            <p class='lead'>{sentence(profile)}</p>
          </div>
          <dl class='facts'>
            {!nodes && <div><dt>{t('filter.kind')}</dt><dd>{t(`kind.${organisation.kind}`)}{organisation.sizeClass !== null && `, ${t(`size.${organisation.sizeClass}`)}`}</dd></div>}
            <div><dt>{t('column.place')}</dt><dd>{place}{organisation.region?.precision === 'estimated' && ` (${t('organisation.estimated')})`}</dd></div>
            {!nodes && <div><dt>{t('filter.domain')}</dt><dd>{organisation.domains.filter(code => !code.startsWith('s3:')).map(domainName).join(', ') || '–'}</dd></div>}
            {organisation.identifiers.length > 0 && <div><dt>{t('organisation.identifiers')}</dt><dd>{organisation.identifiers.map(({ scheme, value }) => `${scheme.toUpperCase()} ${value}`).join(', ')}</dd></div>}
            {organisation.website !== null && <div><dt>{t('organisation.website')}</dt><dd><a href={organisation.website} rel='noreferrer noopener' target='_blank'>{organisation.website.replace(/^https?:\/\//, '')}</a></dd></div>}
          </dl>
        </header>
        <div class='grid'>
          {!profile.isolate && (
            <section class='card wide' aria-label={t('organisation.around')}>
              <h2>{t('organisation.around')} <span>{shown === undefined ? '' : t('cluster.networkShown', { n: shown.counts.organisationsShown, shown: shown.counts.edgesShown, total: shown.counts.edgesTotal })}</span></h2>
              <div class='look'><label>{t('organisation.depth')} <select value={String(depth)} onChange={event => change({ depth: event.currentTarget.value === '2' ? 2 : 1 })}><option value='1'>{t('organisation.depth1')}</option><option value='2'>{t('organisation.depth2')}</option></select></label></div>
              <FilterNotice />
              {shown !== undefined && <OrganisationsPicture name={organisation.name} shown={shown} bridges={NONE} ego={id} selected={selected} onPick={picked => change({ selected: picked })} />}
            </section>)}
          {selected !== null && selected !== id && !nodes && (
            <section class='card full'>
              <h2>{t('introductions.pairNames', { of: organisation.name, candidate: shown?.nodes.find(node => node.id === selected)?.name ?? selected })}</h2>
              <IntroductionActions of={id} candidate={selected} context='partners' />
            </section>)}
          <section class={`card ${profile.isolate ? 'full' : 'narrow'}`}>
            <h2>{t('organisation.measures')} <span>{t('organisation.measuresRank')}</span></h2>
            <dl class='measures'>{MEASURES_SHOWN.map(measure => {
              const { value, rank, of } = profile.measures[measure]
              return (
                <div key={measure}>
                  <dt>{t(`measure.${measure}`)}<span>{t(`says.${measure}`)}</span></dt>
                  <dd><strong>{value === null ? t('measure.undefined') : SHARES.has(measure) ? percent(value) : figure(value)}</strong>{rank !== null && <span>#{number(rank)} {t('measure.of', { n: of })}</span>}</dd>
                </div>
              )
            })}
            </dl>
          </section>
          {!nodes && <NeedsAndOffers organisation={id} />}
          {profile.clusters.length > 0 && (
            <section class='card half'>
              <h2>{t('organisation.clusters')}</h2>
              <ul class='share-list'>{profile.clusters.slice(0, 8).map(({ cluster, share }) => <li key={cluster}><ClusterLink code={cluster} /><strong class='figures'>{percent(share)}</strong></li>)}</ul>
            </section>)}
          {profile.countries.length > 0 && (
            <section class='card half'>
              <h2>{t('organisation.countries')}</h2>
              <ul class='share-list'>{profile.countries.slice(0, 8).map(({ country, share }) => <li key={country}><span>{countryName(country)}</span><strong class='figures'>{percent(share)}</strong></li>)}</ul>
            </section>)}
          <section class='card full'>
            <h2>{t('organisation.partnersHead')} <span>{t('table.shown', { shown: profile.partners.length, n: profile.partnersTotal })}</span></h2>
            <DataTable
              caption={t('organisation.partnersHead')} rows={profile.partners} rowKey={partner => partner.id} selected={selected}
              columns={[
                { key: 'name', head: t('column.organisation'), cell: partner => <OrganisationLink id={partner.id} name={partner.name} />, by: partner => partner.name },
                { key: 'country', head: t('filter.country'), cell: partner => countryName(partner.country), by: partner => countryName(partner.country) },
                { key: 'cluster', head: t('column.cluster'), cell: partner => <ClusterLink code={partner.cluster} />, by: partner => partner.cluster === null ? null : clusterName(partner.cluster) },
                ...nodes ? [] : [{ key: 'networks', head: t('key.networks'), cell: (partner: Partner) => <button type='button' class='text-button' onClick={() => change({ link: [id, partner.id] })}>{number(partner.sharedNetworks)}</button>, by: (partner: Partner) => partner.sharedNetworks, figures: true }],
                { key: 'weight', head: t('measure.strength'), cell: partner => nodes ? <button type='button' class='text-button' onClick={() => change({ link: [id, partner.id] })}>{figure(partner.weight)}</button> : figure(partner.weight), by: partner => partner.weight, figures: true }
              ]}
            />
          </section>
          {!nodes && (
            <section class='card full'>
              <h2>{t('organisation.networks')} <span>{t('table.shown', { shown: profile.networks.length, n: profile.networksTotal })}</span></h2>
              <DataTable
                caption={t('organisation.networks')} rows={profile.networks} rowKey={network => network.id}
                columns={[
                  { key: 'name', head: t('column.network1'), cell: network => network.title === null ? network.name : `${network.name}: ${network.title}`, by: network => network.name },
                  { key: 'role', head: t('column.role'), cell: network => t(`role.${network.role}` as Key), by: network => network.role },
                  { key: 'domains', head: t('filter.domain'), cell: network => network.domains.filter(code => !code.startsWith('s3:')).map(domainName).join(', ') },
                  { key: 'from', head: t('column.from'), cell: network => network.from ?? '–', by: network => network.from, figures: true },
                  { key: 'to', head: t('column.to'), cell: network => network.to ?? '–', by: network => network.to, figures: true }
                ]}
              />
            </section>)}
        </div>
        <p class='caution'>{t('caution.recorded')}</p>
      </main>
      {shown !== undefined && <StatusLine counts={shown.counts} edgesDrawn={shown.counts.edgesShown} run={shown.run} algorithm={shown.algorithm} seed={shown.seed} revision={shown.revision} attribution={shown.attribution} level='organisations' />}
    </>
  )
}

function sentence (profile: OrganisationProfile): string {
  if (profile.isolate) return t('organisation.isolate')
  const parts = [t('organisation.sentence', { n: profile.partnersTotal, countries: t('count.countries', { n: profile.countries.length }), share: percent(profile.measures.crossBorderShare?.value) })]
  const { rank, of } = profile.measures.crossBorderBetweenness ?? { rank: null, of: 0 }
  if (rank !== null && rank <= of / 10) parts.push(t('organisation.bridging', { rank, of }))
  const cutOff = profile.measures.cutOff?.value ?? 0
  if (cutOff > 0) parts.push(t('bridge.cutOff', { n: cutOff }))
  return parts.join(' ')
}
