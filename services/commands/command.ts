/** What every command is made of, and how it speaks: results to standard output, progress to standard error. */

/** `run` returns the exit code; a UsageError of it, or a ZodError, means that the command was called wrongly. */
export interface Command { summary: string, usage: string, run: (words: string[]) => Promise<number> }

export const say = (text: string): void => { process.stderr.write(`${text}\n`) }
export const show = (value: unknown): void => { process.stdout.write(`${JSON.stringify(value, null, 2)}\n`) }
/** Progress as imports tell it. */
export const tellProgress = (done: number, total: number | null, message: string): void => say(total === null ? message : `${message}: ${done} of ${total}`)
