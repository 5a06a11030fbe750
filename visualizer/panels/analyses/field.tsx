/** One field of the form: its label, the control, its help, and what is wrong with it, in a sentence. */
import type { VNode } from 'preact'
import type { OptionSchema } from '../../api/analysis.ts'
import { t } from '../../text/translate.ts'
import { limitsOf } from './limits.ts'
import { choiceName, optionHint, optionName } from './words.ts'

interface Attributes { id: string, name: string, 'aria-describedby': string, 'aria-invalid': boolean }
interface FieldProps { name: string, label: string, hint: string, problem: string | undefined, children: (attributes: Attributes) => VNode }

export function Field ({ name, label, hint, problem, children }: FieldProps): VNode {
  const id = `analysis-${name.replace('.', '-')}`
  return (
    <div class='field'>
      <label for={id}>{label}</label>
      {children({ id, name, 'aria-describedby': `${id}-hint`, 'aria-invalid': problem !== undefined })}
      <p class='hint' id={`${id}-hint`}>{problem !== undefined && <strong class='field-problem' role='alert'>{problem} </strong>}{hint}</p>
    </div>
  )
}

/** An option of the algorithm, made from its schema. */
export function OptionField ({ name, schema, problem }: { name: string, schema: OptionSchema, problem: string | undefined }): VNode {
  return (
    <Field name={`options.${name}`} label={optionName(name)} hint={[optionHint(name, schema.description), limitsOf(schema)].filter(part => part !== '').join(' ')} problem={problem}>
      {attributes => schema.enum !== undefined
        ? <select {...attributes}>{schema.enum.map(word => <option key={word} value={word} selected={word === schema.default}>{choiceName(word)}</option>)}</select>
        : schema.type === 'boolean'
          ? <input {...attributes} type='checkbox' defaultChecked={schema.default === true} />
          : schema.type === 'number' || schema.type === 'integer'
            ? <input {...attributes} type='number' step={schema.type === 'integer' ? 1 : 'any'} min={schema.minimum} max={schema.maximum} defaultValue={schema.default === undefined ? '' : String(schema.default)} />
            : <input {...attributes} type='text' defaultValue={schema.type === 'array' ? (schema.default as unknown[] ?? []).join(', ') : String(schema.default ?? '')} />}
    </Field>
  )
}

/** A word of a fixed list, such as what counts as a group. */
export const ChoiceField = ({ name, label, hint, words, problem }: { name: string, label: string, hint: string, words: ReadonlyArray<{ word: string, label: string }>, problem: string | undefined }): VNode => (
  <Field name={name} label={label} hint={hint} problem={problem}>
    {attributes => <select {...attributes}>{words.map(({ word, label: shown }) => <option key={word} value={word}>{shown}</option>)}</select>}
  </Field>
)

export const TickField = ({ name, label, hint, problem, ticked = false }: { name: string, label: string, hint: string, problem: string | undefined, ticked?: boolean }): VNode => (
  <Field name={name} label={label} hint={hint} problem={problem}>{attributes => <input {...attributes} type='checkbox' defaultChecked={ticked} />}</Field>
)

export const SeedField = ({ problem }: { problem: string | undefined }): VNode => (
  <Field name='seed' label={t('analysis.seed')} hint={t('analysis.seedHint')} problem={problem}>{attributes => <input {...attributes} type='number' min={0} step={1} defaultValue='42' />}</Field>
)
