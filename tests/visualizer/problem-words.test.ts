/** What the service says is wrong has Polish words: the titles of all errors, and what users of a workspace meet, as the service says it. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { CATALOGUE } from '../../services/errors.ts'
import type { Answer } from '../support/build-service.ts'
import { problemsPl } from '../../visualizer/text/problems-pl.ts'
import { sentenceOf, translateSentence } from '../../visualizer/text/translate-sentence.ts'
import { workspacesPl } from '../../visualizer/text/workspaces-pl.ts'
import { projectFiles } from '../house/project-files.ts'
import { INPUT, openWorkspace } from '../trans-s3/open-workspace.ts'

const SENTENCES = problemsPl.map(sentenceOf)
const wordOf = (kind: string, value: string): string => String(workspacesPl[`workspaces.${kind}.${value}` as keyof typeof workspacesPl])
const inPolish = (text: string): string | null => translateSentence(SENTENCES, text, wordOf)

t.test('every title has words, no sentence is there twice, and none has a gap that is not filled', async t => {
  t.strictSame(Object.values(CATALOGUE).map(({ title }) => title).filter(title => inPolish(title) === null), [])
  t.equal(new Set(problemsPl.map(([english]) => english)).size, problemsPl.length)
  for (const [english, polish] of problemsPl) {
    const gaps = [...english.matchAll(/\{(?:\w+\|)?(\w+)\}/g)].map(([, name]) => name)
    t.strictSame([...polish.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter(name => !gaps.includes(name)), [], english)
  }
})

/** By the library that reads requests. */
const OF_ZOD = /^(Too small|Too big|Invalid ISO)/

t.test('what is translated is what the service says', async t => {
  // What stands between two values, wherever it is put together.
  const source = projectFiles('services').filter(path => path.endsWith('.ts')).map(path => readFileSync(path, 'utf8')).join('\n')
  const pieces = (english: string): string[] => english.split(/\{[\w|]+\}|"|\. |: |; |, as | any more| alone/).map(piece => piece.replace(/^[ .,()]+|[ .,()?]+$/g, '')).filter(piece => piece.length > 8)
  const unsaid = problemsPl.filter(([english]) => !OF_ZOD.test(english)).flatMap(([english]) => pieces(english).filter(piece => !source.includes(piece) && !source.includes(piece.replace(/^The invitation /, '')) && !/^(decisions? of|are to be reviewed|is to be reviewed|is needed for a)/.test(piece)))
  t.strictSame(unsaid, [])
})

t.test('what users of a workspace meet', async t => {
  const { add, ask, call, close, invite, items, put } = await openWorkspace(t)
  const person = await invite({ role: 'stakeholder', region: 'LT', helix: 'industry', name: 'Bert' })
  const told = ({ text, body }: Answer): string => {
    if (body.code === undefined) throw new Error(text)
    const errors = (body.errors ?? []).map(({ message }: { message: string }) => inPolish(message))
    return [inPolish(body.detail), ...errors].filter(text => text !== null).join(' | ')
  }
  const begin = async (regions: string[]) => await call('POST', '/api/v1/workspaces', { ...INPUT, group: { vintage: '2016', regions } })
  const stage = async (name: string) => (await items('stage')).find(({ content }) => content.stage === name)!
  const note = (await add({ type: 'note', stage: 'trends', text: 'x' })).body
  await put(note, { text: 'y' })
  const priority = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const general = await stage('general')
  const meet: Array<[string, Promise<Answer> | Answer, RegExp]> = [
    ['an altered link', ask('GET', '', undefined, 'a.b'), /brakuje jego części/],
    ['a group of one', begin(['LT']), /co najmniej dwa regiony/],
    ['mixed vintages', begin(['LT', 'LV00C']), /to kod NUTS 2024, a grupa jest według NUTS 2016, gdzie ten region to LV008/],
    ['regions that overlap', begin(['PL', 'PL84']), /leży w PL .*liczyłyby się dwa razy/],
    ['an unknown region', begin(['LT', 'ZZ9']), /to ani region NUTS 2016, ani kraj/],
    ['two editors', put(note, { text: 'z' }), /nowszą wersję \(2\), Twoja zmiana powstała na wersji 1/],
    ['an unknown sector', add({ type: 'priority', title: 'x', sectors: ['04'] }), /nie ma takiego kodu sektora/],
    ['a priority without parts', add({ type: 'priority', title: 'x' }), /priorytet jest ich kombinacją/],
    ['an objective too early', add({ type: 'objective', title: 'x', priorities: [priority.id] }), /ma stan „zaproponowany”; cel opiera się/],
    ['a step that was jumped over', add({ type: 'decision', stage: 'consultation', what: 'x', why: 'y', verdicts: [{ priority: priority.id, verdict: 'keep' }] }), /musi otrzymać stan „wstępny” decyzją kroku „1 Wspólne zbiory”/],
    ['a page with an open checklist', ask('POST', '/stages/general', { basedOn: general.version, to: 'closed' }), /Na liście kontrolnej kroku „Część ogólna”/],
    ['what the role may not', ask('GET', '/file', undefined, person.invitation), /Twoja rola .* na to nie pozwala/],
    ['an expiry too far off', add({ type: 'participant', name: 'x', role: 'reader', expiresAt: '2040-01-01T00:00:00.000Z' }), /w ciągu najbliższych 1[ ,]?100 dni/],
    ['a file of something else', call('POST', '/api/v1/workspaces/file', { format: 'x' }), /To nie jest plik obszaru pracy, lecz najwyraźniej inny plik JSON/]
  ]
  for (const [what, answer, expected] of meet) t.match(told(await answer), expected, what)
  t.equal((await close('general')).status, 200)
  t.match(told(await add({ type: 'decision', stage: 'general', what: 'x', why: 'y' })), /Krok „Część ogólna” jest zamknięty/)
  const participant = (await items('participant'))[0]
  await put(participant, { revoked: true })
  t.match(told(await ask('GET', '', undefined, person.invitation)), /Zaproszenie zostało odwołane/)
})
