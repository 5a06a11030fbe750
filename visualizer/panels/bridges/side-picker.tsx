/** One side of a pair: a combobox of clusters, countries and regions, which also takes any filter typed in full. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { foldName } from '../../../services/contract/fold-name.ts'
import type { OrganisationFacets } from '../../../services/contract/filter.ts'
import { regionCodes } from '../../../services/contract/region-codes.ts'
import { sideText } from '../../../services/contract/side.ts'
import { useResource } from '../../api/resource.ts'
import { clusterName, clusters, countryName, shownRun } from '../../api/service.ts'
import { number, t } from '../../text/translate.ts'
import { Chip } from '../chip.tsx'
import { clusterOfSide, readSide, sideName, useRegionsByCode } from './bridge-words.tsx'

/** Names offered at once. */
const OFFERED_MAX = 40

interface Option { text: string, label: string, detail: string, cluster: string | null }

export function SidePicker ({ id, label, side, onChoose }: { id: string, label: string, side: string | undefined, onChoose: (text: string | null) => void }): VNode {
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const open = typed !== null
  const regions = useRegionsByCode(open || (side?.includes('region:') ?? false))
  const { value: facets } = useResource<OrganisationFacets>(`/api/v1/runs/${shownRun.value}/facets?`)
  const code = clusterOfSide(side)
  const shown = typed ?? (side === undefined ? '' : sideName(side, regions))

  const countries = facets?.country.filter(({ count }) => count > 0) ?? []
  const here = new Set(countries.map(({ value }) => value))
  const all: Option[] = [
    ...clusters.value.map(({ code, size }) => ({ text: `cluster:${code}`, label: clusterName(code), detail: t('bridges.members', { n: size }), cluster: code })),
    ...countries.map(({ value, count }) => ({ text: `country:${value}`, label: countryName(value), detail: t('bridges.members', { n: count }), cluster: null })),
    ...[...new Set(regions.values())].filter(({ country, level, vintage }) => here.has(country) && level > 0 && vintage === '2024').map(region => ({ text: `region:${region.code}`, label: region.name, detail: regionCodes(region.code).join(' '), cluster: null }))
  ]
  const wanted = foldName(typed ?? '')
  const found = wanted === '' ? all : all.filter(({ text, label, detail, cluster }) => foldName(`${cluster ?? ''} ${label} ${text} ${detail}`).includes(wanted))
  const own = typed === null ? null : readSide(typed)
  const options = [...(own === null ? [] : [{ text: sideText(own), label: sideName(sideText(own), regions), detail: t('bridges.asTyped'), cluster: null }]), ...found].slice(0, OFFERED_MAX)

  const close = (): void => { setTyped(null); setAt(0) }
  const take = (text: string | null): void => { onChoose(text); close() }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setTyped('')
      else if (options.length > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (typed === '' && at === 0 && side !== undefined) close()
      else if (options[at] !== undefined) take(options[at].text)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
  }
  return (
    <div class='side-picker'>
      {code !== null && !open && <Chip code={code} />}
      <input
        type='text' role='combobox' aria-label={label} placeholder={t('bridges.choose')} autocomplete='off' spellcheck={false} aria-expanded={open} aria-controls={`${id}-options`} aria-autocomplete='list'
        aria-activedescendant={open && options[at] !== undefined ? `${id}-${at}` : undefined} aria-describedby='side-hint'
        value={shown} onFocus={event => event.currentTarget.select()} onClick={() => { if (!open) setTyped('') }} onInput={event => { setTyped(event.currentTarget.value); setAt(0) }} onKeyDown={onKey} onBlur={close}
      />
      {side !== undefined && !open && <button type='button' class='icon-button small' aria-label={t('bridges.clearSide', { side: label })} onClick={() => take(null)}>×</button>}
      <ul id={`${id}-options`} role='listbox' aria-label={label} hidden={!open || options.length === 0}>
        {open && options.map((option, i) => (
          <li key={option.text} id={`${id}-${i}`} role='option' aria-selected={i === at} onMouseDown={event => event.preventDefault()} onClick={() => take(option.text)} ref={element => { if (i === at) element?.scrollIntoView({ block: 'nearest' }) }}>
            {option.cluster !== null && <Chip code={option.cluster} />} <span class='suggestion-label'>{option.label}</span> <span class='suggestion-detail'>{option.detail}</span>
          </li>))}
      </ul>
      {open && options.length === 0 && <p class='search-empty'>{t('bridges.noSide')}</p>}
      <p class='unseen' role='status'>{open && typed !== '' ? t('bridges.found', { n: number(found.length) }) : ''}</p>
    </div>
  )
}
