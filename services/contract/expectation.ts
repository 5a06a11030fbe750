/** What should stand in place of a value that a schema refuses, where the schema has no words of its own for it: one set of words for requests and files. */
import type { z } from 'zod'

/** Starts with "expected"; undefined: the issue is not about what stands there. */
export function expectationOf (issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue
  switch (issue.code) {
    case 'invalid_type': return EXPECTED[issue.expected] ?? `expected ${issue.expected}`
    case 'invalid_value': return issue.values.length === 1 ? `expected ${String(issue.values[0])}` : `expected one of ${issue.values.join(', ')}`
    case 'invalid_union': return options(issue)
    case 'invalid_format': return FORMATS[issue.format] ?? 'expected another text'
    case 'too_small': return `${issue.inclusive === false ? 'expected more than' : 'expected at least'} ${issue.minimum}${unitOf(issue.origin, input)}`
    case 'too_big': return `${issue.inclusive === false ? 'expected less than' : 'expected at most'} ${issue.maximum}${unitOf(issue.origin, input)}`
    default: return undefined
  }
}

/** Of a union that is told apart by one key, its values. */
const options = (issue: object): string => 'options' in issue && Array.isArray(issue.options) ? `expected one of ${issue.options.join(', ')}` : 'expected another value'
const unitOf = (origin: string, input: unknown): string => origin === 'array' ? ' in the list' : typeof input === 'string' ? ' characters' : ''

const EXPECTED: Record<string, string> = { string: 'expected text', number: 'expected a number', int: 'expected a whole number', boolean: 'expected true or false', array: 'expected a list', tuple: 'expected a list', object: 'expected an object', record: 'expected an object' }
const FORMATS: Record<string, string> = { datetime: 'expected a time such as 2026-05-01T12:00:00.000Z', date: 'expected a day such as 2026-05-01', url: 'expected a URL such as https://example.org' }
