import type { Test } from 'tap'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../services/analysis/random.ts'
import { MEMBERSHIP_ROLES } from '../../services/contract/vocabulary.ts'
import { readSnapshot } from '../../services/snapshot/build-snapshot.ts'
import { writeColumns } from '../../services/snapshot/column-file.ts'
import { CHANGES_FEW, refreshSnapshot } from '../../services/snapshot/refresh-snapshot.ts'
import type { GraphStore, StoreWriter } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { id, link, membership, network, organisation, organisationId } from './samples.ts'

const KINDS = ['SUPPLIES', 'COLLABORATES', 'OWNS', 'LICENSES'] as const
const ORGANISATIONS = 24
const NETWORKS = 8

/** Beside the test's own, where the store may be. */
function newFolder (t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'amber-road-snapshots-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Writes and deletes at random, so often the same that much is replaced, written again after it was deleted, or went with its ends. */
function createEditor (seed: number): (store: GraphStore) => Promise<void> {
  const random = createRandom(seed)
  const under = (limit: number): number => Math.floor(random.next() * limit)
  const linkOf = (): ReturnType<typeof link> => {
    const [source, target, kind, product] = [under(ORGANISATIONS), under(ORGANISATIONS), KINDS[under(KINDS.length)], String(under(3))]
    return link(source, target, { id: id('lnk', `${kind} ${Math.min(source, target)} ${Math.max(source, target)} ${source < target} ${product}`), kind, weight: under(4) === 0 ? 0 : random.next(), product })
  }
  const membershipOf = (): ReturnType<typeof membership> => membership(under(ORGANISATIONS), under(NETWORKS), { role: MEMBERSHIP_ROLES[under(2)] })
  const edits: Array<(writer: StoreWriter) => Promise<unknown>> = [
    writer => writer.upsertOrganisations([organisation(under(ORGANISATIONS), { country: ['PL', 'DE', 'FI'][under(3)], city: under(2) === 0 ? null : `Town ${under(5)}`, coordinates: under(2) === 0 ? null : { latitude: under(90), longitude: under(90), precision: 'exact' }, domains: under(2) === 0 ? [] : [`s3:${under(4)}`, `s3:${under(4)}`] })]),
    writer => writer.upsertNetworks([network(under(NETWORKS), { membersTotal: under(2) === 0 ? null : under(9), domains: under(2) === 0 ? [] : [`s3:${under(4)}`, `s3:${under(4)}`] })]),
    writer => writer.upsertLinks([linkOf(), linkOf()]),
    writer => writer.upsertLinks([linkOf()]),
    writer => writer.upsertMemberships([membershipOf(), membershipOf()]),
    writer => writer.deleteLink(linkOf().id),
    writer => writer.deleteMembership(membershipOf().id),
    writer => writer.deleteNetwork(id('net', under(NETWORKS))),
    writer => writer.deleteOrganisation(organisationId(under(ORGANISATIONS)))
  ]
  return async store => {
    for (let writes = 1 + under(3); writes > 0; writes--) {
      const chosen = Array.from({ length: 1 + under(8) }, () => under(edits.length))
      await store.write(async writer => {
        for (const edit of chosen) await edits[edit](writer)
      })
    }
  }
}

async function fill (store: GraphStore): Promise<void> {
  await store.write(async writer => {
    await writer.upsertOrganisations(Array.from({ length: ORGANISATIONS }, (_, i) => organisation(i)))
    await writer.upsertNetworks(Array.from({ length: NETWORKS }, (_, i) => network(i)))
    await writer.upsertLinks(Array.from({ length: 60 }, (_, i) => link(i % ORGANISATIONS, (i * 7 + 3) % ORGANISATIONS, { kind: KINDS[i % 3], weight: 1 / (i + 3) })))
    await writer.upsertMemberships(Array.from({ length: 40 }, (_, i) => membership(i % ORGANISATIONS, (i * 3) % NETWORKS)))
  })
}

/** The snapshot that is kept on disk follows the store by its changes, and is the same as one that was read as a whole. */
export function refreshContract (t: Test, provide: ProvideStore): void {
  t.test('after random edits a refreshed snapshot is the same in every byte as one that is read as a whole', async t => {
    const store = await provide(t)
    await fill(store)
    const folder = newFolder(t)
    t.equal((await refreshSnapshot(store, folder, t.fail)).from, 'store')
    const edit = createEditor(11)
    const hashes = new Set<string>()
    for (let round = 0; round < 25; round++) {
      await edit(store)
      const { snapshot, from } = await refreshSnapshot(store, folder, t.fail)
      const whole = await readSnapshot(store)
      t.equal(from, 'changes')
      if (snapshot.hash !== whole.hash) t.strictSame(snapshot, whole, `round ${round}`)
      t.strictSame(snapshot.report, whole.report)
      const again = await refreshSnapshot(store, folder, t.fail)
      t.strictSame([again.from, again.snapshot.hash, again.snapshot.revision], ['file', whole.hash, whole.revision])
      hashes.add(whole.hash)
    }
    t.ok(hashes.size > 20, `${hashes.size} different networks`)
  })

  t.test('what was kept is used for its own dataset and its own history alone', async t => {
    let now = 0
    const clock = (): Date => new Date(now++)
    const store = await provide(t, clock)
    await fill(store)
    const folder = newFolder(t)
    await refreshSnapshot(store, folder, t.fail)
    const name = join(folder, 'newest.dataset')
    const kept = readFileSync(name)
    const { number } = await store.revision()
    const revision = (changes: object): Pick<GraphStore, 'freeze' | 'revision'> => ({
      revision: async () => ({ ...await store.revision(), ...changes }),
      freeze: work => store.freeze((reader, frozen) => work('committedAt' in changes ? { ...reader, committedAt: async () => changes.committedAt as string } : reader, { ...frozen, ...changes }))
    })
    const fromOf = async (of: Pick<GraphStore, 'freeze' | 'revision'>): Promise<string> => {
      writeFileSync(name, kept)
      return (await refreshSnapshot(of, folder, t.fail)).from
    }
    t.equal(await fromOf(store), 'file')
    t.equal(await fromOf(revision({ dataset: 'another' })), 'store', 'another dataset of the same revision')
    t.equal(await fromOf(revision({ committedAt: '2001-01-01T00:00:00.000Z' })), 'store', 'a backup that was put back and written to')
    t.equal(await fromOf(revision({ number: number - 1 })), 'store', 'a backup that was put back')
    await store.write(writer => writer.upsertOrganisations([organisation('more')]))
    t.equal(await fromOf(store), 'changes')
  })

  t.test('too many changes are not merged: all is read', async t => {
    const store = await provide(t)
    await fill(store)
    const folder = newFolder(t)
    await refreshSnapshot(store, folder, t.fail)
    const change = async (count: number): Promise<unknown> => await store.write(writer => writer.upsertNetworks(Array.from({ length: count }, (_, i) => network(i))))
    await change(CHANGES_FEW)
    t.equal((await refreshSnapshot(store, folder, t.fail)).from, 'changes')
    await change(CHANGES_FEW + 1)
    t.equal((await refreshSnapshot(store, folder, t.fail)).from, 'store')
  })

  t.test('a kept snapshot of an earlier version is told, and all is read', async t => {
    const store = await provide(t)
    await fill(store)
    const folder = newFolder(t)
    const { snapshot: { hash } } = await refreshSnapshot(store, folder, t.fail)
    await writeColumns(join(folder, `${hash}.snapshot`), { about: { content: 'snapshot', version: 2 }, columns: new Map() })
    const told: string[] = []
    const { snapshot, from } = await refreshSnapshot(store, folder, sentence => told.push(sentence))
    t.strictSame([from, snapshot.hash], ['store', hash])
    t.match(told[0], /is not used, because its snapshot has version 2/)
    t.equal((await refreshSnapshot(store, folder, t.fail)).from, 'file', 'and it is written anew')
  })

  t.test('a kept file that is damaged is told, and all is read', async t => {
    const store = await provide(t)
    await fill(store)
    const folder = newFolder(t)
    await refreshSnapshot(store, folder, t.fail)
    await store.write(writer => writer.upsertOrganisations([organisation('more')]))
    const name = join(folder, 'newest.dataset')
    const sound = readFileSync(name)
    for (const at of [3, 30, sound.length >> 1, sound.length - 1]) {
      writeFileSync(name, sound.map((byte, i) => i === at ? byte ^ 1 : byte))
      const told: string[] = []
      t.equal((await refreshSnapshot(store, folder, sentence => told.push(sentence))).from, 'store')
      t.match(told[0], /newest\.dataset is not used, because/)
    }
  })
}
