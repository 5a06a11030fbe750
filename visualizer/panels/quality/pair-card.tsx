/** Two entries beside each other: why they may be one, what is the same and what differs, in words, and the decision. */
import type { VNode } from 'preact'
import type { DuplicateCandidate, DuplicateSide } from '../../../services/contract/duplicate.ts'
import { countryName } from '../../api/service.ts'
import { figure, number, percent, t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { OrganisationLink } from '../chip.tsx'
import { entryWords } from './entry-words.ts'

interface Props {
  pair: DuplicateCandidate
  writable: boolean
  kept: string
  onKeep: (id: string) => void
  /** Chosen for the one click on all; null: it cannot be. */
  chosen: boolean | null
  onChoose: (on: boolean) => void
  onMerge: () => void
  onSay: (decision: DuplicateCandidate['decision']) => void
}

const ROWS: Array<{ key: string, of: (side: DuplicateSide) => string[] }> = [
  { key: 'name', of: ({ organisation }) => [organisation.name] },
  { key: 'aliases', of: ({ organisation }) => organisation.aliases },
  { key: 'kind', of: ({ organisation }) => [t(`kind.${organisation.kind}`)] },
  { key: 'country', of: ({ organisation }) => [countryName(organisation.country)] },
  { key: 'region', of: ({ organisation }) => organisation.region === null ? [] : [organisation.region.code] },
  { key: 'city', of: ({ organisation }) => organisation.city === null ? [] : [organisation.city] },
  { key: 'identifiers', of: ({ organisation }) => organisation.identifiers.map(({ scheme, value }) => `${scheme.toUpperCase()} ${value}`) },
  { key: 'website', of: ({ organisation }) => organisation.website === null ? [] : [organisation.website] },
  { key: 'source', of: ({ organisation }) => [organisation.source] },
  { key: 'memberships', of: ({ memberships }) => [number(memberships)] },
  { key: 'links', of: ({ links }) => [number(links)] }
]

export function PairCard ({ pair, writable, kept, onKeep, chosen, onChoose, onMerge, onSay }: Props): VNode {
  const { first, second, reasons, sharedNetworks } = pair
  const title = t('duplicates.pair', { a: entryWords(first.organisation), b: entryWords(second.organisation) })
  const why = [
    t('duplicates.score', { score: figure(reasons.score), name: percent(reasons.name) }), t(`duplicates.place.${reasons.place}`),
    ...reasons.identifiers.length > 0 ? [t('duplicates.sharedIdentifier', { list: reasons.identifiers.join(', ') })] : [],
    t('duplicates.sharedNetworks', { n: sharedNetworks })
  ]
  return (
    <article class='card pair' aria-label={title}>
      <h3>{title} {sharedNetworks > 0 ? <span class='band'>{t('duplicates.doubtful')}</span> : <span class={`band ${pair.band}`}>{t(`duplicates.band.${pair.band}`)}</span>}</h3>
      <p>{why.join(' · ')}</p>
      {sharedNetworks > 0 && <p class='notice'>{t('duplicates.namedBoth', { n: sharedNetworks })} {pair.band === 'auto' && t('duplicates.notChosen')}</p>}
      <div class='table-frame' tabIndex={0} role='region' aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope='col'>{t('duplicates.field')}</th>
              {[first, second].map((side, i) => <th key={side.organisation.id} scope='col'><OrganisationLink id={side.organisation.id} name={t(i === 0 ? 'duplicates.first' : 'duplicates.second')} /></th>)}
              <th scope='col'>{t('duplicates.compared')}</th>
            </tr>
          </thead>
          <tbody>{ROWS.map(({ key, of }) => {
            const [a, b] = [of(first), of(second)]
            const compared = comparison(a, b)
            return <tr key={key} class={compared}><th scope='row'>{t(`duplicates.row.${key}` as Key)}</th><td>{a.join('; ') || '–'}</td><td>{b.join('; ') || '–'}</td><td>{t(`duplicates.${compared}`)}</td></tr>
          })}
          </tbody>
        </table>
      </div>
      {writable && (
        <div class='actions'>
          {pair.decision === null && (
            <>
              {chosen !== null && <label class='inline'><input type='checkbox' checked={chosen} onChange={event => onChoose(event.currentTarget.checked)} /> {t('duplicates.choose')}</label>}
              <label>{t('duplicates.keep')} <select value={kept} onChange={event => onKeep(event.currentTarget.value)}>{[first, second].map(({ organisation }, i) => <option key={organisation.id} value={organisation.id}>{t(i === 0 ? 'duplicates.first' : 'duplicates.second')}: {entryWords(organisation)}</option>)}</select></label>
              <button type='button' class='button' aria-label={`${t('duplicates.merge')}: ${title}`} onClick={onMerge}>{t('duplicates.merge')}</button>
              <button type='button' class='button' aria-label={`${t('duplicates.different')}: ${title}`} onClick={() => onSay('different')}>{t('duplicates.different')}</button>
              <button type='button' class='button' aria-label={`${t('duplicates.later')}: ${title}`} onClick={() => onSay('later')}>{t('duplicates.later')}</button>
            </>)}
          {pair.decision !== null && <button type='button' class='button' aria-label={`${t('duplicates.takeBack')}: ${title}`} onClick={() => onSay(null)}>{t('duplicates.takeBack')}</button>}
        </div>)}
    </article>
  )
}

function comparison (a: string[], b: string[]): 'same' | 'differs' | 'onlyOne' | 'neither' {
  if (a.length === 0 && b.length === 0) return 'neither'
  if (a.length === 0 || b.length === 0) return 'onlyOne'
  return [...a].sort().join('\n') === [...b].sort().join('\n') ? 'same' : 'differs'
}
