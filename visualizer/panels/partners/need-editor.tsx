/** The form of a need or an offer. What the service refuses stands beside its field. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import { CONFIDENTIALITIES, DESCRIPTION_LENGTH_MAX, PROFILE_TYPES } from '../../../services/contract/partner-profile.ts'
import type { PartnerProfile, PartnerProfileInput } from '../../../services/contract/partner-profile.ts'
import type { Organisation } from '../../../services/contract/organisation.ts'
import { ORGANISATION_KINDS } from '../../../services/contract/vocabulary.ts'
import type { FieldProblems } from '../../api/analysis.ts'
import { saveProfile } from '../../api/partners.ts'
import { countries, countryName, domainName, domains } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { t } from '../../text/translate.ts'
import { OrganisationField } from './organisation-field.tsx'
import { termName } from './partner-words.tsx'
import { Chosen, PickSeveral } from './pick-several.tsx'

const NEW: PartnerProfileInput = { type: 'technology-request', title: '', description: '', domains: [], sectors: [], trl: null, countries: [], partnerKinds: [], validFrom: null, validUntil: null, confidentiality: 'brokers', namedPartners: [] }
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

interface Props { organisation: string, known: PartnerProfile | null, onSaved: () => void, onCancel: () => void }

export function NeedEditor ({ organisation, known, onSaved, onCancel }: Props): VNode {
  const [draft, setDraft] = useState<PartnerProfileInput>(known === null ? NEW : inputOf(known))
  const [sectors, setSectors] = useState(draft.sectors.join(', '))
  const [problems, setProblems] = useState<FieldProblems>({})
  const first = useRef<HTMLSelectElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const set = (patch: Partial<PartnerProfileInput>): void => setDraft({ ...draft, ...patch })
  const save = async (): Promise<void> => {
    const found = await saveProfile(organisation, { ...draft, sectors: sectors.split(',').map(code => code.trim()).filter(code => code !== '') }, known)
    setProblems(found)
    if (Object.keys(found).length === 0) onSaved()
    else setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const field = (name: keyof PartnerProfileInput, hint: string, children: (attributes: { id: string, 'aria-describedby': string, 'aria-invalid': boolean }) => ComponentChildren, across = false): VNode => (
    <div class={`field${across ? ' across' : ''}`}>
      <label for={`need-${name}`}>{t(`field.${name}`)}</label>
      {children({ id: `need-${name}`, 'aria-describedby': `need-${name}-hint`, 'aria-invalid': problems[name] !== undefined })}
      <p class='hint' id={`need-${name}-hint`}>{problems[name] !== undefined && <strong class='field-problem' role='alert'>{problems[name]} </strong>}{hint}</p>
    </div>
  )
  const day = (name: 'validFrom' | 'validUntil'): VNode => field(name, '', attributes => <input {...attributes} type='date' value={draft[name] ?? ''} onChange={event => set({ [name]: event.currentTarget.value === '' ? null : event.currentTarget.value })} />)
  return (
    <form class='need-editor' ref={form} aria-label={t('needs.editor')} noValidate onSubmit={event => { event.preventDefault(); void save() }}>
      <h3>{t('needs.editor')}</h3>
      <div class='need-fields'>
        {field('type', t('field.typeHint'), attributes => <select {...attributes} ref={first} value={draft.type} onChange={event => set({ type: event.currentTarget.value as PartnerProfileInput['type'] })}>{PROFILE_TYPES.map(type => <option key={type} value={type}>{t(`type.${type}`)}</option>)}</select>)}
        {field('title', '', attributes => <input {...attributes} type='text' value={draft.title} onInput={event => set({ title: event.currentTarget.value })} />)}
        {field('description', '', attributes => <textarea {...attributes} maxLength={DESCRIPTION_LENGTH_MAX} value={draft.description} onInput={event => set({ description: event.currentTarget.value })} />, true)}
        <PickSeveral
          id='need-domains' label={t('field.domains')} hint={t('field.domainsHint')} problem={problems.domains} chosen={draft.domains} name={termName} onChange={chosen => set({ domains: chosen })}
          options={[...domains.value.keys()].map(code => ({ value: code, label: domainName(code) })).sort((a, b) => a.label.localeCompare(b.label))}
        />
        {field('sectors', t('field.sectorsHint'), attributes => <input {...attributes} type='text' value={sectors} onInput={event => setSectors(event.currentTarget.value)} />)}
        {field('trl', t('field.trlHint'), attributes => <select {...attributes} value={draft.trl === null ? '' : String(draft.trl)} onChange={event => set({ trl: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}><option value=''>{t('field.trlNone')}</option>{LEVELS.map(level => <option key={level} value={String(level)}>{level}</option>)}</select>)}
        <PickSeveral
          id='need-countries' label={t('field.countries')} hint={t('field.countriesHint')} problem={problems.countries} chosen={draft.countries} name={countryName} onChange={chosen => set({ countries: chosen })}
          options={[...countries.value.keys()].map(code => ({ value: code, label: countryName(code) })).sort((a, b) => a.label.localeCompare(b.label))}
        />
        <PickSeveral
          id='need-partnerKinds' label={t('field.partnerKinds')} hint={t('field.partnerKindsHint')} problem={problems.partnerKinds} chosen={draft.partnerKinds} name={kind => t(`kind.${kind as PartnerProfileInput['partnerKinds'][number]}`)}
          onChange={chosen => set({ partnerKinds: chosen as PartnerProfileInput['partnerKinds'] })} options={ORGANISATION_KINDS.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        {day('validFrom')}
        {day('validUntil')}
        {field('confidentiality', t('secret.hint'), attributes => <select {...attributes} value={draft.confidentiality} onChange={event => set({ confidentiality: event.currentTarget.value as PartnerProfileInput['confidentiality'], namedPartners: [] })}>{CONFIDENTIALITIES.map(word => <option key={word} value={word}>{t(`secret.${word}`)}</option>)}</select>)}
        {draft.confidentiality === 'named-partners' && <NamedPartners chosen={draft.namedPartners} problem={problems.namedPartners} onChange={chosen => set({ namedPartners: chosen })} />}
      </div>
      <p role='alert' class='field-problem'>{problems[''] !== undefined ? t('needs.failed', { problem: problems[''] }) : Object.keys(problems).length > 0 ? t('needs.fields') : ''}</p>
      <p class='actions'><button type='submit' class='button primary'>{t('needs.save')}</button> <button type='button' class='button' onClick={onCancel}>{t('needs.cancel')}</button></p>
    </form>
  )
}

function NamedPartners ({ chosen, problem, onChange }: { chosen: string[], problem: string | undefined, onChange: (chosen: string[]) => void }): VNode {
  return (
    <div>
      <OrganisationField id='need-namedPartners' label={t('field.namedPartners')} hint={t('field.namedPartnersHint')} onChoose={({ id }) => onChange([...new Set([...chosen, id])])} />
      {chosen.map(id => <NamedPartner key={id} id={id} onRemove={() => onChange(chosen.filter(each => each !== id))} />)}
      {problem !== undefined && <p><strong class='field-problem' role='alert'>{problem}</strong></p>}
    </div>
  )
}

function NamedPartner ({ id, onRemove }: { id: string, onRemove: () => void }): VNode | null {
  const { value } = useResource<Organisation>(`/api/v1/organisations/${id}`)
  return <Chosen values={[id]} name={() => value?.name ?? id} onChange={onRemove} />
}

const inputOf = ({ id: _id, organisation: _organisation, version: _version, savedAt: _savedAt, state: _state, ...input }: PartnerProfile): PartnerProfileInput => input
