/** Which regions of the group work with each other already, and which do not. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { RegionPair } from '../evidence/region-pairs.ts'
import { column, count, decimal, why, withheld } from './exhibit.ts'
import { drawMatrix } from './matrix-figure.ts'
import type { MatrixCell } from './matrix-figure.ts'
import { countCautions } from './profile-cautions.ts'
import { isEmptyGroup } from './profile-shown.ts'
import type { ProfileShown } from './profile-shown.ts'
import { REGION_COLUMNS_MAX, regionCell, regionName } from './region-cells.ts'

const ROWS_SHOWN = 24
/** Pairs that the words for the picture name. */
const NAMED = 3

/** At least as much work as their volume alone would bring, as it is shown. */
const isStrong = ({ ratio }: RegionPair): boolean => ratio !== null && Math.round(ratio * 100) >= 100

export function regionPairsExhibit (shown: ProfileShown): Exhibit {
  const { input: { group: { parts } }, found: { pairs, positions }, say } = shown
  const any = positions.some(({ links }) => links > 0)
  const told = pairs.filter(pair => pair.told)
  const pairName = ({ a, b }: RegionPair): string => `${regionName(shown, a)} – ${regionName(shown, b)}`
  const most = told.filter(({ links }) => links > 0).sort((x, y) => y.links - x.links).slice(0, NAMED)
  const cellOf = (p: number, q: number): MatrixCell => {
    const pair = pairs.find(({ a, b }) => a === Math.min(p, q) && b === Math.max(p, q))
    return pair === undefined ? 'blank' : pair.told ? { count: pair.links, strong: isStrong(pair) } : 'unknown'
  }
  return {
    key: 'region-pairs', title: say.t('exhibit.region-pairs.title'), says: say.t('exhibit.region-pairs.says'), rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.region'), column(say, 'column.otherRegion'), column(say, 'column.links', 'number'), column(say, 'column.ratio', 'number')],
    rows: !any ? [] : pairs.map(pair => [regionCell(shown, pair.a), regionCell(shown, pair.b), ...(pair.told ? [count(say, pair.links), decimal(say, pair.ratio)] : [withheld(say), withheld(say)])]),
    figure: !any || parts.length > REGION_COLUMNS_MAX
      ? null
      : {
          svg: drawMatrix(parts.map((_, p) => regionName(shown, p)), parts.map((_, p) => ({ name: regionName(shown, p), strong: false, cells: parts.map((_, q) => cellOf(p, q)) })), value => say.number(value)),
          alt: say.t(most.length === 0 ? 'exhibit.region-pairs.altNone' : 'exhibit.region-pairs.alt', { none: told.filter(({ links }) => links === 0).length, of: told.length, list: say.list(most.map(pair => `${pairName(pair)} ${say.number(pair.links)}`)) })
        },
    cautions: any ? countCautions(shown) : [], ...why(say, any ? null : isEmptyGroup(shown) ? 'profile' : 'network-position')
  }
}
