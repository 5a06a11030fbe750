/** What the step of trends shows: how the group's work has grown by year and by domain, and where its countries stand in value chains. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { FEW_NETWORKS, GROWTH_COUNTS, networksFitted } from '../evidence/growth.ts'
import type { DomainGrowth, Growth } from '../evidence/growth.ts'
import type { Rate } from '../evidence/log-linear-growth.ts'
import type { CountryInValueChains } from '../evidence/value-chain-context.ts'
import type { Say } from '../words/say.ts'
import { column, count, decimal, named, share, text, why, word } from './exhibit.ts'
import type { Cell, Names } from './exhibit.ts'
import { drawRanges } from './range-figure.ts'
import { drawYears } from './years-figure.ts'

/** `datesNewer`: networks were dated from data that is newer than the run. */
export interface Trends { growth: Growth, valueChains: CountryInValueChains[], datesNewer: boolean }
interface Shown extends Trends { say: Say, names: Names }

const ROWS_SHOWN = 20
/** Domains in the picture: the largest; the others stand in the table. */
const DRAWN_MAX = 16
/** Growth beyond these ends of the picture is an arrow. */
const GROWTH_LEAST = -0.5
const GROWTH_MOST = 0.75

export function trendsExhibits (trends: Trends, say: Say, names: Names): Exhibit[] {
  const shown = { ...trends, say, names }
  return [years(shown), domains(shown), domainYears(shown), valueChainsExhibit(shown)]
}

function cycles ({ growth: { years, incomplete, programmes, undated, aboveCap }, datesNewer, say }: Shown): string[] {
  const flagged = years.filter((_, y) => incomplete[y]).map(String)
  return [
    ...programmes.slice(0, 1).map(({ programme, from, until }) => say.t('caution.growth.cycle', { programme: programme ?? say.t('word.growth.no-programme'), from: String(from), until: String(until) })),
    ...flagged.length === 0 ? [] : [say.t('caution.growth.incomplete', { n: flagged.length, list: say.list(flagged) })],
    ...undated === 0 ? [] : [say.t('caution.growth.undated', { n: undated })],
    ...aboveCap === 0 ? [] : [say.t('caution.growth.cap', { n: aboveCap })],
    ...datesNewer ? [say.t('caution.growth.newer')] : []
  ]
}

const whyEmpty = ({ growth, say }: Shown): ReturnType<typeof why> => why(say, growth.years.length === 0 ? 'growth' : null)

function years (shown: Shown): Exhibit {
  const { growth: { years, incomplete, all }, say } = shown
  return {
    key: 'growth-years', title: say.t('exhibit.growth-years.title'), says: say.t('exhibit.growth-years.says'),
    columns: [column(say, 'column.growth.year'), ...GROWTH_COUNTS.map(key => column(say, `column.growth.${key}`, 'number')), column(say, 'column.growth.complete')],
    rows: years.map((year, y) => [{ value: year, text: String(year) }, ...GROWTH_COUNTS.map(key => count(say, all.counts[key][y])), word(say, incomplete[y] ? 'word.growth.incomplete' : 'word.growth.complete')]),
    figure: years.length === 0 ? null : { svg: drawYears(years, incomplete, GROWTH_COUNTS.map(key => ({ name: say.t(`column.growth.${key}`), counts: all.counts[key] })), say.number), alt: say.t('exhibit.growth-years.alt', { from: String(years[0]), until: String(years.at(-1)), growth: growthText(say, all.rates.projects) }) },
    cautions: years.length === 0 ? [] : cycles(shown), ...whyEmpty(shown)
  }
}

export function growthText (say: Say, rate: Rate | null): string {
  return rate === null ? say.t('cell.undefined') : say.t('cell.growth', { rate: signed(say, rate.rate), lower: signed(say, rate.lower), upper: signed(say, rate.upper) })
}
const signed = (say: Say, value: number): string => `${Math.round(value * 100) > 0 ? '+' : ''}${say.percent(value)}`
const growthCell = (say: Say, value: number | undefined): Cell => value === undefined ? share(say, null) : { ...share(say, value), text: signed(say, value) }

function domains (shown: Shown): Exhibit {
  const { growth: { domains, all, years, incomplete }, say, names } = shown
  const total = ({ counts }: DomainGrowth): number => counts.projects.reduce((sum, each) => sum + each, 0)
  const name = ({ domain }: DomainGrowth): string => domain === null ? say.t('word.growth.all') : names.domain(domain)
  const listed = years.length === 0 ? [] : [all, ...domains]
  const isFew = (each: DomainGrowth): boolean => each.rates.projects !== null && networksFitted(each, incomplete) < FEW_NETWORKS
  const few = listed.filter(isFew)
  const drawn = listed.slice(0, DRAWN_MAX).filter(({ rates }) => rates.projects !== null)
  const emerging = domains.filter(each => each.emerging === true)
  return {
    key: 'growth-domains', title: say.t('exhibit.growth-domains.title'), says: say.t('exhibit.growth-domains.says'), rowsShown: ROWS_SHOWN,
    columns: [
      column(say, 'column.growth.domain'), column(say, 'column.growth.projects', 'number'), column(say, 'column.growth.fitted', 'number'), column(say, 'column.growth.rate', 'share'), column(say, 'column.growth.lower', 'share'), column(say, 'column.growth.upper', 'share'),
      column(say, 'column.growth.organisationsRate', 'share'), column(say, 'column.growth.linksRate', 'share'), column(say, 'column.growth.emerging')
    ],
    rows: listed.map(each => [
      { ...named(each.domain ?? 'all', name(each)), strong: each.domain === null || each.emerging === true }, count(say, total(each)), count(say, networksFitted(each, incomplete)), growthCell(say, each.rates.projects?.rate), growthCell(say, each.rates.projects?.lower), growthCell(say, each.rates.projects?.upper),
      growthCell(say, each.rates.organisations?.rate), growthCell(say, each.rates.crossBorderLinks?.rate), emergingCell(say, each, isFew(each))
    ]),
    figure: drawn.length === 0
      ? null
      : {
          svg: drawRanges(drawn.map(each => ({ name: name(each), value: each.rates.projects!.rate, lower: each.rates.projects!.lower, upper: each.rates.projects!.upper, filled: each.domain === null || each.emerging === true, text: growthText(say, each.rates.projects) })),
            { least: GROWTH_LEAST, most: GROWTH_MOST, ticks: [-0.5, -0.25, 0, 0.25, 0.5, 0.75].map(at => ({ at, text: signed(say, at) })), line: all.rates.projects?.rate ?? null }),
          alt: say.t('exhibit.growth-domains.alt', { n: emerging.length, list: emerging.length === 0 ? say.t('word.growth.none') : say.list(emerging.map(name)), growth: growthText(say, all.rates.projects) })
        },
    cautions: listed.length === 0 ? [] : [...cycles(shown), say.t('caution.growth.interval'), ...(few.length === 0 ? [] : [say.t('caution.growth.few', { most: FEW_NETWORKS, list: say.list(few.map(name)) })]), say.t('caution.growth.chance', { n: domains.length }), say.t('caution.growth.overlap')], ...whyEmpty(shown)
  }
}

/** What rests on few networks says so. */
function emergingCell (say: Say, { domain, emerging }: DomainGrowth, few: boolean): Cell {
  const cell = domain === null ? null : word(say, emerging === null ? 'word.growth.unsure' : emerging ? 'word.growth.emerging' : 'word.growth.not-emerging')
  if (!few) return cell ?? text(null)
  return { value: cell?.value ?? null, text: [...(cell === null ? [] : [cell.text]), say.t('word.growth.few')].join(', ') }
}

/** Networks begun by domain and year: what growth is fitted to. */
function domainYears (shown: Shown): Exhibit {
  const { growth: { domains, years, incomplete }, say, names } = shown
  return {
    key: 'growth-domain-years', title: say.t('exhibit.growth-domain-years.title'), says: say.t('exhibit.growth-domain-years.says'), rowsShown: ROWS_SHOWN, figure: null,
    columns: [column(say, 'column.growth.domain'), ...years.map((year, y) => ({ key: `y${year}`, head: incomplete[y] ? `${year} *` : String(year), kind: 'number' as const }))],
    rows: years.length === 0 ? [] : domains.map(({ domain, counts }) => [named(domain!, names.domain(domain!)), ...counts.projects.map(each => count(say, each))]),
    cautions: years.length === 0 ? [] : [say.t('caution.growth.star'), say.t('caution.growth.overlap')], ...whyEmpty(shown)
  }
}

export function valueChainsExhibit ({ valueChains, say, names }: Pick<Shown, 'valueChains' | 'say' | 'names'>): Exhibit {
  const table = valueChains.find(each => each.table !== null)?.table ?? null
  const missing = valueChains.filter(each => each.table === null).map(({ country }) => names.country(country))
  const within = valueChains.filter(({ withinGroup }) => withinGroup).map(({ country }) => names.country(country))
  return {
    key: 'value-chain-context', title: say.t('exhibit.value-chain-context.title'), says: say.t('exhibit.value-chain-context.says'), figure: null,
    columns: [
      column(say, 'column.chains.country'), column(say, 'column.chains.exports', 'number'), column(say, 'column.chains.usedAbroad', 'share'), column(say, 'column.chains.foreignValueAdded', 'share'), column(say, 'column.chains.gvc', 'share'),
      column(say, 'column.chains.upstreamness', 'number'), column(say, 'column.chains.worldUpstreamness', 'number')
    ],
    rows: table === null ? [] : valueChains.map(each => [named(each.country, names.country(each.country)), decimal(say, each.exports, 0), share(say, each.usedAbroad), share(say, each.foreignValueAdded), share(say, each.gvc), decimal(say, each.upstreamness), decimal(say, each.worldUpstreamness)]),
    cautions: table === null
      ? []
      : [
          say.t('caution.chains.table', { title: table.title, unit: table.unit }), say.t('caution.chains.countries'),
          ...table.year === null ? [] : [say.t('caution.chains.year', { year: String(table.year) })],
          ...missing.length === 0 ? [] : [say.t('caution.chains.missing', { list: say.list(missing) })],
          ...within.length === 0 ? [] : [say.t('caution.chains.within', { list: say.list(within) })]
        ],
    ...why(say, table === null ? 'value-chain-context' : null)
  }
}
