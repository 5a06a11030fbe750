/** The codes that declared priorities may carry, and a file to begin with. */
import type { VNode } from 'preact'
import type { Domain, Sector } from '../../../services/contract/reference.ts'
import { useResource } from '../../api/resource.ts'
import { domainName, domains } from '../../api/service.ts'
import { saveFile } from '../../stage/picture-file.ts'
import { t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'

/** Every column, with lists and without. */
const EXAMPLE = [
  'region,title,domains,sectors,document,website,note',
  'PL84,Agri-food,s3:bioeconomy; h2020:SC2,A; C10; C11,Name of the strategy,https://example.org,One row for each priority',
  'LV008,Timber construction,,C16; F41,,,Only region and title must be there'
].map(line => `${line}\r\n`).join('')

export const ExampleFile = (): VNode =>
  <button type='button' class='button' onClick={() => saveFile('priorities-example.csv', new Blob([EXAMPLE], { type: 'text/csv' }))}>{t('priorities.example')}</button>

/** Every code, as the service lists them. */
const ALL_CODES = ['/api/v1/reference/sectors', '/api/v1/reference/regions']
/** Sections and divisions; groups and classes are the same table further down. */
const SECTOR_LEVELS_SHOWN = 2

export function PriorityCodes (): VNode {
  const { value } = useResource<{ items: Sector[] }>('/api/v1/reference/sectors')
  const fields = [...domains.value.values()].filter(({ thematic }) => thematic)
  return (
    <details class='priority-codes'>
      <summary>{t('priorities.codes')}</summary>
      <h3>{t('priorities.domainCodes')}</h3>
      <DataTable<Domain>
        caption={t('priorities.domainCodes')} rows={fields} rowKey={({ code }) => code}
        columns={[
          { key: 'code', head: t('priorities.code'), cell: ({ code }) => <code>{code}</code>, by: ({ code }) => code },
          { key: 'name', head: t('priorities.meaning'), cell: ({ code }) => domainName(code), by: ({ code }) => domainName(code) }
        ]}
      />
      <h3>{t('priorities.sectorCodes')}</h3>
      {value !== undefined && (
        <DataTable<Sector>
          caption={t('priorities.sectorCodes')} rows={value.items.filter(({ level }) => level <= SECTOR_LEVELS_SHOWN)} rowKey={({ code }) => code} page={25}
          columns={[
            { key: 'code', head: t('priorities.code'), cell: ({ code }) => <code>{code}</code>, by: ({ code }) => code },
            { key: 'name', head: t('priorities.meaning'), cell: ({ name }) => <span lang='en'>{name}</span>, by: ({ name }) => name }
          ]}
        />)}
      <p class='hint'>{t('priorities.moreCodes')} {ALL_CODES.map((address, i) => [i > 0 && ', ', <a key={address} href={address}>{address}</a>])}</p>
    </details>
  )
}
