/** Every registered algorithm, its options, their choices, and the columns of its results have words in every language. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { listAlgorithms, MEASURABLE } from '../../services/analysis/registry.ts'
import { measureNetwork, readFor } from '../../services/measure/measure-network.ts'
import { analysesEn } from '../../visualizer/text/analyses-en.ts'
import { analysesPl } from '../../visualizer/text/analyses-pl.ts'

const LANGUAGES: Record<string, Record<string, unknown>> = { English: analysesEn, Polish: analysesPl }
const missing = (keys: string[]): string[] => Object.entries(LANGUAGES).flatMap(([language, words]) => [...new Set(keys)].filter(key => !(key in words)).map(key => `${language}: ${key}`))

interface Option { enum?: string[] }
const optionsOf = (schema: Record<string, unknown>): Array<[string, Option]> => Object.entries((schema.properties ?? {}) as Record<string, Option>)

t.test('algorithms, families, options and their choices', async t => {
  const listed = listAlgorithms()
  t.strictSame(missing(listed.flatMap(({ name, family, optionsSchema }) => [
    `title.${name}`, `sentence.${name}`, `family.${family}`,
    ...optionsOf(optionsSchema).flatMap(([option, { enum: choices = [] }]) => [`option.${option}`, `optionHint.${option}`, ...choices.map(choice => `choice.${choice}`)])
  ])), [])
  t.strictSame(listed.filter(({ name, title, says }) => LANGUAGES.English[`title.${name}`] !== title || LANGUAGES.English[`sentence.${name}`] !== says).map(({ name }) => name), [], 'the English words are the ones of the documentation')
  t.strictSame(listed.filter(({ name, says }) => LANGUAGES.Polish[`sentence.${name}`] === says), [], 'Polish is not English')
})

const csv = (header: string, rows: unknown[][]): string => [header, ...rows.map(row => row.join(','))].join('\n') + '\n'
const NODES = csv('id,country,fields,latitude,longitude', Array.from({ length: 8 }, (_, i) => [`o${i}`, ['LT', 'PL', 'DE'][i % 3], ['wood', 'wood;sea', 'sea', 'iron'][i % 4], 54 + i, 18 + i]))
const LINKS = csv('source,target,weight', [[0, 1], [1, 2], [2, 3], [3, 0], [3, 4], [4, 5], [5, 6], [6, 4], [6, 7], [1, 5]].map(([a, b]) => [`o${a}`, `o${b}`, 2]))
const MEMBERSHIPS = csv('source,target,weight', [[0, 0], [1, 0], [2, 0], [3, 1], [4, 1], [1, 1], [5, 2], [6, 2], [7, 2], [3, 2]].map(([a, b]) => [`o${a}`, `network ${b}`, 1]))
const QUICK: Record<string, Record<string, unknown>> = { modularityAboveChance: { rewirings: 20 }, coMembershipBackbone: { samples: 50 } }

t.test('columns, figures and tables of results', async t => {
  const keys = [...MEASURABLE].flatMap(([name, { needs }]) => {
    const network = readFor(name, 'links.csv', needs.memberships ? MEMBERSHIPS : LINKS, needs.direction === 'directed', NODES)
    const { nodes, metrics, tables = {} } = measureNetwork(network, { name, options: QUICK[name] ?? {}, group: 'country', terms: 'fields', seed: 1 }, UNWATCHED)
    return [...[nodes, metrics, ...Object.values(tables)].flatMap(columns => Object.keys(columns).map(column => `figure.${column}`)), ...Object.keys(tables).map(table => `tableOf.${table}`)]
  })
  t.ok(keys.length > 150)
  t.strictSame(missing(keys), [])
})
