/** A workspace that does not open: what to do where a link of invitation was refused, and where there is none. */
import type { VNode } from 'preact'
import { forgetInvitation, heldInvitation, isUnauthorised } from '../../api/access.ts'
import { readAgain } from '../../api/workspaces.ts'
import { change } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { problemOf, ProblemSection } from '../notices.tsx'

export function AccessProblem ({ error, workspace }: { error: Error, workspace: string }): VNode {
  const problem = problemOf(error)
  const invited = heldInvitation(workspace) !== null
  const gone = problem?.code === 'GONE'
  const refused = problem?.code === 'INVITATION_NOT_VALID'
  return (
    <>
      <h1>{t(gone ? 'workspaces.goneTitle' : 'workspaces.notOpen')}</h1>
      {gone && <p class='notice'>{t('workspaces.goneIs')}</p>}
      {refused && <p class='notice'>{t('workspaces.linkRefused')}</p>}
      {problem !== null && !invited && isUnauthorised(problem) && <p class='notice'>{t('workspaces.linkMissing')}</p>}
      <ProblemSection error={error}>
        {!gone && <button type='button' class='button' onClick={readAgain}>{t('valueChains.again')}</button>}
        {invited && !gone && <button type='button' class='button' onClick={() => forgetInvitation(workspace)}>{t('workspaces.withoutLink')}</button>}
        <button type='button' class='button' onClick={() => change({ focus: null, choices: {} })}>{t('workspaces.all')}</button>
      </ProblemSection>
    </>
  )
}
