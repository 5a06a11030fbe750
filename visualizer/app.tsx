/** The frame: top bar, tool bar, the screen, dialogs, keys that work everywhere. */
import { useEffect, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { tokenWanted } from './api/access.ts'
import { canAsk, clusterName, failure, ready, repeatAnalysis, runFailure, running, shownRun, starting, status, watchForNewer } from './api/service.ts'
import { openPlace } from './api/workspaces.ts'
import { canRedo, canUndo, change, choose, language, LANGUAGES, ofTable, redo, setLanguage, setTheme, shareAddress, theme, undo, view } from './state/store.ts'
import type { Language } from './state/store.ts'
import type { View } from './state/view.ts'
import { t } from './text/translate.ts'
import { BridgesScreen } from './screens/bridges-screen.tsx'
import { RunNotices } from './panels/analyses/run-notices.tsx'
import { TokenForm } from './panels/casework/token-form.tsx'
import { Go } from './panels/chip.tsx'
import { ClusterScreen } from './screens/cluster-screen.tsx'
import { DataScreen } from './screens/data-screen.tsx'
import { EvidenceDialog } from './panels/evidence-dialog.tsx'
import { ExportDialog } from './panels/export-dialog.tsx'
import { HelpDialog } from './panels/help-dialog.tsx'
import { Icon } from './panels/icons.tsx'
import { IntroductionsScreen } from './screens/introductions-screen.tsx'
import { MapScreen } from './screens/map-screen.tsx'
import { ProblemNotice, RunningNotice, StartingScreen } from './panels/notices.tsx'
import { QualityScreen } from './screens/quality-screen.tsx'
import { OrganisationScreen } from './screens/organisation-screen.tsx'
import { PartnersScreen } from './screens/partners-screen.tsx'
import { ReportsScreen } from './screens/reports-screen.tsx'
import { ValueChainsScreen } from './screens/value-chains-screen.tsx'
import { WorkspacesScreen } from './screens/workspaces-screen.tsx'

const SAID_MS = 4000
/** Screens beside the map that the bar leads to, in its order. */
const PLACES = ['bridges', 'partners', 'introductions', 'workspaces', 'reports', 'value-chains', 'quality', 'data'] as const
/** What they are about, no table has. */
const ORGANISATIONS_ONLY: ReadonlyArray<View['screen']> = ['partners', 'introductions', 'workspaces', 'reports']
/** Screens that have something to show where the run in use cannot be read. */
const WITHOUT_RUN: ReadonlyArray<View['screen']> = ['workspaces', 'value-chains', 'data']
/** Screens whose picture or list can be saved as a file; the others have buttons of their own. */
const EXPORTED: ReadonlyArray<View['screen']> = ['map', 'cluster', 'organisation', 'bridges']

export function App (): VNode {
  const [dialog, setDialog] = useState<'help' | 'export' | null>(null)
  const [said, setSaid] = useState('')
  const say = (text: string): void => {
    setSaid(text)
    setTimeout(() => setSaid(''), SAID_MS)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement || document.querySelector('dialog[open]') !== null) return
      const control = event.ctrlKey || event.metaKey
      if (control && event.key === 'z' && !event.shiftKey) undo()
      else if (control && (event.key === 'y' || (event.key === 'z' && event.shiftKey))) redo()
      else if (!control && event.key === '?') setDialog('help')
      else if (!control && event.key === 'Escape') goUp()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(watchForNewer, [])
  const { screen, focus, unknown } = view.value
  // Input-output tables are measured without any analysis of organisations.
  const usable = canAsk.value || (screen === 'value-chains' && status.value !== null)
  const problem = failure.value ?? (WITHOUT_RUN.includes(screen) ? null : runFailure.value)
  useEffect(() => {
    const place = openPlace.value === null ? '' : `${openPlace.value.part} · ${openPlace.value.title} · `
    document.title = `${place}${screen === 'cluster' && focus !== null ? clusterName(focus) : t(`nav.${screen}`)} · Amber Road`
  }, [screen, focus, ready.value, language.value, openPlace.value])

  const copyLink = (): void => {
    const address = shareAddress(shownRun.value)
    navigator.clipboard.writeText(address).then(() => say(t('tool.copied')), () => say(address))
  }
  return (
    <div class='app'>
      <a class='skip' href='#main'>{t('nav.skip')}</a>
      <TopBar onHelp={() => setDialog('help')} />
      {usable && <ToolBar onCopy={copyLink} onExport={() => setDialog('export')} />}
      {tokenWanted.value && <div class='notice bar'><TokenForm /></div>}
      {unknown.length > 0 && <p class='notice bar'>{t('address.unknown', { list: unknown.map(([key]) => key).join(', ') })} <button type='button' class='text-button' onClick={() => change({ unknown: [] })}>{t('address.drop')}</button></p>}
      {usable && screen !== 'data' && running.value !== null && <RunningNotice />}
      {ready.value && status.value?.outdated === true && running.value === null && view.value.run === 'latest' && screen !== 'data' && (
        <p class='notice bar' role='status'><Icon name='warning' /> {t('run.outdated')} {status.value.writable && <button type='button' class='button small' onClick={() => { void repeatAnalysis() }}>{t('run.repeat')}</button>}</p>)}
      {usable && <RunNotices />}
      {problem !== null ? <main class='centre-screen' id='main'><ProblemNotice error={problem} /></main> : !usable ? (starting.value === null ? <main class='centre-screen' id='main'><p role='status'>{t('starting.loading')}</p></main> : <StartingScreen />) : <Screen />}
      {view.value.link !== null && usable && <EvidenceDialog ends={view.value.link} />}
      {dialog === 'help' && <HelpDialog onClose={() => setDialog(null)} />}
      {dialog === 'export' && <ExportDialog onClose={() => setDialog(null)} />}
      <p class={`said${said === '' ? ' silent' : ''}`} role='status'>{said}</p>
    </div>
  )
}

function Screen (): VNode {
  const { screen, focus } = view.value
  if (screen === 'cluster' && focus !== null) return <ClusterScreen code={focus} />
  if (screen === 'organisation' && focus !== null) return <OrganisationScreen id={focus} />
  if (screen === 'bridges') return <BridgesScreen />
  if (screen === 'partners') return <PartnersScreen />
  if (screen === 'quality') return <QualityScreen />
  if (screen === 'reports') return <ReportsScreen />
  if (screen === 'value-chains') return <ValueChainsScreen />
  if (screen === 'introductions') return <IntroductionsScreen />
  if (screen === 'workspaces') return <WorkspacesScreen />
  if (screen === 'data') return <DataScreen />
  return <MapScreen />
}

/** Closes what is open, then goes from an organisation or cluster to the map, from a sector to its country. What was asked on another screen stays asked. */
function goUp (): void {
  const { screen, selected, link, choices } = view.value
  if (link !== null) change({ link: null })
  else if (screen === 'bridges' && choices.comparing !== undefined) choose({ comparing: null })
  else if (selected !== null) change({ selected: null })
  else if (screen === 'value-chains' && choices.sector !== undefined && (choices.part ?? '') === '') choose({ sector: null })
  else if (screen === 'cluster' || screen === 'organisation') change({ screen: 'map', focus: null, tab: 'picture' })
}

function TopBar ({ onHelp }: { onHelp: () => void }): VNode {
  const { screen, focus } = view.value
  const explore = screen === 'map' || screen === 'cluster' || screen === 'organisation'
  const source = ofTable.value ? undefined : status.value?.sources[0]
  return (
    <header class='top'>
      <Go to={{ screen: 'map', focus: null }} class='brand' label='Amber Road'><img src='/icon.svg' width={26} height={26} alt='' /><span>Amber Road</span></Go>
      <nav aria-label={t('nav.main')}>
        <Go to={{ screen: 'map', focus: null }} class={explore ? 'current' : ''}>{t('nav.explore')}</Go>
        {PLACES.map(place => <Go key={place} to={{ screen: place, ...(ofTable.value && ORGANISATIONS_ONLY.includes(place) && { run: 'latest' }), focus: place === 'partners' && screen === 'organisation' ? focus : null }} class={screen === place ? 'current' : ''}>{t(`nav.${place}`)}</Go>)}
      </nav>
      <span class='spring' />
      {source !== undefined && <p class='dataset'>{source.title}{source.synthetic && ` (${t('data.synthetic')})`}</p>}
      <button type='button' class='icon-button' aria-label={t('tool.undo')} title={t('tool.undo')} disabled={!canUndo.value} onClick={undo}><Icon name='undo' /></button>
      <button type='button' class='icon-button' aria-label={t('tool.redo')} title={t('tool.redo')} disabled={!canRedo.value} onClick={redo}><Icon name='redo' /></button>
      <button type='button' class='icon-button' aria-label={t(theme.value === 'dark' ? 'tool.light' : 'tool.dark')} title={t(theme.value === 'dark' ? 'tool.light' : 'tool.dark')} onClick={() => setTheme(theme.value === 'dark' ? 'light' : 'dark')}><Icon name={theme.value === 'dark' ? 'sun' : 'moon'} /></button>
      <button type='button' class='icon-button' aria-label={t('tool.help')} title={t('tool.help')} onClick={onHelp}><Icon name='help' /></button>
      <label class='language'><span class='unseen'>{t('tool.language')}</span><select value={language.value} onChange={event => setLanguage(event.currentTarget.value as Language)}>{LANGUAGES.map(code => <option key={code} value={code}>{code.toUpperCase()}</option>)}</select></label>
    </header>
  )
}

function ToolBar ({ onCopy, onExport }: { onCopy: () => void, onExport: () => void }): VNode {
  const { screen, focus, tab } = view.value
  const pictured = screen === 'map' || screen === 'cluster' || screen === 'organisation'
  return (
    <div class='bar'>
      <nav class='crumbs' aria-label={t('nav.path')}>
        <ol>
          <li>{screen === 'map' ? <span aria-current='page'>{t('nav.map')}</span> : <Go to={{ screen: 'map', focus: null }}>{t('nav.map')}</Go>}</li>
          {screen === 'cluster' && <li><span aria-current='page'>{focus} {clusterName(focus ?? '')}</span></li>}
          {screen === 'organisation' && <li><span aria-current='page'>{t('nav.organisation')}</span></li>}
          {PLACES.map(place => screen === place && <li key={place}>{(place === 'introductions' || place === 'workspaces') && focus !== null ? <Go to={{ screen: place, focus: null }}>{t(`nav.${place}`)}</Go> : <span aria-current='page'>{t(`nav.${place}`)}</span>}</li>)}
          {openPlace.value !== null && <li><Go to={{ choices: {} }}>{openPlace.value.title}</Go></li>}
          {openPlace.value !== null && <li><span aria-current='page'>{openPlace.value.part}</span></li>}
        </ol>
      </nav>
      {pictured && (
        <div class='tabs' role='group' aria-label={t('tool.shownAs')}>
          <button type='button' aria-pressed={tab === 'picture'} onClick={() => change({ tab: 'picture' })}>{t('tool.picture')}</button>
          <button type='button' aria-pressed={tab === 'table'} onClick={() => change({ tab: 'table' })}>{t('tool.table')}</button>
        </div>)}
      <span class='spring' />
      <button type='button' class='button' onClick={onCopy}><Icon name='link' /> {t('tool.copyLink')}</button>
      {EXPORTED.includes(screen) && <button type='button' class='button primary' onClick={onExport}><Icon name='download' /> {t('tool.export')}</button>}
    </div>
  )
}
