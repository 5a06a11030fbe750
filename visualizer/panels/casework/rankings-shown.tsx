/** Lists that were shown: which, when, on which run, in which order, with which scores. */
import type { VNode } from 'preact'
import { RANKED_LISTS } from '../../../services/contract/ranking.ts'
import type { Ranking, RankingPage } from '../../../services/contract/ranking.ts'
import { useCasework } from '../../api/casework.ts'
import { useResource } from '../../api/resource.ts'
import { countryName } from '../../api/service.ts'
import { change, view } from '../../state/store.ts'
import { date, figure, number, t, time } from '../../text/translate.ts'
import { OrganisationLink } from '../chip.tsx'
import { useRegionsByCode } from '../bridges/bridge-words.tsx'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'
import { loggedToday, questionWords } from './question-words.ts'

const ASKED = 200

export function RankingsShown (): VNode {
  const { ranking = '', stage = '' } = view.value.choices
  const list = RANKED_LISTS.find(word => word === stage) ?? ''
  const { value, error } = useCasework<RankingPage>(`/api/v1/rankings?limit=${ASKED}${list === '' ? '' : `&list=${list}`}`)
  const regions = useRegionsByCode(value?.items.some(({ question }) => /region/.test(JSON.stringify(question))) === true)
  const choose = (patch: Record<string, string>): void => change({ choices: { ...view.value.choices, ...patch } })
  return (
    <section class='card' aria-label={t('introductions.lists')}>
      <p class='lead'>{t('rankings.lead')}</p>
      <div class='look'>
        <label>{t('rankings.list')} <select value={list} onChange={event => choose({ stage: event.currentTarget.value, ranking: '' })}><option value=''>{t('rankings.any')}</option>{RANKED_LISTS.map(word => <option key={word} value={word}>{t(`rankings.${word}`)}</option>)}</select></label>
        <a href={`/api/v1/exports/rankings?byteOrderMark=true${list === '' ? '' : `&list=${list}`}`} download>{t('introductions.csv')}</a>
      </div>
      {error !== undefined && <ProblemNotice error={error} />}
      {value?.logging === false && <p class='notice'>{t('rankings.notLogging')}</p>}
      {value !== undefined && <p role='status' class='hint'>{t('rankings.count', { n: value.total })}{value.logging && ` ${loggedToday(value)}`}</p>}
      {ranking !== '' && <OneRanking id={ranking} onClose={() => choose({ ranking: '' })} />}
      {value !== undefined && value.total === 0 && <p class='notice'>{t('rankings.none')}</p>}
      {value !== undefined && value.total > 0 && (
        <DataTable
          caption={t('introductions.lists')} rows={value.items} rowKey={({ id }) => id} selected={ranking}
          columns={[
            { key: 'shownAt', head: t('rankings.shownAt'), cell: ({ id, shownAt }) => <button type='button' class='text-button' onClick={() => choose({ ranking: id })}>{date(shownAt)}, {time(shownAt)}</button>, by: ({ shownAt }) => shownAt },
            { key: 'list', head: t('rankings.list'), cell: row => t(`rankings.${row.list}`), by: row => row.list },
            { key: 'question', head: t('rankings.question'), cell: row => questionWords(row, regions).join(' · ') },
            { key: 'first', head: t('rankings.first'), cell: ({ first }) => first === null ? '–' : first.name ?? first.organisation },
            { key: 'shown', head: t('rankings.shown'), cell: ({ shown }) => number(shown), by: ({ shown }) => shown, figures: true },
            { key: 'run', head: t('rankings.run'), cell: ({ run }) => run, by: ({ run }) => run }
          ]}
        />)}
    </section>
  )
}

function OneRanking ({ id, onClose }: { id: string, onClose: () => void }): VNode {
  const { value, error } = useResource<Ranking>(`/api/v1/rankings/${id}`)
  if (error !== undefined) return <ProblemNotice error={error} />
  return (
    <section>
      <h2>{t('rankings.one')} <span>{value !== undefined && `${t(`rankings.${value.list}`)} · ${date(value.shownAt)} · ${value.run}`}</span> <button type='button' class='text-button' onClick={onClose}>{t('panel.close')}</button></h2>
      {value !== undefined && (
        <DataTable
          caption={t('rankings.one')} rows={value.organisations} rowKey={({ organisation }) => organisation}
          columns={[
            { key: 'place', head: '#', cell: ({ place }) => number(place), by: ({ place }) => place, figures: true },
            { key: 'name', head: t('column.organisation'), cell: ({ organisation, name }) => name === null ? organisation : <OrganisationLink id={organisation} name={name} />, by: ({ name }) => name },
            { key: 'country', head: t('filter.country'), cell: ({ country }) => country === null ? '–' : countryName(country), by: ({ country }) => country },
            { key: 'score', head: t('rankings.score'), cell: ({ score }) => score === null ? '–' : figure(score), by: ({ score }) => score, figures: true }
          ]}
        />)}
    </section>
  )
}
