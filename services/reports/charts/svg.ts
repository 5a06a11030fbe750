/** Pieces of SVG as text: shapes and words only, everything escaped, so that a name can never become markup. */
import { escapeXml } from '../../xml-text.ts'

/** Least size of letters in units of a chart: a full chart is 658 units on 170 mm of paper, so that 9.6 are 7 points, the print floor. */
export const TEXT_LEAST = 9.6
/** A full chart, and one of two that stand side by side. */
export const FULL_WIDTH = 658
export const HALF_WIDTH = 318

/** Colours of everything that is no cluster, light theme: charts are printed. */
export const INK = {
  ink: '#17202A', ink2: '#46515E', ink3: '#5C6673', rule: '#E3DED3', control: '#857F72', stage: '#FBFAF7', land: '#F1EFEA', groupLand: '#E3DED3', edge: '#CDD2D8', edgeDark: '#87919D', edgeCross: '#2C3A48', mark: '#0D8575'
} as const

/** Two decimals at most: a hundredth of a unit cannot be seen. */
const written = (value: string | number): string => typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value)

export type Attributes = Record<string, string | number | undefined>

/** `inner` is markup already. */
export function element (name: string, attributes: Attributes, inner = ''): string {
  const listed = Object.entries(attributes).filter(([, value]) => value !== undefined).map(([key, value]) => ` ${key}="${written(value as string | number)}"`).join('')
  return inner === '' ? `<${name}${listed}/>` : `<${name}${listed}>${inner}</${name}>`
}

export interface TextStyle { size?: number, anchor?: 'start' | 'middle' | 'end', weight?: 400 | 500 | 600, fill?: string, halo?: string }

/** One line of words; y is its base line. A halo keeps it readable over lines. */
export function words (x: number, y: number, text: string, { size = TEXT_LEAST, anchor = 'start', weight = 400, fill = INK.ink, halo }: TextStyle = {}): string {
  const attributes = { x, y, 'font-size': size, 'text-anchor': anchor === 'start' ? undefined : anchor, 'font-weight': weight === 400 ? undefined : weight }
  const plain = element('text', { ...attributes, fill }, escapeXml(text))
  return halo === undefined ? plain : element('text', { ...attributes, fill: halo, stroke: halo, 'stroke-width': 3, 'stroke-linejoin': 'round' }, escapeXml(text)) + plain
}

export const picture = (width: number, height: number, parts: readonly string[]): string =>
  element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`, 'font-family': 'Inter' }, parts.join(''))

/** Width of a text: Inter's letters are a little over half as wide as high. */
export const widthOf = (text: string, size: number): number => [...text].length * size * 0.56

/** At most `most` characters, the last an ellipsis; no character is cut in two. */
export function shorten (text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : characters.slice(0, most - 1).join('').trimEnd() + '…'
}

export interface Box { left: number, top: number, right: number, bottom: number }
export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
