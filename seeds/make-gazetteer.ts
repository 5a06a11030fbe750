/** The gazetteer: one row per city with every folded name that means it and no other. */
import { findRegionAt } from '../services/reference/boundaries.ts'
import { foldDigraphs, foldName } from '../services/contract/fold-name.ts'

export interface GeoNamesCity { name: string, latitude: number, longitude: number, countrycode: string, population: number, alternatenames: string[] }
export interface RorPlace { city: string, country: string, latitude: number, longitude: number }

/** Countries around the Baltic Sea are kept down to a thousand inhabitants, the others to five thousand: the file stays near a megabyte. */
const REGION_OF_USE = new Set(['DK', 'DE', 'EE', 'FI', 'LV', 'LT', 'PL', 'SE', 'NO'])
const POPULATION_MIN = 5000
/** A name shared by several cities means the largest only if it has this many times the inhabitants of the next. */
const CLEARLY_LARGER = 10
/** Names in other scripts are not what the sources carry. */
const LATIN = /^[\p{Script=Latin}\p{N} ]+$/u

interface Candidate { country: string, latitude: number, longitude: number, population: number, region: string, names: Set<string>, main: string }

export function makeGazetteer (cities: GeoNamesCity[], ror: RorPlace[], countries: Set<string>): string[][] {
  const candidates = cities
    .filter(city => countries.has(city.countrycode) && (REGION_OF_USE.has(city.countrycode) || city.population >= POPULATION_MIN))
    .map((city): Candidate => ({
      country: city.countrycode, latitude: city.latitude, longitude: city.longitude, population: city.population,
      region: findRegionAt(city.latitude, city.longitude, city.countrycode) ?? '',
      names: namesOf([city.name, ...city.alternatenames]), main: foldName(city.name)
    }))
  const known = new Set(candidates.flatMap(candidate => [...candidate.names].map(name => `${candidate.country} ${name}`)))
  for (const { city, country, latitude, longitude } of ror) {
    const main = foldName(city)
    if (main === '' || !countries.has(country) || known.has(`${country} ${main}`)) continue
    known.add(`${country} ${main}`)
    candidates.push({ country, latitude, longitude, population: 0, region: findRegionAt(latitude, longitude, country) ?? '', names: namesOf([city]), main })
  }
  const byName = groupBy(candidates.flatMap(candidate => [...candidate.names].map(name => ({ key: `${candidate.country} ${name}`, name, candidate }))), entry => entry.key)
  const kept = new Map<Candidate, string[]>()
  for (const entries of byName.values()) {
    const meant = choose(entries.map(entry => entry.candidate), entries[0].name)
    if (meant !== null) kept.set(meant, [...(kept.get(meant) ?? []), entries[0].name])
  }
  return [...kept].map(([{ country, latitude, longitude, region }, names]) =>
    [country, latitude.toFixed(4), longitude.toFixed(4), region, names.sort().join('|')])
    .sort((a, b) => a.join('\t') < b.join('\t') ? -1 : 1)
}

function namesOf (spellings: string[]): Set<string> {
  const folded = spellings.map(foldName).filter(name => name.length > 1 && LATIN.test(name))
  return new Set([...folded, ...folded.map(foldDigraphs)])
}

/**
 * The only city of the name, or the only region's, or the clearly largest. A city whose own name it is comes before those also known by it,
 * unless one of them is larger: then the name may mean either.
 */
function choose (candidates: Candidate[], name: string): Candidate | null {
  const isOwn = (candidate: Candidate): boolean => candidate.main === name || foldDigraphs(candidate.main) === name
  const ownPopulation = Math.max(0, ...candidates.filter(isOwn).map(candidate => candidate.population))
  const meant = candidates.some(isOwn) ? candidates.filter(candidate => isOwn(candidate) || candidate.population > ownPopulation) : candidates
  const [first, second] = meant.sort((a, b) => b.population - a.population)
  if (second === undefined || (first.region === second.region && first.region !== '')) return first
  return first.population >= CLEARLY_LARGER * second.population && first.population > 0 ? first : null
}

function groupBy<Value> (values: Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
