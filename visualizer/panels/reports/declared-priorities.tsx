/** What regions have declared: the list, one region opened to be changed, and files in and out. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { DeclaredState, PrioritiesReport } from '../../../services/contract/declared-priorities.ts'
import { PAGE_LIMIT_MAX } from '../../../services/contract/page.ts'
import type { Page } from '../../../services/contract/page.ts'
import { importDeclared, withdrawDeclared } from '../../api/declared-priorities.ts'
import { useRegions } from '../../api/regions.ts'
import { useResource } from '../../api/resource.ts'
import { countryName, status } from '../../api/service.ts'
import { change, view } from '../../state/store.ts'
import { date, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { ImportFile } from '../casework/import-file.tsx'
import { ProblemNotice } from '../notices.tsx'
import { ExampleFile, PriorityCodes } from './priority-codes.tsx'
import { PrioritiesEditor } from './priorities-editor.tsx'
import { RegionPicker } from './region-picker.tsx'

export function DeclaredPriorities (): VNode {
  const [changes, setChanges] = useState(0)
  const [said, setSaid] = useState('')
  const { value, error } = useResource<Page<DeclaredState>>(`/api/v1/declared-priorities?limit=${PAGE_LIMIT_MAX}#${changes}`)
  const regions = useRegions()
  const title = useRef<HTMLHeadingElement>(null)
  const { declared: opened, ...choices } = view.value.choices
  const writable = status.value?.writable === true
  const nameOf = (code: string): string => code.length === 2 ? countryName(code) : regions?.find(region => region.code === code)?.name ?? code
  const open = (code: string | null): void => change({ choices: code === null ? choices : { ...choices, declared: code } })
  const changed = (sentence: string): void => {
    setChanges(changes + 1)
    setSaid(sentence)
    open(null)
    title.current?.focus()
  }
  if (error !== undefined) return <ProblemNotice error={error} />
  const states = value?.items ?? []
  return (
    <>
      <section class='card full' aria-labelledby='priorities-title'>
        <h2 id='priorities-title' ref={title} tabIndex={-1}>{t('priorities.title')}</h2>
        <p class='sentence'>{t('priorities.lead')}</p>
        <p role='status'>{said}</p>
        {value !== undefined && states.length === 0 && <p>{t('priorities.empty')}</p>}
        {states.length > 0 && (
          <DataTable
            caption={t('priorities.title')} rows={states} rowKey={state => state.region} selected={opened ?? null} sort={{ key: 'region', down: false }}
            columns={[
              { key: 'region', head: t('priorities.region'), cell: state => <>{nameOf(state.region)} <span class='hint'>{state.region}</span></>, by: state => nameOf(state.region) },
              { key: 'priorities', head: t('priorities.priorities'), cell: state => state.priorities.map(priority => priority.title).join(' · '), by: state => state.priorities.length },
              { key: 'saved', head: t('column.date'), cell: state => date(state.savedAt), by: state => state.savedAt },
              ...(writable ? [{ key: 'actions', head: t('priorities.actions'), cell: (state: DeclaredState) => <RowActions name={nameOf(state.region)} state={state} onEdit={() => open(state.region)} onWithdrawn={changed} /> }] : [])
            ]}
          />)}
        <p class='actions'>
          <a class='button' href='/api/v1/exports/declared-priorities?byteOrderMark=true' download>{t('priorities.export')}</a>
          {!writable && <span class='hint'>{t('priorities.readOnly')}</span>}
        </p>
        {writable && opened === undefined && <RegionPicker label={t('priorities.pick')} countries chosen={[]} onPick={open} />}
        {writable && opened !== undefined && value !== undefined && (
          <PrioritiesEditor key={`${opened} ${changes}`} region={opened} name={nameOf(opened)} declared={states.find(({ region }) => region === opened) ?? null} onDone={saved => saved ? changed(t('priorities.saved', { name: nameOf(opened) })) : open(null)} />)}
      </section>
      {writable && (
        <ImportFile
          id='priorities-import' title={t('priorities.import')} hint={t('priorities.importHint')} label={t('priorities.file')} send={importDeclared} onImported={() => setChanges(changes + 1)}
          say={({ regions: found }: PrioritiesReport) => t('priorities.inFile', { n: found.length, changed: found.filter(region => region.change !== 'same').length })}
        >
          <p class='actions'><ExampleFile /></p>
          <PriorityCodes />
        </ImportFile>)}
    </>
  )
}

function RowActions ({ name, state, onEdit, onWithdrawn }: { name: string, state: DeclaredState, onEdit: () => void, onWithdrawn: (sentence: string) => void }): VNode {
  const [sure, setSure] = useState(false)
  const confirm = useRef<HTMLButtonElement>(null)
  // Before anything is painted: a second Enter must not meet another button.
  useLayoutEffect(() => { if (sure) confirm.current?.focus() }, [sure])
  const withdraw = (): void => { withdrawDeclared(state).then(() => onWithdrawn(t('priorities.withdrawn', { name })), (error: Error) => onWithdrawn(error.message)) }
  if (sure) return <span class='actions'><button type='button' class='button small' ref={confirm} onClick={withdraw}>{t('priorities.sure', { name })}</button> <button type='button' class='text-button' onClick={() => setSure(false)}>{t('priorities.cancel')}</button></span>
  return <span class='actions'><button type='button' class='text-button' aria-label={t('priorities.editOf', { name })} onClick={onEdit}>{t('priorities.edit')}</button> <button type='button' class='text-button' aria-label={t('priorities.withdrawOf', { name })} onClick={() => setSure(true)}>{t('priorities.withdraw')}</button></span>
}
