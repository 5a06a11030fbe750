/** What exports are made of, as a bar and as the table that says the same: in parts by where value first leaves the country, and in the terms of Koopman, Wang and Wei. */
import type { VNode } from 'preact'
import type { EXPORT_PARTS, ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { profileFile } from '../../api/value-chains.ts'
import type { Economy } from '../../api/value-chains.ts'
import { BarMark, StackedBar } from '../../charts/stacked-bar.tsx'
import { t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { amount, share } from './amounts.ts'
import { FileLinks } from './file-links.tsx'

/** Terms in the order of the paper, then what is told where there is any. */
export const KWW_TERMS = ['DVA_FIN', 'DVA_INT', 'DVA_INTrex', 'RDV_FIN', 'RDV_INT', 'DDC', 'FVA_FIN', 'FVA_INT', 'FDC', 'taxes', 'imbalance'] as const

/** Told where there is any. */
const RARE: ReadonlyArray<typeof KWW_TERMS[number]> = ['taxes', 'imbalance']
/** Of exports: less is rounding. */
const TOLD_FROM = 1e-9

interface Look { look: string, again: boolean }
const plain = (look: string): Look => ({ look, again: false })
const again = (look: string): Look => ({ look, again: true })
const PART_LOOKS: Record<typeof EXPORT_PARTS[number], Look> = { DAVAX: plain('hi-3'), forwarded: plain('hi-2'), REF: plain('hi-1'), FVA: plain('lo-2'), DDC: again('hi-1'), FDC: again('lo-1'), taxes: plain('sunken') }
const TERM_LOOKS: Record<typeof KWW_TERMS[number], Look> = {
  DVA_FIN: plain('hi-3'), DVA_INT: plain('hi-2'), DVA_INTrex: plain('hi-1'), RDV_FIN: plain('hi-2'), RDV_INT: plain('hi-1'), DDC: again('hi-1'), FVA_FIN: plain('lo-3'), FVA_INT: plain('lo-2'), FDC: again('lo-1'), taxes: plain('sunken'), imbalance: plain('sunken')
}

export interface Part extends Look { key: string, label: string, says: string | null, value: number, share: number | null }

/** Taxes are told where there are any. */
export const exportParts = ({ exportParts }: Pick<ValueChainProfile, 'exportParts'>): Part[] => exportParts.filter(({ part, share }) => part !== 'taxes' || Math.abs(share ?? 0) >= TOLD_FROM)
  .map(({ part, ...figures }) => ({ key: part, label: t(`valueChains.exportPart.${part}`), says: t(`valueChains.exportPartIs.${part}`), ...PART_LOOKS[part], ...figures }))

export const kwwTerms = ({ kww }: Pick<ValueChainProfile, 'kww'>): Part[] => KWW_TERMS.flatMap(term => {
  const found = kww.find(each => each.term === term)
  return found === undefined || (RARE.some(each => each === term) && Math.abs(found.share ?? 0) < TOLD_FROM) ? [] : [{ key: term, label: t(`valueChains.term.${term}`), says: null, ...TERM_LOOKS[term], value: found.value, share: found.share }]
})

export const PartsBar = ({ title, parts }: { title: string, parts: Part[] }): VNode => (
  <StackedBar
    label={t('valueChains.bar', { title, list: parts.map(part => `${part.label} ${share(part.share)}`).join(', ') })}
    parts={parts.map(({ key, label, share: part, look, again }) => ({ key, label: `${label}: ${share(part)}`, share: part ?? 0, look, again }))}
  />
)

export const ExportParts = ({ profile, of }: { profile: ValueChainProfile, of: Economy }): VNode => (
  <section class='card full'>
    <h2>{t('valueChains.exportParts')}</h2>
    <p class='hint'>{t('valueChains.exportPartsHint')}</p>
    <PartsWithTable title={t('valueChains.exportParts')} head={t('valueChains.part')} parts={exportParts(profile)} />
    <FileLinks what={t('valueChains.exportParts')} address={format => profileFile(of, 'exportParts', format)} />
  </section>
)

export const KwwTerms = ({ profile, of }: { profile: ValueChainProfile, of: Economy }): VNode => (
  <section class='card full'>
    <h2>{t('valueChains.kww')}</h2>
    <p class='hint'>{t('valueChains.kwwHint')}</p>
    <PartsWithTable title={t('valueChains.kww')} head={t('valueChains.term')} parts={kwwTerms(profile)} />
    <FileLinks what={t('valueChains.kww')} address={format => profileFile(of, 'kww', format)} />
  </section>
)

function PartsWithTable ({ title, head, parts }: { title: string, head: string, parts: Part[] }): VNode {
  return (
    <>
      <PartsBar title={title} parts={parts} />
      {parts.some(({ value }) => value < 0) && <p class='hint'>{t('valueChains.negative')}</p>}
      <div class='parts-table'><DataTable
        caption={title} rows={parts} rowKey={part => part.key}
        columns={[
          { key: 'part', head, cell: part => <span class='part-name'><BarMark place={parts.indexOf(part) + 1} look={part.look} again={part.again} /><span>{part.label}{part.says !== null && <span class='hint'> {part.says}</span>}</span></span> },
          { key: 'value', head: t('valueChains.amount'), cell: part => amount(part.value), by: part => part.value, figures: true },
          { key: 'share', head: t('valueChains.share'), cell: part => share(part.share), by: part => part.share, figures: true }
        ]}
                               />
      </div>
    </>
  )
}
