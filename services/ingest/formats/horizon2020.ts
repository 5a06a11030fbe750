/**
 * Horizon 2020 research files: organisations (pic, country, type, ...), projects (rcn, n_orgs, programme_part, ...) and
 * participations (rcn, pic, role, contribution), joined by pic and rcn. Also the layout of seeds/horizon2020, which adds ror,
 * wikidata, latitude and longitude to the organisations.
 */
import { OrganisationInput } from '../../contract/organisation.ts'
import { MembershipInput, NetworkInput } from '../../contract/network.ts'
import type { Draft, FormatContext, FormatReader, RowDrafts } from '../drafts.ts'
import { nameFromPic } from '../../contract/placeholder-name.ts'
import type { Notes } from '../notes.ts'
import { readRows } from '../read-rows.ts'
import type { Row } from '../row.ts'
import { ACTIVITY_KINDS, PROJECT_ROLES, readIdentifiers, readStatedPlace, readWebsite } from './cordis-cells.ts'
import { partDomain, withPriorities } from './programme-parts.ts'
import { assignFiles } from './assign-files.ts'

const ROLES = {
  organisations: ['pic', 'country', 'type', 'name'],
  projects: ['rcn', 'n_orgs', 'programme_part', 'start_date', 'end_date'],
  participations: ['rcn', 'pic', 'role', 'contribution']
}
const Membership = MembershipInput.omit({ organisation: true, network: true })

/** What the organisations file does not say of itself: programme parts and, where it has none, the country. */
interface Joined { domainsByRcn: Map<string, string[]>, keyByRcn: Map<string, string>, domainsByPic: Map<string, Set<string>>, countryByPic: Map<string, string> }

export async function openHorizon2020 (context: FormatContext): Promise<FormatReader> {
  const files = await assignFiles(context.files, ROLES, [], context.read)
  const source = context.options.source === 'import' ? 'horizon2020' : context.options.source
  let joined: Joined | undefined

  async function join (): Promise<Joined> {
    const all: Joined = { domainsByRcn: new Map(), keyByRcn: new Map(), domainsByPic: new Map(), countryByPic: new Map() }
    for await (const row of readRows(files.projects, ROLES.projects, context.read)) {
      all.keyByRcn.set(row.text('rcn'), `cordis:${row.text('project_id') || row.text('rcn')}`)
      all.domainsByRcn.set(row.text('rcn'), row.list('programme_part').flatMap(part => partDomain(part) ?? []))
    }
    for await (const row of readRows(files.participations, ROLES.participations, context.read)) {
      const domains = all.domainsByPic.get(row.text('pic')) ?? new Set<string>()
      for (const domain of all.domainsByRcn.get(row.text('rcn')) ?? []) domains.add(domain)
      all.domainsByPic.set(row.text('pic'), domains)
      if (row.text('country') !== '') all.countryByPic.set(row.text('pic'), row.text('country'))
    }
    return all
  }

  async function * read (notes: Notes): AsyncGenerator<RowDrafts> {
    joined ??= await join()
    for await (const row of readRows(files.organisations, ROLES.organisations, context.read)) yield { row, drafts: readOrganisation(row, joined, notes) }
    for await (const row of readRows(files.projects, ROLES.projects, context.read)) yield { row, drafts: readProject(row, joined, notes) }
    for await (const row of readRows(files.participations, ROLES.participations, context.read)) yield { row, drafts: readParticipation(row, joined, notes) }
  }

  function readOrganisation (row: Row, joined: Joined, notes: Notes): Draft[] {
    const pic = row.text('pic')
    const kind = ACTIVITY_KINDS.get(row.text('type'))
    if (kind === undefined) row.refuse('type', `one of ${[...ACTIVITY_KINDS.keys()].join(', ')}`)
    if (row.text('name') === '') notes.add('organisations without a name kept under their PIC')
    if (row.text('country') === '' && joined.countryByPic.has(pic)) notes.add('organisations without a country take the one of their participations', `PIC ${pic}`)
    const country = row.text('country') || joined.countryByPic.get(pic) || ''
    const short = row.text('short')
    const name = row.text('name') || nameFromPic(pic)
    const place = readStatedPlace(row, { country, nutsCode: row.text('nuts3'), city: row.textOrNull('city'), vintage: context.options.nutsVintage, precision: 'estimated' }, context.reference, notes)
    const organisation = row.accept(OrganisationInput, {
      name,
      aliases: short !== '' && short !== name ? [short] : [],
      kind: kind ?? 'other',
      sizeClass: row.text('sme') === 'Yes' ? 'sme' : null,
      country,
      ...place,
      domains: withPriorities(joined.domainsByPic.get(pic) ?? [], context.reference),
      identifiers: readIdentifiers(row, { pic: 'pic', vat: 'vat', ror: 'ror', wikidata: 'wikidata' }, country, notes),
      website: readWebsite(row, 'url', notes),
      source
    }, { identifiers: 'pic', aliases: 'short' })
    return organisation === null ? [] : [{ type: 'organisation', organisation, id: null, sharedVat: true }]
  }

  function readProject (row: Row, joined: Joined, notes: Notes): Draft[] {
    const rcn = row.text('rcn')
    if (!/^\d+$/.test(rcn)) row.refuse('rcn', 'the number of a project')
    const [from, to] = [row.date('start_date'), row.date('end_date')]
    if (from === null) notes.add('projects without a start date')
    if (to === null) notes.add('projects without an end date')
    const unknownPart = row.list('programme_part').find(part => partDomain(part) === null)
    if (unknownPart !== undefined) notes.add('programme parts that are not known left out', unknownPart)
    const network = row.accept(NetworkInput, {
      kind: 'project',
      name: row.text('acronym') || `Project ${row.text('project_id') || rcn}`,
      programme: 'Horizon 2020',
      from,
      to,
      domains: joined.domainsByRcn.get(rcn) ?? [],
      membersTotal: row.number('n_orgs', false),
      externalKey: joined.keyByRcn.get(rcn),
      source
    }, { name: 'acronym', membersTotal: 'n_orgs', domains: 'programme_part', externalKey: 'rcn' })
    return network === null ? [] : [{ type: 'network', network: { ...network, externalKey: `${network.externalKey}` }, otherKeys: [`cordis:${rcn}`] }]
  }

  function readParticipation (row: Row, joined: Joined, notes: Notes): Draft[] {
    const role = PROJECT_ROLES.get(row.text('role'))
    if (role === undefined) row.refuse('role', `one of ${[...PROJECT_ROLES.keys()].join(', ')}`)
    const stated = row.text('contribution') !== '' && row.text('contribution') !== 'NA'
    if (!stated) notes.add('empty contributions kept as not stated')
    const network = joined.keyByRcn.get(row.text('rcn'))
    if (network === undefined) row.refuse('rcn', 'the rcn of a project in the projects file')
    const membership = row.accept(Membership, { role: role ?? 'participant', contribution: stated ? row.number('contribution', context.options.decimalComma) : null, source })
    if (membership === null || network === undefined) return []
    return [{ type: 'membership', membership, organisation: { text: `pic:${row.text('pic')}`, field: 'pic' }, network: { text: network, field: 'rcn' } }]
  }

  return {
    dataSource: {
      key: source, title: 'Horizon 2020 projects and participants, as of 14 December 2020', publisher: 'Publications Office of the European Union, CORDIS', licence: 'CC BY 4.0',
      attribution: '© European Union, CORDIS', retrieved: '2020-12-14', website: 'https://cordis.europa.eu', synthetic: false
    },
    read
  }
}
