/** Introductions: what is due, one of them with its history, what they led to, and which lists were shown. */
import type { VNode } from 'preact'
import { change, view } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { BrokerEffectPanel } from '../panels/casework/broker-effect.tsx'
import { IntroductionCase } from '../panels/casework/introduction-case.tsx'
import { IntroductionList } from '../panels/casework/introduction-list.tsx'
import { RankingsShown } from '../panels/casework/rankings-shown.tsx'
import { TokenHeld } from '../panels/casework/token-form.tsx'

const PARTS = ['cases', 'effect', 'lists'] as const

export function IntroductionsScreen (): VNode {
  const { focus, choices } = view.value
  if (focus !== null) return <main class='page' id='main'><IntroductionCase id={focus} key={focus} /></main>
  const part = PARTS.find(word => word === choices.part) ?? 'cases'
  return (
    <main class='page' id='main'>
      <h1>{t('introductions.title')}</h1>
      <div class='tabs introduction-tabs' role='group' aria-label={t('introductions.parts')}>
        {PARTS.map(word => <button key={word} type='button' aria-pressed={part === word} onClick={() => change({ choices: { ...choices, part: word } })}>{t(`introductions.${word}`)}</button>)}
      </div>
      {part === 'cases' && <IntroductionList />}
      {part === 'effect' && <BrokerEffectPanel />}
      {part === 'lists' && <RankingsShown />}
      <TokenHeld />
    </main>
  )
}
