/** Every registered measure on networks whose weights lie at both ends of what is accepted: nothing infinite, no fault, and undefined only what is undefined with weights of 1. */
import t from 'tap'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { WEIGHT_MAX, WEIGHT_MIN } from '../../services/contract/scalars.ts'
import { measure } from './metamorphic/network.ts'
import type { Link, Values, Written } from './metamorphic/network.ts'

const NODES = Array.from({ length: 14 }, (_, v) => ({ id: `o${v}`, country: ['PL', 'DE', 'LT'][v % 3], fields: ['wood', 'wood;sea', 'sea', 'iron'][v % 4], latitude: 54 + v, longitude: 10 + v }))
const MEMBERSHIPS = NODES.flatMap(({ id }, v) => [{ source: id, target: `network ${v % 4}`, weight: 1 }, { source: id, target: `network ${v % 3}`, weight: 1 }])
const random = createRandom(1)
const links = (weights: number[], count: number): Link[] => Array.from({ length: count }, () => ({ source: `o${random.below(14)}`, target: `o${random.below(14)}`, weight: weights[random.below(weights.length)] }))
const MIXED = [WEIGHT_MIN, 1, WEIGHT_MAX]
const NETWORKS: Link[][] = [links(MIXED, 30), links(MIXED, 60), links([WEIGHT_MIN], 30), links([WEIGHT_MAX], 30), NODES.slice(1).map(({ id }, v) => ({ source: `o${v}`, target: id, weight: MIXED[v % 3] }))]
/** Its sum does not settle where walks over a few links of weight 1e50 outweigh every cycle, and it says so (katz.ts). */
const MAY_BE_UNDEFINED = new Set(['katz'])

const undefinedIn = (values: Values): string[] => [...values].filter(([, value]) => [value].flat(2).some(each => Number.isNaN(each))).map(([key]) => key)

for (const [name, { needs }] of MEASURABLE) {
  t.test(name, async t => {
    for (const given of NETWORKS) {
      for (const directed of needs.direction === 'either' && !needs.memberships ? [false, true] : [needs.direction === 'directed']) {
        const network: Written = { directed, nodes: NODES, links: given, memberships: MEMBERSHIPS }
        const found = measure(name, network)
        t.strictSame([...found].filter(([, value]) => [value].flat(2).some(each => Math.abs(each as number) === Infinity)), [], 'nothing is infinite')
        if (MAY_BE_UNDEFINED.has(name)) continue
        const plain = new Set(undefinedIn(measure(name, { ...network, links: given.map(link => ({ ...link, weight: 1 })) })))
        t.strictSame(undefinedIn(found).filter(key => !plain.has(key)), [], 'undefined only what is so with weights of 1')
      }
    }
  })
}
