/** The schema in each store's own language; nothing here has a twin. */
import { readFileSync } from 'node:fs'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const withoutComments = (text: string) => text.split('\n').filter(line => !line.startsWith('//')).join('\n').trim()

/** Raised when stored data changes its form. A store written by a newer version is refused, never guessed at. */
export const SCHEMA_VERSION = 4

export const createTables = read('create-tables.sql')
/** From each earlier version to the next: the first makes version 2. In Neo4j what is missing in old data reads as null, and nothing needs to be raised. */
export const upgradeTables = [read('upgrade-tables-to-2.sql'), read('upgrade-tables-to-3.sql'), read('upgrade-tables-to-4.sql')]
/** One constraint or index each, safe to run again. */
export const createConstraints = withoutComments(read('create-constraints.cypher')).split(';').map(statement => statement.trim()).filter(statement => statement !== '')
export const awaitIndexes = withoutComments(read('await-indexes.cypher'))
