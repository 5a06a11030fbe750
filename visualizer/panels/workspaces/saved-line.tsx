/** What was saved or taken out last, said for a while; and the focus stays where that was done. */
import { useEffect } from 'preact/hooks'
import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import type { ItemContent } from '../../../services/contract/workspace-items.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { contentTitle } from './item-words.ts'

const said = signal('')
const SAID_MS = 6000

export function tellDone (open: OpenWorkspace, change: 'made' | 'changed' | 'removed', content: ItemContent): void {
  said.value = t(`workspaces.did.${change}`, { type: t(`workspaces.type.${content.type}`), title: contentTitle(open, content) })
}

export function SavedLine (): VNode {
  useEffect(() => {
    if (said.value === '') return
    const timer = setTimeout(() => { said.value = '' }, SAID_MS)
    return () => clearTimeout(timer)
  }, [said.value])
  return <p class={`said${said.value === '' ? ' silent' : ''}`} role='status'>{said.value}</p>
}

/** Called while a form stands, for when it is gone: its entry has the focus then, or the heading of its list, unless the person has gone on. */
export function stayAt (form: Element | null, gone = false): void {
  const entry = gone ? null : form?.closest('li') ?? null
  const section = form?.closest('section, .sub-part') ?? null
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const place = entry?.isConnected === true ? entry : section?.querySelector<HTMLElement>('h2, h3, h4') ?? null
    const elsewhere = document.activeElement !== document.body && form?.contains(document.activeElement) !== true
    if (place === null || elsewhere) return
    place.tabIndex = -1
    place.focus()
  }))
}
