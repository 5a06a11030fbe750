/** What stands on a command line, checked: numbers, JSON, files. Each refusal is a UsageError that names the word. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { ZodError } from 'zod'
import { SETTINGS } from '../config.ts'
import { readDecimal } from '../contract/decimal.ts'
import { NETWORK_FILE_BYTES_MAX } from '../measure/read-network.ts'

/** The command line was wrong: exit code 2. */
export class UsageError extends Error { override name = 'UsageError' }

/** For a command that takes no word of its own. One that is meant as a setting, such as --port, is told the variable to set. */
export function takeNoWords (command: string, words: string[]): void {
  if (words.length === 0) return
  const [, option, value] = /^--?([A-Za-z0-9-]+)(?:=(.*))?$/.exec(words[0]) ?? []
  const setting = SETTINGS.find(name => name === option?.toUpperCase().replaceAll('-', '_'))
  throw new UsageError(`"${words[0]}" is not known to amber-road ${command}, which takes no words. ` + (setting === undefined
    ? `Settings come from the environment: ${SETTINGS.join(', ')}`
    : `Set ${setting} in the environment: ${setting}=${setting === 'PORT' ? value ?? words[1] ?? '8080' : '...'} amber-road ${command}`))
}

export function readOptions (text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {}
  try {
    const options: unknown = JSON.parse(text)
    if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options as Record<string, unknown>
  } catch { /* said below */ }
  throw new UsageError(`--options takes JSON such as {"name": 1}, not ${text}`)
}

/** A run takes any whole number that 32 bits hold. */
export function readSeed (text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seed = readDecimal(text)
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed
  throw new UsageError(`--seed is a whole number from 0 to ${2 ** 32 - 1}, not "${text}"`)
}

export function needFile (path: string): void {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`)
  if (statSync(path).isDirectory()) throw new UsageError(`${path} is a folder; name a file in it`)
}

/** Each with the field it is about; a field that is not known is named itself. */
export const describeIssues = (error: ZodError): string => error.issues
  .flatMap(issue => issue.code === 'unrecognized_keys' ? issue.keys.map(key => `${[...issue.path, key].join('.')}: is not known here`) : [`${issue.path.join('.') || 'options'}: ${issue.message.endsWith('received undefined') ? 'is needed' : issue.message}`])
  .join('\n')

/** A text file that another tool wrote. */
export function readText (path: string): string {
  needFile(path)
  if (statSync(path).size > NETWORK_FILE_BYTES_MAX) throw new UsageError(`${path} is larger than ${NETWORK_FILE_BYTES_MAX / 1024 / 1024} MB`)
  return readFileSync(path, 'utf8')
}
