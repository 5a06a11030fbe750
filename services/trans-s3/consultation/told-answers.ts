/**
 * Which groups of those who answered may be told, so that no answer of fewer than `min` people is told, or can be worked out from what is.
 *
 * People are split twice, by helix group and by region; told are sums over groups of each split and over everybody, with how many people are in each. Groups of fewer than `min` are
 * withheld. Everybody less the groups told is the sum of those withheld, so these must be `min` people together: else the smallest group told is withheld with them (complementary suppression).
 * Between the two splits it is worse: three scientists who are, but for one more person, all of one region give this person away. Any sum that can be worked out lies between a union of groups of one
 * split and a union of groups of the other; where the two differ by 1 to min - 1 people, the smallest region told is withheld too, until no such pair is left: helix groups are what the method asks for.
 * Exact for whatever adding and subtracting can tell, O(2^helix groups x regions) a round. This project's own rule; for counts see services/reports/suppress.ts.
 */
export interface Answering { helix: string | null, region: string | null }
/** Names of groups that may be told. Who names none is in none, and in everybody. */
export interface ToldGroups { everybody: boolean, helix: string[], regions: string[] }

export function toldGroups (people: readonly Answering[], min: number): ToldGroups {
  if (people.length < min) return { everybody: false, helix: [], regions: [] }
  const helix = toldOf(people.map(each => each.helix), min)
  const regions = toldOf(people.map(each => each.region), min)
  while (regions.length > 0 && isTelling(people, helix, regions, min)) withholdSmallest(people.map(({ region }) => region), regions, min)
  return { everybody: true, helix, regions }
}

/** Groups of one split, the greatest first, then by name. */
function toldOf (groups: ReadonlyArray<string | null>, min: number): string[] {
  const told = [...sizesOf(groups)].filter(([, size]) => size >= min).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([group]) => group)
  while (told.length > 0 && isLeftAlone(groups, told, min)) told.pop()
  return told
}

function withholdSmallest (groups: ReadonlyArray<string | null>, told: string[], min: number): void {
  told.pop()
  while (told.length > 0 && isLeftAlone(groups, told, min)) told.pop()
}

/** Whether those in no group told are so few that their sum would tell them. */
function isLeftAlone (groups: ReadonlyArray<string | null>, told: readonly string[], min: number): boolean {
  const left = groups.filter(group => group === null || !told.includes(group)).length
  return left > 0 && left < min
}

/** Whether a union of groups of one split and one of the other differ by a few people. For each union of helix groups the nearest union of regions takes those regions that are mostly in it. */
function isTelling (people: readonly Answering[], helix: readonly string[], regions: readonly string[], min: number): boolean {
  const placeIn = (told: readonly string[], group: string | null): number => (group === null ? -1 : told.indexOf(group)) + 1
  const counts = Array.from({ length: helix.length + 1 }, () => new Array<number>(regions.length + 1).fill(0))
  for (const each of people) counts[placeIn(helix, each.helix)][placeIn(regions, each.region)]++
  for (let union = 0; union < 2 ** (helix.length + 1); union++) {
    const apart = Array.from({ length: regions.length + 1 }, (_, r) => {
      const inside = counts.reduce((sum, row, h) => sum + ((union >> h & 1) === 1 ? row[r] : 0), 0)
      return Math.min(inside, counts.reduce((sum, row) => sum + row[r], 0) - inside)
    }).reduce((sum, each) => sum + each, 0)
    if (apart > 0 && apart < min) return true
  }
  return false
}

function sizesOf (groups: ReadonlyArray<string | null>): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const group of groups) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return sizes
}
