/** The group's joint priorities: what each combines, how far it has come, and by which decision. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { JOINT_PRIORITIES_MAX } from '../../../services/contract/workspace-items.ts'
import { PRIORITY_STATES } from '../../../services/contract/workspace.ts'
import type { Stage } from '../../../services/contract/workspace.ts'
import { domainName } from '../../api/service.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { hasDraft, mayWrite, useDraft } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { Icon } from '../icons.tsx'
import { draftName } from '../workspaces/item-form.tsx'
import { savedText, titleOf } from '../workspaces/item-words.ts'
import { RemoveButton } from '../workspaces/remove-button.tsx'
import { emptyPriority, NEW_PRIORITY, PriorityForm } from './priority-form.tsx'

type Priority = ContentOf<'priority'>

export function Priorities ({ open, stage }: { open: OpenWorkspace, stage: Stage }): VNode {
  const [said, setSaid] = useState('')
  const priorities = itemsOf(open.workspace, 'priority')
  // One that is begun by picking is gone on with by its button.
  const [edited, setEdited] = useState(priorities.find(item => hasDraft(draftName(open, item, NEW_PRIORITY)))?.id ?? null)
  const { begun, value: { content: drafted } } = useDraft(draftName(open, null, NEW_PRIORITY), () => ({ basedOn: 0, content: emptyPriority(), why: '' }))
  const may = mayWrite(open, emptyPriority())
  const makes = stage === 'common-sets'
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => { if (said !== '') heading.current?.focus() }, [said])
  return (
    <section class='card' aria-labelledby='priorities-title'>
      <h2 id='priorities-title' ref={heading} tabIndex={-1}>{t('workspaces.priorities')}</h2>
      <p role='status' class='hint'>{said}</p>
      {priorities.length === 0 && <p class='hint'>{t(makes ? 'workspaces.noPrioritiesHere' : 'workspaces.noPriorities')}</p>}
      {priorities.length > 0 && <States />}
      {makes
        ? (
          <ul class='priority-cards'>{priorities.map(item => (
            <li key={item.id} class={edited === item.id ? 'editing' : item.content.state === 'dropped' ? 'dropped' : ''}>{edited === item.id ? <PriorityForm open={open} item={item} onDone={() => setEdited(null)} /> : <PriorityEntry open={open} item={item} onEdit={() => setEdited(item.id)} />}</li>))}
          </ul>)
        : <ul class='entries'>{priorities.map(item => <li key={item.id} class='entry'><PriorityLine open={open} item={item} /></li>)}</ul>}
      {!makes && priorities.length > 0 && <p><Go to={{ choices: { ...view.value.choices, part: 'common-sets' } }} class='text-link'>{t('workspaces.toPriorities')}</Go></p>}
      {makes && may && (edited === 'new'
        ? <PriorityForm open={open} item={null} onDone={saved => { setEdited(null); setSaid(saved === null ? '' : t('workspaces.prioritySaved')) }} />
        : (
          <p class='actions'>
            <button type='button' class='button primary' disabled={priorities.length >= JOINT_PRIORITIES_MAX} onClick={() => setEdited('new')}>{t(begun ? 'workspaces.goOnPriority' : 'workspaces.newPriority')}</button>
            {begun && drafted.from.length > 0 && <span class='hint'>{t('workspaces.jointCount', { n: drafted.from.length })}</span>}
          </p>))}
    </section>
  )
}

/** On pages that only look at it. */
function PriorityLine ({ open, item: { content: { title, sectors, technologies, themes, knowledge, state }, toReview } }: { open: OpenWorkspace, item: Standing<Priority> }): VNode {
  return (
    <>
      <p><strong>{title}</strong> <StateLabel state={state} toReview={toReview} /></p>
      <p class='hint'>{[...sectors.map(open.sectorName), ...technologies, ...[...themes, ...knowledge].map(domainName)].join(' · ')}</p>
    </>
  )
}

const States = (): VNode => (
  <details class='hint'>
    <summary>{t('workspaces.states')}</summary>
    <ul class='notes'>{(['proposed', ...PRIORITY_STATES, 'dropped'] as const).map(state => <li key={state}><strong>{t(`workspaces.state.${state}`)}:</strong> {t(`workspaces.stateIs.${state}`)}</li>)}</ul>
  </details>)

const StateLabel = ({ state, toReview }: { state: Priority['state'], toReview: boolean }): VNode => <><span class={`label state-${state}`}>{t(`workspaces.state.${state}`)}</span>{toReview && <> <span class='to-review'><Icon name='warning' /> {t('workspaces.toReview')}</span></>}</>

function PriorityEntry ({ open, item, onEdit }: { open: OpenWorkspace, item: Standing<Priority>, onEdit: () => void }): VNode {
  const { title, description, sectors, technologies, themes, knowledge, from, state, decidedBy } = item.content
  const parts = [['sectors', sectors.map(open.sectorName)], ['technologies', technologies], ['themes', themes.map(domainName)], ['knowledge', knowledge.map(domainName)], ['from', from.map(source => `${open.regionName(source.region)}: ${source.title}`)]] as const
  return (
    <article>
      <h3>{title}</h3>
      <p><StateLabel state={state} toReview={item.toReview} /></p>
      {description !== '' && <p class='note-text'>{description}</p>}
      <dl class='facts'>
        {parts.map(([field, words]) => words.length > 0 && <div key={field}><dt>{field === 'from' ? t('workspaces.madeOf') : t(`workspaces.field.${field}`)}</dt><dd>{words.join(' · ')}</dd></div>)}
        {decidedBy !== null && <div><dt>{t('workspaces.field.decidedBy')}</dt><dd>{titleOf(open, decidedBy)}</dd></div>}
      </dl>
      <p class='hint'>{savedText(open, item)}</p>
      {mayWrite(open, item.content, item.by) && <p class='actions'><button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name: title })} onClick={onEdit}>{t('workspaces.change')}</button> <RemoveButton open={open} item={item} name={title} /></p>}
    </article>
  )
}
