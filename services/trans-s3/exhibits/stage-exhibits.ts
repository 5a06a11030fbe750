/** The exhibits of each page of the method. */
import { createRandom } from '../../analysis/random.ts'
import { SEED_DEFAULT } from '../../contract/run.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Stage } from '../../contract/workspace.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { countConsultation } from '../consultation/consultation.ts'
import type { DatedNetworks } from '../evidence/dated-networks.ts'
import type { EvidenceInput, GoneInput } from '../evidence/evidence-input.ts'
import { growthOfGroup } from '../evidence/growth.ts'
import { assessPotential, domainsOfPriorities } from '../evidence/potential.ts'
import { placeInValueChains } from '../evidence/value-chain-context.ts'
import type { ProfileOf } from '../evidence/value-chain-context.ts'
import type { Say } from '../words/say.ts'
import { commonSetsExhibits } from './common-sets-exhibits.ts'
import { consultationExhibits } from './consultation-exhibits.ts'
import { namesIn } from './exhibit.ts'
import type { Names } from './exhibit.ts'
import { indicatorsExhibits } from './indicators-exhibits.ts'
import { potentialExhibits } from './potential-exhibits.ts'
import { profilingExhibits } from './profiling-exhibits.ts'
import { runGoneExhibit } from './run-gone-exhibit.ts'
import { trendsExhibits, valueChainsExhibit } from './trends-exhibits.ts'

/** What evidence is read from beside the run, by those pages alone that need it. */
export interface EvidenceSources {
  datesOf: (snapshot: Snapshot) => Promise<DatedNetworks>
  profiles: () => Promise<ProfileOf>
  /** Whether results of the consultation are told. */
  resultsTold: boolean
}

/** Where the run is gone, one exhibit that says so stands in place of those that need it. */
export async function stageExhibits (stage: Stage, input: EvidenceInput | GoneInput, say: Say, sources: EvidenceSources): Promise<Exhibit[]> {
  const names = namesIn(say, input.reference)
  switch (stage) {
    case 'common-sets': return commonSetsExhibits(input, say, names)
    case 'profiling': return input.loaded === null ? [runGoneExhibit(stage, input.gone, say)] : profilingExhibits(input, say, names)
    case 'trends': return await trends(input, say, names, sources)
    case 'consultation': return consultationExhibits(countConsultation(input.state), sources.resultsTold, input.group.parts, say, names)
    case 'internationalisation': return input.loaded === null ? [runGoneExhibit(stage, input.gone, say)] : await potential(input, say, names, sources)
    case 'strategy': return [...input.loaded === null ? [runGoneExhibit(stage, input.gone, say)] : [], ...indicatorsExhibits(input.state, say, names)]
    default: return []
  }
}

async function trends (input: EvidenceInput | GoneInput, say: Say, names: Names, { datesOf, profiles }: EvidenceSources): Promise<Exhibit[]> {
  const valueChains = await placeInValueChains(input.group, await profiles())
  if (input.loaded === null) return [runGoneExhibit('trends', input.gone, say), valueChainsExhibit({ valueChains, say, names })]
  const { snapshot } = input.loaded
  const dated = await datesOf(snapshot)
  return trendsExhibits({ growth: growthOfGroup(input, dated), valueChains, datesNewer: dated.revision > snapshot.revision }, say, names)
}

async function potential ({ state, settings: { weights }, loaded, group }: EvidenceInput, say: Say, names: Names, { profiles }: EvidenceSources): Promise<Exhibit[]> {
  const valueChains = await placeInValueChains(group, await profiles())
  const gvcOf = new Map(valueChains.map(({ country, gvc }) => [country, gvc]))
  return potentialExhibits(assessPotential({ loaded, group, weights, inPriorities: domainsOfPriorities(state), gvcOf }, createRandom(SEED_DEFAULT)), loaded.clusters, say, names)
}
