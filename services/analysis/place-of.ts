/** Names that a reader typed -> their places in a list; a name that is not there is refused, with names that look like it. */
import { MeasureError } from './measure-error.ts'

/** Names like the one refused that are told. */
const SHOWN = 3

/** `what`: as in "no organisation has the id"; `option`: where they were typed. Throws MeasureError. O(names). */
export function placesOf (names: readonly string[], wanted: readonly string[], what: string, option: string): number[] {
  if (wanted.length === 0) return []
  const place = new Map(names.map((name, at) => [name, at]))
  return wanted.map(name => place.get(name) ?? refuse(names, name, what, option))
}

export const placeOf = (names: readonly string[], name: string, what: string, option: string): number => placesOf(names, [name], what, option)[0]

function refuse (names: readonly string[], name: string, what: string, option: string): never {
  const folded = name.toLowerCase()
  const alike = names.filter(each => each.toLowerCase().startsWith(folded) || folded.startsWith(each.toLowerCase())).slice(0, SHOWN)
  throw new MeasureError(`no ${what} "${name}", which the option "${option}" names; ${alike.length === 0 ? 'take it as it stands in the data' : `there is ${alike.map(each => `"${each}"`).join(', ')}`}.`)
}
