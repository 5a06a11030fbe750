/**
 * Memberships, one a row: organisation and network; where known role, contribution, from, to. A network that the store does not hold
 * is described in the same rows: networkName, networkKind, title, programme, networkFrom, networkTo, domains, membersTotal; the first row that names it counts.
 */
import { MembershipInput, NetworkInput } from '../../contract/network.ts'
import type { Draft, FormatContext, FormatReader, RowDrafts } from '../drafts.ts'
import { readRows } from '../read-rows.ts'
import type { Row } from '../row.ts'
import { describeSource, onlyFile } from './own-tables.ts'

const Membership = MembershipInput.omit({ organisation: true, network: true })

export async function openMembershipsCsv ({ files, options, read: readOptions, reference }: FormatContext): Promise<FormatReader> {
  const file = onlyFile(files)

  async function * read (): AsyncGenerator<RowDrafts> {
    const described = new Set<string>()
    for await (const row of readRows(file, ['organisation', 'network'], readOptions)) {
      const drafts: Draft[] = []
      if (row.text('networkName') !== '' && !described.has(row.text('network'))) {
        drafts.push(...readNetwork(row))
        if (row.problems.length === 0) described.add(row.text('network'))
      }
      drafts.push(...readMembership(row))
      yield { row, drafts }
    }
  }

  function readNetwork (row: Row): Draft[] {
    for (const domain of row.list('domains')) if (reference.domain(domain) === undefined) row.refuse('domains', 'a known domain code such as s3:bioeconomy', domain)
    const key = row.text('network')
    const network = row.accept(NetworkInput, {
      kind: row.text('networkKind') || 'association',
      name: row.text('networkName'),
      title: row.textOrNull('title'),
      programme: row.textOrNull('programme'),
      from: row.date('networkFrom'),
      to: row.date('networkTo'),
      domains: row.list('domains'),
      membersTotal: row.number('membersTotal', options.decimalComma),
      externalKey: key.includes(':') ? key : `${options.source}:${key}`,
      source: options.source
    }, { kind: 'networkKind', name: 'networkName', externalKey: 'network' })
    return network === null ? [] : [{ type: 'network', network: { ...network, externalKey: `${network.externalKey}` }, otherKeys: [] }]
  }

  function readMembership (row: Row): Draft[] {
    if (row.text('organisation') === '') row.refuse('organisation', 'an organisation: service id, scheme:value, or its key in this source')
    if (row.text('network') === '') row.refuse('network', 'a network: service id, external key such as cordis:633053, or its key in this source')
    const membership = row.accept(Membership, {
      role: row.text('role') || 'member',
      contribution: row.number('contribution', options.decimalComma),
      from: row.date('from'),
      to: row.date('to'),
      source: options.source
    })
    if (membership === null) return []
    return [{ type: 'membership', membership, organisation: { text: row.text('organisation'), field: 'organisation' }, network: { text: row.text('network'), field: 'network' } }]
  }

  return { dataSource: describeSource(options.source), read }
}
