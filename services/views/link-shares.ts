/** Where the links of one organisation lead, as shares of its strength. */
import type { LoadedRun } from '../runs/run-service.ts'
import { wordOf } from './select.ts'

/** `slot`: the place of the link in the projection's arrays. */
export interface Partner { node: number, slot: number, weight: number, sharedNetworks: number }

/** Linked organisations, the strongest first, then by id. */
export function partnersOf ({ projection: { graph, sharedNetworks } }: LoadedRun, i: number): Partner[] {
  const partners: Partner[] = []
  for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) {
    partners.push({ node: graph.targets[slot], slot, weight: graph.weights[slot], sharedNetworks: sharedNetworks[slot] })
  }
  return partners.sort((a, b) => b.weight - a.weight || a.node - b.node)
}

/** Share of the strength that goes to each cluster, greatest first. Partners in no cluster count in the strength only. */
export const clusterShares = ({ clusters, clusterOf }: LoadedRun, partners: Partner[]): Array<{ cluster: string, share: number }> =>
  shares(partners, node => clusterOf[node] < 0 ? null : clusters[clusterOf[node]].code).map(({ word, share }) => ({ cluster: word, share }))

/** Share of the strength that goes to each country, greatest first. */
export const countryShares = ({ snapshot: { country } }: LoadedRun, partners: Partner[]): Array<{ country: string, share: number }> =>
  shares(partners, node => wordOf(country, node)).map(({ word, share }) => ({ country: word, share }))

function shares (partners: Partner[], wordOfNode: (node: number) => string | null): Array<{ word: string, share: number }> {
  const sums = new Map<string, number>()
  let strength = 0
  for (const { node, weight } of partners) {
    strength += weight
    const word = wordOfNode(node)
    if (word !== null) sums.set(word, (sums.get(word) ?? 0) + weight)
  }
  return [...sums].map(([word, sum]) => ({ word, share: sum / strength })).sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
}
