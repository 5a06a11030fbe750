/** Chooses an organisation by its name: a combobox after the ARIA pattern, of organisations alone. */
import { useEffect, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Organisation } from '../../../services/contract/organisation.ts'
import type { Page } from '../../../services/contract/page.ts'
import { countryName } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { t } from '../../text/translate.ts'

const DELAY_MS = 150
const LISTED = 8

interface Props { id: string, label: string, hint: string, onChoose: (organisation: Organisation) => void }

export function OrganisationField ({ id, label, hint, onChoose }: Props): VNode {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), DELAY_MS)
    return () => clearTimeout(timer)
  }, [text])
  const { value } = useResource<Page<Organisation>>(asked === '' ? null : `/api/v1/organisations?q=${encodeURIComponent(asked)}&limit=${LISTED}`)
  const items = asked === '' ? [] : value?.items ?? []
  const choose = (organisation: Organisation): void => {
    setOpen(false)
    setText('')
    setAsked('')
    onChoose(organisation)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (items.length > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (open && at < items.length) choose(items[at])
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  const shown = open && items.length > 0
  return (
    <div class='field pick'>
      <label for={id}>{label}</label>
      <input
        id={id} type='text' role='combobox' autocomplete='off' spellcheck={false} placeholder={t('pick.search')} aria-expanded={shown} aria-controls={`${id}-list`} aria-autocomplete='list' aria-describedby={`${id}-hint`}
        aria-activedescendant={shown ? `${id}-${at}` : undefined} value={text} onInput={event => { setText(event.currentTarget.value); setOpen(true); setAt(0) }} onKeyDown={onKey} onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <ul id={`${id}-list`} role='listbox' aria-label={label} hidden={!shown}>
        {items.map((item, i) => (
          <li key={item.id} id={`${id}-${i}`} role='option' aria-selected={i === at} onMouseDown={event => event.preventDefault()} onClick={() => choose(item)}>
            <span class='suggestion-label'>{item.name}</span>
            <span class='suggestion-detail'>{[item.city, countryName(item.country)].filter(part => part !== null).join(', ')}</span>
          </li>))}
      </ul>
      <p class='hint' id={`${id}-hint`}>{hint}</p>
      <p class='unseen' role='status'>{open && asked !== '' && value !== undefined ? t('pick.found', { n: items.length }) : ''}</p>
    </div>
  )
}
