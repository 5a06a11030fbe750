/** Invented documents: one that holds every kind of block and every text that has broken a file somewhere, and long ones. */
import { NOTHING } from '../../services/documents/document.ts'
import type { Block, Cell, Document, Figure, Section, Table, Words } from '../../services/documents/document.ts'

/** Texts that formats read as markup, formulas or nothing at all. */
export const HOSTILE = [
  '=1+1', '+1', '-1', '@SUM(A1)', '\t=cmd', '\r=cmd', '＝1+1', '<script>alert(1)</script>', '</title><img src=x onerror=alert(1)>', '#import "x"', '#panic("no")', '$x^2$', '*bold* _under_ `raw`',
  '= Heading', '- item', '<label> @ref', '\\u{41} \\', '"quotes" \'single\' & ampersand', '{{mustache}} $' + '{js}', '_x0041_', '] ) }', '//comment /* x */', 'a,b;c\td', 'two\nlines',
  'control \u0000\u0007\u001B\u0085 end', 'half \uD83D pair', 'שלום עולם', 'جامعة غدانسك', '東京大学', 'right \u202Eto left', 'x'.repeat(300), 'e\u0301 combined', '👩‍🔬 🇵🇱', '%s %n', 'C:\\new\\table', '[link](https://example.org)', '<!-- c -->', ']]>', '--', ' lead and trail '
]

/** Names with the letters of the Baltic Sea's languages. */
export const NAMES = [
  'Szkoła Główna Gospodarstwa Wiejskiego', 'Zażółć gęślą jaźń', 'Rīgas Tehniskā universitāte', 'Ķeguma ģeoloģijas ņēmums', 'Kauno technologijos universitetas, Šiauliai', 'Ąžuolų ėglių įmonė Ūkis',
  'Eesti Maaülikool', 'Põllumajanduse õppejõud', 'Aarhus Universitet', 'Smørrebrød & Fødevarer', 'Luonnonvarakeskus (Luke)', 'Jyväskylän yliopisto', 'Universität Hohenheim', 'Straße der Übermäßigkeit',
  'Sveriges lantbruksuniversitet', 'Ångström Åkeri'
]

export const ENGLISH: Words = {
  contents: 'Contents', rowsShown: '{shown} of {all} rows; the others are in the XLSX and CSV files.', table: 'Table', figure: 'Figure', page: 'Page', sources: 'Sources', asTable: 'As a table',
  zoomIn: 'Zoom in', zoomOut: 'Zoom out', wholePicture: 'Whole picture', listOfNodes: 'Clusters in the picture', print: 'Print', skip: 'To the report', about: 'About', inPlaceOfValues: 'Words in place of values: {words}.',
  missingCharacters: 'A □ stands for a character that the fonts of this file do not have; the other files have it.'
}

const text = (value: string): Cell => ({ value, text: value })
const number = (value: number): Cell => ({ value, text: value.toLocaleString('en') })
const share = (value: number): Cell => ({ value, text: `${Math.round(value * 100)} %` })
const FEW: Cell = { value: null, text: 'few' }

const COLOURS = ['#332288', '#CC6677', '#DDCC77', '#88CCEE', '#44AA99', '#117733', '#705CCF', '#AA4499']

export function network (id: string, interactive: boolean): Figure {
  const at = COLOURS.map((_, i) => ({ x: 400 + 300 * Math.cos(i * 0.785), y: 210 + 150 * Math.sin(i * 0.785) }))
  const links = at.flatMap((from, i) => at.slice(i + 1).map((to, j) => ({ from, to, i, j: i + 1 + j }))).filter(({ i, j }) => (i * j + j) % 3 === 0)
  const lines = links.map(({ from, to, i, j }) => `<line data-ends="C${i + 1} C${j + 1}" x1="${from.x.toFixed(1)}" y1="${from.y.toFixed(1)}" x2="${to.x.toFixed(1)}" y2="${to.y.toFixed(1)}" stroke="#87919D" stroke-width="${1 + (i % 3)}"/>`)
  const discs = at.map(({ x, y }, i) => `<g data-node="C${i + 1}" data-href="#cluster-${i % 3 + 1}"><title>C${i + 1} ${escapeXml(NAMES[i]!)}</title><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${14 + i * 2}" fill="${COLOURS[i]}" stroke="#FBFAF7" stroke-width="2"/><text x="${x.toFixed(1)}" y="${(y + 44).toFixed(1)}" font-family="Inter" font-size="13" font-weight="600" fill="#17202A" text-anchor="middle">${escapeXml(NAMES[i]!)}</text></g>`)
  return {
    type: 'figure', id, caption: 'Clusters and the work they share', alt: 'Eight clusters on a ring; the widest line joins C3 and C6.', width: 'full', table: 'clusters', interactive,
    note: 'Disc: organisations. Line: shared work.',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420" font-family="Inter" font-size="13"><rect width="800" height="420" fill="#FBFAF7"/>${lines.join('')}${discs.join('')}<text x="20" y="400" font-family="'Source Serif 4'" font-size="15" fill="#46515E">Świnoujście – Ķēdaiņi – Šiauliai &amp; Jõhvi</text></svg>`
  }
}

export function bars (id: string, caption: string): Figure {
  const rows = NAMES.slice(0, 8).map((name, i) => `<text x="0" y="${24 + i * 24}" font-size="12" fill="#17202A">${escapeXml(name.slice(0, 24))}</text><rect x="170" y="${13 + i * 24}" width="${20 + i * 13}" height="13" fill="#117733"/><text x="${196 + i * 13}" y="${24 + i * 24}" font-size="12" font-weight="600" fill="#17202A">${(0.2 + i * 0.7).toFixed(1)}×</text>`)
  return {
    type: 'figure', id, caption, alt: 'Bars from 0.2 to 5.1 times as common.', width: 'half', table: 'clusters', note: '1.0: as common as in the whole network.',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 210" font-family="Inter">${rows.join('')}</svg>`
  }
}

function escapeXml (value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function clusters (): Table {
  return {
    type: 'table', id: 'clusters', name: 'Clusters', caption: 'All clusters of 20 or more organisations, largest first', note: 'Across a border: share of the work between countries.',
    columns: [
      { key: 'code', head: 'Code', kind: 'text' }, { key: 'cluster', head: 'Cluster', kind: 'text' }, { key: 'organisations', head: 'Organisations', kind: 'number' },
      { key: 'countries', head: 'Effective countries', kind: 'number' }, { key: 'acrossBorder', head: 'Across a border', kind: 'share' }, { key: 'field', head: 'Field most over-represented', kind: 'text' }, { key: 'found', head: 'Found', kind: 'date' }
    ],
    rows: COLOURS.map((_, i) => [
      { value: `C${i + 1}`, text: `C${i + 1}`, strong: true, ...(i < 3 && { link: `#cluster-${i + 1}` }) }, { ...text(NAMES[i]!), strong: i === 5 }, number(1155 - i * 121), number(Number((2.4 + i / 7).toFixed(1))), i === 7 ? FEW : share(0.4 + i / 30),
      { value: `Field ${i}`, text: `◐ Field ${i}, 1.9×`, link: 'https://example.org/field' }, i === 7 ? { value: null, text: NOTHING } : { value: '2026-11-23', text: '23 Nov 2026' }
    ])
  }
}

/** More columns of numbers than stand beside each other; each head is a long word. */
export function wideTable (id: string, count: number): Table {
  return {
    type: 'table', id, name: `Wide ${id}`, caption: 'A row for each, a column for each', note: 'Said once.',
    columns: [{ key: 'name', head: 'Organisation', kind: 'text' }, ...Array.from({ length: count - 1 }, (_, i) => ({ key: `n${i}`, head: `Województwo${i}`, kind: 'number' as const }))],
    rows: NAMES.slice(0, 4).map(name => [text(name), ...Array.from({ length: count - 1 }, (_, i) => number(1000 + i))])
  }
}

export function members (id: string, count: number, rowsShown?: number): Table {
  return {
    type: 'table', id, name: `Members of ${id}`, caption: `Members of ${id}`, ...(rowsShown !== undefined && { rowsShown }),
    columns: [{ key: 'name', head: 'Organisation', kind: 'text' }, { key: 'country', head: 'Country', kind: 'text' }, { key: 'partners', head: 'Partners', kind: 'number' }, { key: 'returns', head: 'Of runs', kind: 'share' }],
    rows: Array.from({ length: count }, (_, i) => [text(`${NAMES[i % NAMES.length]!} ${i + 1}`), text(['PL', 'LV', 'LT', 'EE', 'DK', 'FI', 'DE', 'SE'][i % 8]!), number((i * 37) % 560), share(((i * 13) % 101) / 100)])
  }
}

function clusterSection (i: number, rows: number): Section {
  return {
    id: `cluster-${i}`, title: `${NAMES[i % NAMES.length]!}`, kicker: `C${i} ● Steady, passes 5 of 5 tests`, newPage: true,
    blocks: [
      { type: 'paragraph', tone: 'lead', line: [{ text: 'Members sit in all eight countries, but ' }, { text: '44 %', strong: true }, { text: ' of them are in Germany.' }] },
      bars(`fields-${i}`, 'Fields against the whole network'), bars(`pairs-${i}`, 'Country pairs against expectation'),
      members(`members-${i}`, rows, rows > 60 ? 60 : undefined)
    ],
    sections: [
      { id: `bridges-${i}`, title: 'Bridges to other clusters', blocks: [{ type: 'list', ordered: true, lines: [[{ text: 'Aarhus Universitet', strong: true }, { text: ', DK. 36 % of its work is with Health; see ' }, { text: 'the clusters', link: '#clusters' }, { text: '.' }], [{ text: 'Sveriges lantbruksuniversitet', strong: true }, { text: ', SE.' }]] }] }
    ]
  }
}

const paragraph = (words: string): Block => ({ type: 'paragraph', tone: 'text', line: [{ text: words }] })
const PROSE = 'Each project links every pair of its partners in the region. A project with n partners gives each pair a weight of 1/(n − 1), so large consortia do not drown small ones; projects with more than 100 partners are skipped. '

/** One of everything, and a table with every hostile text. */
export function richDocument (): Document {
  return longDocument(3, 12, 'amber-road-rich-en')
}

/** A report of `pages` clusters, each on a page or more. */
export function longDocument (clusterCount: number, rows: number, fileName = 'amber-road-long-en'): Document {
  return {
    language: 'en', title: 'Food & bioeconomy across the Baltic Sea', subtitle: 'A cross-border specialisation cluster of 447 organisations in Denmark, Estonia, Finland, Germany, Latvia, Lithuania, Poland and Sweden',
    fileName, createdAt: '2026-11-23T10:20:30.000Z', cover: true, footer: 'Invented data to 14 Dec 2020, © nobody',
    facts: [{ label: 'Data', value: 'Invented participations to 14 Dec 2020' }, { label: 'Analysis', value: 'Leiden, γ 1.0, best of 50 runs; seed 42' }, { label: 'Made', value: '23 November 2026. The same data and settings give the same pages' }],
    attribution: ['Nobody in particular, CC0 1.0', 'Boundaries © EuroGeographics'], words: ENGLISH,
    sections: [
      {
        id: 'key-facts', title: 'Key facts', newPage: true,
        blocks: [
          { type: 'paragraph', tone: 'lead', line: [{ text: 'Members sit in all eight countries, and the five countries that can be judged work at home more than their volume predicts.' }] },
          { type: 'facts', facts: [{ value: '447', text: 'organisations, 57 of 100 of them companies' }, { value: '282', text: 'projects with at least two members' }, { value: '66 %', text: 'of the work crosses a border. From the volumes alone 78 % would, so members look abroad less than they could' }, { value: '5.3×', text: 'as many members in food & bioeconomy as in the whole network' }, { value: 'not measured', text: 'overlap with the same cluster' }] },
          network('map', true)
        ]
      },
      { id: 'peers', title: 'The clusters among their peers', newPage: true, blocks: [paragraph(PROSE), clusters()] },
      ...Array.from({ length: clusterCount }, (_, i) => clusterSection(i + 1, rows)),
      {
        id: 'method', title: 'Method and cautions', newPage: true,
        blocks: [
          { type: 'paragraph', tone: 'caution', line: [{ text: 'Missing is not absent. ', strong: true }, { text: 'Computed on recorded links only: absence of a link is not evidence of absence.' }] },
          paragraph(PROSE.repeat(3)),
          { type: 'paragraph', tone: 'small', line: [{ text: 'Written for nobody, see ' }, { text: 'example.org', link: 'https://example.org/?a=1&b=2' }, { text: '.' }] }
        ],
        sections: [
          { id: 'tests', title: 'What makes it a cluster', blocks: [{ type: 'list', ordered: false, lines: [[{ text: 'At least five organisations, connected' }], [{ text: 'At least 1.5 effective countries' }]] }] },
          { id: 'words', title: 'Words used', blocks: [{ type: 'definitions', entries: [{ term: 'Effective countries', meaning: [{ text: 'Counts countries by their weight.' }] }, { term: 'Expected', meaning: [{ text: 'That share if partners were chosen by volume alone.' }] }] }] }
        ]
      },
      {
        id: 'annex', title: 'Annex: texts that break files', annex: true, newPage: true,
        blocks: [{
          type: 'table', id: 'hostile', name: 'Texts as they came', caption: 'Texts as they came', columns: [{ key: 'row', head: 'Row', kind: 'number' }, { key: 'words', head: 'Text', kind: 'text' }, { key: 'again', head: '=1+1', kind: 'text' }],
          rows: HOSTILE.map((value, i) => [number(i - 3), text(value), text(value)])
        }, { type: 'list', ordered: false, lines: HOSTILE.map(value => [{ text: value }]) }, members('everybody', 500, 40)]
      }
    ]
  }
}
