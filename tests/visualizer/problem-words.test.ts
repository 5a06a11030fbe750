/** What the service says is wrong has Polish words: the titles of all errors, everything said of a row of a file or of a field, and what users of a workspace meet, as the service says it. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { CATALOGUE } from '../../services/errors.ts'
import type { Answer } from '../support/build-service.ts'
import { SENTENCES_PL } from '../../visualizer/text/sentences-pl.ts'
import { SENTENCE_LETTERS_MAX, sentenceOf, translateSentence } from '../../visualizer/text/translate-sentence.ts'
import { workspacesPl } from '../../visualizer/text/workspaces-pl.ts'
import { projectFiles } from '../house/project-files.ts'
import { INPUT, openWorkspace } from '../trans-s3/open-workspace.ts'
import { saidOfValues } from './said-of-values.ts'

const SENTENCES = SENTENCES_PL.map(sentenceOf)
const wordOf = (kind: string, value: string): string => String(workspacesPl[`workspaces.${kind}.${value}` as keyof typeof workspacesPl])
const inPolish = (text: string): string | null => translateSentence(SENTENCES, text, wordOf)

t.test('every title has words, no sentence is there twice, and none has a gap that is not filled', async t => {
  t.strictSame(Object.values(CATALOGUE).map(({ title }) => title).filter(title => inPolish(title) === null), [])
  t.equal(new Set(SENTENCES_PL.map(([english]) => english)).size, SENTENCES_PL.length)
  for (const [english, polish] of SENTENCES_PL) {
    const gaps = [...english.matchAll(/\{(?:\w+\|)?(\w+)\}/g)].map(([, name]) => name)
    for (const form of typeof polish === 'string' ? [polish] : Object.values(polish)) t.strictSame([...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter(name => !gaps.includes(name)), [], english)
  }
})

/** By the libraries that read requests and separated values. */
const OF_ZOD = /^(Too small|Too big|Invalid|Quote Not Closed|Max Record Size)\b/
/** Of these the services have the parts alone. */
const PUT_TOGETHER = /^(decisions? of|are to be reviewed|is to be reviewed|is needed for a|values? cannot be used$|is expired|is not-yet-valid|the network of a table has no|of countr)/
const said = saidOfValues()

t.test('every row is the first that fits a sentence of its own, so that none is hidden by another', async t => {
  const sample = (english: string): string => english.replace(/\{(?:\w+\|)?(\w+)\}/g, (_, name: string) => name === 'n' ? '7' : 'x1')
  t.strictSame(SENTENCES_PL.filter(([english], i) => SENTENCES.findIndex(({ pattern }) => pattern.test(sample(english))) !== i).map(([english]) => english), [])
})

t.test('what is translated is what the service says', async t => {
  // What stands between two values, wherever it is put together.
  const source = projectFiles('services').filter(path => path.endsWith('.ts')).map(path => readFileSync(path, 'utf8')).join('\n')
  const pieces = (english: string): string[] => english.split(/\{[\w|]+\}|"|\. |: |; |, as | any more| alone/).map(piece => piece.replace(/^[ .,()]+|[ .,()?]+$/g, '')).filter(piece => piece.length > 8)
  const found = new Set(said.map(({ sentence }) => SENTENCES.find(({ pattern }) => pattern.test(sentence))))
  const unsaid = SENTENCES_PL.filter(([english], i) => !OF_ZOD.test(english) && !found.has(SENTENCES[i])).flatMap(([english]) => pieces(english).filter(piece => !source.includes(piece) && !source.includes(piece.replace(/^The invitation /, '')) && !PUT_TOGETHER.test(piece)))
  t.strictSame(unsaid, [])
})

/** Two halves that are said of different decisions, put together by the search alone; words that stand in a sentence with a row of its own; a place in a file, which is never a number alone. */
const NEVER_SAID = new Set(['was dropped by an earlier step; it must first become 1, by a decision of the step 1', 'is 1; keep it there first', 'is 1', 'the network of a table has no 1; 1 cannot be run on it so', '1: is missing; 1'])

t.test('everything said of a row or a field has words', async t => {
  t.ok(said.length > 300, 'the search finds them')
  for (const sentence of ['a country code such as PL; did you mean 1?', 'at most 1 rows: 1', 'expected a NUTS code such as PL84 or LV008', 'The workbook holds macros. Save it as XLSX, without macros.', 'each country-sector once']) t.ok(said.some(each => each.sentence === sentence), sentence)
  t.strictSame(said.filter(({ sentence }) => inPolish(sentence) === null && !NEVER_SAID.has(sentence)), [])
  t.strictSame(said.filter(({ sentence }) => /\b(the|and|of|is|are|than|with)\b/.test(inPolish(sentence)?.replace(/„of”/g, '') ?? '')), [], 'nothing is left half in English')
})

t.test('values are kept, nouns follow their number, and a sentence in a sentence is said too', async t => {
  const said: Array<[string, string]> = [
    ['1 cells', '1 komórka'], ['3 cells', '3 komórki'], ['12 cells', '12 komórek'], ['22 columns', '22 kolumny'],
    ['at most 24000 rows: split the file by regions', 'najwyżej 24000 wierszy: podziel plik według regionów'],
    ['a country code such as PL; did you mean PL or PT?', 'kodu kraju, takiego jak PL; może chodziło o PL lub PT?'],
    ['LEI: the check digits do not fit the identifier', 'LEI: cyfry kontrolne nie pasują do identyfikatora'],
    ['icio.csv, row 3, column DEU_C: "1,5" found; expected a number with a decimal comma, as was said.', 'icio.csv, wiersz 3, kolumna DEU_C: jest „1,5”, a oczekiwano liczby z przecinkiem dziesiętnym, jak zaznaczono.'],
    ['firms.csv, line 1: at most 2 columns', 'firms.csv, wiersz 1: oczekiwano najwyżej 2 kolumn'],
    ['run-1 is of organisations, and what is asked for of countries of a table', 'run-1 dotyczy organizacji, a zapytanie krajów z tablicy']
  ]
  for (const [english, polish] of said) t.equal(inPolish(english), polish)
  const long = (letters: number): string => `expected one of ${'x'.repeat(letters - 'expected one of '.length)}`
  t.match(inPolish(long(SENTENCE_LETTERS_MAX)), /^oczekiwano/)
  t.equal(inPolish(long(SENTENCE_LETTERS_MAX + 1)), null, 'what nobody wrote as a sentence is not searched')
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
