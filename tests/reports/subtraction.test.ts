/** Who adds up and takes away all that a report tells finds no small number that it withholds: in groups of one part, small groups, and the whole network. */
import t from 'tap'
import fc from 'fast-check'
import { isInRegion } from '../../services/contract/region-codes.ts'
import type { Document } from '../../services/documents/document.ts'
import { tablesOf } from '../../services/documents/document.ts'
import { expectedLinks, volumesOf, withheldRatios } from '../../services/reports/told-pairs.ts'
import type { MadeRun } from '../support/loaded-run.ts'
import { makeRun, toyId } from '../support/loaded-run.ts'
import { blocksOf, report, reportRun, rowsOf, SOURCES, table, textsOf } from './made-run.ts'

/** Numbers that are told, and sums that hold between numbers: a total and what adds up to it. */
class Reader {
  readonly known = new Map<string, number>()
  readonly sums: Array<[total: string, ...terms: string[]]> = []

  tell (name: string, value: unknown): void { if (typeof value === 'number' && !Number.isNaN(value)) this.known.set(name, value) }

  /** As long as a sum has one number that is not known. */
  workOut (): void {
    for (let found = true; found;) {
      found = false
      for (const [total, ...terms] of this.sums) {
        const open = [total, ...terms].filter(name => !this.known.has(name))
        if (open.length !== 1) continue
        const rest = terms.filter(name => name !== open[0]).reduce((sum, name) => sum + this.known.get(name)!, 0)
        this.known.set(open[0], open[0] === total ? rest : this.known.get(total)! - rest)
        found = true
      }
    }
  }
}

const KINDS = ['linked', 'region', 'field'] as const
const facts = (document: Document) => blocksOf(document).flatMap(block => block.type === 'facts' ? [...block.facts] : [])
const factOf = (document: Document, pattern: RegExp): number | undefined => {
  const found = facts(document).find(({ text }) => pattern.test(text))
  return found === undefined ? undefined : Number(found.value.replaceAll(',', ''))
}
const has = (document: Document, id: string): boolean => tablesOf(document).some(each => each.id === id)

/** All that the report tells of organisations by place, and what adds up. */
function readAll (document: Document, { loaded: { clusters, snapshot } }: MadeRun, group: number[]): Reader {
  const reader = new Reader()
  const parts = rowsOf(table(document, 'parts'))
  const places = parts.map(({ code }) => String(code))
  const whole = group.length === snapshot.ids.length
  const columns = [...clusters.map(({ code }) => code), 'none']
  reader.tell('N', factOf(document, /^organisations in the group/))
  reader.tell('all none', factOf(document, /in no cluster$/))
  for (const { code, organisations, ...row } of parts) {
    reader.tell(`${code} all`, organisations)
    for (const kind of KINDS) {
      const share = row[kind === 'linked' ? kind : `${kind}_known`]
      if (typeof share === 'number' && typeof organisations === 'number') reader.tell(`${kind} ${code}`, Math.round(share * organisations))
      reader.sums.push([`${code} all`, `${kind} ${code}`, `not ${kind} ${code}`])
    }
  }
  for (const kind of KINDS) {
    reader.sums.push([`${kind} all`, ...places.map(code => `${kind} ${code}`)], [`not ${kind} all`, ...places.map(code => `not ${kind} ${code}`)], ['N', `${kind} all`, `not ${kind} all`])
  }
  const linked = /, ([\d,]+) of them with a recorded link/.exec(facts(document)[0].text)
  if (linked !== null) reader.tell('linked all', Number(linked[1].replaceAll(',', '')))
  if (whole) reader.tell('not linked all', Number((rowsOf(table(document, 'method-numbers')).find(({ what }) => what === 'Organisations without a link')!.value as string).replaceAll(',', '')))
  if (has(document, 'part-clusters')) {
    for (const { cluster, name, all, ...cells } of rowsOf(table(document, 'part-clusters'))) {
      const column = name === 'in no cluster' ? 'none' : name === 'All' ? 'all' : String(cluster)
      reader.tell(column === 'all' ? 'N' : `all ${column}`, all)
      for (const code of places) reader.tell(`${code} ${column}`, cells[`p_${code}`])
    }
  }
  for (const code of places) reader.sums.push([`${code} all`, ...columns.map(column => `${code} ${column}`)])
  for (const column of columns) reader.sums.push([`all ${column}`, ...places.map(code => `${code} ${column}`)])
  reader.sums.push(['N', ...places.map(code => `${code} all`)], ['N', ...columns.map(column => `all ${column}`)])
  const listed = has(document, 'clusters') ? rowsOf(table(document, 'clusters')) : []
  for (const { code, members_in_group: inGroup, members } of listed) {
    reader.tell(`all ${code}`, inGroup)
    if (clusters.find(each => each.code === code)!.size === group.filter(i => loadedCluster(clusters, snapshot.ids[i], code)).length) reader.tell(`all ${code}`, members)
  }
  // A cluster that is not listed has nobody here.
  for (const { code } of clusters) if (!listed.some(row => row.code === code)) reader.tell(`all ${code}`, 0)
  return reader

  function loadedCluster (_: typeof clusters, id: string, code: unknown): boolean { return clusterOfId.get(id) === code }
}

let clusterOfId = new Map<string, string>()
const NETWORKS: Array<[name: string, made: MadeRun]> = [
  ['three countries', reportRun({ members: 9 })],
  ['small clusters', reportRun({ seed: 4, clusters: 4, members: 7, loose: 5 })],
  ['one country', reportRun({ seed: 2, clusters: 5, members: 10, loose: 2, places: { PL: ['PL633', 'PL841', 'PL911'] } })],
  ['two in no cluster', reportRun({ seed: 6, clusters: 3, members: 8, loose: 1, places: { LT: ['LT011', 'LT022'] } })]
]

for (const [name, made] of NETWORKS) {
  t.test(`no sum tells a small number: ${name}`, async t => {
    const { snapshot, clusters, clusterOf, projection: { graph } } = made.loaded
    const countries = snapshot.country.values
    const regions = [...new Set(snapshot.region.values.flatMap(code => [code, code.slice(0, 4)]))].filter(code => code.length > 2)
    clusterOfId = new Map(snapshot.ids.map((id, i) => [id, clusters[clusterOf[i]]?.code ?? 'none']))
    const metrics = { organisations: snapshot.ids.length, isolates: snapshot.ids.filter((_, i) => graph.offsets[i] === graph.offsets[i + 1]).length, links: 0, networksProjected: 0, networks: 0, networksAboveCap: 0, networksWithOneMember: 0, components: 1, largestComponent: 1, modularity: null, repeats: 0, agreement: null, shuffledNetworks: null, crossBorderClusters: null } as unknown as NonNullable<MadeRun['loaded']['run']['metrics']>
    const run = { ...made, loaded: { ...made.loaded, run: { ...made.loaded.run, metrics } } }
    let hidden = 0
    for (const below of [3, 6, 12]) {
      for (const query of [...countries.map(countries => ({ countries })), ...regions.map(regions => ({ regions })), { countries: countries.join(',') }, { regions: regions.filter(code => code.length === 4).join(',') }] as Array<Record<string, string>>) {
        const document = await report(run, { ...query, suppressBelow: String(below) }).catch((error: Error) => {
          if (!/fewer than|no organisation in/.test(error.message)) throw error
          return null
        })
        if (document === null) continue
        const places = rowsOf(table(document, 'parts')).map(({ code }) => String(code))
        const lies = (i: number, code: string): boolean => code.length === 2 ? countries[snapshot.country.codes[i]] === code : snapshot.region.codes[i] >= 0 && isInRegion(snapshot.region.values[snapshot.region.codes[i]], code)
        const group = [...snapshot.ids.keys()].filter(i => places.some(code => lies(i, code)))
        const truth = new Map<string, number>()
        const add = (key: string): void => { truth.set(key, (truth.get(key) ?? 0) + 1) }
        for (const i of group) {
          const code = places.find(place => lies(i, place))!
          for (const column of [clusterOfId.get(snapshot.ids[i])!, 'all']) for (const place of [code, 'all']) add(place === 'all' && column === 'all' ? 'N' : `${place} ${column}`)
          const has = { linked: graph.offsets[i] < graph.offsets[i + 1], region: snapshot.region.codes[i] >= 0, field: snapshot.domains.offsets[i] < snapshot.domains.offsets[i + 1] }
          for (const kind of KINDS) for (const place of [code, 'all']) if (place === code || kind === 'linked') add(`${has[kind] ? '' : 'not '}${kind} ${place}`)
        }
        const reader = readAll(document, run, group)
        for (const [key, value] of reader.known) if (truth.has(key) || value !== 0) t.equal(value, truth.get(key), `${JSON.stringify(query)} ${below}: ${key} is told as it is`)
        reader.workOut()
        for (const [key, value] of truth) {
          if (value >= below) continue
          hidden++
          t.notOk(reader.known.has(key), `${JSON.stringify(query)} under ${below}: ${key} is ${value}, and can be worked out`)
        }
      }
    }
    t.ok(hidden > 20, `${hidden} small numbers`)
  })
}

t.test('the reader does work out what is left alone', async t => {
  const reader = new Reader()
  reader.sums.push(['N', 'a', 'b'], ['b', 'c', 'd'])
  for (const [name, value] of [['N', 9], ['a', 5], ['c', 3]] as const) reader.tell(name, value)
  reader.workOut()
  t.equal(reader.known.get('d'), 1)
})

t.test('links between places add up to the number that the key facts tell', async t => {
  let hidden = 0
  for (const [, made] of NETWORKS) {
    for (const below of [3, 8]) {
      const countries = made.loaded.snapshot.country.values
      for (const query of [{ countries: countries.join(',') }, { regions: [...new Set(made.loaded.snapshot.region.values.map(code => code.slice(0, 4)))].join(',') }] as Array<Record<string, string>>) {
        const document = await report(made, { ...query, suppressBelow: String(below) })
        if (!has(document, 'flows')) continue
        const links = rowsOf(table(document, 'flows')).map(row => row.links)
        const total = factOf(document, /^links? among them/)
        hidden += links.filter(value => value === null).length
        t.ok(links.every(value => value === null || value === 0 || value as number >= below))
        t.ok(total === undefined || links.filter(value => value === null).length !== 1, JSON.stringify(query))
      }
    }
  }
  t.ok(hidden > 0)
})

const PAIRS = [[0, 0], [0, 1], [0, 2], [1, 1], [1, 2], [2, 2]] as const
const written = (links: readonly number[], untold: readonly boolean[]): string => {
  const pairs = PAIRS.map(([a, b], k) => ({ a, b, links: links[k] }))
  const { volumes, twice } = volumesOf(pairs)
  return pairs.filter((_, k) => !untold[k]).map(({ a, b, links }) => {
    const expected = expectedLinks(a, b, volumes, twice)
    return expected < 3 ? 'few' : (links / expected).toFixed(1)
  }).join()
}

t.test('where ratios are told, all numbers that give the same ratios leave a small one open', async t => {
  let [told, untold] = [0, 0]
  fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 3, max: 40 })), { minLength: 6, maxLength: 6 }), links => {
    const withheld = links.map(value => value > 0 && value < 3)
    fc.pre(withheld.filter(Boolean).length > 1)
    const ratios = withheldRatios(PAIRS.map(([a, b], k) => ({ a, b, links: links[k] })), withheld, 3, 3)
    const hidden = withheld.map((cell, k) => cell || ratios[k])
    untold += ratios.filter(Boolean).length
    told += hidden.filter(cell => !cell).length
    const open = [...links.keys()].filter(k => withheld[k])
    const values = new Map(open.map(k => [k, new Set<number>()]))
    const [made, seen] = [[...links], written(links, hidden)]
    const fill = (at: number, left: number): void => {
      if (at === open.length - 1) {
        made[open[at]] = left
        if (written(made, hidden) === seen) for (const k of open) values.get(k)!.add(made[k])
        return
      }
      for (let value = 0; value <= left; value++) {
        made[open[at]] = value
        fill(at + 1, left - value)
      }
    }
    fill(0, open.reduce((sum, k) => sum + links[k], 0))
    for (const [k, found] of values) if (found.size < 2) throw new Error(`pair ${k} of ${links.join()} can only be ${[...found].join()}`)
  }), { numRuns: 400, seed: 3 })
  t.ok(told > 100 && untold > 100, `${told} told, ${untold} not`)
})

t.test('declared fields of the whole network, and of regions that make up their country, take another with a small one', async t => {
  const priority = { title: 'Food', domains: ['h2020:SC2'], sectors: [], document: null, website: null, note: null }
  const made = makeRun({
    organisations: [['PL633', 9, 2], ['PL841', 9, 8], ['LT011', 9, 5], ['SE110', 9, 6]].flatMap(([code, size, having]) => Array.from({ length: Number(size) }, (_, k) => (
      { id: toyId(`${code}-${k}`), name: `${code} ${k}`, country: String(code).slice(0, 2), region: { code: String(code), vintage: '2024' as const, precision: 'exact' as const }, domains: k < Number(having) ? ['h2020:SC2'] : [] }
    )))
  })
  const rows = async (regions: string, declaring: string[]) => rowsOf(table(await report(made, regions.length > 2 ? { regions } : { countries: regions }, { declared: declaring.map(region => ({ region, priorities: [priority] })) }), 's3'))
  const whole = await rows('PL633,PL841,LT011,SE110', ['PL633', 'PL841', 'LT011', 'SE110'])
  t.strictSame(whole.map(({ code, members }) => `${code} ${members}`).sort(), ['LT011 null', 'PL633 null', 'PL841 8', 'SE110 6'], 'the four add up to the carriers that pages of clusters tell')
  const inner = await rows('PL', ['PL', 'PL633', 'PL841'])
  t.strictSame(inner.map(({ code, members }) => `${code} ${members}`).sort(), ['PL 10', 'PL633 null', 'PL841 null'], 'the two add up to their country')
  t.equal(SOURCES.length, 1)
})

t.test('clusters whose members are all withheld are said to be withheld, not absent', async t => {
  const made = NETWORKS[0][1]
  for (const template of ['full', 'brief']) {
    const said = textsOf(await report(made, { regions: 'LV008', suppressBelow: '7', template })).join(' ')
    t.match(said, /the numbers of members in the group are withheld, because they are under 7/)
    t.notMatch(said, /found no cluster|no work to measure|No cluster with members/)
  }
})
