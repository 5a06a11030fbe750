/** What stands behind a link: the networks two organisations share, and what is recorded between them. */
import type { VNode } from 'preact'
import type { Organisation } from '../../services/contract/organisation.ts'
import type { LinkEvidence, OrganisationProfile } from '../../services/contract/organisation-profile.ts'
import { domainName, shownRun } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { change, ofTable } from '../state/store.ts'
import { figure, t } from '../text/translate.ts'
import { DataTable } from './data-table.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNotice } from './notices.tsx'

export function EvidenceDialog ({ ends: [source, target] }: { ends: [string, string] }): VNode {
  const { value, error } = useResource<LinkEvidence>(`/api/v1/links/evidence?source=${source}&target=${target}&run=${shownRun.value}`)
  const [a, b] = [useName(source), useName(target)]
  return (
    <Dialog title={t('evidence.title')} onClose={() => change({ link: null })}>
      {error !== undefined && <ProblemNotice error={error} />}
      <p class='sentence'><strong>{a}</strong> – <strong>{b}</strong></p>
      {value !== undefined && (
        <>
          <p>{!ofTable.value && t('evidence.sentence', { n: value.networks.length })} {value.weight === null ? '' : t('evidence.weight', { weight: figure(value.weight) })}</p>
          {!ofTable.value && <DataTable
            caption={t('evidence.title')} rows={value.networks} rowKey={network => network.id} page={20}
            columns={[
              { key: 'name', head: t('column.network1'), cell: network => network.title === null ? network.name : `${network.name}: ${network.title}`, by: network => network.name },
              { key: 'domains', head: t('filter.domain'), cell: network => network.domains.filter(code => !code.startsWith('s3:')).map(domainName).join(', ') },
              { key: 'counted', head: t('evidence.counted'), cell: network => network.membersCounted ?? '–', by: network => network.membersCounted, figures: true },
              value.networkSizeBasis === 'in-source'
                ? { key: 'here', head: t('evidence.inData'), cell: network => network.membersInStore ?? '–', by: network => network.membersInStore, figures: true }
                : { key: 'total', head: t('evidence.inSource'), cell: network => network.membersTotal ?? '–', by: network => network.membersTotal, figures: true },
              { key: 'from', head: t('column.from'), cell: network => network.from ?? '–', by: network => network.from, figures: true },
              { key: 'to', head: t('column.to'), cell: network => network.to ?? '–', by: network => network.to, figures: true },
              { key: 'source', head: t('column.source'), cell: network => network.externalKey ?? network.source }
            ]}
                             />}
          {value.links.length > 0 && <DataTable
            caption={t('data.links')} rows={value.links} rowKey={link => link.id}
            columns={[
              { key: 'kind', head: t('filter.kind'), cell: link => link.kind }, { key: 'product', head: t('column.product'), cell: link => link.product ?? '–' },
              { key: 'weight', head: t('filter.weight'), cell: link => figure(link.weight), by: link => link.weight, figures: true }, { key: 'evidence', head: t('column.evidence'), cell: link => link.evidence ?? '–' }
            ]}
                                     />}
        </>)}
    </Dialog>
  )
}

/** Of an organisation, or of a node that only its run knows; its id until it is there. */
function useName (id: string): string {
  const { value: organisation } = useResource<Organisation>(ofTable.value ? null : `/api/v1/organisations/${id}`)
  const { value: node } = useResource<OrganisationProfile>(ofTable.value ? `/api/v1/organisations/${id}/profile?run=${shownRun.value}` : null)
  return organisation?.name ?? node?.organisation.name ?? id
}
