import t from 'tap'
import { existsSync, readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

t.test('every version is pinned, and the lock agrees', async t => {
  for (const [name, version] of Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies })) {
    t.match(version, /^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/, `${name} ${version}`)
    t.equal(lock.packages[`node_modules/${name}`]?.version, version, `${name} in package-lock.json`)
  }
})

t.test('the lock names public packages alone', async t => {
  const elsewhere = Object.entries<{ resolved?: string, link?: boolean }>(lock.packages)
    .filter(([path, { resolved, link }]) => path !== '' && (link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))))
    .map(([path]) => path)
  t.strictSame(elsewhere, [])
})

t.test('the lock holds the binaries for every platform, or npm ci refuses it', async t => {
  const locked = new Set(Object.keys(lock.packages).map(path => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)))
  const missing = Object.entries<{ optionalDependencies?: Record<string, string> }>(lock.packages)
    .flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter(name => !locked.has(name)).map(name => `${path} wants ${name}`))
  t.strictSame(missing, [])
})

t.test('what package.json points at exists', async t => {
  for (const path of Object.values<string>(manifest.bin)) t.ok(existsSync(path), path)
  for (const [name, command] of Object.entries<string>(manifest.scripts)) {
    for (const path of command.match(/\b[\w-]+\/[\w./-]+\.ts\b/g) ?? []) t.ok(existsSync(path), `${path} of npm run ${name}`)
  }
})

t.test('no command depends on an install script of ours', async t => {
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) t.notOk(name in manifest.scripts, name)
})

t.test('licence', async t => {
  t.equal(manifest.license, 'MIT')
  t.match(readFileSync('LICENSE', 'utf8'), /^MIT License\n\nCopyright \(c\) 2026 Amber Road contributors\n/)
})

t.test('the changelog knows this version', async t => {
  t.match(readFileSync('CHANGELOG.md', 'utf8'), new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}\\b`, 'm'))
})
