/** Pairs that may be one organisation, side by side, with what a person can decide about each. */
import { useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { AUTO_SCORE_MIN, DUPLICATE_BANDS, DUPLICATE_STATES, REVIEW_SCORE_MIN } from '../../../services/contract/duplicate.ts'
import type { DuplicateCandidate, MergeInput } from '../../../services/contract/duplicate.ts'
import type { Page } from '../../../services/contract/page.ts'
import { decide, mergeMany, mergePair, undoMerge } from '../../api/quality.ts'
import { status } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { change, view } from '../../state/store.ts'
import { number, t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'
import { ProblemNotice } from '../notices.tsx'
import { entryWords } from './entry-words.ts'
import { MergingMany } from './merging-many.tsx'
import type { Many, Merged } from './merging-many.tsx'
import { PairCard } from './pair-card.tsx'

/** Pairs read at first, and more each time. */
const PAGE = 20

interface Done { text: string, undo: (() => Promise<void>) | null }

export function DuplicatesPart (): VNode {
  const { band = '', pairs: state = 'open' } = view.value.choices
  const [asked, setAsked] = useState(PAGE)
  const [answers, setAnswers] = useState(0)
  const [done, setDone] = useState<Done | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  /** Where a person ticked otherwise than was proposed. */
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [many, setMany] = useState<Many | null>(null)
  const stopped = useRef(false)
  const [kept, setKept] = useState<ReadonlyMap<string, string>>(new Map())
  const heading = useRef<HTMLHeadingElement>(null)
  const query = new URLSearchParams({ limit: String(asked), state, ...(band !== '' && { band }) })
  const { value, error, loading } = useResource<Page<DuplicateCandidate>>(`/api/v1/duplicates?${query.toString()}#${status.value?.revision ?? 0} ${answers}`)
  const writable = status.value?.writable === true

  /** Afterwards what had the focus may be gone: it goes to the heading of the list. */
  const act = async (action: () => Promise<void>, said: Done): Promise<void> => {
    setProblem(null)
    setMany(null)
    try {
      await action()
      setDone(said)
    } catch (fault) {
      setDone(null)
      setProblem(fault as Error)
    }
    setAnswers(answers + 1)
    heading.current?.focus()
  }
  const idOf = (pair: DuplicateCandidate): string => `${pair.a}~${pair.b}`
  const inputOf = (pair: DuplicateCandidate): MergeInput => {
    const keep = kept.get(idOf(pair)) ?? pair.first.organisation.id
    return { kept: keep, merged: keep === pair.a ? pair.b : pair.a }
  }
  const wordsOf = (pair: DuplicateCandidate): { kept: string, merged: string } => {
    const input = inputOf(pair)
    const [kept, merged] = [input.kept, input.merged].map(id => entryWords((pair.first.organisation.id === id ? pair.first : pair.second).organisation))
    return { kept, merged }
  }
  const merge = async (pair: DuplicateCandidate): Promise<void> => {
    const input = inputOf(pair)
    await act(() => mergePair(input), { text: t('duplicates.saidMerged', wordsOf(pair)), undo: () => undoMerge(input.merged) })
  }
  const mergeAll = async (pairs: DuplicateCandidate[]): Promise<void> => {
    const words = new Map(pairs.map(pair => [inputOf(pair).merged, t('duplicates.into', wordsOf(pair))]))
    const merged: Merged[] = []
    const show = (running: boolean): void => setMany({ total: pairs.length, merged: [...merged], running })
    stopped.current = false
    setDone(null)
    setProblem(null)
    show(true)
    await mergeMany(pairs.map(inputOf), () => !stopped.current, (input, fault) => {
      merged.push({ input, words: words.get(input.merged) ?? '', problem: fault?.message ?? null, undone: false })
      show(true)
    })
    show(false)
    setAnswers(answers + 1)
    heading.current?.focus()
  }
  const undoOne = async ({ input }: Merged): Promise<void> => {
    setProblem(null)
    try {
      await undoMerge(input.merged)
      setMany(now => now === null ? null : { ...now, merged: now.merged.map(each => each.input.merged === input.merged ? { ...each, undone: true } : each) })
    } catch (fault) {
      setProblem(fault as Error)
    }
    setAnswers(answers + 1)
    heading.current?.focus()
  }
  const say = async (pair: DuplicateCandidate, decision: DuplicateCandidate['decision']): Promise<void> => {
    const names = { a: entryWords(pair.first.organisation), b: entryWords(pair.second.organisation) }
    const sentence = { different: 'duplicates.saidDifferent', later: 'duplicates.saidLater', open: 'duplicates.saidOpen' } as const
    const { a, b } = pair
    await act(() => decide({ a, b, decision }), { text: t(sentence[decision ?? 'open'], names), undo: () => decide({ a, b, decision: pair.decision }) })
  }
  const isTicked = (pair: DuplicateCandidate): boolean => ticks.get(idOf(pair)) ?? pair.chosen
  const chosen = chooseDisjoint((value?.items ?? []).filter(pair => pair.band === 'auto' && state === 'open' && isTicked(pair)))
  const choose = (key: 'band' | 'pairs', text: string): void => change({ choices: { ...view.value.choices, [key]: text } })

  return (
    <>
      <p class='lead'>{t('duplicates.lead')}</p>
      <p class='hint'>{t('duplicates.bands', { auto: number(AUTO_SCORE_MIN, 2), review: number(REVIEW_SCORE_MIN, 2) })}</p>
      <p class='look'>
        <label>{t('duplicates.state')} <select value={state} onChange={event => choose('pairs', event.currentTarget.value === 'open' ? '' : event.currentTarget.value)}>{DUPLICATE_STATES.map(word => <option key={word} value={word}>{t(`duplicates.state.${word}`)}</option>)}</select></label>
        <label>{t('duplicates.band')} <select value={band} onChange={event => choose('band', event.currentTarget.value)}><option value=''>{t('duplicates.band.any')}</option>{DUPLICATE_BANDS.map(word => <option key={word} value={word}>{t(`duplicates.band.${word}`)}</option>)}</select></label>
        <a class='button' href={`/api/v1/exports/duplicates?${new URLSearchParams({ format: 'csv', state, ...(band !== '' && { band }) }).toString()}`} download><Icon name='download' /> {t('quality.download')}</a>
      </p>
      {!writable && <p class='notice'><Icon name='warning' /> {t('duplicates.readOnly')}</p>}
      <div aria-live='polite'>
        {done !== null && <p class='notice'>{done.text} {done.undo !== null && <button type='button' class='button small' onClick={() => { const undo = done.undo; if (undo !== null) void act(undo, { text: '', undo: null }) }}>{t('duplicates.undo')}</button>}</p>}
        {many !== null && <MergingMany many={many} onStop={() => { stopped.current = true }} onUndo={merged => { void undoOne(merged) }} />}
        {problem !== null && <ProblemNotice error={problem} />}
        {error !== undefined && <ProblemNotice error={error} />}
        {loading && value === undefined && <p>{t('duplicates.searching')}</p>}
      </div>
      {value !== undefined && (
        <>
          <h2 ref={heading} tabIndex={-1} class='list-head'>{t('duplicates.count', { n: value.total })}</h2>
          {value.total === 0 && <p class='hint'>{t(state === 'open' && band === '' ? 'duplicates.none' : 'duplicates.noneState')}</p>}
          {writable && chosen.length > 0 && many?.running !== true && (
            <p class='actions'><button type='button' class='button primary' onClick={() => { void mergeAll(chosen) }}>{t('duplicates.mergeChosen', { n: chosen.length })}</button></p>)}
          <ol class='pairs'>{value.items.map(pair => (
            <li key={idOf(pair)}>
              <PairCard
                pair={pair} writable={writable && many?.running !== true} kept={inputOf(pair).kept} onKeep={id => setKept(new Map([...kept, [idOf(pair), id]]))}
                chosen={pair.band === 'auto' && state === 'open' ? isTicked(pair) : null}
                onChoose={on => setTicks(new Map([...ticks, [idOf(pair), on]]))}
                onMerge={() => { void merge(pair) }} onSay={decision => { void say(pair, decision) }}
              />
            </li>))}
          </ol>
          {value.items.length < value.total && <p><button type='button' class='button' onClick={() => setAsked(asked + PAGE)}>{t('duplicates.more')}</button></p>}
        </>)}
    </>
  )
}

/** Of pairs that share an organisation the first: after it is merged the other is another question. */
function chooseDisjoint (pairs: DuplicateCandidate[]): DuplicateCandidate[] {
  const taken = new Set<string>()
  return pairs.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false
    taken.add(a).add(b)
    return true
  })
}
