/**
 * Which single chains of suppliers carry most value added into what a country-sector delivers to final demand.
 *
 * The path i_k > ... > i_1 > j carries v_ik A_ik,ik-1 ... A_i1,j f_j; all paths together carry (v B)_j f_j. Best first: the paths that go on from a beginning with head i and weight
 * w = A ... A f carry at most (v+ B)_i w together, v+ the value added that is above 0, so the first k that come out are the k greatest: exact, without a greatest length.
 *
 * Result: a list, greatest first; `path` in the order goods flow. It ends at `count` paths, or where they cover the share `covering`. Amounts.
 * Edge: no final demand, or less than none, and negative flows are refused. Complexity: one solve, then O(n log) for each beginning looked at, PATHS_OPEN_MAX at most.
 * Tested against all paths counted out by numpy. Sources: Defourny and Thorbecke (1984), Economic Journal 94; Lenzen (2003), Structural Change and Economic Dynamics 14.
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { MeasureError } from '../../analysis/measure-error.ts'
import { placeOf } from '../../analysis/place-of.ts'
import { identity } from '../identity.ts'
import { timesInverse } from '../inverse-products.ts'
import { measure } from '../measure.ts'
import { rowsNamed } from '../named-rows.ts'
import { finalOutput } from '../sums.ts'
import type { System } from '../system.ts'
import { nodeLabel } from '../table.ts'

/** More than anyone reads; the rest is told as a share. */
export const PATHS_MAX = 1000
/** Beginnings kept while searching: 450 MB at their greatest, as measured with 2,000 country-sectors. */
export const PATHS_OPEN_MAX = 4_000_000

const Options = z.object({
  country: z.string().min(1).describe('Code of the country that delivers to final demand.'),
  sector: z.string().min(1).describe('Code of the sector that delivers to final demand.'),
  market: z.string().min(1).optional().describe('Code of the country whose final demand it is; left out: that of all.'),
  count: z.number().int().min(1).max(PATHS_MAX).default(50).describe('Paths to be told at most.'),
  covering: z.number().gt(0).max(1).default(1).describe('Ends where the paths told cover this share of the whole.')
})

/** `bound`: what the path, or all that go on from it, carry at most. `whole`: the path itself. */
interface Beginning { bound: number, weight: number, head: number, whole: boolean, onto: Beginning | null }

function compute (system: System, options: z.infer<typeof Options>, context: Context) {
  const { n, labels, valueAddedShare, coefficients, finalDemand, countryCount } = system
  const end = rowsNamed(labels, options, 'options')[0]
  const f = options.market === undefined ? finalOutput(system)[end] : finalDemand[end * countryCount + placeOf(labels.countries, options.market, 'country', 'market')]
  if (f <= 0) throw new MeasureError(`${nodeLabel(labels, end)} delivers nothing to this final demand (${f}): name another country-sector or market.`)
  const negative = coefficients.findIndex(value => value < 0)
  if (negative >= 0) throw new MeasureError(`${nodeLabel(labels, Math.floor(negative / n))} sells less than nothing to ${nodeLabel(labels, negative % n)}: paths have no greatest value in such a table.`)
  const ahead = timesInverse(valueAddedShare.map(value => Math.max(0, value)), system)
  const total = timesInverse(valueAddedShare, system)[end] * f
  const open: Beginning[] = []
  push(open, { bound: ahead[end] * f, weight: f, head: end, whole: false, onto: null })
  const found: Beginning[] = []
  let covered = 0
  for (let looked = 0; open.length > 0 && found.length < options.count && covered < options.covering * total; looked++) {
    if ((looked & 0xff) === 0) context.check()
    const best = pop(open)
    if (best.whole) {
      found.push(best)
      covered += best.bound
      continue
    }
    if (open.length + n + 1 > PATHS_OPEN_MAX) throw new MeasureError(`more than ${PATHS_OPEN_MAX} beginnings of paths are open after ${found.length} paths: ask for a smaller count or share.`)
    if (valueAddedShare[best.head] > 0) push(open, { ...best, bound: valueAddedShare[best.head] * best.weight, whole: true })
    for (let i = 0; i < n; i++) {
      const weight = coefficients[i * n + best.head] * best.weight
      if (weight * ahead[i] > 0) push(open, { bound: ahead[i] * weight, weight, head: i, whole: false, onto: best })
    }
  }
  const value = Float64Array.from(found, path => path.bound)
  let sum = 0
  const cumulative = value.map(each => (sum += each) / total)
  const nodes = found.map(path => nodesOf(path))
  const columns = { value, share: value.map(each => each / total), cumulative_share: cumulative, order: Float64Array.from(nodes, path => path.length - 1) }
  return {
    tables: { list: { level: 'list' as const, columns, texts: { path: nodes.map(path => path.map(node => nodeLabel(labels, node)).join(' > ')) } } },
    identities: valueAddedShare.every(share => share >= 0) ? [identity('the paths told do not pass the whole', [Math.max(sum, total)], [total], () => nodeLabel(labels, end))] : []
  }
}

function nodesOf (path: Beginning): number[] {
  const nodes: number[] = []
  for (let at: Beginning | null = path; at !== null; at = at.onto) nodes.push(at.head)
  return nodes
}

/** A binary heap, greatest bound first. */
function push (heap: Beginning[], entry: Beginning): void {
  let at = heap.push(entry) - 1
  for (let up = (at - 1) >> 1; at > 0 && heap[up].bound < entry.bound; at = up, up = (at - 1) >> 1) heap[at] = heap[up]
  heap[at] = entry
}

function pop (heap: Beginning[]): Beginning {
  const best = heap[0]
  const last = heap.pop() as Beginning
  if (heap.length === 0) return best
  let at = 0
  for (let down = 1; down < heap.length; down = 2 * at + 1) {
    if (down + 1 < heap.length && heap[down + 1].bound > heap[down].bound) down++
    if (heap[down].bound <= last.bound) break
    heap[at] = heap[down]
    at = down
  }
  heap[at] = last
  return best
}

export const structuralPaths = measure({
  name: 'structuralPaths',
  says: 'Which single chains of suppliers carry most value added into what a country-sector delivers to final demand.',
  source: 'Defourny and Thorbecke (1984), Economic Journal 94:111-136; Lenzen (2003), Structural Change and Economic Dynamics 14:1-34',
  needs: 'solves',
  options: Options,
  gives: {
    list: {
      level: 'list',
      columns: {
        value: { says: 'Value added of the first supplier that reaches final demand along this path.', formula: 'v_k A_k,k-1 ... A_1,j f_j', unit: 'amount' },
        share: { says: 'The same as a share of all paths together.', formula: 'value / (v B)_j f_j', unit: 'share' },
        cumulative_share: { says: 'Share of all paths that this one and those before it carry.', formula: 'running sum of share', unit: 'share' },
        order: { says: 'Deliveries on the way.', formula: 'k', unit: 'steps' }
      }
    }
  },
  compute
})
