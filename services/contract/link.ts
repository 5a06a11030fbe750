/** A link between two organisations. Supply runs source -> target, seller to buyer; collaboration has no direction. */
import { z } from 'zod'
import { LINK_KINDS } from './vocabulary.ts'
import { Id, NaceCode, PartialDate, RequiredText, Share, Text, Timestamp, Weight } from './scalars.ts'

export const LinkInput = z.object({
  kind: z.enum(LINK_KINDS),
  source: Id.describe('organisation the link starts from: seller, owner or licensor'),
  target: Id.describe('organisation the link ends at: buyer, owned or licensee'),
  weight: Weight.default(1).describe('strength; larger is closer'),
  product: Text.nullable().default(null),
  sector: NaceCode.nullable().default(null),
  from: PartialDate.nullable().default(null),
  to: PartialDate.nullable().default(null),
  evidence: Text.nullable().default(null).describe('document, contract or address that shows the link'),
  confidence: Share.default(1),
  dataSource: RequiredText.default('manual').describe('key of the data source, see /api/v1/sources')
})
export type LinkInput = z.infer<typeof LinkInput>

export const Link = LinkInput.extend({ id: Id, updatedAt: Timestamp })
export type Link = z.infer<typeof Link>
