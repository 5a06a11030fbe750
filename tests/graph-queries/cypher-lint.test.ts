import t from 'tap'
import { lintCypherQuery, testData } from '@neo4j-cypher/language-support'
import { createConstraints, awaitIndexes } from '../../graph-queries/schema/index.ts'
import { LABELS, PROPERTY_KEYS, RELATIONSHIP_TYPES } from '../../graph-queries/vocabulary.ts'
import { allQueries } from './all-queries.ts'

/** Neo4j's own parser and semantic analysis, which ship as JavaScript; functions and procedures as of 5.26. */
const { functions, procedures } = testData.mockSchema

const queries = await allQueries()
const lint = (cypher: string, parameters: string[]) => lintCypherQuery(cypher, {
  functions, procedures, labels: [...LABELS], relationshipTypes: [...RELATIONSHIP_TYPES], parameters: Object.fromEntries(parameters.map(name => [name, null]))
}).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)

const WRITES = /\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)\b/
const KEYS = new Set<string>(Object.values(PROPERTY_KEYS).flat())
/** Property keys that a statement reads or writes on nodes and relationships; what it reads of a parameter row is not one. */
const keysOf = (cypher: string) => [...cypher.replace(/'[^']*'/g, '').matchAll(/\b(?!row\b|db\b)[a-z]\w*\.([a-z]\w*)/gi)].map(match => match[1])

/** Keys that a MATCH starts from, as the hint that has to stand below it. */
const hintsWanted = (cypher: string) => [...cypher.matchAll(/^ *(?:OPTIONAL )?MATCH .*?[([](\w+):(\w+) \{(\w+): \S/gm)]
  .filter(([, , label]) => label !== 'Dataset').map(([, variable, label, key]) => `USING INDEX SEEK ${variable}:${label}(${key})`)

t.test('the linter sees what is wrong', async t => {
  t.match(lint('MATCH (o:Organisation RETURN o', [])[0], /line 1/)
  t.match(lint('MATCH (o:Organistaion) RETURN o', [])[0], /Organistaion is not present/)
  t.match(lint('MATCH ()-[l:SUPPLY]->() RETURN l', [])[0], /SUPPLY is not present/)
  t.match(lint('MATCH (o:Organisation) RETURN cuont(o)', [])[0], /cuont is not present/)
  t.match(lint('MATCH (o:Organisation) RETURN p', [])[0], /p.? not defined/)
  t.strictSame(hintsWanted('  MATCH (a)-[l:OWNS {id: $id}]->(b) RETURN l\nMATCH (o:Organisation {id: row.id})'), ['USING INDEX SEEK l:OWNS(id)', 'USING INDEX SEEK o:Organisation(id)'])
  t.strictSame(keysOf("MATCH (o {id: 'a.b'}) WHERE o.nmae = row.other RETURN count(o.id)"), ['nmae', 'id'])
})

for (const { name, cypher, mode, parameters } of queries) {
  t.test(name, async t => {
    t.strictSame(lint(cypher, Object.keys(parameters)), [])
    t.strictSame(keysOf(cypher).filter(key => !KEYS.has(key)), [], 'property keys of the vocabulary')
    t.equal(WRITES.test(cypher), mode === 'write', `mode: ${mode}`)
    t.strictSame(hintsWanted(cypher).filter(hint => !cypher.includes(hint)), [], 'starts from an index, whatever the planner thinks')
  })
}

t.test('the schema', async t => {
  for (const statement of [...createConstraints, awaitIndexes]) t.strictSame(lint(statement, ['seconds']), [], statement)
  t.strictSame(createConstraints.flatMap(keysOf).filter(key => !KEYS.has(key)), [])
})

t.test('the vocabulary has no word that nothing uses', async t => {
  const all = queries.map(({ cypher }) => cypher).join('\n')
  t.strictSame([...LABELS, ...RELATIONSHIP_TYPES].filter(word => !new RegExp(`[:|]${word}\\b`).test(all)), [])
  t.strictSame([...KEYS].filter(key => !new RegExp(`\\b${key}\\b`).test(all)), [])
})
