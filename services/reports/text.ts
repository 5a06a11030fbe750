/** A sentence, or one for each plural category of the language, chosen by its gap {n}. */
export type Text = string | { zero?: string, one?: string, two?: string, few?: string, many?: string, other: string }
