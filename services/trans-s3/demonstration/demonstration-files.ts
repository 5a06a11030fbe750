/** The files of seeds/trans-s3: what the regions had declared, what the project published, and the domains that the demonstration joins of both. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { readPriorities } from '../../casework/priorities-file.ts'
import { readWholeFile, reportOfFile } from '../../casework/whole-file.ts'
import type { GivenFile } from '../../casework/whole-file.ts'
import type { DeclaredPriority } from '../../contract/declared-priorities.ts'
import { ServiceError } from '../../errors.ts'
import type { Row } from '../../ingest/row.ts'
import type { Reference } from '../../reference/reference.ts'

/** `code`: of NACE with `nace:` before it, or a theme. */
export interface Published { code: string, title: string, source: string, website: string }
/** `published`: codes that it joins. */
export interface JointDomain { title: string, published: string[], sectors: string[], technologies: string[], themes: string[], knowledge: string[], from: Array<{ region: string, title: string }> }
export interface DemonstrationFiles { declared: Map<string, DeclaredPriority[]>, published: Published[], domains: JointDomain[] }

/** They come with the service: that one cannot be used is a fault of it. */
export async function readDemonstrationFiles (folder: string, reference: Reference): Promise<DemonstrationFiles> {
  const { declared, report } = await readPriorities(given(folder, 'declared-priorities.csv'), reference)
  needUsable('declared-priorities.csv', report)
  const published = await readRows(folder, 'joint-priorities.csv', ['code', 'title', 'source', 'website'], row => ({ code: row.text('code'), title: row.text('title'), source: row.text('source'), website: row.text('website') }))
  const domains = await readRows(folder, 'joint-domains.csv', ['title', 'published', 'sectors', 'technologies', 'themes', 'knowledge', 'from'], row => ({
    title: row.text('title'), published: row.list('published'), sectors: row.list('sectors'), technologies: row.list('technologies'), themes: row.list('themes'), knowledge: row.list('knowledge'),
    from: row.list('from').map(each => ({ region: each.slice(0, each.indexOf(':')), title: each.slice(each.indexOf(':') + 1).trim() }))
  }))
  return { declared, published, domains }
}

async function readRows <Read> (folder: string, name: string, columns: string[], take: (row: Row) => Read): Promise<Read[]> {
  const rows: Read[] = []
  const file = given(folder, name)
  needUsable(name, reportOfFile(file, await readWholeFile(file, { required: columns, known: columns, rowsMax: 100, bytesMax: 100_000, split: 'shorten it' }, row => { rows.push(take(row)) })))
  return rows
}

const given = (folder: string, name: string): GivenFile => ({ dryRun: true, encoding: 'utf-8', file: { name, open: () => createReadStream(join(folder, name)) } })

function needUsable (name: string, { problem, errors }: Pick<ReturnType<typeof reportOfFile>, 'problem' | 'errors'>): void {
  if (problem !== null) throw new ServiceError('INTERNAL', `seeds/trans-s3/${name} cannot be used: ${problem} ${JSON.stringify(errors[0])}`)
}
