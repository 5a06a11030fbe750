/** The chosen candidate: why, the numbers behind it, who could introduce, and what a link would change. */
import type { VNode } from 'preact'
import { partnersContext } from '../../../services/contract/partner-match.ts'
import type { PartnerMatch, PartnerMatches } from '../../../services/contract/partner-match.ts'
import type { PartnerProfile } from '../../../services/contract/partner-profile.ts'
import { publicQuery } from '../../api/partners.ts'
import { change } from '../../state/store.ts'
import { number, percent, t } from '../../text/translate.ts'
import { ClusterLink, Go } from '../chip.tsx'
import { useComeToPanel } from '../come-to-panel.ts'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icons.tsx'
import { IntroductionActions } from '../casework/introduction-actions.tsx'
import { WithoutNeed } from './without-need.tsx'
import { ahead, cautionsOf, reasonsFor, termName } from './partner-words.tsx'
import { RouteOfIntroduction, useRoutes } from './route-of-introduction.tsx'
import { WhatIfLinked } from './what-if-linked.tsx'

export function CandidatePanel ({ matches, id, need }: { matches: PartnerMatches, id: string, need: PartnerProfile | undefined }): VNode {
  const match = matches.items.find(({ organisation }) => organisation.id === id)
  const { current } = useRoutes(matches.organisation.id, id)
  const through = current?.routes[0]?.organisations.slice(1, -1).map(organisation => organisation.id)
  const panel = useComeToPanel(id)
  return (
    <aside class='panel candidate' ref={panel} tabIndex={-1} aria-label={t('partner.see', { name: match?.organisation.name ?? id })}>
      <button type='button' class='panel-close' aria-label={t('panel.close')} onClick={() => { change({ selected: null }); focusCard(id) }}><Icon name='close' /></button>
      {match !== undefined && <Reasons match={match} wanted={matches.wanted.length} />}
      <section class='panel-block'><IntroductionActions of={matches.organisation.id} candidate={id} context={partnersContext(need?.id)} asked={publicQuery(need)} through={through} /><WithoutNeed need={need} /></section>
      <RouteOfIntroduction from={matches.organisation.id} to={id} />
      <WhatIfLinked source={matches.organisation.id} target={id} />
    </aside>
  )
}

/** Who has closed the panel reads on in the list. */
const focusCard = (id: string): void => document.getElementById(`match-${id}`)?.querySelector('button')?.focus()

function Reasons ({ match, wanted }: { match: PartnerMatch, wanted: number }): VNode {
  const { organisation, cluster, reasons, parts } = match
  const cautions = cautionsOf(match)
  return (
    <>
      <section class='panel-block'>
        <p class='meta'><ClusterLink code={cluster} /></p>
        <h2 class='panel-title'>{organisation.name}</h2>
        <p class='sentence'>{reasonsFor(match, wanted).join(' ')}</p>
        <p class='actions'><Go to={{ screen: 'organisation', focus: organisation.id }} class='button'>{t('nav.organisation')}</Go></p>
      </section>
      <section class='panel-block'>
        <h3>{t('partner.against')}</h3>
        {cautions.length === 0 ? <p>{t('partner.nothingAgainst')}</p> : <ul class='notes'>{cautions.map(caution => <li key={caution}>{caution}</li>)}</ul>}
      </section>
      {reasons.answers.length > 0 && (
        <section class='panel-block'>
          <h3>{t('answer.title')}</h3>
          <ul class='notes'>{reasons.answers.map(({ profile, answers, type, title, answersTitle, shared, trlDistance }) => (
            <li key={profile + answers}><strong>{t(`type.${type}`)}</strong>: {t('why.answers', { title, own: answersTitle })} {[t('answer.shared', { list: shared.map(termName).join(', ') }), ...(trlDistance === null ? [] : [t('answer.trl', { n: trlDistance })])].join('; ')}.</li>))}
          </ul>
        </section>)}
      <section class='panel-block'>
        <h3>{t('partner.parts')}</h3>
        <DataTable
          caption={t('partner.parts')} rows={parts} rowKey={({ part }) => part}
          columns={[
            { key: 'part', head: t('partner.part'), cell: ({ part }) => <>{t(`part.${part}`)}<p class='why'>{t(`says.${part}`)}</p></> },
            { key: 'value', head: t('partner.value'), cell: ({ value }) => value === null ? t('partner.unknown') : number(value, 2), figures: true },
            { key: 'weight', head: t('partner.weight'), cell: ({ weight }) => percent(weight), figures: true },
            { key: 'ahead', head: t('partner.ahead'), cell: ({ percentile }) => ahead(percentile), figures: true }
          ]}
        />
        <p class='hint'>{t('partner.aheadSays')}{match.weightKnown < 0.999 && <> {t('partner.partlySays', { share: percent(match.weightKnown) })}</>}</p>
        {(reasons.fit.length > 0 || reasons.complementarity.length > 0) && (
          <details>
            <summary>{t('reason.all')}</summary>
            {reasons.fit.length > 0 && <DataTable
              caption={t('reason.fit')} rows={reasons.fit} rowKey={({ own }) => own}
              columns={[{ key: 'own', head: t('reason.own'), cell: ({ own }) => termName(own) }, { key: 'theirs', head: t('reason.theirs'), cell: ({ theirs }) => termName(theirs) }, { key: 'proximity', head: t('reason.proximity'), cell: ({ proximity }) => number(proximity, 2), figures: true }]}
                                       />}
            {reasons.complementarity.length > 0 && <DataTable
              caption={t('reason.adds')} rows={reasons.complementarity} rowKey={({ term }) => term}
              columns={[{ key: 'term', head: t('reason.adds'), cell: ({ term }) => termName(term) }, { key: 'adds', head: t('reason.share'), cell: ({ adds }) => number(adds, 3), figures: true }]}
                                                   />}
          </details>)}
      </section>
    </>
  )
}
