/** Typefaces as files, from packages and never from the machine: every machine draws the same letters. */
import { fileURLToPath } from 'node:url'

const file = (path: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`))

/** Regular to read, medium and semi-bold for heads: no more weights than are seen. */
export const INTER_FILES = [file('inter/400Regular/Inter_400Regular.ttf'), file('inter/500Medium/Inter_500Medium.ttf'), file('inter/600SemiBold/Inter_600SemiBold.ttf')] as const
export const SERIF_FILES = [file('source-serif-4/400Regular/SourceSerif4_400Regular.ttf'), file('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf')] as const
/** Marks such as ◐ that neither has. */
export const SYMBOLS_FILES = [file('noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf')] as const
