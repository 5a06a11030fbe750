/** The view as a file: the picture as SVG or PNG, the network for other tools, the tables. Everything carries its sources. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { EXPORT_EDGES_MAX, NETWORK_EDGES_MAX } from '../../services/contract/graph-view.ts'
import type { ClustersView } from '../../services/contract/graph-view.ts'
import { useResource } from '../api/resource.ts'
import { clusterName, shownRun, status } from '../api/service.ts'
import { LINK_PICTURE } from '../charts/link-columns.tsx'
import { drawnPicture } from '../stage/drawn-picture.ts'
import { pictureSvg, picturePng, saveFile } from '../stage/picture-file.ts'
import type { PictureFile } from '../stage/picture-file.ts'
import { bridgeChoices } from './bridges/bridge-words.tsx'
import { filterQuery, view } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icons.tsx'
import { shownPicture } from './picture-register.ts'

const SCALES = [1, 2, 3, 4] as const

function exportPath (): string {
  const { screen, focus } = view.value
  if (screen === 'cluster') return `/api/v1/exports/clusters/${focus}`
  if (screen === 'organisation') return `/api/v1/exports/organisations/${focus}`
  return '/api/v1/exports/clusters'
}

/** Files of a picture hold all its links, not only those that are drawn. */
const WHOLE = { edgesMax: String(EXPORT_EDGES_MAX) }

function address (path: string, more: Record<string, string>): string {
  const query = new URLSearchParams(filterQuery.value)
  query.set('run', shownRun.value)
  if (view.value.weightMin > 0 && !path.endsWith('bridges')) query.set('weightMin', String(view.value.weightMin))
  if (view.value.screen === 'organisation') query.set('depth', String(view.value.depth))
  for (const [key, value] of Object.entries(more)) query.set(key, value)
  return `${path}?${query.toString()}`
}

/** The filter does not count here: what stands between the two sides stays what it is. */
const pairAddress = (more: Record<string, string>): string => `/api/v1/exports/pair?${new URLSearchParams({ run: shownRun.value, ...more }).toString()}`

/** Without a least weight: on the map it is one of links between clusters. */
const wholeAddress = (more: Record<string, string>): string =>
  `/api/v1/exports/organisations-network?${new URLSearchParams([...filterQuery.value, ['run', shownRun.value], ...Object.entries(more)]).toString()}`

const networkFiles = (at: (more: Record<string, string>) => string): Array<[label: string, href: string]> => [
  ['GEXF (Gephi)', at({ format: 'gexf' })], ['GraphML', at({ format: 'graphml' })],
  [t('export.nodes'), at({ format: 'csv', table: 'nodes', byteOrderMark: 'true' })], [t('export.edges'), at({ format: 'csv', table: 'edges', byteOrderMark: 'true' })], ['JSON', at({ format: 'json' })], ['VOSviewer (zip)', at({ format: 'vosviewer' })]
]

export function ExportDialog ({ onClose }: { onClose: () => void }): VNode {
  const [scale, setScale] = useState(2)
  const [problem, setProblem] = useState<string | null>(null)
  const { screen, focus, choices } = view.value
  const name = screen === 'map' ? 'clusters' : focus ?? screen
  const picture = shownPicture.value
  const caption = {
    title: screen === 'cluster' ? `${focus} ${clusterName(focus ?? '')}` : picture?.name ?? '',
    legend: picture?.legend() ?? [],
    source: [...(status.value?.sources.map(source => `${source.title}: ${source.attribution}, ${source.licence}`) ?? []), t('export.run', { run: shownRun.value, revision: status.value?.revision ?? 0 }), t('caution.recorded')]
  }
  const linkPicture = screen === 'bridges' ? document.querySelector<SVGSVGElement>(`#${LINK_PICTURE}`) : null
  const svg = (): PictureFile | null => {
    if (linkPicture !== null) return drawnPicture(linkPicture, { title: linkPicture.getAttribute('aria-label') ?? '', lines: [`◆ ${t('bridges.single')}`, ...caption.source] })
    const stage = picture?.stage()
    return picture === null || stage === undefined || stage === null ? null : pictureSvg(picture.scene(), stage.projection(), { selected: picture.selected(), focused: null, hovered: null, bright: null }, caption)
  }
  const saveSvg = (): void => {
    const file = svg()
    if (file !== null) saveFile(`amber-road-${name}.svg`, new Blob([file.text], { type: 'image/svg+xml' }))
  }
  const savePng = (): void => {
    const file = svg()
    if (file !== null) picturePng(file, scale).then(blob => saveFile(`amber-road-${name}.png`, blob), (error: Error) => setProblem(error.message))
  }
  const files: Array<[label: string, href: string]> = screen === 'bridges'
    ? [[t('export.bridges'), address('/api/v1/exports/bridges', { byteOrderMark: 'true', ...bridgeChoices(choices) })], ...(choices.a !== undefined && choices.b !== undefined ? networkFiles(more => pairAddress({ a: choices.a!, b: choices.b!, ...WHOLE, ...more })) : [])]
    : networkFiles(more => address(exportPath(), { ...WHOLE, ...more }))
  return (
    <Dialog title={t('tool.export')} onClose={onClose}>
      {(screen === 'bridges' ? linkPicture !== null : picture !== null) && (
        <section>
          <h3>{t('export.picture')}</h3>
          <p class='actions'>
            <button type='button' class='button' onClick={saveSvg}><Icon name='download' /> {t('export.save', { name: `amber-road-${name}.svg` })}</button>
            <button type='button' class='button' onClick={savePng}><Icon name='download' /> {t('export.save', { name: `amber-road-${name}.png` })}</button>
            <label>{t('export.size')} <select value={String(scale)} onChange={event => setScale(Number(event.currentTarget.value))}>{SCALES.map(factor => <option key={factor} value={String(factor)}>{factor}×</option>)}</select></label>
          </p>
        </section>)}
      <section aria-label={t('export.data')}>
        <h3>{t('export.data')}</h3>
        {screen !== 'bridges' && picture !== null && <p class='hint'>{t('export.whole', { n: picture.scene().nodes.length, most: EXPORT_EDGES_MAX })}</p>}
        <Files files={files} />
      </section>
      <WholeNetwork />
      <section>
        <h3>{t('export.lists')}</h3>
        <Files
          files={[
            [t('export.clusterList'), `/api/v1/exports/cluster-list?${new URLSearchParams({ run: shownRun.value, byteOrderMark: 'true' }).toString()}`],
            [t('export.results'), `/api/v1/exports/results?${new URLSearchParams([...filterQuery.value, ['run', shownRun.value], ['byteOrderMark', 'true']]).toString()}`]
          ]}
        />
      </section>
      {problem !== null && <p class='notice'>{problem}</p>}
      <p class='hint'>{t('export.hint')}</p>
    </Dialog>
  )
}

const Files = ({ files }: { files: Array<[label: string, href: string]> }): VNode =>
  <ul class='file-list'>{files.map(([label, href]) => <li key={label}><a class='button' href={href} download><Icon name='download' /> {label}</a></li>)}</ul>

/** Every organisation that passes the filter, and every link among them. */
function WholeNetwork (): VNode {
  const { value } = useResource<ClustersView>(`/api/v1/graphs/clusters?${new URLSearchParams([...filterQuery.value, ['run', shownRun.value], ['edgesMax', '0']]).toString()}`)
  const { organisationsPassing: n = 0, organisationsTotal: of = 0 } = value?.counts ?? {}
  return (
    <section aria-label={t('export.network')}>
      <h3>{t('export.network')}</h3>
      <p class='hint'>{value !== undefined && `${t(n === of ? 'export.networkAll' : 'export.networkHolds', { n, of })} `}{t('export.networkLinks', { most: NETWORK_EDGES_MAX, mostVosviewer: EXPORT_EDGES_MAX })}</p>
      <Files files={networkFiles(wholeAddress)} />
    </section>
  )
}
