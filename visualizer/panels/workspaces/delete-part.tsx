/** The end of a workspace: what will be gone, its file as the way back, and the title typed before anything happens. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { reachOf } from '../../../services/contract/workspace-access.ts'
import { forgetInvitation } from '../../api/access.ts'
import { itemsOf } from '../../api/items-of.ts'
import { addressOf, deletedTitle, deleteWorkspace, settingsOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { change } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { FileButton } from '../casework/file-button.tsx'
import { Icon } from '../icons.tsx'
import { LineField } from './fields.tsx'

/** What people miss first. */
const COUNTED = ['participant', 'rating', 'declared', 'priority', 'decision', 'note', 'objective', 'action', 'indicator', 'sme-strategy'] as const

export function DeletePart ({ open }: { open: OpenWorkspace }): VNode | null {
  const { workspace, past } = open
  const { title } = settingsOf(workspace).content
  const [asked, setAsked] = useState(false)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  if (past || reachOf(workspace.you.role, 'delete') !== 'all') return null
  const remove = async (): Promise<void> => {
    if (typed.trim() !== title.trim()) {
      setProblem(t('workspaces.deleteOther'))
      return
    }
    setProblem(undefined)
    try {
      await deleteWorkspace(open)
      deletedTitle.value = title
      // First away from here: what is gone is not asked for once more.
      change({ focus: null, choices: {} })
      forgetInvitation(workspace.id)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  const counts = COUNTED.map(type => ({ type, n: itemsOf(workspace, type).length })).filter(({ n }) => n > 0)
  return (
    <section class='card' aria-labelledby='delete-title'>
      <h2 id='delete-title'>{t('workspaces.delete')}</h2>
      <p class='sentence'>{t('workspaces.deleteIs')}</p>
      {!asked
        ? <p class='actions'><button type='button' class='button' aria-expanded={false} onClick={() => setAsked(true)}>{t('workspaces.deleteAsk')}</button></p>
        : (
          <form class='item-form' aria-label={t('workspaces.delete')} onSubmit={event => { event.preventDefault(); void remove() }}>
            <div>
              <h3>{t('workspaces.deleteGone')}</h3>
              <ul class='notes'>{counts.map(({ type, n }) => <li key={type}>{t(`workspaces.gone.${type}`, { n })}</li>)}<li>{t('workspaces.gone.versions', { n: workspace.version })}</li></ul>
            </div>
            <div>
              <h3>{t('workspaces.deleteBack')}</h3>
              <p>{t('workspaces.deleteBackIs')}</p>
              <p class='actions'><FileButton path={addressOf(open, '/file')}><Icon name='download' /> {t('workspaces.exportSave')}</FileButton></p>
            </div>
            <LineField label={t('workspaces.deleteType', { title })} value={typed} problem={problem} onInput={text => { setTyped(text); setProblem(undefined) }} />
            <p class='actions'><button type='submit' class='button primary'>{t('workspaces.deleteNow')}</button> <button type='button' class='button' onClick={() => { setAsked(false); setTyped(''); setProblem(undefined) }}>{t('workspaces.cancel')}</button></p>
          </form>)}
    </section>
  )
}
