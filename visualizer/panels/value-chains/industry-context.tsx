/** A cluster in the newest input-output table: how certain that is, where its industries stand, its partners by value added, and its links against flows. Nothing where no table is kept. */
import type { VNode } from 'preact'
import type { IndustryContext } from '../../../services/contract/industry-context.ts'
import type { Page } from '../../../services/contract/page.ts'
import type { TableSummary } from '../../../services/contract/value-chains.ts'
import { useResource } from '../../api/resource.ts'
import { countryName } from '../../api/service.ts'
import { number, percent, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icons.tsx'
import { placeName } from './context-countries.ts'
import { ContextLinks } from './context-links.tsx'

const FIGURES = ['upstreamness', 'downstreamness', 'backward', 'forward', 'gvc'] as const
type Figure = typeof FIGURES[number]

const PARTNERS_SHOWN = 10

/** Steps with two decimals, shares in per cent. */
const figureText = (figure: Figure, value: number | null): string => value === null ? t('industryContext.undefined') : figure === 'upstreamness' || figure === 'downstreamness' ? number(value, 2) : percent(value)
const tableName = ({ title, year }: TableSummary): string => year === null || title.includes(String(year)) ? title : `${title}, ${year}`

export function IndustryContextCard ({ cluster, run, hue }: { cluster: string, run: string, hue: string }): VNode | null {
  const { value: tables } = useResource<Page<TableSummary>>('/api/v1/value-chains/tables?limit=1')
  const table = tables?.items[0]
  const { value: context, error } = useResource<IndustryContext>(table === undefined ? null : `/api/v1/value-chains/tables/${table.hash}/context?run=${run}&cluster=${cluster}`)
  if (table === undefined) return null
  return (
    <section class='card full industry-context' aria-label={t('industryContext.title')}>
      <h2>{t('industryContext.title')} <span>{tableName(table)}</span></h2>
      <p class='hint'>{t('industryContext.lead')}</p>
      {error !== undefined ? <p class='notice' role='alert'><Icon name='warning' /> {error.message}</p> : context === undefined ? <p role='status'>{t('industryContext.measuring')}</p> : <Found context={context} hue={hue} />}
    </section>
  )
}

const Found = ({ context, hue }: { context: IndustryContext, hue: string }): VNode => (
  <>
    <p>{placedSentence(context)}</p>
    {context.cautions.length > 0 && (
      <>
        <h3>{t('industryContext.cautions')}</h3>
        <ul class='context-cautions'>{context.cautions.map(caution => <li key={caution}>{cautionText(context, caution)}</li>)}</ul>
      </>)}
    {context.mean !== null && <Position mean={context.mean} whole={context.basis === 'countries'} />}
    {context.partners.length > 0 && <Partners partners={context.partners} hue={hue} />}
    <ContextLinks links={context.links} hue={hue} />
    {context.industries.length > 0 && <Industries context={context} />}
  </>
)

function placedSentence ({ organisations, withSectors, inIndustries, basis, mean }: IndustryContext): string {
  if (mean === null) return t('industryContext.nowhere', { n: organisations })
  if (withSectors === 0) return t('industryContext.noSectors', { n: organisations })
  return t(basis === 'industries' ? 'industryContext.placed' : 'industryContext.placedWhole', { n: organisations, withSectors, placed: inIndustries })
}

function cautionText (context: IndustryContext, caution: IndustryContext['cautions'][number]): string {
  const listed = (items: string[]): string => `${items.slice(0, PARTNERS_SHOWN).join(', ')}${items.length > PARTNERS_SHOWN ? ', …' : ''}`
  switch (caution) {
    case 'codesMissing': return t('industryContext.caution.codesMissing', { list: listed(context.codesMissing.map(({ code, organisations }) => `${code} (${number(organisations)})`)) })
    case 'codesMoved': return t('industryContext.caution.codesMoved', { list: listed(context.codesMoved.map(({ code, industries }) => `${code} → ${industries.join(' ')}`)) })
    case 'countriesInGroups': return t('industryContext.caution.countriesInGroups', { list: listed(context.countriesInGroups.map(({ country, group, organisations }) => `${countryName(country)} → ${group} (${number(organisations)})`)) })
    case 'countriesMissing': return t('industryContext.caution.countriesMissing', { list: listed(context.countriesMissing.map(({ country, organisations }) => `${countryName(country)} (${number(organisations)})`)) })
    case 'fewSectors': return t('industryContext.caution.fewSectors', { n: context.organisations - context.inIndustries })
    case 'oldTable': return t('industryContext.caution.oldTable', { year: String(context.table.year) })
    default: return t(`industryContext.caution.${caution}`)
  }
}

const Position = ({ mean: { here, world }, whole }: { mean: NonNullable<IndustryContext['mean']>, whole: boolean }): VNode => (
  <>
    <h3>{t('industryContext.position')}</h3>
    <div class='table-frame' tabIndex={0} role='region' aria-label={t('industryContext.position')}>
      <table>
        <caption class='unseen'>{t('industryContext.position')}</caption>
        <thead><tr><th scope='col'>{t('industryContext.figure')}</th><th scope='col' class='figures'>{t(whole ? 'industryContext.hereWhole' : 'industryContext.here')}</th><th scope='col' class='figures'>{t('industryContext.world')}</th></tr></thead>
        <tbody>{FIGURES.map(figure => (
          <tr key={figure}>
            <th scope='row'>{t(`industryContext.figure.${figure}`)} <span class='hint'>{t(`industryContext.says.${figure}`)}</span></th>
            <td class='figures'>{figureText(figure, here[figure])}</td>
            <td class='figures'>{figureText(figure, world[figure])}</td>
          </tr>))}
        </tbody>
      </table>
    </div>
  </>
)

function Partners ({ partners, hue }: { partners: IndustryContext['partners'], hue: string }): VNode {
  const greatest = Math.max(...partners.flatMap(({ supplied, absorbed }) => [supplied, absorbed]))
  const bar = (share: number): VNode => <><span class={`share-bar ${hue}`} aria-hidden='true'><span style={{ width: `${100 * share / greatest}%` }} /></span> {t('industryContext.share', { share: number(100 * share, 1) })}</>
  return (
    <>
      <h3>{t('industryContext.partners')}</h3>
      <p class='hint'>{t('industryContext.partnersHint', { supplied: percent(partners.reduce((sum, { supplied }) => sum + supplied, 0)), absorbed: percent(partners.reduce((sum, { absorbed }) => sum + absorbed, 0)) })}</p>
      <DataTable
        caption={t('industryContext.partners')} rows={partners} rowKey={({ country }) => country.code} page={PARTNERS_SHOWN}
        columns={[
          { key: 'country', head: t('industryContext.country'), cell: ({ country }) => placeName(country), by: ({ country }) => placeName(country) },
          { key: 'supplied', head: t('industryContext.supplied'), cell: ({ supplied }) => bar(supplied), by: ({ supplied }) => supplied, figures: true },
          { key: 'absorbed', head: t('industryContext.absorbed'), cell: ({ absorbed }) => bar(absorbed), by: ({ absorbed }) => absorbed, figures: true }
        ]}
      />
    </>
  )
}

const Industries = ({ context: { industries, industriesTotal } }: { context: IndustryContext }): VNode => (
  <details class='context-industries'>
    <summary>{t('industryContext.industries', { n: industriesTotal })}</summary>
    <p class='hint'>{t('industryContext.industriesHint')}</p>
    <DataTable
      caption={t('industryContext.industries', { n: industriesTotal })} rows={industries} rowKey={({ country, sector }) => `${country.code} ${sector}`}
      columns={[
        { key: 'country', head: t('industryContext.country'), cell: ({ country }) => placeName(country), by: ({ country }) => placeName(country) },
        { key: 'sector', head: t('industryContext.industry'), cell: ({ sector, sectorName }) => sector === sectorName ? sector : `${sector} ${sectorName}`, by: ({ sector }) => sector },
        { key: 'organisations', head: t('industryContext.members'), cell: ({ organisations }) => number(organisations, organisations % 1 === 0 ? 0 : 1), by: ({ organisations }) => organisations, figures: true },
        ...FIGURES.map(figure => ({ key: figure, head: t(`industryContext.figure.${figure}`), cell: (row: IndustryContext['industries'][number]) => figureText(figure, row[figure]), by: (row: IndustryContext['industries'][number]) => row[figure], figures: true }))
      ]}
    />
  </details>
)
