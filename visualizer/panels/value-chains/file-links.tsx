/** The rows of a table as files: the same rows, in the same order. */
import type { VNode } from 'preact'
import { t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'

const FORMATS = ['csv', 'xlsx'] as const
export type FileFormat = typeof FORMATS[number]

export const FileLinks = ({ what, address }: { what: string, address: (format: FileFormat) => string }): VNode => (
  <p class='actions file-links'>{FORMATS.map(format => <a key={format} class='button small' href={address(format)} download aria-label={t('valueChains.fileAs', { what, format: format.toUpperCase() })}><Icon name='download' /> {format.toUpperCase()}</a>)}</p>
)
