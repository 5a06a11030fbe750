/**
 * Where the domains of organisations come from: which of them its networks give to an organisation, and which it has beside.
 *
 * A network gives a domain that it states, or that follows from one it states, if each of its members has it: so importers that take the themes of projects for those of
 * their participants are known by what they did, and domains that a source states of organisations alone stay with these.
 * With the networks as they are, `domainsIn` gives back the domains of the snapshot. O(memberships x domains of a network). This project's own rule.
 */
import type { Incidence, MultiCoded, Snapshot } from '../snapshot/snapshot.ts'

/** Domains that whoever has a domain also has, by domain: priorities that a part of a programme serves. */
export type FollowingDomains = Readonly<Record<string, readonly string[]>>
/** Codes of `values`: by network, and by organisation what none of its networks gives. */
export interface DomainSources { values: string[], ofNetworks: number[][], beside: number[][] }

export function domainSources ({ ids, domains, networkDomains, incidence: { networks, offsets, members } }: Pick<Snapshot, 'ids' | 'domains' | 'networkDomains' | 'incidence'>, following: FollowingDomains): DomainSources {
  const place = new Map(domains.values.map((domain, code) => [domain, code]))
  const rows = ids.map((_, v) => new Set(domains.codes.subarray(domains.offsets[v], domains.offsets[v + 1])))
  const beside = rows.map(row => new Set(row))
  const ofNetworks = networks.map((_, k) => {
    const here = members.subarray(offsets[k], offsets[k + 1])
    const stated = Array.from(networkDomains.codes.subarray(networkDomains.offsets[k], networkDomains.offsets[k + 1]), code => networkDomains.values[code])
    const codes = [...new Set(stated.flatMap(domain => [domain, ...following[domain] ?? []]))].flatMap(domain => place.get(domain) ?? [])
    const given = codes.filter(code => here.every(v => rows[v].has(code)))
    for (const v of here) for (const code of given) beside[v].delete(code)
    return given
  })
  return { values: domains.values, ofNetworks, beside: beside.map(row => [...row]) }
}

/** The domains that organisations have where these are the members of the networks. */
export function domainsIn ({ networks, offsets, members }: Incidence, { values, ofNetworks, beside }: DomainSources): MultiCoded {
  const rows = beside.map(row => new Set(row))
  for (let k = 0; k < networks.length; k++) for (const v of members.subarray(offsets[k], offsets[k + 1])) for (const code of ofNetworks[k]) rows[v].add(code)
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, v) => { starts[v + 1] = starts[v] + row.size })
  const codes = new Int32Array(starts[rows.length])
  rows.forEach((row, v) => codes.set(Int32Array.from(row).sort(), starts[v]))
  return { values, offsets: starts, codes }
}
