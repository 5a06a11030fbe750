/** A region found by its name or NUTS code. A combobox after the ARIA pattern, over the list of regions. */
import { useId, useMemo, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { foldName } from '../../../services/contract/fold-name.ts'
import { regionCodes } from '../../../services/contract/region-codes.ts'
import type { NutsRegion } from '../../../services/contract/reference.ts'
import { useRegions } from '../../api/regions.ts'
import { countries as countryWords, countryName } from '../../api/service.ts'
import { t } from '../../text/translate.ts'

/** Suggestions shown at once. */
const SHOWN = 10

interface Props { label: string, /** Countries can be picked too. */ countries?: boolean, /** Those alone; else all. */ among?: NutsRegion[] | undefined, chosen: readonly string[], onPick: (code: string) => void }

export function RegionPicker ({ label, countries = false, among, chosen, onPick }: Props): VNode {
  const id = useId()
  const all = useRegions(among === undefined)
  const regions = among ?? all
  const [text, setText] = useState('')
  const [at, setAt] = useState(-1)
  const [open, setOpen] = useState(false)
  const searched = useMemo(() => (regions ?? []).filter(({ level }) => countries || level > 0).map(region => ({ region, names: namesOf(region).map(foldName), codes: codesOf(region).map(code => code.toLowerCase()) })), [regions, countries, countryWords.value])
  const wanted = foldName(text)
  // What begins with it comes first, wider regions before narrower ones.
  const found = wanted === ''
    ? []
    : searched.map(({ region, names, codes }) => ({ region, fit: fitOf(wanted, names, codes) })).filter(({ region, fit }) => fit > 0 && !chosen.includes(region.code))
      .sort((a, b) => b.fit - a.fit || a.region.level - b.region.level).slice(0, SHOWN)
  const shown = open && found.length > 0
  const pick = (code: string): void => {
    setText('')
    setOpen(false)
    setAt(-1)
    onPick(code)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt((at + 1 + (event.key === 'ArrowDown' ? 1 : -1) + found.length + 1) % (found.length + 1) - 1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (found.length > 0) pick(found[Math.max(at, 0)].region.code)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div class='region-picker field'>
      <label for={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`} type='text' role='combobox' autocomplete='off' spellcheck={false} placeholder={t('reports.regionExample')}
        aria-expanded={shown} aria-controls={`${id}-list`} aria-autocomplete='list' aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        value={text} onInput={event => { setText(event.currentTarget.value); setOpen(true); setAt(-1) }} onKeyDown={onKey} onBlur={({ currentTarget: input }) => setTimeout(() => { if (document.activeElement !== input) setOpen(false) }, 150)}
      />
      <ul id={`${id}-list`} role='listbox' aria-label={label} hidden={!shown}>
        {found.map(({ region }, i) => (
          <li key={region.code} id={`${id}-${i}`} role='option' aria-selected={i === at} onMouseDown={event => event.preventDefault()} onClick={() => pick(region.code)}>
            <span class='suggestion-label'>{region.level === 0 ? countryName(region.country) : region.name}</span>
            <span class='suggestion-detail'>{region.code} · {region.level === 0 ? t('reports.wholeCountry') : `NUTS ${region.level}${region.vintage === '2024' ? '' : ` (${region.vintage})`} · ${countryName(region.country)}`}</span>
          </li>))}
      </ul>
      <p class='hint' role='status'>{wanted === '' ? '' : regions === undefined ? t('starting.loading') : t('reports.regionsFound', { n: found.length })}</p>
    </div>
  )
}

/** A country also as others call it: NUTS has its own name for itself alone. */
const namesOf = ({ level, name, country }: NutsRegion): string[] => {
  const words = level === 0 ? countryWords.value.get(country) : undefined
  return words === undefined ? [name] : [name, words.name, words.namePl]
}
/** Greece is EL and the United Kingdom UK in NUTS alone. */
const codesOf = ({ level, code, country }: NutsRegion): string[] => level === 0 ? [code, country] : regionCodes(code)

/** 3: its very code, 2: a name or code begins so, 1: a name holds it, 0: nothing fits. */
function fitOf (wanted: string, names: readonly string[], codes: readonly string[]): number {
  if (codes.includes(wanted)) return 3
  if ([...names, ...codes].some(word => word.startsWith(wanted))) return 2
  return names.some(name => name.includes(wanted)) ? 1 : 0
}
