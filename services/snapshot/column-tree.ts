/** Objects that hold typed arrays and lists of texts <-> columns, and what is left of the object for the directory. */
import type { Column, ColumnFile } from './column-file.ts'
import { packTexts, unpackTexts } from './texts.ts'

/** What stands in an object for what is a column. */
interface Reference { column?: string, texts?: string }

export function toColumns (value: unknown): ColumnFile {
  const columns = new Map<string, Column>()
  const reduce = (each: unknown, path: string): unknown => {
    if (each instanceof Int32Array || each instanceof Float32Array || each instanceof Float64Array || each instanceof Uint8Array) {
      columns.set(path, each)
      return { column: path } satisfies Reference
    }
    if (Array.isArray(each)) {
      const { ends, bytes } = packTexts(each)
      columns.set(`${path}.ends`, ends).set(`${path}.bytes`, bytes)
      return { texts: path } satisfies Reference
    }
    if (each === null || typeof each !== 'object') return each
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, reduce(inner, path === '' ? key : `${path}.${key}`)]))
  }
  return { about: reduce(value, ''), columns }
}

export function fromColumns ({ about, columns }: ColumnFile): unknown {
  const restore = (each: unknown): unknown => {
    if (each === null || typeof each !== 'object') return each
    const { column, texts } = each as Reference
    if (column !== undefined) return columns.get(column)
    if (texts !== undefined) return unpackTexts({ ends: columns.get(`${texts}.ends`) as Int32Array, bytes: columns.get(`${texts}.bytes`) as Uint8Array })
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, restore(inner)]))
  }
  return restore(about)
}
