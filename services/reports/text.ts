/** A sentence, or one for each plural category of the language, chosen by its gap {n}. */
export type Text = string | { one?: string, few?: string, many?: string, other: string }
