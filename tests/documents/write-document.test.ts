import t from 'tap'
import { DOCUMENT_FORMATS, writeDocument } from '../../services/documents/write-document.ts'
import { richDocument } from './rich-document.ts'

const STARTS: Readonly<Record<string, string>> = { html: '<!doctype html>', pdf: '%PDF-1.7', docx: 'PK', xlsx: 'PK', csv: 'PK', json: '{' }

for (const format of DOCUMENT_FORMATS) {
  t.test(`${format}: a file of that kind, the same bytes again`, async t => {
    const first = await writeDocument(richDocument(), format)
    t.equal(first.body.toString('latin1').slice(0, STARTS[format]!.length), STARTS[format])
    t.match(first.fileName, /^amber-road-rich-en\.(html|pdf|docx|xlsx|zip|json)$/)
    t.ok(first.body.equals((await writeDocument(richDocument(), format)).body))
  })
}
