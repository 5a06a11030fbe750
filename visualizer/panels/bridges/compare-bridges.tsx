/** Organisations that were picked, side by side as a table. */
import type { VNode } from 'preact'
import type { BridgeReasons } from '../../../services/contract/bridge.ts'
import { shownRun } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { number, percent, t } from '../../text/translate.ts'
import { Chip, OrganisationLink } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'
import { PICKED_MAX } from './bridge-list.tsx'
import { placeOf } from './bridge-words.tsx'

export function CompareBridges ({ picked, query }: { picked: string[], query: string }): VNode {
  const answers = Array.from({ length: PICKED_MAX }, (_, i) => useResource<BridgeReasons>(picked[i] === undefined ? null : `/api/v1/runs/${shownRun.value}/bridges/${picked[i]}?${query}`))
  const error = answers.find(answer => answer.error !== undefined)?.error
  const rows = answers.flatMap(({ value }) => value !== undefined && picked.includes(value.bridge.organisation) ? [value] : [])
  return (
    <section class='compare' aria-live='polite'>
      {error !== undefined && <ProblemNotice error={error} />}
      <DataTable
        caption={t('bridges.compared')} rows={rows} rowKey={({ bridge }) => bridge.organisation}
        columns={[
          { key: 'name', head: t('column.organisation'), cell: ({ bridge }) => <><OrganisationLink id={bridge.organisation} name={bridge.name} /><p class='why'>{bridge.cluster !== null && <Chip code={bridge.cluster} />} {placeOf(bridge)}</p></>, by: ({ bridge }) => bridge.name },
          { key: 'pair', head: t('bridges.pairScore'), cell: ({ bridge }) => number(bridge.standing!.pairScore, 1), by: ({ bridge }) => bridge.standing!.pairScore, figures: true },
          { key: 'links', head: t('bridges.linksAcross'), cell: ({ bridge }) => number(bridge.standing!.links), by: ({ bridge }) => bridge.standing!.links, figures: true },
          { key: 'only', head: t('bridges.onlyLinkFor'), cell: ({ bridge }) => number(bridge.standing!.onlyFor), by: ({ bridge }) => bridge.standing!.onlyFor, figures: true },
          { key: 'joins', head: t('bridges.couldMeet'), cell: ({ joins }) => number(joins), by: ({ joins }) => joins, figures: true },
          { key: 'score', head: t('measure.bridgeScore'), cell: ({ bridge }) => bridge.bridgeScore === null ? '–' : number(bridge.bridgeScore), by: ({ bridge }) => bridge.bridgeScore, figures: true },
          { key: 'partners', head: t('measure.degree'), cell: ({ bridge }) => number(bridge.degree), by: ({ bridge }) => bridge.degree, figures: true },
          { key: 'border', head: t('bridges.acrossBorder'), cell: ({ measures }) => percent(measures.crossBorderShare), by: ({ measures }) => measures.crossBorderShare, figures: true },
          { key: 'networks', head: t('bridges.sharedNetworks'), cell: ({ evidence }) => number(evidence.networksTotal), by: ({ evidence }) => evidence.networksTotal, figures: true },
          { key: 'sure', head: t('measure.memberConfidence'), cell: ({ confidence }) => percent(confidence.memberConfidence), by: ({ confidence }) => confidence.memberConfidence, figures: true }
        ]}
      />
    </section>
  )
}
