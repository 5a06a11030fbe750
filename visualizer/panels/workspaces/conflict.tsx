/** Two people changed one thing: both versions side by side, field by field, for the second to choose from. Nothing that was typed is lost. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ItemContent, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'
import { authorText, fieldName, valueText } from './item-words.ts'

type Fields = Record<string, unknown>

export const differingFields = (mine: Fields, theirs: Fields): string[] => [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter(field => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))

interface Props<Content extends ItemContent> { open: OpenWorkspace, mine: Content, theirs: WorkspaceItem, /** `content` goes back into the form, to be saved on what stands now. */ onChosen: (content: Content) => void }

export function Conflict<Content extends ItemContent> ({ open, mine, theirs, onChosen }: Props<Content>): VNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const [taken, setTaken] = useState<readonly string[]>([])
  const { content } = theirs
  const fields = content === null ? [] : differingFields(mine, content)
  const merged = (): Content => ({ ...mine, ...Object.fromEntries(taken.map(field => [field, (content as Fields | null)?.[field]])) })
  return (
    <section class='conflict' aria-labelledby={`conflict-${theirs.id}`}>
      <h4 id={`conflict-${theirs.id}`} ref={heading} tabIndex={-1}><Icon name='warning' /> {t('workspaces.conflict')}</h4>
      <p>{t(content === null ? 'workspaces.conflictRemoved' : fields.length === 0 ? 'workspaces.conflictSame' : 'workspaces.conflictLead', { who: authorText(open, theirs.by) })}</p>
      {content !== null && fields.map(field => (
        <fieldset key={field} class='conflict-field'>
          <legend>{fieldName(field)}</legend>
          {(['mine', 'theirs'] as const).map(whose => (
            <label key={whose}>
              <span><input type='radio' name={`conflict-${theirs.id}-${field}`} checked={taken.includes(field) === (whose === 'theirs')} onChange={() => setTaken(whose === 'theirs' ? [...taken, field] : taken.filter(other => other !== field))} /> {t(`workspaces.whose.${whose}`)}</span>
              <span class='note-text'>{valueText(open, field, ((whose === 'mine' ? mine : content) as Fields)[field])}</span>
            </label>))}
        </fieldset>))}
      <p class='actions'>
        <button type='button' class='button primary' onClick={() => onChosen(merged())}>{t('workspaces.conflictGoOn')}</button>
        {fields.length > 1 && <button type='button' class='button' onClick={() => setTaken(fields)}>{t('workspaces.allTheirs')}</button>}
        {fields.length > 1 && <button type='button' class='button' onClick={() => setTaken([])}>{t('workspaces.allMine')}</button>}
      </p>
      <p class='hint'>{t('workspaces.conflictHint')}</p>
    </section>
  )
}
