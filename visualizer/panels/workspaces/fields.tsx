/** Fields of forms in a workspace: each with its label, its hint, and what was wrong with it. */
import { useId } from 'preact/hooks'
import type { VNode } from 'preact'
import { WORKSPACE_TEXT_MAX } from '../../../services/contract/workspace.ts'
import { TEXT_LENGTH_MAX } from '../../../services/contract/scalars.ts'

interface FieldProps { label: string, value: string, onInput: (value: string) => void, hint?: string, problem?: string | undefined, required?: boolean }

const described = (id: string, { hint, problem }: Pick<FieldProps, 'hint' | 'problem'>): string | undefined => [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`].filter(part => part !== '').join(' ') || undefined

function Notes ({ id, hint, problem }: { id: string, hint: string | undefined, problem: string | undefined }): VNode {
  return <>{hint !== undefined && <p class='hint' id={`${id}-hint`}>{hint}</p>}{problem !== undefined && <p class='field-problem' id={`${id}-problem`}>{problem}</p>}</>
}

/** One line, or a day. */
export function LineField ({ label, value, onInput, hint, problem, required = false, type = 'text' }: FieldProps & { type?: 'text' | 'date' }): VNode {
  const id = useId()
  const given = { id, value, required, 'aria-invalid': problem !== undefined, 'aria-describedby': described(id, { hint, problem }), onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value) }
  return (
    <div class='field'>
      <label for={id}>{label}</label>
      {type === 'date' ? <input type='date' {...given} /> : <input type='text' maxLength={TEXT_LENGTH_MAX} {...given} />}
      <Notes id={id} hint={hint} problem={problem} />
    </div>
  )
}

export function LongField ({ label, value, onInput, hint, problem, required = false, rows = 4 }: FieldProps & { rows?: number }): VNode {
  const id = useId()
  return (
    <div class='field long'>
      <label for={id}>{label}</label>
      <textarea id={id} rows={rows} value={value} required={required} maxLength={WORKSPACE_TEXT_MAX} aria-invalid={problem !== undefined} aria-describedby={described(id, { hint, problem })} onInput={event => onInput(event.currentTarget.value)} />
      <Notes id={id} hint={hint} problem={problem} />
    </div>
  )
}

/** What is no number yet is shown as nothing. */
export function NumberField ({ label, value, onInput, hint, problem, min, max, step }: { label: string, value: number, onInput: (value: number) => void, hint?: string, problem?: string | undefined, min?: number, max?: number, step?: number | 'any' }): VNode {
  const id = useId()
  return (
    <div class='field'>
      <label for={id}>{label}</label>
      <input id={id} type='number' value={Number.isFinite(value) ? value : ''} required min={min} max={max} step={step} aria-invalid={problem !== undefined} aria-describedby={described(id, { hint, problem })} onInput={event => { if (!Number.isNaN(event.currentTarget.valueAsNumber)) onInput(event.currentTarget.valueAsNumber) }} />
      <Notes id={id} hint={hint} problem={problem} />
    </div>
  )
}

export function SelectField ({ label, value, onInput, hint, problem, options }: FieldProps & { options: ReadonlyArray<{ value: string, label: string }> }): VNode {
  const id = useId()
  return (
    <div class='field'>
      <label for={id}>{label}</label>
      <select id={id} value={value} aria-invalid={problem !== undefined} aria-describedby={described(id, { hint, problem })} onChange={event => onInput(event.currentTarget.value)}>
        {options.map(option => <option key={option.value} value={option.value} selected={option.value === value}>{option.label}</option>)}
      </select>
      <Notes id={id} hint={hint} problem={problem} />
    </div>
  )
}

interface TicksProps { legend: string, hint?: string, problem?: string | undefined, options: ReadonlyArray<{ value: string, label: string }>, chosen: readonly string[], onChange: (chosen: string[]) => void }

/** Several of a short list. What was chosen and is not in the list any more stays, so that it is not lost unseen. */
export function TickList ({ legend, hint, problem, options, chosen, onChange }: TicksProps): VNode {
  const gone = chosen.filter(value => !options.some(option => option.value === value)).map(value => ({ value, label: value }))
  return (
    <fieldset class='ticks'>
      <legend>{legend}</legend>
      {hint !== undefined && <p class='hint'>{hint}</p>}
      {problem !== undefined && <p class='field-problem' role='alert'>{problem}</p>}
      <ul>{[...options, ...gone].map(({ value, label }) => (
        <li key={value}><label class='tick'><input type='checkbox' checked={chosen.includes(value)} onChange={() => onChange(chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value])} /> <span>{label}</span></label></li>))}
      </ul>
    </fieldset>
  )
}
