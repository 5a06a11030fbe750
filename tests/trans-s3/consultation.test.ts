/** Results of a consultation worked out by hand, and attacks on answers of few people. */
import t from 'tap'
import { createRandom } from '../../services/analysis/random.ts'
import { agreement } from '../../services/trans-s3/consultation/agreement.ts'
import { countConsultation, DIFFERENCE_MIN } from '../../services/trans-s3/consultation/consultation.ts'
import { toldGroups } from '../../services/trans-s3/consultation/told-answers.ts'
import type { Answering, ToldGroups } from '../../services/trans-s3/consultation/told-answers.ts'
import { consultationState } from './consultation-state.ts'
import type { Person } from './consultation-state.ts'

const people = (helix: string, region: string, ...rates: number[]): Person[] => rates.map(rate => ({ helix: helix as Person['helix'], region, rate }))

t.test('agreement: the published example, and the ends of the scale', async t => {
  t.equal(agreement([30, 40, 210, 130, 530, 50, 10])!.toFixed(7), '0.6113333', 'as the package agrmt documents it')
  t.equal(agreement([0, 7, 0, 0, 0]), 1)
  t.equal(agreement([2, 2, 2, 2, 2]), 0)
  t.equal(agreement([5, 0, 0, 0, 5]), -1)
  t.equal(agreement([1, 2, 3, 4, 5]), agreement([5, 4, 3, 2, 1]), 'whichever way the scale is read')
  t.equal(agreement([0, 0, 0]), null)
})

t.test('mean, median and quartiles by helix group and region', async t => {
  const { priorities: [first, second], taking } = countConsultation(consultationState({ priorities: ['Bioeconomy', 'Nobody asked'], people: [...people('industry', 'PL84', 1, 2, 4), ...people('science', 'LT', 3, 5, 5, 5)] }))
  const [industry, science] = first.helix.map(({ answers }) => answers!)
  t.equal(industry.spread.importance.mean, 7 / 3)
  t.strictSame([industry.people, industry.spread.importance.median, industry.spread.importance.lowerQuartile, industry.spread.importance.upperQuartile], [3, 2, 1.5, 3])
  t.strictSame([science.people, science.spread.importance.mean, science.spread.importance.median, science.spread.importance.lowerQuartile], [4, 4.5, 5, 4])
  t.equal(first.everybody!.importance.mean, 25 / 7)
  t.strictSame(first.regions.map(({ group, answers }) => [group, answers?.people]), [['LT', 4], ['PL84', 3]])
  t.strictSame(first.disagreements.filter(({ question }) => question === 'importance').map(each => each.kind === 'between' ? [each.lower, each.higher, each.difference.toFixed(3)] : [each.kind, each.group]), [['industry', 'science', (4.5 - 7 / 3).toFixed(3)]])
  t.strictSame([second.people, second.everybody, second.helix, second.comments], [0, null, [], []])
  t.strictSame(taking.map(({ group, invited, answered }) => [group, invited, answered]), [['industry', 3, 3], ['science', 4, 4], ['administration', 0, 0], ['society', 0, 0]])
})

t.test('a difference of exactly a step is one, a little less is none; a split group is named', async t => {
  const between = (rates: number[]) => countConsultation(consultationState({ people: [...people('industry', 'PL84', 3, 3, 3), ...people('science', 'LT', ...rates)] })).priorities[0].disagreements.filter(each => each.kind === 'between')
  t.equal(DIFFERENCE_MIN, 1)
  t.equal(between([4, 4, 4]).length, 3, 'in each of the three questions')
  t.equal(between([3, 4, 4, 5]).length, 3)
  t.equal(between([3, 4, 4]).length, 0)
  const split = countConsultation(consultationState({ people: people('society', 'LT', 1, 1, 5, 5) })).priorities[0].disagreements
  t.ok(split.some(each => each.kind === 'split' && each.group === 'society' && each.question === 'importance' && each.agreement === -1))
})

t.test('groups under the minimum are withheld, with their comments\' group', async t => {
  const answers = (size: number) => countConsultation(consultationState({ people: [...people('industry', 'PL84', 4, 4, 4, 4), ...people('science', 'PL84', 2, 2, 2, 2), ...people('society', 'PL84', ...new Array<number>(size).fill(1))].map((person, i) => ({ ...person, comment: `comment ${9 - i}` })) })).priorities[0]
  const whole = answers(3)
  t.strictSame(whole.helix.map(({ answers }) => answers?.people), [4, 4, 3])
  const few = answers(2)
  t.strictSame(few.helix.map(({ group, answers }) => [group, answers?.people]), [['industry', 4], ['science', undefined], ['society', undefined]], 'science would be told by subtraction')
  t.equal(few.comments.length, 10)
  t.strictSame(few.comments.filter(({ group }) => group !== null).map(({ group }) => group), ['industry', 'industry', 'industry', 'industry'])
  t.strictSame(few.comments.map(({ text }) => text), [...few.comments.map(({ text }) => text)].sort(), 'not in the order in which they came')
  const two = countConsultation(consultationState({ people: people('industry', 'PL84', 5, 1).map(person => ({ ...person, comment: 'mine' })) })).priorities[0]
  t.strictSame([two.people, two.everybody, two.comments, two.commentsWithheld], [2, null, [], 2])
})

t.test('the minimum is the group\'s own', async t => {
  const told = (groupMin: number) => countConsultation(consultationState({ groupMin, people: people('industry', 'PL84', 4, 4, 4, 4) })).priorities[0].everybody !== null
  t.strictSame([told(4), told(5)], [true, false])
})

/** All answers by those who are not told one from another: what an attacker who knows who is in which group must find. */
function attack (answering: readonly Answering[], told: ToldGroups, min: number): string | null {
  if (!told.everybody) return null
  // Rows: known sums. A combination with whole coefficients of -1, 0, 1 that touches 1 to min - 1 people tells on them.
  const known = [answering.map(() => 1), ...told.helix.map(group => answering.map(({ helix }) => Number(helix === group))), ...told.regions.map(group => answering.map(({ region }) => Number(region === group)))]
  for (let code = 0; code < 3 ** known.length; code++) {
    const factors = known.map((_, k) => Math.floor(code / 3 ** k) % 3 - 1)
    const sum = answering.map((_, i) => known.reduce((total, row, k) => total + factors[k] * row[i], 0))
    const touched = sum.filter(each => each !== 0).length
    if (touched > 0 && touched < min) return `${factors.join(' ')} of ${JSON.stringify(told)} touches ${touched}`
  }
  return null
}

t.test('three scientists and one more person of their region', async t => {
  const answering = [...Array.from({ length: 3 }, () => ({ helix: 'science', region: 'LT' })), { helix: 'industry', region: 'LT' }, ...Array.from({ length: 4 }, () => ({ helix: 'industry', region: 'PL84' }))]
  const naive = { everybody: true, helix: ['industry', 'science'], regions: ['LT', 'PL84'] }
  t.match(attack(answering, naive, 3), /touches 1/, 'LT less science is one person')
  const told = toldGroups(answering, 3)
  t.strictSame(told.helix, ['industry', 'science'])
  t.equal(attack(answering, told, 3), null)
})

t.test('no combination of what is told touches fewer people than the minimum, in 400 random consultations', async t => {
  const random = createRandom(5)
  let [withRegions, withheld] = [0, 0]
  for (let round = 0; round < 400; round++) {
    const min = 3 + random.below(2)
    const answering = Array.from({ length: 1 + random.below(24) }, () => ({ helix: random.below(12) === 0 ? null : ['industry', 'science', 'society'][Math.floor(random.next() ** 2 * 3)], region: random.below(12) === 0 ? null : ['LT', 'PL84', 'DE6'][Math.floor(random.next() ** 2 * 3)] }))
    const told = toldGroups(answering, min)
    const found = attack(answering, told, min)
    if (found !== null) t.fail(`${found}: ${JSON.stringify(answering)}`)
    if (told.regions.length > 0) withRegions++
    if (answering.length >= min && told.helix.length === 0) withheld++
    for (const group of told.helix) t.ok(answering.filter(({ helix }) => helix === group).length >= min)
  }
  t.ok(withRegions > 40 && withheld > 10, `both happen: ${withRegions} ${withheld}`)
})

t.test('everybody in one group, and people without one', async t => {
  const same = Array.from({ length: 5 }, () => ({ helix: 'industry', region: 'LT' }))
  t.strictSame(toldGroups(same, 3), { everybody: true, helix: ['industry'], regions: ['LT'] })
  t.strictSame(toldGroups([...same, { helix: null, region: null }], 3), { everybody: true, helix: [], regions: [] }, 'the one without a group would be told')
  t.strictSame(toldGroups([], 3), { everybody: false, helix: [], regions: [] })
})
