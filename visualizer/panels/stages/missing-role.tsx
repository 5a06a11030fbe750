/** A role that nobody fills yet: who could, by the match engine, and the introduction that came of it. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Introduction } from '../../../services/contract/introduction.ts'
import type { Organisation } from '../../../services/contract/organisation.ts'
import { partnersContext } from '../../../services/contract/partner-match.ts'
import type { PartnerMatches } from '../../../services/contract/partner-match.ts'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { ApiProblem, fetchJson } from '../../api/fetch-json.ts'
import { useResource } from '../../api/resource.ts'
import { countryName, domainName, shownRun } from '../../api/service.ts'
import { saveCasework } from '../../api/casework.ts'
import { addressOf, mayWrite, saveItem, useWorkspaces } from '../../api/workspaces.ts'
import type { Standing } from '../../api/items-of.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { number, t } from '../../text/translate.ts'
import { Go, OrganisationLink } from '../chip.tsx'
import { cautionsOf, reasonsFor } from '../partners/partner-words.tsx'
import { SelectField } from '../workspaces/fields.tsx'

type SmeStrategy = ContentOf<'sme-strategy'>

interface Props { open: OpenWorkspace, item: Standing<SmeStrategy>, at: number }

export function MissingRole ({ open, item, at }: Props): VNode {
  const { role, need, candidate, introduction } = item.content.missing[at]
  const [looks, setLooks] = useState(false)
  const [problem, setProblem] = useState('')
  const may = mayWrite(open, item.content, item.by)
  const attempt = (work: () => Promise<void>): void => { setProblem(''); work().catch((error: Error) => setProblem(error instanceof ApiProblem ? error.message : t('workspaces.notSaved'))) }
  const change = async (patch: Partial<SmeStrategy['missing'][number]>): Promise<void> => {
    await saveItem(open, { ...item.content, missing: item.content.missing.map((line, i) => i === at ? { ...line, ...patch } : line) }, item.id, item.version, null)
  }
  /** Between the first member and the candidate; the case then goes its own way. */
  const introduce = async (of: string, to: string): Promise<void> => {
    const { id } = await saveCasework<Introduction>('/api/v1/introductions', { of, candidate: to, context: partnersContext(undefined), run: shownRun.value, note: t('workspaces.introductionNote', { title: item.content.title, role }) })
    await change({ introduction: id })
  }
  const [first] = item.content.members
  return (
    <>
      <p><strong>{role}</strong>{need !== '' && `: ${need}`}</p>
      {candidate !== null && <p>{t('workspaces.candidate')}: <Candidate id={candidate} /></p>}
      {introduction !== null && <p><Go to={{ screen: 'introductions', focus: introduction }} class='text-link'>{t('workspaces.toIntroduction')}</Go></p>}
      {problem !== '' && <p class='field-problem' role='alert'>{problem}</p>}
      {may && (
        <p class='actions'>
          <button type='button' class='button small' aria-expanded={looks} aria-label={t('workspaces.candidatesOf', { role })} onClick={() => setLooks(!looks)}>{t(looks ? 'workspaces.closeCandidates' : 'workspaces.candidates')}</button>
          {candidate !== null && introduction === null && first !== undefined && open.workspace.you.role === 'operator' && <button type='button' class='button small' onClick={() => attempt(() => introduce(first.organisation, candidate))}>{t('actions.start')}</button>}
          {candidate !== null && <button type='button' class='text-button' onClick={() => attempt(() => change({ candidate: null }))}>{t('workspaces.noCandidate')}</button>}
        </p>)}
      {looks && <Candidates open={open} item={item} at={at} onChoose={id => attempt(async () => { await change({ candidate: id }); setLooks(false) })} />}
    </>
  )
}

function Candidate ({ id }: { id: string }): VNode {
  const { value } = useResource<Organisation>(`/api/v1/organisations/${id}`, fetchJson)
  return value === undefined ? <>{id}</> : <><OrganisationLink id={id} name={value.name} />, {countryName(value.country)}</>
}

function Candidates ({ open, item, at, onChoose }: Props & { onChoose: (id: string) => void }): VNode {
  const { members } = item.content
  const [of, setOf] = useState(members[0]?.organisation ?? '')
  const { value, error } = useWorkspaces<PartnerMatches>(addressOf(open, `/sme-strategies/${item.id}/candidates?role=${at}&of=${of}`))
  return (
    <div class='candidates'>
      {members.length > 1 && <SelectField label={t('workspaces.partnerFor')} value={of} options={members.map(({ organisation, name }) => ({ value: organisation, label: name }))} onInput={setOf} />}
      {error !== undefined && <p class='field-problem' role='alert'>{error.message}</p>}
      {error === undefined && value === undefined && <p role='status'>{t('starting.loading')}</p>}
      {value !== undefined && <p class='hint'>{value.wanted.length > 0 ? t('workspaces.rated', { list: value.wanted.map(domainName).join(', ') }) : t('workspaces.notRated')} {t('workspaces.shortlist')}</p>}
      {value?.items.length === 0 && <p class='hint'>{t('workspaces.noCandidates')}</p>}
      <ul class='entries'>{value?.items.map(match => {
        const { organisation: { id, name, country }, score } = match
        const cautions = cautionsOf(match)
        return (
          <li key={id} class='entry'>
            <p><OrganisationLink id={id} name={name} />, {countryName(country)} · {t('partner.score')} <strong>{number(100 * score)}</strong></p>
            <p>{reasonsFor(match, value.wanted.length).join(' ')}</p>
            {cautions.length > 0 && <p class='hint'>{t('partner.against')}: {cautions.join('; ')}.</p>}
            <p class='actions'><button type='button' class='button small' aria-label={t('workspaces.chooseOf', { name })} onClick={() => onChoose(id)}>{t('workspaces.choose')}</button></p>
          </li>
        )
      })}
      </ul>
    </div>
  )
}
