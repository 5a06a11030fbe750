/** What one region has declared, as a form: one group of fields for each priority. Nothing is kept before it is saved. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { PRIORITIES_MAX } from '../../../services/contract/declared-priorities.ts'
import type { DeclaredPriority, DeclaredState } from '../../../services/contract/declared-priorities.ts'
import { saveDeclared } from '../../api/declared-priorities.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { domainName, domains } from '../../api/service.ts'
import { t } from '../../text/translate.ts'

/** As typed: sectors are one line of text until they are saved. */
interface Draft extends Omit<DeclaredPriority, 'sectors'> { sectors: string, key: number }

let keys = 0
const emptyDraft = (): Draft => ({ title: '', domains: [], sectors: '', document: null, website: null, note: null, key: keys++ })
const draftOf = ({ sectors, ...priority }: DeclaredPriority): Draft => ({ ...priority, sectors: sectors.join(', '), key: keys++ })
const priorityOf = ({ sectors, key, ...priority }: Draft): DeclaredPriority => ({ ...priority, sectors: sectors.split(/[,;\s]+/).filter(code => code !== '') })

interface Props { region: string, name: string, /** Null: nothing declared yet. */ declared: DeclaredState | null, onDone: (saved: boolean) => void }

export function PrioritiesEditor ({ region, name, declared, onDone }: Props): VNode {
  const [drafts, setDrafts] = useState<Draft[]>(() => declared === null ? [emptyDraft()] : declared.priorities.map(draftOf))
  const [problem, setProblem] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [region])
  const set = (at: number, patch: Partial<Draft>): void => setDrafts(drafts.map((draft, i) => i === at ? { ...draft, ...patch } : draft))
  const save = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await saveDeclared(region, drafts.map(priorityOf), declared?.version ?? 0)
      onDone(true)
    } catch (error) {
      setProblem(error as Error)
      setBusy(false)
    }
  }
  const errorsAt = (path: string): string => problem instanceof ApiProblem ? (problem.problem.errors ?? []).filter(error => error.path === path || error.path.startsWith(`${path}.`)).map(({ value, message }) => `${value ?? ''} ${message}`.trim()).join('; ') : ''
  return (
    <form class='priorities-editor' aria-labelledby='priorities-editor-title' onSubmit={event => { event.preventDefault(); void save() }}>
      <h3 id='priorities-editor-title' ref={heading} tabIndex={-1}>{t('priorities.of', { name, code: region })}</h3>
      {drafts.map((draft, i) => (
        <PriorityFields key={draft.key} draft={draft} at={i} set={patch => set(i, patch)} errorsAt={field => errorsAt(`priorities.${i}.${field}`)} onRemove={() => setDrafts(drafts.filter(other => other !== draft))} />))}
      {drafts.length === 0 && <p class='hint'>{t('priorities.noneLeft')}</p>}
      {problem !== null && <p class='notice' role='alert'>{problem instanceof ApiProblem && problem.problem.code === 'CONFLICT' ? t('priorities.conflict') : problem instanceof ApiProblem ? problem.message : t('problem.noAnswerDetail')}</p>}
      <p class='actions'>
        <button type='button' class='button' disabled={drafts.length >= PRIORITIES_MAX} onClick={() => setDrafts([...drafts, emptyDraft()])}>{t('priorities.add')}</button>
        <button type='submit' class='button primary' disabled={busy}>{t('priorities.save')}</button>
        <button type='button' class='button' onClick={() => onDone(false)}>{t('priorities.cancel')}</button>
      </p>
    </form>
  )
}

interface FieldsProps { draft: Draft, at: number, set: (patch: Partial<Draft>) => void, errorsAt: (field: string) => string, onRemove: () => void }

function PriorityFields ({ draft, at, set, errorsAt, onRemove }: FieldsProps): VNode {
  const listed = [...domains.value.values()].filter(({ thematic }) => thematic)
  const field = (name: 'title' | 'sectors' | 'document' | 'website' | 'note', hint?: string): VNode => {
    const id = `priority-${draft.key}-${name}`
    const wrong = errorsAt(name)
    const own = name === 'title' || name === 'sectors'
    return (
      <div class='field'>
        <label for={id}>{t(name === 'title' ? 'priorities.titleField' : `priorities.${name}`)}</label>
        <input
          id={id} type='text' value={draft[name] ?? ''} required={name === 'title'} aria-invalid={wrong !== '' ? true : undefined} aria-describedby={wrong !== '' ? `${id}-problem` : hint !== undefined ? `${id}-hint` : undefined}
          onInput={event => set({ [name]: own ? event.currentTarget.value : event.currentTarget.value || null })}
        />
        {hint !== undefined && <p class='hint' id={`${id}-hint`}>{hint}</p>}
        {wrong !== '' && <p class='field-problem' id={`${id}-problem`}>{wrong}</p>}
      </div>
    )
  }
  return (
    <fieldset class='priority'>
      <legend>{t('priorities.number', { n: at + 1 })}</legend>
      {field('title')}
      <details class='priority-domains'>
        <summary>{draft.domains.length === 0 ? t('priorities.noDomains') : t('priorities.domains', { list: draft.domains.map(domainName).join(', ') })}</summary>
        <ul>{listed.map(({ code }) => (
          <li key={code}><label><input type='checkbox' checked={draft.domains.includes(code)} onChange={() => set({ domains: draft.domains.includes(code) ? draft.domains.filter(other => other !== code) : [...draft.domains, code] })} /> {domainName(code)}{code.startsWith('s3:') ? ' (S3)' : ''}</label></li>))}
        </ul>
      </details>
      {field('sectors', t('priorities.sectorsHint'))}
      {field('document')}
      {field('website')}
      {field('note')}
      <p><button type='button' class='text-button' onClick={onRemove}>{t('priorities.remove', { title: draft.title || t('priorities.number', { n: at + 1 }) })}</button></p>
    </fieldset>
  )
}
