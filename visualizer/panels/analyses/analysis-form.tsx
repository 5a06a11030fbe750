/** The form that starts an analysis: made from what the service says of its algorithms, so that it offers every one of them. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { canUpdate, RUN_GROUPS, RUN_TERMS } from '../../services/contract/run.ts'
import type { AlgorithmDescription, RunEstimate, RunRequest } from '../../services/contract/run.ts'
import { estimateAnalysis, optionsOf, startAnalysis } from '../api/analysis.ts'
import type { FieldProblems, OptionSchema } from '../api/analysis.ts'
import { useResource } from '../api/resource.ts'
import { running } from '../api/service.ts'
import { view } from '../state/store.ts'
import { number, t } from '../text/translate.ts'

export function AnalysisForm (): VNode | null {
  const { value } = useResource<{ items: AlgorithmDescription[] }>('/api/v1/algorithms')
  const [chosen, choose] = useState('leiden')
  const [problems, setProblems] = useState<FieldProblems>({})
  const [estimate, setEstimate] = useState<RunEstimate | null>(null)
  const algorithms = value?.items.filter(({ gives }) => gives !== null) ?? []
  const algorithm = algorithms.find(({ name }) => name === chosen)
  if (algorithm === undefined) return null
  const send = async (form: HTMLFormElement): Promise<void> => setProblems(await startAnalysis(requestOf(algorithm, new FormData(form)), algorithm.gives))
  const ask = async (form: HTMLFormElement): Promise<void> => {
    const answer = await estimateAnalysis(requestOf(algorithm, new FormData(form)))
    setEstimate(answer.estimate)
    setProblems(answer.problems)
  }
  return (
    <section class='card full'>
      <h2>{t('analysis.title')}</h2>
      <form class='analysis' noValidate onChange={() => setEstimate(null)} onSubmit={event => { event.preventDefault(); void (event.submitter?.getAttribute('value') === 'estimate' ? ask : send)(event.currentTarget) }}>
        <Field name='algorithm' label={t('analysis.algorithm')} hint={algorithm.says} problem={problems.algorithm}>
          {attributes => (
            <select {...attributes} value={chosen} onChange={event => { choose(event.currentTarget.value); setProblems({}) }}>
              {[...new Set(algorithms.map(({ family }) => family))].map(family => (
                <optgroup key={family} label={family}>
                  {algorithms.filter(each => each.family === family).map(({ name, title }) => <option key={name} value={name}>{title}</option>)}
                </optgroup>))}
            </select>)}
        </Field>
        <div class='analysis-options' key={chosen}>
          {algorithm.needs.groups && <Choice name='group' label={t('analysis.group')} words={RUN_GROUPS} problem={problems.group ?? problems.groupsFrom} />}
          {algorithm.needs.terms && <Choice name='terms' label={t('analysis.terms')} words={RUN_TERMS} problem={problems.terms} />}
          {canUpdate(algorithm.name) && <Field name='startFrom' label={t('analysis.startFrom')} hint={t('analysis.startFromHint')} problem={problems.startFrom}>{attributes => <input {...attributes} type='checkbox' />}</Field>}
          {optionsOf(algorithm).map(([name, schema]) => <OptionField key={name} name={`options.${name}`} schema={schema} problem={problems[`options.${name}`]} />)}
          <Field name='seed' label={t('analysis.seed')} hint={t('analysis.seedHint')} problem={problems.seed}>{attributes => <input {...attributes} type='number' min={0} step={1} defaultValue='42' />}</Field>
        </div>
        {problems[''] !== undefined && <p class='notice' role='alert'>{problems['']}</p>}
        <p aria-live='polite'>{estimate !== null && estimateText(estimate)}</p>
        <p class='actions'><button type='submit' class='button primary' disabled={running.value !== null && running.value.status !== 'failed'}>{t('analysis.start')}</button> <button type='submit' value='estimate' class='button'>{t('analysis.estimate')}</button> <span class='hint'>{algorithm.reference}</span></p>
      </form>
    </section>
  )
}

/** In words: how large the network is, and whether the analysis fits. */
function estimateText ({ organisations, links, bytes, bytesMax, steps, stepsMax }: RunEstimate): string {
  const need = t('analysis.need', { organisations, links, megabytes: megabytes(bytes), megabytesMax: megabytes(bytesMax), share: steps > 0 && steps < stepsMax / 100 ? '< 1' : number(steps / stepsMax * 100) })
  return `${need} ${t(bytes <= bytesMax && steps <= stepsMax ? 'analysis.fits' : 'analysis.tooLarge')}`
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 ** 2)

interface Attributes { id: string, name: string, 'aria-describedby': string, 'aria-invalid': boolean }
interface FieldProps { name: string, label: string, hint: string, problem: string | undefined, children: (attributes: Attributes) => VNode }

function Field ({ name, label, hint, problem, children }: FieldProps): VNode {
  const id = `analysis-${name.replace('.', '-')}`
  return (
    <div class='field'>
      <label for={id}>{label}</label>
      {children({ id, name, 'aria-describedby': `${id}-hint`, 'aria-invalid': problem !== undefined })}
      <p class='hint' id={`${id}-hint`}>{problem !== undefined && <strong class='field-problem' role='alert'>{problem} </strong>}{hint}</p>
    </div>
  )
}

const Choice = ({ name, label, words, problem }: { name: 'group' | 'terms', label: string, words: readonly string[], problem: string | undefined }): VNode => (
  <Field name={name} label={label} hint={t(`analysis.${name}Hint`)} problem={problem}>
    {attributes => <select {...attributes}>{words.map(word => <option key={word} value={word}>{t(`analysis.by.${word as typeof RUN_GROUPS[number] | typeof RUN_TERMS[number]}`)}</option>)}</select>}
  </Field>
)

/** Names and descriptions are the service's own, in English, as in its documentation. */
function OptionField ({ name, schema, problem }: { name: string, schema: OptionSchema, problem: string | undefined }): VNode {
  const limits = [schema.minimum ?? schema.exclusiveMinimum, schema.maximum].every(limit => limit !== undefined) ? ` (${schema.minimum ?? schema.exclusiveMinimum}–${schema.maximum})` : ''
  const label = name.slice('options.'.length).replace(/([A-Z])/g, ' $1').toLowerCase().replace(/^./, first => first.toUpperCase())
  return (
    <Field name={name} label={label} hint={`${schema.description ?? ''}${limits}${schema.type === 'array' ? ` (${t('analysis.list')})` : ''}`} problem={problem}>
      {attributes => schema.enum !== undefined
        ? <select {...attributes}>{schema.enum.map(word => <option key={word} value={word} selected={word === schema.default}>{word}</option>)}</select>
        : schema.type === 'boolean'
          ? <input {...attributes} type='checkbox' defaultChecked={schema.default === true} />
          : schema.type === 'number' || schema.type === 'integer'
            ? <input {...attributes} type='number' step={schema.type === 'integer' ? 1 : 'any'} min={schema.minimum} max={schema.maximum} defaultValue={String(schema.default)} />
            : <input {...attributes} type='text' defaultValue={schema.type === 'array' ? (schema.default as unknown[] ?? []).join(', ') : String(schema.default ?? '')} />}
    </Field>
  )
}

/** Only what differs from the default is sent, so that a stored run says what was chosen. */
function requestOf (algorithm: AlgorithmDescription, given: FormData): Partial<RunRequest> {
  const chosen = optionsOf(algorithm).map(([name, schema]) => [name, schema, valueOf(schema, given.get(`options.${name}`))] as const)
  const text = (name: string): string | undefined => given.get(name)?.toString()
  return {
    algorithm: algorithm.name,
    seed: Number(text('seed')),
    options: Object.fromEntries(chosen.filter(([, schema, value]) => JSON.stringify(value) !== JSON.stringify(schema.default)).map(([name, , value]) => [name, value])),
    ...(given.get('startFrom') !== null && { startFrom: view.value.run }),
    ...(algorithm.needs.groups && { group: text('group') as RunRequest['group'], ...(text('group') === 'cluster' && { groupsFrom: view.value.run }) }),
    ...(algorithm.needs.terms && { terms: text('terms') as RunRequest['terms'] })
  }
}

function valueOf (schema: OptionSchema, given: FormDataEntryValue | null): unknown {
  if (schema.type === 'array') return String(given).split(',').map(entry => entry.trim()).filter(entry => entry !== '').map(entry => valueOf(schema.items ?? {}, entry))
  if (schema.type === 'boolean') return given !== null
  if (schema.type === 'number' || schema.type === 'integer') return given === '' ? null : Number(given)
  return given
}
