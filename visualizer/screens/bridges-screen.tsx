/** A shortlist of bridge organisations: ranked, each with its reasons. */
import type { VNode } from 'preact'
import type { Bridge } from '../../services/contract/organisation-profile.ts'
import type { Page } from '../../services/contract/page.ts'
import { clusterName, clusters, countryName, shownRun } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { change, filterQuery, view } from '../state/store.ts'
import { number, percent, t } from '../text/translate.ts'
import { Chip, ClusterLink, OrganisationLink } from '../panels/chip.tsx'
import { DataTable } from '../panels/data-table.tsx'
import { FilterRail } from '../panels/filter-rail.tsx'
import { ProblemNotice } from '../panels/notices.tsx'

const ASKED = 200

export function BridgesScreen (): VNode {
  const { focus, between } = view.value
  const run = shownRun.value
  const query = new URLSearchParams(filterQuery.value)
  query.set('limit', String(ASKED))
  if (between !== null) query.set('between', between.join(','))
  else if (focus !== null) query.set('cluster', focus)
  const { value, error } = useResource<Page<Bridge>>(`/api/v1/runs/${run}/bridges?${query.toString()}`)
  const [a, b] = between ?? [focus ?? '', '']
  const choose = (first: string, second: string): void => change(first !== '' && second !== '' && first !== second ? { between: [first, second], focus: null } : { between: null, focus: first !== '' ? first : second !== '' ? second : null })
  const options = (chosen: string): VNode[] => [<option key='' value=''>{t('bridges.any')}</option>, ...clusters.value.map(({ code }) => <option key={code} value={code} selected={code === chosen}>{code} {clusterName(code)}</option>)]
  return (
    <div class='map-screen'>
      <FilterRail />
      <main class='map-main scrolling' id='main'>
        <h1>{t('bridges.title')}</h1>
        <p class='lead'>{between !== null ? t('bridges.betweenLead', { a: clusterName(a), b: clusterName(b) }) : focus !== null ? t('bridges.ofLead', { name: clusterName(focus) }) : t('bridges.lead')}</p>
        <p class='look'>
          <label>{t('bridges.between')} <select value={a} onChange={event => choose(event.currentTarget.value, b)}>{options(a)}</select></label>
          <label>{t('bridges.and')} <select value={b} onChange={event => choose(a, event.currentTarget.value)}>{options(b)}</select></label>
        </p>
        {error !== undefined && <ProblemNotice error={error} />}
        {value !== undefined && (
          <>
            <p role='status' class='hint'>{t('bridges.count', { n: value.total })} {value.total > value.items.length ? t('table.shown', { shown: value.items.length, n: value.total }) : ''}</p>
            <DataTable
              caption={t('bridges.title')} rows={value.items} rowKey={bridge => bridge.organisation} page={40}
              columns={[
                { key: 'rank', head: '#', cell: bridge => number(bridge.rank), by: bridge => bridge.rank, figures: true },
                { key: 'name', head: t('column.organisation'), cell: bridge => <><OrganisationLink id={bridge.organisation} name={bridge.name} /><p class='why'>{why(bridge, between)}</p></>, by: bridge => bridge.name },
                { key: 'place', head: t('column.place'), cell: bridge => [bridge.city, countryName(bridge.country)].filter(part => part !== null).join(', '), by: bridge => bridge.country },
                { key: 'cluster', head: t('column.cluster'), cell: bridge => bridge.cluster === null ? '–' : <ClusterLink code={bridge.cluster} />, by: bridge => bridge.cluster === null ? null : Number(bridge.cluster.slice(1)) },
                { key: 'score', head: t('measure.bridgeScore'), cell: bridge => <strong>{number(bridge.bridgeScore)}</strong>, by: bridge => bridge.bridgeScore, figures: true },
                { key: 'route', head: t('column.route'), cell: bridge => bridge.crossBorderBetweenness.rank === null ? '–' : `#${number(bridge.crossBorderBetweenness.rank)}`, by: bridge => bridge.crossBorderBetweenness.rank, figures: true },
                { key: 'spread', head: t('measure.countryParticipation'), cell: bridge => percent(bridge.countryParticipation.value), by: bridge => bridge.countryParticipation.value, figures: true },
                { key: 'partners', head: t('measure.degree'), cell: bridge => number(bridge.degree), by: bridge => bridge.degree, figures: true }
              ]}
            />
          </>)}
        <p class='caution'>{t('bridges.caution')}</p>
      </main>
    </div>
  )
}

/** Where its links lead; of two clusters that are asked about, the share with the other one comes first. */
function why (bridge: Bridge, between: readonly string[] | null): VNode {
  const other = between?.find(code => code !== bridge.cluster)
  const outside = [...bridge.outside.filter(({ cluster }) => cluster === other), ...bridge.outside.filter(({ cluster }) => cluster !== other)]
  return (
    <>
      {outside.length > 0 && `${t('bridges.ofItsWork')} `}
      {outside.slice(0, 2).map(({ cluster, share }, i, shown) => <span key={cluster} class='why-part'>{percent(share)} {t('bridges.with')} <Chip code={cluster} /> {clusterName(cluster)}{i < shown.length - 1 ? ', ' : '. '}</span>)}
      {t('bridges.reaches', { n: bridge.countriesReached.length, list: bridge.countriesReached.join(' ') })}
      {bridge.cutOff > 0 && ` ${t('bridge.cutOff', { n: bridge.cutOff })}`}
    </>
  )
}
