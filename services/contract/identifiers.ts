/** Identifier schemes: how each is written, and its check digits where it has them. */
import type { IDENTIFIER_SCHEMES } from './vocabulary.ts'

type Scheme = typeof IDENTIFIER_SCHEMES[number]

/** One spelling per identifier: ROR without its address, LEI and VAT in capitals without blanks, PIC as digits. */
export function normaliseIdentifier ({ scheme, value }: { scheme: Scheme, value: string }): { scheme: Scheme, value: string } {
  switch (scheme) {
    case 'ror': return { scheme, value: value.trim().toLowerCase().replace(/^https?:\/\/(www\.)?ror\.org\//, '') }
    case 'lei':
    case 'vat': return { scheme, value: value.replace(/[\s.-]/g, '').toUpperCase() }
    case 'pic': return { scheme, value: value.trim() }
    case 'wikidata': return { scheme, value: value.trim().replace(/^https?:\/\/www\.wikidata\.org\/(wiki|entity)\//, '').toUpperCase() }
    default: return { scheme, value: value.trim() }
  }
}

/** True if the value has the scheme's form and its check digits fit; schemes without check digits are checked for form only. */
export function hasValidCheck ({ scheme, value }: { scheme: Scheme, value: string }): boolean {
  switch (scheme) {
    case 'pic': return /^\d{9}$/.test(value)
    case 'ror': return isRor(value)
    case 'lei': return isLei(value)
    case 'vat': return /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(value)
    case 'wikidata': return /^Q\d+$/.test(value)
    default: return value.length > 0
  }
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** ROR: 0, six Crockford base 32 characters, two decimal digits: ISO 7064 MOD 97-10 over the base 32 number. */
function isRor (value: string): boolean {
  if (!/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(value)) return false
  let number = 0
  for (const character of value.slice(0, 7)) number = number * 32 + CROCKFORD.indexOf(character)
  return Number(value.slice(7)) === 98 - (number * 100) % 97
}

/** LEI (ISO 17442): 20 characters, letters as 10..35, whole number mod 97 = 1. */
function isLei (value: string): boolean {
  if (!/^[0-9A-Z]{18}\d{2}$/.test(value)) return false
  let remainder = 0
  for (const character of value) {
    for (const digit of String(parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97
  }
  return remainder === 1
}
