/** A joint priority as a form: a combination of sectors, technologies, themes and knowledge, and the declared priorities it is made of. */
import type { VNode } from 'preact'
import type { ContentOf, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { LineField, LongField, TickList } from '../workspaces/fields.tsx'
import { ItemForm } from '../workspaces/item-form.tsx'
import { DomainsField, SectorsField } from '../workspaces/code-fields.tsx'

type Priority = ContentOf<'priority'>

export const NEW_PRIORITY = 'priority'
export const emptyPriority = (): Priority => ({ type: 'priority', title: '', description: '', sectors: [], technologies: [], themes: [], knowledge: [], from: [], state: 'proposed', decidedBy: null })

/** As one word of a list of ticks. */
const sourceKey = ({ region, title }: Priority['from'][number]): string => `${region} ${title}`

export function PriorityForm ({ open, item, onDone }: { open: OpenWorkspace, item: Standing<Priority> | null, onDone: (saved: WorkspaceItem | null) => void }): VNode {
  const declared = itemsOf(open.workspace, 'declared').flatMap(({ content }) => content.priorities.map(({ title }) => ({ region: content.region, title })))
  return (
    <ItemForm open={open} title={t(item === null ? 'workspaces.newPriority' : 'workspaces.changePriority')} item={item} name={NEW_PRIORITY} start={item?.content ?? emptyPriority()} asksWhy onDone={onDone}>{({ content, set, problemAt }) => {
      const sources = [...declared, ...content.from.filter(({ region, title }) => !declared.some(each => each.region === region && each.title === title))]
      return (
        <>
          <LineField label={t('workspaces.field.title')} value={content.title} required problem={problemAt('title')} onInput={title => set({ title })} />
          <LongField label={t('workspaces.field.description')} value={content.description} rows={3} problem={problemAt('description')} onInput={description => set({ description })} />
          <p class='hint'>{t('workspaces.combinationHint')}</p>
          <div class='form-columns'>
            <SectorsField chosen={content.sectors} problem={problemAt('sectors')} onChange={sectors => set({ sectors })} />
            <LongField label={t('workspaces.field.technologies')} hint={t('workspaces.technologiesHint')} rows={3} value={content.technologies.join('\n')} problem={problemAt('technologies')} onInput={text => set({ technologies: text === '' ? [] : text.split('\n') })} />
            <DomainsField only='s3:' label={t('workspaces.field.themes')} hint={t('workspaces.themesHint')} chosen={content.themes} problem={problemAt('themes')} onChange={themes => set({ themes })} />
            <DomainsField only='h2020:' label={t('workspaces.field.knowledge')} hint={t('workspaces.knowledgeHint')} chosen={content.knowledge} problem={problemAt('knowledge')} onChange={knowledge => set({ knowledge })} />
          </div>
          {sources.length > 0 && (
            <TickList
              legend={t('workspaces.madeOf')} chosen={content.from.map(sourceKey)} options={sources.map(source => ({ value: sourceKey(source), label: `${open.regionName(source.region)}: ${source.title}` }))}
              onChange={chosen => set({ from: sources.filter(source => chosen.includes(sourceKey(source))) })} problem={problemAt('from')}
            />)}
        </>
      )
    }}
    </ItemForm>
  )
}
