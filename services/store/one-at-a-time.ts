/** Runs what it is given one after the other, in the order it was asked. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve()

  run<Value> (work: () => Promise<Value>): Promise<Value> {
    const turn = this.last.then(work)
    this.last = turn.catch(() => undefined)
    return turn
  }

  /** Resolves when everything asked so far has ended, well or badly. */
  async idle (): Promise<void> {
    await this.last
  }
}
