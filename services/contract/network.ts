/** A network that organisations belong to (project, cluster body, consortium, association, value chain), and the belonging. */
import { z } from 'zod'
import { MEMBERSHIP_ROLES, NETWORK_KINDS } from './vocabulary.ts'
import { DomainCode, Id, LIST_LENGTH_MAX, PartialDate, RequiredText, Text, Timestamp } from './scalars.ts'

export const NetworkInput = z.object({
  kind: z.enum(NETWORK_KINDS),
  name: RequiredText,
  title: Text.nullable().default(null),
  programme: Text.nullable().default(null),
  from: PartialDate.nullable().default(null),
  to: PartialDate.nullable().default(null),
  domains: z.array(DomainCode).max(LIST_LENGTH_MAX).default([]),
  membersTotal: z.number().int().min(0).nullable().default(null).describe('members in the source, also those outside this store'),
  externalKey: Text.nullable().default(null).describe('key in the source, such as cordis:633053'),
  source: RequiredText.default('manual')
})
export type NetworkInput = z.infer<typeof NetworkInput>
export const Network = NetworkInput.extend({ id: Id, updatedAt: Timestamp })
export type Network = z.infer<typeof Network>

export const MembershipInput = z.object({
  organisation: Id,
  network: Id,
  role: z.enum(MEMBERSHIP_ROLES).default('member'),
  contribution: z.number().finite().nullable().default(null).describe('money received or paid in, EUR; null: not stated'),
  from: PartialDate.nullable().default(null),
  to: PartialDate.nullable().default(null),
  source: RequiredText.default('manual')
})
export type MembershipInput = z.infer<typeof MembershipInput>
export const Membership = MembershipInput.extend({ id: Id, updatedAt: Timestamp })
export type Membership = z.infer<typeof Membership>

/** Where data came from, with what must be said when it is shown or passed on. */
export const DataSource = z.object({
  key: RequiredText, title: RequiredText, publisher: Text.nullable().default(null), licence: RequiredText, attribution: RequiredText,
  retrieved: PartialDate.nullable().default(null), website: Text.nullable().default(null), synthetic: z.boolean().default(false)
})
export type DataSource = z.infer<typeof DataSource>
