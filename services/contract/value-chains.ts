/** Input-output tables and what is measured on them. */
import { z } from 'zod'
import { decimal } from './decimal.ts'
import { commaList, PageQuery, pageOf } from './page.ts'
import { RequiredText, Timestamp } from './scalars.ts'

export const INPUT_OUTPUT_FORMATS = ['long-csv', 'labelled-matrix', 'headerless-matrix', 'oecd-icio', 'figaro'] as const
/** What each file of a table holds: all of it or intermediate inputs alone; final demand; output and value added; the list of countries. */
export const TABLE_ROLES = ['table', 'final', 'output', 'countries', 'names'] as const
export const VALUE_ADDED_FROM = ['residual', 'stated'] as const

export const TableOptions = z.object({
  format: z.enum(INPUT_OUTPUT_FORMATS).optional().describe('told from the first line of the file when left out'),
  title: RequiredText.optional(),
  year: decimal(z.number('expected a year such as 2018').int('expected a year such as 2018').min(1900).max(2200)).optional(),
  unit: RequiredText.optional().describe('currency and multiple, such as "million USD at current prices"'),
  source: RequiredText.optional().describe('who published it, with edition; what must be cited'),
  decimalComma: z.boolean().default(false),
  dryRun: z.boolean().default(false).describe('read and check everything, keep nothing')
})
export type TableOptions = z.infer<typeof TableOptions>

export const TableSummary = z.object({
  hash: z.string().describe('SHA-256 of labels and values: the same content has the same hash, whatever file it came from'),
  title: z.string(), year: z.number().int().nullable(), unit: z.string(), source: z.string(), format: z.string(),
  countries: z.number().int(), sectors: z.number().int(), importedAt: Timestamp
})
export type TableSummary = z.infer<typeof TableSummary>

export const CheckedCell = z.object({ row: z.string(), column: z.string(), value: z.number().nullable().describe('null: the cell is empty'), expected: z.number().optional().describe('what the sum should be') })
export const TableCheck = z.object({
  name: z.string(), says: z.string().describe('what was found, and what is done about it'), count: z.number().int(), decision: z.enum(['warn', 'refuse']), cells: z.array(CheckedCell).describe('the first twenty; of balances the greatest')
})
export type TableCheck = z.infer<typeof TableCheck>

const Named = z.object({ code: z.string().describe('as the table writes it'), name: z.string() })
export const TableDetail = TableSummary.extend({
  labels: z.object({ countries: z.array(Named), sectors: z.array(Named) }),
  notes: z.array(z.string()).describe('what was decided while reading'),
  checks: z.array(TableCheck)
})
export type TableDetail = z.infer<typeof TableDetail>

const MeasureColumn = z.object({ name: z.string(), says: z.string(), formula: z.string(), unit: z.enum(['amount', 'share', 'number', 'steps']) })
export const TableMeasure = z.object({
  name: z.string(), says: z.string(), source: z.string(), needs: z.enum(['coefficients', 'solves', 'inverse']).describe('the greatest thing it needs of the table'),
  options: z.unknown().describe('JSON Schema of its options'),
  results: z.array(z.object({ name: z.string(), level: z.enum(['world', 'country', 'sector', 'pair', 'sectorPair', 'matrix', 'list']).describe('what the rows are'), columns: z.array(MeasureColumn) })).describe('the first is given when none is named')
})
export type TableMeasure = z.infer<typeof TableMeasure>

export const ValueAddedFrom = z.enum(VALUE_ADDED_FROM).default('residual').describe('residual: output less inputs, as most packages have it; stated: the table\'s own, taxes less subsidies on inputs then being a part of their own')
/** Codes of countries or sectors of a table that one request may name: all of the largest published ones. */
export const TABLE_CODES_MAX = 200
/** Labels of matrices are names as often as codes. */
export const TABLE_CODE_LENGTH_MAX = 200
const Code = z.string().max(TABLE_CODE_LENGTH_MAX)
const Codes = commaList(Code, TABLE_CODES_MAX).optional()

export const MeasureQuery = z.object({
  result: z.string().max(40).optional().describe('one of those that the measure gives; the first when left out'),
  valueAdded: ValueAddedFrom,
  country: Codes.describe('rows of these countries; the whole table is measured all the same'), sector: Codes, partner: Codes,
  options: z.string().max(4000).optional().describe('options of the measure, as JSON')
})
export type MeasureQuery = z.infer<typeof MeasureQuery>
export const MeasurePageQuery = MeasureQuery.extend(PageQuery.shape)
export type MeasurePageQuery = z.infer<typeof MeasurePageQuery>
export const MEASURE_FILE_FORMATS = ['csv', 'json', 'xlsx'] as const
export const MeasureFileQuery = MeasureQuery.extend({ format: z.enum(MEASURE_FILE_FORMATS).default('csv').describe('csv and xlsx hold one result, json all of them') })
export type MeasureFileQuery = z.infer<typeof MeasureFileQuery>

export const IdentityCheck = z.object({
  says: z.string().describe('two numbers that are equal by definition'), residual: z.number().describe('how far they came apart at most, by their size'),
  tolerance: z.number().describe('above it the result is not to be trusted'), at: z.string().describe('where it is greatest')
})
export type IdentityCheck = z.infer<typeof IdentityCheck>

export const MeasureRow = z.record(z.string(), z.union([z.string(), z.number()]).nullable())
export type MeasureRow = z.infer<typeof MeasureRow>
export const MeasurePage = pageOf(MeasureRow).extend({
  table: z.string(), measure: z.string(), result: z.string(), results: z.array(z.string()), columns: z.array(z.string()), identities: z.array(IdentityCheck)
})
export type MeasurePage = z.infer<typeof MeasurePage>

const Value = z.number().nullable().describe('null: not defined')
export const ProfileQuery = z.object({ sector: Code.optional().describe('a sector of it; the whole country when left out'), valueAdded: ValueAddedFrom })
export type ProfileQuery = z.infer<typeof ProfileQuery>

/** Parts of gross exports that add up to them, each counted where it first leaves the country (Borin and Mancini, source), in the order of the bar. */
export const EXPORT_PARTS = ['DAVAX', 'forwarded', 'REF', 'FVA', 'DDC', 'FDC', 'taxes'] as const
export const ValueChainProfile = z.object({
  table: TableSummary, valueAdded: z.enum(VALUE_ADDED_FROM), country: Named, sector: Named.nullable(),
  totals: z.object({ output: z.number(), valueAdded: z.number(), exports: z.number(), importedInputs: z.number().describe('intermediate inputs bought abroad') }).describe('in the unit of the table'),
  participation: z.object({
    backward: Value.describe('VS / E: part of its exports that was made abroad'), forward: Value.describe('VS1 / E: its value added in the exports of others, by its own exports'),
    gvc: Value.describe('GVC / E: part of its exports that crosses more than one border'), gvcBackward: Value.describe('GVCB / E'), gvcForward: Value.describe('GVCF / E')
  }),
  position: z.object({
    upstreamness: Value.describe('steps of production to final use; a country: its sectors weighted by output'), downstreamness: Value.describe('steps of production since primary inputs'),
    world: z.object({ upstreamness: Value, downstreamness: Value }).describe('all country-sectors weighted by output')
  }),
  exportParts: z.array(z.object({ part: z.enum(EXPORT_PARTS), value: z.number(), share: Value })).describe('add up to exports'),
  kww: z.array(z.object({ term: z.string(), value: z.number(), share: Value })).describe('the terms of Koopman, Wang and Wei; empty for a sector, they are defined for countries'),
  sectors: z.array(z.object({
    sector: z.string(), name: z.string(), output: z.number(), valueAdded: z.number(), exports: z.number(), backward: Value, forward: Value, gvc: Value, upstreamness: Value, downstreamness: Value,
    advantageGross: Value.describe('revealed comparative advantage by gross exports: above 1, it exports more of it than its share'), advantageValueAdded: Value.describe('the same by domestic value added in exports')
  })).describe('of a country all sectors, of a sector itself'),
  partners: z.array(z.object({
    country: z.string(), name: z.string(), exports: z.number().describe('gross exports to it'), imports: z.number().describe('of a country gross imports from it, of a sector inputs bought there'),
    valueAddedAbsorbed: z.number().describe('own value added in what the partner uses in the end'), valueAddedSupplied: z.number().describe('value added of the partner in own exports')
  })).describe('every other country, most value added absorbed first'),
  identities: z.array(IdentityCheck)
})
export type ValueChainProfile = z.infer<typeof ValueChainProfile>

/** Tables of a profile that are files too. */
export const PROFILE_TABLES = ['figures', 'exportParts', 'kww', 'sectors', 'partners'] as const
export const PROFILE_FILE_FORMATS = ['csv', 'xlsx'] as const
export const ProfileFileQuery = ProfileQuery.extend({
  part: z.enum(PROFILE_TABLES).describe('figures: totals, participation and position; the others as the profile has them'), format: z.enum(PROFILE_FILE_FORMATS).default('csv')
})
export type ProfileFileQuery = z.infer<typeof ProfileFileQuery>
