/**
 * An indicator measured on a run: the first measurement is its baseline, and none is ever changed.
 *
 * What is measured later compares with the baseline only where both runs made links of the data in the same way, and, for clusters, searched them in the same way: a change of settings would read as a change of the
 * regions. Where the baseline's run is not in the store, as after a workspace came over from another service, nothing says how it was made, and nothing is added.
 */
import { createRandom } from '../analysis/random.ts'
import { SEED_DEFAULT } from '../contract/run.ts'
import type { Run } from '../contract/run.ts'
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

export interface MeasuredOn {
  loaded: LoadedRun
  /** Runs by id; null where the store has none. */
  runOf: (id: string) => Promise<Run | null>
}

/** The indicator with one measurement more. CONFLICT where it was measured on that run, or on a later one, or with other settings, or MEASUREMENTS_MAX times. */
export async function addMeasurement ({ store, workspace, by, reference, clock }: Writing, item: string, { loaded, runOf }: MeasuredOn): Promise<Standing<ContentOf<'indicator'>>> {
  need(by, 'write indicator')
  const { run } = loaded
  const at = run.finishedAt ?? run.requestedAt
  const state = await changeWorkspace(store, workspace, by, null, clock, async state => {
    const { id, version, content } = findOf(state, item, 'indicator')
    const { measurements, measure, domain } = content
    const last = measurements.at(-1)
    if (measurements.some(known => known.run === run.id)) throw new ServiceError('CONFLICT', `"${content.title}" was measured on ${run.id} already; start a new run first (POST /api/v1/runs).`)
    if (last !== undefined && last.at > at) throw new ServiceError('CONFLICT', `"${content.title}" was measured on ${last.run} of ${last.at.slice(0, 10)}, which is later than ${run.id} of ${at.slice(0, 10)}: what came before cannot be added now.`)
    if (measurements.length >= MEASUREMENTS_MAX) throw new ServiceError('CONFLICT', `"${content.title}" has ${MEASUREMENTS_MAX} measurements, as many as are kept; go on with another indicator.`)
    if (measurements.length > 0) needSameMethod(content, run, await runOf(measurements[0]!.run))
    const group = placeGroup(chooseRegions(settingsOf(state).group, reference), loaded)
    const measured = measureIndicator({ loaded, group, measure, domain }, createRandom(SEED_DEFAULT))
    return [{ item: id, basedOn: version, content: { ...content, measurements: [...measurements, { run: run.id, at, ...measured }] } }]
  })
  return findOf(state, item, 'indicator')
}

/** CONFLICT with every setting that is not as it was. */
function needSameMethod ({ title, measure, measurements }: ContentOf<'indicator'>, run: Run, baseline: Run | null): void {
  if (baseline === null) throw new ServiceError('CONFLICT', `"${title}" has its baseline from ${measurements[0]!.run}, which is not in this store, so nobody can tell whether ${run.id} was made with the same settings; begin another indicator.`)
  const [now, then] = [methodOf(run, measure), methodOf(baseline, measure)]
  const changed = [...new Set([...then.keys(), ...now.keys()])].filter(setting => now.get(setting) !== then.get(setting))
  if (changed.length === 0) return
  const differences = changed.map(setting => `${setting} was ${then.get(setting) ?? 'not set'} and is ${now.get(setting) ?? 'not set'}`).join('; ')
  throw new ServiceError('CONFLICT', `"${title}" has its baseline from ${baseline.id}, and ${run.id} was made with other settings, so that they do not compare: ${differences}. Start a run with the settings of ${baseline.id} (POST /api/v1/runs), or begin another indicator.`)
}

/** Settings of a run that its links hang on, and of clusters how they were searched; layers in whatever order. */
function methodOf ({ request: { projection, algorithm, options } }: Run, measure: ContentOf<'indicator'>['measure']): Map<string, string> {
  const settings = { 'projection.layers': [...new Set(projection.layers)].sort(), 'projection.networkSizeMax': projection.networkSizeMax, 'projection.networkSizeBasis': projection.networkSizeBasis }
  const search = measure === 'clusters' ? { algorithm, ...Object.fromEntries(Object.entries(options).map(([option, value]) => [`options.${option}`, value])) } : {}
  return new Map(Object.entries({ ...settings, ...search }).map(([setting, value]) => [setting, JSON.stringify(value)]))
}
