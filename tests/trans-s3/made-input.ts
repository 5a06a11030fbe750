/** Workspaces and groups made by hand, for tests of what is computed from them. */
import type { ContentOf, ItemContent } from '../../services/contract/workspace-items.ts'
import { DeclaredItem, Settings } from '../../services/contract/workspace-items.ts'
import { loadReference } from '../../services/reference/reference.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import { chooseRegions, placeGroup } from '../../services/trans-s3/choose-regions.ts'
import type { EvidenceInput } from '../../services/trans-s3/evidence/evidence-input.ts'
import type { Standing } from '../../services/trans-s3/workspace-state.ts'
import { makeRun } from '../support/loaded-run.ts'

/** The seven partner regions of GoSmart BSR, NUTS 2016. */
export const PARTNER_REGIONS = ['PL84', 'LV008', 'EE008', 'LT', 'FI1C4', 'DE6', 'DK03']

export interface GivenPriority { title: string, domains?: string[], sectors?: string[], mapping?: 'declared' | 'suggested' | 'confirmed', note?: string }

export const declaredItem = (region: string, priorities: GivenPriority[]): ItemContent => DeclaredItem.parse({ type: 'declared', region, priorities })

const standing = (content: ItemContent, i: number): Standing => ({
  id: `wsi-${String(i).padStart(12, '0')}`, version: 1, workspaceVersion: i + 1, savedAt: '2026-01-01T00:00:00.000Z', by: { participant: null, role: 'operator', region: null, helix: null, name: null }, toReview: false, made: [i + 1, 0], madeBy: { participant: null, role: 'operator', region: null, helix: null, name: null }, content
})

/** What evidence is computed from, of a workspace that holds settings and these items. */
export function evidenceInput ({ regions = PARTNER_REGIONS, items = [], settings = {}, loaded = makeRun({ organisations: [] }).loaded }: { regions?: string[], items?: ItemContent[], settings?: Partial<ContentOf<'settings'>>, loaded?: LoadedRun }): EvidenceInput {
  const reference = loadReference()
  const own = Settings.parse({ type: 'settings', title: 'A group', group: { vintage: '2016', regions }, from: '2021-01-01', to: '2027-12-31', runs: [loaded.run.id], languages: ['en'], ...settings })
  const state = { id: 'wsp-000000000000', version: items.length + 1, past: null, opened: null, changedAt: '2026-01-01T00:00:00.000Z', items: [own, ...items].map(standing) }
  return { state, settings: own, loaded, group: placeGroup(chooseRegions(own.group, reference), loaded), reference }
}
