/** The shortlist: who stands between the two, what hangs on each, and which are picked to be compared. Arrow keys go through it, Enter opens. */
import type { VNode } from 'preact'
import type { Bridge, Pair } from '../../../services/contract/bridge.ts'
import { choose, change, view } from '../../state/store.ts'
import { number, t } from '../../text/translate.ts'
import { Chip } from '../chip.tsx'
import { bridgeLine, placeOf } from './bridge-words.tsx'

/** Organisations that can be compared side by side and still be read. */
export const PICKED_MAX = 5

export const pickedOf = (choices: Readonly<Record<string, string>>): string[] => choices.picked?.split(',').filter(id => id !== '').slice(0, PICKED_MAX) ?? []

export function BridgeList ({ bridges, pair, onOpen }: { bridges: Bridge[], pair: Pair | undefined, onOpen: (id: string) => void }): VNode {
  const { selected, choices } = view.value
  const picked = pickedOf(choices)
  const current = bridges.some(({ organisation }) => organisation === selected) ? selected : bridges[0]?.organisation
  const toggle = (id: string): void => choose({ picked: (picked.includes(id) ? picked.filter(each => each !== id) : [...picked, id]).join(',') })
  const onKey = (event: KeyboardEvent): void => {
    const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.bridge-open')]
    const here = rows.findIndex(row => row.closest('li')?.contains(document.activeElement))
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (next === undefined || rows[next] === undefined) return
    event.preventDefault()
    rows[next].focus()
  }
  return (
    <ol class='shortlist' onKeyDown={onKey}>
      {bridges.map(bridge => {
        const { organisation, name, cluster, standing, bridgeScore } = bridge
        const chosen = organisation === selected
        const full = picked.length >= PICKED_MAX && !picked.includes(organisation)
        return (
          <li key={organisation} class={chosen ? 'selected' : ''}>
            {pair !== undefined && <input type='checkbox' aria-label={t('bridges.pick', { name })} checked={picked.includes(organisation)} disabled={full} tabIndex={organisation === current ? 0 : -1} onChange={() => toggle(organisation)} />}
            <button type='button' class='bridge-open' aria-current={chosen ? 'true' : undefined} tabIndex={organisation === current ? 0 : -1} onClick={() => pair === undefined ? change({ screen: 'organisation', focus: organisation, selected: null }) : onOpen(organisation)}>
              <span class='bridge-name'>{name}</span>
              {standing !== null && <span>{bridgeLine(bridge, pair)}</span>}
              <span class='hint'>{placeOf(bridge)}</span>
            </button>
            <span class='bridge-score'>{cluster !== null && <Chip code={cluster} />}<span>{standing === null ? t('bridges.score', { score: number(bridgeScore ?? 0) }) : t('bridges.pairScoreIs', { score: number(standing.pairScore, 1) })}</span></span>
          </li>
        )
      })}
    </ol>
  )
}
