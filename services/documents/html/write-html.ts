/**
 * The document as one HTML file that needs nothing else: typefaces, style and script are inside it, and its policy lets nothing else in or run.
 * Without the script every word, number and picture is there; with it pictures can be zoomed and their nodes pointed at.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Block, Cell, Document, Figure, Line, Section, Table } from '../document.ts'
import { numbersOf, partShown, rowsOnPage } from '../document.ts'
import { onOneLine, withTexts } from '../plain-text.ts'

/** Latin and Latin Extended as the packages cut them: Polish, Baltic and Nordic letters are in the two. */
const FONTS = [
  { family: 'Inter', weights: '100 900', name: 'inter' },
  { family: 'Source Serif 4', weights: '200 900', name: 'source-serif-4' }
]
const PARTS = [
  { part: 'latin', range: 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD' },
  { part: 'latin-ext', range: 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113' }
]

const beside = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const STYLE = `${FONTS.flatMap(font => PARTS.map(part => fontFace(font, part))).join('\n')}\n${beside('./page.css')}`
const SCRIPT = beside('./figures.js')
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; font-src data:; base-uri 'none'; form-action 'none'`

/** Content-Security-Policy for whoever serves such a file to be opened in the browser, on a page of its own or framed by one of the same service; the file says the same of itself, but cannot say who may frame it. */
export const HTML_POLICY = `${POLICY}; frame-ancestors 'self'`

/** Title of the document and sections below it: h1, then h2 to h5. */
const TOP_SECTION = 2

interface Page { document: Document, numbers: ReadonlyMap<string, number> }

export function writeHtml (original: Document): Buffer {
  const document = withTexts(original, onOneLine)
  const page = { document, numbers: numbersOf(document) }
  const { language, title, subtitle, words } = document
  return Buffer.from(`<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#_main">${escaped(words.skip ?? document.sections[0]!.title)}</a>
<header>
<h1>${bidi(title)}</h1>
<p class="subtitle">${bidi(subtitle)}</p>
${document.facts.length === 0 ? '' : `<dl class="about">${document.facts.map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${bidi(value)}</dd></div>`).join('')}</dl>`}
<p class="actions" hidden><button type="button" data-do="print">${escaped(words.print)}</button></p>
</header>
<nav aria-labelledby="_contents"><h2 id="_contents">${escaped(words.contents)}</h2>${contents(document.sections, 2)}</nav>
<main id="_main" tabindex="-1">
${document.sections.map(section => sectionHtml(page, section, TOP_SECTION)).join('\n')}
</main>
<footer>
<h2>${escaped(words.sources)}</h2>
<ul>${document.attribution.map(line => `<li>${bidi(line)}</li>`).join('')}</ul>
<p>${bidi(document.footer)}</p>
</footer>
<script>${SCRIPT}</script>
</body>
</html>
`)
}

function fontFace ({ family, weights, name }: typeof FONTS[number], { part, range }: typeof PARTS[number]): string {
  const file = fileURLToPath(import.meta.resolve(`@fontsource-variable/${name}/files/${name}-${part}-wght-normal.woff2`))
  return `@font-face { font-family: "${family}"; font-weight: ${weights}; src: url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) format("woff2"); unicode-range: ${range}; }`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character]!)

/** Right-to-left names keep their order to themselves. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/
const bidi = (text: string): string => RIGHT_TO_LEFT.test(text) ? `<bdi>${escaped(text)}</bdi>` : escaped(text)

function contents (sections: readonly Section[], levels: number): string {
  if (levels === 0 || sections.length === 0) return ''
  return `<ol>${sections.map(({ id, title, sections = [] }) => `<li><a href="#${id}">${bidi(title)}</a>${contents(sections, levels - 1)}</li>`).join('')}</ol>`
}

function sectionHtml (page: Page, { id, title, kicker, blocks, sections = [], newPage = false, annex = false }: Section, level: number): string {
  const heading = `${kicker === undefined ? '' : `<p class="kicker">${bidi(kicker)}</p>`}<h${level}>${bidi(title)}</h${level}>`
  const body = `${blocks.map(block => blockHtml(page, block)).join('\n')}\n${sections.map(section => sectionHtml(page, section, level + 1)).join('\n')}`
  const content = annex ? `<details><summary>${heading}</summary>${body}</details>` : `${heading}\n${body}`
  return `<section id="${id}"${newPage ? ' class="new-page"' : ''}>${content}</section>`
}

function blockHtml (page: Page, block: Block): string {
  switch (block.type) {
    case 'paragraph': return `<p class="${block.tone}">${lineHtml(block.line)}</p>`
    case 'list': return listHtml(block.lines, block.ordered ? 'ol' : 'ul')
    case 'facts': return `<ul class="facts">${block.facts.map(({ value, text }) => `<li><strong>${bidi(value)}</strong> <span>${bidi(text)}</span></li>`).join('')}</ul>`
    case 'definitions': return `<dl class="terms">${block.entries.map(({ term, meaning }) => `<dt>${bidi(term)}</dt><dd>${lineHtml(meaning)}</dd>`).join('')}</dl>`
    case 'table': return tableHtml(page, block)
    case 'figure': return figureHtml(page, block)
  }
}

const listHtml = (lines: readonly Line[], tag: 'ol' | 'ul'): string => `<${tag}>${lines.map(line => `<li>${lineHtml(line)}</li>`).join('')}</${tag}>`

const lineHtml = (line: Line): string => line.map(textHtml).join('')

function textHtml ({ text, strong = false, link }: { text: string, strong?: boolean, link?: string }): string {
  const words = strong ? `<strong>${bidi(text)}</strong>` : bidi(text)
  return link === undefined ? words : `<a href="${escaped(link)}"${link.startsWith('#') ? '' : ' rel="noreferrer"'}>${words}</a>`
}

const numbered = ({ numbers }: Page, word: string, { id, caption }: Table | Figure): string => `<span class="number">${escaped(word)} ${numbers.get(id)!}.</span> ${bidi(caption)}`

/** The part that scrolls can be reached by the keyboard and has a name. */
function tableHtml (page: Page, table: Table): string {
  const { words } = page.document
  const { id, columns, note } = table
  const head = columns.map(({ head, kind }) => `<th scope="col"${atTheRight(kind)}>${bidi(head)}</th>`).join('')
  const body = rowsOnPage(table).map(row => `<tr>${row.map((cell, i) => cellHtml(cell, columns[i]!.kind, i === 0 && columns[i]!.kind === 'text')).join('')}</tr>`).join('\n')
  const said = [partShown(table, words), note].filter(text => text !== null && text !== undefined).map(text => `<p class="note">${bidi(text)}</p>`).join('')
  return `<div class="table" id="${id}"><div class="scroll" role="region" tabindex="0" aria-labelledby="${id}_caption"><table><caption id="${id}_caption"><span>${numbered(page, words.table, table)}</span></caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>${said}</div>`
}

const atTheRight = (kind: string): string => kind === 'number' || kind === 'share' ? ' class="right"' : ''

function cellHtml (cell: Cell, kind: string, isRowHead: boolean): string {
  return isRowHead ? `<th scope="row">${textHtml(cell)}</th>` : `<td${atTheRight(kind)}>${textHtml(cell)}</td>`
}

function figureHtml (page: Page, figure: Figure): string {
  const { words } = page.document
  const { id, caption, alt, svg, width, table, note, interactive = false } = figure
  const tools = interactive ? ` data-interactive data-zoom-in="${escaped(words.zoomIn)}" data-zoom-out="${escaped(words.zoomOut)}" data-whole="${escaped(words.wholePicture)}" data-list="${escaped(words.listOfNodes)}"` : ''
  return `<figure id="${id}" class="${width}"${tools}><figcaption>${numbered(page, words.figure, figure)}</figcaption>
<div class="plate">${namedSvg(svg, id, caption, alt)}</div>
${note === undefined ? '' : `<p class="note">${bidi(note)}</p>`}<p class="twin"><a href="#${table}">${escaped(words.asTable)}<span class="sr">: ${escaped(words.figure)} ${page.numbers.get(id)!}</span></a></p></figure>`
}

/** The picture with its name and description inside; its size is the page's matter. */
function namedSvg (svg: string, id: string, caption: string, alt: string): string {
  return svg.replace(/^<svg([^>]*?)(\/?)>/, (_, attributes: string, alone: string) => {
    const kept = attributes.replace(/\s(role|width|height|id|focusable|aria-[a-z]+)="[^"]*"/g, '')
    return `<svg${kept} role="img" aria-labelledby="${id}_title ${id}_desc"><title id="${id}_title">${escaped(caption)}</title><desc id="${id}_desc">${escaped(alt)}</desc>${alone === '' ? '' : '</svg>'}`
  })
}
