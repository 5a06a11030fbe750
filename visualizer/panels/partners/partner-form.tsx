/** What is looked for: for whom, what it needs, where. The address follows each choice. */
import type { VNode } from 'preact'
import type { OrganisationFacets } from '../../../services/contract/filter.ts'
import { STEPS_MAX } from '../../../services/contract/partner-match.ts'
import { isOffer } from '../../../services/contract/partner-profile.ts'
import type { PartnerProfile } from '../../../services/contract/partner-profile.ts'
import { chosenNeed, needsOf, NO_NEED } from '../../api/partners.ts'
import { SIZE_CLASSES } from '../../../services/contract/vocabulary.ts'
import { countryName, domainName, domains, shownRun } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { choose as chooseIn, filterQuery, view } from '../../state/store.ts'
import type { View } from '../../state/view.ts'
import { t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { Facet } from '../filter-rail.tsx'
import { OrganisationField } from './organisation-field.tsx'
import { termName } from './partner-words.tsx'
import { PickSeveral } from './pick-several.tsx'

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
/** Numbers of partners offered beside the own: few organisations have more than the greatest. */
const ROUND_SIZES = [10, 25, 50, 100, 250]

/** A choice of this screen; empty: it is not made. */
export const choose = (key: string, value: string, more: Partial<View> = {}): void => chooseIn({ [key]: value }, { ...more, selected: null })

export function PartnerForm ({ name, partners, profiles }: { name: string | null, partners: number | null, profiles: PartnerProfile[] | undefined }): VNode {
  const { focus, choices } = view.value
  const { value: facets } = useResource<OrganisationFacets>(`/api/v1/runs/${shownRun.value}/facets?${filterQuery.value.toString()}`)
  const wanted = (choices.wanted ?? '').split(',').filter(word => word !== '')
  return (
    <form class='rail partner-form' aria-label={t('partners.form')} onSubmit={event => event.preventDefault()}>
      <section class='facet'>
        {name !== null && <p class='chosen-organisation'><span>{t('partners.whom')}</span> <strong>{name}</strong></p>}
        <OrganisationField id='partner-whom' label={name === null ? t('partners.whom') : t('partners.change')} hint={t('partners.whomHint')} onChoose={({ id }) => choose('need', '', { focus: id })} />
      </section>
      {focus !== null && (
        <section class='facet'>
          <div class='field'>
            <label for='partner-need'>{t('partners.need')}</label>
            <NeedChoice focus={focus} profiles={profiles} />
          </div>
          <PickSeveral
            id='partner-wanted' label={t('partners.wanted')} chosen={wanted} name={termName} onChange={words => choose('wanted', words.join(','))}
            options={[...domains.value.keys()].map(code => ({ value: code, label: domainName(code) })).sort((a, b) => a.label.localeCompare(b.label))}
          />
          <Tick choice='answering' label={t('partners.answering')} />
        </section>)}
      <section class='facet'>
        <h2>{t('partners.where')}</h2>
        <Tick choice='abroad' label={t('partners.abroad')} />
        <TargetedTick profiles={profiles} />
        <Tick choice='otherClusters' label={t('partners.otherClusters')} />
        <div class='field'>
          <label for='partner-steps'>{t('partners.steps')}</label>
          <select id='partner-steps' value={choices.steps ?? ''} onChange={event => choose('steps', event.currentTarget.value)}>
            <option value=''>{t('partners.anySteps')}</option>
            {Array.from({ length: STEPS_MAX - 1 }, (_, i) => i + 2).map(steps => <option key={steps} value={String(steps)}>{t('partners.stepsOf', { n: steps })}</option>)}
          </select>
        </div>
      </section>
      <details class='more-filters' open={matchMedia('(min-width: 1100px)').matches}>
        <summary>{t('partners.filters')}</summary>
        <section class='facet'>
          <h2>{t('partners.size')}</h2>
          <div class='field'>
            <label for='partner-partners'>{t('partners.partnersMax')}</label>
            <select id='partner-partners' aria-describedby='partner-partners-hint' value={choices.partnersMax ?? ''} onChange={event => choose('partnersMax', event.currentTarget.value)}>
              <option value=''>{t('partners.anyNumber')}</option>
              {sizesOffered(partners, choices.partnersMax).map(n => <option key={n} value={String(n)}>{t(n === partners ? 'partners.asMany' : 'partners.atMost', { n })}</option>)}
            </select>
            <p class='hint' id='partner-partners-hint'>{t('partners.partnersMaxHint')}</p>
          </div>
          <PickSeveral
            id='partner-sizeClass' label={t('partners.sizeClass')} {...((facets?.sizeClass.length ?? 1) === 0 && { hint: t('partners.noSizes') })} chosen={(choices.sizeClass ?? '').split(',').filter(word => word !== '')}
            name={word => t(`size.${word}` as Key)} onChange={words => choose('sizeClass', words.join(','))} options={SIZE_CLASSES.map(word => ({ value: word, label: t(`size.${word}`) }))}
          />
          <Levels />
        </section>
        <Facet name='country' title={t('filter.country')} unit={t('filter.organisations')} values={facets?.country ?? []} label={countryName} />
        <Facet name='kind' title={t('filter.kind')} unit={t('filter.organisations')} values={facets?.kind ?? []} label={kind => t(`kind.${kind}` as Key)} />
        <Facet name='domain' title={t('filter.domain')} unit={t('filter.several')} values={(facets?.domain ?? []).filter(({ value }) => domains.value.get(value)?.taxonomy !== 's3')} label={domainName} />
      </details>
    </form>
  )
}

function NeedChoice ({ focus, profiles }: { focus: string, profiles: PartnerProfile[] | undefined }): VNode {
  const valid = (profiles ?? []).filter(({ state }) => state === 'valid')
  const group = (label: string, of: PartnerProfile[]): VNode | null => of.length === 0 ? null : <optgroup label={label}>{of.map(({ id, type, title }) => <option key={id} value={id}>{t(`type.${type}`)}: {title}</option>)}</optgroup>
  return (
    <>
      <select id='partner-need' value={chosenNeed() ?? NO_NEED} onChange={event => choose('need', event.currentTarget.value)} disabled={valid.length === 0}>
        <option value={NO_NEED}>{t('partners.anyNeed')}</option>
        {group(t('partners.needs'), needsOf(valid))}
        {group(t('partners.offers'), valid.filter(({ type }) => isOffer(type)))}
      </select>
      {profiles !== undefined && valid.length === 0 && <p class='hint'>{t('partners.noNeeds')} <Go to={{ screen: 'organisation', focus }} class='text-link'>{t('partners.addNeed')}</Go></p>}
    </>
  )
}

/** Both ends of the readiness level that an answering need or offer must have. */
function Levels (): VNode {
  const { choices } = view.value
  const end = (choice: 'trlMin' | 'trlMax'): VNode => (
    <select aria-label={t(`partners.${choice}`)} value={choices[choice] ?? ''} onChange={event => choose(choice, event.currentTarget.value)}>
      <option value=''>{t('partners.anyLevel')}</option>
      {LEVELS.map(level => <option key={level} value={String(level)}>{level}</option>)}
    </select>
  )
  return (
    <fieldset class='field levels'>
      <legend>{t('partners.levels')}</legend>
      {end('trlMin')} <span aria-hidden='true'>–</span> {end('trlMax')}
    </fieldset>
  )
}

/** Of the chosen need, or of all of them: the countries they target, where they name any. */
function TargetedTick ({ profiles }: { profiles: PartnerProfile[] | undefined }): VNode | null {
  const need = chosenNeed()
  const targeting = (profiles ?? []).filter(({ id, state }) => need === undefined ? state === 'valid' : id === need)
  const countries = [...new Set(targeting.flatMap(profile => profile.countries))]
  if (view.value.choices.targeted !== 'true' && (countries.length === 0 || targeting.some(profile => profile.countries.length === 0))) return null
  return <Tick choice='targeted' label={t('partners.targeted', { list: countries.map(countryName).join(', ') })} />
}

/** The own number of partners, and round numbers. */
const sizesOffered = (own: number | null, chosen: string | undefined): number[] =>
  [...new Set([...ROUND_SIZES, ...own === null || own === 0 ? [] : [own], ...chosen === undefined ? [] : [Number(chosen)]])].sort((a, b) => a - b)

const Tick = ({ choice, label }: { choice: string, label: string }): VNode => (
  <label class='tick'><input type='checkbox' checked={view.value.choices[choice] === 'true'} onChange={event => choose(choice, event.currentTarget.checked ? 'true' : '')} /> {label}</label>
)
