/**
 * Neo4j's Graph Data Science library as a peer, inside a real Neo4j of its own. The network is projected from a file, nothing is stored in the database.
 * The time is the `computeMillis` that the library states of itself, so that neither the transfer nor the writing of results counts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import neo4j from 'neo4j-driver'
import type { Driver } from 'neo4j-driver'
import { provideOwnNeo4j } from '../../support/neo4j.ts'
import type { OwnNeo4jServer } from '../../support/neo4j.ts'
import { readLinks } from '../links-file.ts'
import type { Links } from '../links-file.ts'
import { pagerankResidual } from './pagerank-residual.ts'
import { CALL_LIMIT_SECONDS } from './peer.ts'
import type { Answer, Job, Peer } from './peer.ts'

export interface GdsServer { version: string, peer: () => Peer, remove: () => Promise<void> }

/** Enough for ten million links. */
const HEAP = '6g'
const GRAPH = 'bench'

interface Procedure { name: string, weighted: boolean, quality: string | null, more?: (job: Job) => string }
/** `quality`: the field of its statistics that tells it, or null: the sum of the scores that it streams. */
const PROCEDURES: Record<string, Procedure> = {
  louvain: { name: 'louvain', weighted: true, quality: 'modularity' },
  leiden: { name: 'leiden', weighted: true, quality: 'modularity', more: ({ seed }) => `, randomSeed: ${seed}` },
  pagerank: { name: 'pageRank', weighted: true, quality: null, more: ({ tolerance }) => `, tolerance: ${tolerance}, maxIterations: 1000` },
  components: { name: 'wcc', weighted: false, quality: 'componentCount' },
  coreness: { name: 'kcore', weighted: false, quality: null },
  betweenness: { name: 'betweenness', weighted: false, quality: null },
  harmonic: { name: 'closeness.harmonic', weighted: false, quality: null }
}

/** The server, or why there is none. `folder`: where the files of networks are. */
export async function startGds (folder: string): Promise<GdsServer | { reason: string }> {
  try {
    const provided = await provideOwnNeo4j({ distribution: 'gds', heap: HEAP, javaOptions: ['-XX:+UseG1GC'], configuration: [`server.directories.import=${resolve(folder)}`] })
    if (!provided.available) return { reason: provided.reason }
    const { server } = provided
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true })
    const [{ version }] = await rows(driver, 'RETURN gds.version() AS version') as Array<{ version: string }>
    return {
      version, peer: peerOf(server, driver),
      remove: async () => {
        await driver.close()
        await server.remove()
      }
    }
  } catch (error) {
    console.warn((error as Error).message)
    return { reason: 'its server did not start' }
  }
}

/** All peers of a server share the network that it holds. */
function peerOf (server: OwnNeo4jServer, driver: Driver): () => Peer {
  let held: string | undefined
  let links: Links
  const build = async (file: string): Promise<number> => {
    if (file !== held) {
      links = readLinks(file)
      writeFileSync(`${file}.csv`, csvOf(links))
    }
    held = file
    await rows(driver, `CALL gds.graph.drop('${GRAPH}', false) YIELD graphName RETURN graphName`)
    const [{ seconds }] = await rows(driver, `LOAD CSV FROM 'file:///${basename(file)}.csv' AS line
      WITH toInteger(line[0]) AS source, toInteger(line[1]) AS target, toFloat(line[2]) AS weight
      WITH gds.graph.project('${GRAPH}', source, target, { relationshipProperties: { weight: weight } }, { undirectedRelationshipTypes: ['*'], readConcurrency: 1 }) AS projected
      RETURN projected.projectMillis / 1000.0 AS seconds`) as Array<{ seconds: number }>
    return seconds
  }
  const work = async (job: Job, judged: boolean): Promise<Omit<Answer, 'megabytes'>> => {
    const { name, weighted, quality, more } = PROCEDURES[job.work]
    const options = `{ concurrency: ${job.threads}${weighted && links.weights !== undefined ? ", relationshipWeightProperty: 'weight'" : ''}${more?.(job) ?? ''} }`
    const [stated] = await rows(driver, `CALL gds.${name}.stats('${GRAPH}', ${options}) YIELD computeMillis${quality === null ? '' : `, ${quality} AS quality`} RETURN *`, job.limitSeconds) as Array<{ computeMillis: number, quality?: number }>
    const scored = quality === null && judged ? await streamed(driver, name, options) : null
    return { seconds: stated.computeMillis / 1000, quality: stated.quality ?? (scored === null ? undefined : judge(job, scored, links)) }
  }
  return () => {
    let calls = 0
    return {
      ask: async job => {
        if (calls++ === 0) forgetPeak(server.processId())
        if (job.work === 'build' && calls > 1) return { seconds: await build(job.file as string), megabytes: peakMegabytes(server.processId()) }
        if (job.work === 'build') return { seconds: held === job.file ? 0 : await build(job.file as string), megabytes: peakMegabytes(server.processId()) }
        return { ...await work(job, calls === 2), megabytes: peakMegabytes(server.processId()) }
      },
      stop: () => {}
    }
  }
}

/** Nodes without links come last, as lines without a target. */
function csvOf ({ n, sources, targets, weights }: Links): string {
  const linked = new Uint8Array(n)
  const lines: string[] = []
  sources.forEach((source, i) => {
    linked[source] = linked[targets[i]] = 1
    lines.push(`${source},${targets[i]},${weights?.[i] ?? 1}`)
  })
  linked.forEach((known, v) => { if (known === 0) lines.push(`${v},,1`) })
  return lines.join('\n')
}

async function rows (driver: Driver, text: string, limitSeconds = CALL_LIMIT_SECONDS): Promise<Array<Record<string, unknown>>> {
  const session = driver.session()
  try {
    const { records } = await session.run(text, {}, { timeout: limitSeconds * 1000 })
    return records.map(record => record.toObject())
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Neo.ClientError.Transaction.TransactionTimedOut') === true ? new Error(`more than ${limitSeconds} s`) : error
  } finally {
    await session.close()
  }
}

async function streamed (driver: Driver, name: string, options: string): Promise<Array<{ nodeId: number, score: number }>> {
  const score = name === 'kcore' ? 'coreValue' : 'score'
  return await rows(driver, `CALL gds.${name}.stream('${GRAPH}', ${options}) YIELD nodeId, ${score} RETURN nodeId, ${score} AS score`) as Array<{ nodeId: number, score: number }>
}

function judge ({ work }: Job, scored: Array<{ nodeId: number, score: number }>, links: Links): number {
  const scores = new Float64Array(links.n)
  for (const { nodeId, score } of scored) scores[nodeId] = score
  const sum = scores.reduce((total, score) => total + score, 0)
  return work === 'pagerank' ? pagerankResidual(links, scores) : work === 'harmonic' ? sum * (links.n - 1) : sum
}

/** Linux keeps the most that a process has held since this was written to. */
function forgetPeak (processId: number): void {
  try {
    writeFileSync(`/proc/${processId}/clear_refs`, '5')
  } catch {}
}

function peakMegabytes (processId: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return NaN
  }
}
