/** What regions have declared, taken into a workspace: codes that are there, and for priorities in words alone those that their words suggest, which wait for somebody to confirm them. */
import { isDeepStrictEqual } from 'node:util'
import type { DeclaredPriority } from '../contract/declared-priorities.ts'
import type { ContentOf } from '../contract/workspace-items.ts'
import { DeclaredItem } from '../contract/workspace-items.ts'
import { ServiceError } from '../errors.ts'
import { needOpen } from './check-item.ts'
import { isSameRegion } from './choose-regions.ts'
import { needWrite } from './may.ts'
import { takeIntoWorkspace } from './suggest-mapping.ts'
import { changeWorkspace } from './workspace-records.ts'
import type { Edit } from './workspace-records.ts'
import { itemsOf, settingsOf } from './workspace-state.ts'
import type { Writing } from './write-items.ts'

/** Codes of the group: taken, as they were already, declared nothing that is known; regions that are given but not in the group; and what stood there before and was not given: the history alone has it now. */
export interface Taken { taken: string[], same: string[], silent: string[], elsewhere: string[], gone: Array<{ region: string, title: string }> }

/**
 * One change for all regions, or none. `given`: by region, whatever vintage its code is of. `only`: these regions of the group; a region is taken only where the role may. What people have confirmed
 * stays for priorities of the same title. INVALID_INPUT for a region that is not in the group.
 */
export async function takeDeclared (writing: Writing, given: ReadonlyMap<string, readonly DeclaredPriority[]>, only: readonly string[] | null): Promise<Taken> {
  const { store, workspace, by, reference, clock } = writing
  const told: Taken = { taken: [], same: [], silent: [], elsewhere: [], gone: [] }
  await changeWorkspace(store, workspace, by, null, clock, state => {
    const { regions } = settingsOf(state).group
    const isOf = (a: string, b: string): boolean => isSameRegion(a, b, reference)
    const stranger = only?.find(code => !regions.some(region => isOf(region, code)))
    if (stranger !== undefined) throw new ServiceError('INVALID_INPUT', `Region ${stranger} is not in the group, which has ${regions.join(', ')}.`, { errors: [{ path: 'regions', value: stranger, message: 'is not in the group' }] })
    Object.assign(told, { taken: [], same: [], silent: [], gone: [], elsewhere: [...given.keys()].filter(code => !regions.some(region => isOf(region, code))) })
    return regions.filter(region => only?.some(code => isOf(region, code)) ?? true).flatMap((region): Edit[] => {
      const priorities = [...given].find(([code]) => isOf(code, region))?.[1]
      if (priorities === undefined) {
        told.silent.push(region)
        return []
      }
      const before = itemsOf(state, 'declared').find(({ content }) => isOf(content.region, region))
      const content = DeclaredItem.parse({ type: 'declared', region, priorities: priorities.map(priority => keepConfirmed(takeIntoWorkspace(priority, reference), before?.content)) })
      needWrite(by, content, before ?? null)
      needOpen(content, before ?? null, state)
      if (before !== undefined && isDeepStrictEqual(before.content, content)) {
        told.same.push(region)
        return []
      }
      told.taken.push(region)
      told.gone.push(...(before?.content.priorities ?? []).filter(({ title }) => !priorities.some(priority => priority.title === title)).map(({ title }) => ({ region, title })))
      return [{ item: before?.id ?? null, basedOn: before?.version ?? 0, content }]
    })
  })
  return told
}

type Priority = ContentOf<'declared'>['priorities'][number]

function keepConfirmed (priority: Priority, before: ContentOf<'declared'> | undefined): Priority {
  const known = before?.priorities.find(({ title, mapping }) => title === priority.title && mapping === 'confirmed')
  const hasOwn = priority.mapping === 'declared' && priority.domains.length + priority.sectors.length > 0
  return known === undefined || hasOwn ? priority : { ...priority, domains: known.domains, sectors: known.sectors, mapping: 'confirmed' }
}
