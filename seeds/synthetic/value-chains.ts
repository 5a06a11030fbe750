/**
 * Synthetic supply chains of firms around the Baltic Sea, with clusters planted in them: for tests, which then know the right
 * answer, and for demonstrations, since no public source holds firm-to-firm supply links of the region. Every name says synthetic.
 *
 * A planted cluster is one theme (sectors, products, Trans-S3 priority) in regions of two or three countries. Its firms stand in
 * tiers, each selling to the next (source -> target); service firms sell to all tiers. A stated share of links leaves the cluster.
 */
import { linkId, organisationId } from '../../services/ids.ts'
import type { Link } from '../../services/contract/link.ts'
import type { DataSource } from '../../services/contract/network.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import { isInBsr } from '../../services/contract/programme-area.ts'
import type { NutsRegion } from '../../services/contract/reference.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

export const SYNTHETIC_SOURCE: DataSource = {
  key: 'synthetic-value-chains', title: 'Synthetic value chains', publisher: 'Amber Road', licence: 'MIT', attribution: 'Synthetic data made by Amber Road; no firm in it exists',
  retrieved: null, website: null, synthetic: true
}

export interface ValueChainOptions {
  seed: number
  /** Planted clusters; 6 unless told. */
  clusters?: number
  /** Firms of each cluster; 40 unless told. At least one for each tier. */
  firmsPerCluster?: number
  /** Share of links that lead out of the planted cluster, 0 to 1; 0.1 unless told. */
  mixing?: number
  /** Time stamp of all records (ISO 8601). */
  updatedAt?: string
}
export interface ValueChains {
  source: DataSource
  /** Ascending by id. */
  organisations: Organisation[]
  /** SUPPLIES links, ascending by id. */
  links: Link[]
  /** Organisation id -> number of its planted cluster. */
  planted: Map<string, number>
  /** Organisation id -> tier, 0 furthest upstream; -1 for service firms. */
  tiers: Map<string, number>
}

const COUNTRIES = ['DE', 'DK', 'EE', 'FI', 'LT', 'LV', 'PL', 'SE'] as const
/** Sectors by tier, upstream first, over the joint priorities C, E, H, J, M72 and M74. */
const THEMES = [
  { domain: 's3:bioeconomy', tiers: ['10.6', '10.3', '10.8', '52.1'] },
  { domain: 's3:advanced-manufacturing', tiers: ['24.1', '25.6', '28.4', '49.4'] },
  { domain: 's3:circular-economy', tiers: ['38.1', '38.3', '22.2', '31.0'] },
  { domain: 's3:sustainable-water-management', tiers: ['28.1', '27.1', '36.0', '37.0'] },
  { domain: 's3:smart-health', tiers: ['20.5', '26.6', '32.5', '52.1'] },
  { domain: 's3:digitalisation-and-cybersecurity', tiers: ['26.1', '26.2', '62.0', '63.1'] },
  { domain: 's3:resource-efficiency-and-rehabilitation', tiers: ['23.6', '25.1', '39.0', '49.4'] },
  { domain: 's3:smart-cities', tiers: ['27.4', '26.5', '61.9', '62.0'] }
] as const
const SERVICES = ['72.1', '74.9', '62.0', '49.4'] as const
const TIERS = 4
/** One firm in this many gives services to all tiers. */
const SERVICE_FIRM_EVERY = 8
/** Customers of a firm. */
const CUSTOMERS_MIN = 2
const CUSTOMERS_SPREAD = 3
/** Degrees around the centre of a region in which its firms lie. */
const SCATTER_DEGREES = 0.1

interface Firm { organisation: Organisation, cluster: number, tier: number }

export function generateValueChains ({ seed, clusters = 6, firmsPerCluster = 40, mixing = 0.1, updatedAt = '2026-01-01T00:00:00.000Z' }: ValueChainOptions): ValueChains {
  const random = createRandom(seed)
  const firms: Firm[] = []
  for (let cluster = 0; cluster < clusters; cluster++) {
    const regions = chooseRegions(random)
    for (let i = 0; i < firmsPerCluster; i++) {
      const tier = i % SERVICE_FIRM_EVERY === SERVICE_FIRM_EVERY - 1 ? -1 : i % TIERS
      firms.push({ cluster, tier, organisation: makeFirm(firms.length + 1, cluster, tier, random.pick(regions), random, updatedAt) })
    }
  }
  const links = new Map<string, Link>()
  for (const firm of firms) {
    const customers = CUSTOMERS_MIN + random.below(CUSTOMERS_SPREAD)
    for (let i = 0; i < customers; i++) {
      const customer = chooseCustomer(firm, firms, random.next() < mixing, random)
      if (customer === null) continue
      const link = makeLink(firm.organisation, customer.organisation, random, updatedAt)
      links.set(link.id, link)
    }
  }
  const byId = (a: { id: string }, b: { id: string }): number => a.id < b.id ? -1 : 1
  return {
    source: SYNTHETIC_SOURCE,
    organisations: firms.map(firm => firm.organisation).sort(byId),
    links: [...links.values()].sort(byId),
    planted: new Map(firms.map(firm => [firm.organisation.id, firm.cluster])),
    tiers: new Map(firms.map(firm => [firm.organisation.id, firm.tier]))
  }
}

/** NUTS 3 regions (2024) of the Baltic Sea Region in two or three of the eight countries. */
function chooseRegions (random: Random): NutsRegion[] {
  const first = random.below(COUNTRIES.length)
  const countries = Array.from({ length: 2 + random.below(2) }, (_, i) => COUNTRIES[(first + i * 3) % COUNTRIES.length])
  const candidates = loadReference().regions.filter(region => region.vintage === '2024' && region.level === 3 && isInBsr(region.country, region.code))
  return countries.map(country => random.pick(candidates.filter(region => region.country === country)))
}

function makeFirm (number: number, cluster: number, tier: number, region: NutsRegion, random: Random, updatedAt: string): Organisation {
  const label = String(number).padStart(4, '0')
  const theme = THEMES[cluster % THEMES.length]
  const sector = tier === -1 ? random.pick(SERVICES) : theme.tiers[tier]
  const scatter = (degrees: number): number => Math.round((degrees + (random.next() - 0.5) * 2 * SCATTER_DEGREES) * 1e5) / 1e5
  const identifier = { scheme: 'local' as const, value: `${SYNTHETIC_SOURCE.key}/${label}` }
  return {
    id: organisationId(`${identifier.scheme}:${identifier.value}`),
    name: `Synthetic firm ${label} (${region.country})`,
    aliases: [],
    kind: sector.startsWith('72') ? 'research-institute' : 'company',
    sizeClass: random.pick(['micro', 'small', 'medium', 'large'] as const),
    country: region.country,
    region: { code: region.code, vintage: '2024', precision: 'exact' },
    city: null,
    coordinates: { latitude: scatter(region.latitude), longitude: scatter(region.longitude), precision: 'estimated' },
    sectors: [sector],
    domains: [theme.domain],
    identifiers: [identifier],
    website: null,
    source: SYNTHETIC_SOURCE.key,
    updatedAt
  }
}

/** The next tier of the same cluster, or of another; service firms sell to any tier, the last tier to nobody but through mixing. */
function chooseCustomer (firm: Firm, firms: Firm[], leaves: boolean, random: Random): Firm | null {
  const candidates = firms.filter(other => other !== firm && (other.cluster !== firm.cluster) === leaves && other.tier !== -1 &&
    (firm.tier === -1 || leaves || other.tier === firm.tier + 1))
  return candidates.length === 0 ? null : random.pick(candidates)
}

/** Yearly volume in thousand EUR: most links are small, few are large. */
function makeLink (source: Organisation, target: Organisation, random: Random, updatedAt: string): Link {
  const product = loadReference().sector(source.sectors[0])?.name ?? source.sectors[0]
  const weight = 10 + Math.round(1 / (0.002 + random.next()))
  return {
    id: linkId({ kind: 'SUPPLIES', source: source.id, target: target.id, product }), kind: 'SUPPLIES', source: source.id, target: target.id, weight, product, sector: source.sectors[0],
    from: String(2018 + random.below(6)), to: null, evidence: 'generated', confidence: 1, dataSource: SYNTHETIC_SOURCE.key, updatedAt
  }
}
