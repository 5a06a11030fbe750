/** One line of the report. The ratio figure / peerFigure is above 1 where we are faster if the unit is a rate, below 1 if it is a time. */
export interface Result { subject: string, figure: number, unit: 'rows/s' | 'ms', peer: string, peerFigure: number }

/** Milliseconds that `work` takes. */
export async function timed<Value> (work: () => Value | Promise<Value>): Promise<{ value: Value, milliseconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - start }
}

/** The middle of an odd number of repetitions, milliseconds. */
export async function medianTime (repetitions: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < repetitions; i++) times.push((await timed(work)).milliseconds)
  return times.sort((a, b) => a - b)[times.length >> 1]
}
