/** Communities brought up to date after a share of the links was replaced by others, against all anew. The graph and the kernel are ready in both, and the update has been made before: part of it is JavaScript, which is slow the first times. */
import { createSearcher } from '../../../services/analysis/communities/search-kernel.ts'
import type { ChangedLinks } from '../../../services/analysis/communities/split-changed.ts'
import { modularity } from '../../../services/analysis/communities/modularity.ts'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import { createRandom } from '../../../services/analysis/random.ts'
import { buildCsr } from '../../../services/snapshot/build-csr.ts'
import type { Csr } from '../../../services/snapshot/snapshot.ts'
import { linksOf } from '../graphs.ts'
import { timed } from './measure-work.ts'
import type { Answer } from './peer.ts'

/** Updates before the one that is timed. */
const WARM_UPS = 3

export function updateCommunities (graph: Csr, share: number, seed: number): Omit<Answer, 'megabytes'> {
  const options = { quality: 'modularity', resolution: 1, refined: false, iterationsMax: 1 } as const
  const before = createSearcher(graph, options, UNWATCHED).search(seed)
  const { changed, links } = replaceLinks(graph, share, seed)
  const searcher = createSearcher(changed, options, UNWATCHED)
  const anew = timed(() => searcher.search(seed + 1))
  for (let i = 0; i < WARM_UPS; i++) searcher.update(before, links)
  const update = timed(() => searcher.update(before, links))
  return { ...update.times, quality: modularity(changed, update.value), whole: { ...anew.times, quality: modularity(changed, anew.value) } }
}

/** `links`: those that went and those that came. */
function replaceLinks (graph: Csr, share: number, seed: number): { changed: Csr, links: ChangedLinks } {
  const random = createRandom(seed)
  const { n, sources, targets, weights } = linksOf(graph, true)
  const links: Array<[number, number]> = []
  for (let i = 0; i < Math.round(sources.length * share); i++) {
    const at = random.below(sources.length)
    links.push([sources[at], targets[at]])
    sources[at] = random.below(n)
    targets[at] = (sources[at] + 1 + random.below(n - 1)) % n
    links.push([sources[at], targets[at]])
  }
  return { changed: buildCsr(n, { sources, targets, weights }, false).graph, links: { sources: Int32Array.from(links, ([source]) => source), targets: Int32Array.from(links, ([, target]) => target) } }
}
