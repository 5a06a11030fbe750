/** Every value of every file of tests/datasets/measures, computed by other tools, against ours; tests/output/deviations.md says how far apart they are. */
import { mkdirSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { CASES } from './expected/case.ts'
import { deviationOf } from './expected/deviation.ts'
import type { Deviation } from './expected/deviation.ts'
import { GROUPS } from './expected/groups.ts'
import { LINKS } from './expected/links.ts'
import { NOT_COMPARED } from './expected/not-compared.ts'
import { PARTITIONS } from './expected/partitions.ts'
import { POSITIONS } from './expected/positions.ts'

const ROWS = [...POSITIONS, ...GROUPS, ...PARTITIONS, ...LINKS]
/** Where a file asks for equality of what is a sum of fractions here. */
const ROUNDING = 1e-12
const compared: Array<Deviation & { name: string, key: string, by: string, tol: number }> = []

for (const [code, of] of CASES) {
  t.test(of.name, async t => {
    const rows = ROWS.filter(({ cases }) => cases.includes(code))
    const listed = Object.keys(NOT_COMPARED[code] ?? {})
    t.strictSame([...rows.map(({ key }) => key), ...listed].sort(), Object.keys(of.expected).sort(), 'each key is compared or listed, once')
    for (const { key, by, found, without, atLeast, tolerance } of rows) {
      const { value, tol: stated } = of.expected[key]
      const tol = tolerance ?? stated
      const deviation = deviationOf(found(of, value), value, { without, atLeast })
      compared.push({ name: of.name, key, by, tol, ...deviation })
      t.ok(deviation.largest <= tol + ROUNDING, `${key} by ${by}: largest deviation ${deviation.largest} of ${deviation.values} values, allowed ${tol}`)
    }
  })
}

t.test('no row and no reason without its case', async t => {
  t.strictSame([...ROWS.flatMap(({ cases }) => cases), ...Object.keys(NOT_COMPARED)].filter(code => !CASES.has(code)), [])
})

t.test('answers of another shape are infinitely far away', async t => {
  for (const [found, expected] of [[{}, { a: 1 }], [{ a: 1, b: 1 }, { a: 1 }], [[1], [1, 2]], ['1', 1], [NaN, 1], [1, 'NaN'], [null, { a: 1 }], ['b', 'a'], [{ a: Infinity }, { a: 1 }]]) t.equal(deviationOf(found, expected).largest, Infinity, JSON.stringify([found, expected]))
  t.match(deviationOf({ a: [1, null], b: 3 }, { a: [1.5, 'NaN'], b: 1, c: 'x' }, { without: ['c'] }), { values: 3, largest: 2 })
  t.equal(deviationOf(2, 1, { atLeast: true }).largest, 0)
})

t.teardown(() => {
  const sum = (pick: (row: Deviation) => number): number => compared.reduce((total, row) => total + pick(row), 0)
  const listed = Object.values(NOT_COMPARED).reduce((total, keys) => total + Object.keys(keys).length, 0)
  mkdirSync('tests/output', { recursive: true })
  writeFileSync('tests/output/deviations.md', [
    '# Deviations from values of other tools', '',
    `${new Set(compared.map(({ name }) => name)).size} cases, ${compared.length} keys and ${sum(({ values }) => values)} values compared, ${listed} keys listed with a reason. Largest relative deviation ${Math.max(...compared.map(({ relative }) => relative)).toExponential(2)}; ` +
    `of values known to 1e-6 or better ${Math.max(...compared.filter(({ tol }) => tol <= 1e-6).map(({ relative }) => relative)).toExponential(2)}.`, '',
    '| case | key | our measure | values compared | largest deviation | tolerance |', '|---|---|---|---|---|---|',
    ...compared.map(({ name, key, by, values, largest, tol }) => `| ${name} | ${key} | ${by} | ${values} | ${largest.toExponential(2)} | ${tol} |`), '',
    '| case | key | why it is not compared |', '|---|---|---|',
    ...Object.entries(NOT_COMPARED).flatMap(([code, keys]) => Object.entries(keys).map(([key, why]) => `| ${CASES.get(code)?.name} | ${key} | ${why} |`))
  ].join('\n') + '\n')
})
