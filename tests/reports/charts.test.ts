/** Pictures: well-formed whatever names they hold, letters not under the print floor, nothing that is no number. */
import t from 'tap'
import { clusterColour } from '../../services/contract/palette.ts'
import { drawClusterMap } from '../../services/reports/charts/cluster-map-chart.ts'
import { drawCountryMatrix } from '../../services/reports/charts/country-matrix-chart.ts'
import { fitInto } from '../../services/reports/charts/fit.ts'
import { drawIntervals } from '../../services/reports/charts/interval-chart.ts'
import { drawMap } from '../../services/reports/charts/map-chart.ts'
import { drawMembers } from '../../services/reports/charts/member-network-chart.ts'
import { shorten, TEXT_LEAST } from '../../services/reports/charts/svg.ts'
import { blocksOf, report, reportRun } from './made-run.ts'

const HOSTILE = ['=1+1', '<script>alert(1)</script>', '#import "x"', '"><svg onload=alert(1)>', "' onclick='x", '&lt;&#x3c;&', 'مركز الأبحاث', 'x'.repeat(300), '👩‍🔬'.repeat(40), 'a\u0001b\uFFFEc\uD800d', ']]>', '-->', '\u202Egnp.exe']

/** Tags in their order, with the texts between; throws where one is not closed or a character is not escaped. */
function readSvg (svg: string): { names: Set<string>, attributes: Array<[string, string]>, texts: string[] } {
  const [names, attributes, texts, open] = [new Set<string>(), [] as Array<[string, string]>, [] as string[], [] as string[]]
  let rest = svg
  while (rest !== '') {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z0-9:-]+="[^"<>]*")*)(\/?)>/.exec(rest)
    if (tag === null) {
      const [text] = /^[^<]+/.exec(rest) ?? []
      if (text === undefined || />|&(?!(amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`not read: ${rest.slice(0, 80)}`)
      texts.push(text)
      rest = rest.slice(text.length)
      continue
    }
    const [whole, closing, name, given, alone] = tag
    names.add(name)
    for (const [, key, value] of given.matchAll(/ ([a-zA-Z0-9:-]+)="([^"]*)"/g)) attributes.push([key, value])
    if (closing === '/') { if (open.pop() !== name) throw new Error(`</${name}> closes nothing`) } else if (alone === '') open.push(name)
    rest = rest.slice(whole.length)
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> is not closed`)
  return { names, attributes, texts }
}

const hostile = (svg: string): ReturnType<typeof readSvg> => {
  const read = readSvg(svg)
  t.strictSame([...read.names].filter(name => !['svg', 'g', 'rect', 'circle', 'line', 'path', 'text', 'title'].includes(name)), [])
  t.strictSame(read.attributes.filter(([key, value]) => /^on|^style$|^class$|href$/.test(key.replace('data-href', '')) || /NaN|Infinity|undefined/.test(value)), [])
  t.ok(read.attributes.filter(([key]) => key === 'font-size').every(([, value]) => Number(value) >= TEXT_LEAST), 'no letters under the print floor')
  t.ok(read.attributes.some(([key]) => key === 'viewBox'))
  return read
}

t.test('names with markup, formulas, other scripts and 300 characters', async () => {
  for (const name of HOSTILE) {
    hostile(drawIntervals([{ name, quotient: 2, lower: 1.5, upper: 3, sure: true, value: name, interval: name }, { name, quotient: null, lower: null, upper: null, sure: false, value: name, interval: name }], clusterColour('C1')))
    hostile(drawCountryMatrix([{ code: name, name }, { code: 'B', name }], [{ a: 0, b: 1, ratio: 1.2, text: name }], { title: name, classes: Array.from({ length: 7 }, () => name) }))
    hostile(drawMembers([{ x: 0, y: 0, degree: 3, confidence: null, bridge: true, name }, { x: 1, y: 5, degree: 1, confidence: 0.5, bridge: false, name: null }], [{ a: 0, b: 1, across: true }], clusterColour('C2')))
    hostile(drawClusterMap([{ code: 'C1', name, x: 1, y: 2, members: 9, loose: true, share: 0.7, expected: 1, href: '#cluster-c1' }, { code: 'C44', name, x: 1, y: 2, members: 1, loose: false, share: null, expected: null }], [{ a: 'C1', b: 'C44', weight: 2 }]))
    hostile(drawMap([{ code: 'PL', name, latitude: 52, longitude: 19, organisations: 40, text: '40' }, { code: 'LT', name, latitude: 55, longitude: 24, organisations: null, text: '' }], [{ a: 'PL', b: 'LT', weight: 2 }], ({ country }) => country === 'PL'))
  }
})

t.test('pictures of one thing, of things in one place, and of places off the map', async () => {
  hostile(drawMembers([{ x: 3, y: 3, degree: 0, confidence: 1, bridge: false, name: 'A' }, { x: 3, y: 3, degree: 0, confidence: 1, bridge: false, name: 'B' }], [], clusterColour(null)))
  hostile(drawClusterMap([{ code: 'C1', name: 'A', x: 0, y: 0, members: 5, loose: false, share: 0, expected: 0 }], []))
  hostile(drawMap([{ code: 'US', name: 'United States', latitude: 40, longitude: -100, organisations: 0, text: '0' }], [], () => false))
})

t.test('a name is cut between characters, never inside one', async t => {
  t.equal(shorten('👩👩👩👩', 3), '👩👩…')
  t.equal(shorten('abc', 3), 'abc')
})

t.test('places keep their directions, and their distances where nothing may be stretched', async t => {
  const fit = fitInto([{ x: 0, y: 0 }, { x: 10, y: 1 }], { left: 0, top: 0, right: 100, bottom: 100 })
  t.strictSame([fit({ x: 0, y: 0 }), fit({ x: 10, y: 1 })], [{ x: 0, y: 45 }, { x: 100, y: 55 }])
  const stretched = fitInto([{ x: 0, y: 0 }, { x: 10, y: 1 }], { left: 0, top: 0, right: 100, bottom: 100 }, 2)
  t.strictSame([stretched({ x: 0, y: 0 }), stretched({ x: 10, y: 1 })], [{ x: 0, y: 40 }, { x: 100, y: 60 }])
})

t.test('every picture of a report with hostile names, in both languages', async t => {
  const made = reportRun({ clusters: 3, name: k => HOSTILE[k % HOSTILE.length].replace(/[\u0001\uFFFE\uD800]/gu, '') }) // eslint-disable-line no-control-regex -- a store refuses these
  for (const language of ['en', 'pl']) {
    const document = await report(made, { countries: 'PL,LT,LV', language })
    for (const block of blocksOf(document)) if (block.type === 'figure') hostile(block.svg)
    t.notMatch(document.fileName, /[^a-z0-9-]/)
  }
})
