/** Cells and paragraphs as the document model wants them. */
import { NOTHING } from '../documents/document.ts'
import type { Block, Cell, Column, Span } from '../documents/document.ts'
import type { Say } from './words.ts'

export const text = (value: string | null, link?: string): Cell => ({ value, text: value ?? NOTHING, ...(link === undefined ? {} : { link }) })
export const strong = (cell: Cell): Cell => ({ ...cell, strong: true })

/** Whole numbers. */
export const count = (say: Say, value: number | null): Cell => value === null ? notMeasured(say) : { value, text: say.number(value) }
export const decimal = (say: Say, value: number | null, digits = 1): Cell => value === null ? notMeasured(say) : { value: rounded(value, digits + 2), text: say.number(value, digits) }
export const share = (say: Say, value: number | null): Cell => value === null ? notMeasured(say) : { value: rounded(value, 4), text: say.percent(value) }
export const times = (say: Say, value: number | null): Cell => value === null ? notMeasured(say) : { value: rounded(value, 3), text: say.times(value) }
/** Too small to be told, or it would tell another that is. */
export const withheld = (say: Say): Cell => ({ value: null, text: say.t('cell.withheld') })
export const few = (say: Say): Cell => ({ value: null, text: say.t('cell.few') })
export const notMeasured = (say: Say): Cell => ({ value: null, text: say.t('cell.notMeasured') })

/** Files hold what can be told apart, not the noise of the last bits. */
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

export const column = (key: string, head: string, kind: Column['kind'] = 'text'): Column => ({ key, head, kind })

/** "3 of 14 members ...", "All 14 members ...", "with the 5 strongest of 20 links between them": what a picture or a table shows of all there are. */
export const someOf = (say: Say, what: 'Members' | 'Clusters' | 'Links' | 'Ties', n: number, all: number): string =>
  all === 0 && (what === 'Links' || what === 'Ties') ? say.t(`part.no${what}`) : n < all ? say.t(`part.some${what}`, { n, all }) : say.t(`part.all${what}`, { n })

type Tone = Extract<Block, { type: 'paragraph' }>['tone']
export const paragraph = (line: string | Span[], tone: Tone = 'text'): Block => ({ type: 'paragraph', tone, line: typeof line === 'string' ? [{ text: line }] : line })
