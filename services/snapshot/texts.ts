/** Many short texts as two columns: their UTF-8 bytes one after the other, and where each ends. A million ids are 20 MB so, and 56 MB as strings. */
import { isAscii } from 'node:buffer'
import type { Column } from './column-file.ts'

export interface Texts { ends: Int32Array, bytes: Uint8Array }

/** Bytes of the ids this service makes. */
const USUAL_LENGTH = 16
const encoder = new TextEncoder()

/** A list of texts that grows at its end. `count`: how many are expected. */
export class GrowingTexts {
  private ends: Int32Array
  private bytes: Uint8Array
  private count = 0
  private used = 0

  constructor (count: number) {
    this.ends = new Int32Array(count)
    this.bytes = new Uint8Array(count * USUAL_LENGTH)
  }

  push (text: string): void {
    // A UTF-16 unit takes at most three bytes.
    if (this.used + 3 * text.length > this.bytes.length) this.bytes = grown(this.bytes, 3 * text.length)
    if (this.count === this.ends.length) this.ends = grown(this.ends, 1)
    this.used += encoder.encodeInto(text, this.bytes.subarray(this.used)).written
    this.ends[this.count++] = this.used
  }

  /** Those from `start` up to `end` of others. */
  pushAll (texts: Texts, start: number, end: number): void {
    const first = startOf(texts, start)
    const bytes = texts.bytes.subarray(first, startOf(texts, end))
    if (this.used + bytes.length > this.bytes.length) this.bytes = grown(this.bytes, bytes.length)
    while (this.count + end - start > this.ends.length) this.ends = grown(this.ends, end - start)
    this.bytes.set(bytes, this.used)
    for (let i = start; i < end; i++) this.ends[this.count++] = texts.ends[i] - first + this.used
    this.used += bytes.length
  }

  finish (): Texts {
    return { ends: this.ends.subarray(0, this.count), bytes: this.bytes.subarray(0, this.used) }
  }
}

function grown<Values extends Column> (values: Values, more: number): Values {
  const larger = new (values.constructor as new (length: number) => Values)(2 * values.length + more)
  larger.set(values)
  return larger
}

const startOf = ({ ends }: Texts, i: number): number => i === 0 ? 0 : ends[i - 1]

export function packTexts (texts: string[]): Texts {
  const packed = new GrowingTexts(texts.length)
  for (const text of texts) packed.push(text)
  return packed.finish()
}

export function unpackTexts (texts: Texts): string[] {
  const buffer = Buffer.from(texts.bytes.buffer, texts.bytes.byteOffset, texts.bytes.length)
  const encoding = isAscii(texts.bytes) ? 'latin1' : 'utf8'
  const unpacked = new Array<string>(texts.ends.length)
  for (let i = 0, start = 0; i < unpacked.length; start = texts.ends[i++]) unpacked[i] = buffer.toString(encoding, start, texts.ends[i])
  return unpacked
}

/** Place of an ASCII text in an ascending list, or of the first that is greater. */
export function placeOf (texts: Texts, text: string): { at: number, found: boolean } {
  const wanted = Buffer.from(text)
  let low = 0
  let high = texts.ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = Buffer.compare(texts.bytes.subarray(startOf(texts, middle), texts.ends[middle]), wanted)
    if (order === 0) return { at: middle, found: true }
    if (order < 0) low = middle + 1
    else high = middle
  }
  return { at: low, found: false }
}
