/** Evidence of a workspace at one version, computed when it is asked for and kept while it is used. */
import { reachOf } from '../../contract/workspace-access.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Author, Stage, WorkspaceLanguage } from '../../contract/workspace.ts'
import { keepWithin } from '../../keep-within.ts'
import { countryOfTable } from '../../reference/country-of-table.ts'
import { chooseRegions, placeGroup } from '../../trans-s3/choose-regions.ts'
import { keepDatedNetworks } from '../../trans-s3/evidence/dated-networks.ts'
import type { RunGone } from '../../trans-s3/evidence/evidence-input.ts'
import { stageExhibits } from '../../trans-s3/exhibits/stage-exhibits.ts'
import type { EvidenceSources } from '../../trans-s3/exhibits/stage-exhibits.ts'
import { exampleConsultation } from '../../trans-s3/consultation/example-consultation.ts'
import { profilesIn } from '../../trans-s3/evidence/value-chain-context.ts'
import { sayIn } from '../../trans-s3/words/say.ts'
import { settingsOf, stageOf } from '../../trans-s3/workspace-state.ts'
import type { WorkspaceState } from '../../trans-s3/workspace-state.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { SnapshotGone } from '../../runs/run-service.ts'
import { loadOrganisationRun } from '../parts.ts'
import type { Parts } from '../parts.ts'
import { told } from '../value-chains/table-parts.ts'

/** Pages of evidence kept: seven pages of a few workspaces in two languages. */
export const EVIDENCE_KEPT_MAX = 60

export interface Gathered { run: string, /** Null: it is there. */ gone: RunGone | null, exhibits: Exhibit[], /** Of a demonstration, where the method has people answer. */ example: Exhibit[] }
/** `who`: null for a document, which is for everybody. */
export type Gatherer = (state: WorkspaceState, stage: Stage, language: WorkspaceLanguage, who: Author | null) => Promise<Gathered>

const gatherers = new WeakMap<Parts, Gatherer>()

/** One for all routes of a service, so that a document finds what a page has shown. */
export function evidenceGatherer (parts: Parts): Gatherer {
  const gatherer = gatherers.get(parts) ?? makeGatherer(parts)
  gatherers.set(parts, gatherer)
  return gatherer
}

function makeGatherer (parts: Parts): Gatherer {
  const kept = keepWithin<Promise<Gathered>>(EVIDENCE_KEPT_MAX, () => 1)
  const sources: Omit<EvidenceSources, 'resultsTold'> = {
    datesOf: keepDatedNetworks(parts.store),
    profiles: async () => {
      const profileOf = await profilesIn(parts.tables, countryOfTable(parts.reference))
      return country => told(profileOf(country))
    }
  }

  return async (state, stage, language, who) => {
    const resultsTold = stageOf(state, 'consultation').content.state !== 'open' || (who !== null && reachOf(who.role, 'read rating') === 'all')
    const settings = settingsOf(state)
    const run = settings.runs.at(-1)!
    const [{ number, dataset }, table] = await Promise.all([parts.store.revision(), parts.tables.find('latest')])
    const key = JSON.stringify([state.id, state.past, state.version, stage, language, resultsTold, dataset, number, table?.hash])
    const known = kept.find(key)
    if (known !== undefined) return await known
    const gathering = gather()
    void kept.keep(key, gathering)
    try {
      const gathered = await gathering
      // It may come back without a change of anything that the key tells.
      if (gathered.gone !== null) kept.drop(key)
      return gathered
    } catch (error) {
      // It is asked for again.
      kept.drop(key)
      throw error
    }

    async function gather (): Promise<Gathered> {
      const found = await findEvidenceRun(parts, run)
      const regions = chooseRegions(settings.group, parts.reference)
      const known = { state, settings, reference: parts.reference }
      const input = 'why' in found ? { ...known, loaded: null, gone: found, group: { parts: regions } } : { ...known, loaded: found, group: placeGroup(regions, found) }
      const say = sayIn(language)
      const example = settings.demonstration && stage === 'consultation' ? await stageExhibits(stage, { ...input, state: exampleConsultation(state) }, say, { ...sources, resultsTold: true }) : []
      return { run, gone: 'why' in found ? found : null, exhibits: await stageExhibits(stage, input, say, { ...sources, resultsTold }), example }
    }
  }
}

/** The run that a workspace stands on, as far as it is still there. */
export async function findEvidenceRun (parts: Parts, id: string): Promise<LoadedRun | RunGone> {
  if (await parts.runs.get(id) === null) return { run: id, why: 'unknown' }
  try {
    return await loadOrganisationRun(parts, id)
  } catch (error) {
    if (error instanceof SnapshotGone) return { run: id, why: 'network' }
    throw error
  }
}
