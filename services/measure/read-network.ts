/**
 * A network out of a file of any tool: an edge list (separated values with source, target and, where known, weight), GEXF or GraphML, with a table of nodes
 * beside it where groups are needed. No store is involved. What a measure cannot use is refused with its row; what it leaves out is counted.
 */
import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Coordinates } from '../analysis/algorithm.ts'
import { readDecimal } from '../contract/decimal.ts'
import { Weight, WEIGHT_MAX, WEIGHT_MIN } from '../contract/scalars.ts'
import { findDelimiter } from '../contract/separated-values.ts'
import { buildCsr, emptyLinkList } from '../snapshot/build-csr.ts'
import { encodeMany } from '../snapshot/encode.ts'
import { buildIncidence } from '../snapshot/layers.ts'
import type { Csr, Incidence, MultiCoded } from '../snapshot/snapshot.ts'

/** Largest file read whole, bytes: about ten million links of an edge list; V8 cannot hold a longer text than 512 MB. */
export const NETWORK_FILE_BYTES_MAX = 400 * 1024 * 1024

/** The file cannot be used; the message says which row, which value and what was expected. */
export class NetworkFileError extends Error { override name = 'NetworkFileError' }

export interface Network {
  ids: string[]
  graph: Csr
  /** Empty for a network of links. */
  memberships: Incidence
  /** Columns known of each node, by id. */
  attributes: Map<string, Record<string, string>>
  /** What was left out, counted, and that no weight was found. */
  notes: string[]
}

/** `name`: decides the format by its ending. `nodes`: CSV with an id and any columns. */
export function readNetwork (name: string, text: string, directed: boolean, nodes?: string): Network {
  const { links, attributes, columns } = readFile(name, text, nodes)
  const ids = [...new Set([...attributes.keys(), ...links.flatMap(({ source, target }) => [source, target])])].sort()
  const place = new Map(ids.map((id, v) => [id, v]))
  const list = emptyLinkList()
  let selfLoops = 0
  let zeroWeights = 0
  for (const { source, target, weight } of links) {
    if (source === target) selfLoops++
    else if (weight === 0) zeroWeights++
    else {
      list.sources.push(place.get(source) as number)
      list.targets.push(place.get(target) as number)
      list.weights.push(weight)
    }
  }
  const { graph, parallelLinks } = buildCsr(ids.length, list, directed)
  const notes = [[selfLoops, 'links of a node to itself left out'], [zeroWeights, 'links of weight 0 left out'], [parallelLinks, directed ? 'parallel links summed' : 'parallel or opposite links summed']] as const
  const unweighted = links.length === 0 || links.some(({ isWeighted }) => isWeighted) ? [] : [`no weight was found, so each link counts 1${columns.length === 0 ? '' : `; what is known of links is ${columns.join(', ')}`}`]
  return { ids, graph, memberships: listMemberships(ids, []), attributes, notes: [...unweighted, ...notes.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)] }
}

/** The same file read as memberships: each source is an organisation, a member of the network that is the target. Weights say nothing here. */
export function readMemberships (name: string, text: string, nodes?: string): Network {
  const { links, attributes } = readFile(name, text, nodes)
  const networks = new Set(links.map(({ target }) => target))
  const both = links.find(({ source }) => networks.has(source))
  if (both !== undefined) throw new NetworkFileError(`${name}: "${both.source}" is a source and a target; in a file of memberships sources are organisations and targets are networks.`)
  const ids = [...new Set([...[...attributes.keys()].filter(id => !networks.has(id)), ...links.map(({ source }) => source)])].sort()
  const memberships = listMemberships(ids, links)
  const repeated = links.length - memberships.members.length
  return { ids, graph: buildCsr(ids.length, emptyLinkList(), false).graph, memberships, attributes, notes: repeated === 0 ? [] : [`${repeated} memberships stated again counted once`] }
}

/** Links, and what is known of each node from the file and from the table beside it. */
function readFile (name: string, text: string, nodes: string | undefined): FileContent {
  const { links, attributes, columns } = /\.(gexf|graphml)$/i.test(name) ? readMarkup(name, text) : readEdgeList(name, text)
  if (nodes !== undefined) for (const [id, columns] of readNodes(nodes)) attributes.set(id, { ...attributes.get(id), ...columns })
  return { links, attributes, columns }
}

function listMemberships (ids: string[], links: FileLink[]): Incidence {
  const networks = [...new Set(links.map(({ target }) => target))].sort()
  const placeIn = (names: string[]): (name: string) => number => {
    const place = new Map(names.map((name, at) => [name, at]))
    return name => place.get(name) as number
  }
  const [member, network] = [placeIn(ids), placeIn(networks)]
  return buildIncidence({ ids: networks, membersTotal: new Int32Array(networks.length).fill(-1) }, { organisations: Int32Array.from(links, ({ source }) => member(source)), networks: Int32Array.from(links, ({ target }) => network(target)) })
}

/** The group of each node in a column; nodes without a value have none (-1). */
export function groupsOf (network: Network, column: string): { groups: Int32Array, groupNames: string[] } {
  const words = wordsOf(network, column)
  const groupNames = [...new Set(words.filter(word => word !== ''))].sort()
  const place = new Map(groupNames.map((name, group) => [name, group]))
  return { groups: Int32Array.from(words, word => place.get(word) ?? -1), groupNames }
}

/** The words of each node in a column, between semicolons. */
export const termsOf = (network: Network, column: string): MultiCoded =>
  encodeMany(wordsOf(network, column).map(words => words.split(';').map(word => word.trim()).filter(word => word !== '')))

/** Degrees in the columns latitude and longitude; NaN where both are empty. Refuses what is not on Earth, and the one without the other. */
export function coordinatesOf (network: Network): Coordinates {
  const read = (column: keyof Coordinates, most: number): number[] => wordsOf(network, column).map((word, v) => {
    if (word === '') return NaN
    const degrees = readDecimal(word)
    if (!(Math.abs(degrees) <= most)) throw new NetworkFileError(`The table of nodes, "${network.ids[v]}": ${column} "${word}" cannot be used; expected degrees from -${most} to ${most}.`)
    return degrees
  })
  const latitude = read('latitude', 90)
  const longitude = read('longitude', 180)
  const half = network.ids.findIndex((_, v) => Number.isNaN(latitude[v]) !== Number.isNaN(longitude[v]))
  if (half >= 0) throw new NetworkFileError(`The table of nodes, "${network.ids[half]}": ${Number.isNaN(latitude[half]) ? 'longitude without latitude' : 'latitude without longitude'}; expected both or neither.`)
  return { latitude, longitude }
}

function wordsOf ({ ids, attributes }: Network, column: string): string[] {
  const words = ids.map(id => {
    const columns = attributes.get(id)
    return columns !== undefined && Object.hasOwn(columns, column) ? columns[column] : ''
  })
  if (words.some(word => word !== '')) return words
  const known = [...new Set([...attributes.values()].flatMap(columns => Object.keys(columns)))]
  throw new NetworkFileError(`No node has a value in the column "${column}"; ${known.length === 0 ? 'give a table of nodes' : `columns are ${known.join(', ')}`}.`)
}

interface FileContent { links: FileLink[], attributes: Network['attributes'], /** What is known of links beside their ends and weights. */ columns: string[] }
interface FileLink { source: string, target: string, weight: number, /** Whether the file says so. */ isWeighted: boolean }

function readEdgeList (name: string, text: string): FileContent {
  const columns = new Set<string>()
  const links = readTable(name, text, ['source', 'target']).map(({ line, cells }) => {
    for (const column of ['source', 'target']) if (cells[column] === '') throw new NetworkFileError(`${name}, row ${line}: ${column} is empty.`)
    for (const column of Object.keys(cells)) if (!ENDS_AND_WEIGHT.has(column)) columns.add(column)
    return { source: cells.source, target: cells.target, ...weightOf(cells.weight, `${name}, row ${line}`) }
  })
  return { links, attributes: new Map(), columns: [...columns] }
}

const ENDS_AND_WEIGHT: ReadonlySet<string> = new Set(['source', 'target', 'weight'])

function readNodes (text: string): Array<[string, Record<string, string>]> {
  const seen = new Set<string>()
  return readTable('The table of nodes', text, ['id']).map(({ line, cells: { id, ...columns } }) => {
    if (id === '' || seen.has(id)) throw new NetworkFileError(`The table of nodes, row ${line}: ${id === '' ? 'id is empty' : `"${id}" has a row already`}.`)
    seen.add(id)
    return [id, columns]
  })
}

/** `line`: of the file, on which the row begins; the header is line 1. `cells`: by heading, in lower case. */
interface TableRow { line: number, cells: Record<string, string> }

/** The header tells the separator: comma, semicolon, tab or bar. A column without a heading says nothing. */
function readTable (name: string, text: string, needed: string[]): TableRow[] {
  let header: string[] = []
  const columns = (names: string[]): Array<string | false> => {
    header = names.map(each => each.toLowerCase())
    return header.map(heading => heading === '' ? false : heading)
  }
  let rows: Array<{ record: Record<string, string>, info: { lines: number } }>
  try {
    rows = parseCsv(text, { bom: true, trim: true, skip_empty_lines: true, delimiter: findDelimiter(text.slice(0, HEADER_LENGTH_MAX)), info: true, columns } as never) as never
  } catch (error) {
    throw new NetworkFileError(`${name} is not a table: ${(error as Error).message}`, { cause: error })
  }
  const missing = needed.find(column => !header.includes(column))
  if (missing !== undefined) throw new NetworkFileError(`${name} has no column "${missing}"; its first line is ${header.length === 0 ? 'empty' : header.join(',')}.`)
  const twice = header.find((heading, at) => heading !== '' && header.indexOf(heading) !== at)
  if (twice !== undefined) throw new NetworkFileError(`${name} has two columns "${twice}" (upper and lower case are the same here); name each column once.`)
  // The parser tells the line on which a row ends.
  return rows.map(({ record, info }) => ({ line: info.lines - Object.values(record).reduce((sum, cell) => sum + cell.split('\n').length - 1, 0), cells: record }))
}

/** Characters that the first line is looked for in. */
const HEADER_LENGTH_MAX = 100_000

/** Missing: 1. */
function weightOf (value: unknown, where: string): Pick<FileLink, 'weight' | 'isWeighted'> {
  if (value === undefined || value === '') return { weight: 1, isWeighted: false }
  const weight = Weight.safeParse(typeof value === 'number' ? value : readDecimal(String(value)))
  if (!weight.success) throw new NetworkFileError(`${where}: weight "${String(value)}" cannot be used; expected 0, or a number from ${WEIGHT_MIN} to ${WEIGHT_MAX} with a decimal point.`)
  return { weight: weight.data, isWeighted: true }
}

function readMarkup (name: string, given: string): FileContent {
  const text = withoutComments(given)
  let graph: Graph
  const isGexf = /\.gexf$/i.test(name)
  if (isGexf) text.match(GEXF_WEIGHTS)?.forEach((edge, i) => weightOf(edge.slice(edge.search(/["']/) + 1, -1), `${name}, edge ${i + 1} of those with a weight`))
  try {
    graph = (isGexf ? parseGexf : parseGraphml)(Graph, isGexf ? text : weightsAsText(name, text), { allowUndeclaredAttributes: true, addMissingNodes: true } as never)
  } catch (error) {
    if (error instanceof NetworkFileError) throw error
    throw new NetworkFileError(`${name} cannot be read: ${(error as Error).message}`, { cause: error })
  }
  const columns = new Set<string>()
  const links = graph.mapEdges((edge, attributes, source, target) => {
    const known = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]))
    for (const column of known.keys()) if (!ENDS_AND_WEIGHT.has(column)) columns.add(column)
    return { source, target, ...weightOf(known.get('weight'), `${name}, edge ${edge}`) }
  })
  return {
    links,
    columns: [...columns],
    attributes: new Map(graph.mapNodes((id, attributes) => [id, Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), String(value)]))]))
  }
}

/** The parser of GEXF would take 0x10 for 16, and say NaN of what is no number: weights are read here as they stand. */
const GEXF_WEIGHTS = /(?<=<edge\s[^>]*?)\bweight\s*=\s*(?:"[^"]*"|'[^']*')/g

/** What is commented out is no link; what looks like a comment inside CDATA is text. */
const withoutComments = (text: string): string => text.replace(/(<!\[CDATA\[[\s\S]*?\]\]>)|<!--[\s\S]*?-->/g, '$1')

/**
 * Likewise that of GraphML, 12 for "12 t" and 0 for 0x10: declared as text, weights come through as they stand. A key is called by its attr.name or else by its id, upper and
 * lower case the same for weights; one that is for all, as without "for", is declared for nodes and for edges, which is all that the parser knows.
 */
function weightsAsText (name: string, text: string): string {
  let weights = 0
  return text.replace(/<key\b[^>]*?(?:\/>|>[\s\S]*?<\/key\s*>)/g, key => {
    const [tag] = key.match(/^[^>]*>/) as RegExpMatchArray
    const [id, purpose = 'all', called = id] = ['id', 'for', 'attr.name'].map(attribute => attributeOf(tag, attribute))
    const declare = (isFor: string): string => {
      const isWeight = isFor === 'edge' && called?.toLowerCase() === 'weight'
      if (isWeight && ++weights > 1) throw new NetworkFileError(`${name} has two keys of edges called "weight" (upper and lower case are the same here); name each once.`)
      const rest = ['for', 'attr.name', ...(isWeight ? ['attr.type'] : [])].reduce((each, attribute) => each.replace(attributePattern(attribute), ''), tag).slice('<key'.length)
      return `<key for="${isFor}" attr.name="${isWeight ? 'weight' : (called ?? '').replaceAll('"', '&quot;')}"${isWeight ? ' attr.type="string"' : ''}${rest}${key.slice(tag.length)}`
    }
    return purpose === 'all' ? declare('node') + declare('edge') : declare(purpose)
  })
}

const attributePattern = (attribute: string): RegExp => new RegExp(`\\s${attribute.replace('.', '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
function attributeOf (tag: string, attribute: string): string | undefined {
  const found = attributePattern(attribute).exec(tag)
  return found?.[1] ?? found?.[2]
}
