/** Writes that can be checked afterwards: batch n is the write that makes revision n, and says in every record how large it is. */
import type { Test } from 'tap'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { gather, link, organisation } from './samples.ts'

/** Sizes from one row to several statements' worth; kills then hit transactions of every length. */
const sizeOf = (batch: number): number => [1, 3000, 7, 1200, 2, 4500, 40][batch % 7]
const keyOf = (batch: number, i: number): string => `${batch}-${i}`

/** Writes the next batch: organisations in a chain of links. Resolves with its number when the store has acknowledged it. */
export async function writeBatch (store: GraphStore): Promise<number> {
  const batch = (await store.revision()).number + 1
  const numbers = Array.from({ length: sizeOf(batch) }, (_, i) => i)
  const { revision } = await store.write(async writer => {
    await writer.upsertOrganisations(numbers.map(i => organisation(keyOf(batch, i), { name: `${batch}` })))
    await writer.upsertLinks(numbers.slice(1).map(i => link(keyOf(batch, i - 1), keyOf(batch, i))))
  })
  return revision
}

/** Every batch up to the revision is there in whole, and nothing else is. Returns the revision. */
export async function checkBatches (t: Test, store: GraphStore, acknowledged: number): Promise<number> {
  const { number } = await store.revision()
  t.ok(number >= acknowledged, `revision ${number}, ${acknowledged} acknowledged`)
  const expected = Array.from({ length: number }, (_, i) => ({ batch: i + 1, organisations: sizeOf(i + 1) }))
  const found = new Map<number, number>()
  for (const { name } of await gather(store.streamOrganisations(5000))) found.set(Number(name), (found.get(Number(name)) ?? 0) + 1)
  t.strictSame([...found].map(([batch, organisations]) => ({ batch, organisations })).sort((a, b) => a.batch - b.batch), expected)
  t.equal((await store.counts()).links, expected.reduce((sum, { organisations }) => sum + organisations - 1, 0))
  return number
}
