/** A new workspace: its regions, its period, and the analysis that evidence is taken from. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { VNode } from 'preact'
import { findsClusters } from '../../../services/contract/run.ts'
import { WORKSPACE_LANGUAGES } from '../../../services/contract/workspace.ts'
import type { WorkspaceInput } from '../../../services/contract/workspace.ts'
import type { Workspace } from '../../../services/contract/workspace-items.ts'
import { placeName, useRegionsOf } from '../../api/regions.ts'
import { useRuns } from '../../api/runs.ts'
import { post, useDraft, WORKSPACES } from '../../api/workspaces.ts'
import { change, language } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { runName } from '../analyses/words.ts'
import { Chosen } from '../partners/pick-several.tsx'
import { RegionPicker } from '../reports/region-picker.tsx'
import { LineField, SelectField, TickList } from './fields.tsx'
import { useProblems } from './use-problems.ts'

/** Those whose tables the service has. */
const VINTAGES = ['2024', '2016'] as const
/** Of the period, where nobody has said otherwise. */
const YEARS = 4
/** Under which what is typed is kept. */
export const NEW_WORKSPACE = 'workspace'

function emptyInput (): WorkspaceInput {
  const year = new Date().getFullYear()
  return { title: '', group: { vintage: VINTAGES[0], regions: [] }, from: `${year}-01-01`, to: `${year + YEARS - 1}-12-31`, run: 'latest', languages: [...new Set(['en' as const, language.value])] }
}

export function BeginForm ({ onCancel }: { onCancel: () => void }): VNode {
  const { value: input, set, drop } = useDraft<WorkspaceInput>(NEW_WORKSPACE, emptyInput)
  const problems = useProblems()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const runs = (useRuns()?.items ?? []).filter(run => run.status === 'completed' && findsClusters(run.request.algorithm) && run.request.network === undefined)
  const regions = useRegionsOf(input.group.vintage)
  const { vintage, regions: chosen } = input.group
  const patch = (part: Partial<WorkspaceInput>): void => { problems.corrected(Object.keys(part)); set({ ...input, ...part }) }
  const choose = (codes: string[]): void => patch({ group: { vintage, regions: codes } })
  const name = (code: string): string => `${placeName(code, regions)} (${code})`
  const problemAt = problems.at
  const begin = async (): Promise<void> => {
    problems.set(null)
    try {
      const { id } = await post<Workspace>(WORKSPACES, input)
      drop()
      change({ focus: id, choices: {} })
    } catch (error) {
      problems.set(error as Error)
    }
  }
  return (
    <section class='card' aria-labelledby='begin-title'>
      <h2 id='begin-title' ref={heading} tabIndex={-1}>{t('workspaces.begin')}</h2>
      <form class='item-form' onSubmit={event => { event.preventDefault(); void begin() }}>
        <LineField label={t('workspaces.field.title')} value={input.title} required hint={t('workspaces.titleHint')} problem={problemAt('title')} onInput={title => patch({ title })} />
        <div class='form-columns'>
          <SelectField label={t('workspaces.field.vintage')} value={vintage} hint={t('workspaces.vintageHint')} options={VINTAGES.map(value => ({ value, label: `NUTS ${value}` }))} onInput={value => patch({ group: { vintage: value as typeof VINTAGES[number], regions: chosen } })} />
          <div>
            <RegionPicker label={t('workspaces.addRegion')} countries among={regions} chosen={chosen} onPick={code => choose([...chosen, code])} />
            <Chosen values={chosen} name={name} onChange={choose} />
            {problemAt('group') !== undefined && <p class='field-problem' role='alert'>{problemAt('group')}</p>}
          </div>
          <LineField type='date' label={t('workspaces.periodFrom')} value={input.from} required hint={t('workspaces.periodHint')} problem={problemAt('from')} onInput={from => patch({ from })} />
          <LineField type='date' label={t('workspaces.periodTo')} value={input.to} required problem={problemAt('to')} onInput={to => patch({ to })} />
          <SelectField label={t('workspaces.run')} value={input.run} hint={t('workspaces.runHint')} problem={problemAt('run')} options={[{ value: 'latest', label: t('reports.latestRun') }, ...runs.map(run => ({ value: run.id, label: runName(run) }))]} onInput={run => patch({ run })} />
        </div>
        <TickList legend={t('workspaces.field.languages')} hint={t('workspaces.languagesHint')} options={WORKSPACE_LANGUAGES.map(value => ({ value, label: t(`workspaces.language.${value}`) }))} chosen={input.languages} onChange={codes => patch({ languages: WORKSPACE_LANGUAGES.filter(code => codes.includes(code)) })} problem={problemAt('languages')} />
        <Left text={problems.left()} />
        <p class='actions'><button type='submit' class='button primary'>{t('workspaces.beginNow')}</button> <button type='button' class='button' onClick={() => { drop(); onCancel() }}>{t('workspaces.cancel')}</button></p>
      </form>
    </section>
  )
}

/** Asked for after the fields, as what they have shown is not said again. */
const Left = ({ text }: { text: string | null }): VNode | null => text === null ? null : <p class='notice' role='alert'>{text}</p>
