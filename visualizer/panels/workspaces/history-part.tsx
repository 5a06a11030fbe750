/** What was changed, by whom and when; any earlier version to be read, and any two to be compared. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Page } from '../../../services/contract/page.ts'
import type { ItemContent, ItemType, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import type { WorkspaceChange } from '../../../services/contract/workspace.ts'
import { addressOf, useWorkspaces } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { choose, view } from '../../state/store.ts'
import { date, t, time } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { Go } from '../chip.tsx'
import { ProblemNotice } from '../notices.tsx'
import { differingFields } from './conflict.tsx'
import { NumberField } from './fields.tsx'
import { authorText, contentTitle, fieldName, titleOf, valueText } from './item-words.ts'

const LISTED = 100
/** Items named of one change; a file that was taken in changes many at once. */
const NAMED = 6

export function HistoryPart ({ open }: { open: OpenWorkspace }): VNode {
  const [cursor, setCursor] = useState<string | null>(null)
  const { value, error } = useWorkspaces<Page<WorkspaceChange>>(addressOf(open, `/changes?limit=${LISTED}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`))
  if (error !== undefined) return <ProblemNotice error={error} />
  const changes = value?.items ?? []
  const { choices } = view.value
  return (
    <>
      <Comparison open={open} newest={open.workspace.version} />
      <section class='card' aria-labelledby='history-title'>
        <h2 id='history-title'>{t('workspaces.part.history')}</h2>
        <p class='sentence'>{t('workspaces.historyLead')}</p>
        <DataTable
          caption={t('workspaces.historyLead')} rows={changes} rowKey={({ version }) => String(version)} page={LISTED}
          columns={[
            { key: 'version', head: t('workspaces.version'), cell: ({ version }) => <Go to={{ choices: { ...choices, version: String(version), part: 'general' } }} class='text-link' label={t('workspaces.readVersion', { n: version })}>{version}</Go>, by: ({ version }) => version },
            { key: 'at', head: t('column.date'), cell: ({ at }) => `${date(at)}, ${time(at)}`, by: ({ at }) => at },
            { key: 'by', head: t('workspaces.who'), cell: ({ by }) => authorText(open, by) },
            { key: 'items', head: t('workspaces.what'), cell: change => <Changed open={open} change={change} /> },
            { key: 'why', head: t('workspaces.field.why'), cell: ({ why }) => why ?? '–' }
          ]}
        />
        <p class='actions'>
          {value?.nextCursor != null && <button type='button' class='button' onClick={() => setCursor(value.nextCursor)}>{t('workspaces.earlier')}</button>}
          {cursor !== null && <button type='button' class='button' onClick={() => setCursor(null)}>{t('workspaces.newestChanges')}</button>}
        </p>
      </section>
    </>
  )
}

const Changed = ({ open, change: { items } }: { open: OpenWorkspace, change: WorkspaceChange }): VNode => (
  <ul>
    {items.slice(0, NAMED).map(changed => <li key={changed.item}><ItemChange open={open} changed={changed} /></li>)}
    {items.length > NAMED && <li class='hint'>{t('workspaces.andMore', { n: items.length - NAMED })}</li>}
  </ul>)

/** With the parts that changed; its title where it is not there any more. */
function ItemChange ({ open, changed: { item, type, version, change } }: { open: OpenWorkspace, changed: WorkspaceChange['items'][number] }): VNode {
  const stands = open.workspace.items.some(({ id, content }) => id === item && content !== null)
  const { value } = useWorkspaces<{ items: WorkspaceItem[] }>(change === 'changed' || !stands ? addressOf(open, `/items/${item}/versions`) : null)
  const at = (wanted: number): ItemContent | null => value?.items.find(each => each.version === wanted)?.content ?? null
  const [before, after] = [at(version - 1), at(version)]
  const shown = after ?? before
  return (
    <>
      {t(`workspaces.did.${change}`, { type: t(`workspaces.type.${type}` as Key), title: shown === null ? titleOf(open, item) : contentTitle(open, shown) })}
      {before !== null && after !== null && <span class='hint'> ({partsChanged(open, before, after)})</span>}
    </>
  )
}

/** Lines of a checklist by their words, a state with what it became, everything else by the name of the field. */
function partsChanged (open: OpenWorkspace, before: ItemContent, after: ItemContent): string {
  return differingFields(before, after).flatMap(field => {
    if (field === 'checks' && before.type === 'stage' && after.type === 'stage') return differingFields(before.checks, after.checks).map(check => t(`workspaces.check.${after.stage}.${check}` as Key))
    return field === 'state' ? `${fieldName(field)}: ${valueText(open, field, (after as Record<string, unknown>)[field])}` : fieldName(field)
  }).join('; ')
}

interface ComparedItem { item: string, type: ItemType, change: 'made' | 'changed' | 'removed', before: ItemContent | null, after: ItemContent | null }

function Comparison ({ open, newest }: { open: OpenWorkspace, newest: number }): VNode {
  const { fromVersion, toVersion } = view.value.choices
  const [from, setFrom] = useState(Number(fromVersion ?? Math.max(1, newest - 1)))
  const [to, setTo] = useState(Number(toVersion ?? newest))
  const asked = fromVersion !== undefined && toVersion !== undefined
  const { value, error } = useWorkspaces<{ items: ComparedItem[] }>(asked ? addressOf(open, `/comparison?from=${encodeURIComponent(fromVersion)}&to=${encodeURIComponent(toVersion)}`) : null)
  return (
    <section class='card' aria-labelledby='comparison-title'>
      <h2 id='comparison-title'>{t('workspaces.compare')}</h2>
      <form class='form-line' onSubmit={event => { event.preventDefault(); choose({ fromVersion: String(from), toVersion: String(to) }) }}>
        <NumberField label={t('workspaces.compareFrom')} value={from} min={1} step={1} onInput={setFrom} />
        <NumberField label={t('workspaces.compareTo')} value={to} min={1} step={1} onInput={setTo} />
        <button type='submit' class='button'>{t('workspaces.compareNow')}</button>
      </form>
      {error !== undefined && <p class='notice' role='alert'>{error.message}</p>}
      {asked && value !== undefined && value.items.length === 0 && <p role='status'>{t('workspaces.nothingChanged')}</p>}
      {asked && value !== undefined && value.items.map(compared => <ComparedFields key={compared.item} open={open} compared={compared} />)}
    </section>
  )
}

function ComparedFields ({ open, compared: { type, change, before, after } }: { open: OpenWorkspace, compared: ComparedItem }): VNode {
  const shown = after ?? before
  const [older, newer] = [before ?? {}, after ?? {}] as Array<Record<string, unknown>>
  // An empty list reads like no list.
  const fields = differingFields(older, newer).filter(field => field !== 'type' && valueText(open, field, older[field]) !== valueText(open, field, newer[field]))
  const heading = t(`workspaces.did.${change}`, { type: t(`workspaces.type.${type}`), title: shown === null ? '' : contentTitle(open, shown) })
  return (
    <section class='compared'>
      <h3>{heading}</h3>
      <DataTable
        caption={heading} rows={fields} rowKey={field => field}
        columns={[
          { key: 'field', head: t('workspaces.fieldHead'), cell: field => fieldName(field) },
          { key: 'before', head: t('changes.before'), cell: field => <span class='note-text'>{valueText(open, field, older[field])}</span> },
          { key: 'after', head: t('changes.after'), cell: field => <span class='note-text'>{valueText(open, field, newer[field])}</span> }
        ]}
      />
    </section>
  )
}
