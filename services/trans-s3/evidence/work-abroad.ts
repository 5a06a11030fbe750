/**
 * How far the work of some organisations, such as those of a group with one domain, crosses borders: their links with anybody, against what chance would give.
 *
 * Share, expectation, ratio and E-I: work-across.ts. partnerDiversity = mean over organisations of the effective number (D2) of countries of their partners. null without links.
 * Source: Hill 1973, Ecology 54:427 (diversity). O(links of the organisations), after O(links of all) once.
 */
import { partnerDiversity } from '../../analysis/borders/partner-diversity.ts'
import type { Coded, Csr } from '../../snapshot/snapshot.ts'
import { openWorkAcross } from './work-across.ts'
import type { WorkAcross } from './work-across.ts'

export interface WorkAbroad extends WorkAcross {
  partnerDiversity: number | null
  /** Links with an end among them, each once, and those of them to another country. */
  links: number
  linksAbroad: number
  /** Countries of their partners, their own among them. */
  countries: number
}

/** Everything that does not depend on whose work is looked at, so that forty domains take no longer than they must. */
export function openWork (graph: Csr, country: Coded): (nodes: readonly number[]) => WorkAbroad {
  const { n, offsets, targets } = graph
  const acrossOf = openWorkAcross(graph, country)
  const { d2 } = partnerDiversity(graph, country.codes, country.values.length)
  return nodes => {
    const inside = new Uint8Array(n)
    for (const i of nodes) inside[i] = 1
    let [links, linksAbroad] = [0, 0]
    const countries = new Set<number>()
    for (const i of nodes) {
      for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
        const j = targets[slot]
        if (country.codes[j] >= 0) countries.add(country.codes[j])
        if (inside[j] === 1 && j < i) continue
        links++
        if (country.codes[i] !== country.codes[j]) linksAbroad++
      }
    }
    const diversities = nodes.map(i => d2[i]).filter(value => !Number.isNaN(value))
    return { ...acrossOf(nodes), partnerDiversity: diversities.length === 0 ? null : diversities.reduce((sum, value) => sum + value, 0) / diversities.length, links, linksAbroad, countries: countries.size }
  }
}
