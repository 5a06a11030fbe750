/** The introduction brief of a pair in each format. Where a token is in use it is sent along, so that place and score are those of the list its bearer sees. */
import type { VNode } from 'preact'
import { BRIEF_FORMATS } from '../../../services/contract/introduction-brief.ts'
import { heldToken } from '../../api/access.ts'
import { shownRun } from '../../api/service.ts'
import { language } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { FileButton } from './file-button.tsx'

/** `asked`: what the list was asked for from which the pair was taken, as the API takes it. */
export function BriefLinks ({ of, candidate, asked = new URLSearchParams() }: { of: string, candidate: string, asked?: URLSearchParams }): VNode {
  const address = (format: string): string => `/api/v1/introductions/brief?${new URLSearchParams([...asked, ['from', of], ['to', candidate], ['run', shownRun.value], ['language', language.value], ['format', format]]).toString()}`
  return (
    <span class='brief-links'>{BRIEF_FORMATS.map(format => {
      const [label, shown] = [t('introductions.briefAs', { format: format.toUpperCase() }), format.toUpperCase()]
      return heldToken.value === null
        ? <a key={format} href={address(format)} {...(format === 'html' ? { target: '_blank', rel: 'noreferrer' } : { download: true })} aria-label={label}>{shown}</a>
        : <FileButton key={format} path={address(format)} label={label}>{shown}</FileButton>
    })}
    </span>
  )
}
