import t from 'tap'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { projectFiles } from './project-files.ts'

const DATA = /\.(csv|tsv|txt|json|ndjson|geojson|gz|dat|edges|gexf|graphml|xml|zip|xlsx)$/
const HOLDERS = /^(seeds|tests\/datasets|services|visualizer)\//
/** A source note is prose with these facts. */
const FACTS = [/origin/i, /licen[cs]e/i, /20\d\d/, /attribution/i]

const files = projectFiles()
const dataFiles = files.filter(path => HOLDERS.test(path) && DATA.test(path) && !/(package|tsconfig)\.json$/.test(path))

/** organisations.csv.gz is explained by organisations.csv.gz.source.md or organisations.source.md beside it. */
function sourceNote (path: string): string | undefined {
  const name = basename(path)
  const stems = name.split('.').map((_, i, parts) => parts.slice(0, parts.length - i).join('.'))
  return stems.map(stem => `${dirname(path)}/${stem}.source.md`).find(note => files.includes(note))
}

t.test('there are data files to check', async t => t.ok(dataFiles.length > 0))

for (const path of dataFiles) {
  t.test(`${path} says where it comes from`, async t => {
    const note = sourceNote(path)
    if (note === undefined) return t.fail('a .source.md beside it with origin, licence, date and attribution')
    const text = readFileSync(note, 'utf8')
    for (const fact of FACTS) t.match(text, fact, `${note} ${fact}`)
  })
}

t.test('no source note without its data', async t => {
  const explained = new Set(dataFiles.map(sourceNote))
  t.strictSame(files.filter(path => path.endsWith('.source.md') && !explained.has(path)), [])
})
