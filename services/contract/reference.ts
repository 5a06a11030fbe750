/** Reference data: codes with names, as served by /api/v1/reference. */
import { z } from 'zod'
import { NUTS_VINTAGES, DOMAIN_TAXONOMIES } from './vocabulary.ts'

export const Country = z.object({ code: z.string(), alpha3: z.string().describe('ISO 3166-1 alpha-3'), name: z.string(), namePl: z.string(), nutsCode: z.string().nullable(), latitude: z.number(), longitude: z.number() })
export const NutsRegion = z.object({ code: z.string(), vintage: z.enum(NUTS_VINTAGES), level: z.number().int().min(0).max(3), country: z.string(), name: z.string(), parent: z.string().nullable(), latitude: z.number(), longitude: z.number() })
export const Sector = z.object({ code: z.string(), level: z.number().int().min(1).max(4), parent: z.string().nullable(), name: z.string() })
export const Domain = z.object({
  code: z.string(), taxonomy: z.enum(DOMAIN_TAXONOMIES), name: z.string(), namePl: z.string(), shortName: z.string(), shortNamePl: z.string(), thematic: z.boolean().describe('false: says how work was funded, not what it is about; never names a cluster on its own'),
  s3: z.array(z.string()).describe('Trans-S3 priorities this programme part serves')
})
export type Country = z.infer<typeof Country>
export type NutsRegion = z.infer<typeof NutsRegion>
export type Sector = z.infer<typeof Sector>
export type Domain = z.infer<typeof Domain>
