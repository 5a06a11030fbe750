import t from 'tap'
import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { projectFiles, SOURCE_FOLDERS } from './project-files.ts'

const TOP_LEVEL = new Set([
  'services', 'graph-queries', 'visualizer', 'seeds', 'tests', 'node_modules', 'data', 'coverage',
  'package.json', 'package-lock.json', 'tsconfig.json', 'docker-compose.yml', 'Dockerfile', 'README.md', 'README.png',
  'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE', 'eslint.config.js', 'knip.json'
])
const DEPTH_MAX = 3
/** A folder is meant to hold five to twelve files of code; at twenty it has more than one subject. */
const FILES_MAX = 20
/** Folders whose files are rows of one table, so that their number says nothing. */
const ROWS = /^(graph-queries\/|services\/contract$|tests\/|visualizer\/text$)/
const NAMELESS = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'lib', 'misc', 'shared', 'core', 'fixtures', 'fixture'])
/** A document that people look for by name is in capitals, as at the top. */
const DOCUMENT = /^[A-Z]+\.md$/
/** Data keeps the name its publisher gave it. */
const DATA = /^(tests\/datasets|seeds)\/.*\.(csv|tsv|json|ndjson|geojson|gz|md|gexf|graphml|xml)$/

const files = projectFiles()
const folders = [...new Set(files.map(file => dirname(file)))].filter(folder => folder !== '.')

t.test('the top level holds what is agreed and nothing else', async t => {
  const unknown = readdirSync('.').filter(name => !name.startsWith('.') && !TOP_LEVEL.has(name))
  t.strictSame(unknown, [])
})

t.test(`folders are at most ${DEPTH_MAX} levels deep`, async t => {
  t.strictSame(folders.filter(folder => !folder.startsWith('.') && !folder.startsWith('tests/datasets/') && folder.split('/').length > DEPTH_MAX), [])
})

t.test(`a folder of code holds at most ${FILES_MAX} files`, async t => {
  const crowded = folders
    .filter(folder => SOURCE_FOLDERS.includes(folder.split('/')[0]!) && !ROWS.test(folder))
    .map(folder => ({ folder, files: files.filter(file => dirname(file) === folder && /\.(ts|tsx)$/.test(file)).length }))
    .filter(({ files }) => files > FILES_MAX)
  t.strictSame(crowded, [])
})

t.test('a folder says what is in it', async t => {
  t.strictSame(folders.filter(folder => folder.split('/').some(name => NAMELESS.has(name))), [])
})

t.test('files and folders are kebab-case', async t => {
  const named = files.filter(file => SOURCE_FOLDERS.includes(file.split('/')[0]!) && !DATA.test(file))
  t.strictSame(named.filter(file => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(basename(file)) && !DOCUMENT.test(basename(file)) && !basename(file).startsWith('.')), [])
  t.strictSame(folders.filter(folder => folder.split('/').some(name => !/^\.?[a-z0-9]+(-[a-z0-9]+)*$/.test(name))), [])
})

t.test('tests stand where their sources stand', async t => {
  const subjects = new Set([...readdirSync('services').map(name => name.replace(/\.ts$/, '')), 'graph-queries', 'visualizer', 'seeds', 'store-contract', 'browser', 'bench', 'house', 'support', 'datasets'])
  const strangers = folders.filter(folder => folder.startsWith('tests/')).map(folder => folder.split('/')[1]!).filter(name => !subjects.has(name))
  t.strictSame([...new Set(strangers)], [])
})
