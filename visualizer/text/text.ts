/** What stands behind a key: a sentence, or one for each plural category of the language, chosen by its gap {n}. */
export type Text = string | { one?: string, few?: string, many?: string, other: string }

export const formOf = (text: Text, language: string, n: number): string => typeof text === 'string' ? text : text[new Intl.PluralRules(language).select(n) as keyof typeof text] ?? text.other
