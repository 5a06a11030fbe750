/**
 * A view as VOSviewer's map and network files, tab separated (app.vosviewer.com/docs/file-types/map-and-network-file-type): the map has a header line and a line for
 * each item, the network has no header and a line "id id strength" for each link. Neither has room for a comment, so that a third file in the same zip says what they are.
 */
import type { GraphView } from '../contract/graph-view.ts'
import { MEASURES } from '../contract/run.ts'
import { guardFormula } from '../csv-line.ts'
import { zip } from '../documents/zip.ts'
import type { ExportContext } from './about.ts'
import { aboutExport, contentOf, nodesInWords } from './about.ts'
import { countriesText } from './graph-rows.ts'
import { fileBase } from './export-view.ts'
import type { HeldNetwork } from '../views/network-view.ts'

type FileView = GraphView | HeldNetwork

/** Clusters are numbered from 1 to this; what lies beyond, and what is in no cluster, shares the last number used. */
const CLUSTER_MAX = 1000
const CROSS_BORDER_SHARE = 'crossBorderShare'

export function exportVosviewer (view: FileView, context: ExportContext): { contentType: string, fileName: string, body: Buffer } {
  const name = fileBase(view)
  const about = aboutExport(contentOf(view, nodesInWords(context.run)), context).map(({ key, value }) => `${key}: ${value}`)
  const notes = ['In VOSviewer: File, Open; the map file and the network file of this folder.', 'VOSviewer knows no direction: links both ways between two organisations are one, with their weights added.', ...leftOut(view)]
  const files = { [`${name}-map.txt`]: mapFile(view, context), [`${name}-network.txt`]: networkFile(view), 'about.txt': [...about, '', ...notes, ''].join('\n') }
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  return { contentType: 'application/zip', fileName: `${name}-vosviewer.zip`, body: zip(bytes) }
}

/** Items are numbered from 1 in the order of the view, with places if all have one: VOSviewer finds its own otherwise. Weights are of the links in the file, as VOSviewer itself counts them. */
function mapFile (view: FileView, { clusterLabel }: ExportContext): string {
  const links = new Map(view.nodes.map(({ id }) => [id, { links: 0, strength: 0 }]))
  for (const { ends, strength } of linksOf(view)) {
    for (const end of ends) {
      const own = links.get(end)
      if (own === undefined) continue
      own.links++
      own.strength += strength
    }
  }
  const codes = view.level === 'clusters' ? view.nodes.map(({ id }) => id) : view.nodes.map(({ cluster }) => cluster)
  const number = clusterNumbers(codes)
  const measures = measuresIn(view)
  const placed = isPlaced(view)
  const header = ['id', 'label', 'description', ...placed ? ['x', 'y'] : [], 'cluster', 'weight<Links>', 'weight<Total link strength>', ...view.level === 'clusters' ? ['weight<Organisations>'] : [], ...measures.map(measure => `score<${measure}>`)]
  const place = ({ x, y }: { x: number | null, y: number | null }): Array<number | null> => placed ? [x, y] : []
  const tail = (id: string): number[] => [links.get(id)?.links ?? 0, links.get(id)?.strength ?? 0]
  const rows = view.level === 'clusters'
    ? view.nodes.map((node, i) => [i + 1, text(`${node.id} ${clusterLabel(node.id)}`), text(countriesText(node.countries)), ...place(node), number(node.id), ...tail(node.id), node.size, ...measures.map(() => node.crossBorderShare as number)])
    : view.nodes.map((node, i) => [i + 1, text(node.name), text([node.city, node.country, node.cluster === null ? null : clusterLabel(node.cluster)].filter(part => part !== null).join(', ')), ...place(node), number(node.cluster), ...tail(node.id), ...measures.map(measure => node.scores[measure] as number)])
  return [header, ...rows].map(cells => cells.join('\t') + '\n').join('')
}

function networkFile (view: FileView): string {
  const place = new Map(view.nodes.map(({ id }, i) => [id, i + 1]))
  return linksOf(view).map(({ ends: [a, b], strength }) => `${place.get(a)}\t${place.get(b)}\t${strength}\n`).join('')
}

/** Every pair once. */
function linksOf ({ edges }: FileView): Array<{ ends: [string, string], strength: number }> {
  const pairs = new Map<string, { ends: [string, string], strength: number }>()
  for (const { source, target, weight } of edges) {
    const ends: [string, string] = source < target ? [source, target] : [target, source]
    const known = pairs.get(ends.join('~'))
    if (known === undefined) pairs.set(ends.join('~'), { ends, strength: weight })
    else known.strength += weight
  }
  return [...pairs.values()]
}

/** The number in the code; no cluster is one more than the greatest of the view. */
function clusterNumbers (codes: Array<string | null>): (code: string | null) => number {
  const own = (code: string | null): number => Number(/^C([1-9]\d*)$/.exec(code ?? '')?.[1] ?? 0)
  const none = Math.min(CLUSTER_MAX, Math.max(0, ...codes.map(own)) + 1)
  return code => own(code) === 0 ? none : Math.min(CLUSTER_MAX, own(code))
}

const isPlaced = ({ nodes }: FileView): boolean => nodes.every(({ x }) => x !== null)

/** Measures that every item of the view has: the file cannot say "not defined". */
function measuresIn (view: FileView): string[] {
  if (view.level === 'clusters') return [CROSS_BORDER_SHARE].filter(() => view.nodes.every(({ crossBorderShare }) => crossBorderShare !== null))
  return MEASURES.filter(measure => view.nodes.length > 0 && view.nodes.every(({ scores }) => typeof scores[measure] === 'number'))
}

function leftOut (view: FileView): string[] {
  const missing = (view.level === 'clusters' ? [CROSS_BORDER_SHARE] : MEASURES).filter(measure => !measuresIn(view).includes(measure))
  return [
    ...view.level !== 'clusters' && view.nodes.some(({ cluster }) => cluster === null) ? ['Organisations in no cluster have the last cluster number.'] : [],
    ...isPlaced(view) ? [] : ['Places are left out, since organisations in no cluster have none: VOSviewer finds its own.'],
    ...missing.length > 0 ? [`Left out, not defined for every item here: ${missing.join(', ')}.`] : []
  ]
}

/** One line in quotation marks, which may hold commas and semicolons but no mark of its own. People open the file in a spreadsheet, so nothing in it is a formula. */
function text (words: string): string {
  return `"${guardFormula(words.replace(/[\t\r\n]+/g, ' ').replaceAll('"', '\''))}"`
}
