/** What the service tells of value chains has words in every language. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import { EXPORT_PARTS, INPUT_OUTPUT_FORMATS, PROFILE_TABLES, TABLE_ROLES } from '../../services/contract/value-chains.ts'
import { VALUE_CHAIN_MEASURES } from '../../services/value-chains/registry.ts'
import { parse } from 'csv-parse/sync'
import { valueChainsEn } from '../../visualizer/text/value-chains-en.ts'
import { valueChainsPl } from '../../visualizer/text/value-chains-pl.ts'

t.test('parts of exports, terms, checks, formats, roles and files', async t => {
  const checks = [...readFileSync('services/value-chains/check-table.ts', 'utf8').matchAll(/\b(?:check|balance)\('(\w+)'/g)].map(([, name]) => name)
  t.ok(checks.length >= 9, 'checks are found in their source')
  const terms = Object.keys(VALUE_CHAIN_MEASURES.get('kww')!.gives.country.columns).filter(name => name !== 'E')
  const keys = [
    ...EXPORT_PARTS.flatMap(part => [`exportPart.${part}`, `exportPartIs.${part}`]), ...terms.map(term => `term.${term}`), ...checks.map(check => `check.${check}`),
    ...INPUT_OUTPUT_FORMATS.map(format => `format.${format}`), ...TABLE_ROLES.map(role => `role.${role}`), ...PROFILE_TABLES.map(part => `fileOf.${part}`)
  ].map(key => `valueChains.${key}`)
  t.strictSame(keys.filter(key => !(key in valueChainsEn)), [])
  const untranslated = Object.entries(valueChainsPl).filter(([key, text]) => typeof text === 'string' && text.length > 30 && text === valueChainsEn[key as keyof typeof valueChainsEn]).map(([key]) => key)
  t.strictSame(untranslated, ['valueChains.command'])
})

t.test('sectors of the table to start with are named as it names them', async t => {
  const rows: Array<Record<string, string>> = parse(readFileSync('seeds/value-chains/wiod-2011.names.csv', 'utf8'), { columns: true })
  const sectors = rows.filter(({ level }) => level === 'sector').map(({ code, name }) => [`valueChains.sectorName.${code}`, name])
  t.strictSame(Object.fromEntries(Object.entries(valueChainsEn).filter(([key]) => key.startsWith('valueChains.sectorName.'))), Object.fromEntries(sectors))
})
