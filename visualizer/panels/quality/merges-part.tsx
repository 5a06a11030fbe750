/** Organisations that became part of another, and the way back. */
import { useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { MergeSummary } from '../../../services/contract/duplicate.ts'
import type { Page } from '../../../services/contract/page.ts'
import { undoMerge } from '../../api/quality.ts'
import { status } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { date, number, t } from '../../text/translate.ts'
import { OrganisationLink } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'
import { entryWords } from './entry-words.ts'

const ASKED = 200

export function MergesPart (): VNode {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Error | null>(null)
  const lead = useRef<HTMLParagraphElement>(null)
  const { value, error } = useResource<Page<MergeSummary>>(`/api/v1/merges?limit=${ASKED}#${status.value?.revision ?? 0}`)
  const undo = async (merge: MergeSummary): Promise<void> => {
    setProblem(null)
    try {
      await undoMerge(merge.id)
      setSaid(t('merges.undone', { name: entryWords({ ...merge.mergedWas, name: merge.mergedName }) }))
    } catch (fault) {
      setProblem(fault as Error)
    }
    lead.current?.focus()
  }
  const writable = status.value?.writable === true
  return (
    <>
      <p class='lead' ref={lead} tabIndex={-1}>{t('merges.lead')}</p>
      <div aria-live='polite'>
        {said !== '' && <p class='notice'>{said}</p>}
        {problem !== null && <ProblemNotice error={problem} />}
        {error !== undefined && <ProblemNotice error={error} />}
      </div>
      {value !== undefined && value.total === 0 && <p class='notice'>{t('merges.none')}</p>}
      {value !== undefined && value.total > 0 && (
        <section class='card full'>
          <DataTable
            caption={t('quality.part.merges')} rows={value.items} rowKey={merge => merge.id}
            columns={[
              { key: 'merged', head: t('merges.merged'), cell: merge => entryWords({ ...merge.mergedWas, name: merge.mergedName }), by: merge => merge.mergedName },
              { key: 'kept', head: t('merges.kept'), cell: merge => <OrganisationLink id={merge.kept} name={entryWords({ ...merge.keptWas, name: merge.keptName })} />, by: merge => merge.keptName },
              { key: 'when', head: t('merges.when'), cell: merge => date(merge.mergedAt), by: merge => merge.mergedAt },
              { key: 'moved', head: t('merges.moved'), cell: merge => <>{number(merge.links + merge.memberships)}{merge.joined > 0 && <p class='why'>{t('merges.joined', { n: merge.joined })}</p>}{merge.records !== null && merge.records > 0 && <p class='why'>{t('merges.records', { n: merge.records })}</p>}</>, by: merge => merge.links + merge.memberships, figures: true },
              {
                key: 'undo',
                head: t('duplicates.undo'),
                cell: merge => merge.obstacle !== null
                  ? <p class='why'>{t('merges.obstacle')} {merge.obstacle}</p>
                  : <>{writable && <button type='button' class='button small' aria-label={t('merges.undo', { name: entryWords({ ...merge.mergedWas, name: merge.mergedName }) })} onClick={() => { void undo(merge) }}>{t('duplicates.undo')}</button>}{merge.lost > 0 && <p class='why'>{t('merges.lost', { n: merge.lost })}</p>}</>
              }
            ]}
          />
        </section>)}
    </>
  )
}
