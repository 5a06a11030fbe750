/** The policy paper and its summary in any language and format, and everything as one file. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { reachOf } from '../../../services/contract/workspace-access.ts'
import { WORKSPACE_DOCUMENTS, WORKSPACE_LANGUAGES } from '../../../services/contract/workspace.ts'
import type { WorkspaceLanguage } from '../../../services/contract/workspace.ts'
import { fetchJson } from '../../api/fetch-json.ts'
import { addressOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { language } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { FileButton } from '../casework/file-button.tsx'
import { Icon } from '../icons.tsx'
import { SelectField } from './fields.tsx'

/** The last two hold the tables alone. */
const FORMATS = ['pdf', 'docx', 'html', 'json', 'xlsx', 'csv'] as const

export function DocumentsPart ({ open }: { open: OpenWorkspace }): VNode {
  const [shown, setShown] = useState<WorkspaceLanguage>(language.value)
  const { version, you } = open.workspace
  const asked = (format: string): string => new URLSearchParams({ format, language: shown, version: String(version) }).toString()
  return (
    <>
      <section class='card' aria-labelledby='documents-title'>
        <h2 id='documents-title'>{t('workspaces.part.documents')}</h2>
        <p class='sentence'>{t('workspaces.documentsLead', { n: version })}</p>
        <SelectField label={t('workspaces.documentLanguage')} value={shown} options={WORKSPACE_LANGUAGES.map(value => ({ value, label: t(`workspaces.language.${value}`) }))} onInput={value => setShown(WORKSPACE_LANGUAGES.find(code => code === value) ?? 'en')} />
        <div class='document-choice'>{WORKSPACE_DOCUMENTS.map(document => (
          <section key={document} aria-labelledby={`document-${document}`}>
            <h3 id={`document-${document}`}>{t(`workspaces.document.${document}`)}</h3>
            <p class='hint'>{t(`workspaces.documentIs.${document}`)}</p>
            <p class='actions'><OpenButton open={open} path={addressOf(open, `/documents/${document}?${asked('html')}`)} label={t('workspaces.documentOpen', { document: t(`workspaces.document.${document}`) })} /></p>
            <p class='actions'>{FORMATS.map(format => <FileButton key={`${format} ${shown}`} path={addressOf(open, `/documents/${document}?${asked(format)}`)} label={t('workspaces.documentAs', { document: t(`workspaces.document.${document}`), format: t(`reports.format.${format}`) })}><Icon name='download' /> {t(`reports.format.${format}`)}</FileButton>)}</p>
          </section>))}
        </div>
      </section>
      {reachOf(you.role, 'export') === 'all' && (
        <section class='card' aria-labelledby='export-title'>
          <h2 id='export-title'>{t('workspaces.export')}</h2>
          <p class='sentence'>{t('workspaces.exportIs')}</p>
          <p class='actions'><FileButton path={addressOf(open, '/file')}><Icon name='download' /> {t('workspaces.exportSave')}</FileButton></p>
        </section>)}
    </>
  )
}

/** In a tab of its own, as it will be read. A browser opens an address without the invitation, so it takes a pass along. */
function OpenButton ({ open, path, label }: { open: OpenWorkspace, path: string, label: string }): VNode {
  const [problem, setProblem] = useState<string | null>(null)
  const show = async (): Promise<void> => {
    setProblem(null)
    // At once, while the browser knows that somebody has asked for it.
    const tab = window.open('', '_blank')
    if (tab === null) {
      setProblem(t('workspaces.documentNoTab'))
      return
    }
    tab.opener = null
    try {
      const { pass } = await fetchJson<{ pass: string }>(addressOf(open, '/document-pass'))
      tab.location.replace(`${location.origin}${path}&${new URLSearchParams({ inline: 'true', pass }).toString()}`)
    } catch (error) {
      tab.close()
      setProblem((error as Error).message)
    }
  }
  return <><button type='button' class='button primary' aria-label={label} onClick={() => { void show() }}>{t('workspaces.documentOpenShort')}</button>{problem !== null && <span role='alert' class='field-problem'>{problem}</span>}</>
}
