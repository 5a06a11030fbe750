import t from 'tap'
import { checkDocument } from '../../services/documents/check-document.ts'
import { svgProblem } from '../../services/documents/check-svg.ts'
import type { Block, Document, Figure, Section, Table } from '../../services/documents/document.ts'
import {
  CELLS_MAX, CELLS_ON_PAGES_MAX, COLUMNS_MAX, FIGURE_BYTES_MAX, FIGURES_BYTES_MAX, FIGURES_MAX, ROWS_MAX, SECTION_LEVELS_MAX, TABLES_MAX, TEXT_MAX
} from '../../services/documents/limits.ts'
import { ENGLISH, richDocument } from './rich-document.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
const table = (id: string, change: Partial<Table> = {}): Table => ({ type: 'table', id, name: 'A table', caption: 'A table', columns: [{ key: 'a', head: 'A', kind: 'text' }], rows: [[{ value: 'x', text: 'x' }]], ...change })
const figure = (id: string, change: Partial<Figure> = {}): Figure => ({ type: 'figure', id, caption: 'A figure', alt: 'A square.', svg: SVG, width: 'full', table: 'one', ...change })
const withBlocks = (blocks: Block[], change: Partial<Document> = {}): Document => ({
  language: 'en', title: 'T', subtitle: 'S', fileName: 'a-file', createdAt: '2026-01-01T00:00:00Z', facts: [], cover: false, footer: 'F', attribution: [], words: ENGLISH, sections: [{ id: 'first', title: 'First', blocks }], ...change
})
const linked = (link: string): Block => ({ type: 'paragraph', tone: 'text', line: [{ text: 'there', link }] })

t.test('a document that holds together passes', async t => {
  t.doesNotThrow(() => checkDocument(richDocument()))
  t.doesNotThrow(() => checkDocument(withBlocks([table('one'), figure('two'), linked('#one'), linked('#two'), linked('#first'), linked('https://example.org/a?b=c')])))
})

t.test('what contradicts itself is a mistake of whoever made it', async t => {
  const refused: Array<[string, Document, RegExp]> = [
    ['an id twice', withBlocks([table('one'), table('one')]), /id "one" stands twice/],
    ['a table that is called like a section', withBlocks([table('first')]), /id "first" stands twice/],
    ['an id inside a picture that is taken', withBlocks([table('one'), figure('two', { svg: SVG.replace('<rect', '<rect id="one"') })]), /id "one" stands twice/],
    ['an id that is markup', withBlocks([table('a"><script>')]), /is no id/],
    ['a link to nothing', withBlocks([linked('#nothing')]), /"#nothing" leads nowhere/],
    ['a link that runs', withBlocks([linked('javascript:alert(1)')]), /leads nowhere/],
    ['a link that is not secure', withBlocks([linked('http://example.org')]), /leads nowhere/],
    ['a link in a cell', withBlocks([table('one', { rows: [[{ value: 'x', text: 'x', link: '#gone' }]] })]), /leads nowhere/],
    ['a node of a picture that opens nothing', withBlocks([table('one'), figure('two', { svg: SVG.replace('<rect', '<rect data-href="#gone"') })]), /"#gone" leads nowhere/],
    ['a picture without its table', withBlocks([figure('two')]), /names the table "one"/],
    ['a picture that says nothing to the blind', withBlocks([table('one'), figure('two', { alt: ' ' })]), /no text for those who cannot see/],
    ['a row too short', withBlocks([table('one', { rows: [[]] })]), /row 1: 0 cells for 1 columns/],
    ['no columns', withBlocks([table('one', { columns: [], rows: [] })]), /no column/],
    ['two columns with one key', withBlocks([table('one', { columns: [{ key: 'a', head: 'A', kind: 'text' }, { key: 'a', head: 'B', kind: 'text' }], rows: [] })]), /two columns with one key/],
    ['a key that is a formula', withBlocks([table('one', { columns: [{ key: '=a', head: 'A', kind: 'text' }] })]), /is no key/],
    ['not a number', withBlocks([table('one', { columns: [{ key: 'a', head: 'A', kind: 'number' }], rows: [[{ value: NaN, text: '' }]] })]), /NaN is not a number; what is not known is null/],
    ['a word where a number belongs', withBlocks([table('one', { columns: [{ key: 'a', head: 'A', kind: 'share' }] })]), /"x" where a number belongs/],
    ['a part of a row shown', withBlocks([table('one', { rowsShown: 1.5 })]), /shows 1.5 rows/],
    ['a file name that leaves its folder', withBlocks([], { fileName: '../a' }), /file name "\.\.\/a"/],
    ['a file name of nothing', withBlocks([], { fileName: '' }), /file name/],
    ['no language', withBlocks([], { language: 'English' }), /no language tag/],
    ['no time', withBlocks([], { createdAt: 'today' }), /is no time/],
    ['no section', withBlocks([], { sections: [] }), /no section/]
  ]
  for (const [name, document, message] of refused) {
    t.throws(() => checkDocument(document), { message, name: 'Error' }, name)
  }
})

t.test('pictures are shapes and text alone', async t => {
  t.equal(svgProblem(SVG), null)
  t.equal(svgProblem(SVG.replace('<rect', '<text font-family="\'Source Serif 4\'" fill="url(#grey)">a &amp; b &#169;</text><rect')), null)
  const refused: Array<[string, RegExp]> = [
    ['', /not closed/],
    ['<p>no</p>', /<p> is not allowed/],
    [`${SVG}${SVG}`, /not one <svg>/],
    [`x${SVG}`, /outside of <svg>/],
    [SVG.replace('</svg>', ''), /not closed/],
    [SVG.replace('<rect', '<g><rect'), /closes nothing/],
    [SVG.replace(' viewBox="0 0 10 10"', ''), /no viewBox/],
    [SVG.replace('<rect', '<script>alert(1)</script><rect'), /<script> is not allowed/],
    [SVG.replace('<rect', '<style>a{}</style><rect'), /<style> is not allowed/],
    [SVG.replace('<rect', '<foreignObject/><rect'), /<foreignObject> is not allowed/],
    [SVG.replace('<rect', '<image href="https://example.org/a.png"/><rect'), /<image> is not allowed/],
    [SVG.replace('<rect', '<animate/><rect'), /<animate> is not allowed/],
    [SVG.replace('<rect', '<!-- a --><rect'), /cannot be read/],
    [SVG.replace('<rect', '<![CDATA[a]]><rect'), /cannot be read/],
    [SVG.replace('<rect', '<rect onclick="alert(1)"'), /onclick is not allowed/],
    [SVG.replace('<rect', '<rect style="fill:red"'), /style is not allowed/],
    [SVG.replace('<rect', "<rect onclick='alert(1)'"), /cannot be read/],
    [SVG.replace('<rect', '<use href="https://example.org/a.svg#a"/><rect'), /href leads outside/],
    [SVG.replace('<rect', '<use xlink:href="data:x"/><rect'), /href leads outside/],
    [SVG.replace('<rect', '<rect fill="url(https://example.org)"'), /fill leads outside/],
    [SVG.replace('<rect', '<rect x="1" x="2"'), /x stands twice/],
    [SVG.replace('<rect', '<text>a & b</text><rect'), /& is not escaped/],
    [SVG.replace('<rect', '<text font-family="Source Serif 4">a</text><rect'), /font-family/],
    [SVG.replace('<rect', '<text font-family="Comic Sans">a</text><rect'), /font-family/]
  ]
  for (const [svg, problem] of refused) t.match(svgProblem(svg), problem, svg.slice(0, 120))
})

t.test('what no file can hold is refused, whoever made it', async t => {
  const cell = { value: null, text: '' }
  const column = (i: number) => ({ key: `c${i}`, head: '', kind: 'text' as const })
  const columns = Array.from({ length: 10 }, (_, i) => column(i))
  const rows = (count: number, width = 1) => Array.from({ length: count }, () => Array.from({ length: width }, () => cell))
  const many = <Item>(count: number, item: (i: number) => Item): Item[] => Array.from({ length: count }, (_, i) => item(i))
  const deep = (levels: number): Section => ({ id: `level-${levels}`, title: 'L', blocks: [], ...(levels > 1 && { sections: [deep(levels - 1)] }) })
  const large = (bytes: number): string => SVG.replace('<rect', `<path d="${'M'.repeat(bytes - SVG.length - 12)}"/><rect`)
  const cases: Array<[string, Document, Document, RegExp]> = [
    ['tables', withBlocks(many(TABLES_MAX, i => table(`t${i}`))), withBlocks(many(TABLES_MAX + 1, i => table(`t${i}`))), /Tables: 2001/],
    ['figures', withBlocks([table('one'), ...many(FIGURES_MAX, i => figure(`f${i}`))]), withBlocks([table('one'), ...many(FIGURES_MAX + 1, i => figure(`f${i}`))]), /Figures: 1001/],
    ['a figure', withBlocks([table('one'), figure('f', { svg: large(FIGURE_BYTES_MAX) })]), withBlocks([table('one'), figure('f', { svg: large(FIGURE_BYTES_MAX + 1) })]), /Bytes of figure f/],
    ['all figures', withBlocks([table('one'), figure('f')]), withBlocks([table('one'), ...many(FIGURES_BYTES_MAX / FIGURE_BYTES_MAX, i => figure(`f${i}`, { svg: large(FIGURE_BYTES_MAX) })), figure('f')]), /Bytes of figures/],
    ['columns', withBlocks([table('one', { columns: many(COLUMNS_MAX, column), rows: [] })]), withBlocks([table('one', { columns: many(COLUMNS_MAX + 1, column), rows: [] })]), /Columns of table one: 61/],
    ['rows', withBlocks([table('one', { rows: [] })]), withBlocks([table('one', { rows: new Array(ROWS_MAX + 1), rowsShown: 1 })]), /Rows of table one/],
    ['cells', withBlocks([table('one', { rows: [] })]), withBlocks(many(3, i => table(`t${i}`, { columns, rows: new Array(Math.ceil((CELLS_MAX + 1) / 30)), rowsShown: 0 }))), /Cells of tables/],
    ['cells on pages', withBlocks([table('one', { columns, rows: rows(CELLS_ON_PAGES_MAX / 10, 10) })]), withBlocks([table('one', { columns, rows: rows(CELLS_ON_PAGES_MAX / 10 + 1, 10) })]), /Cells on pages/],
    ['levels', withBlocks([], { sections: [deep(SECTION_LEVELS_MAX)] }), withBlocks([], { sections: [deep(SECTION_LEVELS_MAX + 1)] }), /Levels of sections: 5/],
    ['a text', withBlocks([table('one', { rows: [[{ value: null, text: 'x'.repeat(TEXT_MAX) }]] })]), withBlocks([table('one', { rows: [[{ value: null, text: 'x'.repeat(TEXT_MAX + 1) }]] })]), /a text of more than 32767/]
  ]
  for (const [name, within, beyond, message] of cases) {
    t.doesNotThrow(() => checkDocument(within), name)
    t.throws(() => checkDocument(beyond), { name: 'DocumentTooLarge', message }, name)
  }
})
