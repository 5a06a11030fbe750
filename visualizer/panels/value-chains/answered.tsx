/** An answer of the service, or what stands in its place: that it is being measured, or what went wrong and how to go on. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { fetchJson } from '../../api/fetch-json.ts'
import { useResource } from '../../api/resource.ts'
import { reloadTables } from '../../api/value-chains.ts'
import { choose } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { problemOf, ProblemSection } from '../notices.tsx'

interface Props<Value> {
  path: string
  /** Where one call is not all. */
  load?: (path: string) => Promise<Value>
  children: (value: Value) => VNode
}

/** Nothing of another answer is shown while this one is on its way. */
export function Answered<Value> (props: Props<Value>): VNode {
  const [attempt, setAttempt] = useState(0)
  return <Attempt key={`${props.path} ${attempt}`} {...props} onAgain={() => setAttempt(attempt + 1)} />
}

function Attempt<Value> ({ path, load = fetchJson, children, onAgain }: Props<Value> & { onAgain: () => void }): VNode {
  const { value, error } = useResource<Value>(path, load)
  if (error !== undefined) return <Refused error={error} onAgain={onAgain} />
  if (value === undefined) return <div class='measuring' role='status'><p><strong>{t('valueChains.measuring')}</strong></p><p class='hint'>{t('valueChains.measuringLong')}</p><progress class='progress' aria-label={t('starting.progress')} /></div>
  return children(value)
}

function Refused ({ error, onAgain }: { error: Error, onAgain: () => void }): VNode {
  return (
    <ProblemSection error={error}>
      <button type='button' class='button' onClick={onAgain}>{t('valueChains.again')}</button>
      {problemOf(error)?.code === 'NOT_FOUND' && <button type='button' class='button' onClick={() => { reloadTables(); choose({ table: null, economy: null, sector: null, withTable: null, with: null, withSector: null }) }}>{t('valueChains.otherTable')}</button>}
    </ProblemSection>
  )
}
