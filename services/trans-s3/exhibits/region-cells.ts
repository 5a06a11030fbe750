/** Regions of the group as cells and columns. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { WorkspaceInput } from '../evidence/evidence-input.ts'
import type { Say } from '../words/say.ts'
import { named } from './exhibit.ts'
import type { Cell, Names } from './exhibit.ts'

/** Regions with a column of their own in a table: more do not stand side by side on a page. */
export const REGION_COLUMNS_MAX = 10

interface Shown { input: Pick<WorkspaceInput, 'group'>, say: Say, names: Names }

/** `p`: place of the region; as many as there are regions: the whole group. */
export const regionName = ({ input: { group: { parts } }, say, names }: Shown, p: number): string => p < parts.length ? names.region(parts[p]) : say.t('word.group')
export const regionCell = (shown: Shown, p: number): Cell => ({ ...named(shown.input.group.parts[p]?.asked ?? 'group', regionName(shown, p)), strong: p === shown.input.group.parts.length })
export const regionList = (shown: Shown, places: readonly number[]): Cell => ({ value: places.map(p => shown.input.group.parts[p].asked).join('; '), text: places.map(p => regionName(shown, p)).join(', ') })
/** Of the first regions, as many as stand side by side. */
export const regionColumns = (shown: Shown): Exhibit['columns'] =>
  shown.input.group.parts.slice(0, REGION_COLUMNS_MAX).map((part, p) => ({ key: part.asked, head: regionName(shown, p), kind: 'number' }))
