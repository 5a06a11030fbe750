/** Links across borders against flows of value added: a sentence, a picture of the pairs with most links, and all pairs as a table. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { IndustryContext } from '../../../services/contract/industry-context.ts'
import { economyName } from '../../api/economies.ts'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import type { Interval } from '../../charts/interval-plot.tsx'
import { number, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'

type Links = IndustryContext['links']
type Pair = Links['pairs'][number]
type Expectation = NonNullable<Pair['givenTotals']>

/** Pairs in the picture, and named in the sentence. */
const DRAWN = 14
const NAMED = 3

const pairName = ({ a, b }: Pair): string => t('industryContext.pair', { a: economyName(a), b: economyName(b) })
/** Each country's own number of links kept, where that is defined: it tells preference from coverage. */
const judged = (pair: Pair): Expectation => pair.givenTotals ?? pair
const VERDICTS = { over: 'industryContext.over', under: 'industryContext.under', 'as expected': 'industryContext.asExpected', 'too few': 'industryContext.tooFew' } as const
const ratioText = (ratio: number | null): string => ratio === null ? t('valueChains.undefined') : `${number(ratio, 1)}×`

export function ContextLinks ({ links, hue }: { links: Links, hue: string }): VNode {
  const [table, setTable] = useState(false)
  const { pairs, total, untold, among } = links
  const given = pairs.some(({ givenTotals }) => givenTotals !== null)
  return (
    <>
      <h3>{t('industryContext.links')} {pairs.length > 0 && <button type='button' class='text-button' aria-pressed={table} onClick={() => setTable(!table)}>{t('tool.table')}</button>}</h3>
      <p>{t(among === 'members' ? 'industryContext.linksAmong' : 'industryContext.linksAbroad', { n: total })}{untold > 0 ? ` ${t('industryContext.untold', { n: untold })}` : ''} {pairs.length === 0 ? t('industryContext.noPairs') : given ? sentence(pairs) : t('industryContext.coverageCounts')}</p>
      {pairs.length > 0 && (table ? <PairTable pairs={pairs} given={given} /> : <IntervalPlot rows={pairs.slice(0, DRAWN).map(interval)} hue={hue} label={t('industryContext.plot')} />)}
      {pairs.length > 0 && <p class='hint'>{t(given ? 'industryContext.linksHintGiven' : 'industryContext.linksHint')} {t('industryContext.linksHintTest')}{!table && pairs.length > DRAWN ? ` ${t('industryContext.drawn', { n: DRAWN, total: links.pairsTotal })}` : ''}</p>}
    </>
  )
}

/** Those furthest from what is expected first, and whether there are more. */
function sentence (pairs: Pair[]): string {
  const told = (['over', 'under'] as const).flatMap(verdict => {
    const ratioOf = (pair: Pair): number => judged(pair).ratio ?? Infinity
    const beyond = pairs.filter(pair => judged(pair).verdict === verdict).sort((p, q) => verdict === 'over' ? ratioOf(q) - ratioOf(p) : ratioOf(p) - ratioOf(q))
    const list = beyond.slice(0, NAMED).map(pair => `${pairName(pair)} (${ratioText(judged(pair).ratio)})`).join(', ')
    return beyond.length === 0 ? [] : [t(`industryContext.${verdict}${beyond.length > NAMED ? 'Some' : 'All'}`, { list })]
  })
  return told.length === 0 ? t('industryContext.nothingSure') : told.join(' ')
}

const interval = (pair: Pair): Interval => {
  const { ratio, lower, upper, verdict } = judged(pair)
  return { key: `${pair.a.code} ${pair.b.code}`, name: pairName(pair), ratio: ratio ?? 0, lower, upper, sure: verdict === 'over' || verdict === 'under', few: ratio === null || verdict === 'too few' ? t('industryContext.fewLinks', { n: pair.observed }) : null }
}

function PairTable ({ pairs, given }: { pairs: Pair[], given: boolean }): VNode {
  const expectation = (key: string, head: string, of: (pair: Pair) => Expectation | null) => [
    { key: `${key} expected`, head, cell: (pair: Pair) => { const found = of(pair); return found === null ? '–' : number(found.expected, 1) }, by: (pair: Pair) => of(pair)?.expected ?? null, figures: true },
    { key: `${key} ratio`, head: t('industryContext.ratio'), cell: (pair: Pair) => { const found = of(pair); return found === null ? '–' : `${ratioText(found.ratio)} ${t(VERDICTS[found.verdict])}` }, by: (pair: Pair) => of(pair)?.ratio ?? null, figures: true }
  ]
  return (
    <DataTable
      caption={t('industryContext.links')} rows={pairs} rowKey={({ a, b }) => `${a.code} ${b.code}`}
      columns={[
        { key: 'pair', head: t('industryContext.countries'), cell: pairName, by: pairName },
        { key: 'observed', head: t('industryContext.observed'), cell: ({ observed }) => number(observed), by: ({ observed }) => observed, figures: true },
        ...(given ? expectation('given', t('industryContext.expectedGiven'), ({ givenTotals }) => givenTotals) : []),
        ...expectation('flows', t('industryContext.expectedFlows'), pair => pair)
      ]}
    />
  )
}
