/** The code of a cluster in its colour, with its name; and a link to a screen that keeps the address readable. */
import type { ComponentChildren, VNode } from 'preact'
import { clusterName } from '../api/service.ts'
import { change, view } from '../state/store.ts'
import { writeAddress } from '../state/address.ts'
import type { View } from '../state/view.ts'

const hue = (code: string): string => /^C([1-9]|1[0-2])$/.test(code) ? code.toLowerCase() : 'cx'

export const Chip = ({ code }: { code: string }): VNode => <span class={`chip ${hue(code)}`}>{code}</span>

/** A real link: opens in a new tab with its address, and without a reload on a plain click. */
export function Go ({ to, children, label, class: name, current = false }: { to: Partial<View>, children: ComponentChildren, label?: string, class?: string, current?: boolean }): VNode {
  // Another screen starts with its own choices.
  const patch: Partial<View> = { selected: null, link: null, tab: 'picture', ...(to.screen !== undefined && to.screen !== view.value.screen && { choices: {} }), ...to }
  return (
    <a
      class={name} href={writeAddress({ ...view.value, ...patch }) || '?'} aria-label={label} aria-current={current ? 'page' : undefined} onClick={event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        change(patch)
        scrollTo(0, 0)
      }}
    >{children}
    </a>
  )
}

export const ClusterLink = ({ code }: { code: string | null }): VNode | null =>
  code === null ? null : <Go to={{ screen: 'cluster', focus: code }} class='cluster-link'><Chip code={code} /> {clusterName(code)}</Go>

export const OrganisationLink = ({ id, name }: { id: string, name: string }): VNode => <Go to={{ screen: 'organisation', focus: id }} class='quiet-link'>{name}</Go>
