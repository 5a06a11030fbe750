/**
 * Threads that share a list of tasks: one leads, any number of others help, each with an instance of its own on the same memory. Nobody waits for a teammate that has
 * not taken a task, so the leader is as right alone: while they start, when they are slow, where there are none.
 *
 * Tasks carry ascending numbers. NEXT is the lowest that nobody has taken and LIMIT the lowest that is not there yet; a stage begins where the last one ended. What is to be
 * done stands on the board before LIMIT rises, and changes only when all that is taken is FINISHED: whoever has taken a task may read it without a lock.
 */

/** Each of these is written by many: a cache line for each. */
const LIMIT: usize = 0
const NEXT: usize = 64
const FINISHED: usize = 128
/** Task with which the stage begins. */
const BASE: usize = 192
/** Free for what the tasks need to know. */
export const NOTES: usize = 256
/** LIMIT when the work is over. */
const OVER: i32 = -1

/** Turns of waiting before a thread lies down: getting up costs more than most waits are long. */
const TURNS: i32 = 50_000
/** Nanoseconds after which the leader looks again. */
const LOOK_AGAIN: i64 = 1_000_000
const FOR_EVER: i64 = -1

/** Bytes of a board, which must be 0: no tasks yet. */
export function boardSize (): usize { return 1024 }

/** A task of the present stage, from 0; -1: there is none left. */
export function takeTask (board: usize): i32 {
  let task = atomic.load<i32>(board, NEXT)
  while (task < atomic.load<i32>(board, LIMIT)) {
    if (atomic.cmpxchg<i32>(board, task, task + 1, NEXT) === task) return task - load<i32>(board, BASE)
    task = atomic.load<i32>(board, NEXT)
  }
  return -1
}

export function finishTask (board: usize): void {
  if (atomic.add<i32>(board, 1, FINISHED) + 1 === atomic.load<i32>(board, LIMIT)) atomic.notify(board + FINISHED, 1)
}

/** The leader puts so many tasks on the board. Returns where it ends. */
export function beginStage (board: usize, tasks: i32): i32 {
  const base = atomic.load<i32>(board, LIMIT)
  store<i32>(board, base, BASE)
  atomic.store<i32>(board, base + tasks, LIMIT)
  atomic.notify(board + LIMIT, -1)
  return base + tasks
}

/** The leader, who has found no task left, waits for those that others have taken. */
export function awaitStage (board: usize, end: i32): void {
  let finished = atomic.load<i32>(board, FINISHED)
  for (let turn = 0; finished !== end; turn++) {
    if (turn >= TURNS) atomic.wait<i32>(board + FINISHED, finished, LOOK_AGAIN)
    finished = atomic.load<i32>(board, FINISHED)
  }
}

/** A teammate waits for tasks. false: the work is over. */
export function awaitTasks (board: usize): bool {
  let limit = atomic.load<i32>(board, LIMIT)
  for (let turn = 0; limit !== OVER && atomic.load<i32>(board, NEXT) >= limit; turn++) {
    if (turn >= TURNS) atomic.wait<i32>(board + LIMIT, limit, FOR_EVER)
    limit = atomic.load<i32>(board, LIMIT)
  }
  return limit !== OVER
}
