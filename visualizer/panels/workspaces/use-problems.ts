/** What the service found wrong with a form: each error at its field until that field is changed, and once alone. */
import { useState } from 'preact/hooks'
import { ApiProblem } from '../../api/fetch-json.ts'
import { t } from '../../text/translate.ts'
import { fieldName } from './item-words.ts'

interface FieldError { path: string, message: string, value?: string | undefined }

export interface Problems {
  set: (problem: Error | null) => void
  /** These were changed: what was said of them is said no more. */
  corrected: (fields: readonly string[]) => void
  at: (field: string) => string | undefined
  /** What no field has shown; to be asked for after the fields. */
  left: () => string | null
}

const isUnder = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`)

/** Parts of a path as the page calls them, lines of a list counted from one. */
const partsText = (path: string): string => path.split('.').filter(part => part !== '').map(part => /^\d+$/.test(part) ? String(Number(part) + 1) : fieldName(part)).join(' ')

const errorText = ({ value, message }: FieldError, where: string): string => `${where === '' ? '' : `${where}: `}${value ?? ''} ${message}`.trim()

export function useProblems (): Problems {
  const [problem, setProblem] = useState<Error | null>(null)
  const [changed, setChanged] = useState<readonly string[]>([])
  const shown: string[] = []
  const all: FieldError[] = problem instanceof ApiProblem ? problem.problem.errors ?? [] : []
  // The content of an item is the form; what is around it is not on the page.
  const errors = all.map(error => ({ ...error, path: error.path.replace(/^content\./, '') })).filter(({ path }) => !changed.some(field => isUnder(path, field)))
  return {
    set: next => {
      setProblem(next)
      setChanged([])
    },
    corrected: fields => { if (errors.some(({ path }) => fields.some(field => isUnder(path, field)))) setChanged([...changed, ...fields]) },
    at: field => {
      shown.push(field)
      return errors.filter(({ path }) => isUnder(path, field)).map(error => errorText(error, partsText(error.path.slice(field.length)))).join('; ') || undefined
    },
    left: () => {
      if (problem === null) return null
      if (!(problem instanceof ApiProblem)) return t('workspaces.notSaved')
      if (all.length === 0) return problem.message
      const others = errors.filter(({ path }) => !shown.some(field => isUnder(path, field)))
      if (others.length > 0) return others.map(error => errorText(error, partsText(error.path))).join('; ')
      return errors.length === 0 ? null : t('workspaces.toCorrect')
    }
  }
}
