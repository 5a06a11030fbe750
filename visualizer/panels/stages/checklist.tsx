/** What is to be done on a page before it is closed. A line that does not apply is ticked with a note that says why. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { CHECKS } from '../../../services/contract/workspace.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { hasDraft, mayWrite, newestOf, saveItem } from '../../api/workspaces.ts'
import type { Standing } from '../../api/items-of.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { LineField } from '../workspaces/fields.tsx'
import { draftName, ItemForm } from '../workspaces/item-form.tsx'
import { whatIsThere } from '../workspaces/what-is-there.ts'
import type { Found } from '../workspaces/what-is-there.ts'

type StageContent = ContentOf<'stage'>
const UNTICKED = { done: false, note: '' }

export function Checklist ({ open, item }: { open: OpenWorkspace, item: Standing<StageContent> }): VNode {
  const { content } = item
  const may = mayWrite(open, content)
  const names: readonly string[] = CHECKS[content.stage]
  const [problem, setProblem] = useState('')
  const [noted, setNoted] = useState(names.find(name => hasDraft(draftName(open, item, `note ${name}`))) ?? null)
  // One after the other: whoever ticks three lines in a row does not wait for the page.
  const queue = useRef(Promise.resolve())
  /** What was ticked and is on its way. */
  const [pending, setPending] = useState<Record<string, boolean>>({})
  const isDone = (name: string): boolean => content.checks[name]?.done === true
  useEffect(() => setPending(before => Object.fromEntries(Object.entries(before).filter(([name, done]) => isDone(name) !== done))), [item.version])
  const tick = (name: string): void => {
    const done = !(pending[name] ?? isDone(name))
    setPending(before => ({ ...before, [name]: done }))
    setProblem('')
    queue.current = queue.current.then(() => saveTick(open, item.id, name, done)).catch((error: Error) => {
      setProblem(error instanceof ApiProblem ? error.message : t('workspaces.notSaved'))
      setPending(before => Object.fromEntries(Object.entries(before).filter(([other]) => other !== name)))
    })
  }
  return (
    <section class='card' aria-labelledby='checklist-title'>
      <h2 id='checklist-title'>{t('workspaces.checklist')}</h2>
      <p class='hint'>{t('workspaces.checklistHint')}</p>
      <ul class='checklist'>{names.map(name => {
        const { note } = content.checks[name] ?? UNTICKED
        const found = whatIsThere(open.workspace, content.stage, name)
        const words = t(`workspaces.check.${content.stage}.${name}` as Key)
        return (
          <li key={name}>
            <label class='tick'><input type='checkbox' checked={pending[name] ?? isDone(name)} disabled={!may} {...(found !== null && { 'aria-describedby': `found-${name}` })} onChange={() => tick(name)} /> <span>{words}</span></label>
            {found !== null && <p class='hint found' id={`found-${name}`}>{t('workspaces.found', { text: foundText(found) })}</p>}
            {note !== '' && (noted !== name || !may) && <p class='hint note-text'>{note}</p>}
            {may && noted !== name && <button type='button' class='text-button' aria-label={t('workspaces.noteOn', { name: words })} onClick={() => setNoted(name)}>{t('workspaces.note')}</button>}
            {may && noted === name && (
              <ItemForm open={open} title={t('workspaces.noteOn', { name: words })} item={item} name={`note ${name}`} start={content} onDone={() => setNoted(null)}>{({ content: typed, set, problemAt }) =>
                <LineField label={t('workspaces.note')} value={(typed.checks[name] ?? UNTICKED).note} problem={problemAt('checks')} onInput={text => set({ checks: { ...typed.checks, [name]: { ...(typed.checks[name] ?? UNTICKED), note: text } } })} />}
              </ItemForm>)}
          </li>
        )
      })}
      </ul>
      {problem !== '' && <p class='field-problem' role='alert'>{problem}</p>}
    </section>
  )
}

/** What the workspace tells, without saying whether it is enough. */
function foundText (found: Found): string {
  if (found.what === 'groups') return t(found.missing.length === 0 ? 'workspaces.found.allGroups' : 'workspaces.found.groups', { n: found.n, total: found.total, list: found.missing.map(group => t(`workspaces.helix.${group}`)).join(', ') })
  return t(`workspaces.found.${found.what}`, found)
}

/** Somebody else may tick another line at the same time: this one is put on top of what stands. */
const ATTEMPTS_MAX = 4

async function saveTick (open: OpenWorkspace, id: string, name: string, done: boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const now = await newestOf(open, id)
    if (now?.content?.type !== 'stage') return
    const { content, version } = now
    try {
      await saveItem(open, { ...content, checks: { ...content.checks, [name]: { ...(content.checks[name] ?? UNTICKED), done } } }, id, version, null)
      return
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !(error instanceof ApiProblem) || error.problem.code !== 'CONFLICT') throw error
    }
  }
}
