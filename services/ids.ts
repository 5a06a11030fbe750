/**
 * Ids: stable strings made by the service. An id is a prefix and 60 bits of SHA-256 over what makes the thing itself
 * (an identifier, the ends of a link), so that importing the same row again finds the same id. 60 bits: a collision
 * among a million ids has a chance of about one in two million.
 */
import { createHash } from 'node:crypto'

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
export type IdPrefix = 'org' | 'net' | 'lnk' | 'mem' | 'run' | 'imp' | 'fbk' | 'int' | 'rnk' | 'prf' | 'vcn' | 'wsp' | 'wsi'

/** The id for a key; equal keys give equal ids. */
export function idFor (prefix: IdPrefix, ...key: Array<string | null>): string {
  const digest = createHash('sha256').update(JSON.stringify([prefix, ...key])).digest()
  let bits = digest.readBigUInt64BE(0) >> 4n
  let text = ''
  for (let i = 0; i < 12; i++) {
    text = CROCKFORD[Number(bits & 31n)] + text
    bits >>= 5n
  }
  return `${prefix}-${text}`
}

/** Organisation: its first identifier (order of the caller), or else source and key there. */
export const organisationId = (identifierKey: string): string => idFor('org', identifierKey)
export const networkId = (externalKey: string): string => idFor('net', externalKey)
export const membershipId = (membership: { organisation: string, network: string, role: string }): string =>
  idFor('mem', membership.organisation, membership.network, membership.role)

/** Link: kind, ends and product. Collaboration has no direction: its ends are sorted. */
export function linkId (link: { kind: string, source: string, target: string, product: string | null }): string {
  const ends = link.kind === 'COLLABORATES' ? [link.source, link.target].sort() : [link.source, link.target]
  return idFor('lnk', link.kind, ends[0], ends[1], link.product)
}
