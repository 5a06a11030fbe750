/** Run by write-document.test.ts in a process of its own: says the hash of each file. */
import { createHash } from 'node:crypto'
import { DOCUMENT_FORMATS, writeDocument } from '../../services/documents/write-document.ts'
import { richDocument } from './rich-document.ts'

const hashes = []
for (const format of DOCUMENT_FORMATS) hashes.push(createHash('sha256').update((await writeDocument(richDocument(), format)).body).digest('hex'))
console.log(JSON.stringify(hashes))
