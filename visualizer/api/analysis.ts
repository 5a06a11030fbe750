/** Starting an analysis from the form, and the algorithms it can be of. */
import { signal } from '@preact/signals'
import type { AlgorithmDescription, Run, RunEstimate, RunRequest } from '../../services/contract/run.ts'
import { ApiProblem, fetchJson } from './fetch-json.ts'
import { follow } from './service.ts'

/** One option of an algorithm, as its JSON Schema tells it. */
export interface OptionSchema { type?: string, enum?: string[], items?: OptionSchema, default?: unknown, minimum?: number, exclusiveMinimum?: number, maximum?: number, description?: string }

/** What was wrong, by field, of the first entry of a list that is wrong; '' for the request as a whole. */
export type FieldProblems = Record<string, string>
/** The run of values that was asked for last: its table is shown. */
export const valuesRun = signal<string | null>(null)

export const optionsOf = ({ optionsSchema }: AlgorithmDescription): Array<[string, OptionSchema]> => Object.entries((optionsSchema.properties ?? {}) as Record<string, OptionSchema>)

/** Empty when it has started. */
export async function startAnalysis (request: Partial<RunRequest>, gives: AlgorithmDescription['gives']): Promise<FieldProblems> {
  try {
    const run = await fetchJson<Run>('/api/v1/runs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })
    follow(run.id, () => { if (gives === 'values') valuesRun.value = run.id })
    return {}
  } catch (error) {
    return problemsOf(error as Error)
  }
}

/** What it would need, without starting it. */
export async function estimateAnalysis (request: Partial<RunRequest>): Promise<{ estimate: RunEstimate | null, problems: FieldProblems }> {
  try {
    return { estimate: await fetchJson<RunEstimate>('/api/v1/runs/estimate', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) }), problems: {} }
  } catch (error) {
    return { estimate: null, problems: problemsOf(error as Error) }
  }
}

function problemsOf (error: Error): FieldProblems {
  const fields = error instanceof ApiProblem ? error.problem.errors ?? [] : []
  return fields.length === 0 ? { '': error.message } : Object.fromEntries([...fields].reverse().map(({ path, message }) => [fieldOf(path), message]))
}

/** options.start.2 is an entry of the field options.start. */
const fieldOf = (path: string): string => path.replace(/\.\d+$/, '')
