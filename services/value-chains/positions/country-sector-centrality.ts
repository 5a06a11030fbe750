/**
 * Who matters in the network of flows: as a supplier others build on, as a buyer goods gather at, and in the trade of value added between countries.
 *
 * Country-sectors, on Z with flows to oneself kept:
 * supplier = (1 - d) / n (I - d S')^-1 1 with S_ji = Z_ij / sum_k Z_kj, a buyer handing its score on to its suppliers by what it buys. It is the influence vector of Acemoglu et al.
 * with alpha = 1 - d, and the forward Katz-Bonacich centrality of Criscuolo and Timmis with lambda = d. buyer: the same along sales shares Z_ij / sum_k Z_ik: PageRank. Both sum to 1;
 * who buys or sells nothing hands its score on to all alike. Katz-Bonacich on input shares in the other direction is 1 / n for everyone, so it is left out. domar = X / world GDP.
 * Countries, on F_sr = sum of diag(v_s) B_sr diag(E_r), s != r, value added of s in the exports of r: buyer as above with its damping; hub and authority of Kleinberg, of length 1:
 * good hubs put value added into the exports of good authorities.
 *
 * Edge: no flows: 1 / n and, for hub and authority, 0. Complexity: O(n^2) a round; for countries one look at B. Shares. Tested against numpy, igraph, and Z read backwards.
 * Sources: Acemoglu, Carvalho, Ozdaglar and Tahbaz-Salehi (2012), Econometrica 80(5); Criscuolo and Timmis (2018), OECD Productivity Working Papers 12; Cerina et al. (2015), PLoS ONE
 * 10(7):e0134025; Amador and Cabral (2017), World Economy 40(7).
 */
import { z } from 'zod'
import { hits } from '../../analysis/centrality/hits.ts'
import { pagerank } from '../../analysis/centrality/pagerank.ts'
import type { Context } from '../../analysis/context.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { exportCells, valueAddedInExports } from '../panels.ts'
import { overSectors } from '../sums.ts'
import type { System } from '../system.ts'

/** Far below what a score is worth, and above the rounding of a sum of thousands. */
const TOLERANCE = 1e-14
/** The greatest damping, 0.999, needs some 33,000 rounds. */
const ROUNDS_MAX = 40_000

const Options = z.object({
  supplierDamping: z.number().min(0).max(0.999).default(0.5).describe('What a step further up the chain counts for suppliers: 1 - alpha of the influence vector, lambda of Katz and Bonacich.'),
  buyerDamping: z.number().min(0).max(0.999).default(0.85).describe('What a step further down the chain counts for buyers: the damping of PageRank.')
})

function compute (system: System, { supplierDamping, buyerDamping }: z.infer<typeof Options>, context: Context) {
  const { n, countryCount, coefficients, output, valueAdded } = system
  const flows = networkOf(coefficients.map((value, at) => value * output[at % n]), n)
  const inExports = valueAddedInExports(system)
  const embodied = overSectors(system, exportCells(system, (_, at) => inExports[at]))
  const between = networkOf(embodied, countryCount)
  const { hub, authority } = hits(between, { tolerance: TOLERANCE, iterationsMax: ROUNDS_MAX }, context)
  const product = valueAdded.reduce((sum, value) => sum + value, 0)
  const supplier = walk(flows, supplierDamping, true, context)
  const buyer = walk(flows, buyerDamping, false, context)
  const countryBuyer = walk(between, buyerDamping, false, context)
  return {
    tables: {
      sector: { level: 'sector' as const, columns: { supplier, buyer, domar: output.map(value => value / product) } },
      country: { level: 'country' as const, columns: { buyer: countryBuyer, hub: ofLength(hub), authority: ofLength(authority) } }
    },
    identities: [identity('supplier, buyer and buyer of countries each sum to 1', [supplier, buyer, countryBuyer].map(scores => scores.reduce((sum, value) => sum + value, 0)), [1, 1, 1], at => ['supplier', 'buyer', 'buyer of countries'][at])]
  }
}

const walk = (network: Csr, damping: number, reversed: boolean, context: Context): Float64Array =>
  pagerank(network, { damping, tolerance: TOLERANCE, iterationsMax: ROUNDS_MAX, reversed, start: [] }, context)

/** A dense matrix as links from rows to columns, where it is above 0. */
export function networkOf (values: Float64Array, n: number): Csr {
  const m = values.reduce((count, value) => count + Number(value > 0), 0)
  const network = { directed: true, n, m, offsets: new Int32Array(n + 1), targets: new Int32Array(m), weights: new Float64Array(m) }
  let slot = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (values[i * n + j] <= 0) continue
      network.targets[slot] = j
      network.weights[slot++] = values[i * n + j]
    }
    network.offsets[i + 1] = slot
  }
  return network
}

/** Euclidean length 1, as Kleinberg has it; nothing stays nothing. */
function ofLength (scores: Float64Array): Float64Array {
  const length = Math.hypot(...scores)
  return length === 0 ? scores : scores.map(score => score / length)
}

export const countrySectorCentrality = measure({
  name: 'countrySectorCentrality',
  says: 'Which country-sectors others build on and which goods gather at, and which countries give and take value added in the exports of others.',
  source: 'Acemoglu, Carvalho, Ozdaglar and Tahbaz-Salehi (2012), Econometrica 80:1977-2016; Criscuolo and Timmis (2018), OECD Productivity Working Papers 12; Cerina et al. (2015), PLoS ONE 10(7):e0134025',
  needs: 'inverse',
  options: Options,
  gives: {
    sector: {
      level: 'sector',
      columns: {
        supplier: { says: 'Influence vector, and forward Katz-Bonacich centrality: how much others build on it, directly and through others.', formula: "(1 - d)/n (I - d S')^-1 1", unit: 'share' },
        buyer: { says: 'PageRank along sales: how much of what is sold gathers at it, directly and through others.', formula: 'PageRank of Z by rows', unit: 'share' },
        domar: { says: 'Output for each unit of the world\'s value added (Domar weight).', formula: 'X / sum of VA', unit: 'number' }
      }
    },
    country: {
      level: 'country',
      columns: {
        buyer: { says: 'PageRank along value added in the exports of others.', formula: 'PageRank of F by rows', unit: 'share' },
        hub: { says: 'Gives value added to the exports of good authorities.', formula: "first eigenvector of F F'", unit: 'number' },
        authority: { says: 'Takes value added of good hubs into its exports.', formula: "first eigenvector of F' F", unit: 'number' }
      }
    }
  },
  compute
})
