/** What each region has declared, taken into the workspace; mappings that were found in its words wait for somebody to confirm them. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { RowError } from '../../../services/contract/import.ts'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { reachOf } from '../../../services/contract/workspace-access.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { domainName } from '../../api/service.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { addressOf, hasDraft, mayWrite, post, saveItem, sendFile, settingsOf, stateOf, useDraft } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { inWords } from '../../text/problem-words.ts'
import { t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'
import { RowErrors } from '../row-errors.tsx'
import { ExampleFile, PriorityCodes } from '../reports/priority-codes.tsx'
import { LineField } from '../workspaces/fields.tsx'
import { draftName, ItemForm } from '../workspaces/item-form.tsx'
import { savedText } from '../workspaces/item-words.ts'
import { DomainsField, SectorsField } from '../workspaces/code-fields.tsx'
import { emptyPriority, NEW_PRIORITY } from './priority-form.tsx'

type DeclaredContent = ContentOf<'declared'>
type DeclaredPriority = DeclaredContent['priorities'][number]

export function Declared ({ open }: { open: OpenWorkspace }): VNode {
  const items = itemsOf(open.workspace, 'declared')
  const { group } = settingsOf(open.workspace).content
  const without = group.regions.filter(code => !items.some(({ content }) => content.region === code))
  const suggested = items.flatMap(({ content }) => content.priorities).filter(({ mapping }) => mapping === 'suggested').length
  return (
    <section class='card' aria-labelledby='declared-title'>
      <h2 id='declared-title'>{t('workspaces.declared')}</h2>
      <p class='sentence'>{t('workspaces.declaredLead')}</p>
      {suggested > 0 && <p class='notice'><Icon name='warning' /> {t('workspaces.suggestedCount', { n: suggested })}</p>}
      {items.map(item => <RegionDeclared key={item.id} open={open} item={item} />)}
      {without.length > 0 && <p class='hint'>{t('workspaces.declaredWithout', { list: without.map(open.regionName).join(', ') })}</p>}
      {!open.past && stateOf(open.workspace, 'common-sets') !== 'closed' && reachOf(open.workspace.you.role, 'write declared') !== 'none' && <TakeOver open={open} />}
    </section>
  )
}

/** What became of each region; of a file also which rows are wrong. */
interface Taken { taken: string[], same: string[], silent: string[], elsewhere: string[], gone: Array<{ region: string, title: string }>, errors?: RowError[], errorsTotal?: number, problem?: string | null }

function takenText (open: OpenWorkspace, { taken, same, silent, elsewhere, gone }: Taken): string {
  const regions = ([['takenOver', taken], ['takenSame', same], ['takenSilent', silent], ['takenElsewhere', elsewhere]] as const).filter(([, regions]) => regions.length > 0).map(([word, regions]) => t(`workspaces.taken.${word}`, { list: regions.map(open.regionName).join(', ') }))
  return [...regions, ...(gone.length === 0 ? [] : [t('workspaces.taken.gone', { list: gone.map(({ region, title }) => `${title} (${open.regionName(region)})`).join('; ') })])].join(' ')
}

/** From what the service knows, or from a file. */
function TakeOver ({ open }: { open: OpenWorkspace }): VNode {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const [errors, setErrors] = useState<RowError[]>([])
  const attempt = async (work: () => Promise<Taken>): Promise<void> => {
    setSaid('')
    setProblem('')
    setErrors([])
    try {
      const taken = await work()
      setErrors(taken.errors ?? [])
      if (taken.problem != null) setProblem(inWords(taken.problem))
      else if ((taken.errorsTotal ?? 0) > 0) setProblem(t('import.errorsFound', { n: taken.errorsTotal ?? 0 }))
      else setSaid(takenText(open, taken))
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : t('problem.noAnswerDetail'))
    }
  }
  return (
    <div class='take-over'>
      <p class='actions'>
        <button type='button' class='button' onClick={() => { void attempt(() => post(addressOf(open, '/declared'), {})) }}>{t('workspaces.takeOver')}</button>
        <label class='file-choice'>{t('workspaces.takeOverFile')} <input type='file' accept='.csv,text/csv' onChange={event => { const [file] = event.currentTarget.files ?? []; if (file !== undefined) void attempt(() => sendFile(addressOf(open, `/declared/file?name=${encodeURIComponent(file.name)}`), file, 'text/csv')); event.currentTarget.value = '' }} /></label>
        <ExampleFile />
      </p>
      <p class='hint'>{t('workspaces.takeOverHint')}</p>
      <p role='status' class='hint'>{said}</p>
      {problem !== '' && <p class='field-problem' role='alert'>{problem}</p>}
      {errors.length > 0 && <RowErrors errors={errors} />}
      <PriorityCodes />
    </div>
  )
}

function RegionDeclared ({ open, item }: { open: OpenWorkspace, item: Standing<DeclaredContent> }): VNode {
  const { content } = item
  const [edited, setEdited] = useState(() => { const begun = content.priorities.findIndex((_, i) => hasDraft(draftName(open, item, `codes ${i}`))); return begun === -1 ? null : begun })
  const [problem, setProblem] = useState('')
  const may = mayWrite(open, content)
  const name = open.regionName(content.region)
  const confirm = (wanted: (at: number) => boolean): void => {
    const priorities = content.priorities.map((priority, i): DeclaredPriority => wanted(i) && priority.mapping === 'suggested' ? { ...priority, mapping: 'confirmed' } : priority)
    saveItem(open, { ...content, priorities }, item.id, item.version, null).then(() => setProblem(''), (error: Error) => setProblem(error instanceof ApiProblem ? error.message : t('workspaces.notSaved')))
  }
  const waiting = content.priorities.filter(({ mapping }) => mapping === 'suggested').length
  // Opened where something waits; it stays so when the last was confirmed.
  const [shown, setShown] = useState(waiting > 0 || edited !== null)
  return (
    <details class='declared-region' open={shown} onToggle={event => setShown(event.currentTarget.open)}>
      <summary><strong>{name}</strong> <span class='hint'>{t('workspaces.declaredCount', { n: content.priorities.length })}{waiting > 0 && ` · ${t('workspaces.toConfirm', { n: waiting })}`}</span></summary>
      <ul class='entries'>{content.priorities.map((priority, i) => (
        <li key={i} class='entry'>
          {may && edited === i
            ? <MappingForm open={open} item={item} at={i} onDone={() => setEdited(null)} />
            : (
              <>
                <p class='entry-title'>{priority.title} <span class='label'>{t(`workspaces.mapping.${priority.mapping}`)}</span></p>
                <p>{codesText(open, priority)}</p>
                {(priority.document !== null || priority.website !== null) && <p class='hint'>{priority.website === null ? priority.document : <a class='text-link' href={priority.website} rel='noreferrer' target='_blank'>{priority.document ?? priority.website}</a>}</p>}
                <p class='actions'>
                  {may && priority.mapping === 'suggested' && <button type='button' class='button small' aria-label={t('workspaces.confirmOf', { name: priority.title })} onClick={() => confirm(at => at === i)}>{t('workspaces.confirm')}</button>}
                  {may && <button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name: priority.title })} onClick={() => setEdited(i)}>{t('workspaces.change')}</button>}
                  <MakeJoint open={open} region={content.region} priority={priority} />
                </p>
              </>)}
        </li>))}
      </ul>
      {may && waiting > 1 && <p class='actions'><button type='button' class='button' onClick={() => confirm(() => true)}>{t('workspaces.confirmAll', { name, n: waiting })}</button></p>}
      {problem !== '' && <p class='field-problem' role='alert'>{problem}</p>}
      <p class='hint'>{savedText(open, item)}</p>
    </details>
  )
}

function codesText (open: OpenWorkspace, { domains, sectors }: DeclaredPriority): string {
  const codes = [...domains.map(domainName), ...sectors.map(open.sectorName)]
  return codes.length === 0 ? t('workspaces.noCodes') : codes.join(' · ')
}

/** Codes of one declared priority; whoever changes them has confirmed them. */
function MappingForm ({ open, item, at, onDone }: { open: OpenWorkspace, item: Standing<DeclaredContent>, at: number, onDone: () => void }): VNode {
  return (
    <ItemForm open={open} title={t('workspaces.changeMapping', { name: item.content.priorities[at].title })} item={item} name={`codes ${at}`} start={item.content} onDone={onDone}>{({ content, set, problemAt }) => {
      const priority = content.priorities[at]
      const change = (patch: Partial<DeclaredPriority>): void => set({ priorities: content.priorities.map((other, i) => i === at ? { ...other, ...patch, mapping: 'confirmed' } : other) })
      return (
        <>
          <LineField label={t('workspaces.field.title')} value={priority.title} required problem={problemAt('priorities')} onInput={title => change({ title })} />
          <div class='form-columns'>
            <DomainsField label={t('workspaces.field.domains')} hint='' chosen={priority.domains} onChange={domains => change({ domains })} />
            <SectorsField chosen={priority.sectors} onChange={sectors => change({ sectors })} />
          </div>
        </>
      )
    }}
    </ItemForm>
  )
}

/** Collects declared priorities for a joint one, whose form stands further down with the codes they bring. */
function MakeJoint ({ open, region, priority }: { open: OpenWorkspace, region: string, priority: DeclaredPriority }): VNode | null {
  const { value, set } = useDraft(draftName(open, null, NEW_PRIORITY), () => ({ basedOn: 0, content: emptyPriority(), why: '' }))
  const { content } = value
  const taken = content.from.some(each => each.region === region && each.title === priority.title)
  const join = (known: string[], more: string[]): string[] => [...new Set([...known, ...more])]
  const toggle = (): void => set({
    ...value,
    content: taken
      ? { ...content, from: content.from.filter(each => each.region !== region || each.title !== priority.title) }
      : {
          ...content, title: content.title === '' ? priority.title : content.title, from: [...content.from, { region, title: priority.title }],
          sectors: join(content.sectors, priority.sectors), themes: join(content.themes, priority.domains.filter(code => code.startsWith('s3:'))), knowledge: join(content.knowledge, priority.domains.filter(code => !code.startsWith('s3:')))
        }
  })
  if (!mayWrite(open, content)) return null
  return <button type='button' class='text-button' aria-pressed={taken} aria-label={t('workspaces.jointFromOf', { name: priority.title })} onClick={toggle}>{t(taken ? 'workspaces.jointTaken' : 'workspaces.jointFrom')}</button>
}
