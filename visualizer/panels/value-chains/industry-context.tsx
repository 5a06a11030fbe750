/** A cluster in an input-output table, the newest or the one chosen: how certain that is, where its industries stand, its partners by value added, and its links against flows. Nothing where no table is kept. */
import type { VNode } from 'preact'
import type { CONTEXT_TABLES, IndustryContext } from '../../../services/contract/industry-context.ts'
import { economyName } from '../../api/economies.ts'
import { countryName } from '../../api/service.ts'
import { useTables } from '../../api/value-chains.ts'
import { choose, view } from '../../state/store.ts'
import { number, percent, t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { decimal, share } from './amounts.ts'
import { Answered } from './answered.tsx'
import { ContextLinks } from './context-links.tsx'
import { FileLinks } from './file-links.tsx'
import { Identities } from './identities.tsx'
import { shortHash, tableInUse, tableName, TableOptionList } from '../input-output-tables/table-bar.tsx'

const FIGURES = ['upstreamness', 'downstreamness', 'backward', 'forward', 'gvc'] as const
type Figure = typeof FIGURES[number]

const PARTNERS_SHOWN = 10

const figureText = (figure: Figure, value: number | null): string => figure === 'upstreamness' || figure === 'downstreamness' ? decimal(value) : share(value)

const contextPath = (table: string, run: string, cluster: string, file = ''): string => `/api/v1/value-chains/tables/${table}/context${file}?run=${run}&cluster=${cluster}`
type Part = typeof CONTEXT_TABLES[number]
const PART_NAMES = { figures: 'industryContext.position', partners: 'industryContext.partners', links: 'industryContext.links', industries: 'industryContext.industriesFile' } as const

export function IndustryContextCard ({ cluster, run, hue }: { cluster: string, run: string, hue: string }): VNode | null {
  const tables = useTables().value?.items ?? []
  const { table, gone } = tableInUse(tables, view.value.choices.table)
  if (table === undefined) return null
  return (
    <section class='card full industry-context' aria-label={t('industryContext.title')}>
      <h2>{t('industryContext.title')} <span>{tableName(table)}</span></h2>
      {tables.length > 1 && <label class='side-choice'>{t('valueChains.table')} <select value={shortHash(table.hash)} onChange={event => choose({ table: event.currentTarget.value })}><TableOptionList tables={tables} /></select></label>}
      {gone && <p class='notice' role='status'>{t('valueChains.tableGone', { table: tableName(table) })}</p>}
      <Answered<IndustryContext> path={contextPath(table.hash, run, cluster)}>{context => <Found context={context} cluster={cluster} hue={hue} />}</Answered>
    </section>
  )
}

/** To the profile of a country, or of an industry of it. */
const Profile = ({ context, country, sector }: { context: IndustryContext, country: { code: string, name: string }, sector?: string }): VNode =>
  <Go to={{ screen: 'value-chains', focus: null, choices: { table: shortHash(context.table.hash), economy: country.code, ...(sector !== undefined && { sector }) } }} class='text-link'>{sector === undefined ? economyName(country) : sector}</Go>

function Found ({ context, cluster, hue }: { context: IndustryContext, cluster: string, hue: string }): VNode {
  const files = (part: Part): VNode => <FileLinks what={t(PART_NAMES[part])} address={format => `${contextPath(context.table.hash, context.run, cluster, '/file')}&part=${part}&format=${format}`} />
  const whole = context.basis === 'countries'
  const cautions = context.cautions.filter(caution => caution !== 'wholeEconomies')
  return (
    <>
      {whole && <p><strong>{t('industryContext.caution.wholeEconomies')}</strong></p>}
      <p class='hint'>{t(whole ? 'industryContext.leadWhole' : 'industryContext.lead')}</p>
      <p>{placedSentence(context)}</p>
      {cautions.length > 0 && (
        <>
          <h3>{t('industryContext.cautions')}</h3>
          <ul class='context-cautions'>{cautions.map(caution => <li key={caution}>{cautionText(context, caution)}</li>)}</ul>
        </>)}
      {context.mean !== null && <><Position mean={context.mean} whole={whole} />{files('figures')}</>}
      {context.partners.length > 0 && <><Partners context={context} hue={hue} />{files('partners')}</>}
      <ContextLinks links={context.links} hue={hue} />
      {context.links.pairs.length > 0 && files('links')}
      {context.industries.length > 0 && <><Industries context={context} />{files('industries')}</>}
      <Identities identities={context.identities} />
    </>
  )
}

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
    <p class='hint'>{t('industryContext.positionHint')}</p>
    <div class='table-frame' tabIndex={0} role='region' aria-label={t('industryContext.position')}>
      <table>
        <caption class='unseen'>{t('industryContext.position')}</caption>
        <thead><tr><th scope='col'>{t('industryContext.figure')}</th><th scope='col' class='figures'>{t(whole ? 'industryContext.hereWhole' : 'industryContext.here')}</th><th scope='col' class='figures'>{t(whole ? 'industryContext.worldWhole' : 'industryContext.world')}</th></tr></thead>
        <tbody>{FIGURES.map(figure => (
          <tr key={figure}>
            <th scope='row'>{t(`valueChains.figure.${figure}`)} <span class='hint'>{t(`valueChains.says.${figure}`)}</span></th>
            <td class='figures'>{figureText(figure, here[figure])}</td>
            <td class='figures'>{figureText(figure, world[figure])}</td>
          </tr>))}
        </tbody>
      </table>
    </div>
  </>
)

function Partners ({ context, hue }: { context: IndustryContext, hue: string }): VNode {
  const { partners } = context
  const greatest = Math.max(...partners.flatMap(({ supplied, absorbed }) => [supplied, absorbed]))
  const bar = (part: number): VNode => <><span class={`share-bar ${hue}`} aria-hidden='true'><span style={{ width: `${100 * part / greatest}%` }} /></span> {share(part)}</>
  return (
    <>
      <h3>{t('industryContext.partners')}</h3>
      <p class='hint'>{t(context.basis === 'countries' ? 'industryContext.partnersHintWhole' : 'industryContext.partnersHint', { supplied: percent(partners.reduce((sum, { supplied }) => sum + supplied, 0)), absorbed: percent(partners.reduce((sum, { absorbed }) => sum + absorbed, 0)) })}</p>
      <DataTable
        caption={t('industryContext.partners')} rows={partners} rowKey={({ country }) => country.code} page={PARTNERS_SHOWN}
        columns={[
          { key: 'country', head: t('industryContext.country'), cell: ({ country }) => <Profile context={context} country={country} />, by: ({ country }) => economyName(country) },
          { key: 'supplied', head: t('industryContext.supplied'), cell: ({ supplied }) => bar(supplied), by: ({ supplied }) => supplied, figures: true },
          { key: 'absorbed', head: t('industryContext.absorbed'), cell: ({ absorbed }) => bar(absorbed), by: ({ absorbed }) => absorbed, figures: true }
        ]}
      />
    </>
  )
}

const Industries = ({ context, context: { industries, industriesTotal } }: { context: IndustryContext }): VNode => (
  <details class='context-industries'>
    <summary>{t('industryContext.industries', { n: industriesTotal })}</summary>
    <p class='hint'>{t(context.basis === 'countries' ? 'industryContext.industriesHintWhole' : 'industryContext.industriesHint')}</p>
    <DataTable
      caption={t('industryContext.industries', { n: industriesTotal })} rows={industries} rowKey={({ country, sector }) => `${country.code} ${sector}`}
      columns={[
        { key: 'country', head: t('industryContext.country'), cell: ({ country }) => <Profile context={context} country={country} />, by: ({ country }) => economyName(country) },
        { key: 'sector', head: t('industryContext.industry'), cell: ({ country, sector, sectorName }) => <><Profile context={context} country={country} sector={sector} /> {sector === sectorName ? '' : sectorName}</>, by: ({ sector }) => sector },
        { key: 'organisations', head: t('industryContext.members'), cell: ({ organisations }) => number(organisations, organisations % 1 === 0 ? 0 : 1), by: ({ organisations }) => organisations, figures: true },
        ...FIGURES.map(figure => ({ key: figure, head: t(`valueChains.figure.${figure}`), cell: (row: IndustryContext['industries'][number]) => figureText(figure, row[figure]), by: (row: IndustryContext['industries'][number]) => row[figure], figures: true }))
      ]}
    />
  </details>
)
