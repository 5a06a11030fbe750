/** Needs and offers of many organisations at once: a file in, and the public ones as a file out. */
import type { VNode } from 'preact'
import { importProfiles } from '../../api/partners.ts'
import { status } from '../../api/service.ts'
import { t } from '../../text/translate.ts'
import { ImportFile } from '../casework/import-file.tsx'

export const ProfilesFile = (): VNode => (
  <div class='profiles-file'>
    {status.value?.writable === true && (
      <ImportFile
        id='profiles-import' title={t('profiles.import')} hint={t('profiles.importHint')} label={t('profiles.file')} send={importProfiles} onImported={() => {}}
        say={({ profiles }) => t('profiles.inFile', { n: profiles.length, changed: profiles.filter(({ change }) => change !== 'same').length })}
      />)}
    <p class='actions'><a class='button' href='/api/v1/exports/partner-profiles?byteOrderMark=true' download>{t('profiles.export')}</a></p>
  </div>
)
