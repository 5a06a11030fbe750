/** Measures on a file, and runs on the store: measure, analyse. */
import { parseArgs } from 'node:util'
import { UNWATCHED } from '../analysis/context.ts'
import { listAlgorithms, MEASURABLE } from '../analysis/registry.ts'
import { readConfig } from '../config.ts'
import { COMMUNITY_ALGORITHMS, RUN_GROUPS, RUN_TERMS, RunRequest, SEED_DEFAULT } from '../contract/run.ts'
import { measuredToCsv, measuredToJson, measureNetwork, readFor } from '../measure/measure-network.ts'
import { NetworkFileError } from '../measure/read-network.ts'
import { openRuns } from '../open-service.ts'
import { say, show } from './command.ts'
import type { Command } from './command.ts'
import { readOptions, readSeed, readText, UsageError } from './command-words.ts'
import { withStore } from './with-service.ts'

export const measureCommand: Command = {
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
}

export const analyseCommand: Command = {
  summary: 'run an analysis on the present data and wait for it',
  usage: `amber-road analyse [--algorithm NAME] [--seed N] [--options JSON] [--group ${RUN_GROUPS.join('|')}] [--groups-from RUN] [--terms ${RUN_TERMS.join('|')}] [--start-from RUN] [--align-to RUN] [--trial] [--table TABLE [--network JSON]]\nNAME: ${COMMUNITY_ALGORITHMS.join(', ')}, which find clusters, or any measure that "amber-road measure --list" names\n--start-from: carry the clusters of a run, or of the latest, over to the present data; they move only where links have changed\n--align-to: turn the pictures onto those of a run, or of the latest\n--trial: "latest" goes on naming the run before\n--table: on the network of a kept input-output table in place of the organisations, by its hash, the beginning of it, or latest; --network says which links, such as {"level":"country"}`,
  run: async words => {
    const { values } = parseArgs({ args: words, options: { algorithm: { type: 'string' }, seed: { type: 'string' }, options: { type: 'string' }, group: { type: 'string' }, 'groups-from': { type: 'string' }, terms: { type: 'string' }, 'start-from': { type: 'string' }, 'align-to': { type: 'string' }, trial: { type: 'boolean' }, table: { type: 'string' }, network: { type: 'string' } } })
    if (values.network !== undefined && values.table === undefined) throw new UsageError('--network goes with --table')
    const network = values.table === undefined ? undefined : { ...readOptions(values.network), table: values.table }
    const given = { algorithm: values.algorithm, seed: readSeed(values.seed), group: values.group, groupsFrom: values['groups-from'], terms: values.terms, startFrom: values['start-from'], alignTo: values['align-to'], trial: values.trial, network }
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
