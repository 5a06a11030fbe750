/** Reference data and data sources. */
import { z } from 'zod'
import { decimal } from '../contract/decimal.ts'
import { DataSource } from '../contract/network.ts'
import { Country, Domain, NutsRegion, Sector } from '../contract/reference.ts'
import { CountryCode, NutsVintage } from '../contract/scalars.ts'
import { findSources } from './parts.ts'
import type { RoutePlugin } from './parts.ts'

const TAGS = ['reference']
const items = <Item extends z.ZodType>(item: Item) => ({ 200: z.object({ items: z.array(item) }) })
const RegionQuery = z.object({ vintage: NutsVintage.default('2024'), country: CountryCode.optional(), level: decimal(z.number().int().min(0).max(3)).optional() })

export const referenceRoutes: RoutePlugin = (app, parts) => {
  const { reference } = parts
  app.get('/reference/countries', { schema: { tags: TAGS, summary: 'List countries', description: 'ISO 3166-1 alpha-2 and alpha-3, with the code NUTS uses where it differs.', response: items(Country) } }, async () => ({ items: reference.countries }))
  app.get<{ Querystring: z.infer<typeof RegionQuery> }>('/reference/regions', {
    schema: { tags: TAGS, summary: 'List NUTS regions', description: 'Of one vintage (2016 and 2024 are held), with centroids.', querystring: RegionQuery, response: items(NutsRegion) }
  }, async ({ query }) => {
    const country = query.country === undefined ? undefined : reference.country(query.country)?.nutsCode ?? query.country
    return { items: reference.regions.filter(region => region.vintage === query.vintage && (country === undefined || region.country === country || region.country === query.country) && (query.level === undefined || region.level === query.level)) }
  })
  app.get('/reference/sectors', { schema: { tags: TAGS, summary: 'List sectors', description: 'NACE Rev. 2, all four levels.', response: items(Sector) } }, async () => ({ items: reference.sectors }))
  app.get('/reference/domains', { schema: { tags: TAGS, summary: 'List domains', description: 'Trans-S3 priorities and Horizon 2020 programme parts, with the priorities each part serves.', response: items(Domain) } }, async () => ({ items: reference.domains }))
  app.get('/sources', { schema: { tags: TAGS, summary: 'List data sources', description: 'Where the data came from, with licence and the line to show.', response: items(DataSource) } }, async () => ({ items: await findSources(parts) }))
}
