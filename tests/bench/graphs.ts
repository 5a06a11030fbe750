/** The networks of the benchmark: planted communities, R-MAT, and Debian's packages, a real network of suppliers. Simple and undirected; same arguments, same links. */
import { execFileSync } from 'node:child_process'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { createRandom, shuffle } from '../../services/analysis/random.ts'
import type { Random } from '../../services/analysis/random.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import type { Links } from './links-file.ts'

/** A number from a power law with this exponent between least and most. */
function powerLaw (random: Random, exponent: number, least: number, most: number): number {
  const e = 1 - exponent
  return (least ** e + random.next() * (most ** e - least ** e)) ** (1 / e)
}

/** The least degree that gives this mean, by halving. */
function leastDegree (mean: number, most: number): number {
  let low = 1
  let high = mean
  for (let i = 0; i < 60; i++) {
    const least = (low + high) / 2
    const found = ((most ** -0.5 - least ** -0.5) / -0.5) / ((most ** -1.5 - least ** -1.5) / -1.5)
    if (found > mean) high = least
    else low = least
  }
  return low
}

/**
 * Communities as in Lancichinetti, Fortunato & Radicchi 2008 (Phys. Rev. E 78:046110), by pairing stubs: degrees from a power law of exponent 2.5, sizes of
 * communities of 1.5, a share `mixing` of each node's links leaves its community. Ids are shuffled. `communities`: the planted labels.
 */
export function planted (n: number, meanDegree: number, degreeMax: number, mixing: number, seed: number): Links & { communities: Int32Array } {
  const random = createRandom(seed)
  const ids = shuffle(Int32Array.from({ length: n }, (_, v) => v), random)
  const communities = new Int32Array(n)
  const least = leastDegree(meanDegree, degreeMax) + 0.5
  const degrees = Int32Array.from({ length: n }, () => powerLaw(random, 2.5, least, degreeMax))
  const sizeMax = Math.min(2000, Math.max(60, n / 20))
  const pairs: Links = { n, sources: new Int32Array(degrees.reduce((sum, degree) => sum + degree, 0)), targets: new Int32Array(0) }
  pairs.targets = new Int32Array(pairs.sources.length)
  let count = 0
  const pair = (stubs: Int32Array): void => {
    shuffle(stubs, random)
    for (let i = 0; i + 1 < stubs.length; i += 2) {
      pairs.sources[count] = ids[stubs[i]]
      pairs.targets[count++] = ids[stubs[i + 1]]
    }
  }
  const outside = new Int32Array(pairs.sources.length)
  let leaving = 0
  for (let first = 0, label = 0; first < n; label++) {
    let size = Math.floor(powerLaw(random, 1.5, 20, sizeMax))
    if (n - first - size < 20) size = n - first
    const inside: number[] = []
    for (let v = first; v < first + size; v++) {
      communities[ids[v]] = label
      for (let stub = 0, kept = 0; stub < degrees[v]; stub++) {
        if (random.next() < mixing || kept >= size - 1) outside[leaving++] = v
        else {
          inside.push(v)
          kept++
        }
      }
    }
    pair(Int32Array.from(inside))
    first += size
  }
  pair(outside.slice(0, leaving))
  return { ...simple(n, pairs.sources.subarray(0, count), pairs.targets.subarray(0, count)), communities }
}

/** R-MAT (Chakrabarti, Zhan & Faloutsos 2004) with .57 .19 .19 .05, 2^scale nodes, ids shuffled. */
export function rmat (scale: number, linksPerNode: number, seed: number): Links {
  const random = createRandom(seed)
  const n = 2 ** scale
  const ids = shuffle(Int32Array.from({ length: n }, (_, v) => v), random)
  const sources = new Int32Array(n * linksPerNode)
  const targets = new Int32Array(n * linksPerNode)
  for (let i = 0; i < sources.length; i++) {
    let source = 0
    let target = 0
    for (let bit = 0; bit < scale; bit++) {
      const at = random.next()
      source = 2 * source + (at >= 0.76 ? 1 : 0)
      target = 2 * target + ((at >= 0.57 && at < 0.76) || at >= 0.95 ? 1 : 0)
    }
    sources[i] = ids[source]
    targets[i] = ids[target]
  }
  return simple(n, sources, targets)
}

/** Packages of this Debian and what they depend on or recommend; null where there is no apt. Alternatives count each, virtual packages not. */
export function debian (): Links | null {
  let text: string
  try {
    text = execFileSync('apt-cache', ['dumpavail'], { maxBuffer: 2 ** 30, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return null
  }
  const needs = new Map<string, Set<string>>()
  for (const paragraph of text.split('\n\n')) {
    const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1] ?? ''
    const name = field('Package')
    if (name === '') continue
    const others = [field('Depends'), field('Pre-Depends'), field('Recommends')].flatMap(list => list.split(/[,|]/)).map(each => each.trim().split(/[ (:]/)[0]).filter(each => each !== '')
    needs.set(name, new Set([...needs.get(name) ?? [], ...others]))
  }
  if (needs.size === 0) return null
  const names = [...needs.keys()].sort()
  const place = new Map(names.map((name, v) => [name, v]))
  const links = names.flatMap((name, v) => [...needs.get(name) as Set<string>].map(other => [v, place.get(other)] as const).filter((link): link is readonly [number, number] => link[1] !== undefined))
  return simple(names.length, Int32Array.from(links, ([source]) => source), Int32Array.from(links, ([, target]) => target))
}

/** Each pair once, no node with itself. */
export function simple (n: number, sources: Int32Array, targets: Int32Array): Links {
  let kept = 0
  for (let i = 0; i < sources.length; i++) {
    if (sources[i] === targets[i]) continue
    sources[kept] = sources[i]
    targets[kept++] = targets[i]
  }
  return linksOf(buildCsr(n, { sources: sources.subarray(0, kept), targets: targets.subarray(0, kept) }, false).graph, false)
}

/** Each link of an undirected graph once. */
export function linksOf ({ n, m, offsets, targets, weights }: Csr, weighted: boolean): Links {
  const once = { n, sources: new Int32Array(m), targets: new Int32Array(m), ...weighted ? { weights: new Float64Array(m) } : {} }
  for (let v = 0, i = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (targets[slot] < v) continue
      once.sources[i] = v
      if (once.weights !== undefined) once.weights[i] = weights[slot]
      once.targets[i++] = targets[slot]
    }
  }
  return once
}
