/** The network of organisations in a cluster or around one organisation, with its table twin and the controls of its look. */
import { useMemo } from 'preact/hooks'
import type { VNode } from 'preact'
import type { OrganisationNode, OrganisationsView } from '../../services/contract/graph-view.ts'
import { clusterName, countryName, domainName, domains } from '../api/service.ts'
import { edgeId, organisationsScene, wordColours } from '../stage/build-scenes.ts'
import { change, language, ofTable, theme, view } from '../state/store.ts'
import { COLOURS, SIZES } from '../state/view.ts'
import { figure, number, percent, t } from '../text/translate.ts'
import type { Key } from '../text/translate.ts'
import { Chip, OrganisationLink } from './chip.tsx'
import { DataTable } from './data-table.tsx'
import { organisationMarks, OrganisationsLegend } from './legends.tsx'
import type { LegendEntry } from './legends.tsx'
import { Picture } from './picture.tsx'

/** Words listed in the legend: past twelve they are grey. */
const LEGEND_MAX = 12

interface Props { name: string, shown: OrganisationsView, bridges: ReadonlySet<string>, ego: string | null, selected: string | null, onPick: (id: string | null) => void }

export function OrganisationsPicture ({ name, shown, bridges, ego, selected, onPick }: Props): VNode {
  const { colour, size, tab } = view.value
  const scene = useMemo(() => organisationsScene(shown, { colour, size, bridges, ego }), [shown, colour, size, bridges, ego, theme.value, language.value, domains.value])
  const nodes = useMemo(() => new Map(shown.nodes.map(node => [node.id, node])), [shown])
  const entries = legendEntries(shown.nodes, colour)
  const words = { colourBy: t(`look.${colour}`), sizeBy: t(`measure.${size}`), entries }
  const table = <MembersTable rows={shown.nodes} selected={selected} />
  const describe = (id: string): string => {
    const node = nodes.get(id)
    return node === undefined ? id : [node.name, node.city, countryName(node.country), ofTable.value ? null : t(`kind.${node.kind}`), t('organisation.partners', { n: node.scores.degree ?? 0 })].filter(part => part !== null).join(', ')
  }
  if (tab === 'table') return table
  return (
    <>
      <div class='look'>
        <label>{t('look.colour')} <select value={colour} onChange={event => change({ colour: event.currentTarget.value as typeof colour })}>{COLOURS.map(word => <option key={word} value={word}>{t(`look.${word}`)}</option>)}</select></label>
        <label>{t('look.size')} <select value={size} onChange={event => change({ size: event.currentTarget.value as typeof size })}>{SIZES.map(word => <option key={word} value={word}>{t(`measure.${word}`)}</option>)}</select></label>
      </div>
      <Picture
        name={name} scene={scene} selected={selected} onPick={onPick} onOpen={id => change({ screen: 'organisation', focus: id, selected: null, link: null })}
        onPickEdge={edge => change({ link: edge.split('~') as [string, string] })} describeNode={describe} tipOfNode={describe}
        tipOfEdge={edge => {
          const found = shown.edges.find(each => edgeId(each) === edge)
          if (found === undefined) return null
          return <><strong>{t('map.edgeEnds', { a: nodes.get(found.source)?.name ?? '', b: nodes.get(found.target)?.name ?? '' })}</strong><br />{t('organisation.edgeLine', { n: found.sharedNetworks, weight: figure(found.weight) })}<br />{t('organisation.edgeHint')}</>
        }}
        marks={organisationMarks({ ...words, bridges: bridges.size > 0 })} legend={<OrganisationsLegend {...words} cautions={bridges.size > 0 ? [t('legend.bridge'), t('legend.crossing')] : [t('legend.crossing')]} />} instead={table}
      />
    </>
  )
}

function legendEntries (nodes: OrganisationNode[], colour: 'cluster' | 'country' | 'kind'): LegendEntry[] {
  const words = nodes.map(node => colour === 'cluster' ? node.cluster ?? '' : node[colour])
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const hues = wordColours(words)
  const label = (word: string): string => word === '' ? t('legend.none') : colour === 'cluster' ? `${word} ${clusterName(word)}` : colour === 'country' ? countryName(word) : t(`kind.${word}` as Key)
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, LEGEND_MAX).map(([word, count]) => ({ hue: /^C([1-9]|1[0-2])$/.test((colour === 'cluster' ? word : hues.get(word)) ?? '') ? (colour === 'cluster' ? word : hues.get(word) as string).toLowerCase() : 'cx', label: label(word), count }))
}

export const MembersTable = ({ rows, selected }: { rows: OrganisationNode[], selected: string | null }): VNode => (
  <DataTable
    caption={t('cluster.members')} rows={rows} rowKey={node => node.id} selected={selected} sort={{ key: 'degree', down: true }} page={25}
    columns={[
      { key: 'name', head: t('column.organisation'), cell: node => <OrganisationLink id={node.id} name={node.name} />, by: node => node.name },
      { key: 'place', head: t('column.place'), cell: node => `${node.city === null ? '' : `${node.city}, `}${ofTable.value ? countryName(node.country) : node.country}`, by: node => `${node.country} ${node.city ?? ''}` },
      ...ofTable.value ? [] : [{ key: 'kind', head: t('filter.kind'), cell: (node: OrganisationNode) => t(`kind.${node.kind}`), by: (node: OrganisationNode) => node.kind }],
      { key: 'cluster', head: t('column.cluster'), cell: node => node.cluster === null ? '–' : <Chip code={node.cluster} />, by: node => node.cluster === null ? null : Number(node.cluster.slice(1)) },
      ...ofTable.value ? [] : [{ key: 'domains', head: t('filter.domain'), cell: (node: OrganisationNode) => node.domains.filter(code => !code.startsWith('s3:')).map(domainName).slice(0, 3).join(', ') }],
      { key: 'degree', head: t('measure.degree'), cell: node => number(node.scores.degree ?? 0), by: node => node.scores.degree, figures: true },
      { key: 'inside', head: t('measure.clusterInsideShare'), cell: node => percent(node.scores.clusterInsideShare), by: node => node.scores.clusterInsideShare, figures: true },
      { key: 'sure', head: t('measure.memberConfidence'), cell: node => percent(node.scores.memberConfidence), by: node => node.scores.memberConfidence, figures: true },
      { key: 'across', head: t('measure.crossBorderShare'), cell: node => percent(node.scores.crossBorderShare), by: node => node.scores.crossBorderShare, figures: true },
      { key: 'bridge', head: t('measure.bridgeScore'), cell: node => node.scores.bridgeScore === null ? '–' : number(node.scores.bridgeScore), by: node => node.scores.bridgeScore, figures: true }
    ]}
  />
)
