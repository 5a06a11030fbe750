/** View <-> query string. Only what differs from the start view is written; unknown keys survive. */
import { CHOICES, COLOURS, PREFERENCES, SCREENS, SIZES, START } from './view.ts'
import type { View } from './view.ts'

const oneOf = <Word extends string>(words: readonly Word[], text: string, otherwise: Word): Word => words.find(word => word === text) ?? otherwise
const list = (text: string): string[] => text.split(',').filter(word => word !== '')
const pair = (text: string): [string, string] | null => {
  const [a, b] = text.split('~')
  return a !== undefined && b !== undefined && a !== '' && b !== '' ? [a, b] : null
}

const READERS: Record<string, (view: View, text: string) => void> = {
  view: (view, text) => { view.screen = oneOf(SCREENS, text, 'map') },
  of: (view, text) => { view.focus = text },
  selected: (view, text) => { view.selected = text },
  link: (view, text) => { view.link = pair(text) },
  as: (view, text) => { view.tab = oneOf(['picture', 'table'], text, 'picture') },
  country: (view, text) => { view.country = list(text) },
  kind: (view, text) => { view.kind = list(text) },
  domain: (view, text) => { view.domain = list(text) },
  weight: (view, text) => { view.weightMin = Math.max(0, Number(text) || 0) },
  colour: (view, text) => { view.colour = oneOf(COLOURS, text, 'cluster') },
  size: (view, text) => { view.size = oneOf(SIZES, text, 'degree') },
  depth: (view, text) => { view.depth = text === '2' ? 2 : 1 },
  // The pair of clusters of earlier versions.
  between: (view, text) => {
    const [a, b] = pair(text) ?? []
    if (a !== undefined && b !== undefined) view.choices = { ...view.choices, a: `cluster:${a}`, b: `cluster:${b}` }
  },
  run: (view, text) => { view.run = text },
  compare: (view, text) => { view.compare = text },
  since: (view, text) => { view.since = text },
  values: (view, text) => { view.values = text }
}

export function readAddress (search: string): View {
  const view: View = structuredClone(START)
  for (const [key, text] of new URLSearchParams(search)) {
    if (PREFERENCES.includes(key)) continue
    const read = READERS[key]
    if (CHOICES.includes(key)) view.choices = { ...view.choices, [key]: text }
    else if (read === undefined) view.unknown.push([key, text])
    else read(view, text)
  }
  if (view.screen === 'bridges' && view.focus !== null) {
    view.choices = { ...view.choices, a: `cluster:${view.focus}` }
    view.focus = null
  }
  if ((view.screen === 'cluster' || view.screen === 'organisation') && view.focus === null) view.screen = 'map'
  return view
}

export function writeAddress (view: View): string {
  const written: Array<[string, string]> = [
    ['view', view.screen === START.screen ? '' : view.screen],
    ['of', view.focus ?? ''],
    ['as', view.tab === START.tab ? '' : view.tab],
    ['selected', view.selected ?? ''],
    ['link', view.link?.join('~') ?? ''],
    ['country', view.country.join(',')],
    ['kind', view.kind.join(',')],
    ['domain', view.domain.join(',')],
    ['weight', view.weightMin === 0 ? '' : String(view.weightMin)],
    ['colour', view.colour === START.colour ? '' : view.colour],
    ['size', view.size === START.size ? '' : view.size],
    ['depth', view.depth === START.depth ? '' : String(view.depth)],
    ['run', view.run === START.run ? '' : view.run],
    ['compare', view.compare ?? ''],
    ['since', view.since ?? ''],
    ['values', view.values ?? ''],
    ...CHOICES.map((key): [string, string] => [key, view.choices[key] ?? '']),
    ...view.unknown
  ]
  // Colons, semicolons, commas and tildes are legal in a query and keep the address readable.
  const text = new URLSearchParams(written.filter(([, value]) => value !== '')).toString().replace(/%3A/g, ':').replace(/%3B/g, ';').replace(/%2C/g, ',').replace(/%7E/g, '~')
  return text === '' ? '' : `?${text}`
}
