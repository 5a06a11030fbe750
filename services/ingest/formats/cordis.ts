/**
 * The files CORDIS publishes today (Horizon 2020 and Horizon Europe): organization.csv, one row per organisation and project, and
 * project.csv; legalBasis.csv adds programme parts, euroSciVoc.csv and topics.csv may lie beside them and are not used.
 */
import { OrganisationInput } from '../../contract/organisation.ts'
import { MembershipInput, NetworkInput } from '../../contract/network.ts'
import { TEXT_LENGTH_MAX } from '../../contract/scalars.ts'
import type { Draft, FormatContext, FormatReader, RowDrafts } from '../drafts.ts'
import { nameFromPic } from '../../contract/placeholder-name.ts'
import type { Notes } from '../notes.ts'
import { readHeadings, readRows } from '../read-rows.ts'
import type { ImportFile, ReadOptions } from '../read-rows.ts'
import type { Row } from '../row.ts'
import { ACTIVITY_KINDS, placeOf, PROJECT_ROLES, readIdentifiers, readWebsite } from './cordis-cells.ts'
import { legalBasisDomain, withPriorities } from './programme-parts.ts'
import { assignFiles } from './assign-files.ts'

const ROLES = {
  organisations: ['projectID', 'organisationID', 'name', 'country', 'role'],
  projects: ['id', 'acronym', 'startDate', 'endDate']
}
const BESIDE = [['projectID', 'legalBasis'], ['projectID', 'euroSciVocCode'], ['projectID', 'topic']]
const Membership = MembershipInput.omit({ organisation: true, network: true })
const PROGRAMMES: Record<string, string> = { H2020: 'Horizon 2020', HORIZON: 'Horizon Europe' }

/** What is needed of each project before its rows are met. */
interface Project { domains: Set<string>, members: Set<string> }

export async function openCordis (context: FormatContext): Promise<FormatReader> {
  const files = await assignFiles(context.files, ROLES, BESIDE, context.read)
  const legalBases = await filesWith(context.files, ['projectID', 'legalBasis'], context.read)
  const source = context.options.source === 'import' ? 'cordis' : context.options.source
  let projects: Map<string, Project> | undefined

  async function join (): Promise<Map<string, Project>> {
    const all = new Map<string, Project>()
    for await (const row of readRows(files.projects, ROLES.projects, context.read)) all.set(row.text('id'), { domains: new Set(domainsOf(row)), members: new Set() })
    for (const file of legalBases) {
      for await (const row of readRows(file, [], context.read)) for (const domain of domainsOf(row)) all.get(row.text('projectID'))?.domains.add(domain)
    }
    for await (const row of readRows(files.organisations, ROLES.organisations, context.read)) all.get(row.text('projectID'))?.members.add(row.text('organisationID'))
    return all
  }

  async function * read (notes: Notes): AsyncGenerator<RowDrafts> {
    projects ??= await join()
    for await (const row of readRows(files.projects, ROLES.projects, context.read)) yield { row, drafts: readProject(row, projects, notes) }
    for await (const row of readRows(files.organisations, ROLES.organisations, context.read)) yield { row, drafts: readParticipation(row, projects, notes) }
  }

  function readProject (row: Row, projects: Map<string, Project>, notes: Notes): Draft[] {
    const id = row.text('id')
    const project = projects.get(id)
    if (!/^\d+$/.test(id)) row.refuse('id', 'the number of a project')
    const title = row.text('title')
    if (title.length > TEXT_LENGTH_MAX) notes.add(`titles cut at ${TEXT_LENGTH_MAX} characters`)
    if (row.text('legalBasis').startsWith('HORIZON.')) notes.add('projects of Horizon Europe recorded under the part of Horizon 2020 that theirs continues')
    const [from, to] = [row.date('startDate'), row.date('endDate')]
    if (from === null) notes.add('projects without a start date')
    if (to === null) notes.add('projects without an end date')
    const programme = row.text('frameworkProgramme')
    const network = row.accept(NetworkInput, {
      kind: 'project',
      name: row.text('acronym') || `Project ${id}`,
      title: title.slice(0, TEXT_LENGTH_MAX) || null,
      programme: PROGRAMMES[programme] ?? (programme || null),
      from,
      to,
      domains: [...project?.domains ?? []].sort(),
      membersTotal: project === undefined || project.members.size === 0 ? null : project.members.size,
      externalKey: `cordis:${id}`,
      source
    }, { name: 'acronym', externalKey: 'id' })
    return network === null ? [] : [{ type: 'network', network: { ...network, externalKey: `${network.externalKey}` }, otherKeys: row.text('rcn') === '' ? [] : [`cordis:${row.text('rcn')}`] }]
  }

  function readParticipation (row: Row, projects: Map<string, Project>, notes: Notes): Draft[] {
    const project = projects.get(row.text('projectID'))
    if (project === undefined) row.refuse('projectID', 'the id of a project in the projects file')
    const role = PROJECT_ROLES.get(row.text('role'))
    if (role === undefined) row.refuse('role', `one of ${[...PROJECT_ROLES.keys()].join(', ')}`)
    const organisation = readOrganisation(row, project, notes)
    if (row.text('ecContribution') === '') notes.add('empty contributions kept as not stated')
    const membership = row.accept(Membership, { role: role ?? 'participant', contribution: row.number('ecContribution', row.text('ecContribution').includes(',')), source })
    if (row.text('endOfParticipation').toLowerCase() === 'true') notes.add('participations that ended before their project kept, as the source gives no date')
    if (membership === null) return organisation
    return [...organisation, { type: 'membership', membership, organisation: { text: `pic:${row.text('organisationID')}`, field: 'organisationID' }, network: { text: `cordis:${row.text('projectID')}`, field: 'projectID' } }]
  }

  function readOrganisation (row: Row, project: Project | undefined, notes: Notes): Draft[] {
    const kind = ACTIVITY_KINDS.get(row.text('activityType'))
    if (kind === undefined && row.text('activityType') !== '') row.refuse('activityType', `one of ${[...ACTIVITY_KINDS.keys()].join(', ')}`)
    if (row.text('activityType') === '') notes.add('organisations without an activity type recorded as other')
    const name = row.text('name') || nameFromPic(row.text('organisationID'))
    if (row.text('name') === '') notes.add('organisations without a name kept under their PIC')
    const place = placeOf(row, {
      country: row.text('country'), nutsCode: row.text('nutsCode'), city: row.textOrNull('city'), vintage: context.options.nutsVintage, precision: 'exact'
    }, readGeolocation(row, notes), context.reference, notes)
    const organisation = row.accept(OrganisationInput, {
      name,
      aliases: row.text('shortName') !== '' && row.text('shortName') !== name ? [row.text('shortName')] : [],
      kind: kind ?? 'other',
      sizeClass: row.text('SME').toLowerCase() === 'true' ? 'sme' : null,
      country: row.text('country'),
      ...place,
      domains: withPriorities(project?.domains ?? [], context.reference),
      identifiers: readIdentifiers(row, { pic: 'organisationID', vat: 'vatNumber' }, row.text('country'), notes),
      website: readWebsite(row, 'organizationURL', notes),
      source
    }, { identifiers: 'organisationID', aliases: 'shortName' })
    return organisation === null ? [] : [{ type: 'organisation', organisation, id: null, sharedVat: true }]
  }

  return {
    dataSource: {
      key: source, title: 'CORDIS projects and participants', publisher: 'Publications Office of the European Union, CORDIS', licence: 'CC BY 4.0',
      attribution: '© European Union, CORDIS', retrieved: null, website: 'https://cordis.europa.eu', synthetic: false
    },
    read
  }
}

const domainsOf = (row: Row): string[] => row.list('legalBasis').flatMap(legalBasis => legalBasisDomain(legalBasis) ?? [])

async function filesWith (files: ImportFile[], headings: string[], options: ReadOptions): Promise<ImportFile[]> {
  const found: ImportFile[] = []
  for (const file of files) {
    const present = new Set(await readHeadings(file, options))
    if (headings.every(heading => present.has(heading)) && !present.has('acronym')) found.push(file)
  }
  return found
}

/** "51.98,5.66" or "(51.98, 5.66)": latitude, longitude. */
function readGeolocation (row: Row, notes: Notes): { latitude: number, longitude: number } | null {
  const text = row.text('geolocation')
  if (text === '') return null
  const match = /^\(?\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\)?$/.exec(text)
  if (match !== null) return { latitude: Number(match[1]), longitude: Number(match[2]) }
  notes.add('geolocations that are not a latitude and a longitude left out', text)
  return null
}
