/** What stands above every page of a workspace: whose it is, who reads, and the pages with how far each has come. */
import { useEffect, useRef } from 'preact/hooks'
import type { VNode } from 'preact'
import { STAGES } from '../../../services/contract/workspace.ts'
import type { Run } from '../../../services/contract/run.ts'
import { heldInvitation, leaveWorkspace } from '../../api/access.ts'
import { useResource } from '../../api/resource.ts'
import { status } from '../../api/service.ts'
import { itemsOf } from '../../api/items-of.ts'
import { settingsOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { view } from '../../state/store.ts'
import { date, t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { Icon } from '../icons.tsx'
import { authorText } from './item-words.ts'

const OTHER_PARTS = ['documents', 'history', 'settings'] as const

export function WorkspaceHead ({ open, part }: { open: OpenWorkspace, part: string }): VNode {
  const { workspace: { id, version, changedAt, you }, regionName } = open
  const { title, group, from, to, runs, demonstration } = settingsOf(open.workspace).content
  return (
    <>
      <h1>{title}</h1>
      {demonstration && <p class='notice'><span class='label'>{t('workspaces.demonstration')}</span> {t('workspaces.demonstrationIs')}</p>}
      <p class='hint'>{t('workspaces.complements')}</p>
      <dl class='workspace-facts'>
        <div class='wide'><dt>{t('workspaces.field.regions')}</dt><dd>{group.regions.map(regionName).join(' · ')} <span class='hint'>NUTS {group.vintage}</span></dd></div>
        <div><dt>{t('workspaces.period')}</dt><dd>{date(from)} – {date(to)}</dd></div>
        <div><dt>{t('workspaces.run')}</dt><dd><RunShown id={runs.at(-1) ?? ''} /></dd></div>
        <div><dt>{t('workspaces.version')}</dt><dd>{t('workspaces.versionOf', { n: version, date: date(changedAt) })}</dd></div>
        <div>
          <dt>{t('workspaces.you')}</dt>
          <dd>
            <strong>{authorText(open, you)}</strong> <span class='hint'>{t(`workspaces.may.${you.role}`)}</span>
            {heldInvitation(id) !== null && <> <button type='button' class='text-button' onClick={() => leaveWorkspace(id, title)}>{t('workspaces.leave')}</button></>}
          </dd>
        </div>
      </dl>
      <Stepper open={open} part={part} />
      <nav class='parts' aria-label={t('workspaces.otherParts')}>
        <ul>{OTHER_PARTS.map(word => <li key={word}><Go to={{ choices: { ...view.value.choices, part: word } }} class={part === word ? 'current' : ''} current={part === word}>{t(`workspaces.part.${word}`)}</Go></li>)}</ul>
      </nav>
    </>
  )
}

/** Evidence is taken from it; a newer one is told of. */
function RunShown ({ id }: { id: string }): VNode {
  const { value: run } = useResource<Run>(`/api/v1/runs/${id}`)
  const latest = status.value?.latestRun?.id
  return <>{run === undefined ? id : t('workspaces.analysisOf', { date: date(run.requestedAt), id })}{latest !== undefined && latest !== id && <span class='hint'> {t('workspaces.newerRun')}</span>}</>
}

function Stepper ({ open, part }: { open: OpenWorkspace, part: string }): VNode {
  const stages = itemsOf(open.workspace, 'stage')
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [part])
  return (
    <nav aria-label={t('workspaces.steps')}>
      <ol class='stepper'>{STAGES.map(stage => {
        const content = stages.find(item => item.content.stage === stage)?.content
        const state = content?.state ?? 'open'
        return (
          <li key={stage} class={state === 'closed' ? 'closed' : state === 'in review' ? 'review' : ''} ref={part === stage ? current : undefined}>
            <Go to={{ choices: { ...view.value.choices, part: stage } }} class={part === stage ? 'current' : ''} current={part === stage}>
              <span class='stage-name'>{t(`workspaces.stage.${stage}`)}</span>
              <span class='stage-state'><Icon name={state === 'closed' ? 'check' : state === 'in review' ? 'search' : 'dots'} /> {t(`workspaces.state.${state}`)}</span>
              {content?.toReview != null && <span class='to-review'><Icon name='warning' /> {t('workspaces.toReview')}</span>}
            </Go>
          </li>
        )
      })}
      </ol>
    </nav>
  )
}
