/**
 * How far the work of some organisations, such as those of a group with one domain, crosses borders: their links with anybody, against what chance would give.
 *
 * share = part of their strength that goes to another country. expected = the mean of 1 - K_c / 2W over their strength, K_c the strength of their country in the whole network: where partners would
 * be if links were dealt out by strength alone; of all organisations together that is the expectation of crossBorder (analysis/borders). ratio = share / expected. E-I = (E - I) / (E + I) of links
 * counted, not weighted, each once. partnerDiversity = mean over organisations of the effective number (D2) of countries of their partners. Organisations without a country are a country of their own. null without links.
 * Sources: Newman & Girvan 2004, Phys. Rev. E 69:026113 (expectation); Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123 (E-I); Hill 1973, Ecology 54:427 (diversity). O(links of the organisations), after O(links of all) once.
 */
import { partnerDiversity } from '../../analysis/borders/partner-diversity.ts'
import type { Coded, Csr } from '../../snapshot/snapshot.ts'

export interface WorkAbroad {
  share: number | null
  expected: number | null
  ratio: number | null
  eiIndex: number | null
  partnerDiversity: number | null
  /** Links with an end among them, each once, and those of them to another country. */
  links: number
  linksAbroad: number
  /** Countries of their partners, their own among them. */
  countries: number
}

/** Everything that does not depend on whose work is looked at, so that forty domains take no longer than they must. */
export function openWork (graph: Csr, { codes: country, values }: Coded): (nodes: readonly number[]) => WorkAbroad {
  const { n, offsets, targets, weights } = graph
  const ofCountry = new Float64Array(values.length + 1)
  for (let i = 0; i < n; i++) for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) ofCountry[country[i] + 1] += weights[slot]
  const all = ofCountry.reduce((sum, strength) => sum + strength, 0)
  const { d2 } = partnerDiversity(graph, country, values.length)
  return nodes => {
    const inside = new Uint8Array(n)
    for (const i of nodes) inside[i] = 1
    let [strength, crossing, expected, links, linksAbroad] = [0, 0, 0, 0, 0]
    const countries = new Set<number>()
    for (const i of nodes) {
      for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
        const j = targets[slot]
        const isAbroad = country[i] !== country[j]
        strength += weights[slot]
        expected += weights[slot] * (1 - ofCountry[country[i] + 1] / all)
        if (isAbroad) crossing += weights[slot]
        if (country[j] >= 0) countries.add(country[j])
        if (inside[j] === 1 && j < i) continue
        links++
        if (isAbroad) linksAbroad++
      }
    }
    const diversities = nodes.map(i => d2[i]).filter(value => !Number.isNaN(value))
    return {
      share: strength === 0 ? null : crossing / strength, expected: strength === 0 ? null : expected / strength, ratio: expected === 0 ? null : crossing / expected,
      eiIndex: links === 0 ? null : 2 * linksAbroad / links - 1,
      partnerDiversity: diversities.length === 0 ? null : diversities.reduce((sum, value) => sum + value, 0) / diversities.length,
      links, linksAbroad, countries: countries.size
    }
  }
}
