/** What the data covers and what it lacks, in tables with bars. */
import type { VNode } from 'preact'
import type { CoverageAnswer, OrganisationGaps } from '../../../services/contract/coverage.ts'
import { countryName, domainName, status } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { number, percent, t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icons.tsx'
import { ProblemNotice } from '../notices.tsx'
import { ShareBar } from './share-bar.tsx'

const FACETS = ['country', 'kind', 'source', 'sizeClass', 'domain'] as const
const LACKS = ['withoutName', 'withoutRegion', 'estimatedRegion', 'withoutCity', 'withoutCoordinates', 'estimatedCoordinates', 'withoutSizeClass', 'withoutSectors', 'withoutDomains', 'withoutIdentifier', 'isolated'] as const
const CAUTIONS = ['links', 'source', 'place', 'networks', 'countries'] as const
const DATED = ['networks.from', 'networks.to', 'memberships.from', 'links.from'] as const
/** Rows of a table at first: the rest is a button away. */
const ROWS = 10
/** Countries with a column of their own; the others are in the file. */
const COUNTRY_COLUMNS_MAX = 10

export function CoveragePart (): VNode {
  const { value, error } = useResource<CoverageAnswer>(`/api/v1/coverage#${status.value?.revision ?? 0}`)
  if (error !== undefined) return <ProblemNotice error={error} />
  if (value === undefined) return <p role='status'>{t('starting.loading')}</p>
  if (value.organisations === 0) return <p class='notice'>{t('quality.empty')}</p>
  return (
    <>
      <section class='card cautions'>
        <h2>{t('quality.cautions')}</h2>
        <ul>{CAUTIONS.map(key => <li key={key}>{t(`quality.caution.${key}`)}</li>)}</ul>
        <p class='actions'><a class='button' href='/api/v1/exports/coverage?format=csv' download><Icon name='download' /> {t('quality.download')}</a></p>
      </section>
      <div class='grid'>
        <MissingCard gaps={value.gaps} />
        {FACETS.map(facet => <FacetCard key={facet} facet={facet} coverage={value} />)}
        <YearsCard coverage={value} />
        <NetworksCard coverage={value} />
        <ConnectionsCard coverage={value} />
      </div>
    </>
  )
}

function nameOf (facet: typeof FACETS[number], value: string): string {
  switch (facet) {
    case 'country': return countryName(value)
    case 'domain': return domainName(value)
    case 'kind': return t(`kind.${value}` as Key)
    case 'sizeClass': return t(`size.${value}` as Key)
    case 'source': return sourceTitle(value)
  }
}
const sourceTitle = (key: string): string => status.value?.sources.find(source => source.key === key)?.title ?? key

function FacetCard ({ facet, coverage: { by, organisations } }: { facet: typeof FACETS[number], coverage: CoverageAnswer }): VNode {
  const title = t(`quality.by.${facet}`)
  return (
    <section class='card half'>
      <h2>{title}</h2>
      {facet === 'domain' && <p class='hint'>{t('quality.severalFields')}</p>}
      {by[facet].length === 0
        ? <p class='hint'>{t('quality.noValue')}</p>
        : <DataTable
            caption={title} rows={by[facet]} rowKey={row => row.value} page={ROWS}
            columns={[
              { key: 'value', head: t('quality.value'), cell: row => nameOf(facet, row.value), by: row => nameOf(facet, row.value) },
              { key: 'count', head: t('quality.count'), cell: row => <ShareBar count={row.count} total={organisations} />, by: row => row.count, figures: true }
            ]}
          />}
    </section>
  )
}

function MissingCard ({ gaps }: { gaps: OrganisationGaps[] }): VNode {
  const sum = (key: typeof LACKS[number] | 'organisations'): number => gaps.reduce((total, gap) => total + gap[key], 0)
  const countries = gaps.slice(0, COUNTRY_COLUMNS_MAX)
  return (
    <section class='card full'>
      <h2>{t('quality.missing')}</h2>
      <p class='hint'>{t('quality.missingHint')}</p>
      <DataTable
        caption={t('quality.missing')} rows={[...LACKS]} rowKey={lack => lack}
        columns={[
          { key: 'lack', head: t('quality.lack'), cell: lack => t(`quality.lack.${lack}`), by: lack => t(`quality.lack.${lack}`) },
          { key: 'all', head: t('quality.all'), cell: lack => <ShareBar count={sum(lack)} total={sum('organisations')} />, by: lack => sum(lack), figures: true },
          ...countries.map(gap => ({ key: gap.country, head: countryName(gap.country), cell: (lack: typeof LACKS[number]) => percent(gap[lack] / gap.organisations), by: (lack: typeof LACKS[number]) => gap[lack] / gap.organisations, figures: true }))
        ]}
      />
    </section>
  )
}

function NetworksCard ({ coverage: { networks } }: { coverage: CoverageAnswer }): VNode {
  return (
    <section class='card full'>
      <h2>{t('quality.networks')}</h2>
      {networks.length === 0
        ? <p class='hint'>{t('quality.noValue')}</p>
        : <DataTable
            caption={t('quality.networks')} rows={networks} rowKey={row => row.source}
            columns={[
              { key: 'source', head: t('column.source'), cell: row => sourceTitle(row.source), by: row => row.source },
              { key: 'networks', head: t('quality.networks.total'), cell: row => number(row.networks), by: row => row.networks, figures: true },
              { key: 'period', head: t('quality.networks.withoutPeriod'), cell: row => <ShareBar count={row.withoutPeriod} total={row.networks} />, by: row => row.withoutPeriod, figures: true },
              { key: 'domains', head: t('quality.networks.withoutDomains'), cell: row => <ShareBar count={row.withoutDomains} total={row.networks} />, by: row => row.withoutDomains, figures: true },
              { key: 'incomplete', head: t('quality.networks.incomplete'), cell: row => <ShareBar count={row.incomplete} total={row.networks - row.withoutTotal} />, by: row => row.incomplete, figures: true },
              { key: 'members', head: t('quality.networks.members'), cell: row => t('quality.of', { n: row.membersRecorded, total: row.membersTotal }), by: row => row.membersRecorded, figures: true }
            ]}
          />}
    </section>
  )
}

function ConnectionsCard ({ coverage: { connections } }: { coverage: CoverageAnswer }): VNode {
  const total = connections.reduce((sum, { n }) => sum + n, 0)
  return (
    <section class='card full'>
      <h2>{t('quality.connections')}</h2>
      {total === 0
        ? <p class='hint'>{t('quality.noValue')}</p>
        : <DataTable
            caption={t('quality.connections')} rows={connections} rowKey={row => `${row.source} ${row.kind}`} page={ROWS}
            columns={[
              { key: 'source', head: t('column.source'), cell: row => sourceTitle(row.source), by: row => row.source },
              { key: 'kind', head: t('quality.kindOfLink'), cell: row => t(`quality.connection.${row.kind}` as Key), by: row => row.kind },
              { key: 'n', head: t('quality.number'), cell: row => <ShareBar count={row.n} total={total} />, by: row => row.n, figures: true }
            ]}
          />}
    </section>
  )
}

/** A row for each year that is recorded; columns without any date are left out. */
function YearsCard ({ coverage: { years } }: { coverage: CoverageAnswer }): VNode {
  const columns = DATED.filter(key => years.some(({ subject, bound }) => `${subject}.${bound}` === key))
  const rows = [...new Set(years.map(({ year }) => year))].sort()
  const count = (key: typeof DATED[number], year: string): number => years.find(each => `${each.subject}.${each.bound}` === key && each.year === year)?.n ?? 0
  return (
    <section class='card half'>
      <h2>{t('quality.years')}</h2>
      {columns.length === 0
        ? <p class='hint'>{t('quality.years.none')}</p>
        : <DataTable
            caption={t('quality.years')} rows={rows} rowKey={year => year} page={ROWS}
            columns={[
              { key: 'year', head: t('quality.year'), cell: year => year, by: year => year },
              ...columns.map(key => ({ key, head: t(`quality.years.${key}`), cell: (year: string) => number(count(key, year)), by: (year: string) => count(key, year), figures: true }))
            ]}
          />}
    </section>
  )
}
