/** Figures of two profiles with their differences: all single ones, and one figure by sector and by partner. */
import type { VNode } from 'preact'
import type { ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { BarMark } from '../../charts/stacked-bar.tsx'
import { choose, view } from '../../state/store.ts'
import { number, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { amount, decimal, share } from './amounts.ts'
import { exportParts, kwwTerms } from './export-parts.tsx'
import type { Part } from './export-parts.tsx'
import { PARTNER_FIGURES, partnerFigureName, partnerName } from './partners-card.tsx'
import { PARTICIPATION, POSITION, TOTALS } from './profile-figures.tsx'
import { figureKind, rowName, SECTOR_FIGURES, sectorFigureName } from './sectors-table.tsx'

type Kind = 'amount' | 'share' | 'number'
/** Undefined: that side has no such row; null: not defined; itself: the row is that side. */
type Value = number | null | undefined | 'itself'
/** `mark`: the number that the row has in the bars. */
interface Compared { key: string, group: string, label: string, kind: Kind, first: Value, second: Value, mark?: VNode }
export interface Sides { first: ValueChainProfile, second: ValueChainProfile, names: [string, string], sameUnit: boolean }

/** Rows of a table at first. */
const ROWS = 60

export function ComparedFigures (sides: Sides): VNode {
  const { first, second } = sides
  const rows: Compared[] = [
    ...TOTALS.map((figure): Compared => ({ key: figure, group: t('valueChains.group.totals'), label: t(`valueChains.figure.${figure}`), kind: 'amount', first: first.totals[figure], second: second.totals[figure] })),
    ...PARTICIPATION.map((figure): Compared => ({ key: figure, group: t('valueChains.participation'), label: t(`valueChains.figure.${figure}`), kind: 'share', first: first.participation[figure], second: second.participation[figure] })),
    ...POSITION.map((figure): Compared => ({ key: figure, group: t('valueChains.position'), label: t(`valueChains.figure.${figure}`), kind: 'number', first: first.position[figure], second: second.position[figure] })),
    ...parts(t('valueChains.exportParts'), 'part', exportParts(first), exportParts(second), true),
    ...parts(t('valueChains.kww'), 'term', kwwTerms(first), kwwTerms(second))
  ]
  return (
    <section class='card full'>
      <h2>{t('valueChains.figures')}</h2>
      <ComparedTable caption={t('valueChains.figures')} head={t('valueChains.figureHead')} rows={rows} sides={sides} />
    </section>
  )
}

/** Each part as an amount and as a share of exports, where one side has it. `marked`: a bar shows them, in this order. */
function parts (group: string, prefix: string, first: Part[], second: Part[], marked = false): Compared[] {
  const all = [...first, ...second.filter(({ key }) => !first.some(each => each.key === key))]
  return all.flatMap(({ key, label, look, again }, i): Compared[] => {
    const mark = marked ? <BarMark place={i + 1} look={look} again={again} /> : undefined
    const [a, b] = [first, second].map(side => side.find(each => each.key === key))
    return [
      { key: `${prefix} ${key} share`, group, label: t('valueChains.shareOf', { part: label }), kind: 'share', first: a?.share, second: b?.share, mark },
      { key: `${prefix} ${key}`, group, label, kind: 'amount', first: a?.value, second: b?.value, mark }
    ]
  })
}

export function ComparedSectors (sides: Sides): VNode | null {
  const { first, second } = sides
  if (first.sector !== null || second.sector !== null) return null
  const figure = SECTOR_FIGURES.find(each => each === view.value.choices.figure) ?? 'exports'
  const names = new Map([...second.sectors, ...first.sectors].map(row => [row.sector, rowName(row)]))
  return (
    <section class='card full'>
      <h2>{t('valueChains.compareSectors')}</h2>
      <label class='side-choice'>{t('valueChains.compared')} <select value={figure} onChange={event => choose({ figure: event.currentTarget.value })}>{SECTOR_FIGURES.map(each => <option key={each} value={each}>{sectorFigureName(each)}</option>)}</select></label>
      <ComparedTable
        key={figure} caption={t('valueChains.compareSectors')} head={t('valueChains.sector')} sides={sides}
        rows={[...names].map(([sector, name]) => ({ key: sector, group: '', label: name, kind: figureKind(figure), first: first.sectors.find(row => row.sector === sector)?.[figure], second: second.sectors.find(row => row.sector === sector)?.[figure] }))}
      />
    </section>
  )
}

/** Each of the two is a partner of the other, and of itself none. */
export function ComparedPartners (sides: Sides): VNode {
  const { first, second } = sides
  const figure = PARTNER_FIGURES.find(each => each === view.value.choices.partnerFigure) ?? 'valueAddedAbsorbed'
  const ofPartner = ({ country: { code }, partners }: ValueChainProfile, country: string): Value => code === country ? 'itself' : partners.find(row => row.country === country)?.[figure]
  const names = new Map([...second.partners, ...first.partners].map(row => [row.country, partnerName(row)]))
  return (
    <section class='card full'>
      <h2>{t('valueChains.comparePartners')}</h2>
      <label class='side-choice'>{t('valueChains.compared')} <select value={figure} onChange={event => choose({ partnerFigure: event.currentTarget.value })}>{PARTNER_FIGURES.map(each => <option key={each} value={each}>{partnerFigureName(each, first.sector !== null && second.sector !== null)}</option>)}</select></label>
      <ComparedTable
        key={figure} caption={t('valueChains.comparePartners')} head={t('valueChains.country')} sides={sides}
        rows={[...names].map(([country, name]) => ({ key: country, group: '', label: name, kind: 'amount', first: ofPartner(first, country), second: ofPartner(second, country) }))}
      />
    </section>
  )
}

function ComparedTable ({ caption, head, rows, sides: { names, sameUnit } }: { caption: string, head: string, rows: Compared[], sides: Sides }): VNode {
  const difference = ({ kind, first, second }: Compared): number | null => typeof first !== 'number' || typeof second !== 'number' || (kind === 'amount' && !sameUnit) ? null : second - first
  return (
    <DataTable
      caption={caption} rows={rows} rowKey={row => row.key} page={ROWS}
      columns={[
        { key: 'label', head, cell: row => <span class='part-name'>{row.mark}<span>{row.label}{row.group !== '' && <span class='hint group'>{row.group}</span>}</span></span>, by: row => row.label },
        { key: 'first', head: names[0], cell: row => say(row.kind, row.first), by: row => numeric(row.first), figures: true },
        { key: 'second', head: names[1], cell: row => say(row.kind, row.second), by: row => numeric(row.second), figures: true },
        { key: 'difference', head: t('valueChains.difference'), cell: row => sayDifference(row.kind, difference(row)), by: difference, figures: true }
      ]}
    />
  )
}

const numeric = (value: Value): number | null => typeof value === 'number' ? value : null

function say (kind: Kind, value: Value): string {
  if (value === 'itself') return t('valueChains.itself')
  if (value === undefined) return t('valueChains.onlyOne')
  if (value === null) return t('valueChains.undefined')
  return kind === 'amount' ? amount(value) : kind === 'share' ? share(value) : decimal(value)
}

function sayDifference (kind: Kind, value: number | null): string {
  if (value === null) return '–'
  const size = Math.abs(value)
  const told = kind === 'amount' ? amount(size) : kind === 'share' ? number(size * 100, 1) : decimal(size)
  // What is nothing when rounded is neither more nor less.
  const sign = /[1-9]/.test(told) ? (value > 0 ? '+' : '−') : ''
  return sign + (kind === 'share' ? t('valueChains.points', { n: told }) : told)
}
