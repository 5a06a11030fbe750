/** What becomes of clusters from one analysis to the next: each event, by hand and on any two partitions. */
import t from 'tap'
import fc from 'fast-check'
import { JACCARD_MIN, matchClusters } from '../../services/clusters/match-clusters.ts'
import type { ClusterEvent, ClusterMembership } from '../../services/clusters/match-clusters.ts'

/** Clusters as words: a letter is an organisation. `alone`: in no cluster. */
function membership (clusters: string[], alone = ''): ClusterMembership {
  const codes = clusters.map((_, c) => `C${c + 1}`)
  return { codes, clusterOf: new Map([...clusters.flatMap((letters, c) => [...letters].map((id): [string, string] => [id, codes[c]])), ...[...alone].map((id): [string, null] => [id, null])]) }
}
const match = (before: string[], after: string[]): ClusterEvent[] => matchClusters(membership(before), membership(after))

t.test('the same clusters under other codes continue', async t => {
  t.strictSame(match(['abcdef', 'ghijk'], ['kjihg', 'fabcde']), [
    { change: 'continued', before: ['C2'], after: ['C1'], identity: ['C2', 'C1'], shared: [...'ghijk'], left: [], joined: [] },
    { change: 'continued', before: ['C1'], after: ['C2'], identity: ['C1', 'C2'], shared: [...'abcdef'], left: [], joined: [] }
  ])
})

t.test('a cluster that grows or shrinks is still itself, down to the least overlap', async t => {
  t.match(match(['abcde'], ['bcdefgh']), [{ change: 'continued', shared: [...'bcde'], left: ['a'], joined: [...'fgh'] }])
  // Three shared of ten: exactly the least overlap; of eleven it is below.
  t.equal(JACCARD_MIN, 0.3)
  t.match(match(['abcdefg'], ['efgxyz']), [{ change: 'continued', identity: ['C1', 'C1'] }])
  t.strictSame(match(['abcdefgh'], ['fghxyz']).map(({ change }) => change), ['born', 'died'])
})

t.test('two clusters become one', async t => {
  const [event, ...others] = match(['abcdefg', 'hijkl'], ['abcdefghijklm'])
  t.match(event, { change: 'merged', before: ['C1', 'C2'], after: ['C1'], identity: ['C1', 'C1'], shared: [...'abcdefghijkl'], left: [], joined: ['m'] })
  t.strictSame(others, [], 'told once')
  // The smaller one counts although nothing like the whole: all of it is there.
  t.match(match(['abcdefghijklmnopqrst', 'uvwxy'], ['abcdefghijklmnopqrstuvwxy']), [{ change: 'merged', before: ['C1', 'C2'], identity: ['C1', 'C1'] }])
})

t.test('one cluster becomes two', async t => {
  const [event, ...others] = match(['abcdefghijkl'], ['abcdefg', 'hijklz'])
  t.match(event, { change: 'split', before: ['C1'], after: ['C1', 'C2'], identity: ['C1', 'C1'], shared: [...'abcdefghijkl'], left: [], joined: ['z'] })
  t.strictSame(others, [])
})

t.test('half of a cluster is not most of it', async t => {
  t.strictSame(match(['abcdefgh', 'stuvwx'], ['abcdefghstu', 'vwxyz']).map(({ change, before, after }) => [change, before, after]), [['continued', ['C1'], ['C1']], ['continued', ['C2'], ['C2']]])
  t.match(match(['abcdefgh', 'stuvwx'], ['abcdefghstuv', 'wxyz!']), [{ change: 'merged', before: ['C1', 'C2'] }, { change: 'born', after: ['C2'] }], 'four of six are')
})

t.test('born of organisations that were in no cluster or not in the data, dead where they leave', async t => {
  const events = matchClusters(membership(['abcde'], 'vw'), membership(['vwxyz'], 'abc'))
  t.match(events, [{ change: 'born', before: [], after: ['C1'], joined: [...'vwxyz'], left: [] }, { change: 'died', before: ['C1'], after: [], left: [...'abcde'] }])
  t.strictSame(match([], []), [])
})

t.test('identity is given to the greatest overlap, of equals to the first', async t => {
  t.match(match(['abcdef', 'ghijkl'], ['abcdghi', 'efjkl']), [{ identity: ['C1', 'C1'] }, { identity: ['C2', 'C2'] }])
  const [event] = match(['abcdef'], ['abc', 'def'])
  t.match(event, { change: 'split', identity: ['C1', 'C1'] })
})

const partition = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 26, maxLength: 26 })
const given = fc.tuple(partition, partition, fc.nat(20), fc.nat(20))
const asMembership = (list: number[], from: number, to: number): ClusterMembership => {
  const codes = [0, 1, 2, 3, 4].filter(c => list.slice(from, to).includes(c)).map(c => `C${c + 1}`)
  return { codes, clusterOf: new Map(list.map((c, i): [string, string | null] => [String.fromCharCode(97 + i), c < 0 ? null : `C${c + 1}`]).slice(from, to)) }
}
const withCode = ({ clusterOf }: ClusterMembership, codes: string[]): string[] => [...clusterOf].filter(([, code]) => code !== null && codes.includes(code)).map(([id]) => id).sort()

t.test('every cluster is told of; members add up; identity is one to one', async () => {
  fc.assert(fc.property(given, ([first, second, late, gone]) => {
    const [before, after] = [asMembership(first, 0, 26 - gone), asMembership(second, late, 26)]
    const events = matchClusters(before, after)
    const told = (side: 'before' | 'after', code: string): ClusterEvent[] => events.filter(event => event[side].includes(code))
    const identities = events.flatMap(({ identity }) => identity === null ? [] : [identity.join()])
    const complete = before.codes.every(code => told('before', code).length >= 1) && after.codes.every(code => told('after', code).length >= 1)
    const alone = events.every(({ change, before: a, after: b }) => change === 'born' ? a.length === 0 && told('after', b[0]).length === 1 : change === 'died' ? b.length === 0 && told('before', a[0]).length === 1 : true)
    const shaped = events.every(({ change, before: a, after: b }) => change === 'merged' ? a.length > 1 && b.length === 1 : change === 'split' ? a.length === 1 && b.length > 1 : change === 'continued' ? a.length === 1 && b.length === 1 : true)
    const added = events.every(event => JSON.stringify([...event.shared, ...event.left].sort()) === JSON.stringify(withCode(before, event.before)) && JSON.stringify([...event.shared, ...event.joined].sort()) === JSON.stringify(withCode(after, event.after)))
    const oneToOne = new Set(identities).size === new Set(identities.map(pair => pair.split(',')[0])).size && new Set(identities).size === new Set(identities.map(pair => pair.split(',')[1])).size
    return complete && alone && shaped && added && oneToOne
  }), { seed: 13, numRuns: 500 })
})

t.test('seen backwards in time, mergers are splits and births are deaths', async () => {
  const turned = { continued: 'continued', merged: 'split', split: 'merged', born: 'died', died: 'born' }
  fc.assert(fc.property(given, ([first, second, late, gone]) => {
    const [before, after] = [asMembership(first, 0, 26 - gone), asMembership(second, late, 26)]
    // Ties are decided by the order of codes of the earlier analysis, so only networks without them turn round exactly.
    const told = (events: ClusterEvent[]): string[] => events.map(({ change, before: a, after: b }) => `${change} ${a.join()} ${b.join()}`).sort()
    const forwards = matchClusters(before, after)
    const backwards = matchClusters(after, before).map(event => ({ ...event, change: turned[event.change] as ClusterEvent['change'], before: event.after, after: event.before }))
    return hasTies(before, after) || JSON.stringify(told(forwards)) === JSON.stringify(told(backwards))
  }), { seed: 14, numRuns: 500 })
})

function hasTies (before: ClusterMembership, after: ClusterMembership): boolean {
  const likeness = before.codes.flatMap(a => after.codes.map(b => {
    const [were, are] = [withCode(before, [a]), withCode(after, [b])]
    const shared = were.filter(id => are.includes(id)).length
    return shared / (were.length + are.length - shared)
  })).filter(value => value > 0)
  return new Set(likeness).size < likeness.length
}
