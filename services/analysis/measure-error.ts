/** A measure cannot be computed of this network with these options; the message says what was wrong, where, and what to do. */
export class MeasureError extends Error { override name = 'MeasureError' }
