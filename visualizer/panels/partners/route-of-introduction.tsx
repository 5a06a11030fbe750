/** Who could introduce two organisations: a chain of names with its table twin. */
import type { VNode } from 'preact'
import { ROUTE_LINKS_DEFAULT } from '../../../services/contract/partner-match.ts'
import type { IntroductionRoutes } from '../../../services/contract/partner-match.ts'
import { shownRun } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { change } from '../../state/store.ts'
import { figure, number, t } from '../../text/translate.ts'
import { OrganisationLink } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'
import { oneStop } from './partner-words.tsx'

const ASKED = 3

/** The routes between the two, the best first; undefined while they are on the way. */
export function useRoutes (from: string, to: string): { current: IntroductionRoutes | undefined, error: Error | undefined } {
  const { value, error } = useResource<IntroductionRoutes>(`/api/v1/runs/${shownRun.value}/introduction-routes?from=${from}&to=${to}&routes=${ASKED}`)
  return { current: value !== undefined && value.from.id === from && value.to.id === to ? value : undefined, error }
}

export function RouteOfIntroduction ({ from, to }: { from: string, to: string }): VNode {
  const { current, error } = useRoutes(from, to)
  return (
    <section class='panel-block' aria-labelledby='route-title'>
      <h3 id='route-title'>{t('route.title')}</h3>
      {error !== undefined && <ProblemNotice error={error} />}
      {current !== undefined && (current.routes.length === 0
        ? <p>{t('route.none', { n: ROUTE_LINKS_DEFAULT })}</p>
        : (
          <>
            <p class='sentence'>{current.linked ? t('route.linked') : oneStop(t('route.via', { name: current.routes[0].introducer?.name ?? '', n: current.routes[0].links.length }))}</p>
            <Chain route={current.routes[0]} />
            {current.routes.length > 1 && <details><summary>{t('route.other', { n: current.routes.length - 1 })}</summary>{current.routes.slice(1).map(route => <Chain key={route.organisations.map(({ id }) => id).join()} route={route} />)}</details>}
          </>))}
    </section>
  )
}

function Chain ({ route: { organisations, links } }: { route: IntroductionRoutes['routes'][number] }): VNode {
  const name = (id: string): string => organisations.find(each => each.id === id)?.name ?? id
  return (
    <figure class='chain-figure' aria-label={t('route.picture', { from: organisations[0].name, to: organisations[organisations.length - 1].name })}>
      <ol class='chain'>{organisations.map(({ id, name: shown }, i) => (
        <li key={id}>
          {i > 0 && (
            <button type='button' class='chain-link' onClick={() => change({ link: [links[i - 1].source, links[i - 1].target] })}>
              <span class='chain-line' aria-hidden='true' style={{ borderLeftWidth: `${Math.min(8, 1 + 2 * Math.sqrt(links[i - 1].weight))}px` }} />
              {t('route.link', { n: links[i - 1].sharedNetworks })}, {t('route.step', { weight: figure(links[i - 1].weight) })}
            </button>)}
          <span class='chain-node'><OrganisationLink id={id} name={shown} /></span>
        </li>))}
      </ol>
      <details>
        <summary>{t('route.table')}</summary>
        <DataTable
          caption={t('route.title')} rows={links} rowKey={link => link.source + link.target}
          columns={[
            { key: 'from', head: t('route.from'), cell: link => name(link.source) },
            { key: 'to', head: t('route.to'), cell: link => name(link.target) },
            { key: 'shared', head: t('route.shared'), cell: link => number(link.sharedNetworks), figures: true },
            { key: 'weight', head: t('route.weight'), cell: link => figure(link.weight), figures: true },
            { key: 'evidence', head: t('route.evidence'), cell: link => link.networks.map(network => network.name).join(', ') }
          ]}
        />
      </details>
    </figure>
  )
}
