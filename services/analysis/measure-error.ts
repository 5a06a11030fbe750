/** A measure cannot be computed of this network with these options; the message says what was wrong, where, and what to do. */
export class MeasureError extends Error { override name = 'MeasureError' }

/** What was known of the size alone, said while computing. */
export function refuseOversize (refused: { message: string } | null): void {
  if (refused !== null) throw new MeasureError(refused.message)
}
