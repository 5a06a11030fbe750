/** Search with suggestions: organisations, clusters, places, domains, countries. A combobox after the ARIA pattern. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Suggestion } from '../../services/contract/search.ts'
import { useResource } from '../api/resource.ts'
import { change, view } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { Icon } from './icons.tsx'
import { Chip } from './chip.tsx'

const DELAY_MS = 120

export function SearchBox (): VNode {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(-1)
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), DELAY_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const { value } = useResource<{ items: Suggestion[] }>(asked === '' ? null : `/api/v1/search?q=${encodeURIComponent(asked)}&limit=8`)
  const items = asked === '' ? [] : value?.items ?? []

  const choose = (item: Suggestion): void => {
    setOpen(false)
    setText('')
    input.current?.blur()
    if (item.type === 'organisation') change({ screen: 'organisation', focus: item.id, selected: null, link: null, tab: 'picture' })
    else if (item.type === 'cluster') change({ screen: 'cluster', focus: item.id, selected: null, link: null, tab: 'picture' })
    else if (item.type === 'country') change({ screen: 'map', focus: null, country: [...new Set([...view.value.country, item.id])] })
    else if (item.type === 'domain') change({ screen: 'map', focus: null, domain: [...new Set([...view.value.domain, item.id])] })
    else change({ screen: 'map', focus: null, country: [...new Set([...view.value.country, item.id.slice(0, 2)])] })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + items.length + 1) % (items.length + 1))
    } else if (event.key === 'Enter' && items.length > 0) choose(items[at >= 0 && at < items.length ? at : 0])
    else if (event.key === 'Escape') {
      event.stopPropagation()
      setOpen(false)
      setText('')
    }
  }
  return (
    <div class='search'>
      <Icon name='search' />
      <input
        ref={input} type='text' role='combobox' aria-label={t('search.label')} placeholder={t('search.placeholder')} autocomplete='off' spellcheck={false}
        aria-expanded={open && items.length > 0} aria-controls='suggestions' aria-autocomplete='list' aria-activedescendant={at >= 0 && at < items.length ? `suggestion-${at}` : undefined}
        value={text} onInput={event => { setText(event.currentTarget.value); setOpen(true); setAt(-1) }} onKeyDown={onKey} onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <kbd aria-hidden='true'>/</kbd>
      <ul id='suggestions' role='listbox' aria-label={t('search.suggestions')} hidden={!open || items.length === 0}>
        {items.map((item, i) => (
          <li key={`${item.type}${item.id}`} id={`suggestion-${i}`} role='option' aria-selected={i === at} onMouseDown={event => event.preventDefault()} onClick={() => choose(item)}>
            <span class='suggestion-label'>{item.label}</span>
            <span class='suggestion-detail'>{t(`search.${item.type}`)} · {item.detail}{item.cluster !== null && <> <Chip code={item.cluster} /></>}</span>
          </li>))}
      </ul>
      <p class='unseen' role='status'>{open && asked !== '' ? t('search.found', { n: items.length }) : ''}</p>
      {open && asked !== '' && value !== undefined && items.length === 0 && <p class='search-empty'>{t('search.none', { text: asked })}</p>}
    </div>
  )
}
