/** Evidence of a workspace at one version, computed when it is asked for and kept while it is used. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Stage, WorkspaceLanguage } from '../../contract/workspace.ts'
import { keepWithin } from '../../keep-within.ts'
import { countryOfTable } from '../../reference/country-of-table.ts'
import { chooseRegions, placeGroup } from '../../trans-s3/choose-regions.ts'
import { keepDatedNetworks } from '../../trans-s3/evidence/dated-networks.ts'
import type { EvidenceInput } from '../../trans-s3/evidence/evidence-input.ts'
import { stageExhibits } from '../../trans-s3/exhibits/stage-exhibits.ts'
import type { EvidenceSources } from '../../trans-s3/exhibits/stage-exhibits.ts'
import { exampleConsultation } from '../../trans-s3/example-consultation.ts'
import { profilesIn } from '../../trans-s3/evidence/value-chain-context.ts'
import { sayIn } from '../../trans-s3/words/say.ts'
import { settingsOf } from '../../trans-s3/workspace-state.ts'
import type { WorkspaceState } from '../../trans-s3/workspace-state.ts'
import { loadOrganisationRun } from '../parts.ts'
import type { Parts } from '../parts.ts'
import { told } from '../value-chains/table-parts.ts'

/** Pages of evidence kept: seven pages of a few workspaces in two languages. */
export const EVIDENCE_KEPT_MAX = 60

export interface Gathered { run: string, exhibits: Exhibit[], /** Of a demonstration, where the method has people answer. */ example: Exhibit[] }
export type Gatherer = (state: WorkspaceState, stage: Stage, language: WorkspaceLanguage) => Promise<Gathered>

const gatherers = new WeakMap<Parts, Gatherer>()

/** One for all routes of a service, so that a document finds what a page has shown. */
export function evidenceGatherer (parts: Parts): Gatherer {
  const gatherer = gatherers.get(parts) ?? makeGatherer(parts)
  gatherers.set(parts, gatherer)
  return gatherer
}

function makeGatherer (parts: Parts): Gatherer {
  const kept = keepWithin<Promise<Gathered>>(EVIDENCE_KEPT_MAX, () => 1)
  const sources: EvidenceSources = {
    datesOf: keepDatedNetworks(parts.store),
    profiles: async () => {
      const profileOf = await profilesIn(parts.tables, countryOfTable(parts.reference))
      return country => told(profileOf(country))
    }
  }

  return async (state, stage, language) => {
    const settings = settingsOf(state)
    const run = settings.runs.at(-1)!
    const [{ number, dataset }, table] = await Promise.all([parts.store.revision(), parts.tables.find('latest')])
    const key = JSON.stringify([state.id, state.version, stage, language, dataset, number, table?.hash])
    const known = kept.find(key)
    if (known !== undefined) return await known
    const gathering = gather()
    void kept.keep(key, gathering)
    try {
      return await gathering
    } catch (error) {
      // It is asked for again.
      kept.drop(key)
      throw error
    }

    async function gather (): Promise<Gathered> {
      const loaded = await loadOrganisationRun(parts, run)
      const input: EvidenceInput = { state, settings, loaded, group: placeGroup(chooseRegions(settings.group, parts.reference), loaded), reference: parts.reference }
      const say = sayIn(language)
      const example = settings.demonstration && stage === 'consultation' ? await stageExhibits(stage, { ...input, state: exampleConsultation(state) }, say, sources) : []
      return { run, exhibits: await stageExhibits(stage, input, say, sources), example }
    }
  }
}
