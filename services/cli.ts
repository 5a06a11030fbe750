/** `amber-road`: the service's work without its page. Results go to standard output, progress to standard error; 0 ended well, 1 failed, 2 was called wrongly. */
import { ZodError } from 'zod'
import { analyseCommand, measureCommand } from './commands/analysis-commands.ts'
import { say } from './commands/command.ts'
import type { Command } from './commands/command.ts'
import { describeIssues, takeNoWords, UsageError } from './commands/command-words.ts'
import { exportCommand, qualityCommand, resultsCommand } from './commands/file-commands.ts'
import { briefCommand, introductionsCommand } from './commands/introduction-commands.ts'
import { partnersCommand } from './commands/partners-command.ts'
import { prioritiesCommand, profilesCommand } from './commands/casework-files.ts'
import { reportCommand } from './commands/report-command.ts'
import { importTableCommand } from './commands/import-table-command.ts'
import { importCommand, seedCommand, statusCommand } from './commands/store-commands.ts'
import { valueChainsCommand } from './commands/value-chains-command.ts'
import { ConfigError, readConfig } from './config.ts'
import { serve, startProblem } from './server.ts'

const serveCommand: Command = {
  summary: 'start the service and its page',
  usage: 'amber-road serve        settings come from the environment: HOST, PORT, DATA_DIR, SEED, NEO4J_URI, ...',
  run: async words => {
    takeNoWords('serve', words)
    await serve(readConfig())
    return await new Promise<number>(() => {})
  }
}

/** In the order in which the help lists them. */
const COMMANDS: Record<string, Command> = {
  serve: serveCommand,
  status: statusCommand,
  import: importCommand,
  'import-table': importTableCommand,
  seed: seedCommand,
  export: exportCommand,
  results: resultsCommand,
  quality: qualityCommand,
  measure: measureCommand,
  'value-chains': valueChainsCommand,
  analyse: analyseCommand,
  partners: partnersCommand,
  introductions: introductionsCommand,
  brief: briefCommand,
  report: reportCommand,
  priorities: prioritiesCommand,
  profiles: profilesCommand
}

const help = (): string => ['amber-road: global value chains and network membership', '', ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(13)} ${summary}`), '', 'amber-road COMMAND --help tells more. The store is the one the environment names (DATA_DIR or NEO4J_URI).'].join('\n')

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
