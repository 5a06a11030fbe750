/** The group of each organisation of a snapshot, for measures that need groups. -1: none. */
import type { RunRequest } from '../contract/run.ts'
import { sharedInt32 } from '../snapshot/shared-arrays.ts'
import type { Coded, MultiCoded, Snapshot } from '../snapshot/snapshot.ts'

export interface Groups { groups: Int32Array, groupNames: string[] }

/** NUTS 2: the level that regional policy and its statistics use. Codes that stop above it name no region. */
const REGION_CODE_LENGTH = 4
/** NACE division, such as 10, manufacture of food products. */
const DIVISION_CODE_LENGTH = 2

export function groupsIn (snapshot: Snapshot, group: Exclude<RunRequest['group'], 'cluster'>): Groups {
  switch (group) {
    case 'country': return { groups: snapshot.country.codes, groupNames: snapshot.country.values }
    case 'kind': return { groups: snapshot.kind.codes, groupNames: snapshot.kind.values }
    case 'region': return grouped(wordsOf(snapshot.region).map(code => code === null || code.length < REGION_CODE_LENGTH ? null : code.slice(0, REGION_CODE_LENGTH)))
    case 'sector': return grouped(divisionsOf(snapshot.sectors, snapshot.names === undefined ? DIVISION_CODE_LENGTH : undefined))
  }
}

/** `word`: the group of an organisation by its id, null or undefined where it has none. */
export const groupsByWord = ({ ids }: Snapshot, word: (id: string) => string | null | undefined): Groups => grouped(ids.map(id => word(id) ?? null))

const wordsOf = ({ codes, values }: Coded): Array<string | null> => Array.from(codes, code => code < 0 ? null : values[code])

/** The one division all its sectors are in; null where there are several or none. `length` of the code of a division; without it the sectors of a table, which are what they are. */
function divisionsOf ({ offsets, codes, values }: MultiCoded, length: number | undefined): Array<string | null> {
  return Array.from({ length: offsets.length - 1 }, (_, i) => {
    const divisions = new Set(Array.from(codes.subarray(offsets[i], offsets[i + 1]), code => values[code].slice(0, length)))
    return divisions.size === 1 ? [...divisions][0] : null
  })
}

function grouped (words: Array<string | null>): Groups {
  const groupNames = [...new Set(words.filter(word => word !== null))].sort()
  const place = new Map(groupNames.map((name, group) => [name, group]))
  const groups = sharedInt32(words.length)
  words.forEach((word, i) => { groups[i] = word === null ? -1 : place.get(word) as number })
  return { groups, groupNames }
}
