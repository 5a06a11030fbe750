/** The name of a cluster in words, made from the codes its run gave it. */
import type { Cluster } from './cluster.ts'

export interface ClusterWords {
  /** Short name of a domain code; undefined: not known, the code is shown. */
  domain: (code: string) => string | undefined
  /** Name of a sector code. */
  sector: (code: string) => string | undefined
  /** What stands for a cluster in which nothing is surely more common: "Mixed". */
  mixed: string
  /** A cluster by the name of its strongest member. */
  around: (member: string) => string
}

/** "Food & bioeconomy", "Clean energy: Transport", "Health (Linköping)", "Mixed: Transport", "Around Germany: Transport equipment"; the cluster's code if there is nothing to name it after. */
export function clusterLabel (cluster: Pick<Cluster, 'code' | 'name'>, words: ClusterWords): string {
  const { domain, sector, qualifier, qualifierKind, mixed } = cluster.name
  if (qualifierKind === 'member' && qualifier !== null) return words.around(qualifier)
  const subject = domain !== null ? words.domain(domain) ?? domain : sector !== null ? words.sector(sector) ?? sector : null
  if (subject === null) return mixed ? `${words.mixed} (${cluster.code})` : cluster.code
  const base = mixed ? `${words.mixed}: ${subject}` : subject
  if (qualifier === null) return base
  return qualifierKind === 'place' ? `${base} (${qualifier})` : `${base}: ${words.domain(qualifier) ?? qualifier}`
}
