/** zod schemas in Fastify routes: validation on the way in, OpenAPI 3.1 on the way to the documentation. */
import type { FastifySchemaCompiler, FastifySchema } from 'fastify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { z } from 'zod'
import { expectationOf } from '../contract/expectation.ts'
import { Problem } from '../contract/problem.ts'

const PARTS = ['body', 'querystring', 'params', 'headers'] as const

/** Keys that a route does not know are errors: a misspelt filter must not look like one that matched everything, and no field of a body may be lost. */
const strictly = (schema: z.ZodType, part: string | undefined): z.ZodType =>
  (part === 'querystring' || part === 'body') && schema instanceof z.ZodObject ? schema.strict() : schema

/** What is not there is said to be missing, whatever it would have to be. */
function missing ({ input, path }: { input?: unknown, path?: PropertyKey[] | undefined }, part: string | undefined): string | undefined {
  if ((path ?? []).length === 0) return input == null && part === 'body' ? 'the body is missing' : undefined
  return input === undefined ? 'is missing' : undefined
}

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const checked = strictly(schema, httpPart)
  return data => {
    const result = checked.safeParse(data, { error: issue => missing(issue, httpPart) ?? expectationOf(issue) })
    return result.success ? { value: result.data } : { error: result.error }
  }
}

export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = () => data => JSON.stringify(data)

function toJsonSchema (schema: unknown, io: 'input' | 'output'): unknown {
  if (!(schema instanceof z.ZodType)) return schema
  // zod leaves the default out where what comes in is transformed, as a number in an address is.
  const { $schema: _dialect, ...jsonSchema } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: ({ zodSchema, jsonSchema }) => { if (zodSchema instanceof z.ZodDefault) jsonSchema.default ??= zodSchema.def.defaultValue } })
  return jsonSchema
}

/** What every operation may answer instead of what was asked for. */
const PROBLEM = {
  default: { description: 'What went wrong: RFC 9457 problem details, with a code of the catalogue.', content: { 'application/problem+json': { schema: toJsonSchema(Problem, 'output') } } }
}
/** What is sent bit by bit has no schema of its own. */
const STREAM = { 200: { description: 'A stream of events, until the connection ends.', content: { 'text/event-stream': { schema: { type: 'string' } } } } }

/** GET /api/v1/runs/:run/results -> getRunsByRunResults: for programs that make a client of the description. */
function operationIdOf (method: string, url: string): string {
  const words = url.replace(/^\/api\/v1/, '').split(/[/-]/).filter(word => word !== '').map(word => word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word.replace(/\W/g, '')))
  return method.toLowerCase() + words.join('')
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** For @fastify/swagger: a route's zod schemas as JSON Schema, its name, and the problems it may answer. */
export function transformSchema ({ schema, url, route }: { schema: FastifySchema, url: string, route: { method: string | string[] } }): { schema: FastifySchema, url: string } {
  const transformed: Record<string, unknown> = { ...schema, operationId: operationIdOf([route.method].flat()[0], url) }
  for (const part of PARTS) {
    const given = schema?.[part]
    if (given !== undefined) transformed[part] = toJsonSchema(strictly(given as z.ZodType, part), 'input')
  }
  const answers = Object.entries((schema?.response ?? STREAM) as Record<string, unknown>).map(([status, each]) => [status, toJsonSchema(each, 'output')])
  transformed.response = { ...Object.fromEntries(answers), ...PROBLEM }
  return { schema: transformed as FastifySchema, url }
}
