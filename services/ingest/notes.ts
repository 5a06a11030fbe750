/** Notes of a report: what was decided for many rows at once, one sentence per decision with how often. */

/** Longest list of examples inside a note. */
const EXAMPLES_MAX = 3

export class Notes {
  private readonly decisions = new Map<string, { count: number, examples: string[] }>()

  /** Counts one more row under `decision`, a sentence that follows a number: "empty contributions kept as not stated". */
  add (decision: string, example?: string): void {
    const known = this.decisions.get(decision) ?? { count: 0, examples: [] }
    known.count++
    if (example !== undefined && known.examples.length < EXAMPLES_MAX && !known.examples.includes(example)) known.examples.push(example)
    this.decisions.set(decision, known)
  }

  /** "13,754 empty contributions kept as not stated", in the order in which they first came up. */
  list (): string[] {
    return [...this.decisions].map(([decision, { count, examples }]) =>
      `${count.toLocaleString('en-GB')} ${decision}${examples.length === 0 ? '' : `, such as ${examples.join('; ')}`}`)
  }
}
