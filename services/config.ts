/** The environment -> one frozen Config. Nothing else reads process.env. */
import { z } from 'zod'
import { decimal } from './contract/decimal.ts'

const Text = z.string().trim().min(1)
const Switch = z.enum(['0', '1', '']).transform(value => value === '1')

const Environment = z.object({
  HOST: Text.default('127.0.0.1'),
  PORT: decimal(z.number().int().min(0).max(65535)).default(8080),
  DATA_DIR: Text.default('data'),
  SEED: z.enum(['horizon2020', 'none']).default('horizon2020'),
  NEO4J_URI: z.string().trim().regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/.+/, 'expected an address such as bolt://127.0.0.1:7687').optional(),
  NEO4J_USER: Text.default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: Text.default('neo4j'),
  ACCESS_TOKEN: z.string().min(16, 'expected at least 16 characters, such as those of `openssl rand -hex 24`').optional(),
  READ_ONLY: Switch.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn')
})

/** Names of the variables that are read. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape)

export interface Config {
  host: string
  /** 0: any free one. */
  port: number
  dataDir: string
  seed: 'horizon2020' | 'none'
  /** Null: the embedded store under dataDir. */
  neo4j: { uri: string, user: string, password: string, database: string } | null
  accessToken: string | null
  readOnly: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** True if only this machine can reach the service. */
  loopback: boolean
}

/** The setting is wrong; the message names the variable, its value and what is expected. */
export class ConfigError extends Error { override name = 'ConfigError' }

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/

export function readConfig (environment: Record<string, string | undefined> = process.env): Readonly<Config> {
  // An empty variable is one that was not set: docker compose passes those through.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = Environment.safeParse(given)
  if (!result.success) {
    throw new ConfigError(result.error.issues.map(issue => {
      const name = String(issue.path[0])
      const shown = name === 'ACCESS_TOKEN' || name === 'NEO4J_PASSWORD' ? 'its value' : `"${given[name]}"`
      return `${name}: ${shown} cannot be used; ${issue.message}.`
    }).join('\n'))
  }
  const { HOST, PORT, DATA_DIR, SEED, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, ACCESS_TOKEN, READ_ONLY, LOG_LEVEL } = result.data
  const loopback = LOOPBACK.test(HOST)
  if (!loopback && ACCESS_TOKEN === undefined && !READ_ONLY) {
    throw new ConfigError(`HOST: "${HOST}" opens the service to other machines, where anybody could change the data. Set ACCESS_TOKEN, which writes will then need, or READ_ONLY=1.`)
  }
  return Object.freeze({
    host: HOST, port: PORT, dataDir: DATA_DIR, seed: SEED, neo4j: NEO4J_URI === undefined ? null : { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD, database: NEO4J_DATABASE },
    accessToken: ACCESS_TOKEN ?? null, readOnly: READ_ONLY, logLevel: LOG_LEVEL, loopback
  })
}
