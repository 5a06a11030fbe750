/** An indicator measured on a run: the first measurement is its baseline, and none is ever changed. */
import { createRandom } from '../analysis/random.ts'
import { SEED_DEFAULT } from '../contract/run.ts'
import { MEASUREMENTS_MAX } from '../contract/workspace-items.ts'
import type { ContentOf } from '../contract/workspace-items.ts'
import { ServiceError } from '../errors.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { chooseRegions, placeGroup } from './choose-regions.ts'
import { measureIndicator } from './evidence/indicator.ts'
import { need } from './may.ts'
import { changeWorkspace } from './workspace-records.ts'
import { settingsOf } from './workspace-state.ts'
import type { Standing } from './workspace-state.ts'
import { findOf } from './write-items.ts'
import type { Writing } from './write-items.ts'

/** The indicator with one measurement more. CONFLICT where it was measured on that run, or on a later one, or MEASUREMENTS_MAX times. */
export async function addMeasurement ({ store, workspace, by, reference, clock }: Writing, item: string, loaded: LoadedRun): Promise<Standing<ContentOf<'indicator'>>> {
  need(by, 'write indicator')
  const { run } = loaded
  const at = run.finishedAt ?? run.requestedAt
  const state = await changeWorkspace(store, workspace, by, null, clock, state => {
    const { id, version, content } = findOf(state, item, 'indicator')
    const { measurements, measure, domain } = content
    const last = measurements.at(-1)
    if (measurements.some(known => known.run === run.id)) throw new ServiceError('CONFLICT', `"${content.title}" was measured on ${run.id} already; start a new run first (POST /api/v1/runs).`)
    if (last !== undefined && last.at > at) throw new ServiceError('CONFLICT', `"${content.title}" was measured on ${last.run} of ${last.at.slice(0, 10)}, which is later than ${run.id} of ${at.slice(0, 10)}: what came before cannot be added now.`)
    if (measurements.length >= MEASUREMENTS_MAX) throw new ServiceError('CONFLICT', `"${content.title}" has ${MEASUREMENTS_MAX} measurements, as many as are kept; go on with another indicator.`)
    const group = placeGroup(chooseRegions(settingsOf(state).group, reference), loaded)
    const measured = measureIndicator({ loaded, group, measure, domain }, createRandom(SEED_DEFAULT))
    return [{ item: id, basedOn: version, content: { ...content, measurements: [...measurements, { run: run.id, at, ...measured }] } }]
  })
  return findOf(state, item, 'indicator')
}
