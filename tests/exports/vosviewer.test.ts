/** VOSviewer's files against the grammar at app.vosviewer.com/docs/file-types/map-and-network-file-type (read 2026-11-29). */
import t from 'tap'
import { strFromU8, unzipSync } from 'fflate'
import { CAUTION } from '../../services/exports/about.ts'
import { exportVosviewer } from '../../services/exports/vosviewer.ts'
import { viewsToExport } from './views-to-export.ts'

const COLUMNS = /^(id|label|sublabel|description|url|x|y|cluster|weight<[^<>]+>|score<[^<>]+>)$/
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/

for (const { name, view, context } of await viewsToExport()) {
  t.test(`map and network keep the grammar and hold the view: ${name}`, async t => {
    const { contentType, fileName, body } = exportVosviewer(view, context)
    t.equal(contentType, 'application/zip')
    t.match(fileName, /^amber-road-[A-Za-z0-9-]+-vosviewer\.zip$/)
    t.strictSame(exportVosviewer(view, context).body, body, 'the same bytes again')
    const parts = Object.entries(unzipSync(body)).map(([path, bytes]): [string, string] => [path, strFromU8(bytes)])
    const part = (end: string): string => parts.find(([path]) => path.endsWith(end))?.[1] ?? ''
    t.equal(parts.length, 3)

    const [header, ...items] = part('-map.txt').split('\n').slice(0, -1).map(line => line.split('\t'))
    t.ok(header.every(column => COLUMNS.test(column)), header.join(' '))
    t.equal(new Set(header).size, header.length)
    t.equal(items.length, view.nodes.length)
    const at = (column: string): number => header.indexOf(column)
    items.forEach((cells, i) => {
      t.equal(cells.length, header.length)
      t.equal(cells[at('id')], String(i + 1))
      t.match(cells[at('label')], /^"[^"]+"$/)
      t.notMatch(cells[at('label')], /^"[=+\-@＝＋－＠]/, 'no formula')
      const cluster = Number(cells[at('cluster')])
      t.ok(Number.isInteger(cluster) && cluster >= 1 && cluster <= 1000)
      for (const [j, column] of header.entries()) {
        if (/^(x|y|weight<|score<)/.test(column)) t.match(cells[j], NUMBER, column)
        if (column.startsWith('weight<')) t.ok(Number(cells[j]) >= 0)
      }
    })
    t.strictSame(items.map(cells => [Number(cells[at('x')]), Number(cells[at('y')])]), view.nodes.map(({ x, y }) => [x, y]))

    const links = part('-network.txt').split('\n').slice(0, -1).map(line => line.split('\t').map(Number))
    t.ok(links.every(cells => cells.length === 3 && cells.every(Number.isFinite) && cells[0] !== cells[1] && cells[2] > 0))
    t.equal(new Set(links.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`)).size, links.length, 'every pair once')
    const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)
    t.ok(Math.abs(sum(links.map(([, , strength]) => strength)) - sum(view.edges.map(({ weight }) => weight))) < 1e-9)
    t.ok(Math.abs(sum(items.map(cells => Number(cells[at('weight<Total link strength>')]))) - 2 * sum(view.edges.map(({ weight }) => weight))) < 1e-9)
    t.equal(sum(items.map(cells => Number(cells[at('weight<Links>')]))), 2 * links.length)

    for (const said of [CAUTION, 'CC BY 4.0', '© European Union', 'run-0', 'filter: ']) t.match(part('about.txt'), said)
  })
}
