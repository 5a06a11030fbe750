/** Starting an analysis from the form, and the algorithms it can be of. */
import { signal } from '@preact/signals'
import { findsClusters } from '../../services/contract/run.ts'
import type { AlgorithmDescription, Run, RunEstimate, RunRequest } from '../../services/contract/run.ts'
import { ApiProblem, fetchJson } from './fetch-json.ts'
import { change, view } from '../state/store.ts'
import { follow } from './service.ts'

/** One option of an algorithm, as its JSON Schema tells it. */
export interface OptionSchema { type?: string, enum?: string[], items?: OptionSchema, default?: unknown, minimum?: number, exclusiveMinimum?: number, maximum?: number, exclusiveMaximum?: number, description?: string }

/** What was wrong, by field, of the first entry of a list that is wrong; '' for the request as a whole. */
export type FieldProblems = Record<string, string>
/** A run that was started here, has completed, and is not what the page shows by itself: a trial, or values asked for on another screen. */
export const finished = signal<Run | null>(null)

export function openRun ({ id, request }: Run): void {
  finished.value = null
  if (findsClusters(request.algorithm)) change({ screen: 'map', focus: null, selected: null, link: null, run: id })
  else change({ screen: 'data', focus: null, selected: null, link: null, values: id })
}

export const optionsOf = ({ optionsSchema }: AlgorithmDescription): Array<[string, OptionSchema]> => Object.entries((optionsSchema.properties ?? {}) as Record<string, OptionSchema>)

/** Empty when it has started. */
export async function startAnalysis (request: Partial<RunRequest>, gives: AlgorithmDescription['gives']): Promise<FieldProblems> {
  try {
    const from = view.value.screen
    const run = await fetchJson<Run>('/api/v1/runs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })
    follow(run.id, () => {
      // Of a table: nothing else leads to its picture.
      const isOfTable = run.request.network !== undefined
      if ((gives === 'values' && view.value.screen === 'data') || (isOfTable && view.value.screen === from)) openRun(run)
      else if (gives === 'values' || isOfTable || run.request.trial === true) finished.value = run
    })
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
