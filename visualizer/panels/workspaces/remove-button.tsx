/** Takes an item out, after a second question. Its versions stay in the history. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { removeItem } from '../../api/workspaces.ts'
import type { Standing } from '../../api/items-of.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { stayAt, tellDone } from './saved-line.tsx'

export function RemoveButton ({ open, item, name, onRemoved }: { open: OpenWorkspace, item: Pick<Standing, 'id' | 'version' | 'content'>, name: string, onRemoved?: () => void }): VNode {
  const [sure, setSure] = useState(false)
  const [problem, setProblem] = useState('')
  const confirm = useRef<HTMLButtonElement>(null)
  // Before anything is painted: a second Enter must not meet another button.
  useLayoutEffect(() => { if (sure) confirm.current?.focus() }, [sure])
  const remove = (): void => {
    const list = confirm.current?.closest('li, section')?.parentElement ?? null
    removeItem(open, item).then(() => { tellDone(open, 'removed', item.content); stayAt(list, true); onRemoved?.() }, (error: Error) => { setProblem(error.message); setSure(false) })
  }
  if (!sure) return <><button type='button' class='text-button' aria-label={t('workspaces.removeOf', { name })} onClick={() => setSure(true)}>{t('workspaces.remove')}</button>{problem !== '' && <span class='field-problem' role='alert'>{problem}</span>}</>
  return <span class='actions'><button type='button' class='button small' ref={confirm} onClick={remove}>{t('workspaces.removeSure', { name })}</button> <button type='button' class='text-button' onClick={() => setSure(false)}>{t('workspaces.cancel')}</button></span>
}
