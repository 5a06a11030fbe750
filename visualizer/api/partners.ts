/** Partner profiles and match lists: what the page asks of the service. */
import { useEffect, useState } from 'preact/hooks'
import { isOffer } from '../../services/contract/partner-profile.ts'
import type { PartnerProfile, PartnerProfileInput, ProfilesReport } from '../../services/contract/partner-profile.ts'
import { filterQuery, view } from '../state/store.ts'
import { ApiProblem, fetchJson, REFUSED } from './fetch-json.ts'
import { forget } from './resource.ts'
import type { FieldProblems } from './analysis.ts'

/** Choices of the screen that the API takes under the same name, and what it takes for "yes". */
const PASSED_ON = { need: 'profile', wanted: 'wanted', steps: 'stepsMax', abroad: 'abroad', targeted: 'targeted', answering: 'answering', otherClusters: 'otherClusters', partnersMax: 'partnersMax', sizeClass: 'sizeClass', trlMin: 'trlMin', trlMax: 'trlMax' } as const

/** What the address says where no need is to count, though there is one. */
export const NO_NEED = 'none'

/** The need that the list is made for; undefined: none is chosen. */
export const chosenNeed = (): string | undefined => view.value.choices.need === NO_NEED ? undefined : view.value.choices.need

/** What the form asks for, as the API takes it. */
export function partnerQuery (): URLSearchParams {
  const query = new URLSearchParams(filterQuery.value)
  for (const [choice, key] of Object.entries(PASSED_ON)) {
    const value = choice === 'need' ? chosenNeed() : view.value.choices[choice]
    if (value !== undefined && value !== '') query.set(key, value)
  }
  return query
}

/** The same for a file or a brief, which travel on: without a need that is not public. */
export function publicQuery (need: PartnerProfile | undefined): URLSearchParams {
  const query = partnerQuery()
  if (need !== undefined && need.confidentiality !== 'public') query.delete('profile')
  return query
}

/** What an organisation looks for today. */
export const needsOf = (profiles: readonly PartnerProfile[] | undefined): PartnerProfile[] => (profiles ?? []).filter(({ state, type }) => state === 'valid' && !isOffer(type))

export interface Profiles { items: PartnerProfile[] | undefined, error: Error | undefined, reload: () => void }

/** The profiles of an organisation as they are now: somebody else may have changed them. */
export function useProfiles (organisation: string | null): Profiles {
  const [state, setState] = useState<Omit<Profiles, 'reload'> & { of: string | null }>({ of: null, items: undefined, error: undefined })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let current = true
    setState({ of: organisation, items: undefined, error: undefined })
    if (organisation !== null) {
      fetchJson<{ items: PartnerProfile[] }>(addressOf(organisation)).then(
        ({ items }) => { if (current) setState({ of: organisation, items, error: undefined }) },
        (error: Error) => { if (current) setState({ of: organisation, items: undefined, error }) })
    }
    return () => { current = false }
  }, [organisation, turn])
  const reload = (): void => { forget(); setTurn(turn + 1) }
  return state.of === organisation ? { items: state.items, error: state.error, reload } : { items: undefined, error: undefined, reload }
}

/** A new profile, or a new version of `known`. Empty when it was kept. */
export const saveProfile = (organisation: string, draft: PartnerProfileInput, known: PartnerProfile | null): Promise<FieldProblems> => known === null
  ? write(addressOf(organisation), 'POST', draft)
  : write(`${addressOf(organisation)}/${known.id}?basedOn=${known.version}`, 'PUT', draft)

export const withdrawProfile = ({ organisation, id, version }: PartnerProfile): Promise<FieldProblems> => write(`${addressOf(organisation)}/${id}?basedOn=${version}`, 'DELETE')

/** The report, also where rows were refused. */
export async function importProfiles (file: File, dryRun: boolean): Promise<ProfilesReport> {
  const report = await fetchJson<ProfilesReport>(`/api/v1/partner-profiles?${new URLSearchParams({ dryRun: String(dryRun), name: file.name }).toString()}`, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } }, [REFUSED])
  forget()
  return report
}

const addressOf = (organisation: string): string => `/api/v1/organisations/${organisation}/profiles`

async function write (path: string, method: string, body?: unknown): Promise<FieldProblems> {
  try {
    await fetchJson(path, { method, ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) })
    return {}
  } catch (error) {
    const fields = error instanceof ApiProblem ? error.problem.errors ?? [] : []
    return fields.length === 0 ? { '': (error as Error).message } : Object.fromEntries([...fields].reverse().map(({ path: at, message }) => [at.replace(/\.\d+$/, ''), message]))
  }
}
