/** One introduction: where it stands, what happened, and the form that takes it a step on. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { INTRODUCTION_STATES, NOTE_LENGTH_MAX, OUTCOME_LINK_KINDS } from '../../../services/contract/introduction.ts'
import type { Introduction, IntroductionState } from '../../../services/contract/introduction.ts'
import { INITIALS_LENGTH_MAX } from '../../../services/contract/feedback.ts'
import { partnersContext } from '../../../services/contract/partner-match.ts'
import { saveCasework, useCasework } from '../../api/casework.ts'
import { useProfiles } from '../../api/partners.ts'
import { countryName, status } from '../../api/service.ts'
import { date, t } from '../../text/translate.ts'
import { OrganisationLink } from '../chip.tsx'
import { Icon } from '../icons.tsx'
import { ProblemNotice } from '../notices.tsx'
import { BriefLinks } from './brief-links.tsx'

export function IntroductionCase ({ id }: { id: string }): VNode {
  const { value, error } = useCasework<Introduction>(`/api/v1/introductions/${id}`)
  const [said, setSaid] = useState('')
  if (error !== undefined) return <ProblemNotice error={error} />
  if (value === undefined) return <p role='status'>{t('starting.loading')}</p>
  const { of, candidate, state, followUp, overdue, nextStep, through, outcome, history } = value
  return (
    <>
      <h1>{t('introductions.pairNames', { of: of.name, candidate: candidate.name })}</h1>
      <p class='lead'><strong>{t(`state.${state}`)}</strong>{followUp !== null && <> · {overdue ? <strong class='overdue'><Icon name='warning' /> {t('introductions.overdueSince', { date: date(followUp) })}</strong> : t('introductions.dueOn', { date: date(followUp) })}</>}</p>
      <dl class='facts'>
        <div><dt>{t('introductions.looking')}</dt><dd><OrganisationLink id={of.id} name={of.name} />, {countryName(of.country)}</dd></div>
        <div><dt>{t('introductions.candidate')}</dt><dd><OrganisationLink id={candidate.id} name={candidate.name} />, {countryName(candidate.country)}</dd></div>
        {through.length > 0 && <div><dt>{t('introductions.through')}</dt><dd>{through.map(({ name }) => name).join(', ')}</dd></div>}
        <div><dt>{t('introductions.nextStep')}</dt><dd>{nextStep ?? '–'}</dd></div>
        {outcome !== null && <div><dt>{t('state.outcome')}</dt><dd>{outcome.linkKind === null ? t('introductions.noLink') : t(`outcome.${outcome.linkKind}`)}{outcome.link !== null && ` (${t('introductions.recorded')})`}</dd></div>}
        <div><dt>{t('introductions.brief')}</dt><dd><BriefOfCase introduction={value} /></dd></div>
      </dl>
      <p role='status' class='hint'>{said}</p>
      <div class='grid'>
        {status.value?.writable === true && <ChangeForm introduction={value} onSaved={text => setSaid(text)} key={value.version} />}
        <section class='card half'>
          <h2>{t('introductions.history')}</h2>
          <ol class='timeline'>{[...history].reverse().map((entry, i) => (
            <li key={history.length - i}>
              <p><time dateTime={entry.at}>{date(entry.at)}</time>{entry.by !== null && ` · ${entry.by}`} · <strong>{entry.from === null ? t('introductions.began') : entry.from === entry.to ? t('introductions.noted') : t('introductions.moved', { from: t(`state.${entry.from}`), to: t(`state.${entry.to}`) })}</strong></p>
              {entry.why !== null && <p>{t('introductions.whySaid', { why: entry.why })}</p>}
              {entry.note !== '' && <p class='note-text'>{entry.note}</p>}
              {entry.followUp !== null && <p class='hint'>{t('introductions.dueOn', { date: date(entry.followUp) })}</p>}
            </li>))}
          </ol>
        </section>
      </div>
    </>
  )
}

/** Made for the need that the introduction came from, where it may stand on paper. */
function BriefOfCase ({ introduction: { of, candidate, context } }: { introduction: Introduction }): VNode {
  const { items } = useProfiles(of.id)
  const need = items?.find(({ id, state }) => state === 'valid' && partnersContext(id) === context)
  return <BriefLinks of={of.id} candidate={candidate.id} asked={new URLSearchParams(need?.confidentiality === 'public' ? { profile: need.id } : {})} />
}

/** Which fields are asked for follows the state that is chosen. */
function ChangeForm ({ introduction, onSaved }: { introduction: Introduction, onSaved: (text: string) => void }): VNode {
  const { id, version, state, of, candidate, nextStep, followUp } = introduction
  const [to, setTo] = useState<IntroductionState>(state)
  const [linkKind, setLinkKind] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const needsWhy = to !== state && (to === 'closed' || INTRODUCTION_STATES.indexOf(to) < INTRODUCTION_STATES.indexOf(state))
  const ends = to === 'outcome' || to === 'closed'
  const save = async (form: HTMLFormElement): Promise<void> => {
    const fields = new FormData(form)
    const text = (name: string): string => String(fields.get(name) ?? '').trim()
    const orNull = (name: string): string | null => text(name) === '' ? null : text(name)
    try {
      await saveCasework(`/api/v1/introductions/${id}/changes`, {
        basedOn: version, ...(to !== state && { to }), note: text('note'), by: orNull('by'), ...(needsWhy && { why: orNull('why') }),
        ...(!ends && { nextStep: orNull('nextStep'), followUp: orNull('followUp') }),
        ...(to === 'outcome' && to !== state && { outcome: { linkKind: linkKind === '' ? null : linkKind, seller: linkKind === 'SUPPLIES' ? text('seller') : null, record: fields.get('record') !== null } })
      })
      onSaved(t('introductions.saved'))
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <section class='card half'>
      <h2>{t('introductions.goOn')}</h2>
      <form class='introduction-form' onSubmit={event => { event.preventDefault(); void save(event.currentTarget) }}>
        <label>{t('introductions.state')}<select name='to' value={to} onChange={event => setTo(event.currentTarget.value as IntroductionState)}>{INTRODUCTION_STATES.filter(word => !(state === 'outcome' && word === 'closed')).map(word => <option key={word} value={word}>{t(`state.${word}`)}{word === state ? ` (${t('introductions.asNow')})` : ''}</option>)}</select></label>
        {needsWhy && <label>{t('introductions.why')}<input type='text' name='why' required maxLength={500} /></label>}
        {to === 'outcome' && to !== state && (
          <>
            <label>{t('introductions.whatCame')}<select name='linkKind' value={linkKind} onChange={event => setLinkKind(event.currentTarget.value)}><option value=''>{t('introductions.noLink')}</option>{OUTCOME_LINK_KINDS.map(kind => <option key={kind} value={kind}>{t(`outcome.${kind}`)}</option>)}</select></label>
            {linkKind === 'SUPPLIES' && <label>{t('introductions.seller')}<select name='seller'><option value={of.id}>{of.name}</option><option value={candidate.id}>{candidate.name}</option></select></label>}
            {linkKind !== '' && <label class='tick'><input type='checkbox' name='record' /> {t('introductions.record')}</label>}
          </>)}
        <label>{t('introductions.note')}<textarea name='note' rows={3} maxLength={NOTE_LENGTH_MAX} /></label>
        {!ends && <label>{t('introductions.nextStep')}<input type='text' name='nextStep' maxLength={500} defaultValue={nextStep ?? ''} /></label>}
        {!ends && <label>{t('introductions.followUp')}<input type='date' name='followUp' defaultValue={followUp ?? ''} /></label>}
        <label>{t('introductions.initials')}<input type='text' name='by' maxLength={INITIALS_LENGTH_MAX} autocomplete='off' /></label>
        {problem !== null && <p role='alert' class='field-problem'>{problem}</p>}
        <p class='actions'><button type='submit' class='button primary'>{t('introductions.save')}</button></p>
      </form>
    </section>
  )
}
