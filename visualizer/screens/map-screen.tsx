/** The start: the network of clusters, with filters at the left and the selected cluster at the right. */
import { useMemo } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ClustersView } from '../../services/contract/graph-view.ts'
import { clusterName, clusters, countryName, domains, shownRun } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { clustersScene, edgeId, strongestEdges } from '../stage/build-scenes.ts'
import { change, filterQuery, language, theme, view } from '../state/store.ts'
import { number, percent, t } from '../text/translate.ts'
import { ClusterPanel } from '../panels/cluster-panel.tsx'
import { ClusterLink } from '../panels/chip.tsx'
import { verdict } from '../panels/cluster-words.tsx'
import { DataTable } from '../panels/data-table.tsx'
import { FilterRail } from '../panels/filter-rail.tsx'
import { MapLegend, mapMarks } from '../panels/legends.tsx'
import { EmptyNotice, ProblemNotice } from '../panels/notices.tsx'
import { Picture } from '../panels/picture.tsx'
import { StatusLine } from '../panels/status-line.tsx'

/** Enough that each cluster's two strongest links are among them. */
const EDGES_ASKED = 2000

export function MapScreen (): VNode {
  const { weightMin, selected, tab } = view.value
  const run = shownRun.value
  const query = new URLSearchParams(filterQuery.value)
  query.set('run', run)
  query.set('edgesMax', String(EDGES_ASKED))
  if (weightMin > 0) query.set('weightMin', String(weightMin))
  const { value, error } = useResource<ClustersView>(`/api/v1/graphs/clusters?${query.toString()}`)
  const edges = useMemo(() => value === undefined ? [] : strongestEdges(value), [value])
  const scene = useMemo(() => value === undefined ? null : clustersScene(value, edges, clusterName, count => number(count)), [value, edges, language.value, theme.value, clusters.value, domains.value])
  const table = value === undefined ? null : <ClusterTable shown={value} />
  return (
    <div class={`map-screen${selected === null ? '' : ' with-panel'}`}>
      <FilterRail />
      <main class='map-main' id='main'>
        <h1 class='map-title'>{t('map.title')}</h1>
        {error !== undefined && <ProblemNotice error={error} />}
        {value !== undefined && value.counts.organisationsShown === 0 && <EmptyNotice />}
        {value !== undefined && scene !== null && value.counts.organisationsShown > 0 && (tab === 'table'
          ? table
          : <Picture
              name={t('map.title')} scene={scene} selected={selected}
              onPick={code => change({ selected: code })} onOpen={code => change({ screen: 'cluster', focus: code, selected: null })} onPickEdge={edge => {
                const [a, b] = edge.split('~')
                change({ screen: 'bridges', focus: null, selected: null, choices: { a: `cluster:${a}`, b: `cluster:${b}` } })
              }}
              describeNode={code => describeCluster(value, code)} tipOfNode={code => describeCluster(value, code)} tipOfEdge={edge => <EdgeTip shown={value} edge={edge} />}
              legend={<MapLegend />} marks={mapMarks()} instead={table}
            />)}
      </main>
      {selected !== null && /^C\d+$/.test(selected) && <ClusterPanel code={selected} />}
      {value !== undefined && <StatusLine counts={value.counts} edgesDrawn={tab === 'table' ? value.edges.length : edges.length} run={value.run} algorithm={value.algorithm} seed={value.seed} revision={value.revision} attribution={value.attribution} level='clusters' />}
    </div>
  )
}

function describeCluster (shown: ClustersView, code: string): string {
  const node = shown.nodes.find(each => each.id === code)
  if (node === undefined) return code
  return t('map.clusterLine', { code, name: clusterName(code), n: t('count.organisations', { n: node.size }), countries: t('count.countries', { n: node.countries.length }), share: percent(node.crossBorderShare), expected: percent(node.crossBorderShareExpected) })
}

function EdgeTip ({ shown, edge }: { shown: ClustersView, edge: string }): VNode | null {
  const found = shown.edges.find(each => edgeId(each) === edge)
  if (found === undefined) return null
  return <><strong>{t('map.edgeEnds', { a: clusterName(found.source), b: clusterName(found.target) })}</strong><br />{t('map.edgeLine', { networks: t('count.projects', { n: found.sharedNetworks }), links: t('count.links', { n: found.links }), share: percent(found.crossBorderShare) })}<br />{t('map.edgeHint')}</>
}

function ClusterTable ({ shown }: { shown: ClustersView }): VNode {
  const summaries = new Map(clusters.value.map(cluster => [cluster.code, cluster]))
  return (
    <DataTable
      caption={t('map.table')} rows={shown.nodes.filter(node => node.size > 0)} rowKey={node => node.id} selected={view.value.selected}
      columns={[
        { key: 'cluster', head: t('column.cluster'), cell: node => <ClusterLink code={node.id} />, by: node => Number(node.id.slice(1)) },
        { key: 'size', head: t('key.organisations'), cell: node => number(node.size), by: node => node.size, figures: true },
        { key: 'countries', head: t('cluster.countries'), cell: node => node.countries.map(({ value, count }) => `${countryName(value)} ${number(count)}`).join(', '), by: node => node.countries.length },
        { key: 'share', head: t('key.crossBorder'), cell: node => percent(node.crossBorderShare), by: node => node.crossBorderShare, figures: true },
        { key: 'expected', head: t('column.expected'), cell: node => percent(node.crossBorderShareExpected), by: node => node.crossBorderShareExpected, figures: true },
        { key: 'verdict', head: t('column.verdict'), cell: node => { const summary = summaries.get(node.id); return summary === undefined ? '' : verdict(summary) }, by: node => summaries.get(node.id)?.verdict ?? '' }
      ]}
    />
  )
}
