import t from 'tap'
import { placeMembers } from '../../services/value-chains/context/place-members.ts'
import type { MemberGroup } from '../../services/value-chains/context/place-members.ts'
import { mapIndustries } from '../../services/value-chains/industries/industry-map.ts'

/** Two countries: 0 makes 10 of A, 30 of C10T12 and 60 of C13T33; 1 makes 5, none and 45. */
const sectors = ['A', 'C10T12', 'C13T33']
const system = { n: 6, sectorCount: 3, output: Float64Array.from([10, 30, 60, 5, 0, 45]) }
const place = (...groups: MemberGroup[]) => placeMembers(system, mapIndustries({ sectors }), groups)

t.test('an organisation is one whole, shared among its codes, and in a code by output', async t => {
  t.strictSame([...place({ country: 0, sectors: ['10.1'], organisations: 3 }).weights], [0, 3, 0, 0, 0, 0])
  t.strictSame([...place({ country: 0, sectors: ['C'], organisations: 3 }).weights], [0, 1, 2, 0, 0, 0], '30 : 60')
  t.strictSame([...place({ country: 0, sectors: ['C', '01.1'], organisations: 2 }).weights], [1, 1 / 3, 2 / 3, 0, 0, 0])
  t.strictSame([...place({ country: 1, sectors: ['C'], organisations: 2 }).weights], [0, 0, 0, 0, 0, 2], 'what the country does not make holds nobody')
})

t.test('what is not found is told, and what is left is shared among the other codes', async t => {
  const { weights, basis, organisations, withSectors, inIndustries, missing } = place(
    { country: 0, sectors: ['62.0', '01'], organisations: 2 }, { country: 0, sectors: ['62.0'], organisations: 3 }, { country: null, sectors: ['10'], organisations: 4 },
    { country: 1, sectors: [], organisations: 5 }, { country: 1, sectors: ['11'], organisations: 1 }
  )
  t.strictSame([...weights], [2, 0, 0, 0, 0, 0])
  t.strictSame({ basis, organisations, withSectors, inIndustries }, { basis: 'industries', organisations: 15, withSectors: 10, inIndustries: 2 })
  t.strictSame(missing, [{ code: '62.0', organisations: 5 }])
})

t.test('where few have a sector, all stand for the economies of their countries', async t => {
  const none = { country: 0, sectors: [], organisations: 10 }
  const { basis, weights } = place(none)
  t.equal(basis, 'countries')
  t.strictSame([...weights], [1, 3, 6, 0, 0, 0])
  t.strictSame([...place({ country: 1, sectors: [], organisations: 1 }).weights], [0, 0, 0, 0.1, 0, 0.9])
  t.equal(place({ ...none, organisations: 9 }, { country: 0, sectors: ['01'], organisations: 1 }).basis, 'industries', 'one of ten')
  t.equal(place({ ...none, organisations: 10 }, { country: 0, sectors: ['01'], organisations: 1 }).basis, 'countries', 'one of eleven')
  t.equal(place().weights.every(weight => weight === 0), true)
  t.equal(place({ country: null, sectors: [], organisations: 3 }).weights.every(weight => weight === 0), true, 'nowhere')
})

t.test('what the classification moved is told', async t => {
  const wiod = placeMembers({ n: 2, sectorCount: 2, output: Float64Array.from([1, 1]) }, mapIndustries({ sectors: ['c13', 'c14'] }), [{ country: 0, sectors: ['27.5', '26'], organisations: 2 }])
  t.strictSame([...wiod.weights], [1, 1])
  t.match(wiod.moved, [{ code: '27.5', industries: [0], organisations: 2, why: /appliances/ }])
  t.equal(wiod.moved.length, 1)
})
