/** Programme parts of Horizon 2020 and what continues them, as domain codes. */
import type { Reference } from '../../reference/reference.ts'

/** Names used by the research files -> the part of the domain code, where they differ. */
const PART_CODES: Record<string, string> = { 'Innovation in SMEs': 'SME' }
const PARTS = new Set(['SC1', 'SC2', 'SC3', 'SC4', 'SC5', 'SC6', 'SC7', 'LEIT', 'MSCA', 'ERC', 'FET', 'RI', 'SME', 'ARF', 'SEWP', 'SWAFS', 'Euratom'])

/** h2020:SC2 for SC2; null for a part that is not known. */
export function partDomain (part: string): string | null {
  const code = PART_CODES[part] ?? part
  return PARTS.has(code) ? `h2020:${code}` : null
}

/** Start of a legal basis code -> part. The first fit counts, so finer codes stand first. */
const LEGAL_BASES: Array<[start: string, part: string]> = [
  ['H2020-EU.1.1', 'ERC'], ['H2020-EU.1.2', 'FET'], ['H2020-EU.1.3', 'MSCA'], ['H2020-EU.1.4', 'RI'],
  ['H2020-EU.2.1', 'LEIT'], ['H2020-EU.2.2', 'ARF'], ['H2020-EU.2.3', 'SME'],
  ['H2020-EU.3.1', 'SC1'], ['H2020-EU.3.2', 'SC2'], ['H2020-EU.3.3', 'SC3'], ['H2020-EU.3.4', 'SC4'], ['H2020-EU.3.5', 'SC5'], ['H2020-EU.3.6', 'SC6'], ['H2020-EU.3.7', 'SC7'],
  ['H2020-EU.4', 'SEWP'], ['H2020-EU.5', 'SWAFS'], ['H2020-Euratom', 'Euratom'],
  ['HORIZON.1.1', 'ERC'], ['HORIZON.1.2', 'MSCA'], ['HORIZON.1.3', 'RI'],
  ['HORIZON.2.1', 'SC1'], ['HORIZON.2.2', 'SC6'], ['HORIZON.2.3', 'SC7'], ['HORIZON.2.4', 'LEIT'], ['HORIZON.2.5.5', 'SC4'], ['HORIZON.2.5.6', 'SC4'],
  ['HORIZON.2.5', 'SC3'], ['HORIZON.2.6', 'SC2'], ['HORIZON.3.1', 'FET'], ['HORIZON.3.2', 'SME'], ['HORIZON.4.1', 'SEWP'], ['HORIZON.4.2', 'SWAFS'], ['EURATOM', 'Euratom']
]

/** Domain of a legal basis (H2020-EU.3.2., HORIZON.2.6.4). Parts of Horizon Europe go under the part of Horizon 2020 that they continue; null where none does. */
export function legalBasisDomain (legalBasis: string): string | null {
  const entry = LEGAL_BASES.find(([start]) => legalBasis === start || legalBasis.startsWith(`${start}.`) || (start === 'EURATOM' && legalBasis.startsWith(start)))
  return entry === undefined ? null : `h2020:${entry[1]}`
}

/** Parts with the Trans-S3 priorities they serve, sorted. */
export const withPriorities = (parts: Iterable<string>, reference: Reference): string[] => {
  const domains = new Set(parts)
  for (const part of [...domains]) for (const priority of reference.domain(part)?.s3 ?? []) domains.add(priority)
  return [...domains].sort()
}
