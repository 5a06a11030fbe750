/** Figures of value chains as the page writes them. */
import { figure, number, t } from '../../text/translate.ts'

/** Amounts from here on are whole numbers: published tables have no more digits. */
const WHOLE_FROM = 100

export const amount = (value: number): string => Math.abs(value) >= WHOLE_FROM ? number(value) : figure(value)
export const share = (value: number | null | undefined): string => value === null || value === undefined ? t('valueChains.undefined') : `${number(value * 100, 1)}\u00a0%`
export const decimal = (value: number | null | undefined): string => value === null || value === undefined ? t('valueChains.undefined') : number(value, 2)
