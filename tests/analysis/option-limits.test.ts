/** Every option of every registered measure: its limits are taken and computed with; one past them, and what is no value of its kind, is refused. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { listAlgorithms, MEASURABLE } from '../../services/analysis/registry.ts'
import { measureNetwork, readFor } from '../../services/measure/measure-network.ts'

interface OptionSchema { type?: string, enum?: unknown[], minimum?: number, maximum?: number, exclusiveMinimum?: number, exclusiveMaximum?: number }

const LINKS = 'source,target,weight\na,b,1\nb,c,2\nc,a,1\nc,d,3\nd,e,1\ne,f,2\nf,d,1\n'
const MEMBERSHIPS = 'source,target\na,x\nb,x\nc,x\nc,y\nd,y\ne,y\nf,y\na,y\n'
const NODES = 'id,country,fields,latitude,longitude\na,PL,wood,54,18\nb,PL,wood;sea,54,18\nc,LT,sea,55,24\nd,LT,iron,,\ne,DE,wood,54,10\nf,DE,sea,54,12\ng,PL,iron,52,21\n'
/** Beside these the values of a kind that JSON has. */
const OF_ANOTHER_KIND: Record<string, unknown[]> = { number: ['1', '0x10', null, [], {}, NaN, Infinity], integer: ['1', 1.5, null, [], {}, NaN, Infinity], boolean: ['true', 1, null, [], {}], string: [1, null, [], {}, true], array: ['a', 1, null, {}, true, [null], [{}]] }
/** Limits beyond this are accepted by the schema, and take longer than a test may. */
const COMPUTED_MAX = 1000

/** A measure with one option set, on six nodes and an isolate. */
function compute (name: string, options: Record<string, unknown>): unknown {
  const { needs } = MEASURABLE.get(name) as NonNullable<ReturnType<typeof MEASURABLE.get>>
  const network = readFor(name, 'links.csv', needs.memberships ? MEMBERSHIPS : LINKS, needs.direction === 'directed', NODES)
  const { nodes, metrics, tables = {} } = measureNetwork(network, { name, options, group: 'country', terms: 'fields', seed: 1 }, UNWATCHED)
  return [...Object.values(nodes).flatMap(values => Array.from(values)), ...Object.values(metrics), ...Object.values(tables).flatMap(table => Object.values(table).flatMap(values => Array.from(values as ArrayLike<unknown>)))].filter(value => Math.abs(value as number) === Infinity)
}

for (const { name, optionsSchema } of listAlgorithms()) {
  const entry = MEASURABLE.get(name)
  const known = Object.entries(optionsSchema.properties as Record<string, OptionSchema>).filter(([option]) => entry !== undefined && option in entry.options.shape)
  if (entry === undefined || known.length === 0) continue
  t.test(name, async t => {
    const accepts = (option: string, value: unknown): boolean => entry.options.strict().safeParse({ [option]: value }).success
    for (const [option, { type = '', enum: words, minimum, maximum, exclusiveMinimum, exclusiveMaximum }] of known) {
      const step = type === 'integer' ? 1 : 1e-9
      const limits = [minimum, maximum].filter((limit): limit is number => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER)
      // Without a limit of its own a number ends where doubles do.
      if (type === 'number' && maximum === undefined && exclusiveMaximum === undefined) t.strictSame(compute(name, { [option]: Number.MAX_VALUE }), [], `${option}, the greatest number there is: nothing is infinite`)
      if (exclusiveMinimum === 0) t.strictSame(compute(name, { [option]: Number.MIN_VALUE }), [], `${option}, next to nothing: nothing is infinite`)
      for (const limit of limits) {
        t.ok(accepts(option, limit), `${option} ${limit}`)
        if (limit <= COMPUTED_MAX) t.strictSame(compute(name, { [option]: limit }), [], `${option} ${limit}: nothing is infinite`)
      }
      for (const word of words ?? []) t.strictSame(compute(name, { [option]: word }), [], `${option} ${String(word)}: nothing is infinite`)
      const past = [minimum !== undefined && minimum - step, maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER && maximum + step * Math.max(1, maximum), exclusiveMinimum, exclusiveMaximum].filter(value => typeof value === 'number')
      for (const value of [...past, ...words === undefined ? [] : ['no such word'], ...OF_ANOTHER_KIND[type] ?? []]) t.notOk(accepts(option, value), `${option} refuses ${JSON.stringify(value)}`)
    }
    t.notOk(accepts('resolutoin', 1))
  })
}
