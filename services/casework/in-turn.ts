/** Counting and adding as one step, for what is kept up to a limit. */
import type { GraphStore } from '../store/graph-store.ts'
import { OneAtATime } from '../store/one-at-a-time.ts'

const turns = new WeakMap<object, OneAtATime>()

/** One after the other on one store: whoever counts sees all that was added before. A dataset is written by one service. */
export function inTurn<Value> (store: Partial<GraphStore>, work: () => Promise<Value>): Promise<Value> {
  const turn = turns.get(store) ?? new OneAtATime()
  turns.set(store, turn)
  return turn.run(work)
}
