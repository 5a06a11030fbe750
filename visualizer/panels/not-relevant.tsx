/** Whom brokers marked as not relevant to a question: named, and taken back one by one. */
import type { VNode } from 'preact'
import type { Feedback } from '../../services/contract/feedback.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import type { Page } from '../../services/contract/page.ts'
import { saveCasework, useCasework } from '../api/casework.ts'
import { useResource } from '../api/resource.ts'
import { status } from '../api/service.ts'
import { t } from '../text/translate.ts'
import { OrganisationLink } from './chip.tsx'

/** As many as a page of feedback holds. */
const LISTED_MAX = 500

export function NotRelevant ({ context }: { context: string }): VNode | null {
  const { value } = useCasework<Page<Feedback>>(`/api/v1/feedback?context=${encodeURIComponent(context)}&limit=${LISTED_MAX}`)
  const marked = value?.items.filter(({ of, verdict }) => of === null && verdict === 'not-relevant') ?? []
  if (marked.length === 0) return null
  return (
    <details class='hint'>
      <summary>{t('actions.leftOut', { n: marked.length })}</summary>
      <ul class='notes'>{marked.map(feedback => <Marked key={feedback.id} feedback={feedback} />)}</ul>
    </details>
  )
}

function Marked ({ feedback: { id, candidate, verdict } }: { feedback: Feedback }): VNode {
  const { value } = useResource<Organisation>(`/api/v1/organisations/${candidate}`)
  const takeBack = (): void => { void saveCasework(`/api/v1/feedback/${id}`, undefined, 'DELETE') }
  return <li><OrganisationLink id={candidate} name={value?.name ?? candidate} /> {status.value?.writable === true && <button type='button' class='text-button' onClick={takeBack}>{t('actions.takeBack', { verdict: t(`verdict.${verdict}`) })}</button>}</li>
}
