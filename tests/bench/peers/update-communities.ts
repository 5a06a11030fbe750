/**
 * Communities brought up to date after a share of the links was replaced by others, against all anew, in two ways. `known`: the links that changed are given, and the network lies ready in the kernel for both.
 * `compared`: what a run of the service does, from two networks: they are compared, the new one is put in the kernel, the communities are updated; all anew starts from the new network likewise.
 * Either is made as often as the other before the call that is timed: part of it is JavaScript, which is slow the first times.
 */
import { louvain, LouvainOptions } from '../../../services/analysis/communities/louvain.ts'
import { modularity } from '../../../services/analysis/communities/modularity.ts'
import { createSearcher } from '../../../services/analysis/communities/search-kernel.ts'
import type { ChangedLinks } from '../../../services/analysis/communities/split-changed.ts'
import { updateCommunities } from '../../../services/analysis/communities/update-communities.ts'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import { createRandom } from '../../../services/analysis/random.ts'
import { buildCsr } from '../../../services/snapshot/build-csr.ts'
import type { Csr } from '../../../services/snapshot/snapshot.ts'
import { linksOf } from '../graphs.ts'
import { timed } from './measure-work.ts'
import type { Answer } from './peer.ts'

/** Of both, before the ones that are timed: in the first call to this process, and in each later one. */
const WARM_UPS_AT_FIRST = 3
const WARM_UPS = 1

/** `prepare`: what is not timed, anew for each update. */
interface Ways<Prepared> { prepare: () => Prepared, update: (prepared: Prepared) => Int32Array, anew: () => Int32Array }

let earlier: Int32Array | undefined
let isFirst = true

export function updateKnown (graph: Csr, share: number, seed: number): Omit<Answer, 'megabytes'> {
  const options = { quality: 'modularity', resolution: 1, refined: false, iterationsMax: 1 } as const
  const before = communitiesOf(graph)
  const { changed, links } = replaceLinks(graph, share, seed)
  const searcher = createSearcher(changed, options, UNWATCHED)
  return compare(changed, { prepare: () => links, update: known => searcher.update(before, known), anew: () => searcher.search(seed + 1) })
}

export function updateCompared (graph: Csr, share: number, seed: number): Omit<Answer, 'megabytes'> {
  const community = communitiesOf(graph)
  const { changed } = replaceLinks(graph, share, seed)
  return compare(changed, {
    prepare: () => ({ before: idsOf(graph.n), now: idsOf(graph.n) }),
    update: ({ before, now }) => updateCommunities({ ids: before, graph, community }, now, changed, {}, UNWATCHED),
    anew: () => louvain(changed, LouvainOptions.parse({}), seed + 1)
  })
}

function compare<Prepared> (graph: Csr, { prepare, update, anew }: Ways<Prepared>): Omit<Answer, 'megabytes'> {
  for (let i = isFirst ? WARM_UPS_AT_FIRST : WARM_UPS; i > 0; i--) {
    anew()
    update(prepare())
  }
  isFirst = false
  const whole = timed(anew)
  const prepared = prepare()
  const updated = timed(() => update(prepared))
  return { ...updated.times, quality: modularity(graph, updated.value), whole: { ...whole.times, quality: modularity(graph, whole.value) } }
}

/** The process has one network. */
function communitiesOf (graph: Csr): Int32Array {
  earlier ??= louvain(graph, LouvainOptions.parse({}), 1)
  return earlier
}

/** In the order of the nodes. Strings of their own, as a snapshot's are that was just read: nothing is known of them from an earlier look. */
const idsOf = (n: number): string[] => Array.from({ length: n }, (_, v) => Buffer.from(`organisation ${String(v).padStart(8, '0')}`).toString('latin1'))

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
