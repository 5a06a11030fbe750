/**
 * One side of a pair that bridges stand between: any filter of a run's organisations, written on one line.
 *
 *   cluster:C6      country:PL,LT      region:PL84;kind:company      domain:h2020:SC2;country:SE
 *
 * Keys are joined by semicolons and must all hold; values by commas, any of them will do. A region includes what lies in it.
 */
import { z } from 'zod'
import { DomainCode, FilteredCountry, NaceCode, NutsCode } from './scalars.ts'
import { ORGANISATION_KINDS, SIZE_CLASSES } from './vocabulary.ts'

/** Longest text of a side, and most values of one key: what a person reads, not a list of members. */
export const SIDE_TEXT_MAX = 500
export const SIDE_VALUES_MAX = 50

const ClusterCode = z.string().trim().toUpperCase().regex(/^C[1-9]\d{0,5}$/, 'expected a cluster code such as C6')
/** In the order they are written. */
const SIDE_VALUES = {
  cluster: ClusterCode,
  country: FilteredCountry,
  region: NutsCode,
  kind: z.enum(ORGANISATION_KINDS),
  sizeClass: z.enum(SIZE_CLASSES),
  domain: DomainCode,
  sector: NaceCode
} as const
export const SIDE_KEYS = Object.keys(SIDE_VALUES) as Array<keyof typeof SIDE_VALUES>
export type SideKey = typeof SIDE_KEYS[number]

/** Values by key; at least one key. */
export type Side = { [Key in SideKey]?: Array<z.infer<typeof SIDE_VALUES[Key]>> }

const FORM = 'expected a side such as cluster:C6, country:PL,LT or region:PL84;kind:company'

/** Text -> values by key, or what is wrong with it and where. */
export const SideText = z.string().max(SIDE_TEXT_MAX).transform((text, context): Side => {
  const side: Record<string, string[]> = {}
  const refuse = (message: string): Side => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  const parts = text.split(';').map(part => part.trim()).filter(part => part !== '')
  if (parts.length === 0) return refuse(`is empty; ${FORM}`)
  for (const part of parts) {
    const colon = part.indexOf(':')
    const key = (colon < 0 ? part : part.slice(0, colon)).trim()
    if (!isSideKey(key)) return refuse(`"${key.slice(0, 40)}" is no key of a side, which are ${SIDE_KEYS.join(', ')}; ${FORM}`)
    if (key in side) return refuse(`"${key}" stands there twice; put its values into one list, such as ${key}:ONE,TWO`)
    const values = part.slice(colon + 1).split(',').map(value => value.trim()).filter(value => value !== '')
    if (colon < 0 || values.length === 0) return refuse(`"${key}" names no value; ${FORM}`)
    if (values.length > SIDE_VALUES_MAX) return refuse(`"${key}" has ${values.length} values; at most ${SIDE_VALUES_MAX} make one side`)
    const read = z.array(SIDE_VALUES[key] as z.ZodType<string, string>).safeParse(values)
    if (!read.success) {
      const { path, message } = read.error.issues[0]
      return refuse(`"${(values[Number(path[0])] ?? '').slice(0, 40)}" of ${key}: ${message}`)
    }
    side[key] = [...new Set(read.data)]
  }
  return side as Side
})

const isSideKey = (key: string): key is SideKey => (SIDE_KEYS as string[]).includes(key)

/** The one text of a side: keys in their order, values as given. */
export const sideText = (side: Side): string =>
  SIDE_KEYS.flatMap(key => side[key] === undefined ? [] : [`${key}:${side[key].join(',')}`]).join(';')

/** The question that feedback on bridges holds for: between these two, whichever is named first. */
export const bridgesContext = (a: Side, b: Side): string => `bridges ${[sideText(a), sideText(b)].sort().join(' ~ ')}`
