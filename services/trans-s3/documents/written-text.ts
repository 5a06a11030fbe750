/** What people have written, as paragraphs: plain text, in which nothing is markup. */
import type { Block, Line, Span } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'

/** A blank line begins a new paragraph. `label` stands before the first, in strong letters. */
export function writtenText (text: string, label?: string): Block[] {
  const paragraphs = text.split(/\r?\n[ \t]*\r?\n/).map(each => each.trim()).filter(each => each !== '')
  return paragraphs.map((each, i) => paragraph([...(i === 0 && label !== undefined ? [{ text: `${label} `, strong: true }] : []), { text: each }]))
}

/** With the first paragraph in strong letters. */
export const writtenHead = (text: string): Block[] => writtenText(text).map((block, i) => i > 0 || block.type !== 'paragraph' ? block : { ...block, line: block.line.map(span => ({ ...span, strong: true })) })

/** A link where the address is one that documents may hold; any other stands behind the words. */
export function source (title: string, website: string | null): Span[] {
  if (website === null) return [{ text: title }]
  return /^https:\/\/[^\s"<>\\]+$/.test(website) ? [{ text: title, link: website }] : [{ text: `${title} (${website})` }]
}

export const lines = (texts: readonly string[]): Line[] => texts.map(text => [{ text }])
export const list = (texts: readonly string[]): Block => ({ type: 'list', ordered: false, lines: lines(texts) })
