/** A link opened: the weight a run gave it, and the recorded networks and links behind it. */
import type { Link } from '../contract/link.ts'
import type { Network } from '../contract/network.ts'
import type { LinkEvidence } from '../contract/organisation-profile.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { isProjected, sizeOf } from '../snapshot/project.ts'
import { findOrganisation } from './find-in-run.ts'

export interface EvidenceParts {
  source: string
  target: string
  /** Networks both belong to. */
  networks: Network[]
  /** Recorded links between the two, either way. */
  links: Link[]
}

/** `weight`: of the link in the run's network, null if the run has none (or there is no run). Of each network the members that the run counted. Evidence is what the store holds now. */
export function buildLinkEvidence (loaded: LoadedRun | null, { source, target, networks, links }: EvidenceParts): LinkEvidence {
  return {
    source,
    target,
    weight: loaded === null ? null : linkWeight(loaded, source, target),
    networkSizeBasis: loaded?.run.request.projection.networkSizeBasis ?? null,
    networks: withMembers(loaded, networks),
    links: links.map(({ id, kind, weight, product, evidence, confidence }) => ({ id, kind, weight, product, evidence, confidence }))
  }
}

/** Each with the members its weight was counted from, so that the sum can be followed. */
function withMembers (loaded: LoadedRun | null, networks: Network[]): LinkEvidence['networks'] {
  const places = new Map<string, number>()
  const asked = new Set(networks.map(({ id }) => id))
  loaded?.snapshot.incidence.networks.forEach((id, k) => { if (asked.has(id)) places.set(id, k) })
  return networks.map(network => {
    const k = places.get(network.id)
    if (loaded === null || k === undefined) return { ...network, membersCounted: null, membersInStore: null }
    const { snapshot, run: { request: { projection } } } = loaded
    const { offsets } = snapshot.incidence
    return { ...network, membersCounted: isProjected(snapshot, k, projection) ? sizeOf(snapshot, k, projection) : null, membersInStore: offsets[k + 1] - offsets[k] }
  })
}

function linkWeight (loaded: LoadedRun, source: string, target: string): number | null {
  const i = findOrganisation(loaded, source)
  const j = findOrganisation(loaded, target)
  if (i < 0 || j < 0) return null
  const { offsets, targets, weights } = loaded.projection.graph
  const slot = targets.subarray(offsets[i], offsets[i + 1]).indexOf(j)
  return slot < 0 ? null : weights[offsets[i] + slot]
}
