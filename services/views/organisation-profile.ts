/** Everything one page shows of one organisation in one run. */
import type { Network } from '../contract/network.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { OrganisationProfile } from '../contract/organisation-profile.ts'
import { MEASURES } from '../contract/run.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { findOrganisation } from './find-in-run.ts'
import { clusterShares, countryShares, partnersOf } from './link-shares.ts'
import { rankOf } from './ranks.ts'
import type { OrganisationLookup } from './view-parts.ts'
import { clusterCodeOf, describeNodes } from './view-parts.ts'

/** Partners and networks a page lists; beyond it the ego view and the network list have them all. */
export const PROFILE_LINES_MAX = 20

export interface ProfileParts {
  organisation: Organisation
  /** All networks it belongs to, each once, with its role there. */
  networks: Array<Network & { role: string }>
  organisations: OrganisationLookup
}

/** An organisation stored after the run has no cluster, no partners and no values in it. */
export async function buildOrganisationProfile (loaded: LoadedRun, { organisation, networks, organisations }: ProfileParts): Promise<OrganisationProfile> {
  const i = findOrganisation(loaded, organisation.id)
  const partners = i < 0 ? [] : partnersOf(loaded, i)
  const strongest = partners.slice(0, PROFILE_LINES_MAX)
  const described = await describeNodes(loaded, strongest.map(({ node }) => node), organisations)
  return {
    organisation,
    run: loaded.run.id,
    cluster: i < 0 ? null : clusterCodeOf(loaded, i),
    isolate: partners.length === 0,
    measures: Object.fromEntries(MEASURES.map(measure => [measure, rankOf(loaded, measure, i)])),
    partnersTotal: partners.length,
    partners: strongest.map(({ node, weight, sharedNetworks }) => {
      const { name, country } = described.get(node)!
      return { id: loaded.snapshot.ids[node], name, country, cluster: clusterCodeOf(loaded, node), weight, sharedNetworks }
    }),
    clusters: clusterShares(loaded, partners),
    countries: countryShares(loaded, partners),
    networksTotal: networks.length,
    networks: latestFirst(networks).slice(0, PROFILE_LINES_MAX)
  }
}

/** By starting date, unknown dates last, then by name. */
function latestFirst<Row extends Network> (networks: Row[]): Row[] {
  return [...networks].sort((a, b) => compare(b.from ?? '', a.from ?? '') || compare(a.name, b.name) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => a === b ? 0 : a < b ? -1 : 1
