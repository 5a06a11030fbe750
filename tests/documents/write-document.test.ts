import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import t from 'tap'
import { DOCUMENT_FORMATS, DOCUMENTS_WAITING_MAX, writeDocument } from '../../services/documents/write-document.ts'
import { longDocument, richDocument } from './rich-document.ts'

const STARTS: Readonly<Record<string, string>> = { html: '<!doctype html>', pdf: '%PDF-1.7', docx: 'PK', xlsx: 'PK', csv: 'PK', json: '{' }

t.test('each format is a file of its kind', async t => {
  for (const format of DOCUMENT_FORMATS) {
    const { body, fileName, contentType } = await writeDocument(richDocument(), format)
    t.equal(body.toString('latin1').slice(0, STARTS[format]!.length), STARTS[format])
    t.equal(fileName, `amber-road-rich-en.${format === 'csv' ? 'zip' : format}`)
    t.match(contentType, /^(text|application)\//)
  }
})

t.test('the same document is the same bytes: again, after another, in another process far away', async t => {
  const hashes = async (): Promise<string[]> => {
    const found = []
    for (const format of DOCUMENT_FORMATS) found.push(createHash('sha256').update((await writeDocument(richDocument(), format)).body).digest('hex'))
    return found
  }
  const first = await hashes()
  await writeDocument(longDocument(3, 5), 'docx')
  t.strictSame(await hashes(), first)
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/documents/write-hashes.ts'], { env: { PATH: '', TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' } })
  t.strictSame(JSON.parse(stdout), first)
})

t.test('a document that contradicts itself or is too large is refused in words', async t => {
  const document = richDocument()
  await t.rejects(writeDocument({ ...document, sections: [...document.sections, document.sections[0]!] }, 'json'), { name: 'Error', message: /"key-facts" stands twice/ })
  const [section] = document.sections
  await t.rejects(writeDocument({ ...document, sections: Array.from({ length: 1001 }, (_, i) => ({ ...section!, id: `s${i}`, blocks: section!.blocks.map(block => 'id' in block ? { ...block, id: `${block.id}${i}` } : block) })) }, 'html'), { name: 'DocumentTooLarge', message: /Figures: 1001, more than the 1000/ })
})

t.test(`no more than ${DOCUMENTS_WAITING_MAX} documents wait`, async t => {
  const document = richDocument()
  const asked = Array.from({ length: DOCUMENTS_WAITING_MAX + 3 }, () => writeDocument(document, 'json').then(() => 'written', (error: Error) => error.name))
  const answers = await Promise.all(asked)
  t.ok(answers.filter(answer => answer === 'written').length >= DOCUMENTS_WAITING_MAX)
  t.ok(answers.includes('DocumentsBusy'))
  t.equal((await writeDocument(document, 'json')).fileName, 'amber-road-rich-en.json', 'later there is room')
})

t.test('a report of many pages keeps nobody waiting', async t => {
  let turns = 0
  const timer = setInterval(() => { turns++ }, 5)
  await writeDocument(longDocument(10, 40), 'pdf')
  clearInterval(timer)
  t.ok(turns > 5, `${turns} turns of others while it was written`)
})
