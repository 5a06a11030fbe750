/** What a format makes of one row: entities and relations whose ends are still named the file's way. */
import type { z } from 'zod'
import type { ImportOptions } from '../contract/import.ts'
import type { LinkInput } from '../contract/link.ts'
import type { DataSource, MembershipInput, NetworkInput } from '../contract/network.ts'
import type { OrganisationInput } from '../contract/organisation.ts'
import type { Reference } from '../reference/reference.ts'
import type { ImportLimits } from './limits.ts'
import type { Notes } from './notes.ts'
import type { ImportFile, ReadOptions } from './read-rows.ts'
import type { Row } from './row.ts'

export interface OrganisationDraft {
  type: 'organisation'
  organisation: OrganisationInput
  /** Service id where the file gives one: the row then means that organisation. */
  id: string | null
  /** Sources that give one VAT number to several bodies: there the PIC alone tells them apart. */
  sharedVat: boolean
}
export interface NetworkDraft {
  type: 'network'
  network: NetworkInput & { externalKey: string }
  /** Other external keys under which the store may hold it already. */
  otherKeys: string[]
}
/** An organisation named in a file: service id, scheme:value, or key in the same source. */
export interface Endpoint { text: string, field: string }
export interface MembershipDraft {
  type: 'membership'
  membership: Omit<z.output<typeof MembershipInput>, 'organisation' | 'network'>
  organisation: Endpoint
  /** Service id or external key. */
  network: Endpoint
}
export interface LinkDraft {
  type: 'link'
  link: Omit<LinkInput, 'source' | 'target'>
  source: Endpoint
  target: Endpoint
}
export type Draft = OrganisationDraft | NetworkDraft | MembershipDraft | LinkDraft

/** A row with what it says; a row with problems says nothing. */
export interface RowDrafts { row: Row, drafts: Draft[] }

export interface FormatContext {
  files: ImportFile[]
  options: ImportOptions
  read: ReadOptions
  reference: Reference
  limits: ImportLimits
}

/** A format, ready to be read as often as needed; every reading gives the same drafts in the same order. */
export interface FormatReader {
  /** Who must be named when this data is shown; null: the source key of the options, with nothing more known. */
  dataSource: DataSource
  read: (notes: Notes) => AsyncGenerator<RowDrafts>
}
export type OpenFormat = (context: FormatContext) => Promise<FormatReader>
