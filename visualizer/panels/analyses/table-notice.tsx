/** The bar above pictures and lists of a run on a table: what the nodes and links are, how much is kept, and the way back. */
import type { VNode } from 'preact'
import type { Run } from '../../../services/contract/run.ts'
import { tableNetworkOf } from '../../../services/contract/run.ts'
import { change } from '../../state/store.ts'
import { number, percent, t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'

export function TableNotice ({ run }: { run: Run }): VNode | null {
  const { network: asked } = run.request
  const network = tableNetworkOf(run)
  if (asked === undefined || network === null) return null
  const { title, unit, report: { links, amount } } = network
  return (
    <p class='notice bar of-table' role='status'>
      <Icon name='warning' /> <span>{t('tableRun.is', { title, unit, nodes: t(`tableRun.nodes.${asked.level}`), links: t(`tableRun.links.${asked.links}`) })} {asked.domestic && t('tableRun.home')} {t('tableRun.kept', { kept: number(links.kept), found: number(links.found), share: percent(amount.found === 0 ? null : amount.kept / amount.found) })}</span> <button type='button' class='button small' onClick={() => change({ screen: 'map', focus: null, selected: null, link: null, run: 'latest', country: [], kind: [], domain: [], weightMin: 0 })}>{t('tableRun.back')}</button>
    </p>
  )
}
