/**
 * A query is a pair of files, NAME.cypher and NAME.sql, that take the same parameters and return the same columns, and a
 * binding that says which those are. Everything is checked when the binding is loaded, so a faulty pair never reaches a store.
 *
 * Each file starts with a header of four comment lines: name, mode (read or write), rows (one, maybe, many or none) and one
 * sentence. A writing SQL statement without RETURNING has one column, n: the rows it changed.
 *
 * A Cypher statement that starts from a key names the index (USING INDEX SEEK): right after a large import Neo4j plans with the
 * counts of before, thinks that there is nothing to read and reads everything, once for each row.
 */
import { existsSync, readFileSync } from 'node:fs'

/** What a statement takes. `rows` are plain records: text, numbers, booleans, null, lists of text, and records of numbers. */
export interface ParameterTypes {
  text: string
  'text?': string | null
  integer: number
  texts: string[]
  'texts?': string[] | null
  rows: readonly object[]
}
/** What a statement returns. `document` is JSON text in either store and arrives parsed; `numbers` is a record of numbers. */
export interface ColumnTypes {
  text: string
  'text?': string | null
  number: number
  'number?': number | null
  boolean: boolean
  texts: string[]
  numbers: Record<string, number | null | undefined>
  document: unknown
}
export type ParameterKinds = Record<string, keyof ParameterTypes>
export type ColumnKinds = Record<string, keyof ColumnTypes>
export type ParametersOf<Kinds extends ParameterKinds> = { [Name in keyof Kinds]: ParameterTypes[Kinds[Name]] }
export type RowOf<Kinds extends ColumnKinds> = { [Name in keyof Kinds]: ColumnTypes[Kinds[Name]] }

const MODES = ['read', 'write'] as const
const CARDINALITIES = ['one', 'maybe', 'many', 'none'] as const

export interface Query<Parameters extends ParameterKinds = ParameterKinds, Columns extends ColumnKinds = ColumnKinds> {
  name: string
  mode: typeof MODES[number]
  rows: typeof CARDINALITIES[number]
  /** The header's sentence. */
  says: string
  parameters: Parameters
  columns: Columns
  cypher: string
  sql: string
}

/** A pair of files that does not keep the rules above. */
export class QueryFault extends Error {
  override name = 'QueryFault'
}

type Language = 'cypher' | 'sql'
const COMMENT = { cypher: '//', sql: '--' } as const
const PARAMETER = { cypher: /\$([A-Za-z_]\w*)/g, sql: /:([A-Za-z_]\w*)/g } as const

/** The binder for the queries under one folder; names are unique within it. */
export function queriesIn (folder: URL) {
  const taken = new Map<string, string>()

  /** Reads and checks the pair at `path` (folder/verb-noun, without ending). */
  return function defineQuery<const Parameters extends ParameterKinds, const Columns extends ColumnKinds> (
    path: string, parameters: Parameters, columns: Columns
  ): Query<Parameters, Columns> {
    const cypher = readStatement(folder, path, 'cypher')
    const sql = readStatement(folder, path, 'sql')
    const { name, mode, rows, says } = cypher.header
    if (name !== path.split('/').at(-1)) throw new QueryFault(`${path}.cypher: the header names it ${name}; header and file name must agree`)
    for (const key of ['name', 'mode', 'rows', 'says'] as const) {
      if (sql.header[key] !== cypher.header[key]) throw new QueryFault(`${path}: the twins differ in the header's ${key}: "${cypher.header[key]}" in .cypher, "${sql.header[key]}" in .sql`)
    }
    const other = taken.get(name)
    if (other !== undefined) throw new QueryFault(`${path}: the name ${name} is taken by ${other}`)
    for (const [language, statement] of [['cypher', cypher], ['sql', sql]] as const) {
      compare(`${path}.${language}`, 'parameter', Object.keys(parameters), statement.parameters)
      compare(`${path}.${language}`, 'column', Object.keys(columns), statement.columns)
    }
    taken.set(name, path)
    return { name, mode, rows, says, parameters, columns, cypher: cypher.text, sql: sql.text }
  }
}

/** defineQuery for the pairs of this folder. */
export const defineQuery = queriesIn(new URL('.', import.meta.url))

function compare (file: string, what: string, declared: string[], found: string[]): void {
  const idle = declared.filter(name => !found.includes(name))
  const undeclared = found.filter(name => !declared.includes(name))
  if (idle.length > 0) throw new QueryFault(`${file}: ${what} ${idle.join(', ')} is declared in the binding and not in the statement`)
  if (undeclared.length > 0) throw new QueryFault(`${file}: ${what} ${undeclared.join(', ')} is in the statement and not declared in the binding`)
}

function readStatement (folder: URL, path: string, language: Language) {
  const file = `${path}.${language}`
  const address = new URL(file, folder)
  if (!existsSync(address)) throw new QueryFault(`${file} is missing: every query is a pair of .cypher and .sql`)
  const lines = readFileSync(address, 'utf8').split('\n')
  const end = lines.findIndex(line => !line.startsWith(COMMENT[language]))
  const text = lines.slice(end).join('\n').trim()
  const bare = withoutStrings(text, language)
  return {
    header: readHeader(file, lines.slice(0, end).map(line => line.slice(2).trim())),
    text,
    parameters: [...new Set([...bare.matchAll(PARAMETER[language])].map(match => match[1]))],
    columns: resultColumns(bare, language)
  }
}

function readHeader (file: string, lines: string[]) {
  const field = (i: number, key: string) => {
    const [found, value] = [lines[i]?.split(':')[0], lines[i]?.split(':')[1]?.trim()]
    if (found !== key || !value) throw new QueryFault(`${file}: line ${i + 1} must be "${key}: ..."`)
    return value
  }
  const name = field(0, 'name')
  const mode = MODES.find(word => word === field(1, 'mode'))
  const rows = CARDINALITIES.find(word => word === field(2, 'rows'))
  if (!mode) throw new QueryFault(`${file}: mode must be ${MODES.join(' or ')}`)
  if (!rows) throw new QueryFault(`${file}: rows must be ${CARDINALITIES.join(', ')}`)
  const says = lines.slice(3).join(' ')
  if (!says.endsWith('.')) throw new QueryFault(`${file}: the fourth header line must be a sentence that says what the query does`)
  return { name, mode, rows, says }
}

/** The text without comments and without what stands in quotes, so that words in them are not read as statement. */
function withoutStrings (text: string, language: Language): string {
  const comment = language === 'cypher' ? /\/\/.*$/gm : /--.*$/gm
  return text.replace(/'[^']*'/g, "''").replace(comment, '')
}

/** Names of the columns that the outermost RETURN, RETURNING or SELECT gives. */
function resultColumns (bare: string, language: Language): string[] {
  const outer = outermost(bare)
  const changes = language === 'sql' && /^\s*(INSERT|UPDATE|DELETE)\b/i.test(outer)
  const start = [...outer.matchAll(language === 'cypher' ? /\bRETURN\b/gi : changes ? /\bRETURNING\b/gi : /\bSELECT\b/gi)].at(-1)
  if (!start) return changes ? ['n'] : []
  const list = outer.slice(start.index + start[0].length).split(/\b(?:FROM|ORDER BY|SKIP|LIMIT|OFFSET|WHERE|GROUP BY)\b/)[0]
  return list.replace(/\b(DISTINCT)\b/i, '').split(',').map(item => /"?(\w+)"?\s*$/.exec(item)?.[1] ?? item.trim())
}

/** The text with everything inside brackets taken out. */
function outermost (text: string): string {
  let depth = 0
  let outer = ''
  for (const character of text) {
    if ('([{'.includes(character)) depth++
    if (depth === 0) outer += character
    if (')]}'.includes(character)) depth--
  }
  return outer
}
