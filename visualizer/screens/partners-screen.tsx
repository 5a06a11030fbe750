/** Find a partner: a form at the left, ranked candidates with their reasons, the chosen one at the right. */
import { useEffect, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { PartnerMatches } from '../../services/contract/partner-match.ts'
import { useCasework } from '../api/casework.ts'
import { chosenNeed, needsOf, partnerQuery, publicQuery, useProfiles } from '../api/partners.ts'
import { shownRun } from '../api/service.ts'
import { change, clearFilters, settle, view } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { FileButton } from '../panels/casework/file-button.tsx'
import { Icon } from '../panels/icons.tsx'
import { ProblemNotice } from '../panels/notices.tsx'
import { CandidatePanel } from '../panels/partners/candidate-panel.tsx'
import { MatchCard } from '../panels/partners/match-card.tsx'
import { WithoutNeed } from '../panels/partners/without-need.tsx'
import { NeedsUnchosen } from '../panels/partners/needs-unchosen.tsx'
import { termName } from '../panels/partners/partner-words.tsx'
import { ProfilesFile } from '../panels/partners/profiles-file.tsx'
import { PartnerForm } from '../panels/partners/partner-form.tsx'

/** Cards shown at first, and those that "Show more" brings. */
const PAGE = 20
const CARDS_MAX = 200

export function PartnersScreen (): VNode {
  const { focus, selected, choices } = view.value
  const [shown, setShown] = useState(PAGE)
  const { items: profiles, error: profilesProblem } = useProfiles(focus)
  const needs = needsOf(profiles)
  const onlyNeed = choices.need === undefined && needs.length === 1 ? needs[0].id : null
  useEffect(() => { if (onlyNeed !== null) settle({ need: onlyNeed }) }, [onlyNeed])
  // The list is asked for once it is known what for.
  const isKnown = focus !== null && (profiles !== undefined || profilesProblem !== undefined) && onlyNeed === null
  const query = partnerQuery()
  const need = profiles?.find(({ id }) => id === chosenNeed())
  const { value, error, loading } = useCasework<PartnerMatches>(!isKnown ? null : `/api/v1/runs/${shownRun.value}/organisations/${focus}/partners?${query.toString()}&limit=${shown}`)
  const matches = value?.organisation.id === focus ? value : undefined
  return (
    <div class={`map-screen partners${selected === null || matches === undefined ? '' : ' with-panel'}`}>
      <PartnerForm name={matches?.organisation.name ?? null} partners={matches?.linked ?? null} profiles={profiles} />
      <main class='map-main scrolling' id='main'>
        <h1>{matches === undefined ? t('partners.title') : t('partners.titleFor', { name: matches.organisation.name })}</h1>
        <p class='lead'>{t('partners.lead')}</p>
        {focus === null && <><section class='empty'><h2>{t('partners.choose')}</h2><p>{t('partners.chooseHint')}</p></section><ProfilesFile /></>}
        {error !== undefined && <ProblemNotice error={error} />}
        {loading && matches === undefined && <p role='status'>{t('starting.loading')}</p>}
        {matches !== undefined && error === undefined && (
          <>
            {choices.need === undefined && needs.length > 1 && <NeedsUnchosen needs={needs} />}
            <Gaps matches={matches} />
            <p role='status' class='hint'>{said(matches)}</p>
            {matches.total === 0 && <section class='empty'><h2>{t('partners.none')}</h2><p>{t('partners.noneHint')}</p><p class='actions'><button type='button' class='button primary' onClick={clearAll}>{t('partners.clear')}</button></p></section>}
            {matches.total > 0 && <details class='how-read'><summary>{t('partners.howRead')}</summary><p>{t('partners.howReadText')}</p></details>}
            <ol class='matches' aria-label={t('partners.list')}>{matches.items.map(match => <MatchCard key={match.organisation.id} match={match} wanted={matches.wanted.length} selected={match.organisation.id === selected} />)}</ol>
            <p class='actions'>
              {matches.total > matches.items.length && shown < CARDS_MAX && <button type='button' class='button' onClick={() => setShown(shown + PAGE)}>{t('partners.more')}</button>}
              {matches.total > 0 && <FileButton path={`/api/v1/exports/partners?organisation=${matches.organisation.id}&run=${matches.run}&${publicQuery(need).toString()}`}><Icon name='download' /> {t('partners.csv')}</FileButton>}
            </p>
            {matches.total > 0 && <WithoutNeed need={need} />}
            <p class='caution'>{t('partners.caution')}</p>
          </>)}
      </main>
      {selected !== null && matches !== undefined && <CandidatePanel matches={matches} id={selected} need={need} />}
    </div>
  )
}

const said = ({ total, rated, linked, notRelevant, items }: PartnerMatches): string => [
  t('partners.count', { n: total, of: rated }), t('partners.linked', { n: linked }), ...(notRelevant !== null && notRelevant > 0 ? [t('partners.notRelevant', { n: notRelevant })] : []), ...(items.length < total ? [t('partners.shown', { shown: items.length, n: total })] : [])
].join(' ')

function Gaps ({ matches: { gaps, unrated } }: { matches: PartnerMatches }): VNode | null {
  if (gaps.length === 0) return null
  return (
    <section class='gaps' aria-label={t('partners.gaps')}>
      {gaps.map(gap => <p key={gap} class={gap === 'wanted' ? 'hint' : 'notice'}>{gap !== 'wanted' && <Icon name='warning' />} <span>{t(`partners.gap.${gap}`, { list: unrated.map(termName).join(', ') })}</span></p>)}
    </section>
  )
}

function clearAll (): void {
  const { need } = view.value.choices
  clearFilters()
  change({ choices: need === undefined ? {} : { need }, selected: null })
}
