/** Several words of a list: what is chosen stands as buttons that take it away, the rest in a list that adds. */
import type { VNode } from 'preact'
import { t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'

interface Props { id: string, label: string, hint?: string, problem?: string | undefined, chosen: string[], options: Array<{ value: string, label: string }>, name: (value: string) => string, onChange: (chosen: string[]) => void }

export function PickSeveral ({ id, label, hint = '', problem, chosen, options, name, onChange }: Props): VNode {
  return (
    <div class='field'>
      <label for={id}>{label}</label>
      <select id={id} aria-describedby={`${id}-hint`} aria-invalid={problem !== undefined} value='' onChange={event => { if (event.currentTarget.value !== '') onChange([...chosen, event.currentTarget.value]) }}>
        <option value=''>{t('pick.add')}</option>
        {options.filter(({ value }) => !chosen.includes(value)).map(({ value, label: shown }) => <option key={value} value={value}>{shown}</option>)}
      </select>
      <Chosen values={chosen} name={name} onChange={onChange} />
      <p class='hint' id={`${id}-hint`}>{problem !== undefined && <strong class='field-problem' role='alert'>{problem} </strong>}{hint}</p>
    </div>
  )
}

export const Chosen = ({ values, name, onChange }: { values: string[], name: (value: string) => string, onChange: (values: string[]) => void }): VNode | null => values.length === 0
  ? null
  : (
    <ul class='chosen'>{values.map(value => (
      <li key={value}><button type='button' class='chosen-word' aria-label={t('pick.remove', { name: name(value) })} onClick={() => onChange(values.filter(each => each !== value))}>{name(value)} <Icon name='close' /></button></li>))}
    </ul>)
