/** What the step of internationalisation shows: measures of each domain and cluster, their weighted sum, and how far its ranks hang on the weights. */
import type { Cluster } from '../../contract/cluster.ts'
import { clusterLabel } from '../../contract/cluster-label.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { POTENTIAL_MEASURES } from '../../contract/workspace-items.ts'
import type { PotentialMeasure } from '../../contract/workspace-items.ts'
import { POTENTIAL_MEMBERS_MIN } from '../evidence/potential.ts'
import type { Potential, PotentialEvidence, PotentialTable } from '../evidence/potential.ts'
import { DRAWS, TOP } from '../evidence/rank-composite.ts'
import type { Say } from '../words/say.ts'
import { column, count, decimal, named, share, text, why, withheld, word } from './exhibit.ts'
import type { Cell, Names } from './exhibit.ts'
import { drawRanges } from './range-figure.ts'

interface Shown { found: PotentialEvidence, clusters: readonly Cluster[], say: Say, names: Names }
type Kind = 'domains' | 'clusters'

const ROWS_SHOWN = 30
/** First ranks in the picture; the others stand in the table. */
const DRAWN_MAX = 16

export function potentialExhibits (found: PotentialEvidence, clusters: readonly Cluster[], say: Say, names: Names): Exhibit[] {
  const shown = { found, clusters, say, names }
  return [measures(shown, 'domains'), ranks(shown, 'domains'), measures(shown, 'clusters'), ranks(shown, 'clusters'), weights(shown)]
}

function nameOf ({ clusters, say, names }: Shown, kind: Kind, of: string): string {
  const cluster = kind === 'domains' ? undefined : clusters.find(({ code }) => code === of)
  if (cluster === undefined) return names.domain(of)
  const label = clusterLabel(cluster, { domain: names.domain, sector: names.sector, mixed: say.t('word.potential.mixed'), around: member => member })
  return label === of ? of : `${of} ${label}`
}

const measureCell = (say: Say, measure: PotentialMeasure, value: number | null): Cell => measure === 'steadiness' || measure === 'valueChainPosition' ? share(say, value) : decimal(say, value)
const rankCell = (say: Say, rank: number | null | undefined): Cell => rank === null || rank === undefined ? { value: null, text: say.t('word.potential.not-ranked') } : count(say, rank)
const ofCell = (shown: Shown, kind: Kind, { of, inPriorities }: Potential): Cell => ({ ...named(of, nameOf(shown, kind, of)), strong: inPriorities })
const headOf = (say: Say, kind: Kind): Exhibit['columns'][number] => column(say, kind === 'domains' ? 'column.potential.domain' : 'column.potential.cluster')
const missingIn = ({ found }: Shown, kind: Kind): `potential-${Kind}` | null => found[kind].rows.length === 0 ? `potential-${kind}` : null

function cautionsOf (say: Say, { missing, rows }: PotentialTable): string[] {
  if (rows.length === 0) return []
  const lacking = rows.some(({ rank, work }) => rank === null && work !== null)
  return [
    ...rows.some(({ work }) => work === null) ? [say.t('caution.potential.few', { n: POTENTIAL_MEMBERS_MIN })] : [],
    ...missing.map(measure => say.t(measure === 'valueChainPosition' ? 'caution.potential.no-table' : measure === 'steadiness' ? 'caution.potential.no-repeats' : 'caution.potential.missing', { measure: say.t(`word.potential.${measure}`) })),
    ...lacking ? [say.t('caution.potential.lacking')] : []
  ]
}

function measures (shown: Shown, kind: Kind): Exhibit {
  const { found, say } = shown
  const { rows, missing } = found[kind]
  return {
    key: `potential-${kind}`, title: say.t(`exhibit.potential-${kind}.title`), says: say.t('exhibit.potential.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [headOf(say, kind), column(say, 'column.potential.members', 'number'), column(say, 'column.potential.share', 'share'), column(say, 'column.potential.expected', 'share'),
      ...POTENTIAL_MEASURES.map((measure): Exhibit['columns'][number] => ({ key: measure, head: say.t(`word.potential.${measure}`), kind: measure === 'steadiness' || measure === 'valueChainPosition' ? 'share' : 'number' }))],
    rows: rows.map(each => [ofCell(shown, kind, each), count(say, each.members), ...each.work === null ? Array.from({ length: 2 + POTENTIAL_MEASURES.length }, () => withheld(say)) : [share(say, each.work.share), share(say, each.work.expected), ...POTENTIAL_MEASURES.map(measure => measureCell(say, measure, each.measures[measure]))]]),
    cautions: [...cautionsOf(say, found[kind]), ...rows.length === 0 || missing.includes('valueChainPosition') ? [] : [say.t('caution.potential.countries')], ...rows.length === 0 ? [] : [say.t('caution.potential.recorded')]],
    ...why(say, missingIn(shown, kind), { n: POTENTIAL_MEMBERS_MIN })
  }
}

function ranks (shown: Shown, kind: Kind): Exhibit {
  const { found, say } = shown
  const { rows, counted } = found[kind]
  const ranked = rows.filter(({ rank }) => rank !== null)
  const drawn = ranked.slice(0, DRAWN_MAX)
  const most = Math.max(2, ...drawn.map(({ ranks }) => ranks!.upper))
  const unit = Math.max(1, Math.ceil(most / 10))
  const sure = ranked.filter(({ ranks }) => ranks!.upper <= TOP)
  return {
    key: `potential-ranks-${kind}`, title: say.t(`exhibit.potential-ranks-${kind}.title`), says: say.t('exhibit.potential-ranks.says', { n: DRAWS, top: TOP }), rowsShown: ROWS_SHOWN,
    columns: [
      headOf(say, kind), column(say, 'column.potential.rank', 'number'), column(say, 'column.potential.composite', 'number'), column(say, 'column.potential.lower', 'number'), column(say, 'column.potential.upper', 'number'), column(say, 'column.potential.top', 'share'),
      ...counted.map((measure): Exhibit['columns'][number] => ({ key: `without_${measure}`, head: say.t('column.potential.without', { measure: say.t(`word.potential.${measure}`) }), kind: 'number' }))
    ],
    rows: (ranked.length === 0 ? [] : rows).map(each => [
      ofCell(shown, kind, each), rankCell(say, each.rank), each.composite === null ? rankCell(say, null) : decimal(say, each.composite), rankCell(say, each.ranks?.lower), rankCell(say, each.ranks?.upper), each.topShare === null ? rankCell(say, null) : share(say, each.topShare),
      ...counted.map(measure => rankCell(say, each.without[measure]))
    ]),
    figure: drawn.length === 0
      ? null
      : {
          svg: drawRanges(drawn.map(each => ({ name: nameOf(shown, kind, each.of), value: each.rank, lower: each.ranks!.lower, upper: each.ranks!.upper, filled: each.inPriorities, text: say.t('cell.ranks', { rank: each.rank!, lower: each.ranks!.lower, upper: each.ranks!.upper }) })),
            { least: 1, most, ticks: Array.from({ length: Math.floor((most - 1) / unit) + 1 }, (_, k) => ({ at: 1 + k * unit, text: say.number(1 + k * unit) })), line: null }),
          alt: say.t('exhibit.potential-ranks.alt', { list: sure.length === 0 ? say.t('word.potential.nothing') : say.list(sure.map(({ of }) => nameOf(shown, kind, of))), top: TOP })
        },
    cautions: ranked.length === 0 ? [] : [say.t('caution.potential.scale'), ...kind === 'domains' ? [say.t('caution.potential.same')] : []], ...why(say, missingIn(shown, kind) ?? (ranked.length === 0 ? 'potential-ranks' : null), { n: POTENTIAL_MEMBERS_MIN })
  }
}

function weights ({ found, say }: Shown): Exhibit {
  const total = POTENTIAL_MEASURES.reduce((sum, measure) => sum + found.weights[measure], 0)
  return {
    key: 'potential-weights', title: say.t('exhibit.potential-weights.title'), says: say.t('exhibit.potential-weights.says'), figure: null,
    columns: [column(say, 'column.potential.measure'), column(say, 'column.potential.weight', 'number'), column(say, 'column.potential.part', 'share'), column(say, 'column.potential.counts'), column(say, 'column.potential.meaning')],
    rows: POTENTIAL_MEASURES.map(measure => [
      named(measure, say.t(`word.potential.${measure}`)), { value: found.weights[measure], text: say.number(found.weights[measure], Number.isInteger(found.weights[measure]) ? 0 : 1) }, share(say, total === 0 ? null : found.weights[measure] / total),
      word(say, found.domains.counted.includes(measure) || found.clusters.counted.includes(measure) ? 'word.potential.counts' : 'word.potential.left-out'), text(say.t(`word.potential.${measure}.meaning`))
    ]),
    cautions: [say.t(total === 0 ? 'caution.potential.no-weights' : 'caution.potential.judgement')], empty: null, ...(total === 0 && { next: say.t('exhibit.potential-weights.next') })
  }
}
