/** One iteration of a layout from random places: it cannot be timed from outside, so it is what some more of them take, by their number. */
import { createRandom } from '../../../services/analysis/random.ts'
import { timed } from './measure-work.ts'
import type { Times } from './peer.ts'

const MORE = 3

export function randomPlaces (n: number, seed: number): { x: Float64Array, y: Float64Array } {
  const random = createRandom(seed)
  const place = (): Float64Array => Float64Array.from({ length: n }, () => random.next() * 1000)
  return { x: place(), y: place() }
}

export function perIteration (run: (iterations: number) => unknown): Times {
  const [few, more] = [1, 1 + MORE].map(iterations => timed(() => run(iterations)).times)
  return { seconds: (more.seconds - few.seconds) / MORE, processorSeconds: ((more.processorSeconds as number) - (few.processorSeconds as number)) / MORE }
}
