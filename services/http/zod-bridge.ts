/** zod schemas in Fastify routes: validation on the way in, OpenAPI 3.1 on the way to the documentation. */
import type { FastifySchemaCompiler, FastifySchema } from 'fastify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { z } from 'zod'

const PARTS = ['body', 'querystring', 'params', 'headers'] as const

/** Query keys that a route does not know are errors: a misspelt filter must not look like one that matched everything. */
const strictly = (schema: z.ZodType, part: string | undefined): z.ZodType =>
  part === 'querystring' && schema instanceof z.ZodObject ? schema.strict() : schema

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const checked = strictly(schema, httpPart)
  return data => {
    const result = checked.safeParse(data)
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

/** For @fastify/swagger: a route's zod schemas as JSON Schema. */
export function transformSchema ({ schema, url }: { schema: FastifySchema, url: string }): { schema: FastifySchema, url: string } {
  const transformed: Record<string, unknown> = { ...schema }
  for (const part of PARTS) {
    const given = schema?.[part]
    if (given !== undefined) transformed[part] = toJsonSchema(strictly(given as z.ZodType, part), 'input')
  }
  if (schema?.response !== undefined) {
    transformed.response = Object.fromEntries(Object.entries(schema.response as Record<string, unknown>).map(([status, each]) => [status, toJsonSchema(each, 'output')]))
  }
  return { schema: transformed as FastifySchema, url }
}
