/** Internationalisation potential: how far each cluster works across borders, how far volumes alone would take it, and what gap that leaves. */
import { wordOf } from '../../views/select.ts'
import type { Cell, Section } from '../../documents/document.ts'
import { column, count, decimal, paragraph, share, text, times, withheld } from '../cells.ts'
import { clusterLink } from '../report.ts'
import type { Report } from '../report.ts'
import { toldPairs } from '../told-pairs.ts'

/** From here on a pair is written as above expectation, 1.1× or more. */
const ABOVE = 1.05

/** None where the group has no cluster that may be told of. */
export function potentialSection (report: Report): Section[] {
  const { say, loaded, shown, clusterName, numbers, countryName } = report
  if (shown.length === 0) return []
  const measured = shown.filter(c => loaded.clusters[c].crossBorderShare !== null)
  const blocks = measured.length === 0
    ? [paragraph(say.t('potential.none'))]
    : [{
        type: 'table' as const, id: 'cross-border', name: say.t('sheet.crossBorder'), caption: say.t('potential.caption'), note: say.t('potential.note'),
        columns: [column('code', say.t('column.code')), column('cluster', say.t('column.cluster')), column('members_in_group', say.t('column.inGroup'), 'number'), column('effective_countries', say.t('column.effectiveCountries'), 'number'), column('across_border', say.t('column.across'), 'share'), column('across_border_expected', say.t('column.acrossExpected'), 'share'), column('ratio', say.t('column.againstExpected'), 'number'), column('ei_index', say.t('column.eiIndex'), 'number'), column('only_domestic', say.t('column.onlyDomestic'), 'share'), column('strongest_pair', say.t('column.strongestPair'))],
        rows: [...measured].sort((a, b) => (loaded.clusters[a].crossBorderRatio ?? Infinity) - (loaded.clusters[b].crossBorderRatio ?? Infinity) || a - b).map((c): Cell[] => {
          const cluster = loaded.clusters[c]
          const pair = toldPairs(cluster, report.query.suppressBelow).pairs.filter(({ a, b, ratio, withheld, ratioWithheld }) => a !== b && ratio !== null && ratio >= ABOVE && !withheld && !ratioWithheld).sort((p, q) => (q.ratio as number) - (p.ratio as number)).at(0)
          return [
            text(cluster.code), text(clusterName(cluster), clusterLink(report, c)), count(say, numbers.membersOf[c].length), decimal(say, cluster.effectiveCountries), share(say, cluster.crossBorderShare), share(say, cluster.crossBorderShareExpected),
            cluster.crossBorderRatio === null ? text(null) : times(say, cluster.crossBorderRatio), decimal(say, cluster.eiIndex, 2), onlyDomestic(report, c),
            text(pair === undefined ? null : `${countryName(pair.a)} – ${countryName(pair.b)} ${say.times(pair.ratio as number)}`)
          ]
        })
      }]
  return [{ id: 'potential', title: say.t('potential.title'), newPage: measured.length > 0, blocks: [paragraph(say.t('potential.lead')), ...blocks] }]
}

/** Share of the members in the group, of those with a link, that have no link across a border at all. Of a group of one part that is a count of the part: small ones are withheld. */
function onlyDomestic ({ say, loaded: { projection: { graph }, snapshot }, numbers, group, query }: Report, c: number): Cell {
  const linked = numbers.membersOf[c].filter(i => graph.offsets[i] < graph.offsets[i + 1])
  const domestic = linked.filter(i => Array.from(graph.targets.subarray(graph.offsets[i], graph.offsets[i + 1])).every(j => wordOf(snapshot.country, j) === wordOf(snapshot.country, i)))
  const small = (value: number): boolean => group.parts.length === 1 && value > 0 && value < query.suppressBelow
  if (small(domestic.length) || small(linked.length - domestic.length)) return withheld(say)
  return share(say, linked.length === 0 ? null : domestic.length / linked.length)
}
