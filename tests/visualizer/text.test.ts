/** Every text in every language: the same keys, the same gaps, the plural forms the language has. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import { en } from '../../visualizer/text/en.ts'
import { nodesEn } from '../../visualizer/text/nodes-en.ts'
import { nodesPl } from '../../visualizer/text/nodes-pl.ts'
import { pl } from '../../visualizer/text/pl.ts'
import { projectFiles } from '../house/project-files.ts'

type Text = string | Record<string, string>
const formsOf = (text: Text): string[] => typeof text === 'string' ? [text] : Object.values(text)
const gaps = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()

t.test('English and Polish hold the same keys, with the same gaps', async t => {
  t.strictSame(Object.keys(pl).sort(), Object.keys(en).sort())
  for (const [key, text] of Object.entries(en) as Array<[keyof typeof en, Text]>) {
    const translated: Text = pl[key]
    const expected = [...new Set(formsOf(text).flatMap(gaps))].sort()
    t.strictSame([...new Set(formsOf(translated).flatMap(gaps))].sort(), expected, key)
    t.ok(formsOf(translated).every(form => form.trim() !== ''), key)
    if (typeof text !== 'string') {
      t.strictSame(Object.keys(text).sort(), ['one', 'other'], key)
      t.match(Object.keys(translated).sort().join(), /^((few,many,)?one,)?other$/, `${key}: few and many where they differ from other`)
    }
  }
})

t.test('every key is used, and no text for people stands in the code', async t => {
  const code = projectFiles('visualizer').filter(path => /\.tsx?$/.test(path) && !path.includes('/text/')).map(path => readFileSync(path, 'utf8')).join('\n')
  const templates = [...code.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(match => match[1])
  t.strictSame(Object.keys(en).filter(key => !code.includes(`'${key}'`) && !templates.some(start => key.startsWith(start))), [], 'no key is left over')
  const spoken = [...code.matchAll(/>([^<>{}]*[A-Za-z]{3,}[^<>{}]*)<\//g)].map(match => match[1].trim()).filter(text => !/[=;()]/.test(text))
  t.strictSame(spoken.filter(text => text !== 'Amber Road'), [])
})

t.test('words for nodes of a table stand in both languages, in place of words there are, with no other gaps', async t => {
  t.strictSame(Object.keys(nodesPl), Object.keys(nodesEn))
  for (const [key, text] of [...Object.entries(nodesEn), ...Object.entries(nodesPl)] as Array<[keyof typeof en, Text]>) {
    t.ok(key in en, key)
    const known = formsOf(en[key]).flatMap(gaps)
    t.strictSame(formsOf(text).flatMap(gaps).filter(gap => !known.includes(gap)), [], key)
    t.notMatch(formsOf(text).join(), /\borganisation|organizacj/i, key)
  }
})
