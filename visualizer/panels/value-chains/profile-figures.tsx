/** Size, participation and position of a country or sector, each figure with what it says. */
import type { VNode } from 'preact'
import type { ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { t } from '../../text/translate.ts'
import { KeyNumbers } from '../cluster-words.tsx'
import { amount, decimal, share } from './amounts.ts'

export const TOTALS = ['output', 'valueAdded', 'exports', 'importedInputs'] as const
export const PARTICIPATION = ['gvc', 'gvcBackward', 'gvcForward', 'backward', 'forward'] as const
export const POSITION = ['upstreamness', 'downstreamness'] as const
/** Steps that the scale of a position shows: few country-sectors stand beyond. */
const STEPS_SHOWN = 5

export const ProfileTotals = ({ profile: { totals, table } }: { profile: ValueChainProfile }): VNode => (
  <KeyNumbers numbers={TOTALS.map(figure => ({ label: t(`valueChains.figure.${figure}`), value: amount(totals[figure]), context: t('valueChains.inUnit', { unit: table.unit }) }))} />
)

export const Participation = ({ profile: { participation } }: { profile: ValueChainProfile }): VNode => (
  <section class='card half'>
    <h2>{t('valueChains.participation')}</h2>
    <p class='hint'>{t('valueChains.participationHint')}</p>
    <dl class='measures'>{PARTICIPATION.map(figure => (
      <div key={figure} class={figure.startsWith('gvc') && figure !== 'gvc' ? 'part-of' : ''}>
        <dt>{t(`valueChains.figure.${figure}`)} <span>{t(`valueChains.says.${figure}`)}</span></dt>
        <dd><strong>{share(participation[figure])}</strong></dd>
      </div>))}
    </dl>
  </section>
)

/** The world is the mean of all sectors, beside a country and beside one sector. */
export const Position = ({ profile: { position, sector } }: { profile: ValueChainProfile }): VNode => (
  <section class='card half'>
    <h2>{t('valueChains.position')}</h2>
    <p class='hint'>{t('valueChains.positionHint')}</p>
    <dl class='measures'>{POSITION.map(figure => (
      <div key={figure}>
        <dt>{t(`valueChains.figure.${figure}`)} <span>{t(`valueChains.says.${figure}`)}</span><StepScale label={t(`valueChains.figure.${figure}`)} value={position[figure]} world={position.world[figure]} /></dt>
        <dd><strong>{decimal(position[figure])}</strong><span>{t(sector === null ? 'valueChains.world' : 'valueChains.worldAllSectors', { value: decimal(position.world[figure]) })}</span></dd>
      </div>))}
    </dl>
  </section>
)

/** From one step on; the tick is the world. */
function StepScale ({ label, value, world }: { label: string, value: number | null, world: number | null }): VNode | null {
  if (value === null) return null
  const place = (steps: number): string => `${100 * Math.min(1, Math.max(0, (steps - 1) / (STEPS_SHOWN - 1)))}%`
  return (
    <span class='step-scale' role='img' aria-label={t('valueChains.positionScale', { name: label, value: decimal(value), world: decimal(world) })}>
      {Array.from({ length: STEPS_SHOWN }, (_, i) => <small key={i} style={{ left: place(i + 1) }}>{i + 1}</small>)}
      {world !== null && <i style={{ left: place(world) }} />}
      <b style={{ left: place(value) }} />
    </span>
  )
}
