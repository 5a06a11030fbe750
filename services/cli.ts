/** `amber-road`: the service's work without its page. Results go to standard output, progress to standard error; 0 ended well, 1 failed, 2 was called wrongly. */
import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { ZodError } from 'zod'
import { UNWATCHED } from './analysis/context.ts'
import { listAlgorithms, MEASURABLE } from './analysis/registry.ts'
import { buildApp } from './app.ts'
import { describeIssues, needFile, readOptions, readSeed, readText, takeNoWords, UsageError } from './command-words.ts'
import { ConfigError, readConfig } from './config.ts'
import { ImportOptions } from './contract/import.ts'
import type { Problem } from './contract/problem.ts'
import { COMMUNITY_ALGORITHMS, RUN_GROUPS, RUN_TERMS, RunRequest, SEED_DEFAULT } from './contract/run.ts'
import { RESULT_FORMATS, TABLE_FORMATS } from './contract/vocabulary.ts'
import { importFiles } from './ingest/import-files.ts'
import { seedIfEmpty } from './ingest/seed.ts'
import { measuredToCsv, measuredToJson, measureNetwork, readFor } from './measure/measure-network.ts'
import { NetworkFileError } from './measure/read-network.ts'
import { clock, newKey, openConfiguredStore, openRuns, SEEDS_FOLDER, VERSION } from './open-service.ts'
import { serve, startProblem } from './server.ts'
import type { GraphStore } from './store/graph-store.ts'

interface Command { summary: string, usage: string, run: (words: string[]) => Promise<number> }

const say = (text: string): void => { process.stderr.write(`${text}\n`) }
const show = (value: unknown): void => { process.stdout.write(`${JSON.stringify(value, null, 2)}\n`) }

async function withStore (work: (store: GraphStore) => Promise<number>): Promise<number> {
  const store = await openConfiguredStore(readConfig())
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** What the API answers to GET, into a file or to standard output. */
const download = (url: string, out: string | undefined): Promise<number> => withStore(async store => {
  const config = readConfig()
  const runs = openRuns(store, config)
  const app = await buildApp({ config: { ...config, loopback: true }, store, runs, version: VERSION, clock, newKey, notReady: () => null })
  try {
    const answer = await app.inject({ url })
    if (answer.statusCode !== 200) {
      say((answer.json() as Problem).detail)
      return 1
    }
    await pipeline(Readable.from([answer.rawPayload]), out === undefined ? process.stdout : createWriteStream(out), { end: out !== undefined })
    return 0
  } finally {
    await app.close()
    await runs.close()
  }
})

const COMMANDS: Record<string, Command> = {
  serve: {
    summary: 'start the service and its page',
    usage: 'amber-road serve        settings come from the environment: HOST, PORT, DATA_DIR, SEED, NEO4J_URI, ...',
    run: async words => {
      takeNoWords('serve', words)
      await serve(readConfig())
      return await new Promise<number>(() => {})
    }
  },
  status: {
    summary: 'say what the store holds',
    usage: 'amber-road status',
    run: async words => {
      takeNoWords('status', words)
      return await withStore(async store => {
        show({ store: store.kind, ...await store.revision(), ...await store.counts() })
        return 0
      })
    }
  },
  import: {
    summary: 'read files into the store: wholly in or wholly out',
    usage: 'amber-road import --format FORMAT [--source KEY] [--dry-run] [--on-error refuse|skip] [--options JSON] FILE...\nformats: organisations-csv links-csv memberships-csv cordis horizon2020; files may be gzipped',
    run: async words => {
      const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { format: { type: 'string' }, source: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, 'on-error': { type: 'string' }, options: { type: 'string' } } })
      if (positionals.length === 0) throw new UsageError('name at least one file')
      positionals.forEach(needFile)
      const options = ImportOptions.strict().parse({ ...readOptions(values.options), format: values.format, dryRun: values['dry-run'], ...(values.source !== undefined && { source: values.source }), ...(values['on-error'] !== undefined && { onError: values['on-error'] }) })
      return await withStore(async store => {
        const files = positionals.map(path => ({ name: basename(path), open: () => createReadStream(path) }))
        const report = await importFiles(store, files, options, { clock, signal: new AbortController().signal, progress: (done, total, message) => say(total === null ? message : `${message}: ${done} of ${total}`) })
        show(report)
        return report.status === 'completed' || (report.status === 'checked' && report.errorsTotal === 0) ? 0 : 1
      })
    }
  },
  seed: {
    summary: 'load the Horizon 2020 seed into an empty store',
    usage: 'amber-road seed        refuses a store that holds data; "npm run seed -- --synthetic" loads the synthetic one',
    run: async words => {
      takeNoWords('seed', words)
      return await withStore(async store => {
        const reports = await seedIfEmpty(store, SEEDS_FOLDER, { clock, signal: new AbortController().signal, progress: (done, total, message) => say(total === null ? message : `${message}: ${done} of ${total}`) })
        if (reports === null) {
          say('The store holds data already; seeds go into an empty store only. Point DATA_DIR or NEO4J_DATABASE at another one.')
          return 1
        }
        show(reports)
        return 0
      })
    }
  },
  export: {
    summary: 'write a view or a list of the newest run to a file',
    usage: 'amber-road export WHAT [--out FILE] [--query QUERY]\nWHAT: clusters, clusters/C6, organisations/ID (with --query format=gexf|graphml|csv|json), or the lists organisations, cluster-list, results, bridges (CSV)\nexample: amber-road export clusters/C6 --query "format=graphml&country=PL,LT" --out c6.graphml',
    run: async words => {
      const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { out: { type: 'string' }, query: { type: 'string', default: '' } } })
      if (positionals.length !== 1) throw new UsageError('name one thing to export')
      return await download(`/api/v1/exports/${positionals[0]}?${values.query}`, values.out)
    }
  },
  results: {
    summary: 'write the values of a run of any kind to a file',
    usage: `amber-road results RUN [--format ${RESULT_FORMATS.join('|')}] [--table NAME] [--out FILE]\nRUN: its id, or latest: the newest that found clusters; --format arrow: an Apache Arrow IPC stream, columns: JSON by column\n--table: a table of the run instead, as csv or json\nexample: amber-road results run-0123456789ab --format arrow --out values.arrows`,
    run: async words => {
      const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { out: { type: 'string' }, format: { type: 'string', default: 'csv' }, table: { type: 'string' } } })
      if (positionals.length !== 1) throw new UsageError('name one run: amber-road results RUN')
      const formats: readonly string[] = values.table === undefined ? RESULT_FORMATS : TABLE_FORMATS
      if (!formats.includes(values.format)) throw new UsageError(`--format is ${formats.join(' or ')}, not ${values.format}`)
      const run = encodeURIComponent(positionals[0])
      return await download(values.table === undefined ? `/api/v1/exports/results?run=${run}&format=${values.format}` : `/api/v1/runs/${run}/tables/${encodeURIComponent(values.table)}?format=${values.format}`, values.out)
    }
  },
  measure: {
    summary: 'measure a network in a file, without a store',
    usage: 'amber-road measure NAME --graph FILE [--nodes FILE] [--group COLUMN] [--terms COLUMN] [--directed] [--options JSON] [--seed N] [--format csv|json] [--table NAME]\namber-road measure --list\nFILE: separated values (comma, semicolon, tab or bar) with source,target,weight, GEXF or GraphML; a weight is 0 or from 1e-50 to 1e50; for a measure of memberships, sources are organisations and targets networks\n--nodes: separated values with id and any columns; --table: another table than that of the nodes, where the measure gives one; json holds all of them\nexample: amber-road measure crossBorderBetweenness --graph links.csv --nodes firms.csv --group country',
    run: async words => {
      const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { list: { type: 'boolean', default: false }, graph: { type: 'string' }, nodes: { type: 'string' }, group: { type: 'string' }, terms: { type: 'string' }, table: { type: 'string' }, directed: { type: 'boolean', default: false }, options: { type: 'string' }, seed: { type: 'string' }, format: { type: 'string', default: 'csv' } } })
      if (values.list) {
        show(listAlgorithms().filter(({ name }) => MEASURABLE.has(name)))
        return 0
      }
      const [name, ...others] = positionals
      if (others.length > 0) throw new UsageError(`name one measure; "${others[0]}" is one word too many`)
      if (name === undefined || values.graph === undefined) throw new UsageError('name a measure and a file: amber-road measure NAME --graph FILE')
      if (values.format !== 'csv' && values.format !== 'json') throw new UsageError(`--format is csv or json, not ${values.format}`)
      if (values.format === 'json' && values.table !== undefined) throw new UsageError('--table goes with --format csv; json holds every table')
      try {
        const network = readFor(name, values.graph, readText(values.graph), values.directed, values.nodes === undefined ? undefined : readText(values.nodes))
        for (const note of network.notes) say(note)
        const measured = measureNetwork(network, { name, options: readOptions(values.options), group: values.group?.toLowerCase(), terms: values.terms?.toLowerCase(), seed: readSeed(values.seed) ?? SEED_DEFAULT }, UNWATCHED)
        if (values.format === 'json') show(measuredToJson(network, measured))
        else {
          process.stdout.write(measuredToCsv(network, measured, values.table))
          for (const [metric, value] of Object.entries(measured.metrics)) say(`${metric} ${value ?? 'not defined'}`)
        }
        return 0
      } catch (error) {
        if (error instanceof NetworkFileError) throw new UsageError(error.message, { cause: error })
        throw error
      }
    }
  },
  analyse: {
    summary: 'run an analysis on the present data and wait for it',
    usage: `amber-road analyse [--algorithm NAME] [--seed N] [--options JSON] [--group ${RUN_GROUPS.join('|')}] [--groups-from RUN] [--terms ${RUN_TERMS.join('|')}] [--start-from RUN] [--align-to RUN] [--trial]\nNAME: ${COMMUNITY_ALGORITHMS.join(', ')}, which find clusters, or any measure that "amber-road measure --list" names\n--start-from: carry the clusters of a run, or of the latest, over to the present data; they move only where links have changed\n--align-to: turn the pictures onto those of a run, or of the latest\n--trial: "latest" goes on naming the run before`,
    run: async words => {
      const { values } = parseArgs({ args: words, options: { algorithm: { type: 'string' }, seed: { type: 'string' }, options: { type: 'string' }, group: { type: 'string' }, 'groups-from': { type: 'string' }, terms: { type: 'string' }, 'start-from': { type: 'string' }, 'align-to': { type: 'string' }, trial: { type: 'boolean' } } })
      const given = { algorithm: values.algorithm, seed: readSeed(values.seed), group: values.group, groupsFrom: values['groups-from'], terms: values.terms, startFrom: values['start-from'], alignTo: values['align-to'], trial: values.trial }
      const request = RunRequest.parse({ ...given, options: readOptions(values.options) })
      return await withStore(async store => {
        const runs = openRuns(store, readConfig())
        try {
          const { id } = await runs.start(request)
          let last = ''
          for await (const { message, progress } of runs.events(id, new AbortController().signal)) {
            if (message !== last) say(`${message} (${Math.round(progress * 100)} %)`)
            last = message
          }
          const run = await runs.wait(id)
          show(run)
          return run.status === 'completed' ? 0 : 1
        } finally {
          await runs.close()
        }
      })
    }
  }
}

const help = (): string => ['amber-road: global value chains and network membership', '', ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`), '', 'amber-road COMMAND --help tells more. The store is the one the environment names (DATA_DIR or NEO4J_URI).'].join('\n')

async function main ([name, ...words]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(`${help()}\n`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) throw new UsageError(`"${name}" is not a command\n${help()}`)
  if (words.includes('--help')) {
    process.stdout.write(`${command.summary}\n${command.usage}\n`)
    return 0
  }
  return await command.run(words)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const usage = error instanceof UsageError || error instanceof ZodError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true
  const text = error instanceof ZodError ? describeIssues(error) : (error as Error).message
  say(usage || error instanceof ConfigError ? text : startProblem(error) ?? String((error as Error).stack))
  process.exitCode = usage ? 2 : 1
}
