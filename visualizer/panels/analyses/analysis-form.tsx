/** The form that starts an analysis: made from what the service says of its algorithms, so that it offers every one of them. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { canUpdate, NETWORK_SIZE_MAX_DEFAULT, RUN_GROUPS, RUN_TERMS } from '../../../services/contract/run.ts'
import type { AlgorithmDescription, RunEstimate, RunRequest } from '../../../services/contract/run.ts'
import { LAYERS } from '../../../services/contract/vocabulary.ts'
import { estimateAnalysis, optionsOf, startAnalysis } from '../../api/analysis.ts'
import type { FieldProblems, OptionSchema } from '../../api/analysis.ts'
import { running, shownRun, status } from '../../api/service.ts'
import { t } from '../../text/translate.ts'
import { estimateText, fits, nothingToMeasure } from './estimate.ts'
import { ChoiceField, Field, OptionField, SeedField, TickField } from './field.tsx'
import { problemSentences } from './limits.ts'
import { unusualSettings } from './unusual-settings.ts'
import { familyName, sentenceOf, titleOf } from './words.ts'

const ANY_DIRECTED = 'hits'
/** After a keystroke it is asked what the analysis would take once no other follows. */
const PAUSE_MS = 300

export function AnalysisForm ({ algorithms: all }: { algorithms: AlgorithmDescription[] }): VNode | null {
  const [chosen, choose] = useState('leiden')
  const [problems, setProblems] = useState<FieldProblems>({})
  const [estimate, setEstimate] = useState<RunEstimate | null>(null)
  const [request, setRequest] = useState<Partial<RunRequest>>({})
  const [supplyLinks, setSupplyLinks] = useState<number | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const asks = useRef(0)
  const algorithms = all.filter(({ gives }) => gives !== null)
  const algorithm = algorithms.find(({ name }) => name === chosen)
  const revision = status.value?.revision
  useEffect(() => { void estimateAnalysis({ algorithm: ANY_DIRECTED }).then(found => setSupplyLinks(found.estimate?.links ?? null)) }, [revision])
  // What it would take is asked for whenever something was chosen or typed.
  const look = async (): Promise<void> => {
    if (form.current === null || algorithm === undefined) return
    const asked = requestOf(algorithm, new FormData(form.current))
    const ask = ++asks.current
    setRequest(asked)
    const answer = await estimateAnalysis(asked)
    if (ask !== asks.current) return
    setEstimate(answer.estimate)
    setProblems(answer.problems)
  }
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const newestLook = useRef(look)
  newestLook.current = look
  const lookSoon = (): void => {
    clearTimeout(pause.current)
    pause.current = setTimeout(() => { void newestLook.current() }, PAUSE_MS)
  }
  useEffect(() => () => clearTimeout(pause.current), [])
  useEffect(() => { void look() }, [algorithm?.name, revision])
  if (algorithm === undefined) return null
  const send = async (): Promise<void> => {
    if (form.current === null) return
    const asked = requestOf(algorithm, new FormData(form.current))
    setRequest(asked)
    // Nobody starts what changes the picture of all without having been told.
    if (status.value?.latestRun != null && unusualIn(asked).length > 0 && form.current.elements.namedItem('trial') === null) return
    setProblems(await startAnalysis(asked, algorithm.gives))
  }
  const wrong = problemSentences(problems, optionsOf(algorithm))
  const missing = estimate === null ? null : nothingToMeasure(algorithm.needs, estimate.links)
  const impossible = missing !== null || (estimate !== null && !fits(estimate))
  const unusual = request.algorithm === chosen ? unusualIn(request) : []
  const lacksSupply = ({ needs }: AlgorithmDescription): boolean => supplyLinks === 0 && needs.direction === 'directed'
  const busy = running.value !== null && running.value.status !== 'failed'
  return (
    <section class='card full'>
      <h2>{t('analysis.title')}</h2>
      <form class='analysis' ref={form} noValidate onInput={event => { setRequest(requestOf(algorithm, new FormData(event.currentTarget))); lookSoon() }} onSubmit={event => { event.preventDefault(); if (!impossible) void send() }}>
        <Field name='algorithm' label={t('analysis.algorithm')} hint={sentenceOf(algorithm)} problem={wrong.algorithm}>
          {attributes => (
            <select {...attributes} value={chosen} onChange={event => { choose(event.currentTarget.value); setProblems({}); setEstimate(null) }}>
              {[...new Set(algorithms.map(({ family }) => family))].map(family => (
                <optgroup key={family} label={familyName(family)}>
                  {algorithms.filter(each => each.family === family).map(each => <option key={each.name} value={each.name}>{titleOf(each)}{lacksSupply(each) && ` (${t('analysis.needsSupply')})`}</option>)}
                </optgroup>))}
            </select>)}
        </Field>
        <div class='analysis-options' key={chosen}>
          {algorithm.needs.groups && <ChoiceField name='group' label={t('analysis.group')} hint={t('analysis.groupHint')} words={RUN_GROUPS.map(word => ({ word, label: t(`analysis.by.${word}`) }))} problem={wrong.group ?? wrong.groupsFrom} />}
          {algorithm.needs.terms && <ChoiceField name='terms' label={t('analysis.terms')} hint={t('analysis.termsHint')} words={RUN_TERMS.map(word => ({ word, label: t(`analysis.by.${word}`) }))} problem={wrong.terms} />}
          {canUpdate(algorithm.name) && <TickField name='startFrom' label={t('analysis.startFrom')} hint={t('analysis.startFromHint')} problem={wrong.startFrom} />}
          {optionsOf(algorithm).map(([name, schema]) => <OptionField key={name} name={name} schema={schema} problem={wrong[`options.${name}`]} />)}
          <SeedField problem={wrong.seed} />
        </div>
        {status.value?.latestRun != null && unusual.length > 0 && <TrialField unusual={unusual} problem={wrong.trial} />}
        {wrong[''] !== undefined && <p class='notice' role='alert'>{wrong['']}</p>}
        <p aria-live='polite' id='analysis-estimate'>{missing ?? (estimate === null ? '' : estimateText(estimate, algorithm.needs))}</p>
        <p class='actions'><button type='submit' class='button primary' aria-describedby='analysis-estimate' disabled={busy || impossible}>{t('analysis.start')}</button> <span class='hint'>{algorithm.reference}</span></p>
      </form>
    </section>
  )
}

const USUAL_NETWORK: RunRequest['projection'] = { layers: [...LAYERS], networkSizeMax: NETWORK_SIZE_MAX_DEFAULT, networkSizeBasis: 'in-store' }

/** What makes it a trial. Clusters carried over to new data are none: that is how the picture is kept up to date. */
const unusualIn = ({ algorithm = '', options = {} }: Partial<RunRequest>): string[] => unusualSettings({ algorithm, options, projection: USUAL_NETWORK })

/** What becomes of the picture that everybody opens, where the settings are not the usual ones. */
const TrialField = ({ unusual, problem }: { unusual: string[], problem: string | undefined }): VNode => (
  <div class='notice trial'>
    <p>{t('analysis.unusual', { list: unusual.join('; ') })}</p>
    <TickField name='trial' label={t('analysis.trial')} hint={t('analysis.trialHint')} problem={problem} ticked />
  </div>
)

/** Only what differs from the default is sent, so that a stored run says what was chosen. */
function requestOf (algorithm: AlgorithmDescription, given: FormData): Partial<RunRequest> {
  const chosen = optionsOf(algorithm).map(([name, schema]) => [name, schema, valueOf(schema, given.get(`options.${name}`))] as const)
  const text = (name: string): string | undefined => given.get(name)?.toString()
  return {
    algorithm: algorithm.name,
    seed: Number(text('seed')),
    options: Object.fromEntries(chosen.filter(([, schema, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(schema.default)).map(([name, , value]) => [name, value])),
    ...(given.get('startFrom') !== null && { startFrom: shownRun.value }),
    ...(given.get('trial') !== null && { trial: true }),
    ...(algorithm.needs.groups && { group: text('group') as RunRequest['group'], ...(text('group') === 'cluster' && { groupsFrom: shownRun.value }) }),
    ...(algorithm.needs.terms && { terms: text('terms') as RunRequest['terms'] })
  }
}

/** undefined: left empty where that means the service chooses. */
function valueOf (schema: OptionSchema, given: FormDataEntryValue | null): unknown {
  if (schema.type === 'array') return String(given).split(',').map(entry => entry.trim()).filter(entry => entry !== '').map(entry => valueOf(schema.items ?? {}, entry))
  if (schema.type === 'boolean') return given !== null
  if (schema.type === 'number' || schema.type === 'integer') return given === '' ? (schema.default === undefined ? undefined : null) : Number(given)
  return given
}
