/** After somebody has left a workspace: nothing of it is shown, and how to come back. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { VNode } from 'preact'
import { comeBack } from '../../api/access.ts'
import { change } from '../../state/store.ts'
import { t } from '../../text/translate.ts'

export function LeftPage ({ workspace, title }: { workspace: string, title: string }): VNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>{t('workspaces.left', { title })}</h1>
      <p class='notice' role='status'>{t('workspaces.leftIs')}</p>
      <p class='sentence'>{t('workspaces.leftBack')}</p>
      <p class='actions'><button type='button' class='button primary' onClick={() => change({ focus: null, choices: {} })}>{t('workspaces.all')}</button> <button type='button' class='button' onClick={() => comeBack(workspace)}>{t('workspaces.leftOpen')}</button></p>
      <p class='hint'>{t('workspaces.leftOpenIs')}</p>
    </>
  )
}
