/** The middle of the bridge screen: the links between the two as a picture, or as its table twin. */
import type { VNode } from 'preact'
import type { PairPicture } from '../../../services/contract/bridge.ts'
import { countryName, shownRun } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { LinkColumns } from '../../charts/link-columns.tsx'
import { change, ofTable, view } from '../../state/store.ts'
import { figure, number, t } from '../../text/translate.ts'
import { Go, OrganisationLink } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'
import { clusterOfSide, readSide } from './bridge-words.tsx'

const hueOf = (side: string): string => {
  const code = clusterOfSide(side)
  return code !== null && /^C([1-9]|1[0-2])$/.test(code) ? code.toLowerCase() : 'cx'
}

/** How two sides without a link of their own can still meet. */
const wayBetween = ({ thirdParties, shortestRoute }: PairPicture): string =>
  thirdParties.organisations > 0
    ? t(view.value.choices.who === 'third-parties' ? 'bridges.noLinksListed' : 'bridges.noLinksThird', { n: thirdParties.organisations })
    : shortestRoute === null ? t('bridges.noWay') : t('bridges.shortestWay', { n: shortestRoute })

export function PairStage ({ query, a, b }: { query: string, a: string, b: string }): VNode {
  const { selected, tab } = view.value
  const through = selected === null ? '' : `&through=${selected}`
  const { value: picture, error } = useResource<PairPicture>(`/api/v1/runs/${shownRun.value}/pair/picture?${query}${through}`)
  if (error !== undefined) return <ProblemNotice error={error} />
  if (picture === undefined) return <p role='status'>{t('starting.loading')}</p>
  const names = new Map(picture.rows.map(row => [row.id, row]))
  const { through: middle } = picture
  const shown = (side: 'a' | 'b'): number => picture.rows.filter(row => row.side === side).length
  const unlinked = picture.links === 0 && middle === null
  // Where nobody has a link across, how many there are at all is what can be told.
  const head = (side: 'a' | 'b', all: number): string => unlinked ? t('bridges.members', { n: picture[side].organisations }) : middle === null ? number(picture[side].across) : t('table.shown', { shown: shown(side), n: all })
  const inRegions = [{ side: picture.a, name: a }, { side: picture.b, name: b }].filter(({ side }) => readSide(side.text)?.region !== undefined).map(({ name }) => name)
  const total = middle === null ? picture.links : middle.toA + middle.toB
  return (
    <>
      <p class='stage-heads'>
        <span><strong>{head('a', middle?.toA ?? 0)}</strong> {t('bridges.inSide', { name: a })}</span>
        <span><strong>{t('bridges.pairLinks', { n: total })}</strong>{middle === null && !ofTable.value && `, ${t('bridges.networks', { n: picture.sharedNetworks })}`}</span>
        <span><strong>{head('b', middle?.toB ?? 0)}</strong> {t('bridges.inSide', { name: b })}</span>
      </p>
      {inRegions.length > 0 && <p class='hint'>{t('bridges.regionUnknown', { list: inRegions.join(', ') })} <Go to={{ screen: 'quality' }}>{t('nav.quality')}</Go></p>}
      {unlinked
        ? <p class='notice'><span>{t('bridges.noLinks', { a, b })} {wayBetween(picture)}</span></p>
        : tab === 'table'
          ? (
            <DataTable
              caption={t('bridges.linksBetween')} rows={picture.drawn} rowKey={({ source, target }) => `${source}${target}`} page={50}
              columns={[
                { key: 'a', head: middle === null ? a : t('bridges.third'), cell: ({ source }) => <OrganisationLink id={source} name={names.get(source)?.name ?? source} />, by: ({ source }) => names.get(source)?.name ?? '' },
                { key: 'placeA', head: t('filter.country'), cell: ({ source }) => countryName(names.get(source)?.country ?? ''), by: ({ source }) => names.get(source)?.country ?? '' },
                { key: 'b', head: middle === null ? b : t('bridges.partner'), cell: ({ target }) => <OrganisationLink id={target} name={names.get(target)?.name ?? target} />, by: ({ target }) => names.get(target)?.name ?? '' },
                { key: 'placeB', head: t('filter.country'), cell: ({ target }) => countryName(names.get(target)?.country ?? ''), by: ({ target }) => names.get(target)?.country ?? '' },
                { key: 'single', head: t('bridges.single'), cell: ({ source, target }) => names.get(source)?.single === true || names.get(target)?.single === true ? '◆' : '', by: ({ source, target }) => Number(names.get(source)?.single === true || names.get(target)?.single === true) },
                { key: 'networks', head: t('key.networks'), cell: ({ source, target, sharedNetworks }) => <button type='button' class='text-button' onClick={() => change({ link: [source, target] })}>{number(sharedNetworks)}</button>, by: ({ sharedNetworks }) => sharedNetworks, figures: true },
                { key: 'weight', head: t('measure.strength'), cell: ({ weight }) => figure(weight), by: ({ weight }) => weight, figures: true }
              ]}
            />)
          : (
            <>
              <LinkColumns
                picture={picture} chosen={selected} hues={{ a: hueOf(picture.a.text), b: hueOf(picture.b.text) }} onChoose={id => change({ selected: id === selected ? null : id })}
                label={t('bridges.picture', { a, b, shown: picture.drawn.length, n: total })}
              />
              <ul class='stage-key'>
                <li><span class='key-line' aria-hidden='true' /> {t('bridges.keyChosen')}</li>
                <li><span aria-hidden='true'>◆</span> {t('bridges.single')}</li>
                <li><span aria-hidden='true'>• ●</span> {t('bridges.keySize')}</li>
              </ul>
            </>)}
      <footer class='stage-foot hint'>
        {t('status.edges', { shown: picture.drawn.length, total })} {picture.both > 0 && t('bridges.both', { n: picture.both })} {picture.attribution.join(' ')}
      </footer>
    </>
  )
}
