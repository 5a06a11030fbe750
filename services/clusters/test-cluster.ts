/**
 * The five tests of a cross-border specialisation cluster: at least 5 organisations, connected; at least 1.5 effective
 * countries; returns when repeated (stability); a domain surely more common than in the network (q < 0.05 and the lower end
 * of the location quotient's interval above 1); that domain in at least two countries here.
 *
 * Without measured stability a cluster can only be a candidate: where domains come from the projects that also make the
 * links, every community looks specialised, and only stability tells the real ones apart. Country-sectors of a table have no domains: the last two tests are left out, and no verdict but cluster is given.
 */
import type { Cluster, Specialisation } from '../contract/cluster.ts'
import { CLUSTER_SIZE_MIN } from '../contract/cluster.ts'

export const EFFECTIVE_COUNTRIES_MIN = 1.5
export const STABILITY_MIN = 0.6
export const SPECIALISATION_Q_MAX = 0.05
export const SPECIALISATION_COUNTRIES_MIN = 2

/** `domains` null: members have no fields, as country-sectors of a table. */
interface Tested { size: number, effectiveCountries: number, stability: number | null, domains: Specialisation[] | null, isThematic: (domain: string) => boolean }

/** Whether every test passes, steadiness left open: what a network shuffled at random can be asked too. */
export const passesAllButStability = (tests: Cluster['tests']): boolean => tests.every(({ test, passed }) => test === 'stability' || passed === true)

export function testCluster ({ size, effectiveCountries, stability, domains, isThematic }: Tested): { tests: Cluster['tests'], verdict: Cluster['verdict'] } {
  const general: Cluster['tests'] = [
    { test: 'size', value: size, threshold: CLUSTER_SIZE_MIN, passed: size >= CLUSTER_SIZE_MIN },
    { test: 'countries', value: effectiveCountries, threshold: EFFECTIVE_COUNTRIES_MIN, passed: effectiveCountries >= EFFECTIVE_COUNTRIES_MIN },
    { test: 'stability', value: stability, threshold: STABILITY_MIN, passed: stability === null ? null : stability >= STABILITY_MIN }
  ]
  if (domains === null) return { tests: general, verdict: 'cluster' }
  const sure = domains.filter(term => isThematic(term.code) && term.q !== null && term.q < SPECIALISATION_Q_MAX && term.lower !== null && term.lower > 1)
  // The domain that stands in most countries speaks for the cluster; the surest among equals.
  const best = [...sure].sort((a, b) => Number(b.countries >= SPECIALISATION_COUNTRIES_MIN) - Number(a.countries >= SPECIALISATION_COUNTRIES_MIN) || (a.q as number) - (b.q as number)).at(0)
  const surest = best ?? domains.filter(term => isThematic(term.code) && term.lower !== null).sort((a, b) => (b.lower as number) - (a.lower as number)).at(0)
  const tests: Cluster['tests'] = [
    ...general,
    { test: 'specialisation', value: surest?.lower ?? null, threshold: 1, passed: best !== undefined, domain: surest?.code ?? null },
    { test: 'specialisation-cross-border', value: best?.countries ?? surest?.countries ?? 0, threshold: SPECIALISATION_COUNTRIES_MIN, passed: best !== undefined && best.countries >= SPECIALISATION_COUNTRIES_MIN, domain: surest?.code ?? null }
  ]
  const passes = passesAllButStability(tests) && (stability === null || stability >= STABILITY_MIN)
  const verdict = !passes ? 'cluster' : stability === null ? 'candidate, stability not measured yet' : 'cross-border specialisation cluster'
  return { tests, verdict }
}
