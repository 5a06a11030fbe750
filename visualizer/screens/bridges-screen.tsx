/** Bridges between two sides: a ranked list with reasons, the picture of their links, and why the chosen one matters. */
import type { VNode } from 'preact'
import type { Bridge, BridgeCircle, BridgeOrder, Pair } from '../../services/contract/bridge.ts'
import { BRIDGE_CIRCLES, BRIDGE_ORDERS } from '../../services/contract/bridge.ts'
import type { OrganisationFacets } from '../../services/contract/filter.ts'
import type { ClustersView } from '../../services/contract/graph-view.ts'
import type { Page } from '../../services/contract/page.ts'
import { clusterName, countryName, shownRun } from '../api/service.ts'
import { useCasework } from '../api/casework.ts'
import { useResource } from '../api/resource.ts'
import { BridgeList, PICKED_MAX, pickedOf } from '../panels/bridges/bridge-list.tsx'
import { BridgePanel } from '../panels/bridges/bridge-panel.tsx'
import { bridgeChoices, feedbackContext, sideName, useRegionsByCode } from '../panels/bridges/bridge-words.tsx'
import { CompareBridges } from '../panels/bridges/compare-bridges.tsx'
import { PairStage } from '../panels/bridges/pair-stage.tsx'
import { SidePicker } from '../panels/bridges/side-picker.tsx'
import { BriefLinks } from '../panels/casework/brief-links.tsx'
import { NotRelevant } from '../panels/not-relevant.tsx'
import { FilterNotice, ProblemNotice } from '../panels/notices.tsx'
import { change, choose, filterQuery, view } from '../state/store.ts'
import { number, t } from '../text/translate.ts'
import type { Key } from '../text/translate.ts'

/** A shortlist is not read further. */
const LISTED_MAX = 100
/** Pairs of clusters offered to begin with. */
const OFFERED = 6

export function BridgesScreen (): VNode {
  const { choices, selected, tab } = view.value
  const { a, b } = choices
  const run = shownRun.value
  const bothSides = a !== undefined && b !== undefined
  const pairQuery = new URLSearchParams(bothSides ? { a, b } : {}).toString()
  const query = new URLSearchParams([...filterQuery.value, ['limit', String(LISTED_MAX)], ...Object.entries(bridgeChoices(choices))])
  const lone = a ?? b
  if (!bothSides && lone !== undefined) query.set('a', lone)
  const { value: pair, error: refused } = useResource<Pair>(bothSides ? `/api/v1/runs/${run}/pair?${pairQuery}` : null)
  const { value: list, error, loading } = useCasework<Page<Bridge>>(bothSides && refused !== undefined ? null : `/api/v1/runs/${run}/bridges?${query.toString()}`)
  const regions = useRegionsByCode(`${a}${b}`.includes('region:'))
  const nameOf = (text: string | undefined): string => text === undefined ? '' : sideName(text, regions)
  const picked = pickedOf(choices)
  const hidden = choices.hidden?.split(',').length ?? 0
  const third = choices.who === 'third-parties'
  const problem = refused ?? error
  const context = feedbackContext(choices)
  return (
    <main class={`bridges-screen${selected !== null && bothSides ? ' with-panel' : ''}`} id='main'>
      <section class='bridge-query' aria-label={t('bridges.question')}>
        <h1>{t('bridges.between')}</h1>
        <SidePicker id='side-a' label={t('bridges.sideA')} side={a} onChoose={text => choose({ a: text, picked: null, hidden: null, comparing: null }, { selected: null })} />
        <button type='button' class='icon-button' aria-label={t('bridges.swap')} title={t('bridges.swap')} disabled={!bothSides} onClick={() => choose({ a: b ?? null, b: a ?? null })}>⇄</button>
        <SidePicker id='side-b' label={t('bridges.sideB')} side={b} onChoose={text => choose({ b: text, picked: null, hidden: null, comparing: null }, { selected: null })} />
        <p class='unseen' id='side-hint'>{t('bridges.sideHint')}</p>
        <NarrowBy />
      </section>
      <section class='bridge-side' aria-label={t('bridges.list')}>
        <header>
          <p role='status'><strong>{list === undefined || problem !== undefined ? (loading ? t('starting.loading') : '') : bothSides ? t(third ? 'bridges.countThird' : 'bridges.countMembers', { n: list.total }) : t('bridges.count', { n: list.total })}</strong></p>
          {bothSides && (
            <p class='list-controls'>
              <label><span class='unseen'>{t('bridges.who')}</span><select value={third ? 'third-parties' : 'members'} onChange={event => choose({ who: event.currentTarget.value === 'members' ? null : event.currentTarget.value }, { selected: null })}>{BRIDGE_CIRCLES.map((who: BridgeCircle) => <option key={who} value={who}>{t(`bridges.who.${who}`)}</option>)}</select></label>
              <label><span class='unseen'>{t('bridges.order')}</span><select value={choices.order ?? 'pair'} onChange={event => choose({ order: event.currentTarget.value === 'pair' ? null : event.currentTarget.value })}>{BRIDGE_ORDERS.map((order: BridgeOrder) => <option key={order} value={order}>{t(`bridges.order.${order}`)}</option>)}</select></label>
            </p>)}
          {hidden > 0 && <p class='hint'>{t('bridges.hidden', { n: hidden })} <button type='button' class='text-button' onClick={() => choose({ hidden: null })}>{t('bridges.showAgain')}</button></p>}
          {refused === undefined && context !== null && <NotRelevant context={context} />}
          <FilterNotice listOnly />
        </header>
        {problem === undefined && list !== undefined && <BridgeList bridges={list.items} pair={pair} onOpen={id => change({ selected: id })} />}
        {problem === undefined && list !== undefined && list.total > list.items.length && <p class='hint list-foot'>{t('bridges.listed', { shown: list.items.length, n: list.total })}</p>}
        {problem === undefined && list?.total === 0 && <p class='list-foot'>{t(bothSides ? (third ? 'bridges.noThird' : 'bridges.noMembers') : 'table.empty')}</p>}
        {bothSides && problem === undefined && (
          <footer class='picked'>
            <strong>{t('bridges.picked', { n: number(picked.length), of: PICKED_MAX })}</strong>
            {picked.length === 2 && <span>{t('introductions.brief')}: <BriefLinks of={picked[0]!} candidate={picked[1]!} /></span>}
            <button type='button' class='button' disabled={picked.length < 2} aria-pressed={choices.comparing === 'yes'} onClick={() => choose({ comparing: choices.comparing === 'yes' ? null : 'yes' })}>{t(choices.comparing === 'yes' ? 'bridges.endCompare' : 'bridges.compare')}</button>
          </footer>)}
      </section>
      <section class='bridge-stage' aria-label={t('bridges.linksBetween')}>
        {problem !== undefined
          ? <ProblemNotice error={problem} />
          : !bothSides
              ? <Beginning />
              : choices.comparing === 'yes' && picked.length > 0
                ? <CompareBridges picked={picked} query={pairQuery} />
                : (
                  <>
                    <div class='tabs' role='group' aria-label={t('tool.shownAs')}>
                      <button type='button' aria-pressed={tab === 'picture'} onClick={() => change({ tab: 'picture' })}>{t('tool.picture')}</button>
                      <button type='button' aria-pressed={tab === 'table'} onClick={() => change({ tab: 'table' })}>{t('tool.table')}</button>
                    </div>
                    <PairStage query={pairQuery} a={nameOf(a)} b={nameOf(b)} />
                  </>)}
        <p class='caution'>{t('bridges.caution')}</p>
      </section>
      {selected !== null && bothSides && problem === undefined && <BridgePanel id={selected} query={pairQuery} a={nameOf(a)} b={nameOf(b)} />}
    </main>
  )
}

/** Country and kind of those listed; what stands between the two stays what it is. */
function NarrowBy (): VNode {
  const { value: facets } = useResource<OrganisationFacets>(`/api/v1/runs/${shownRun.value}/facets?`)
  const facet = (name: 'country' | 'kind', any: string, label: string, word: (value: string) => string): VNode => {
    const chosen = view.value[name]
    const values = facets?.[name].filter(({ count }) => count > 0).map(({ value }) => value) ?? []
    return (
      <label><span class='unseen'>{label}</span>
        <select value={chosen.join(',')} onChange={event => change({ [name]: event.currentTarget.value === '' ? [] : event.currentTarget.value.split(',') })}>
          <option value=''>{any}</option>
          {chosen.length > 1 && <option value={chosen.join(',')}>{chosen.map(word).join(', ')}</option>}
          {values.map(value => <option key={value} value={value}>{word(value)}</option>)}
        </select>
      </label>
    )
  }
  return <>{facet('country', t('bridges.anyCountry'), t('filter.country'), countryName)}{facet('kind', t('bridges.anyKind'), t('filter.kind'), kind => t(`kind.${kind}` as Key))}</>
}

/** Before two sides are named: what to do, and the pairs with the most links between them. */
function Beginning (): VNode {
  const { value } = useResource<ClustersView>(`/api/v1/graphs/clusters?run=${shownRun.value}`)
  return (
    <div class='empty'>
      <h2>{t('bridges.begin')}</h2>
      <p>{t('bridges.beginHow')}</p>
      <ul class='offers'>{value !== undefined && [...value.edges].sort((one, other) => other.links - one.links).slice(0, OFFERED).map(({ source, target, links }) => (
        <li key={`${source}${target}`}><button type='button' class='button' onClick={() => choose({ a: `cluster:${source}`, b: `cluster:${target}` })}>{t('bridges.offer', { a: `${source} ${clusterName(source)}`, b: `${target} ${clusterName(target)}`, n: links })}</button></li>))}
      </ul>
    </div>
  )
}
