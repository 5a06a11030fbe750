/** Joint strategies: the workspaces there are, and one of them with its pages, documents and history. */
import { useEffect, useRef } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Sector } from '../../services/contract/reference.ts'
import { STAGES, STAGES_IN_ORDER } from '../../services/contract/workspace.ts'
import type { Stage } from '../../services/contract/workspace.ts'
import type { Workspace } from '../../services/contract/workspace-items.ts'
import { invitationChanges, titleOfLeft } from '../api/access.ts'
import { placeName, useRegionsOf } from '../api/regions.ts'
import { useResource } from '../api/resource.ts'
import { useRuns } from '../api/runs.ts'
import { openedFromFile, openPlace, settingsOf, stateOf, useWorkspaces, watchForChanges, WORKSPACES } from '../api/workspaces.ts'
import type { OpenWorkspace } from '../api/workspaces.ts'
import { choose, language, view } from '../state/store.ts'
import { date, t } from '../text/translate.ts'
import type { Key } from '../text/translate.ts'
import { comeTo } from '../panels/stages/page-contents.tsx'
import { StagePage } from '../panels/stages/stage-page.tsx'
import { AccessProblem } from '../panels/workspaces/access-problem.tsx'
import { DeletePart } from '../panels/workspaces/delete-part.tsx'
import { DocumentsPart } from '../panels/workspaces/documents-part.tsx'
import { HistoryPart } from '../panels/workspaces/history-part.tsx'
import { LeftPage } from '../panels/workspaces/left-page.tsx'
import { SavedLine } from '../panels/workspaces/saved-line.tsx'
import { SettingsPart } from '../panels/workspaces/settings-part.tsx'
import { WorkspaceHead } from '../panels/workspaces/workspace-head.tsx'
import { WorkspaceList } from '../panels/workspaces/workspace-list.tsx'

export function WorkspacesScreen (): VNode {
  const { focus } = view.value
  // Read, so that leaving and coming back show at once.
  void invitationChanges.value
  const left = focus === null ? null : titleOfLeft(focus)
  return <main class='page workspaces' id='main'>{focus === null ? <WorkspaceList /> : left !== null ? <LeftPage workspace={focus} title={left} /> : <OpenedWorkspace id={focus} key={focus} />}</main>
}

/** By a link one comes to where the group is: to the first step that is not closed. Whoever was invited to rate comes to where one rates. */
function landingOf (workspace: Workspace): Stage {
  const { participant, role } = workspace.you
  if (role === 'stakeholder') return 'consultation'
  const at = participant === null ? undefined : STAGES_IN_ORDER.find(stage => stateOf(workspace, stage) !== 'closed')
  return at ?? STAGES[0]
}

function OpenedWorkspace ({ id }: { id: string }): VNode {
  const { version, part } = view.value.choices
  const { value: workspace, error } = useWorkspaces<Workspace>(`${WORKSPACES}/${id}${version === undefined ? '' : `?version=${encodeURIComponent(version)}`}`)
  // Held, so that nobody is moved on to the next page when this one is closed.
  const landing = useRef<{ participant: string | null, stage: Stage } | null>(null)
  if (workspace !== undefined && landing.current?.participant !== workspace.you.participant) landing.current = { participant: workspace.you.participant, stage: landingOf(workspace) }
  const shown = part ?? landing.current?.stage ?? STAGES[0]
  // Also when another page is opened: nobody should decide on what was there an hour ago.
  useEffect(() => workspace === undefined || version !== undefined ? undefined : watchForChanges(id, workspace.version), [workspace?.version, version, shown])
  const runs = useRuns()
  const { value: sectors } = useResource<{ items: Sector[] }>('/api/v1/reference/sectors')
  const regions = useRegionsOf(workspace === undefined ? null : settingsOf(workspace).content.group.vintage)
  const title = workspace === undefined ? null : settingsOf(workspace).content.title
  const isStage = STAGES.some(stage => stage === shown)
  useEffect(() => {
    if (title !== null) openPlace.value = { title, part: t(`workspaces.${isStage ? 'stage' : 'part'}.${shown}` as Key) }
    return () => { openPlace.value = null }
  }, [title, shown, language.value])
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (workspace === undefined) return
    // Whoever was invited to rate is not left to look for where.
    if (before.current === null && part === undefined && workspace.you.role === 'stakeholder' && stateOf(workspace, 'consultation') === 'open') comeTo('consultation-title')
    else if (before.current !== null && before.current !== shown) comeTo(isStage ? 'page-title' : `${shown}-title`)
    before.current = shown
  }, [shown, workspace === undefined])
  if (error !== undefined) return <AccessProblem error={error} workspace={id} />
  if (workspace === undefined) return <p role='status'>{t('starting.loading')}</p>
  const open: OpenWorkspace = {
    workspace, past: version !== undefined,
    regionName: code => placeName(code, regions),
    sectorName: code => `NACE ${code} ${sectors?.items.find(sector => sector.code === code)?.name ?? ''}`.trim(),
    runName: run => {
      const found = runs?.items.find(({ id }) => id === run)
      return found === undefined ? run : t('workspaces.analysisOf', { date: date(found.requestedAt), id: run })
    }
  }
  return (
    <>
      <WorkspaceHead open={open} part={shown} />
      <SavedLine />
      {openedFromFile.value?.id === id && <p class='notice' role='status'>{t(openedFromFile.value.copy ? 'workspaces.openedCopy' : 'workspaces.openedHere')}</p>}
      {open.past && <p class='notice' role='status'>{t('workspaces.pastVersion', { n: workspace.version })} <button type='button' class='text-button' onClick={() => choose({ version: null })}>{t('workspaces.toNewest')}</button></p>}
      {shown === 'documents' ? <DocumentsPart open={open} /> : shown === 'history' ? <HistoryPart open={open} /> : shown === 'settings' ? <><SettingsPart open={open} /><DeletePart open={open} /></> : <StagePage key={shown} open={open} stage={STAGES.find(stage => stage === shown) ?? STAGES[0] satisfies Stage} />}
    </>
  )
}
