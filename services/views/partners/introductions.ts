/** Two organisations that do not deal with each other yet: who could introduce them, and what a link between them would change. */
import { areLinked, effectOfLink } from '../../brokerage/add-link.ts'
import type { NetworkFigures, SideFigures } from '../../brokerage/add-link.ts'
import { introductionRoutes } from '../../brokerage/introduction-routes.ts'
import type { Network } from '../../contract/network.ts'
import { NETWORKS_SHOWN } from '../../contract/partner-match.ts'
import type { IntroductionRoutes, LinkEffect, NamedOrganisation } from '../../contract/partner-match.ts'
import { ServiceError } from '../../errors.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { slotOf } from '../../snapshot/slot-of.ts'
import { organisationIndex } from '../find-in-run.ts'
import type { OrganisationLookup } from '../view-parts.ts'
import { clusterCodeOf, describeNodes } from '../view-parts.ts'

export interface IntroductionParts {
  organisations: OrganisationLookup
  /** Networks both belong to, by GraphStore.listSharedNetworks. */
  sharedNetworks: (pair: [string, string], limit: number) => Promise<Network[]>
}

/** Fewest links first, then the strongest; none where the two are not joined within that many links. NOT_FOUND for an organisation the run does not hold; INVALID_INPUT for one and the same. */
export async function listIntroductionRoutes (loaded: LoadedRun, { from, to, routes: k, linksMax: hopsMax }: { from: string, to: string, routes: number, linksMax: number }, { organisations, sharedNetworks }: IntroductionParts): Promise<IntroductionRoutes> {
  const { snapshot: { ids }, projection: { graph, sharedNetworks: shared } } = loaded
  const ends = twoOf(loaded, from, to, 'to')
  const routes = introductionRoutes(graph, ...ends, { k, hopsMax })
  const described = await describeNodes(loaded, [...ends, ...routes.flatMap(({ nodes }) => nodes)], organisations)
  const named = (v: number): NamedOrganisation => ({ id: ids[v], ...described.get(v)! })
  const linkBetween = async (a: number, b: number): Promise<IntroductionRoutes['routes'][number]['links'][number]> => {
    const slot = slotOf(graph, a, b)
    const networks = await sharedNetworks([ids[a], ids[b]], NETWORKS_SHOWN)
    return { source: ids[a], target: ids[b], weight: graph.weights[slot], sharedNetworks: shared[slot], networks: networks.map(({ id, name, to }) => ({ id, name, to })) }
  }
  return {
    run: loaded.run.id, from: named(ends[0]), to: named(ends[1]), linked: areLinked(graph, ...ends),
    routes: await Promise.all(routes.map(async ({ nodes, length }) => {
      const links = await Promise.all(nodes.slice(1).map((v, i) => linkBetween(nodes[i], v)))
      return { length, organisations: nodes.map(named), links, introducer: nodes.length > 2 ? named(nodes[1]) : null, weakest: Math.min(...links.map(({ weight }) => weight)) }
    }))
  }
}

/** The same figures before and after. CONFLICT where the two are linked already. */
export async function whatIfLinked (loaded: LoadedRun, { source, target, weight }: { source: string, target: string, weight: number }, organisations: OrganisationLookup): Promise<LinkEffect> {
  const { snapshot: { ids, country }, projection: { graph }, community, clusterOf, clusters, run } = loaded
  const ends = twoOf(loaded, source, target, 'target')
  if (areLinked(graph, ...ends)) throw new ServiceError('CONFLICT', `${source} and ${target} are linked already in ${run.id}; name two that are not.`)
  const network = { graph, countries: country.codes, countryCount: country.values.length, community, clusterOf, clusterCount: clusters.length, options: run.request.options }
  const { before, after } = effectOfLink(network, ends, weight)
  const described = await describeNodes(loaded, ends, organisations)
  const whole = (of: (figures: NetworkFigures) => number | null): Change => ({ before: of(before), after: of(after) })
  return {
    run: run.id, weight,
    steps: whole(({ steps }) => steps < 0 ? null : steps), crossBorderShare: whole(figures => figures.crossBorderShare), modularity: whole(figures => figures.modularity), components: whole(figures => figures.components),
    sides: ends.map((end, i) => {
      const side = (of: (figures: SideFigures) => number | null): Change => ({ before: orNull(of(before.sides[i])), after: orNull(of(after.sides[i])) })
      const code = clusterCodeOf(loaded, end)
      return {
        organisation: { id: ids[end], ...described.get(end)! }, circle: before.sides[i].circle,
        reached: side(({ reached }) => reached), meanSteps: side(({ meanSteps }) => meanSteps), withinTwo: side(({ withinTwo }) => withinTwo), crossBorderShare: side(figures => figures.crossBorderShare),
        cluster: code === null
          ? null
          : { code, crossBorderShare: side(({ cluster }) => cluster!.crossBorderShare), internalDensity: side(({ cluster }) => cluster!.internalDensity), conductance: side(({ cluster }) => cluster!.conductance) }
      }
    })
  }
}

interface Change { before: number | null, after: number | null }
const orNull = (value: number | null): number | null => value === null || Number.isNaN(value) ? null : value

function twoOf (loaded: LoadedRun, a: string, b: string, path: string): [number, number] {
  if (a === b) throw new ServiceError('INVALID_INPUT', `${a} is named twice; name two organisations.`, { errors: [{ path, value: b, message: 'must be another organisation' }] })
  return [organisationIndex(loaded, a), organisationIndex(loaded, b)]
}
