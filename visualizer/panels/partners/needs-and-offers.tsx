/** What an organisation looks for and has to give: its profiles, and the way to add, change and withdraw them. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { PartnerProfile } from '../../../services/contract/partner-profile.ts'
import { useProfiles, withdrawProfile } from '../../api/partners.ts'
import { countryName, status } from '../../api/service.ts'
import { date, t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { ProblemNotice } from '../notices.tsx'
import { NeedEditor } from './need-editor.tsx'
import { termName } from './partner-words.tsx'

type Open = { kind: 'none' } | { kind: 'add' } | { kind: 'edit', profile: PartnerProfile } | { kind: 'withdraw', profile: PartnerProfile }

export function NeedsAndOffers ({ organisation }: { organisation: string }): VNode {
  const { items, error, reload } = useProfiles(organisation)
  const [open, setOpen] = useState<Open>({ kind: 'none' })
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const writable = status.value?.writable === true
  useEffect(() => setOpen({ kind: 'none' }), [organisation])
  const done = (text: string): void => {
    setOpen({ kind: 'none' })
    setSaid(text)
    reload()
    heading.current?.focus()
  }
  const withdraw = async (profile: PartnerProfile): Promise<void> => {
    const problems = await withdrawProfile(profile)
    if (problems[''] === undefined) done(t('needs.withdrawn'))
    else setSaid(t('needs.failed', { problem: problems[''] }))
  }
  return (
    <section class='card full' id='needs'>
      <h2 ref={heading} tabIndex={-1}>{t('needs.title')} <span>{t('needs.hint')}</span></h2>
      {error !== undefined && <ProblemNotice error={error} />}
      {items?.length === 0 && <p>{t('needs.none')}</p>}
      <ul class='needs'>{items?.map(profile => (
        <li key={profile.id}>
          <Profile profile={profile} />
          <p class='actions'>
            {profile.state === 'valid' && <Go to={{ screen: 'partners', focus: organisation, choices: { need: profile.id } }} class='button small' label={t('needs.findFor', { title: profile.title })}>{t('needs.find')}</Go>}
            {writable && (
              <>
                <button type='button' class='button small' aria-label={t('needs.editOf', { title: profile.title })} onClick={() => { setSaid(''); setOpen({ kind: 'edit', profile }) }}>{t('needs.edit')}</button>
                <button type='button' class='button small' aria-label={t('needs.withdrawOf', { title: profile.title })} onClick={() => { setSaid(''); setOpen({ kind: 'withdraw', profile }) }}>{t('needs.withdraw')}</button>
              </>)}
          </p>
          {open.kind === 'withdraw' && open.profile.id === profile.id && (
            <p class='notice sure' role='alertdialog' aria-label={t('needs.withdraw')}>
              <span>{t('needs.sure', { title: profile.title })}</span>
              <button type='button' class='button small' ref={button => button?.focus()} onClick={() => { void withdraw(profile) }}>{t('needs.withdraw')}</button>
              <button type='button' class='button small' onClick={() => setOpen({ kind: 'none' })}>{t('needs.keep')}</button>
            </p>)}
        </li>))}
      </ul>
      <p class='actions'>
        {writable && open.kind !== 'add' && open.kind !== 'edit' && <button type='button' class='button' onClick={() => { setSaid(''); setOpen({ kind: 'add' }) }}>{t('needs.add')}</button>}
        <Go to={{ screen: 'partners', focus: organisation }} class='button primary'>{t('needs.find')}</Go>
        <Go to={{ screen: 'partners', focus: null }} class='text-link'>{t('profiles.several')}</Go>
      </p>
      <p role='status'>{said}</p>
      {(open.kind === 'add' || open.kind === 'edit') && (
        <NeedEditor key={open.kind === 'edit' ? open.profile.id : ''} organisation={organisation} known={open.kind === 'edit' ? open.profile : null} onSaved={() => done(t('needs.saved'))} onCancel={() => { setOpen({ kind: 'none' }); heading.current?.focus() }} />)}
    </section>
  )
}

function Profile ({ profile }: { profile: PartnerProfile }): VNode {
  const { type, title, description, domains, sectors, trl, countries, partnerKinds, confidentiality, version, savedAt } = profile
  const facts = [
    [...domains, ...sectors].map(termName).join(', '), trl === null ? '' : `TRL ${trl}`,
    countries.length === 0 ? '' : `${t('field.countries')}: ${countries.map(countryName).join(', ')}`,
    partnerKinds.length === 0 ? '' : `${t('field.partnerKinds')}: ${partnerKinds.map(kind => t(`kind.${kind}` as Key)).join(', ')}`
  ].filter(part => part !== '')
  return (
    <div>
      <p class='meta'><span>{t(`type.${type}`)}</span> · <strong>{validity(profile)}</strong> · <span>{t(`secret.${confidentiality}`)}</span></p>
      <h3>{title}</h3>
      {description !== '' && <p class='description'>{description}</p>}
      <p class='hint'>{facts.join(' · ')} · {t('needs.version', { n: version, date: date(savedAt) })}</p>
    </div>
  )
}

function validity ({ state, validFrom, validUntil }: PartnerProfile): string {
  if (state === 'expired') return t('state.expired', { date: date(String(validUntil)) })
  if (state === 'not-yet-valid') return t('state.not-yet-valid', { date: date(String(validFrom)) })
  return validUntil === null ? t('state.valid') : t('state.until', { date: date(validUntil) })
}
