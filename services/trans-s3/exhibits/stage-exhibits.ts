/** The exhibits of each page of the method. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Stage } from '../../contract/workspace.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import type { Say } from '../words/say.ts'
import { commonSetsExhibits } from './common-sets-exhibits.ts'
import { namesIn } from './exhibit.ts'
import { profilingExhibits } from './profiling-exhibits.ts'

export async function stageExhibits (stage: Stage, input: EvidenceInput, say: Say): Promise<Exhibit[]> {
  const names = namesIn(say, input.reference)
  switch (stage) {
    case 'common-sets': return commonSetsExhibits(input, say, names)
    case 'profiling': return profilingExhibits(input, say, names)
    default: return []
  }
}
