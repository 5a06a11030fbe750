/** Trends, potential and indicators of the seven partner regions on the real seed, as pages show them, against slow counts over the rows of the store. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import { createRandom } from '../../services/analysis/random.ts'
import { STAGES } from '../../services/contract/workspace.ts'
import type { Stage } from '../../services/contract/workspace.ts'
import type { Exhibit } from '../../services/contract/workspace-evidence.ts'
import { svgProblem } from '../../services/documents/check-svg.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import type { Network } from '../../services/contract/network.ts'
import { buildPolicyPaper } from '../../services/trans-s3/documents/policy-paper.ts'
import { keepDatedNetworks } from '../../services/trans-s3/evidence/dated-networks.ts'
import { measureIndicator } from '../../services/trans-s3/evidence/indicator.ts'
import type { Measured } from '../../services/trans-s3/evidence/indicator.ts'
import { profileRegions } from '../../services/trans-s3/evidence/profiling.ts'
import { openWork } from '../../services/trans-s3/evidence/work-abroad.ts'
import { stageExhibits } from '../../services/trans-s3/exhibits/stage-exhibits.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { evidenceInput } from './made-input.ts'
import { paperInput, richState } from './made-workspace.ts'
import { openSeedRun } from '../support/seed-run.ts'

/** Cover and list of contents among them: more are not read. */
const BODY_PAGES_MAX = 15
/** Of A4 in points: where its text begins and ends. */
const [TOP, FOOT] = [791, 66]

t.test('the seven partner regions', async t => {
  const { store, loaded } = await openSeedRun(t)
  const input = evidenceInput({ loaded })
  const datesOf = keepDatedNetworks(store)
  const shown = async (stage: typeof STAGES[number]) => new Map((await stageExhibits(stage, input, sayIn('en'), { datesOf, profiles: async () => async () => null, resultsTold: true })).map(exhibit => [exhibit.key, exhibit]))
  const networks = new Map<string, Network>()
  const organisations = new Map<string, Organisation>()
  const membersOf = new Map<string, string[]>()
  await store.freeze(async reader => {
    for await (const batch of reader.streamNetworks(5000)) for (const network of batch) networks.set(network.id, network)
    for await (const batch of reader.streamOrganisations(5000)) for (const organisation of batch) organisations.set(organisation.id, organisation)
    for await (const batch of reader.streamMemberships(5000)) for (const { network, organisation } of batch) membersOf.set(network, [...membersOf.get(network) ?? [], organisation])
  })
  /** Podlaskie, Vidzeme, Southern Estonia, Kymenlaakso, Hamburg, Southern Denmark by codes of 2016 and 2024; Lithuania. */
  const inGroup = ({ country, region }: Organisation): boolean => country === 'LT' || ['PL84', 'LV008', 'LV00C', 'EE008', 'FI1C4', 'FI1C7', 'DE6', 'DK03'].some(code => region?.code.startsWith(code))
  const ours = new Set([...organisations.values()].filter(inGroup).map(({ id }) => id))
  const countryOf = (id: string): string => organisations.get(id)!.country

  await t.test('networks, organisations and links across borders of each year', async t => {
    const { rows } = (await shown('trends')).get('growth-years')!
    t.ok(rows.length >= 7)
    for (const [year, projects, taking, links] of rows.map(row => row.map(({ value }) => value))) {
      const begun = [...networks.values()].filter(({ id, from }) => from?.startsWith(String(year)) && membersOf.get(id)?.some(member => ours.has(member)))
      t.equal(projects, begun.length, `networks of ${year}`)
      t.equal(taking, new Set(begun.flatMap(({ id }) => membersOf.get(id)!.filter(member => ours.has(member)))).size, `organisations of ${year}`)
      const pairs = begun.flatMap(({ id }) => membersOf.get(id)!.flatMap(a => membersOf.get(id)!.filter(b => a < b && countryOf(a) !== countryOf(b) && (ours.has(a) || ours.has(b))).map(b => `${a} ${b}`)))
      t.equal(links, new Set(pairs).size, `links of ${year}`)
    }
    t.strictSame(rows.filter(row => row[4].value === 'incomplete').map(row => row[0].value), [2014, 2021])
  })

  await t.test('networks of a domain and year', async t => {
    const { columns, rows } = (await shown('trends')).get('growth-domain-years')!
    const row = rows.find(row => row[0].value === 'h2020:SC2')!
    for (const [c, { key }] of columns.entries()) {
      if (c === 0) continue
      t.equal(row[c].value, [...networks.values()].filter(({ id, from, domains }) => from?.startsWith(key.slice(1)) && domains.includes('h2020:SC2') && membersOf.get(id)?.some(member => ours.has(member))).length, key)
    }
  })

  await t.test('work across borders of a domain, with anybody', async t => {
    const { rows } = (await shown('internationalisation')).get('potential-domains')!
    const row = rows.find(row => row[0].value === 's3:smart-health')!
    const { ids, country } = loaded.snapshot
    const { graph } = loaded.projection
    const members = ids.flatMap((id, i) => ours.has(id) && organisations.get(id)!.domains.includes('s3:smart-health') ? [i] : [])
    t.equal(row[1].value, members.length)
    const slots = members.flatMap(i => Array.from({ length: graph.offsets[i + 1] - graph.offsets[i] }, (_, k) => ({ i, j: graph.targets[graph.offsets[i] + k], weight: graph.weights[graph.offsets[i] + k] })))
    const total = slots.reduce((sum, { weight }) => sum + weight, 0)
    const across = slots.filter(({ i, j }) => country.codes[i] !== country.codes[j]).reduce((sum, { weight }) => sum + weight, 0)
    t.ok(Math.abs(row[2].value as number - across / total) < 1e-4)
    const pairs = new Set(slots.map(({ i, j }) => `${Math.min(i, j)} ${Math.max(i, j)}`))
    const abroad = [...pairs].filter(pair => new Set(pair.split(' ').map(i => country.codes[Number(i)])).size === 2).length
    t.equal(measureIndicator({ loaded, group: input.group, measure: 'crossBorderLinks', domain: 's3:smart-health' }, createRandom(1)).value, abroad)
    t.ok(Math.abs(rows.find(row => row[0].value === 's3:smart-health')![6].value as number - (2 * across / total - 1)) < 1e-4, 'E-I')
    t.equal(measureIndicator({ loaded, group: input.group, measure: 'organisations', domain: null }, createRandom(1)).value, ours.size)
    const { partOf } = input.group
    const between = (of: number[]): number => of.reduce((sum, i) => sum + graph.targets.subarray(graph.offsets[i], graph.offsets[i + 1]).filter(j => partOf[j] >= 0 && partOf[j] !== partOf[i] && (i < j || !of.includes(j))).length, 0)
    const links = (domain: string | null): number | null => measureIndicator({ loaded, group: input.group, measure: 'regionLinks', domain }, createRandom(1)).value
    t.equal(links('s3:smart-health'), between(members))
    t.equal(links(null), between(input.group.members))
    t.equal(links(null), profileRegions(input).pairs.reduce((sum, pair) => sum + pair.links, 0), 'those of all pairs of regions')
  })

  await t.test('the share across a border is one number: profile, potential, indicator and a slow sum', async t => {
    const { codes } = loaded.snapshot.country
    const { offsets, targets, weights } = loaded.projection.graph
    const { members } = input.group
    let [work, across] = [0, 0]
    for (const i of members) for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) [work, across] = [work + weights[slot], across + (codes[targets[slot]] === codes[i] ? 0 : weights[slot])]
    const measure = (measure: 'crossBorderShare' | 'eiIndex'): Measured => measureIndicator({ loaded, group: input.group, measure, domain: null }, createRandom(1))
    const profile = profileRegions(input).positions.at(-1)!
    const { share, eiIndex } = openWork(loaded.projection.graph, loaded.snapshot.country)(members)
    t.comment(`share of work ${(across / work).toFixed(3)}`)
    t.ok(Math.abs(share! - across / work) < 1e-9)
    t.strictSame([profile.share, measure('crossBorderShare').value], [share, share])
    t.strictSame([profile.eiIndex, measure('eiIndex').value], [eiIndex, eiIndex])
    t.ok(Math.abs(eiIndex! - (2 * across / work - 1)) < 1e-9)
    const { lower, upper } = measure('crossBorderShare')
    t.ok(lower! < share! && share! < upper!, 'the interval is about that number')
  })

  for (const language of ['en', 'de'] as const) {
    await t.test(`their policy paper has up to ${BODY_PAGES_MAX} pages before its annex, none of them half empty, ${language}`, async t => {
      const evidence = new Map<Stage, Exhibit[]>()
      for (const stage of STAGES) evidence.set(stage, await stageExhibits(stage, input, sayIn(language), { datesOf, profiles: async () => async () => null, resultsTold: true }))
      const paper = buildPolicyPaper({ ...paperInput(richState(), language, evidence), run: loaded.run })
      const pdf = await getDocument({ data: new Uint8Array((await writeDocument(paper, 'pdf')).body), verbosity: 0 }).promise
      const annex = (await pdf.getOutline()).at(-1)!
      const before = await pdf.getPageIndex((typeof annex.dest === 'string' ? await pdf.getDestination(annex.dest) : annex.dest)![0])
      t.ok(before <= BODY_PAGES_MAX, `${before} of ${pdf.numPages}`)
      // From the cover and the list of contents on.
      for (let n = 3; n <= before; n++) {
        const { items } = await (await pdf.getPage(n)).getTextContent()
        const lowest = Math.min(...items.flatMap(item => 'str' in item && item.str.trim() !== '' && item.transform[5] > FOOT ? [item.transform[5]] : []))
        t.ok(TOP - lowest > (TOP - FOOT) / 2, `page ${n} is filled down to ${Math.round(lowest)} of ${FOOT}`)
      }
    })
  }

  await t.test('every page, in its time', async t => {
    for (const stage of STAGES) {
      await shown(stage)
      const start = performance.now()
      const exhibits = await shown(stage)
      t.comment(`${stage}: ${exhibits.size} exhibits in ${Math.round(performance.now() - start)} ms`)
      for (const { key, figure } of exhibits.values()) if (figure !== null) t.equal(svgProblem(figure.svg), null, key)
    }
  })
})
