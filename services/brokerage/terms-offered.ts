/** What organisations can do, in words: their domains and sectors in a run, and those of what they offer. One vocabulary, because a domain can be near to a sector. */
import type { Relatedness } from '../analysis/specialisation/relatedness.ts'
import type { MultiCoded } from '../snapshot/snapshot.ts'

/** Domains and sectors of each node; the codes of sectors follow those of domains. */
export function domainsAndSectors (domains: MultiCoded, sectors: MultiCoded): MultiCoded {
  return gather([...domains.values, ...sectors.values], domains.offsets.length - 1, v => [
    ...domains.codes.subarray(domains.offsets[v], domains.offsets[v + 1]),
    ...sectors.codes.subarray(sectors.offsets[v], sectors.offsets[v + 1]).map(code => code + domains.values.length)
  ])
}

/** The same with the words of `offered` added to their nodes; words that nobody has in the run stand at the end, in the order of the alphabet. */
export function withOffered (terms: MultiCoded, offered: ReadonlyMap<number, readonly string[]>): MultiCoded {
  if (offered.size === 0) return terms
  const known = new Set(terms.values)
  const values = [...terms.values, ...[...new Set([...offered.values()].flat())].filter(word => !known.has(word)).sort()]
  const place = new Map(values.map((word, code) => [word, code]))
  return gather(values, terms.offsets.length - 1, v => {
    const own = terms.codes.subarray(terms.offsets[v], terms.offsets[v + 1])
    const more = offered.get(v)
    return more === undefined ? own : [...new Set([...own, ...more.map(word => place.get(word) as number)])]
  })
}

/** Relatedness for a longer vocabulary: to words that nobody has in the run nothing is related. */
export function padRelatedness ({ together, proximity, total }: Relatedness, length: number): Relatedness {
  const pad = (rows: ReadonlyArray<ReadonlyMap<number, number>>): Array<ReadonlyMap<number, number>> => Array.from({ length }, (_, i) => rows[i] ?? new Map<number, number>())
  return { together: pad(together), proximity: pad(proximity), total: Float64Array.from({ length }, (_, i) => total[i] ?? 0) }
}

function gather (values: string[], n: number, termsOf: (v: number) => ArrayLike<number>): MultiCoded {
  const rows = Array.from({ length: n }, (_, v) => termsOf(v))
  const offsets = new Int32Array(n + 1)
  rows.forEach((row, v) => { offsets[v + 1] = offsets[v] + row.length })
  const codes = new Int32Array(offsets[n])
  rows.forEach((row, v) => codes.set(Int32Array.from(row).sort(), offsets[v]))
  return { values, offsets, codes }
}
