/** What the step "review and profiles" shows. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import { profileRegions } from '../evidence/profiling.ts'
import type { Say } from '../words/say.ts'
import type { Names } from './exhibit.ts'
import { complementarityExhibit, declaredAndRevealedExhibit, nearFieldsExhibit, sideBySideExhibit } from './profile-comparisons.ts'
import { regionPairsExhibit } from './region-pairs-exhibit.ts'
import { clustersExhibit, kindsExhibit, positionExhibit, sizesExhibit, specialisationExhibit } from './region-profiles.ts'

export function profilingExhibits (input: EvidenceInput, say: Say, names: Names): Exhibit[] {
  const shown = { input, found: profileRegions(input), say, names }
  return [kindsExhibit, sizesExhibit, specialisationExhibit, clustersExhibit, positionExhibit, regionPairsExhibit, nearFieldsExhibit, complementarityExhibit, sideBySideExhibit, declaredAndRevealedExhibit].map(exhibit => exhibit(shown))
}
