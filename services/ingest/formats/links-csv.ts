/** Links, one a row: kind, source and target; where known weight, product, sector, from, to, evidence, confidence. Supply runs source -> target. */
import { LinkInput } from '../../contract/link.ts'
import type { FormatContext, FormatReader, LinkDraft, RowDrafts } from '../drafts.ts'
import { readRows } from '../read-rows.ts'
import type { Row } from '../row.ts'
import { describeSource, onlyFile } from './own-tables.ts'

const Link = LinkInput.omit({ source: true, target: true })

export async function openLinksCsv ({ files, options, read: readOptions, reference }: FormatContext): Promise<FormatReader> {
  const file = onlyFile(files)

  async function * read (): AsyncGenerator<RowDrafts> {
    for await (const row of readRows(file, ['kind', 'source', 'target'], readOptions)) {
      const draft = readLink(row)
      yield { row, drafts: draft === null ? [] : [draft] }
    }
  }

  function readLink (row: Row): LinkDraft | null {
    for (const field of ['source', 'target']) if (row.text(field) === '') row.refuse(field, 'an organisation: service id, scheme:value, or its key in this source')
    const link = row.accept(Link, {
      kind: row.text('kind'),
      weight: row.number('weight', options.decimalComma) ?? undefined,
      product: row.textOrNull('product'),
      sector: row.textOrNull('sector'),
      from: row.date('from'),
      to: row.date('to'),
      evidence: row.textOrNull('evidence'),
      confidence: row.number('confidence', options.decimalComma) ?? undefined,
      dataSource: options.source
    })
    if (link === null) return null
    if (link.sector !== null && reference.sector(link.sector) === undefined) row.refuse('sector', 'a code of NACE Rev. 2')
    return { type: 'link', link, source: { text: row.text('source'), field: 'source' }, target: { text: row.text('target'), field: 'target' } }
  }

  return { dataSource: describeSource(options.source), read }
}
