/** Names in two columns, ordered so that fewer links cross. */
import t from 'tap'
import { createRandom } from '../../services/analysis/random.ts'
import { crossings, orderColumns } from '../../visualizer/charts/order-columns.ts'
import type { ColumnLink, Columns } from '../../visualizer/charts/order-columns.ts'

const places = ({ left, right }: Columns, { left: a, right: b }: ColumnLink): [number, number] => [left.indexOf(a), right.indexOf(b)]
const slowly = (columns: Columns, links: ColumnLink[]): number => links.flatMap((x, i) => links.slice(i + 1).filter(y => {
  const [[a, b], [c, d]] = [places(columns, x), places(columns, y)]
  return (a - c) * (b - d) < 0
})).length

t.test('crossings are those of every pair of links', async t => {
  const random = createRandom(2)
  const names = (letter: string): string[] => Array.from({ length: 12 }, (_, i) => `${letter}${i}`)
  for (let round = 0; round < 20; round++) {
    const columns = { left: names('a'), right: names('b') }
    const links = [...new Set(Array.from({ length: 30 }, () => `a${Math.floor(random.next() * 12)} b${Math.floor(random.next() * 12)}`))].map(text => ({ left: text.split(' ')[0], right: text.split(' ')[1] }))
    t.equal(crossings(columns, links), slowly(columns, links))
    const ordered = orderColumns(columns, links)
    t.ok(crossings(ordered, links) <= crossings(columns, links))
    t.strictSame([[...ordered.left].sort(), [...ordered.right].sort()], [[...columns.left].sort(), [...columns.right].sort()], 'nobody is lost')
    t.strictSame(orderColumns(columns, links), ordered, 'the same every time')
  }
})

t.test('what can be untangled is', async t => {
  const links = ['a0 b2', 'a1 b1', 'a2 b0'].map(text => ({ left: text.split(' ')[0], right: text.split(' ')[1] }))
  const columns = { left: ['a0', 'a1', 'a2'], right: ['b0', 'b1', 'b2'] }
  t.equal(crossings(columns, links), 3)
  t.equal(crossings(orderColumns(columns, links), links), 0)
  t.strictSame(orderColumns({ left: [], right: [] }, []), { left: [], right: [] })
})
