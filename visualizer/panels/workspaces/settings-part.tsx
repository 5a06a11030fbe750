/** What a workspace is about, as its leaders may change it: title, period, analyses, languages, and when something counts. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { findsClusters } from '../../../services/contract/run.ts'
import { GROUP_MIN_LEAST, GROUP_MIN_MOST } from '../../../services/contract/workspace-items.ts'
import { WORKSPACE_LANGUAGES } from '../../../services/contract/workspace.ts'
import { placeName, useRegionsOf } from '../../api/regions.ts'
import { useRuns } from '../../api/runs.ts'
import { status } from '../../api/service.ts'
import { hasDraft, mayWrite, settingsOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { date, t } from '../../text/translate.ts'
import { runName } from '../analyses/words.ts'
import { Chosen } from '../partners/pick-several.tsx'
import { RegionPicker } from '../reports/region-picker.tsx'
import { LineField, NumberField, TickList } from './fields.tsx'
import { draftName, ItemForm } from './item-form.tsx'
import { fieldName, savedText, valueText } from './item-words.ts'

/** Weights are changed where they are looked at. */
const SHOWN = ['title', 'group', 'from', 'to', 'runs', 'languages', 'sharedBy', 'groupMin'] as const

export function SettingsPart ({ open }: { open: OpenWorkspace }): VNode {
  const item = settingsOf(open.workspace)
  const [edits, setEdits] = useState(hasDraft(draftName(open, item, 'settings')))
  const regions = useRegionsOf(item.content.group.vintage)
  const listed = (useRuns()?.items ?? []).filter(run => run.status === 'completed' && findsClusters(run.request.algorithm) && run.request.network === undefined)
  return (
    <section class='card' aria-labelledby='settings-title'>
      <h2 id='settings-title'>{t('workspaces.part.settings')}</h2>
      {edits && mayWrite(open, item.content)
        ? (
          <ItemForm open={open} title={t('workspaces.changeSettings')} item={item} name='settings' start={item.content} asksWhy onDone={() => setEdits(false)}>{({ content, set, problemAt }) => (
            <>
              <LineField label={fieldName('title')} value={content.title} required problem={problemAt('title')} onInput={title => set({ title })} />
              <div class='form-columns'>
                <LineField type='date' label={t('workspaces.periodFrom')} value={content.from} required hint={t('workspaces.periodHint')} problem={problemAt('from')} onInput={from => set({ from })} />
                <LineField type='date' label={t('workspaces.periodTo')} value={content.to} required problem={problemAt('to')} onInput={to => set({ to })} />
                <NumberField label={fieldName('sharedBy')} value={content.sharedBy} hint={t('workspaces.sharedByHint')} min={1} max={content.group.regions.length} step={1} problem={problemAt('sharedBy')} onInput={sharedBy => set({ sharedBy })} />
                <NumberField label={fieldName('groupMin')} value={content.groupMin} hint={t('workspaces.groupMinHint')} min={GROUP_MIN_LEAST} max={GROUP_MIN_MOST} step={1} problem={problemAt('groupMin')} onInput={groupMin => set({ groupMin })} />
              </div>
              <div>
                <RegionPicker label={t('workspaces.addRegion')} countries among={regions} chosen={content.group.regions} onPick={code => set({ group: { ...content.group, regions: [...content.group.regions, code] } })} />
                <Chosen values={content.group.regions} name={code => `${placeName(code, regions)} (${code})`} onChange={codes => set({ group: { ...content.group, regions: codes } })} />
                <p class='hint'>{t('workspaces.regionsHint')}</p>
                {problemAt('group') !== undefined && <p class='field-problem' role='alert'>{problemAt('group')}</p>}
              </div>
              <TickList
                legend={fieldName('runs')} hint={t('workspaces.runsHint')} problem={problemAt('runs')} chosen={content.runs}
                options={listed.map(run => ({ value: run.id, label: `${runName(run)} (${run.id})${run.id === status.value?.latestRun?.id ? `, ${t('workspaces.newestRun')}` : ''}` }))}
                onChange={runs => set({ runs: inTime(runs, listed) })}
              />
              <TickList legend={fieldName('languages')} hint={t('workspaces.languagesHint')} problem={problemAt('languages')} options={WORKSPACE_LANGUAGES.map(value => ({ value, label: t(`workspaces.language.${value}`) }))} chosen={content.languages} onChange={codes => set({ languages: WORKSPACE_LANGUAGES.filter(code => codes.includes(code)) })} />
            </>)}
          </ItemForm>)
        : (
          <>
            <dl class='facts'>{SHOWN.map(field => <div key={field}><dt>{field === 'from' ? t('workspaces.periodFrom') : field === 'to' ? t('workspaces.periodTo') : fieldName(field)}</dt><dd>{field === 'from' || field === 'to' ? date(item.content[field]) : valueText(open, field, item.content[field])}</dd></div>)}</dl>
            <p class='hint'>{savedText(open, item)}</p>
            {mayWrite(open, item.content) && <p class='actions'><button type='button' class='button' onClick={() => setEdits(true)}>{t('workspaces.change')}</button></p>}
          </>)}
    </section>
  )
}

/** Oldest first, as evidence is taken from the last; those that are not listed any more before the others. */
const inTime = (ids: string[], listed: ReadonlyArray<{ id: string, requestedAt: string }>): string[] => {
  const at = (id: string): string => listed.find(run => run.id === id)?.requestedAt ?? ''
  return [...ids].sort((a, b) => at(a) < at(b) ? -1 : 1)
}
