/** Many pairs merged one after the other: how far it is, a way to stop, and in the end what was done, what not and why, each with its own way back. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { VNode } from 'preact'
import type { MergeInput } from '../../../services/contract/duplicate.ts'
import { t } from '../../text/translate.ts'

/** `problem` null: merged. */
export interface Merged { input: MergeInput, words: string, problem: string | null, undone: boolean }
/** `total`: of all that were chosen. */
export interface Many { total: number, merged: Merged[], running: boolean }

export function MergingMany ({ many: { total, merged, running }, onStop, onUndo }: { many: Many, onStop: () => void, onUndo: (merged: Merged) => void }): VNode {
  const stop = useRef<HTMLButtonElement>(null)
  // The button that started it is gone.
  useLayoutEffect(() => { if (running) stop.current?.focus() }, [running])
  const done = merged.filter(({ problem }) => problem === null).length
  if (running) {
    return (
      <div class='notice'>
        <label>{t('duplicates.merging', { done: merged.length, n: total })} <progress class='progress' value={merged.length} max={total} /></label>
        <p class='actions'><button type='button' class='button' ref={stop} onClick={onStop}>{t('duplicates.stop')}</button></p>
      </div>
    )
  }
  return (
    <div class='notice'>
      <p>{t('duplicates.saidMany', { n: done })} {merged.length > done && t('duplicates.saidNot', { n: merged.length - done })} {merged.length < total && t('duplicates.saidStopped', { n: total - merged.length })}</p>
      <ul class='notes'>{merged.map(each => (
        <li key={each.input.merged}>
          {each.problem !== null && t('duplicates.notMerged', { pair: each.words, problem: each.problem })}
          {each.problem === null && each.undone && t('duplicates.undone', { pair: each.words })}
          {each.problem === null && !each.undone && <>{each.words} <button type='button' class='button small' aria-label={`${t('duplicates.undo')}: ${each.words}`} onClick={() => onUndo(each)}>{t('duplicates.undo')}</button></>}
        </li>))}
      </ul>
    </div>
  )
}
