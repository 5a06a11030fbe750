/** Nodes and links of a table's network, in the shapes that organisations and recorded links have. */
import type { Link } from '../contract/link.ts'
import type { Organisation } from '../contract/organisation.ts'
import { tableNetworkOf } from '../contract/run.ts'
import type { Run } from '../contract/run.ts'
import type { RunValues } from '../runs/run-service.ts'
import type { Csr, Snapshot } from '../snapshot/snapshot.ts'
import { findOrganisation } from './find-in-run.ts'
import { wordOf, wordsOf } from './select.ts'

/** Whether the nodes of a run are those of a table, which no store knows. */
export const isOfTable = ({ request }: Pick<Run, 'request'>): boolean => request.network !== undefined

/** Names by id; ids the snapshot does not have are left out. */
export function namesOfNodes ({ ids, names = [] }: Snapshot, wanted: Iterable<string>): Map<string, string> {
  const asked = new Set(wanted)
  return new Map(ids.flatMap((id, i) => asked.has(id) ? [[id, names[i]]] : []))
}

/** All that is known of a node: a name, a country, a sector. */
export const nodeAsOrganisation = ({ run, snapshot }: Pick<RunValues, 'run' | 'snapshot'>, i: number): Organisation => ({
  id: snapshot.ids[i],
  name: snapshot.names?.[i] ?? snapshot.ids[i],
  aliases: [],
  kind: 'other',
  sizeClass: null,
  country: wordOf(snapshot.country, i) ?? '',
  region: null,
  city: null,
  coordinates: null,
  sectors: wordsOf(snapshot.sectors, i),
  domains: [],
  identifiers: [],
  website: null,
  source: sourceOf(run),
  updatedAt: run.finishedAt ?? run.requestedAt
})

/** What two nodes give to each other, either way. */
export function linksOfNodes ({ run, snapshot }: Pick<RunValues, 'run' | 'snapshot'>, a: string, b: string): Link[] {
  const [i, j] = [findOrganisation({ snapshot }, a), findOrganisation({ snapshot }, b)]
  return [[i, j], [j, i]].flatMap(([from, to]) => {
    const weight = amountOf(snapshot.supply, from, to)
    return weight === null
      ? []
      : [{
          id: `${snapshot.ids[from]}~${snapshot.ids[to]}`, kind: 'SUPPLIES' as const, source: snapshot.ids[from], target: snapshot.ids[to], weight, product: run.request.network?.links ?? null, sector: null, from: null, to: null, evidence: null, confidence: 1, dataSource: sourceOf(run), updatedAt: run.finishedAt ?? run.requestedAt
        }]
  })
}

const sourceOf = (run: Run): string => tableNetworkOf(run)?.title ?? ''

function amountOf ({ offsets, targets, weights }: Csr, from: number, to: number): number | null {
  if (from < 0 || to < 0) return null
  const place = targets.subarray(offsets[from], offsets[from + 1]).indexOf(to)
  return place < 0 ? null : weights[offsets[from] + place]
}
