/** Fields of codes: sectors of NACE, themes and fields of work, each picked from the lists of the service. */
import { useId } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Sector } from '../../../services/contract/reference.ts'
import { useResource } from '../../api/resource.ts'
import { domainName, domains } from '../../api/service.ts'
import { t } from '../../text/translate.ts'
import { PickSeveral } from '../partners/pick-several.tsx'

interface Props { chosen: string[], onChange: (codes: string[]) => void, problem?: string | undefined }

/** Sections and divisions: strategies name no classes. */
const LEVELS_SHOWN = 2
/** C 10 stands as 10, so a section goes before its divisions. */
const sectorLabel = ({ code, name }: Pick<Sector, 'code' | 'name'>): string => `${code} ${name}`

export function SectorsField ({ chosen, onChange, problem }: Props): VNode {
  const id = useId()
  const { value } = useResource<{ items: Sector[] }>('/api/v1/reference/sectors')
  const listed = value?.items.filter(({ level }) => level <= LEVELS_SHOWN) ?? []
  return (
    <PickSeveral
      id={id} label={t('workspaces.field.sectors')} hint={t('workspaces.sectorsHint')} problem={problem} chosen={chosen} onChange={onChange}
      options={listed.map(sector => ({ value: sector.code, label: sectorLabel(sector) }))}
      name={code => { const sector = value?.items.find(each => each.code === code); return sector === undefined ? code : sectorLabel(sector) }}
    />
  )
}

export function DomainsField ({ label, hint, only, chosen, onChange, problem }: Props & { label: string, hint: string, /** Codes that begin so; all where it is left out. */ only?: 's3:' | 'h2020:' }): VNode {
  const id = useId()
  const listed = [...domains.value.values()].filter(({ thematic, code }) => thematic && (only === undefined || code.startsWith(only)))
  const name = (code: string): string => only === undefined && code.startsWith('s3:') ? `${domainName(code)} (S3)` : domainName(code)
  return <PickSeveral id={id} label={label} hint={hint} problem={problem} chosen={chosen} onChange={onChange} options={listed.map(({ code }) => ({ value: code, label: name(code) }))} name={name} />
}
