/** What stands in an item of a workspace, in words: names of its fields, and their values. */
import type { ItemContent, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import type { Author } from '../../../services/contract/workspace.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { countryName, domainName } from '../../api/service.ts'
import { en } from '../../text/en.ts'
import { date, number, t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'

const isKey = (key: string): key is Key => key in en

export const fieldName = (field: string): string => isKey(`workspaces.field.${field}`) ? t(`workspaces.field.${field}` as Key) : field

/** Fields whose values are words of the contract, and what these are called. */
const WORDS: Record<string, (value: string) => string> = {
  type: value => t(`workspaces.type.${value}` as Key), stage: value => t(`workspaces.stage.${value}` as Key), because: value => t(`workspaces.stage.${value}` as Key),
  role: value => isKey(`workspaces.role.${value}`) ? t(`workspaces.role.${value}` as Key) : value, helix: value => t(`workspaces.helix.${value}` as Key), status: value => t(`workspaces.status.${value}` as Key),
  verdict: value => t(`workspaces.verdict.${value}` as Key), mapping: value => t(`workspaces.mapping.${value}` as Key), measure: value => t(`workspaces.measure.${value}` as Key),
  state: value => isKey(`workspaces.state.${value}`) ? t(`workspaces.state.${value}` as Key) : value, languages: value => t(`workspaces.language.${value}` as Key),
  themes: domainName, knowledge: domainName, domains: domainName, domain: domainName, country: countryName, expiresAt: value => date(value), at: value => date(value)
}
const REGIONS = ['region', 'regions', 'lead', 'partners']

/** A value of a field as a reader takes it; what lists and objects hold, one after the other. */
export function valueText (open: OpenWorkspace, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '–'
  if (Array.isArray(value)) return value.map(each => valueText(open, field, each)).join('; ')
  if (typeof value === 'object') return Object.entries(value).map(([key, inner]) => `${fieldName(key)}: ${valueText(open, key, inner)}`).join(', ')
  if (typeof value === 'boolean') return t(value ? 'word.yes' : 'word.no')
  if (typeof value === 'number') return number(value, Number.isInteger(value) ? 0 : 2)
  const text = String(value)
  if (/^ws[ip]-/.test(text)) return titleOf(open, text)
  if (REGIONS.includes(field)) return open.regionName(text)
  if (field === 'sectors') return open.sectorName(text)
  if (field === 'run' || field === 'runs') return open.runName(text)
  return WORDS[field]?.(text) ?? text
}

/** What an item is about in one line: its title, or its first words. */
export function contentTitle (open: OpenWorkspace, content: ItemContent): string {
  if (content.type === 'stage') return t(`workspaces.stage.${content.stage}`)
  if (content.type === 'declared') return open.regionName(content.region)
  if (content.type === 'rating') return titleOf(open, content.priority)
  if (content.type === 'settings' || content.type === 'charter') return t(`workspaces.type.${content.type}`)
  return shortened(content.type === 'decision' ? content.what : content.type === 'note' ? content.text : content.type === 'participant' ? content.name : content.title)
}

const LINE = 90
const shortened = (text: string): string => text.length > LINE ? `${text.slice(0, LINE).trimEnd()}…` : text

/** Its id where it is not there, or may not be read. */
export function titleOf (open: OpenWorkspace, item: string): string {
  const found = open.workspace.items.find(({ id }) => id === item)?.content
  return found === undefined || found === null ? item : contentTitle(open, found)
}

/** Who did something, as far as it may be told. */
export function authorText (open: Pick<OpenWorkspace, 'regionName'>, { name, role, region, helix }: Author): string {
  const parts = [t(`workspaces.role.${role}`), ...(helix === null ? [] : [t(`workspaces.helix.${helix}`)]), ...(region === null ? [] : [open.regionName(region)])]
  return name === null ? parts.join(', ') : `${name} (${parts.join(', ')})`
}

/** By whom and when it was saved last. */
export const savedText = (open: OpenWorkspace, { by, savedAt, version }: Pick<WorkspaceItem, 'by' | 'savedAt' | 'version'>): string =>
  t(version > 1 ? 'workspaces.changedBy' : 'workspaces.writtenBy', { who: authorText(open, by), date: date(savedAt) })
