/** The jars of the Neo4j server: fetched once from Maven Central into node_modules/.cache/neo4j, where every later run finds them. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const POM = 'tests/support/neo4j/pom.xml'
const VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))![1]
/** The server alone, or with the Graph Data Science library in its folder of plugins. */
export type Distribution = 'server' | 'gds'
const folderOf = (distribution: Distribution): string => resolve('node_modules/.cache/neo4j', distribution === 'server' ? VERSION : `${VERSION}-gds`)
const completeOf = (folder: string): string => `${folder}/complete`
const lockOf = (folder: string): string => `${folder}.lock`
/** Fetching takes about 35 s; a lock that nobody has touched for longer than this is left over from a process that was killed. */
const LOCK_STALE_MS = 30_000
const FETCH_TIMEOUT_MS = 10 * 60_000

/** Why the server cannot run here, or null. */
export async function whatIsMissing (distribution: Distribution = 'server'): Promise<string | null> {
  if (process.platform === 'win32') return 'the Neo4j tests start the server with sh, which Windows has not'
  const java = await run('java', ['-version']).then(({ stderr }) => Number(/version "(\d+)/.exec(stderr)?.[1]), () => null)
  if (java === null) return 'Java is not installed (17 or 21 is needed for Neo4j 5.26)'
  if (!(java >= 17)) return `Java ${java} is too old (17 or 21 is needed for Neo4j 5.26)`
  if (existsSync(completeOf(folderOf(distribution)))) return null
  return await run('mvn', ['--version']).then(() => null, () => 'Maven is not installed (it fetches Neo4j from Maven Central)')
}

/** The folder of the jars, fetched if they are not there; of several processes one fetches and the others wait. */
export async function provideJars (distribution: Distribution = 'server'): Promise<string> {
  const folder = folderOf(distribution)
  const lock = lockOf(folder)
  while (!existsSync(completeOf(folder))) {
    if (takeLock(folder)) {
      const keepFresh = setInterval(() => utimesSync(lock, new Date(), new Date()), 5000)
      try {
        if (!existsSync(completeOf(folder))) await fetchJars(folder, distribution)
      } finally {
        clearInterval(keepFresh)
        rmSync(lock, { recursive: true })
      }
    } else {
      await setTimeout(500)
    }
  }
  return folder
}

async function fetchJars (folder: string, distribution: Distribution): Promise<void> {
  const goals = distribution === 'server' ? ['dependency:copy-dependencies@jars'] : ['-P', 'gds', 'dependency:copy-dependencies@jars', 'dependency:copy-dependencies@plugins']
  await run('mvn', ['-B', '-q', '-f', POM, ...goals, `-Djars=${folder}`], { timeout: FETCH_TIMEOUT_MS })
  writeFileSync(completeOf(folder), `Neo4j ${VERSION}\n`)
}

function takeLock (folder: string): boolean {
  const lock = lockOf(folder)
  mkdirSync(folder, { recursive: true })
  try {
    mkdirSync(lock)
    return true
  } catch {
    const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (Date.now() - touched > LOCK_STALE_MS) rmSync(lock, { recursive: true, force: true })
    return false
  }
}
