import t from 'tap'
import { keepSearchIndex } from '../../services/search/keep-search-index.ts'
import type { SearchIndex } from '../../services/search/search-index.ts'

/** An index that answers with its own name, ready when told. */
function slowIndex (name: string) {
  let finish = () => {}
  let fail = (_error: Error) => {}
  let builds = 0
  const index: SearchIndex = { search: () => [{ type: 'country', id: name, label: name, detail: '', cluster: null }], rank: () => [name] }
  const ready = new Promise<SearchIndex>((resolve, reject) => {
    finish = () => resolve(index)
    fail = reject
  })
  return { build: () => { builds++; return ready }, finish: () => finish(), fail: (error: Error) => fail(error), builds: () => builds }
}

t.test('nothing is found before the first index is there', async t => {
  const keeper = keepSearchIndex()
  t.strictSame([keeper.version(), keeper.search('a', 8), keeper.rank('a')], [null, [], []])
})

t.test('the old index answers until the new one is ready', async t => {
  const keeper = keepSearchIndex()
  const [one, two] = [slowIndex('one'), slowIndex('two')]
  one.finish()
  await keeper.refresh('1', one.build)
  t.strictSame([keeper.version(), keeper.rank('a')], ['1', ['one']])
  const under = keeper.refresh('2', two.build)
  t.strictSame([keeper.version(), keeper.rank('a')], ['1', ['one']])
  two.finish()
  await under
  t.strictSame([keeper.version(), keeper.rank('a'), keeper.search('a', 8)[0].id], ['2', ['two'], 'two'])
})

t.test('one build for one version, and of many requests only the newest is built next', async t => {
  const keeper = keepSearchIndex()
  const [one, two, three] = [slowIndex('one'), slowIndex('two'), slowIndex('three')]
  const first = [keeper.refresh('1', one.build), keeper.refresh('1', one.build)]
  const later = [keeper.refresh('2', two.build), keeper.refresh('3', three.build)]
  one.finish()
  await Promise.all(first)
  three.finish()
  await Promise.all(later)
  t.strictSame([one.builds(), two.builds(), three.builds()], [1, 0, 1])
  t.strictSame([keeper.version(), keeper.rank('a')], ['3', ['three']])
  await keeper.refresh('3', three.build)
  t.equal(three.builds(), 1, 'what is there is not built again')
})

t.test('a build that fails leaves the old index in use, and the next one works', async t => {
  const keeper = keepSearchIndex()
  const [one, broken, two] = [slowIndex('one'), slowIndex('broken'), slowIndex('two')]
  one.finish()
  await keeper.refresh('1', one.build)
  const failing = keeper.refresh('2', broken.build)
  const next = keeper.refresh('3', two.build)
  broken.fail(new Error('the store went away'))
  await t.rejects(failing, { message: 'the store went away' })
  two.finish()
  await next
  t.strictSame([keeper.version(), keeper.rank('a')], ['3', ['two']])
})
