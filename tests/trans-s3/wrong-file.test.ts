/** What is opened instead of the file of a workspace: told what it is, or where in it what is wrong; real files of each sort. */
import t from 'tap'
import { SENTENCES_PL } from '../../visualizer/text/sentences-pl.ts'
import { sentenceOf, translateSentence } from '../../visualizer/text/translate-sentence.ts'
import { workspacesPl } from '../../visualizer/text/workspaces-pl.ts'
import { FILE_PROBLEMS_TOLD_MAX } from '../../services/trans-s3/read-workspace-file.ts'
import { openWorkspace } from './open-workspace.ts'

const SENTENCES = SENTENCES_PL.map(sentenceOf)
const inPolish = (text: string): string | null => translateSentence(SENTENCES, text, (kind, value) => String(workspacesPl[`workspaces.${kind}.${value}` as keyof typeof workspacesPl]))

t.test('a file of another sort gets one sentence that says which, and where the right one is', async t => {
  const { add, app, ask, id, path, run } = await openWorkspace(t)
  await add({ type: 'priority', title: 'Wood', sectors: ['16'] })
  const download = async (url: string): Promise<Buffer> => {
    const answer = await app.inject({ method: 'GET', url, headers: { host: '127.0.0.1:8080' } })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
    return answer.rawPayload
  }
  const file = await download(`${path}/file`)
  const lines = file.toString().split('\n')
  const given: Array<[string, Buffer | string, RegExp, RegExp]> = [
    ['another JSON', '{ "name": "x", "dependencies": {} }', /it seems to be JSON of something else\./, /najwyraźniej inny plik JSON/],
    ['a list', '[1, 2]', /it seems to be a list\./, /najwyraźniej lista/],
    ['results of a run as JSON', await download(`/api/v1/exports/results?run=${run}&format=json`), /it seems to be an export of an analysis\./, /najwyraźniej eksport analizy/],
    ['results of a run as CSV', await download(`/api/v1/exports/results?run=${run}&format=csv`), /it seems to be a table \(CSV\)\./, /najwyraźniej tabela/],
    ['the workspace as it stands', await download(path), /it seems to be a workspace as it stands, without its history\./, /bez jego historii/],
    ['the form of the consultation', await download(`${path}/consultation/form`), /it seems to be a workbook, a document or another packed file\./, /skoroszyt/],
    ['the paper as PDF', Buffer.from('%PDF-1.7\n'), /it seems to be a PDF document\./, /dokument PDF/],
    ['the paper as a page', await download(`${path}/documents/summary?format=html`), /it seems to be a web page\./, /strona internetowa/],
    ['the paper as JSON', await download(`${path}/documents/summary?format=json`), /it seems to be a report or paper\./, /raport lub dokument/],
    ['a network', await download('/api/v1/exports/clusters?format=gexf'), /it seems to be XML/, /plik XML/],
    ['nothing', '', /no file of a workspace: it is empty\./, /jest pusty/],
    ['notes', 'Dear all', /it seems to be plain text\./, /zwykły tekst/],
    ['the file cut off', file.subarray(0, file.length / 2), /The file is of a workspace and breaks off at its end: copy or save the whole of it again/, /się urywa/],
    ['the file with a line changed', lines.with(3, '  oops').join('\n'), /The file is of a workspace and is damaged in line 4: /, /uszkodzony w wierszu 4/],
    ['the file with a value changed', file.toString().replace('"formatVersion": 1', '"formatVersion": x'), /The file is of a workspace and is damaged(?: in line 3)?: /, /jest uszkodzony/],
    ['the file of a newer service', JSON.stringify({ ...JSON.parse(file.toString()), formatVersion: 2 }), /of a workspace in version 2 of its format, and this service reads version 1/, /w wersji 2 swojego formatu/]
  ]
  for (const [what, payload, says, saysPolish] of given) {
    for (const type of ['application/json', 'text/csv', 'application/octet-stream']) {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/workspaces/file', headers: { host: '127.0.0.1:8080', 'content-type': type }, payload })
      const { code, detail, errors } = answer.json()
      t.match({ code, detail, errors }, { code: 'INVALID_INPUT', detail: says, errors: undefined }, `${what} as ${type}`)
      t.match(detail, /\/api\/v1\/workspaces\/\{id\}\/file|a service as new as/, `${what}: where the right one is`)
      t.match(inPolish(detail), saysPolish, `${what} in Polish`)
    }
  }
  t.strictSame((await ask('GET', '')).body.id, id)
})

t.test('of a file of a workspace each line says where, what was found and what was expected', async t => {
  const { add, app, ask } = await openWorkspace(t)
  await add({ type: 'priority', title: 'Wood: "new" uses', sectors: ['16'] })
  const file = JSON.parse((await ask('GET', '/file')).text)
  const at = file.items.length - 1
  const refused = async (change: (given: any) => void): Promise<{ detail: string, errors: Array<{ path: string, message: string }> }> => {
    const given = structuredClone(file)
    change(given)
    const answer = await app.inject({ method: 'POST', url: '/api/v1/workspaces/file', headers: { host: '127.0.0.1:8080', 'content-type': 'application/json' }, payload: JSON.stringify(given) })
    t.equal(answer.statusCode, 400)
    return answer.json()
  }
  const item = `item ${at + 1} (priority "Wood: "new" uses")`
  const polish = `element ${at + 1} (Wspólny priorytet „Wood: "new" uses”)`
  const version = (given: any): any => given.items[at].versions[0]
  const lines: Array<[(given: any) => void, string, string, string]> = [
    [given => { delete version(given).savedAt }, `items.${at}.versions.0.savedAt`, `version 1 of ${item}, savedAt: is missing; expected text`, `${polish}, wersja 1, savedAt: brakuje; oczekiwano tekstu`],
    [given => { version(given).content.description = 7 }, `items.${at}.versions.0.content.description`, `version 1 of ${item}, description: expected text; found 7`, `${polish}, wersja 1, description: oczekiwano tekstu; jest 7`],
    [given => { version(given).content.sectors = ['16', 'wood and everything that is made of it, in all regions of the group'] }, `items.${at}.versions.0.content.sectors.1`, `version 1 of ${item}, sectors no. 2: expected a NACE Rev. 2 code such as C, 10.1 or M72; found "wood and everything that is made of it, in all regions of th…"`, `${polish}, wersja 1, sectors no. 2: oczekiwano kodu NACE Rev. 2, takiego jak C, 10.1 lub M72; jest "wood and everything that is made of it, in all regions of th…"`],
    [given => { version(given).content.sectors = ['00'] }, `items.${at}.versions.0.content.sectors.0`, `version 1 of ${item}, sectors no. 1: is not in /api/v1/reference/sectors; did you mean 01 or 02 or 03?; found "00"`, `${polish}, wersja 1, sectors no. 1: nie ma takiego kodu sektora; może chodziło o 01 lub 02 lub 03?; jest "00"`],
    [given => { version(given).savedAt = 'yesterday' }, `items.${at}.versions.0.savedAt`, `version 1 of ${item}, savedAt: expected a time such as 2026-05-01T12:00:00.000Z; found "yesterday"`, `${polish}, wersja 1, savedAt: oczekiwano czasu, takiego jak 2026-05-01T12:00:00.000Z; jest "yesterday"`],
    [given => { version(given).by = null }, `items.${at}.versions.0.by`, `version 1 of ${item}, by: expected an object; found nothing`, `${polish}, wersja 1, by: oczekiwano obiektu; jest nic`],
    [given => { given.items[at].made = [0, 1.5] }, `items.${at}.made.0`, `${item}, made no. 1: expected at least 1; found 0`, `${polish}, made no. 1: oczekiwano co najmniej 1; jest 0`],
    [given => { given.changes[1].by.role = 'king' }, 'changes.1.by.role', 'change 2, by role: expected one of operator, coordinator, authority, stakeholder, reader; found "king"', 'zmiana 2, by role: oczekiwano jednego z: operator, coordinator, authority, stakeholder, reader; jest "king"'],
    [given => { given.changes = [] }, 'changes', 'changes: expected at least 1 in the list; found an empty list', 'changes: oczekiwano co najmniej 1 na liście; jest pusta lista'],
    [given => { given['x'.repeat(1_000_000)] = 1 }, `${'x'.repeat(60)}…`, `${'x'.repeat(60)}…: is not known here; found 1`, `${'x'.repeat(60)}…: takiego pola nie ma; jest 1`],
    [given => { given.colour = 'red' }, 'colour', 'colour: is not known here; found "red"', 'colour: takiego pola nie ma; jest "red"'],
    [given => { version(given).content = { type: 'wish', title: 'x' } }, `items.${at}.versions.0.content.type`, `version 1 of item ${at + 1} (wish "x"), type: expected one of settings, stage, charter, declared, priority, decision, note, participant, rating, objective, action, indicator, sme-strategy; found "wish"`, '']
  ]
  for (const [change, path, says, saysPolish] of lines) {
    const { detail, errors } = await refused(change)
    t.match(detail, /^The file is of a workspace, but has in it what this service does not write \(places: \d+\); nothing of it was taken\. It was changed by hand, or saved by another version of the service: save the workspace as a file again\.$/)
    t.strictSame(errors[0], { path, message: says })
    if (saysPolish !== '') t.equal(inPolish(says), saysPolish)
    t.not(inPolish(detail), null)
  }
})

t.test('a file that contradicts itself is told by place too', async t => {
  const { add, app, ask } = await openWorkspace(t)
  await add({ type: 'priority', title: 'Wood', sectors: ['16'] })
  const file = JSON.parse((await ask('GET', '/file')).text)
  const at = file.items.length - 1
  const given: Array<[(given: any) => void, string, string]> = [
    [given => { given.items[at].versions[0].workspaceVersion = 1 }, `item ${at + 1} (priority "Wood"): is not made where it says`, `element ${at + 1} (Wspólny priorytet „Wood”): nie powstał tam, gdzie mówi`],
    [given => { given.changes.at(-1).items[0].item = 'wsi-000000000000' }, `change ${file.changes.length}: names version 1 of wsi-000000000000, which is not there so`, `zmiana ${file.changes.length}: wskazuje wersję 1 elementu wsi-000000000000, której tam nie ma`],
    [given => { given.changes[1].version = 7 }, 'change 2, version: should be 2', 'zmiana 2, version: powinno być 2']
  ]
  for (const [change, says, saysPolish] of given) {
    const wrong = structuredClone(file)
    change(wrong)
    const { detail, errors } = (await app.inject({ method: 'POST', url: '/api/v1/workspaces/file', headers: { host: '127.0.0.1:8080', 'content-type': 'application/json' }, payload: JSON.stringify(wrong) })).json()
    t.equal(detail, `The file contradicts itself: ${says}. It was cut or changed by hand; save the workspace as a file again.`)
    t.equal(errors[0].message, says)
    t.equal(inPolish(says), saysPolish)
    t.match(inPolish(detail), `Plik jest wewnętrznie sprzeczny: ${saysPolish}.`)
  }
})

t.test('FILE_PROBLEMS_TOLD_MAX places are told, and how many there are', async t => {
  const { app, ask } = await openWorkspace(t)
  const file = JSON.parse((await ask('GET', '/file')).text)
  const refused = async (wrong: number): Promise<{ detail: string, errors: unknown[] }> => {
    const given = { ...file, changes: Array.from({ length: wrong }, () => 'x') }
    return (await app.inject({ method: 'POST', url: '/api/v1/workspaces/file', headers: { host: '127.0.0.1:8080', 'content-type': 'application/json' }, payload: JSON.stringify(given) })).json()
  }
  const all = await refused(FILE_PROBLEMS_TOLD_MAX)
  t.match(all.detail, /\(places: 12\)/)
  t.equal(all.errors.length, FILE_PROBLEMS_TOLD_MAX)
  const some = await refused(FILE_PROBLEMS_TOLD_MAX + 300)
  t.match(some.detail, /\(the first 12 of 312 places follow\)/)
  t.match(inPolish(some.detail), /liczba miejsc: 312, dalej pierwsze 12/)
  t.equal(some.errors.length, FILE_PROBLEMS_TOLD_MAX)
})
