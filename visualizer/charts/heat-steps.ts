/** Which of five steps of colour a flow has, by shares of its row or by the greatest flow of all. Flows differ by powers of ten, so that steps are ratios and not equal widths. */

/** Shares of a row at which the next step begins. */
export const ROW_CUTS = [0.005, 0.02, 0.05, 0.15] as const
/** Shares of the greatest flow at which the next step begins. */
export const ALL_CUTS = [1 / 300, 1 / 100, 1 / 30, 1 / 10] as const

/** 0 (palest) to 4; `part` of `whole`, which is above zero, or there is nothing to colour. */
export const heatStep = (part: number, whole: number, cuts: readonly number[]): number => whole > 0 ? cuts.filter(cut => part / whole >= cut).length : 0
