/** What stands on a page, since evidence makes it long: a way to each part. */
import type { VNode } from 'preact'
import type { Stage } from '../../../services/contract/workspace.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { useEvidence } from './evidence-part.tsx'

/** By the id of an element on this page. */
export function comeTo (id: string): void {
  const place = document.getElementById(id)
  if (place === null) return
  place.tabIndex = -1
  const folded = place.querySelector<HTMLDetailsElement>(':scope > details')
  if (folded !== null) folded.open = true
  place.focus({ preventScroll: true })
  place.scrollIntoView()
}

const PartLink = ({ to, title }: { to: string, title: string }): VNode => <li><a class='text-link' href={`#${to}`} onClick={event => { event.preventDefault(); comeTo(to) }}>{title}</a></li>

/** What one page alone has, above its evidence. */
const PARTS: Record<Stage, ReadonlyArray<[string, Key]>> = {
  general: [['charter-title', 'workspaces.type.charter']], 'common-sets': [['declared-title', 'workspaces.declared']], profiling: [], trends: [], consultation: [['consultation-title', 'workspaces.answers']],
  internationalisation: [['weights-title', 'workspaces.field.weights']], strategy: [['objectives-title', 'workspaces.objectives'], ['sme-title', 'workspaces.smeStrategies']]
}

export function PageContents ({ open, stage, goesOn }: { open: OpenWorkspace, stage: Stage, /** Whether whoever reads may move the page on. */ goesOn: boolean }): VNode {
  const { value } = useEvidence(open, stage)
  return (
    <nav class='page-contents' aria-label={t('workspaces.onPage')}>
      <h2>{t('workspaces.onPage')}</h2>
      <ul>
        {PARTS[stage].map(([id, key]) => <PartLink key={id} to={id} title={t(key)} />)}
        {value?.exhibits.map(({ key, title }) => <PartLink key={key} to={`evidence-${key}`} title={title} />)}
        {stage !== 'general' && <PartLink to='priorities-title' title={t('workspaces.priorities')} />}
        <PartLink to='decisions-title' title={t('workspaces.decisions')} />
        <PartLink to='notes-title' title={t('workspaces.notes')} />
        {goesOn && <PartLink to='state-title' title={t('workspaces.goesOn')} />}
      </ul>
    </nav>
  )
}
