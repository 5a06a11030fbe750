/** The view in use, its undo history, and what the person prefers. The address bar follows. */
import { computed, signal } from '@preact/signals'
import { readAddress, writeAddress } from './address.ts'
import type { View } from './view.ts'

export const LANGUAGES = ['en', 'pl'] as const
export type Language = typeof LANGUAGES[number]
export type Theme = 'light' | 'dark'

const preference = <Word extends string>(key: string, words: readonly Word[], otherwise: Word): Word => {
  const asked = new URLSearchParams(location.search).get(key) ?? localStorage.getItem(key)
  return words.find(word => word === asked) ?? otherwise
}

export const language = signal<Language>(preference('lang', LANGUAGES, navigator.language.startsWith('pl') ? 'pl' : 'en'))
export const theme = signal<Theme>(preference('theme', ['light', 'dark'], matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
export const view = signal<View>(readAddress(location.search))

/** Whether the run in use is on the network of an input-output table. */
export const ofTable = signal(false)
/** Whether what is shown are its nodes: other words are used for them than for organisations. */
export const showsNodes = computed(() => ofTable.value && NODE_SCREENS.includes(view.value.screen))
const NODE_SCREENS: ReadonlyArray<View['screen']> = ['map', 'cluster', 'organisation', 'bridges']

const past = signal<View[]>([])
const future = signal<View[]>([])
export const canUndo = computed(() => past.value.length > 0)
export const canRedo = computed(() => future.value.length > 0)

/** Views kept for undo: an afternoon of clicks. */
const HISTORY_MAX = 200

function show (next: View): void {
  view.value = next
  history.pushState(null, '', location.pathname + writeAddress(next))
}

/** Changes the view; what the patch leaves out stays. Another screen begins without the choices of the one before. */
export function change (patch: Partial<View>): void {
  past.value = [...past.value, view.value].slice(-HISTORY_MAX)
  future.value = []
  const left = patch.screen !== undefined && patch.screen !== view.value.screen
  show({ ...view.value, ...(left && { choices: {} }), ...patch })
}

/** Changes choices of the screen; null: as it starts. */
export function choose (patch: Record<string, string | null>, more: Partial<View> = {}): void {
  change({ ...more, choices: withChoices(patch) })
}

/** Writes into the address what a screen has chosen for its reader: not a step that can be undone. */
export function settle (patch: Record<string, string | null>): void {
  view.value = { ...view.value, choices: withChoices(patch) }
  history.replaceState(null, '', location.pathname + writeAddress(view.value))
}

const withChoices = (patch: Record<string, string | null>): View['choices'] => Object.fromEntries(Object.entries({ ...view.value.choices, ...patch }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))

export function undo (): void {
  const before = past.value.at(-1)
  if (before === undefined) return
  past.value = past.value.slice(0, -1)
  future.value = [...future.value, view.value]
  show(before)
}

export function redo (): void {
  const after = future.value.at(-1)
  if (after === undefined) return
  future.value = future.value.slice(0, -1)
  past.value = [...past.value, view.value]
  show(after)
}

addEventListener('popstate', () => { view.value = readAddress(location.search) })

export function setTheme (next: Theme): void {
  theme.value = next
  localStorage.setItem('theme', next)
}

export function setLanguage (next: Language): void {
  language.value = next
  localStorage.setItem('lang', next)
}

/** The filter as the API takes it. */
export const filterQuery = computed(() => {
  const { country, kind, domain } = view.value
  const query = new URLSearchParams()
  if (country.length > 0) query.set('country', country.join(','))
  if (kind.length > 0) query.set('kind', kind.join(','))
  if (domain.length > 0) query.set('domain', domain.join(','))
  return query
})
export const isFiltered = computed(() => view.value.country.length + view.value.kind.length + view.value.domain.length > 0 || view.value.weightMin > 0)

export const clearFilters = (): void => change({ country: [], kind: [], domain: [], weightMin: 0 })

/** The address to share: the view, its run pinned, and the language. */
export function shareAddress (run: string): string {
  const query = writeAddress({ ...view.value, run })
  return `${location.origin}${location.pathname}${query}${query === '' ? '?' : '&'}lang=${language.value}`
}
