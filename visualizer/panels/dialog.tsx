/** A modal dialog on the browser's own element: focus stays inside, Escape closes. */
import { useEffect, useRef } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import { t } from '../text/translate.ts'
import { Icon } from './icons.tsx'

export function Dialog ({ title, onClose, children }: { title: string, onClose: () => void, children: ComponentChildren }): VNode {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => { element.current?.showModal() }, [])
  return (
    <dialog ref={element} aria-label={title} onClose={onClose} onClick={event => event.target === element.current && onClose()}>
      <div class='dialog-body'>
        <header><h2>{title}</h2><button type='button' class='icon-button' aria-label={t('panel.close')} onClick={onClose}><Icon name='close' /></button></header>
        {children}
      </div>
    </dialog>
  )
}
