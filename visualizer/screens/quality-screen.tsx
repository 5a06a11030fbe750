/** What the data covers and lacks, entries that may be one organisation, and what was merged. */
import type { VNode } from 'preact'
import { change, view } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { CoveragePart } from '../panels/quality/coverage-part.tsx'
import { DuplicatesPart } from '../panels/quality/duplicates-part.tsx'
import { MergesPart } from '../panels/quality/merges-part.tsx'

const PARTS = { coverage: CoveragePart, duplicates: DuplicatesPart, merges: MergesPart }
type Part = keyof typeof PARTS

export function QualityScreen (): VNode {
  const part = (Object.keys(PARTS) as Part[]).find(each => each === view.value.choices.part) ?? 'coverage'
  const Content = PARTS[part]
  return (
    <main class='page quality' id='main'>
      <h1>{t('quality.title')}</h1>
      <p class='lead'>{t('quality.lead')}</p>
      <div class='tabs' role='group' aria-label={t('quality.parts')}>
        {(Object.keys(PARTS) as Part[]).map(each => <button key={each} type='button' aria-pressed={each === part} onClick={() => change({ choices: { ...view.value.choices, part: each === 'coverage' ? '' : each } })}>{t(`quality.part.${each}`)}</button>)}
      </div>
      <Content />
    </main>
  )
}
