/** The jars of the Neo4j server: fetched once from Maven Central into node_modules/.cache/neo4j, where every later run finds them. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const POM = 'tests/support/neo4j/pom.xml'
const VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))![1]
const FOLDER = resolve('node_modules/.cache/neo4j', VERSION)
const COMPLETE = `${FOLDER}/complete`
const LOCK = `${FOLDER}.lock`
/** Fetching takes about 35 s; a lock that nobody has touched for longer than this is left over from a process that was killed. */
const LOCK_STALE_MS = 30_000
const FETCH_TIMEOUT_MS = 10 * 60_000

/** Why the server cannot run here, or null. */
export async function whatIsMissing (): Promise<string | null> {
  if (process.platform === 'win32') return 'the Neo4j tests start the server with sh, which Windows has not'
  const java = await run('java', ['-version']).then(({ stderr }) => Number(/version "(\d+)/.exec(stderr)?.[1]), () => null)
  if (java === null) return 'Java is not installed (17 or 21 is needed for Neo4j 5.26)'
  if (!(java >= 17)) return `Java ${java} is too old (17 or 21 is needed for Neo4j 5.26)`
  if (existsSync(COMPLETE)) return null
  return await run('mvn', ['--version']).then(() => null, () => 'Maven is not installed (it fetches Neo4j from Maven Central)')
}

/** The folder of the jars, fetched if they are not there; of several processes one fetches and the others wait. */
export async function provideJars (): Promise<string> {
  while (!existsSync(COMPLETE)) {
    if (takeLock()) {
      const keepFresh = setInterval(() => utimesSync(LOCK, new Date(), new Date()), 5000)
      try {
        if (!existsSync(COMPLETE)) await fetchJars()
      } finally {
        clearInterval(keepFresh)
        rmSync(LOCK, { recursive: true })
      }
    } else {
      await setTimeout(500)
    }
  }
  return FOLDER
}

async function fetchJars (): Promise<void> {
  await run('mvn', ['-B', '-q', '-f', POM, 'dependency:copy-dependencies@jars', `-Djars=${FOLDER}`], { timeout: FETCH_TIMEOUT_MS })
  writeFileSync(COMPLETE, `Neo4j ${VERSION}\n`)
}

function takeLock (): boolean {
  mkdirSync(FOLDER, { recursive: true })
  try {
    mkdirSync(LOCK)
    return true
  } catch {
    const touched = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (Date.now() - touched > LOCK_STALE_MS) rmSync(LOCK, { recursive: true, force: true })
    return false
  }
}
