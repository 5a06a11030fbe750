/**
 * Makes seeds/horizon2020 from the joined CORDIS research files. Run by hand when they change:
 *   node --import tsx seeds/prepare-horizon2020.ts --organisations organisations.csv.gz --projects projects.csv.gz
 *     --participations participations.csv.gz --ror orgs_europe_nuts2024.csv.gz
 * Keeps the organisations of eight countries with their projects and memberships; repairs and completes, and says so in the column `completed`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { findCity } from '../services/reference/gazetteer.ts'
import { foldDigraphs, foldName } from '../services/contract/fold-name.ts'
import { looksBroken, repairMojibake } from './repair-mojibake.ts'

const COUNTRIES = new Set(['DK', 'DE', 'EE', 'FI', 'LV', 'LT', 'PL', 'SE'])
const ORGANISATION_COLUMNS = ['pic', 'country', 'type', 'name', 'short', 'city', 'nuts3', 'sme', 'vat', 'url', 'ror', 'wikidata', 'latitude', 'longitude', 'completed', 'src']
const PROJECT_COLUMNS = ['rcn', 'start_date', 'end_date', 'n_orgs', 'n_countries', 'programme_part', 'project_id', 'acronym', 'call', 'funding_scheme', 'topics']
const PARTICIPATION_COLUMNS = ['rcn', 'role', 'pic', 'contribution']

type Row = Record<string, string>
const option = { type: 'string' } as const
const { values: paths } = parseArgs({ options: { organisations: option, projects: option, participations: option, ror: option } })

function readCsv (name: keyof typeof paths): Row[] {
  const path = paths[name]
  if (path === undefined) throw new Error(`--${name} is missing: the path of its source file`)
  return parse(gunzipSync(readFileSync(path)), { columns: true })
}

function writeCsv (file: string, columns: string[], rows: Row[]): void {
  const cell = (text: string): string => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))].map(cells => cells.map(cell).join(',') + '\n')
  mkdirSync(new URL('horizon2020/', import.meta.url), { recursive: true })
  writeFileSync(new URL(`horizon2020/${file}.csv.gz`, import.meta.url), gzipSync(lines.join(''), { level: 9 }))
  console.log(`${file}: ${rows.length} rows`)
}

const organisations = readCsv('organisations').filter(row => COUNTRIES.has(row.country)).sort((a, b) => a.pic < b.pic ? -1 : 1)
const counts = { repaired: 0, broken: 0, matched: 0, otherPlace: 0, namesFromRor: 0, citiesFromRor: 0 }

for (const organisation of organisations) {
  const completed: string[] = []
  for (const column of ['name', 'short', 'city']) {
    const repaired = repairMojibake(organisation[column])
    if (repaired !== null) {
      organisation[column] = repaired
      completed.push(`${column}=encoding`)
      counts.repaired++
    } else if (looksBroken(organisation[column])) counts.broken++
  }
  organisation.completed = completed.join(';')
}

// ROR: exact folded name and country, once on both sides. Two of one name may be two organisations: then neither is completed.
const keyOf = (row: Row): string => `${row.country} ${foldDigraphs(foldName(row.name))}`
function groupByKey (rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
const rorByKey = groupByKey(readCsv('ror').filter(row => COUNTRIES.has(row.country)))
for (const [key, namesakes] of groupByKey(organisations.filter(row => row.name !== ''))) {
  const found = rorByKey.get(key)
  if (found?.length !== 1 || namesakes.length !== 1) continue
  complete(namesakes[0], found[0])
}

function complete (organisation: Row, ror: Row): void {
  const here = findCity(organisation.city, organisation.country)?.region
  const there = findCity(ror.city, ror.country)?.region
  if (here != null && there != null && here !== there) {
    counts.otherPlace++
    return
  }
  const completed = organisation.completed === '' ? [] : [organisation.completed]
  organisation.ror = ror.id
  organisation.wikidata = ror.wikidata
  organisation.latitude = ror.lat
  organisation.longitude = ror.lng
  completed.push('ror=ror', 'coordinates=ror')
  if (organisation.name !== ror.name) {
    organisation.name = ror.name
    completed.push('name=ror')
    counts.namesFromRor++
  }
  if (organisation.city === '') {
    organisation.city = ror.city
    completed.push('city=ror')
    counts.citiesFromRor++
  }
  organisation.completed = completed.join(';')
  counts.matched++
}

const pics = new Set(organisations.map(row => row.pic))
const participations = readCsv('participations').filter(row => pics.has(row.pic)).sort((a, b) => Number(a.rcn) - Number(b.rcn) || (a.pic < b.pic ? -1 : 1))
const rcns = new Set(participations.map(row => row.rcn))
writeCsv('organisations', ORGANISATION_COLUMNS, organisations)
writeCsv('projects', PROJECT_COLUMNS, readCsv('projects').filter(row => rcns.has(row.rcn)).sort((a, b) => Number(a.rcn) - Number(b.rcn)))
writeCsv('participations', PARTICIPATION_COLUMNS, participations)
console.log(counts, `without a name: ${organisations.filter(row => row.name === '').length}`)
