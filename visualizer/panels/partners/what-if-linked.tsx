/** What one link more between two organisations would change, before and after. */
import type { VNode } from 'preact'
import type { LinkEffect } from '../../../services/contract/partner-match.ts'
import { shownRun } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { number, percent, t } from '../../text/translate.ts'
import { ProblemNotice } from '../notices.tsx'

interface Change { before: number | null, after: number | null }
interface Row { what: string, change: Change, shown: (value: number) => string }
const whole = (value: number): string => number(value)
const share = (value: number): string => `${number(100 * value, 2)}\u00a0%`

export function WhatIfLinked ({ source, target }: { source: string, target: string }): VNode {
  const { value, error } = useResource<LinkEffect>(`/api/v1/runs/${shownRun.value}/what-if/link?source=${source}&target=${target}`)
  const current = value?.sides[0].organisation.id === source && value.sides[1].organisation.id === target ? value : undefined
  return (
    <section class='panel-block' aria-labelledby='what-if-title'>
      <h3 id='what-if-title'>{t('whatif.title')}</h3>
      {error !== undefined && <ProblemNotice error={error} />}
      {current !== undefined && (
        <>
          <div class='table-frame' tabIndex={0} role='region' aria-labelledby='what-if-title'>
            <table class='what-if'>
              <thead><tr><th scope='col'>{t('whatif.measure')}</th><th scope='col' class='figures'>{t('whatif.before')}</th><th scope='col' class='figures'>{t('whatif.after')}</th></tr></thead>
              <tbody>{rowsOf(current).map(({ what, change: { before, after }, shown }) => (
                <tr key={what}>
                  <th scope='row'>{what}</th>
                  <td class='figures'>{before === null ? t('whatif.none') : shown(before)}</td>
                  <td class='figures'>{before === after ? t('whatif.same') : after === null ? t('whatif.none') : <strong>{shown(after)}</strong>}</td>
                </tr>))}
              </tbody>
            </table>
          </div>
          <p class='hint'>{t('whatif.hint', { weight: number(current.weight) })}</p>
        </>)}
    </section>
  )
}

function rowsOf (effect: LinkEffect): Row[] {
  const one = effect.sides[0].cluster?.code === effect.sides[1].cluster?.code
  return [
    { what: t('whatif.steps'), change: effect.steps, shown: whole },
    ...effect.sides.flatMap(({ organisation: { name }, reached, meanSteps, withinTwo, crossBorderShare }): Row[] => [
      { what: t('whatif.mean', { name }), change: meanSteps, shown: value => number(value, 2) },
      ...(reached.before === reached.after ? [] : [{ what: t('whatif.reached', { name }), change: reached, shown: whole }]),
      { what: t('whatif.within', { name }), change: withinTwo, shown: whole },
      { what: t('whatif.share', { name }), change: crossBorderShare, shown: percent }
    ]),
    ...effect.sides.slice(0, one ? 1 : 2).flatMap(({ cluster }): Row[] => cluster === null
      ? []
      : [
          { what: t('whatif.clusterShare', { cluster: cluster.code }), change: cluster.crossBorderShare, shown: share },
          { what: t('whatif.density', { cluster: cluster.code }), change: cluster.internalDensity, shown: share },
          { what: t('whatif.conductance', { cluster: cluster.code }), change: cluster.conductance, shown: value => number(value, 4) }
        ]),
    { what: t('whatif.whole'), change: effect.crossBorderShare, shown: value => `${number(100 * value, 3)}\u00a0%` },
    { what: t('whatif.modularity'), change: effect.modularity, shown: value => number(value, 5) },
    { what: t('whatif.components'), change: effect.components, shown: whole }
  ]
}
