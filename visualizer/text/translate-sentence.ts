/** A sentence with gaps, found again in what somebody said, and said in other words. */
const GAP = /\{(?:(\w+)\|)?(\w+)\}/g

export interface Sentence { pattern: RegExp, gaps: Array<{ kind: string | undefined, name: string }>, said: string }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function sentenceOf ([heard, said]: readonly [string, string]): Sentence {
  const gaps = [...heard.matchAll(GAP)].map(([, kind, name]) => ({ kind, name }))
  return { pattern: new RegExp(`^${heard.split(/\{(?:\w+\|)?\w+\}/).map(escaped).join('(.+?)')}$`, 's'), gaps, said }
}

/** Null where none of the sentences fits. `wordOf`: a word of the contract in the same language; a gap of the kind `said` holds one of the sentences. */
export function translateSentence (sentences: readonly Sentence[], text: string, wordOf: (kind: string, value: string) => string): string | null {
  for (const { pattern, gaps, said } of sentences) {
    const found = pattern.exec(text)
    if (found === null) continue
    const values = Object.fromEntries(gaps.map(({ kind, name }, i) => [name, kind === undefined ? found[i + 1] : kind === 'said' ? translateSentence(sentences, found[i + 1], wordOf) ?? found[i + 1] : wordOf(kind, found[i + 1])]))
    return said.replace(GAP, (_, _kind, name: string) => values[name] ?? '')
  }
  return null
}
