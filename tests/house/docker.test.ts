import t from 'tap'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { projectFiles } from './project-files.ts'

interface Service {
  image?: string
  build?: string
  environment: Record<string, string | number>
  volumes: string[]
  ports?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck: { test: string[], start_period: string }
  read_only?: boolean
}

const compose: { services: Record<string, Service>, volumes: Record<string, unknown> } = parse(readFileSync('docker-compose.yml', 'utf8'))
const neo4j = compose.services.neo4j!
const amberRoad = compose.services['amber-road']!

/** Instructions of the Dockerfile, continued lines joined, comments out. */
const instructions = readFileSync('Dockerfile', 'utf8').replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, '').split('\n')
  .filter(line => line !== '')
  .map(line => ({ name: line.split(' ')[0]!, rest: line.slice(line.indexOf(' ') + 1) }))
const the = (name: string) => instructions.filter(instruction => instruction.name === name).map(({ rest }) => rest)

t.test('images are pinned to a full version', async t => {
  t.match(neo4j.image, /^neo4j:5\.26\.\d+-community$/)
  t.match(the('ARG')[0], /^NODE_IMAGE=node:\d+\.\d+\.\d+-bookworm-slim$/)
  for (const image of the('FROM')) t.match(image, /^\$\{NODE_IMAGE\}( AS \w+)?$/)
})

t.test('compose starts the Neo4j that the tests start', async t => {
  const version = /neo4j:([\d.]+)-community/.exec(neo4j.image!)![1]!
  const pinned = projectFiles('tests').filter(path => /neo4j/.test(path) && /\.(ts|xml)$/.test(path)).some(path => readFileSync(path, 'utf8').includes(version))
  t.ok(pinned, `some tests/**/*neo4j* file names ${version}`)
})

t.test('secrets come from the environment, and nothing starts without them', async t => {
  t.match(neo4j.environment.NEO4J_AUTH, /^neo4j\/\$\{NEO4J_PASSWORD:\?[^}]+\}$/)
  t.match(amberRoad.environment.NEO4J_PASSWORD, /^\$\{NEO4J_PASSWORD:\?[^}]+\}$/)
  t.match(amberRoad.environment.ACCESS_TOKEN, /^\$\{ACCESS_TOKEN:\?[^}]+\}$/)
  t.notOk(Object.keys(neo4j.environment).includes('NEO4J_PASSWORD'), 'the Neo4j image would take it for a setting')
})

t.test('the service waits for a Neo4j that answers', async t => {
  t.strictSame(amberRoad.depends_on, { neo4j: { condition: 'service_healthy' } })
  t.equal(amberRoad.environment.NEO4J_URI, 'bolt://neo4j:7687')
  t.match(neo4j.healthcheck.test.join(' '), /cypher-shell .*RETURN 1/)
  t.match(amberRoad.healthcheck.test.join(' '), /\/health\/ready/)
  t.equal(amberRoad.healthcheck.start_period, '300s', 'long enough to load the seed data')
})

t.test('data outlives the containers', async t => {
  const mounted = [...neo4j.volumes, ...amberRoad.volumes].map(volume => volume.split(':'))
  t.strictSame(mounted.map(([, path]) => path), ['/data', '/data'])
  t.strictSame(mounted.map(([name]) => name).sort(), Object.keys(compose.volumes).sort())
  t.equal(amberRoad.environment.DATA_DIR, '/data')
})

t.test('the container has few rights', async t => {
  t.equal(amberRoad.read_only, true)
  t.strictSame(the('USER'), ['node'])
  for (const port of amberRoad.ports!) t.match(port, /^127\.0\.0\.1:/, 'published on loopback')
})

t.test('every variable that compose or the image sets is one the service reads', async t => {
  const config = readFileSync('services/config.ts', 'utf8')
  const set = the('ENV').flatMap(line => line.split(' ').map(pair => pair.split('=')[0]!)).filter(name => name !== 'NODE_ENV')
  for (const name of [...Object.keys(amberRoad.environment), ...set]) t.match(config, new RegExp(`\\b${name}\\b`), name)
})

t.test('the image is built from what is there, and starts as npm start does', async t => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  const copied = the('COPY').filter(line => !line.startsWith('--from')).flatMap(line => line.split(' ').slice(0, -1))
  const kept = new Set(readFileSync('.dockerignore', 'utf8').split('\n').filter(line => line.startsWith('!')).map(line => line.slice(1)))
  for (const path of copied) {
    t.ok(existsSync(path), path)
    t.ok(kept.has(path), `${path} passes .dockerignore`)
  }
  const command: string[] = JSON.parse(the('CMD')[0]!)
  t.ok(manifest.scripts.start.endsWith(command.join(' ')), `npm start ends with: ${command.join(' ')}`)
  t.match(the('RUN').join('\n'), /npm ci[^]*npm run build && npm prune --omit=dev/)
})
