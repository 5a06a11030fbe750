/** What the report is about: countries and regions, the run, the template, and what is withheld. Every choice is in the address at once. */
import type { VNode } from 'preact'
import type { OrganisationFacets } from '../../../services/contract/filter.ts'
import { newestRegionCode } from '../../../services/contract/region-codes.ts'
import { DOCUMENT_LANGUAGES, REPORT_TEMPLATES, SUPPRESS_BELOW_MAX } from '../../../services/contract/report.ts'
import { findsClusters } from '../../../services/contract/run.ts'
import { useRegions } from '../../api/regions.ts'
import { useResource } from '../../api/resource.ts'
import { useRuns } from '../../api/runs.ts'
import { clusterName, clusters, countryName, shownRun } from '../../api/service.ts'
import { change, view } from '../../state/store.ts'
import { number, t } from '../../text/translate.ts'
import { runName } from '../analyses/words.ts'
import { Icon } from '../icons.tsx'
import { RegionPicker } from './region-picker.tsx'
import { chooseReport, reportChoice } from './report-choice.ts'

export function ReportForm (): VNode {
  const choice = reportChoice()
  const runs = (useRuns()?.items ?? []).filter(run => run.status === 'completed' && findsClusters(run.request.algorithm))
  return (
    <form class='card report-form' aria-labelledby='report-form-title' onSubmit={event => event.preventDefault()}>
      <h2 id='report-form-title'>{t('reports.build')}</h2>
      <Countries chosen={choice.countries} />
      <Regions chosen={choice.regions} />
      <div class='field'>
        <label for='report-template'>{t('reports.template')}</label>
        <select id='report-template' value={choice.template} onChange={event => chooseReport({ template: REPORT_TEMPLATES.find(template => template === event.currentTarget.value) })}>
          {REPORT_TEMPLATES.map(template => <option key={template} value={template} selected={template === choice.template}>{t(`reports.template.${template}`)}</option>)}
        </select>
      </div>
      {choice.template === 'cluster' && (
        <div class='field'>
          <label for='report-cluster'>{t('reports.cluster')}</label>
          <select id='report-cluster' value={choice.cluster ?? ''} onChange={event => chooseReport({ cluster: event.currentTarget.value || null })}>
            <option value=''>{t('reports.chooseCluster')}</option>
            {clusters.value.map(({ code }) => <option key={code} value={code} selected={code === choice.cluster}>{code} {clusterName(code)}</option>)}
          </select>
        </div>)}
      <div class='field'>
        <label for='report-run'>{t('reports.run')}</label>
        <select id='report-run' value={view.value.run} onChange={event => change({ run: event.currentTarget.value })}>
          <option value='latest' selected={view.value.run === 'latest'}>{t('reports.latestRun')}</option>
          {runs.map(run => <option key={run.id} value={run.id} selected={run.id === view.value.run}>{runName(run)}</option>)}
        </select>
      </div>
      <div class='field'>
        <label for='report-since'>{t('reports.since')}</label>
        <select id='report-since' value={choice.since ?? ''} onChange={event => chooseReport({ since: event.currentTarget.value || null })}>
          <option value='' selected={choice.since === null}>{t('reports.noSince')}</option>
          {runs.filter(run => run.id !== shownRun.value).map(run => <option key={run.id} value={run.id} selected={run.id === choice.since}>{runName(run)}</option>)}
        </select>
        <p class='hint'>{t('reports.sinceHint')}</p>
      </div>
      <div class='field'>
        <label for='report-language'>{t('reports.language')}</label>
        <select id='report-language' value={choice.language} onChange={event => chooseReport({ language: DOCUMENT_LANGUAGES.find(code => code === event.currentTarget.value) })}>
          {DOCUMENT_LANGUAGES.map(code => <option key={code} value={code} selected={code === choice.language}>{t(`reports.language.${code}`)}</option>)}
        </select>
      </div>
      <div class='field'>
        <label for='report-suppress'>{t('reports.suppress')}</label>
        <input id='report-suppress' type='number' min={0} max={SUPPRESS_BELOW_MAX} value={choice.suppressBelow} onChange={event => chooseReport({ suppressBelow: Math.min(SUPPRESS_BELOW_MAX, Math.max(0, Math.trunc(event.currentTarget.valueAsNumber || 0))) })} />
        <p class='hint'>{t('reports.suppressHint')}</p>
      </div>
    </form>
  )
}

function Countries ({ chosen }: { chosen: string[] }): VNode {
  const { value: facets } = useResource<OrganisationFacets>(`/api/v1/runs/${shownRun.value}/facets`)
  const present = facets?.country ?? []
  // What was asked for stays in sight where the run has nobody there.
  const listed = [...present, ...chosen.filter(code => !present.some(({ value }) => value === code)).map(value => ({ value, count: 0 }))]
  const all = present.length > 0 && present.every(({ value }) => chosen.includes(value))
  return (
    <fieldset class='facet report-countries'>
      <legend>{t('reports.countries')}</legend>
      <ul>{listed.map(({ value, count }) => (
        <li key={value}>
          <label>
            <input type='checkbox' checked={chosen.includes(value)} onChange={() => chooseReport({ countries: chosen.includes(value) ? chosen.filter(code => code !== value) : [...chosen, value].sort() })} />
            <span class='facet-name'>{countryName(value)}</span>
            <span class='facet-count'>{number(count)}</span>
          </label>
        </li>))}
      </ul>
      {facets !== undefined && <button type='button' class='text-button' onClick={() => chooseReport({ countries: all ? [] : present.map(({ value }) => value).sort() })}>{t(all ? 'reports.noCountries' : 'reports.allCountries')}</button>}
    </fieldset>
  )
}

function Regions ({ chosen }: { chosen: string[] }): VNode {
  const regions = useRegions()
  const name = (code: string): string => regions?.find(region => region.code === newestRegionCode(code))?.name ?? code
  return (
    <div>
      <RegionPicker label={t('reports.regions')} chosen={chosen} onPick={code => chooseReport({ regions: [...chosen, code] })} />
      {chosen.length > 0 && (
        <ul class='picked' aria-label={t('reports.regionsChosen')}>{chosen.map(code => (
          <li key={code}><button type='button' class='button small' aria-label={t('reports.removeRegion', { name: name(code) })} onClick={() => chooseReport({ regions: chosen.filter(other => other !== code) })}>{name(code)} <span class='hint'>{code}</span> <Icon name='close' /></button></li>))}
        </ul>)}
    </div>
  )
}
