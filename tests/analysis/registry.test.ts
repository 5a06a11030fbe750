/** The list of algorithms: what it says of each, and which options a run of it takes. */
import t from 'tap'
import { findCommunities } from '../../services/analysis/communities/algorithms.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { findAlgorithm, listAlgorithms, MEASURABLE, optionsOfRun } from '../../services/analysis/registry.ts'
import { readCase } from './read-case.ts'

t.test('every algorithm is described, once', async t => {
  const listed = listAlgorithms()
  t.equal(new Set(listed.map(({ name }) => name)).size, listed.length)
  for (const { name, gives, optionsSchema } of listed) {
    t.equal(gives === null, !MEASURABLE.has(name), `${name} gives ${gives}`)
    t.match(optionsSchema, { type: 'object', additionalProperties: false }, `${name}: options it does not know are refused`)
  }
  t.equal(findAlgorithm('fame'), undefined)
})

t.test('a run finds communities as the algorithm does, with options of a run beside', async t => {
  const { graph } = readCase('01-karate-unweighted', false)
  t.strictSame(findCommunities(graph, { algorithm: 'leiden', options: { restarts: 3, repeats: 7 } }, 5, UNWATCHED), leiden(graph, LeidenOptions.parse({ restarts: 3 }), 5))
  t.throws(() => findCommunities(graph, { algorithm: 'leiden', options: { restart: 3 } }, 5, UNWATCHED), { name: 'ZodError' })
  const [found, measured] = ['leiden', 'degree'].map(name => optionsOfRun(findAlgorithm(name) as NonNullable<ReturnType<typeof findAlgorithm>>))
  t.ok('repeats' in found.shape && 'betweennessSources' in found.shape && Object.keys(measured.shape).length === 0)
})
