/** What the demonstration decides on the real seed, against slow counts over its files and the rows of the store: no figure in it is typed, and the rules hold as they say. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import type { ContentOf } from '../../services/contract/workspace-items.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { DEMONSTRATION_ID, loadDemonstration } from '../../services/trans-s3/demonstration/demonstration.ts'
import { readDatedNetworks } from '../../services/trans-s3/evidence/dated-networks.ts'
import { stageExhibits } from '../../services/trans-s3/exhibits/stage-exhibits.ts'
import { loadWorkspace } from '../../services/trans-s3/workspace-records.ts'
import { itemsOf } from '../../services/trans-s3/workspace-state.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { openSeedRun } from '../support/seed-run.ts'
import { evidenceInput } from './made-input.ts'

const NAMES: Record<string, string[]> = { 'Lõuna-Eesti': ['EE008'], Hamburg: ['DE6'], Syddanmark: ['DK03'], Podlaskie: ['PL84'], Vidzeme: ['LV008', 'LV00C'], Kymenlaakso: ['FI1C4', 'FI1C7'], Lithuania: ['LT'] }
/** First and last division of sections of NACE Rev. 2. */
const SECTIONS: Record<string, [number, number]> = { A: [1, 3], C: [10, 33], E: [36, 39], H: [49, 53], J: [58, 63], M: [69, 75], Q: [86, 88] }
const LEAST = 3

t.test('the demonstration on the seed', async t => {
  const { store, loaded } = await openSeedRun(t)
  const reference = loadReference()
  const dated = await readDatedNetworks(store, loaded.snapshot)
  const start = performance.now()
  t.equal(await loadDemonstration(store, { folder: 'seeds/trans-s3', loaded, dated, reference, clock: () => new Date('2026-03-01T12:00:00.000Z') }), true)
  t.comment(`made in ${Math.round(performance.now() - start)} ms`)
  const state = (await loadWorkspace(store, DEMONSTRATION_ID))!
  const priorities = itemsOf(state, 'priority').map(({ content }) => content)
  const domains = priorities.filter(({ from }) => from.length > 0)
  const decisions = itemsOf(state, 'decision').map(({ content }) => content)
  const whyOf = (stage: string, title: string): string => decisions.filter(decision => decision.stage === stage).flatMap(({ why }) => why.split('\n\n')).find(line => line.startsWith(`${title}. `)) ?? ''

  await t.test('where they stand', async t => {
    t.strictSame(Object.fromEntries(domains.map(({ title, state }) => [title.split(/[:, ]/)[0], state])), { Circular: 'refined', Smart: 'refined', Advanced: 'refined', Clean: 'refined', Digitalisation: 'initial', Water: 'proposed' })
    t.strictSame(priorities.filter(({ from, state }) => from.length === 0 && state === 'initial').flatMap(({ sectors, themes }) => [...sectors, ...themes]), ['E', '74', 's3:resource-efficiency-and-rehabilitation', 's3:sustainable-water-management'], 'published codes that nothing took up')
  })

  await t.test('common sets: regions that declared each code', async t => {
    const rows = parse(readFileSync('seeds/trans-s3/declared-priorities.csv'), { columns: true }) as Array<Record<'region' | 'domains' | 'sectors', string>>
    const list = (text: string): string[] => text.split(';').map(part => part.trim()).filter(part => part !== '')
    const regionsWith = (has: (row: typeof rows[number]) => boolean): number => new Set(rows.filter(has).map(({ region }) => region)).size
    const inSection = (letter: string, code: string): boolean => code === letter || (Number.parseInt(code) >= SECTIONS[letter]![0] && Number.parseInt(code) <= SECTIONS[letter]![1])
    for (const { title, themes, sectors, state } of domains) {
      const letters = Object.keys(SECTIONS).filter(letter => sectors.some(code => inSection(letter, code)))
      const counted = [...themes.map(theme => regionsWith(({ domains }) => list(domains).some(code => code === theme || reference.domain(code)?.s3.includes(theme)))), ...letters.map(letter => regionsWith(({ sectors }) => list(sectors).some(code => inSection(letter, code))))]
      t.strictSame([...whyOf('common-sets', title).matchAll(/(\d+) declared/g)].map(([, n]) => Number(n)).sort(), [...counted].sort(), title)
      t.equal(state !== 'proposed', counted.every(n => n >= LEAST), title)
    }
    t.match(whyOf('common-sets', 'Other professional, scientific and technical activities'), /of 7 regions, 1 declared anything in it/)
  })

  await t.test('profiles: organisations of each region with each field', async t => {
    const organisations: Organisation[] = []
    await store.freeze(async reader => { for await (const batch of reader.streamOrganisations(5000)) organisations.push(...batch) })
    const slow = (name: string, field: string): number => organisations.filter(({ country, region, domains }) => domains.includes(field) && NAMES[name]!.some(code => code === country || region?.code.startsWith(code))).length
    for (const { title, knowledge, from, state } of domains.filter(({ state }) => state !== 'proposed')) {
      const sentences = knowledge.map(code => whyOf('profiling', title).split('Organisations with ').find(sentence => sentence.startsWith(reference.domain(code)!.shortName))!)
      const told = sentences.map(sentence => [...sentence.matchAll(/([^ ]+) \((\d+)\)/g)].map(([, name, n]) => ({ name: name!, n: Number(n) })))
      knowledge.forEach((code, i) => {
        for (const { name, n } of told[i]!) t.equal(n, slow(name, code), `${title}: ${code} in ${name}`)
        t.ok(told[i]!.every(({ n }) => n >= LEAST), `${title}: no small number of ${code} is told`)
      })
      t.equal(state === 'refined', told.every(regions => regions.length >= LEAST), `${title}: verified where three regions are told, and not elsewhere`)
      const both = told.reduce((kept, regions) => kept.filter(({ name }) => regions.some(region => region.name === name))).map(({ name }) => name).filter(name => from.some(({ region }) => NAMES[name]!.includes(region)))
      t.ok(both.every(name => whyOf('profiling', title).split('Of the ')[1]!.includes(name)), `${title}: which of its own regions are among these`)
    }
  })

  await t.test('trends: growth as the page shows it, with its interval', async t => {
    const input = { ...evidenceInput({ loaded }), state }
    const shown = await stageExhibits('trends', input, sayIn('en'), { datesOf: async () => dated, profiles: async () => async () => null, resultsTold: true })
    const rows = shown.find(({ key }) => key === 'growth-domains')!.rows
    for (const { title, knowledge } of domains.filter(({ state }) => state === 'refined')) {
      for (const code of knowledge) {
        const [, , , rate, lower, upper] = rows.find(row => row[0]!.value === code)!
        t.ok(whyOf('trends', title).includes(`${rate!.text} (${lower!.text} to ${upper!.text})`), `${title}: ${code}`)
        t.ok((upper!.value as number) >= 0, `${title}: ${code} is not surely falling`)
      }
    }
  })

  await t.test('evidence that decisions name is on their page', async t => {
    for (const { stage, evidence, run } of decisions as Array<ContentOf<'decision'>>) {
      t.equal(run, loaded.run.id)
      const keys = (await stageExhibits(stage, { ...evidenceInput({ loaded }), state }, sayIn('en'), { datesOf: async () => dated, profiles: async () => async () => null, resultsTold: true })).map(({ key }) => key)
      t.ok(evidence.every(key => keys.includes(key)), stage)
    }
  })
})
