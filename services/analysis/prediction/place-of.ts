/** A name that a reader typed -> its place in the list; a name that is not there is refused, with names that look like it. */
import { MeasureError } from '../measure-error.ts'

const SHOWN = 3

/** `what`: as in "no organisation has the id"; `option`: where it was typed. */
export function placeOf (names: readonly string[], name: string, what: string, option: string): number {
  const place = names.indexOf(name)
  if (place >= 0) return place
  const folded = name.toLowerCase()
  const alike = names.filter(each => each.toLowerCase().startsWith(folded) || folded.startsWith(each.toLowerCase())).slice(0, SHOWN)
  throw new MeasureError(`no ${what} "${name}", which the option "${option}" names; ${alike.length === 0 ? 'take it as it stands in the data' : `there is ${alike.map(each => `"${each}"`).join(', ')}`}.`)
}
