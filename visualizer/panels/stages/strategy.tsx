/** From final priorities to objectives, the joint actions that serve them, and the indicators that tell whether they do. */
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { STATUS_LADDER } from '../../../services/contract/workspace.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { mayWrite, settingsOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { date, t } from '../../text/translate.ts'
import { LineField, LongField, SelectField, TickList } from '../workspaces/fields.tsx'
import { ItemForm, useEdited } from '../workspaces/item-form.tsx'
import { savedText, titleOf } from '../workspaces/item-words.ts'
import { RemoveButton } from '../workspaces/remove-button.tsx'
import { Indicators } from './indicators.tsx'
import { StatusLadder } from '../workspaces/status-ladder.tsx'

type Objective = ContentOf<'objective'>
type Action = ContentOf<'action'>
const actionName = (objective: string): string => `action ${objective}`

export function Strategy ({ open }: { open: OpenWorkspace }): VNode {
  const objectives = itemsOf(open.workspace, 'objective')
  const [edited, setEdited] = useEdited(open, objectives, 'objective')
  const final = itemsOf(open.workspace, 'priority').filter(({ content }) => content.state === 'final' || content.state === 'assessed')
  const empty: Objective = { type: 'objective', title: '', description: '', priorities: [] }
  return (
    <section aria-labelledby='objectives-title'>
      <h2 id='objectives-title' class='part-title'>{t('workspaces.objectives')}</h2>
      {objectives.length === 0 && <p class='hint'>{t(final.length === 0 ? 'workspaces.noFinal' : 'workspaces.noObjectives')}</p>}
      <div class='exhibits'>{objectives.map(item => (
        <section key={item.id} class='card objective' aria-labelledby={`objective-${item.id}`}>
          {edited === item.id
            ? <ObjectiveForm open={open} item={item} start={item.content} onDone={() => setEdited(null)} />
            : (
              <>
                <h3 id={`objective-${item.id}`}>{item.content.title}</h3>
                {item.content.description !== '' && <p class='note-text'>{item.content.description}</p>}
                <p class='hint'>{t('workspaces.serves', { list: item.content.priorities.map(id => titleOf(open, id)).join(' · ') })}</p>
                <p class='hint'>{savedText(open, item)}</p>
                {mayWrite(open, item.content, item.by) && <p class='actions'><button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name: item.content.title })} onClick={() => setEdited(item.id)}>{t('workspaces.change')}</button> <RemoveButton open={open} item={item} name={item.content.title} /></p>}
              </>)}
          <Actions open={open} objective={item} />
          <Indicators open={open} objective={item} />
        </section>))}
      </div>
      {mayWrite(open, empty) && final.length > 0 && (edited === 'new'
        ? <div class='card'><ObjectiveForm open={open} item={null} start={empty} onDone={() => setEdited(null)} /></div>
        : <p class='actions'><button type='button' class='button primary' onClick={() => setEdited('new')}>{t('workspaces.newObjective')}</button></p>)}
    </section>
  )
}

function ObjectiveForm ({ open, item, start, onDone }: { open: OpenWorkspace, item: Standing<Objective> | null, start: Objective, onDone: () => void }): VNode {
  const final = itemsOf(open.workspace, 'priority').filter(({ content }) => content.state === 'final' || content.state === 'assessed')
  return (
    <ItemForm open={open} title={t(item === null ? 'workspaces.newObjective' : 'workspaces.changeObjective')} item={item} name='objective' start={start} asksWhy onDone={onDone}>{({ content, set, problemAt }) => (
      <>
        <LineField label={t('workspaces.field.title')} value={content.title} required problem={problemAt('title')} onInput={title => set({ title })} />
        <LongField label={t('workspaces.field.description')} value={content.description} rows={3} problem={problemAt('description')} onInput={description => set({ description })} />
        <TickList legend={t('workspaces.field.priorities')} hint={t('workspaces.finalHint')} options={final.map(({ id, content: { title } }) => ({ value: id, label: title }))} chosen={content.priorities} onChange={priorities => set({ priorities })} problem={problemAt('priorities')} />
      </>)}
    </ItemForm>
  )
}

function Actions ({ open, objective }: { open: OpenWorkspace, objective: Standing<Objective> }): VNode {
  const actions = itemsOf(open.workspace, 'action').filter(({ content }) => content.objective === objective.id)
  const [edited, setEdited] = useEdited(open, actions, actionName(objective.id))
  const { group: { regions } } = settingsOf(open.workspace).content
  const { role, region } = open.workspace.you
  const empty: Action = { type: 'action', objective: objective.id, title: '', description: '', lead: role === 'authority' && region !== null ? region : regions[0], partners: [], from: null, until: null, means: '', status: 'learn' }
  return (
    <div class='sub-part'>
      <h4>{t('workspaces.actions')}</h4>
      {actions.length === 0 && <p class='hint'>{t('workspaces.noActions')}</p>}
      <ul class='entries'>{actions.map(item => (
        <li key={item.id} class='entry'>{edited === item.id ? <ActionForm open={open} item={item} start={item.content} onDone={() => setEdited(null)} /> : <ActionEntry open={open} item={item} onEdit={() => setEdited(item.id)} />}</li>))}
      </ul>
      {mayWrite(open, empty) && (edited === 'new'
        ? <ActionForm open={open} item={null} start={empty} onDone={() => setEdited(null)} />
        : <p class='actions'><button type='button' class='button' aria-label={t('workspaces.newActionOf', { name: objective.content.title })} onClick={() => setEdited('new')}>{t('workspaces.newAction')}</button></p>)}
    </div>
  )
}

function ActionEntry ({ open, item, onEdit }: { open: OpenWorkspace, item: Standing<Action>, onEdit: () => void }): VNode {
  const { title, description, lead, partners, from, until, means, status } = item.content
  const time = from === null && until === null ? null : `${from === null ? '' : date(from)} – ${until === null ? '' : date(until)}`
  return (
    <>
      <p class='entry-title'>{title}</p>
      <StatusLadder status={status} />
      {description !== '' && <p class='note-text'>{description}</p>}
      <dl class='facts'>
        <div><dt>{t('workspaces.field.lead')}</dt><dd>{open.regionName(lead)}</dd></div>
        {partners.length > 0 && <div><dt>{t('workspaces.field.partners')}</dt><dd>{partners.map(open.regionName).join(' · ')}</dd></div>}
        {time !== null && <div><dt>{t('workspaces.time')}</dt><dd>{time}</dd></div>}
        {means !== '' && <div><dt>{t('workspaces.field.means')}</dt><dd class='note-text'>{means}</dd></div>}
      </dl>
      <p class='hint'>{savedText(open, item)}</p>
      {mayWrite(open, item.content, item.by) && <p class='actions'><button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name: title })} onClick={onEdit}>{t('workspaces.change')}</button> <RemoveButton open={open} item={item} name={title} /></p>}
    </>
  )
}

function ActionForm ({ open, item, start, onDone }: { open: OpenWorkspace, item: Standing<Action> | null, start: Action, onDone: () => void }): VNode {
  const regions = settingsOf(open.workspace).content.group.regions.map(value => ({ value, label: open.regionName(value) }))
  const { role, region } = open.workspace.you
  const leads = role === 'authority' ? regions.filter(({ value }) => value === region) : regions
  return (
    <ItemForm open={open} title={t(item === null ? 'workspaces.newAction' : 'workspaces.changeAction')} item={item} name={actionName(start.objective)} start={start} asksWhy onDone={onDone}>{({ content, set, problemAt }) => (
      <>
        <LineField label={t('workspaces.field.title')} value={content.title} required problem={problemAt('title')} onInput={title => set({ title })} />
        <LongField label={t('workspaces.field.description')} value={content.description} rows={3} problem={problemAt('description')} onInput={description => set({ description })} />
        <div class='form-columns'>
          <SelectField label={t('workspaces.field.lead')} value={content.lead} options={leads} problem={problemAt('lead')} onInput={lead => set({ lead, partners: content.partners.filter(code => code !== lead) })} />
          <SelectField label={t('workspaces.field.status')} value={content.status} hint={t(`workspaces.statusIs.${content.status}`)} options={STATUS_LADDER.map(value => ({ value, label: t(`workspaces.status.${value}`) }))} problem={problemAt('status')} onInput={value => set({ status: STATUS_LADDER.find(each => each === value) })} />
          <LineField type='date' label={t('workspaces.begins')} value={content.from ?? ''} problem={problemAt('from')} onInput={day => set({ from: day === '' ? null : day })} />
          <LineField type='date' label={t('workspaces.ends')} value={content.until ?? ''} problem={problemAt('until')} onInput={day => set({ until: day === '' ? null : day })} />
        </div>
        <TickList legend={t('workspaces.field.partners')} options={regions.filter(({ value }) => value !== content.lead)} chosen={content.partners} onChange={partners => set({ partners })} problem={problemAt('partners')} />
        <LongField label={t('workspaces.field.means')} value={content.means} rows={2} hint={t('workspaces.meansHint')} problem={problemAt('means')} onInput={means => set({ means })} />
      </>)}
    </ItemForm>
  )
}
