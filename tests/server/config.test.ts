import t from 'tap'
import { ConfigError, readConfig } from '../../services/config.ts'

t.test('without settings: this machine only, the embedded store, the real seed', async t => {
  t.strictSame({ ...readConfig({}) }, { host: '127.0.0.1', port: 8080, dataDir: 'data', seed: 'horizon2020', neo4j: null, accessToken: null, readOnly: false, logLevel: 'warn', loopback: true })
  t.strictSame(readConfig({ PORT: '', NEO4J_URI: '', ACCESS_TOKEN: '' }), readConfig({}), 'an empty variable is one that was not set')
  t.throws(() => { (readConfig({}) as { port: number }).port = 1 })
})

t.test('settings that cannot be used are named, with what is expected', async t => {
  const refused: Array<[Record<string, string>, RegExp]> = [
    [{ PORT: 'http' }, /^PORT: "http"/], [{ PORT: '65536' }, /^PORT/], [{ PORT: '80.5' }, /^PORT/], [{ SEED: 'demo' }, /SEED: "demo".*"horizon2020"\|"none"/], [{ READ_ONLY: 'yes' }, /READ_ONLY/],
    [{ NEO4J_URI: 'http://db:7474' }, /NEO4J_URI.*bolt:\/\//], [{ LOG_LEVEL: 'verbose' }, /LOG_LEVEL/], [{ ACCESS_TOKEN: 'short' }, /ACCESS_TOKEN: its value.*16 characters/]
  ]
  for (const [environment, message] of refused) t.throws(() => readConfig(environment), { name: ConfigError.name, message }, JSON.stringify(environment))
  t.notMatch(messageOf({ ACCESS_TOKEN: 'hush' }), /hush/, 'a secret is not repeated')
  t.match(messageOf({ PORT: 'a', SEED: 'b' }), /PORT[^]*\n[^]*SEED/, 'all at once')
})

t.test('other machines are let in only with a token or to read', async t => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.10', 'amber-road.example', '127.0.0.1.example']) {
    t.throws(() => readConfig({ HOST }), { name: ConfigError.name, message: /ACCESS_TOKEN.*READ_ONLY=1/ }, HOST)
    t.match(readConfig({ HOST, READ_ONLY: '1' }), { readOnly: true, loopback: false })
    t.match(readConfig({ HOST, ACCESS_TOKEN: 'x'.repeat(16) }), { accessToken: 'x'.repeat(16), loopback: false })
  }
  for (const HOST of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) t.equal(readConfig({ HOST }).loopback, true, HOST)
})

t.test('Neo4j by its address', async t => {
  t.strictSame(readConfig({ NEO4J_URI: 'neo4j+s://db.example', NEO4J_PASSWORD: 'p' }).neo4j, { uri: 'neo4j+s://db.example', user: 'neo4j', password: 'p', database: 'neo4j' })
})

const messageOf = (environment: Record<string, string>): string => {
  try {
    return String(readConfig(environment))
  } catch (error) {
    return (error as Error).message
  }
}
