/** The thread of tables: it keeps systems with what followed from them, and results, so that the second question on a table is answered at once. */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZodError } from 'zod'
import { Cancelled, UNWATCHED } from '../analysis/context.ts'
import type { Context } from '../analysis/context.ts'
import { MeasureError } from '../analysis/measure-error.ts'
import { contextOf } from '../analysis/watch.ts'
import { keepWithin } from '../keep-within.ts'
import { UnusableFile } from '../snapshot/column-file.ts'
import { TableRefused } from '../value-chains/check-table.ts'
import { readTable } from '../value-chains/formats/read-table.ts'
import { TableFileError } from '../value-chains/formats/table-file-error.ts'
import { buildContext, CONTEXT_MEASURES } from '../value-chains/context/build-context.ts'
import { findCodes, findResult, measureTable } from '../value-chains/measure-table.ts'
import type { ValueChainResult } from '../value-chains/measure.ts'
import { buildProfile } from '../value-chains/profile/build-profile.ts'
import { resultCsv, resultJson } from '../value-chains/result-file.ts'
import { columnsOf, pageOfRows } from '../value-chains/result-rows.ts'
import type { RowFilter } from '../value-chains/result-rows.ts'
import { openSystem, SingularSystem } from '../value-chains/system.ts'
import type { System } from '../value-chains/system.ts'
import { openTable, writeTable } from '../value-chains/table-file.ts'
import type { Answers, Asked, Measurable, Refusal, Task } from './task.ts'

/** Bytes of systems kept: two of OECD's size, each with coefficients, factors and inverse of 96 MB. */
const SYSTEMS_BYTES_MAX = 640 * 2 ** 20
/** Bytes of results kept: sixteen terms of every export of a table of OECD's size are 36 MB. */
const RESULTS_BYTES_MAX = 256 * 2 ** 20

/** What follows from it is worked out later; with factors and inverse it is three matrices. */
const bytesOfSystem = ({ n }: System): number => 3 * n * n * Float64Array.BYTES_PER_ELEMENT
const bytesOfResult = ({ tables }: ValueChainResult): number => Object.values(tables).flatMap(({ columns }) => Object.values(columns)).reduce((sum, { byteLength }) => sum + byteLength, 0)
const systems = keepWithin(SYSTEMS_BYTES_MAX, bytesOfSystem)
const results = keepWithin(RESULTS_BYTES_MAX, bytesOfResult)

/** Of the task that is worked on, one at a time: what a kept system works out later is watched as the task that asks for it. */
let current: Context = UNWATCHED
const watched: Context = { progress: share => current.progress(share), check: () => current.check() }

export default async function work (task: Task): Promise<Answers[Task['kind']] | Refusal> {
  current = contextOf(task.watch)
  try {
    watched.check()
    return await answer(task)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    return refusal
  }
}

async function answer (task: Task): Promise<Answers[Task['kind']]> {
  switch (task.kind) {
    case 'read': {
      const { table, checks } = await readTable(task.files, task.options, watched)
      // Measures would refuse it: better before it is kept.
      openSystem(table, 'residual', watched).solveOnce(table.output, false)
      if (task.folder !== null) await keepTable(join(task.folder, `${table.hash}.table`), table)
      return { hash: table.hash, about: table.about, labels: table.labels, checks }
    }
    case 'rows': {
      const { system, measured } = await measure(task)
      const [result, table] = findResult(measured, task.result)
      return { result, results: Object.keys(measured.tables), columns: columnsOf(table), ...pageOfRows(system.labels, table, codesOf(system, task.filter), task), identities: measured.identities }
    }
    case 'file': {
      const { system, measured } = await measure(task)
      const [result, table] = findResult(measured, task.result)
      const filter = codesOf(system, task.filter)
      const text = task.format === 'json' ? resultJson(system, { measure: task.measure, options: task.options, valueAdded: task.valueAdded }, measured, filter) : resultCsv(system, table, filter)
      await pipeline(Readable.from(text), createWriteStream(task.into))
      return { result }
    }
    case 'profile': {
      const system = await systemOf(task)
      const { countries, sectors } = system.labels
      const country = countries.indexOf(findCodes('country', countries, [task.country])[0])
      const sector = task.sector === undefined ? null : sectors.indexOf(findCodes('sector', sectors, [task.sector])[0])
      return buildProfile(system, await measureAll(task, PROFILE_MEASURES), country, sector)
    }
    case 'context': return buildContext(await systemOf(task), await measureAll(task, CONTEXT_MEASURES), task.question)
  }
}

const PROFILE_MEASURES = ['bmSource', 'kww', 'participation', 'upstreamness', 'revealedComparativeAdvantage', 'tiva'] as const

/** Where a file of this content stands and can be read it stays as it is. */
async function keepTable (file: string, table: Parameters<typeof writeTable>[1]): Promise<void> {
  const known = await openTable(file).catch(error => {
    if (error instanceof UnusableFile) return null
    throw error
  })
  if (known === null) await writeTable(file, table)
}

async function systemOf ({ file, valueAdded }: Measurable): Promise<System> {
  const key = `${file} ${valueAdded}`
  const known = systems.find(key)
  if (known !== undefined) return known
  const table = await openTable(file)
  if (table === null) throw new UnusableFile('its file is not there')
  return systems.keep(key, openSystem(table, valueAdded, watched))
}

async function measure (asked: Asked): Promise<{ system: System, measured: ValueChainResult }> {
  const { file, valueAdded, measure: name, options } = asked
  const system = await systemOf(asked)
  const key = `${file} ${valueAdded} ${name} ${JSON.stringify(options)}`
  return { system, measured: results.find(key) ?? results.keep(key, measureTable(system, name, options, watched)) }
}

/** With their default options. */
async function measureAll ({ file, valueAdded }: Measurable, names: readonly string[]): Promise<(name: string) => ValueChainResult> {
  const found = new Map<string, ValueChainResult>()
  for (const name of names) found.set(name, (await measure({ file, valueAdded, measure: name, options: {}, filter: {} })).measured)
  return name => found.get(name) as ValueChainResult
}

const codesOf = ({ labels: { countries, sectors } }: System, filter: RowFilter): RowFilter => ({
  countries: findCodes('country', countries, filter.countries ?? []), sectors: findCodes('sector', sectors, filter.sectors ?? []), partners: findCodes('country', countries, filter.partners ?? [])
})

function refusalOf (error: unknown): Refusal | null {
  if (error instanceof TableFileError) return { refused: error.message, why: 'file', errors: [{ path: error.where, message: error.what }] }
  if (error instanceof TableRefused) return { refused: error.message, why: 'table', checks: error.checks }
  if (error instanceof UnusableFile) return { refused: error.message, why: 'gone' }
  if (error instanceof Cancelled) return { refused: 'Whoever asked has gone.', why: 'stopped' }
  if (error instanceof ZodError) return { refused: 'The options of the measure cannot be used.', why: 'question', errors: error.issues.map(({ path, message }) => ({ path: ['options', ...path.map(String)].join('.'), message })) }
  if (error instanceof SingularSystem) return { refused: error.message, why: 'table' }
  if (error instanceof MeasureError) return { refused: error.message, why: 'question' }
  return null
}
