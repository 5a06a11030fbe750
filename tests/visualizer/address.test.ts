/** What the page shows is what its address says, and the other way round. */
import t from 'tap'
import fc from 'fast-check'
import { readAddress, writeAddress } from '../../visualizer/state/address.ts'
import { CHOICES, COLOURS, SCREENS, SIZES, START } from '../../visualizer/state/view.ts'
import type { View } from '../../visualizer/state/view.ts'

t.test('the start has a bare address; every part of a view comes back', async t => {
  t.equal(writeAddress(START), '')
  t.strictSame(readAddress(''), START)
  const word = fc.stringMatching(/^[A-Za-z0-9:-]{1,12}$/)
  const pair = fc.option(fc.tuple(word, word))
  const view: fc.Arbitrary<View> = fc.record({
    screen: fc.constantFrom(...SCREENS), focus: word, selected: fc.option(word), link: pair, tab: fc.constantFrom('picture', 'table'), country: fc.array(word), kind: fc.array(word), domain: fc.array(word),
    weightMin: fc.integer({ min: 0, max: 1000 }).map(n => n / 8), colour: fc.constantFrom(...COLOURS), size: fc.constantFrom(...SIZES), depth: fc.constantFrom(1, 2), run: word, compare: fc.option(word), since: fc.option(word), values: fc.option(word),
    choices: fc.record(Object.fromEntries(CHOICES.map(key => [key, word])), { requiredKeys: [], noNullPrototype: true }).map(choices => choices as Record<string, string>),
    unknown: fc.array(fc.tuple(fc.stringMatching(/^x[a-z]{1,5}$/), fc.string({ minLength: 1 })))
  }, { noNullPrototype: true }).map(view => view.screen === 'bridges' ? { ...view, focus: null } : view)
  fc.assert(fc.property(view, view => {
    t.strictSame(readAddress(writeAddress(view)), view)
    return true
  }), { seed: 5, numRuns: 200 })
})

t.test('an address that says nonsense shows the nearest thing, and keeps what it does not know', async t => {
  t.strictSame(readAddress('?view=cluster'), START, 'a cluster screen without a cluster is the map')
  t.strictSame(readAddress('?view=moon&colour=red&size=huge&weight=-3&depth=9&link=a&as=song'), START)
  const strange = readAddress('?colourr=x&lang=pl&theme=dark')
  t.strictSame(strange.unknown, [['colourr', 'x']])
  t.equal(writeAddress(strange), '?colourr=x', 'language and theme belong to the person, not to a shared link')
  t.equal(writeAddress(readAddress('?domain=h2020:SC2,h2020:SC5&a=region:PL84;kind:company')), '?domain=h2020:SC2,h2020:SC5&a=region:PL84;kind:company', 'a link stays readable')
  t.equal(writeAddress(readAddress('?view=bridges&between=C1~C2')), '?view=bridges&a=cluster:C1&b=cluster:C2', 'links of earlier versions go where they went')
  t.equal(writeAddress(readAddress('?view=bridges&of=C4')), '?view=bridges&a=cluster:C4')
})
