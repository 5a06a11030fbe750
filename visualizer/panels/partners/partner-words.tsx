/** Sentences about a candidate, made of its numbers. */
import type { VNode } from 'preact'
import type { PartnerMatch } from '../../../services/contract/partner-match.ts'
import { domainName } from '../../api/service.ts'
import { number, percent, t } from '../../text/translate.ts'

const LISTED = 3

/** A domain by its name, a sector by its code. */
export const termName = (code: string): string => code.includes(':') ? domainName(code) : t('field.sector', { code })

const listOf = (codes: string[]): string => codes.slice(0, LISTED).map(termName).join(', ')

/** Share of the candidates it is ahead of; never all of them, since it is one itself. */
export const ahead = (percentile: number | null): string => percent(percentile === null ? null : Math.floor(100 * percentile) / 100)

/** A name may end with a full stop of its own. */
export const oneStop = (sentence: string): string => sentence.replace(/\.\.$/, '.')

/** What speaks for it, the most telling first. */
export function reasonsFor ({ reasons, parts }: PartnerMatch, wanted: number): string[] {
  const { fit, complementarity, reach, capability, targeted, answers } = reasons
  const same = fit.filter(({ own, theirs }) => own === theirs).map(({ own }) => own)
  const related = fit.find(({ own, theirs }) => own !== theirs)
  const said = answers.slice(0, 2).map(({ title, answersTitle }) => t('why.answers', { title, own: answersTitle }))
  if (capability.length > 0) said.push(t('why.wanted', { k: capability.length, n: wanted, list: listOf(capability) }))
  if (same.length > 0) said.push(t('why.same', { list: listOf(same) }))
  else if (related !== undefined) said.push(t('why.related', { theirs: termName(related.theirs), own: termName(related.own), phi: number(related.proximity, 2) }))
  if (complementarity.length > 0 && parts[1].value !== null) said.push(t('why.adds', { list: listOf(complementarity.map(({ term }) => term)) }))
  if (targeted === true) said.push(t('why.targeted'))
  if (reach.steps !== null && reach.via !== null) said.push(oneStop(t('why.steps', { n: reach.steps, via: reach.via.name })))
  return said.length === 0 ? [t('why.little')] : said
}

/** What speaks against it, or is not known. */
export const cautionsOf = ({ against }: PartnerMatch): string[] => against.map(word => t(`against.${word}`))

/** The four parts as labelled bars; what is not known is said, not drawn as nothing. */
export const PartBars = ({ match }: { match: PartnerMatch }): VNode => (
  <dl class='part-bars'>{match.parts.map(({ part, value, percentile }) => (
    <div key={part}>
      <dt title={t(`says.${part}`)}>{t(`part.${part}`)}</dt>
      <dd>
        <span class='part-bar' aria-hidden='true'>{value !== null && <span style={{ width: `${100 * value}%` }} />}</span>
        <span class='part-value'>{value === null ? t('partner.unknown') : number(value, 2)}</span>
        <span class='hint'>{percentile === null ? '' : t('partner.aheadOf', { share: ahead(percentile) })}</span>
      </dd>
    </div>))}
  </dl>
)
