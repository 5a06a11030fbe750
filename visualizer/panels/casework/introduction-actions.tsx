/** What a broker does with a suggestion: say that it is not relevant, start an introduction, take the brief along. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Feedback } from '../../../services/contract/feedback.ts'
import type { Introduction } from '../../../services/contract/introduction.ts'
import type { Organisation } from '../../../services/contract/organisation.ts'
import type { Page } from '../../../services/contract/page.ts'
import { saveCasework, useCasework } from '../../api/casework.ts'
import { useResource } from '../../api/resource.ts'
import { shownRun, status } from '../../api/service.ts'
import { change } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { BriefLinks } from './brief-links.tsx'

/** `asked`: what the list was asked for, for the brief. `of`: the organisation that looks; null where the question has none, and nobody can be introduced. `context`: the list and its question, in a word of its own. `through`: who could introduce the two, of the route that is shown. */
export function IntroductionActions ({ of, candidate, context, asked, through = [] }: { of: string | null, candidate: string, context: string, asked?: URLSearchParams, through?: string[] | undefined }): VNode {
  const [said, setSaid] = useState('')
  const { value } = useCasework<Page<Feedback>>(`/api/v1/feedback?organisation=${candidate}&limit=500`)
  // The id of one that was merged since this run leads to the one it is part of, and so does what is noted here.
  const { value: present } = useResource<Organisation>(`/api/v1/organisations/${candidate}`)
  const given = value?.items.find(feedback => feedback.of === of && feedback.candidate === (present?.id ?? candidate) && feedback.context === context)
  const attempt = (work: () => Promise<void>): void => { work().catch((error: Error) => setSaid(error.message)) }
  const mark = async (): Promise<void> => {
    await saveCasework('/api/v1/feedback', { of, candidate, context, verdict: 'not-relevant' })
    setSaid(t('actions.marked'))
  }
  const takeBack = async (id: string): Promise<void> => {
    await saveCasework(`/api/v1/feedback/${id}`, undefined, 'DELETE')
    setSaid(t('actions.takenBack'))
  }
  const start = async (): Promise<void> => {
    const { id } = await saveCasework<Introduction>('/api/v1/introductions', { of, candidate, context, run: shownRun.value, through })
    change({ screen: 'introductions', focus: id, selected: null, link: null })
  }
  return (
    <div class='introduction-actions'>
      {present !== undefined && present.id !== candidate && <p class='notice'>{t('actions.mergedSince', { name: present.name })}</p>}
      {status.value?.writable === true && (
        <p class='actions'>
          {of !== null && <button type='button' class='button primary' onClick={() => attempt(start)}>{t('actions.start')}</button>}
          {given === undefined
            ? <button type='button' class='button' onClick={() => attempt(mark)}>{t('actions.notRelevant')}</button>
            : <button type='button' class='button' onClick={() => attempt(() => takeBack(given.id))}>{t('actions.takeBack', { verdict: t(`verdict.${given.verdict}`) })}</button>}
        </p>)}
      {of !== null && <p>{t('introductions.brief')}: <BriefLinks of={of} candidate={candidate} {...(asked !== undefined && { asked })} /></p>}
      <p role='status' class='hint'>{said}</p>
    </div>
  )
}
