/** A candidate: who it is, what speaks for it and against it, and the parts of its score. */
import type { VNode } from 'preact'
import type { PartnerMatch } from '../../../services/contract/partner-match.ts'
import { countryName } from '../../api/service.ts'
import { change } from '../../state/store.ts'
import { number, percent, t } from '../../text/translate.ts'
import { ClusterLink } from '../chip.tsx'
import { cautionsOf, PartBars, reasonsFor } from './partner-words.tsx'

export function MatchCard ({ match, wanted, selected }: { match: PartnerMatch, wanted: number, selected: boolean }): VNode {
  const { organisation, rank, score, cluster } = match
  const cautions = cautionsOf(match)
  return (
    <li class={`match${selected ? ' selected' : ''}`} id={`match-${organisation.id}`}>
      <p class='match-rank figures' aria-hidden='true'>{number(rank)}</p>
      <div class='match-body'>
        <h2><button type='button' class='text-button' aria-pressed={selected} onClick={() => change({ selected: selected ? null : organisation.id })}>{organisation.name}</button></h2>
        <p class='meta'>{t(`kind.${organisation.kind}`)} · {[organisation.city, countryName(organisation.country)].filter(part => part !== null && part !== '').join(', ')} · {t('partner.partners', { n: match.partners })}{cluster !== null && <ClusterLink code={cluster} />}</p>
        <p class='sentence'>{reasonsFor(match, wanted).join(' ')}</p>
        {cautions.length > 0 && <p class='match-against'><strong>{t('partner.against')}:</strong> {cautions.join('; ')}.</p>}
      </div>
      <div class='match-parts'>
        <p class='match-score'><span>{t('partner.score')}</span> <strong>{number(100 * score)}</strong></p>
        {match.weightKnown < 0.999 && <p class='hint'>{t('partner.partly', { share: percent(match.weightKnown) })}</p>}
        <PartBars match={match} />
      </div>
    </li>
  )
}
