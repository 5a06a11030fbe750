/** The left rail: search, and filters with counts. A value at 0 stays visible, so that it can be ticked back. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { OrganisationFacets } from '../../services/contract/filter.ts'
import { countryName, domainName, domains, shownRun, status } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { change, clearFilters, filterQuery, isFiltered, ofTable, view } from '../state/store.ts'
import { number, t } from '../text/translate.ts'
import type { Key } from '../text/translate.ts'
import { SearchBox } from './search-box.tsx'

/** Values listed before "Show all". */
const LISTED = 8

export function FilterRail (): VNode {
  const query = filterQuery.value
  const { value: facets } = useResource<OrganisationFacets>(`/api/v1/runs/${shownRun.value}/facets?${query.toString()}`)
  // What is searched, and kinds and fields, are of organisations.
  const nodes = ofTable.value
  const { value: all } = useResource<OrganisationFacets>(nodes ? `/api/v1/runs/${shownRun.value}/facets` : null)
  const total = nodes ? all?.total ?? 0 : status.value?.counts.organisations ?? 0
  return (
    <nav class='rail' aria-label={t('filter.rail')}>
      <div class='rail-head'>
        {!nodes && <SearchBox />}
        <p class='rail-count' role='status'>
          {isFiltered.value
            ? <>{t('filter.some', { n: facets?.total ?? 0, total })} <button type='button' class='text-button' onClick={clearFilters}>{t('filter.clear')}</button></>
            : <><strong>{t('filter.none')}</strong> {t('filter.all', { n: facets?.total ?? total })}</>}
        </p>
      </div>
      <Facet name='country' title={t('filter.country')} unit={t('filter.organisations')} values={facets?.country ?? []} label={countryName} />
      {!nodes && <Facet name='kind' title={t('filter.kind')} unit={t('filter.organisations')} values={facets?.kind ?? []} label={kind => t(`kind.${kind}` as Key)} />}
      {!nodes && <Facet name='domain' title={t('filter.domain')} unit={t('filter.several')} values={(facets?.domain ?? []).filter(({ value }) => domains.value.get(value)?.taxonomy !== 's3')} label={domainName} />}
      {view.value.screen !== 'bridges' && (
        <section class='facet'>
          <h2><label for='weight'>{t('filter.weight')}</label><span>{number(view.value.weightMin, 1)}</span></h2>
          <input id='weight' type='range' min='0' max={view.value.screen === 'map' ? 100 : 5} step={view.value.screen === 'map' ? 5 : 0.1} value={view.value.weightMin} onChange={event => change({ weightMin: Number(event.currentTarget.value) })} />
          <p class='hint'>{t('filter.weightHint')}</p>
        </section>)}
    </nav>
  )
}

interface FacetProps { name: 'country' | 'kind' | 'domain', title: string, unit: string, values: Array<{ value: string, count: number }>, label: (value: string) => string }

export function Facet ({ name, title, unit, values, label }: FacetProps): VNode {
  const [all, setAll] = useState(false)
  const chosen = view.value[name]
  const greatest = Math.max(...values.map(({ count }) => count), 1)
  const listed = all ? values : values.filter(({ value }, i) => i < LISTED || chosen.includes(value))
  const toggle = (value: string): void => change({ [name]: chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value] })
  return (
    <section class='facet'>
      <h2>{title}<span>{unit}</span></h2>
      <ul>{listed.map(({ value, count }) => (
        <li key={value}>
          <label>
            <input type='checkbox' checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span class='facet-name'>{label(value)}</span>
            <span class='facet-bar' aria-hidden='true'><span style={{ width: `${Math.max(2, 100 * count / greatest)}%` }} /></span>
            <span class='facet-count'>{number(count)}</span>
          </label>
        </li>))}
      </ul>
      {values.length > LISTED && <button type='button' class='text-button' onClick={() => setAll(!all)}>{all ? t('filter.fewer') : t('filter.showAll', { n: values.length })}</button>}
    </section>
  )
}
