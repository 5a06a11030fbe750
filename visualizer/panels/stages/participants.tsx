/** Who takes part, by which link: made, renewed and revoked by those who lead. Links are secrets, so each is shown when it is made and not kept here. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { reachOf } from '../../../services/contract/workspace-access.ts'
import { HELIX_GROUPS, WORKSPACE_ROLES } from '../../../services/contract/workspace.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { addressOf, hasDraft, mayWrite, post, saveItem, settingsOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { date, t } from '../../text/translate.ts'
import { LineField, SelectField } from '../workspaces/fields.tsx'
import { draftName, ItemForm } from '../workspaces/item-form.tsx'

type Participant = ContentOf<'participant'>
type Role = Participant['role']

/** A link made now works so long, unless somebody chooses another day. */
const DAYS = 90
/** Names of the machine itself. */
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/
const DAY_MS = 24 * 3600 * 1000
const ROLES = WORKSPACE_ROLES.filter((role): role is Role => role !== 'operator')

const participantName = (role: Role): string => `participant ${role}`
const empty = (role: Role): Participant => ({ type: 'participant', name: '', role, region: null, helix: null, expiresAt: endOfDay(new Date(Date.now() + DAYS * DAY_MS).toISOString().slice(0, 10)), issue: 1, revoked: false, form: null })
/** Links work until the day is over, UTC. */
const endOfDay = (day: string): string => `${day}T23:59:59.000Z`

export function Participants ({ open }: { open: OpenWorkspace }): VNode | null {
  const [made, setMade] = useState(ROLES.find(role => hasDraft(draftName(open, null, participantName(role)))) ?? null)
  const { you } = open.workspace
  if (reachOf(you.role, 'read participant') !== 'all' || settingsOf(open.workspace).content.demonstration) return null
  const participants = itemsOf(open.workspace, 'participant')
  const may = mayWrite(open, empty('stakeholder'))
  return (
    <section class='card' aria-labelledby='participants-title'>
      <h2 id='participants-title'>{t('workspaces.participants')}</h2>
      <p class='sentence'>{t('workspaces.participantsLead')}</p>
      {participants.length === 0 && <p class='hint'>{t('workspaces.noParticipants')}</p>}
      <ul class='entries'>{participants.map(item => <ParticipantEntry key={item.id} open={open} item={item} />)}</ul>
      {may && (made === null
        ? (
          <p class='actions'>
            <button type='button' class='button' onClick={() => setMade('stakeholder')}>{t('workspaces.addParticipant')}</button>
            <button type='button' class='button' onClick={() => setMade('reader')}>{t('workspaces.addReader')}</button>
          </p>)
        : <ParticipantForm open={open} role={made} onDone={() => setMade(null)} />)}
    </section>
  )
}

function ParticipantForm ({ open, item = null, role, onDone }: { open: OpenWorkspace, item?: Standing<Participant> | null, role: Role, onDone: () => void }): VNode {
  const { group } = settingsOf(open.workspace).content
  return (
    <ItemForm open={open} title={item !== null ? t('workspaces.changeOf', { name: item.content.name }) : t(role === 'reader' ? 'workspaces.addReader' : 'workspaces.addParticipant')} item={item} name={participantName(role)} start={item?.content ?? empty(role)} submit={t(item === null ? 'workspaces.addNow' : 'workspaces.save')} onDone={onDone}>{({ content, set, problemAt }) => (
      <div class='form-columns'>
        <LineField label={t('workspaces.field.name')} value={content.name} required hint={t('workspaces.nameHint')} problem={problemAt('name')} onInput={name => set({ name })} />
        {role !== 'reader' && <SelectField label={t('workspaces.field.role')} value={content.role} hint={t(`workspaces.may.${content.role}`)} options={ROLES.map(value => ({ value, label: t(`workspaces.role.${value}`) }))} problem={problemAt('role')} onInput={value => set({ role: ROLES.find(each => each === value) })} />}
        {content.role !== 'reader' && <SelectField label={t('workspaces.field.region')} value={content.region ?? ''} options={[{ value: '', label: t('workspaces.noRegion') }, ...group.regions.map(value => ({ value, label: open.regionName(value) }))]} problem={problemAt('region')} onInput={value => set({ region: value === '' ? null : value })} />}
        {content.role === 'stakeholder' && <SelectField label={t('workspaces.field.helix')} value={content.helix ?? ''} {...(content.helix !== null && { hint: t(`workspaces.helixIs.${content.helix}`) })} options={[{ value: '', label: t('workspaces.choose') }, ...HELIX_GROUPS.map(value => ({ value, label: t(`workspaces.helix.${value}`) }))]} problem={problemAt('helix')} onInput={value => set({ helix: HELIX_GROUPS.find(each => each === value) ?? null })} />}
        <LineField type='date' label={t('workspaces.expires')} {...(item !== null && { hint: t('workspaces.expiresHint') })} value={content.expiresAt.slice(0, 10)} required problem={problemAt('expiresAt')} onInput={day => { if (day !== '') set({ expiresAt: endOfDay(day) }) }} />
      </div>)}
    </ItemForm>
  )
}

/** Somebody whose answers came in a filled-in form: nobody comes in by a link for them. */
const isFromForm = ({ content: { revoked, expiresAt }, savedAt }: Standing<Participant>): boolean => revoked && expiresAt <= savedAt

function ParticipantEntry ({ open, item }: { open: OpenWorkspace, item: Standing<Participant> }): VNode {
  const { name, role, region, helix, expiresAt, revoked, issue } = item.content
  const [link, setLink] = useState('')
  const [said, setSaid] = useState('')
  const [sure, setSure] = useState(false)
  const [edits, setEdits] = useState(hasDraft(draftName(open, item, participantName(role))))
  const expired = new Date(expiresAt).getTime() < Date.now()
  const attempt = (work: () => Promise<void>): void => { setSaid(''); work().catch((error: Error) => setSaid(error instanceof ApiProblem ? error.message : t('problem.noAnswerDetail'))) }
  const make = async (renew: boolean): Promise<void> => {
    const { invitation } = await post<{ invitation: string }>(addressOf(open, `/participants/${item.id}/link`), { renew })
    const address = `${location.origin}${location.pathname}?view=workspaces&of=${open.workspace.id}#invitation=${invitation}`
    setLink(address)
    setSaid(await navigator.clipboard.writeText(address).then(() => t('workspaces.linkCopied'), () => t('workspaces.linkBelow')))
  }
  const revoke = async (): Promise<void> => {
    await saveItem(open, { ...item.content, revoked: true }, item.id, item.version, null)
    setLink('')
    setSaid(t('workspaces.linkRevoked', { name }))
  }
  /** Links from before stay dead. */
  const readmit = async (): Promise<void> => {
    await saveItem(open, { ...item.content, revoked: false, issue: issue + 1 }, item.id, item.version, null)
    await make(false)
  }
  if (edits) return <li><ParticipantForm open={open} item={item} role={role} onDone={() => setEdits(false)} /></li>
  const state = isFromForm(item) ? t('workspaces.fromForm') : revoked ? t('workspaces.revoked') : expired ? t('workspaces.expiredOn', { date: date(expiresAt) }) : t('workspaces.validUntil', { date: date(expiresAt) })
  return (
    <li class='entry participant'>
      <p><strong>{name}</strong> · {t(`workspaces.role.${role}`)}{helix !== null && `, ${t(`workspaces.helix.${helix}`)}`}{region !== null && `, ${open.regionName(region)}`}</p>
      <p class={(revoked || expired) && !isFromForm(item) ? 'hint overdue' : 'hint'}>{state}{issue > 1 && ` · ${t('workspaces.issue', { n: issue })}`}</p>
      {mayWrite(open, item.content) && !isFromForm(item) && (
        <p class='actions'>
          {!revoked && !expired && <button type='button' class='button small' aria-label={t('workspaces.copyLinkOf', { name })} onClick={() => attempt(() => make(false))}>{t('workspaces.copyLink')}</button>}
          {!revoked && !expired && <button type='button' class='button small' aria-label={t('workspaces.renewOf', { name })} onClick={() => attempt(() => make(true))}>{t('workspaces.renew')}</button>}
          {revoked && !expired && <button type='button' class='button small' aria-label={t('workspaces.readmitOf', { name })} onClick={() => attempt(readmit)}>{t('workspaces.readmit')}</button>}
          {!revoked && <button type='button' class='button small' aria-label={sure ? `${t('workspaces.revokeSure')}: ${name}` : t('workspaces.revokeOf', { name })} onClick={() => { if (sure) attempt(revoke); setSure(!sure) }}>{t(sure ? 'workspaces.revokeSure' : 'workspaces.revoke')}</button>}
          {sure && !revoked && <button type='button' class='text-button' onClick={() => setSure(false)}>{t('workspaces.cancel')}</button>}
          <button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name })} onClick={() => setEdits(true)}>{t('workspaces.change')}</button>
        </p>)}
      <p role='status' class='hint'>{said}</p>
      {link !== '' && LOOPBACK.test(location.hostname) && <p class='notice'>{t('workspaces.onlyHere')}</p>}
      {link !== '' && <label class='link-field'>{t('workspaces.linkOf', { name })} <input type='text' readOnly value={link} onFocus={event => event.currentTarget.select()} /></label>}
    </li>
  )
}
