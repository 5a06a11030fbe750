/**
 * Repair of text whose UTF-8 bytes were once read as another encoding ("M√ºnchen", "MÃ¼nchen"). Only where it is certain:
 * every character exists in the wrong encoding, and the bytes it gives are valid UTF-8. Ordinary text with diacritics fails the second test.
 */
const WRONG_ENCODINGS = ['macintosh', 'windows-1252'] as const

const bytesByEncoding = WRONG_ENCODINGS.map(encoding => {
  const decoder = new TextDecoder(encoding)
  return new Map(Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]))
})

/** The text as it was meant, or null if nothing is broken or the repair is not certain. */
export function repairMojibake (text: string): string | null {
  for (const byteOf of bytesByEncoding) {
    const bytes = Array.from(text, character => byteOf.get(character))
    if (bytes.includes(undefined)) continue
    try {
      const repaired = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]))
      if (repaired !== text) return repaired
    } catch {
      continue // not UTF-8 read as this encoding
    }
  }
  return null
}

/** True if the text carries the traces of a wrong encoding: pairs that no language of the source has, or the replacement character. */
export const looksBroken = (text: string): boolean => /[√≈∆\uFFFD]|[ÃÅÄÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)
