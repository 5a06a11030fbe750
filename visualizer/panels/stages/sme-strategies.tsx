/** Joint strategies of small firms and institutes around one need: who does what along the value chain, which roles are missing, who could fill them, and the plan. */
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { SME_LINES_MAX } from '../../../services/contract/workspace-items.ts'
import { STATUS_LADDER } from '../../../services/contract/workspace.ts'
import { countryName } from '../../api/service.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { mayWrite } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { date, t } from '../../text/translate.ts'
import { OrganisationLink } from '../chip.tsx'
import { OrganisationField } from '../partners/organisation-field.tsx'
import { LineField, LongField, SelectField } from '../workspaces/fields.tsx'
import { ItemForm, useEdited } from '../workspaces/item-form.tsx'
import type { Fields } from '../workspaces/item-form.tsx'
import { savedText, titleOf } from '../workspaces/item-words.ts'
import { RemoveButton } from '../workspaces/remove-button.tsx'
import { MissingRole } from './missing-role.tsx'
import { StatusLadder } from '../workspaces/status-ladder.tsx'

type SmeStrategy = ContentOf<'sme-strategy'>
const EMPTY: SmeStrategy = { type: 'sme-strategy', title: '', need: '', priority: null, members: [], missing: [], plan: [], status: 'learn' }

export function SmeStrategies ({ open }: { open: OpenWorkspace }): VNode {
  const strategies = itemsOf(open.workspace, 'sme-strategy')
  const [edited, setEdited] = useEdited(open, strategies, 'sme-strategy')
  return (
    <section aria-labelledby='sme-title'>
      <h2 id='sme-title' class='part-title'>{t('workspaces.smeStrategies')}</h2>
      <p class='hint'>{t('workspaces.smeLead')}</p>
      <div class='exhibits'>{strategies.map(item => (
        <section key={item.id} class='card objective' aria-labelledby={`sme-${item.id}`}>
          {edited === item.id ? <SmeForm open={open} item={item} onDone={() => setEdited(null)} /> : <SmeEntry open={open} item={item} onEdit={() => setEdited(item.id)} />}
        </section>))}
      </div>
      {mayWrite(open, EMPTY) && (edited === 'new'
        ? <div class='card'><SmeForm open={open} item={null} onDone={() => setEdited(null)} /></div>
        : <p class='actions'><button type='button' class='button' onClick={() => setEdited('new')}>{t('workspaces.newSme')}</button></p>)}
    </section>
  )
}

function SmeEntry ({ open, item, onEdit }: { open: OpenWorkspace, item: Standing<SmeStrategy>, onEdit: () => void }): VNode {
  const { title, need, priority, members, missing, plan, status } = item.content
  return (
    <>
      <h3 id={`sme-${item.id}`}>{title}</h3>
      <StatusLadder status={status} />
      <p class='note-text'>{need}</p>
      {priority !== null && <p class='hint'>{t('workspaces.serves', { list: titleOf(open, priority) })}</p>}
      <h4>{t('workspaces.field.members')}</h4>
      <ul class='entries'>{members.map(member => <li key={member.organisation}><OrganisationLink id={member.organisation} name={member.name === '' ? member.organisation : member.name} />{member.country !== '' && `, ${countryName(member.country)}`}: {member.role}</li>)}</ul>
      {missing.length > 0 && <h4>{t('workspaces.field.missing')}</h4>}
      <ul class='entries'>{missing.map((_, i) => <li key={i} class='entry'><MissingRole open={open} item={item} at={i} /></li>)}</ul>
      {plan.length > 0 && <h4>{t('workspaces.field.plan')}</h4>}
      <ol class='entries'>{plan.map((line, i) => <li key={i}>{[line.what, line.who, line.until === null ? '' : t('workspaces.by', { date: date(line.until) })].filter(part => part !== '').join(' · ')}</li>)}</ol>
      <p class='hint'>{savedText(open, item)}</p>
      {mayWrite(open, item.content, item.by) && <p class='actions'><button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name: title })} onClick={onEdit}>{t('workspaces.change')}</button> <RemoveButton open={open} item={item} name={title} /></p>}
    </>
  )
}

function SmeForm ({ open, item, onDone }: { open: OpenWorkspace, item: Standing<SmeStrategy> | null, onDone: () => void }): VNode {
  const priorities = itemsOf(open.workspace, 'priority').filter(({ content }) => content.state !== 'dropped')
  return (
    <ItemForm open={open} title={t(item === null ? 'workspaces.newSme' : 'workspaces.changeSme')} item={item} name='sme-strategy' start={item?.content ?? EMPTY} asksWhy onDone={onDone}>{({ content, set, problemAt }) => (
      <>
        <LineField label={t('workspaces.field.title')} value={content.title} required problem={problemAt('title')} onInput={title => set({ title })} />
        <LongField label={t('workspaces.field.need')} value={content.need} required rows={3} hint={t('workspaces.needHint')} problem={problemAt('need')} onInput={need => set({ need })} />
        <div class='form-columns'>
          <SelectField label={t('workspaces.field.priority')} value={content.priority ?? ''} options={[{ value: '', label: t('workspaces.noPriority') }, ...priorities.map(({ id, content: { title } }) => ({ value: id, label: title }))]} problem={problemAt('priority')} onInput={value => set({ priority: value === '' ? null : value })} />
          <SelectField label={t('workspaces.field.status')} value={content.status} hint={t(`workspaces.statusIs.${content.status}`)} options={STATUS_LADDER.map(value => ({ value, label: t(`workspaces.status.${value}`) }))} problem={problemAt('status')} onInput={value => set({ status: STATUS_LADDER.find(each => each === value) })} />
        </div>
        <Members content={content} set={set} problem={problemAt('members')} />
        <Lines
          legend={t('workspaces.field.missing')} add={t('workspaces.addMissing')} lines={content.missing} empty={{ role: '', need: '', candidate: null, introduction: null }} problem={problemAt('missing')} onChange={missing => set({ missing })}
          row={(line, change) => <><LineField label={t('workspaces.field.role')} value={line.role} required onInput={role => change({ role })} /><LineField label={t('workspaces.missingNeed')} value={line.need} hint={t('workspaces.missingHint')} onInput={need => change({ need })} /></>}
        />
        <Lines
          legend={t('workspaces.field.plan')} add={t('workspaces.addPlan')} lines={content.plan} empty={{ what: '', who: '', until: null }} problem={problemAt('plan')} onChange={plan => set({ plan })}
          row={(line, change) => <><LineField label={t('workspaces.planWhat')} value={line.what} required onInput={what => change({ what })} /><LineField label={t('workspaces.field.who')} value={line.who} onInput={who => change({ who })} /><LineField type='date' label={t('workspaces.ends')} value={line.until ?? ''} onInput={day => change({ until: day === '' ? null : day })} /></>}
        />
      </>)}
    </ItemForm>
  )
}

function Members ({ content: { members }, set, problem }: { content: SmeStrategy, set: Fields<SmeStrategy>['set'], problem: string | undefined }): VNode {
  return (
    <fieldset class='lines'>
      <legend>{t('workspaces.field.members')}</legend>
      <p class='hint'>{t('workspaces.membersHint')}</p>
      {problem !== undefined && <p class='field-problem' role='alert'>{problem}</p>}
      {members.map((member, i) => (
        <div key={member.organisation} class='form-line'>
          <p class='member-name'><strong>{member.name}</strong> <span class='hint'>{countryName(member.country)}</span></p>
          <LineField label={t('workspaces.field.role')} value={member.role} required onInput={role => set({ members: members.map((other, j) => i === j ? { ...other, role } : other) })} />
          <button type='button' class='text-button' aria-label={t('workspaces.removeOf', { name: member.name })} onClick={() => set({ members: members.filter((_, j) => i !== j) })}>{t('workspaces.remove')}</button>
        </div>))}
      {members.length < SME_LINES_MAX && <OrganisationField id='sme-member' label={t('workspaces.addMember')} hint={t('workspaces.addMemberHint')} onChoose={({ id, name, country }) => { if (!members.some(({ organisation }) => organisation === id)) set({ members: [...members, { organisation: id, name, country, role: '' }] }) }} />}
    </fieldset>
  )
}

interface LinesProps<Line> { legend: string, add: string, lines: Line[], empty: Line, problem: string | undefined, row: (line: Line, change: (patch: Partial<Line>) => void) => VNode, onChange: (lines: Line[]) => void }

/** Lines of a list, each of a few fields. */
function Lines<Line> ({ legend, add, lines, empty, problem, row, onChange }: LinesProps<Line>): VNode {
  return (
    <fieldset class='lines'>
      <legend>{legend}</legend>
      {problem !== undefined && <p class='field-problem' role='alert'>{problem}</p>}
      {lines.map((line, i) => (
        <div key={i} class='form-line'>
          {row(line, patch => onChange(lines.map((other, j) => i === j ? { ...other, ...patch } : other)))}
          <button type='button' class='text-button' aria-label={t('workspaces.removeLine', { n: i + 1 })} onClick={() => onChange(lines.filter((_, j) => i !== j))}>{t('workspaces.remove')}</button>
        </div>))}
      {lines.length < SME_LINES_MAX && <p><button type='button' class='button small' onClick={() => onChange([...lines, empty])}>{add}</button></p>}
    </fieldset>
  )
}
