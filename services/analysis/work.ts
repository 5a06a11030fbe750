/**
 * Work of computations in links looked at, from the sizes of the network and the options: orders of magnitude, so that what takes hours is refused before it starts.
 * The constants are times of the kernels by the time in which weighted shortest paths look at a link, taken once by hand on the networks of the benchmark. Those times were not kept, and the benchmark
 * does not measure weighted shortest paths: tests/bench/RESULTS.md has times of searches and of forces to compare, not these constants.
 */
import type { Size } from './algorithm.ts'

/** Looks of one search for communities at each link: 9 to 26 were found on networks of the benchmark, more on small ones. */
export const SEARCH_LOOKS = 25
/** Looks of one iteration of forces at each node, by the tree of far nodes; at each link it is one more. */
export const FORCES_LOOKS = 25
/** Looks of one iteration of scores that are pushed along links at each link: one after the other in memory, where shortest paths jump; 50 to 150 million a second. */
export const ITERATION_LOOKS = 0.3

/** Of iterations that push scores along every link once. */
export const workOfIterations = ({ m }: Pick<Size, 'm'>, iterations: number): number => iterations * ITERATION_LOOKS * m

/** Of going through the pairs of partners of every node; where few have most of the links it is more. */
export const workOfPairs = ({ n, m }: Pick<Size, 'n' | 'm'>): number => n === 0 ? 0 : 2 * m * Math.max(1, 2 * m / n)

/** Of `times` searches for communities. */
export const workOfSearches = ({ m }: Pick<Size, 'm'>, times: number): number => times * SEARCH_LOOKS * m

/** Of rewiring `links` links once: each step looks through a row at both of its ends. */
export const workOfSwaps = (n: number, links: number, swapsPerLink: number): number => n === 0 ? 0 : swapsPerLink * links * Math.max(1, 4 * links / n)

/** Of dealing groups out anew so many times, each time counting over all links. */
export const workOfShuffles = ({ n, m }: Size, { shuffles = 0 }: { shuffles?: number } = {}): number => m + shuffles * (n + 2 * m)

/** Of forces; `theta` 0: every node looks at every other. */
export const workOfForces = ({ n, m }: Size, iterations: number, theta: number): number => iterations * ((theta === 0 ? Math.max(n, FORCES_LOOKS) : FORCES_LOOKS) * n + m)
