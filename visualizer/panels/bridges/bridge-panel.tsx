/** Why an organisation is a bridge between two sides: a sentence, the score with its parts, what hangs on it, the evidence, bridges like it, and how sure it is. */
import type { VNode } from 'preact'
import type { BridgeReasons, BridgeRemoval } from '../../../services/contract/bridge.ts'
import type { Ranked } from '../../../services/contract/organisation-profile.ts'
import { domainName, shownRun } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { change, choose, ofTable, view } from '../../state/store.ts'
import { figure, number, percent, t } from '../../text/translate.ts'
import { Chip, OrganisationLink } from '../chip.tsx'
import { useComeToPanel } from '../come-to-panel.ts'
import { Icon } from '../icons.tsx'
import { IntroductionActions } from '../casework/introduction-actions.tsx'
import { ProblemNotice } from '../notices.tsx'
import { bridgeSentence, feedbackContext, placeOf } from './bridge-words.tsx'

/** Networks shown before "show all". */
const EVIDENCE_SHOWN = 6

interface Props { id: string, query: string, a: string, b: string }

export function BridgePanel ({ id, query, a, b }: Props): VNode {
  const { value: why, error } = useResource<BridgeReasons>(`/api/v1/runs/${shownRun.value}/bridges/${id}?${query}`)
  const here = why?.bridge.organisation === id ? why : undefined
  const context = feedbackContext(view.value.choices)
  const panel = useComeToPanel(id)
  return (
    <aside class='panel bridge-panel' ref={panel} tabIndex={-1} aria-label={t('bridges.why')} aria-busy={here === undefined && error === undefined}>
      <button type='button' class='panel-close' aria-label={t('panel.close')} onClick={() => { change({ selected: null }); focusList() }}><Icon name='close' /></button>
      {error !== undefined && <div class='panel-block'><ProblemNotice error={error} /></div>}
      {here === undefined && error === undefined && <p class='panel-block' role='status'>{t('starting.loading')}</p>}
      {here !== undefined && (
        <>
          <header class='panel-block'>
            <p class='meta'>{here.bridge.cluster !== null && <Chip code={here.bridge.cluster} />}<strong>{t('bridges.why')}</strong> {placeOf(here.bridge)}</p>
            <h2 class='panel-title'>{here.bridge.name}</h2>
            <p class='sentence' aria-live='polite'>{bridgeSentence(here, a, b)}</p>
          </header>
          <Scores why={here} />
          <Loss why={here} />
          <WithoutIt id={id} query={query} />
          <Evidence why={here} />
          <Roles why={here} a={a} b={b} />
          <Similar why={here} />
          <HowSure why={here} />
          {context !== null && !ofTable.value && <section class='panel-block'><IntroductionActions of={null} candidate={id} context={context} /></section>}
          <footer class='panel-block actions'>
            <OrganisationLink id={id} name={t('bridges.openPage')} />
            <button type='button' class='button' onClick={() => hide(id)}>{t('bridges.remove')}</button>
          </footer>
        </>)}
    </aside>
  )
}

/** Who has closed or removed something reads on in the list. */
const focusList = (): void => document.querySelector<HTMLElement>('.shortlist .bridge-open[tabindex="0"]')?.focus()

function hide (id: string): void {
  const { hidden, picked } = view.value.choices
  choose({ hidden: [...(hidden?.split(',') ?? []), id].join(','), picked: picked?.split(',').filter(each => each !== id).join(',') ?? null }, { selected: null })
  focusList()
}

function Scores ({ why: { bridge, pair } }: { why: BridgeReasons }): VNode {
  const standing = bridge.standing!
  const third = standing.joins !== null
  const parts = { links: percent1(standing.shares.links), strength: percent1(standing.shares.strength), only: percent1(standing.shares.only) }
  return (
    <section class='panel-block'>
      <div class='scores'>
        <div class='score'>
          <h3>{t('bridges.pairScore')}</h3>
          <strong>{number(standing.pairScore, 1)}</strong>
          <span>{t('bridges.placeOf', { rank: standing.rank, of: third ? pair.thirdParties.organisations : pair.organisations })}</span>
        </div>
        <div class='score'>
          <h3>{t('measure.bridgeScore')}</h3>
          <strong>{bridge.bridgeScore === null ? '–' : number(bridge.bridgeScore)}</strong>
          {bridge.rank !== null && <span>{t('bridges.placeOf', { rank: bridge.rank, of: bridge.crossBorderBetweenness.of })}</span>}
        </div>
      </div>
      <p class='hint'>{t(third ? 'bridges.formulaThird' : 'bridges.formula', { ...parts, score: number(standing.pairScore, 1) })}</p>
      <div class='strips'>
        <Strip label={t('measure.crossBorderBetweenness')} ranked={bridge.crossBorderBetweenness} />
        <Strip label={t('measure.countryParticipation')} ranked={bridge.countryParticipation} />
      </div>
      {bridge.crossBorderBetweenness.percentile !== null && bridge.countryParticipation.percentile !== null && bridge.bridgeScore !== null && bridge.bridgeScore > 0 && (
        <p class='hint'>{t('bridges.bridgeFormula', { x: number(100 * bridge.crossBorderBetweenness.percentile, 1), y: number(100 * bridge.countryParticipation.percentile, 1), score: number(bridge.bridgeScore, 1) })}</p>)}
    </section>
  )
}

const percent1 = (share: number): string => `${number(100 * share, 1)}\u00a0%`

/** Where it stands among all: the strip is full at the top. */
const Strip = ({ label, ranked: { rank, of, percentile, value } }: { label: string, ranked: Ranked }): VNode => (
  <div class='strip-row'>
    <p><strong>{label}</strong> <span>{value === null ? '–' : t('bridges.placeOf', { rank: rank ?? 0, of })}</span></p>
    {percentile !== null && <div class='strip' role='img' aria-label={t('bridges.above', { share: percent(percentile) })}><span style={{ left: `${100 * percentile}%` }} /></div>}
  </div>
)

function Loss ({ why: { ifItLeft: { links, organisations, strength, shortestRoute, cutOff }, bridge, measures } }: { why: BridgeReasons }): VNode {
  return (
    <>
      <section class='panel-block'>
        <h3>{t('bridges.beside')}</h3>
        <dl class='loss-figures'>
          <div><dt>{t('measure.degree')}</dt><dd>{number(bridge.degree)}</dd></div>
          <div><dt>{t('bridges.acrossBorder')}</dt><dd>{percent(measures.crossBorderShare)}</dd></div>
          <div><dt>{t('bridges.onlyAnywhere')}</dt><dd>{number(cutOff)}</dd></div>
          <div><dt>{t('bridges.countries')}</dt><dd>{bridge.countriesReached.join(' ')}</dd></div>
        </dl>
      </section>
      <section class='panel-block'>
        <h3>{t('bridges.ifItLeft')}</h3>
        {bridge.standing?.joins === null
          ? (
            <div class='losses'>
              <LossBar label={t('bridges.linksBetween')} {...links} />
              <LossBar label={t('bridges.withLink')} {...organisations} />
              <LossBar label={t('bridges.workAcross')} {...strength} />
            </div>)
          : <p>{t('bridges.noDirectLoss')}</p>}
        <p class='hint'>{t('bridges.route', { before: routeText(shortestRoute.before), after: routeText(shortestRoute.after) })}</p>
      </section>
    </>
  )
}

const routeText = (links: number | null): string => links === null ? t('bridges.noRoute') : t('bridges.linksLong', { n: links })

const LossBar = ({ label, before, after }: { label: string, before: number, after: number }): VNode => (
  <div class='loss'>
    <span>{label}</span>
    <span class='loss-bar' aria-hidden='true'><span style={{ width: `${before === 0 ? 0 : 100 * after / before}%` }} /></span>
    <span class='figures'>{figure(before)} → <strong>{figure(after)}</strong></span>
  </div>
)

/** Routes between the two with and without it; asked for by itself, because it takes a moment. */
function WithoutIt ({ id, query }: { id: string, query: string }): VNode {
  const { value, error } = useResource<BridgeRemoval>(`/api/v1/runs/${shownRun.value}/bridges/${id}/removal?${query}`)
  const removal = value?.organisation === id ? value : undefined
  return (
    <section class='panel-block' aria-busy={removal === undefined && error === undefined}>
      <h3>{t('bridges.routes')}</h3>
      {error !== undefined && <ProblemNotice error={error} />}
      {removal !== undefined && (
        <>
          <p>{t('bridges.lengthened', { n: removal.lengthened, of: removal.pairs, apart: removal.apart.after - removal.apart.before })}</p>
          <table class='lengths'>
            <caption class='unseen'>{t('bridges.routes')}</caption>
            <thead><tr><th scope='col'>{t('bridges.length')}</th><th scope='col' class='figures'>{t('bridges.withIt')}</th><th scope='col' class='figures'>{t('bridges.withoutIt')}</th></tr></thead>
            <tbody>
              {removal.lengths.map(({ length, before, after }) => <tr key={length}><th scope='row'>{number(length)}</th><td class='figures'>{number(before)}</td><td class='figures'>{number(after)}</td></tr>)}
              <tr><th scope='row'>{t('bridges.noRoute')}</th><td class='figures'>{number(removal.apart.before)}</td><td class='figures'>{number(removal.apart.after)}</td></tr>
            </tbody>
          </table>
          <p class='hint'>
            {removal.meanLength.before !== null && removal.meanLength.after !== null && `${t('bridges.mean', { before: number(removal.meanLength.before, 2), after: number(removal.meanLength.after, 2) })} `}
            {t('bridges.parts', { before: removal.parts.before.parts, after: removal.parts.after.parts })} {t('bridges.workLost', { share: percent1(1 - removal.strength.after / removal.strength.before) })}
            {removal.sources < removal.sourcesTotal && ` ${t('bridges.sampled', { n: removal.sources, of: removal.sourcesTotal })}`}
          </p>
        </>)}
    </section>
  )
}

function Evidence ({ why: { evidence } }: { why: BridgeReasons }): VNode {
  const row = ({ id, name, title, domains, reached, from, to }: BridgeReasons['evidence']['networks'][number]): VNode => (
    <li key={id}>
      <span class='period'>{from?.slice(0, 4) ?? '?'}–{to?.slice(2, 4) ?? '?'}</span>
      <span><strong>{name}</strong>{title !== null && ` ${title}`}<span class='hint'> {domains.filter(code => !code.startsWith('s3:')).map(domainName).join(', ')}</span></span>
      <span class='hint figures'>{t('bridges.meets', { n: reached })}</span>
    </li>
  )
  const { networks, networksTotal, links, recordedTotal } = evidence
  return (
    <section class='panel-block'>
      <h3>{t('bridges.evidence')} {!ofTable.value && <span>{t('bridges.networks', { n: networksTotal })}</span>}</h3>
      <ul class='evidence'>{networks.slice(0, EVIDENCE_SHOWN).map(row)}</ul>
      {networks.length > EVIDENCE_SHOWN && <details><summary>{t('bridges.moreNetworks', { n: networks.length - EVIDENCE_SHOWN })}</summary><ul class='evidence'>{networks.slice(EVIDENCE_SHOWN).map(row)}</ul></details>}
      {networksTotal > networks.length && <p class='hint'>{t('table.shown', { shown: networks.length, n: networksTotal })}</p>}
      {recordedTotal > 0 && (
        <>
          <h4>{t('bridges.recorded', { n: recordedTotal })}</h4>
          <ul class='evidence'>{links.map(link => (
            <li key={link.id}>
              <span class='period'>{link.from?.slice(0, 4) ?? '?'}–{link.to?.slice(2, 4) ?? ''}</span>
              <span><strong>{link.partnerName}</strong> {t(`linkKind.${link.kind}`)}{link.product !== null && `, ${link.product}`}{link.evidence !== null && <span class='hint'> {link.evidence}</span>}</span>
              <span class='hint'>{link.dataSource}</span>
            </li>))}
          </ul>
        </>)}
      {networksTotal + recordedTotal === 0 && <p>{t('bridges.noEvidence')}</p>}
    </section>
  )
}

function Roles ({ why: { roles, joins }, a, b }: { why: BridgeReasons, a: string, b: string }): VNode {
  const clear = roles.byCountry.filter(role => role.clear)
  return (
    <section class='panel-block'>
      <h3>{t('bridges.role')}</h3>
      {roles.inPair === null ? <p>{t('bridges.noPairRole')}</p> : <p>{t(`bridges.inPair.${roles.inPair}`, { n: joins, a, b })}</p>}
      {clear.length === 0
        ? <p class='hint'>{t('bridges.noRole')}</p>
        : (
          <ul class='roles'>{clear.map(({ role, pairs, expected, z }) => (
            <li key={role}><strong>{t(role === 'gatekeeper' && roles.direction === 'either' ? 'bridges.role.gate' : `bridges.role.${role}`)}</strong> <span class='hint'>{t((z ?? 0) > 0 ? 'bridges.oftener' : 'bridges.rarer', { n: pairs, expected: number(expected) })}</span></li>))}
          </ul>)}
    </section>
  )
}

const Similar = ({ why: { similar, bridge } }: { why: BridgeReasons }): VNode | null => similar.length === 0
  ? null
  : (
    <section class='panel-block'>
      <h3>{t('bridges.similar')} <span>{t('bridges.similarIs')}</span></h3>
      <ul class='similar'>{similar.map(({ organisation, name, country, cluster, likeness, sharedPartners, differs }) => (
        <li key={organisation}>
          <button type='button' class='text-button' onClick={() => change({ selected: organisation })}>{name}</button>
          <strong class='figures'>{percent(likeness)}</strong>
          <span class='hint'>
            {cluster !== null && <Chip code={cluster} />} {country !== bridge.country ? `${t('bridges.otherCountry', { country })} ` : ''}{t('bridges.sharedPartners', { n: sharedPartners })}
            {differs !== null && <> {t('bridges.differs', { share: percent(differs.share), one: percent(differs.shareOfOne) })} {differs.cluster === null ? t('organisation.noCluster') : <Chip code={differs.cluster} />}</>}
          </span>
        </li>))}
      </ul>
    </section>)

function HowSure ({ why: { confidence, bridge } }: { why: BridgeReasons }): VNode {
  const member = bridge.standing?.joins === null
  return (
    <section class='panel-block'>
      <h3>{t('bridges.howSure')}</h3>
      <ul class='sure-list'>
        <li>{confidence.memberConfidence === null ? t('bridges.confidenceUnknown') : t('bridges.confidence', { share: percent(confidence.memberConfidence) })}</li>
        <li>{t(confidence.named ? 'bridges.named' : 'bridges.unnamed')} {t(`bridges.place.${confidence.place}`)}</li>
        {member && <li>{t('bridges.thin', { n: confidence.linksOnOneNetwork, of: bridge.standing!.links })} {confidence.largestNetwork > 0 && t('bridges.largest', { n: confidence.largestNetwork })}</li>}
        <li>{t('caution.recorded')}</li>
      </ul>
    </section>
  )
}
