/** What somebody gives as the file of a workspace: read, or refused in words that say what it is, or where in it what is wrong. */
import { z } from 'zod'
import { expectationOf } from '../contract/expectation.ts'
import { ItemContent, ITEMS_EVER_MAX } from '../contract/workspace-items.ts'
import { Author, WORKSPACE_CHANGES_MAX, WorkspaceChange, WorkspaceId } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import type { FieldError } from '../errors.ts'

export const FORMAT = 'amber-road-workspace'
const FORMAT_VERSION = 1
/** Places of a file that are told: enough to see what they have in common. */
export const FILE_PROBLEMS_TOLD_MAX = 12
/** Characters of a title, key or value that are repeated. */
const SHOWN_MAX = 60

const FileVersion = z.strictObject({ workspaceVersion: z.number().int().min(1), savedAt: z.iso.datetime(), by: Author, content: ItemContent.nullable() })
export const WorkspaceFile = z.strictObject({
  format: z.literal(FORMAT), formatVersion: z.literal(FORMAT_VERSION), workspace: WorkspaceId,
  changes: z.array(WorkspaceChange).min(1).max(WORKSPACE_CHANGES_MAX, `at most ${WORKSPACE_CHANGES_MAX} changes, as many as a workspace may have`).describe('oldest first'),
  items: z.array(z.strictObject({ id: z.string().regex(/^wsi-[0-9a-hjkmnp-tv-z]{12}$/, 'expected the id of an item, such as wsi-7g2k9x0m4q8r'), made: z.tuple([z.number().int().min(1), z.number().int().min(0)]), versions: z.array(FileVersion).min(1).max(WORKSPACE_CHANGES_MAX, `at most ${WORKSPACE_CHANGES_MAX} versions, as many as a workspace may have changes`) })).min(1).max(ITEMS_EVER_MAX, `at most ${ITEMS_EVER_MAX} items, as many as a workspace may ever have`).describe('in the order they were made, those taken out too')
})
export type WorkspaceFile = z.infer<typeof WorkspaceFile>

/** INVALID_INPUT where it is something else, or has something in it that no workspace has. */
export function readWorkspaceFile (bytes: Buffer): WorkspaceFile {
  const given = parsed(bytes)
  if (!isRecord(given) || given.format !== FORMAT) throw somethingElse(`it seems to be ${kindOfJson(given)}`)
  if (given.formatVersion !== FORMAT_VERSION) throw new ServiceError('INVALID_INPUT', `The file is of a workspace in version ${shown(given.formatVersion)} of its format, and this service reads version ${FORMAT_VERSION}: open it in a service as new as the one that saved it.`)
  const read = WorkspaceFile.safeParse(given, { error: expectationOf })
  if (read.success) return read.data
  throw refusalOf(given, read.error.issues.flatMap(issue => issue.code === 'unrecognized_keys' ? issue.keys.map(key => ({ path: [...issue.path, key], message: 'is not known here' })) : [issue]))
}

/** `value`: what was found, where it is not what stands there. */
interface Fault { path: readonly PropertyKey[], message: string, value?: string | undefined }

export function refusalOf (given: object, faults: readonly Fault[]): ServiceError {
  const errors = faults.slice(0, FILE_PROBLEMS_TOLD_MAX).map(fault => lineOf(given, fault))
  const which = faults.length > errors.length ? `the first ${errors.length} of ${faults.length} places follow` : `places: ${faults.length}`
  return new ServiceError('INVALID_INPUT', `The file is of a workspace, but has in it what this service does not write (${which}); nothing of it was taken. It was changed by hand, or saved by another version of the service: save the workspace as a file again.`, { errors })
}

function parsed (bytes: Buffer): unknown {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!text.trimStart().startsWith('{')) throw somethingElse(text.trim() === '' ? 'it is empty' : `it seems to be ${kindOfText(text)}`)
    // The message quotes the file: what it says of itself stands at its ends. V8 counts a text that is not closed from where it begins, and does not always say a place.
    const { message } = error as Error
    const at = / in JSON at position (\d+)( \(line \d+ column \d+\))?$/.exec(message)?.[1]
    const isCut = /^(Unexpected end of JSON|Unterminated)/.test(message) || Number(at) >= text.length
    const where = isCut ? 'breaks off at its end' : at === undefined ? 'is damaged' : `is damaged in line ${text.slice(0, Number(at)).split('\n').length}`
    throw new ServiceError('INVALID_INPUT', text.includes(`"${FORMAT}"`)
      ? `The file is of a workspace and ${where}: copy or save the whole of it again, in its workspace under Documents (GET /api/v1/workspaces/{id}/file).`
      : `This is no file of a workspace: it is JSON of something else and ${where}. ${RIGHT_ONE}`)
  }
}

const RIGHT_ONE = 'The right one is saved in its workspace under Documents (GET /api/v1/workspaces/{id}/file).'
const somethingElse = (what: string): ServiceError => new ServiceError('INVALID_INPUT', `This is no file of a workspace: ${what}. ${RIGHT_ONE}`)

function kindOfText (text: string): string {
  const [line] = text.trimStart().split('\n', 1)
  if (text.startsWith('PK\u0003\u0004')) return 'a workbook, a document or another packed file'
  if (text.startsWith('%PDF')) return 'a PDF document'
  if (text.includes('\u0000')) return 'a file that is not text'
  if (/^<(!doctype html|html)/i.test(line)) return 'a web page'
  if (line.startsWith('<')) return 'XML, such as a network for another program'
  return /[,;\t]/.test(line) ? 'a table (CSV)' : 'plain text'
}

function kindOfJson (given: unknown): string {
  if (!isRecord(given)) return Array.isArray(given) ? 'a list' : 'a single value'
  const has = (...keys: string[]): boolean => keys.every(key => key in given)
  if (has('about') && (has('rows') || has('columns') || has('nodes') || has('items'))) return 'an export of an analysis'
  if (has('id', 'version', 'you', 'items')) return 'a workspace as it stands, without its history'
  if (has('language', 'title', 'fileName')) return 'a report or paper'
  if (has('code', 'detail', 'requestId')) return 'what the service said was wrong'
  return 'JSON of something else'
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where it is in words, what is wrong, what was found. */
function lineOf (given: object, { path, message, value }: Fault): FieldError {
  const found = path.reduce<unknown>((within, key) => (within as Record<PropertyKey, unknown> | null | undefined)?.[key], given)
  const what = found === undefined && value === undefined ? `is missing; ${message}` : `${message}; found ${shown(value ?? found)}`
  return { path: path.map(key => cut(String(key))).join('.'), message: `${placeInFile(given, path)}: ${what}` }
}

function shown (value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? `"${cut(value)}"` : String(value)
}
const cut = (text: string): string => text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text

/** `items.7.versions.1.content.why` as: version 2 of item 8 (decision "Keep wood"), why. Of items that may be of any shape. */
export function placeInFile ({ items }: { items?: unknown }, [list, place, ...rest]: readonly PropertyKey[]): string {
  const at = list === 'items' && typeof place === 'number' ? versionOf(items, place, rest) : list === 'changes' && typeof place === 'number' ? { where: `change ${place + 1}`, field: rest } : { where: '', field: place === undefined ? [list] : [list, place, ...rest] }
  const field = at.field.filter(key => key !== undefined).map(key => typeof key === 'number' ? `no. ${key + 1}` : cut(String(key))).join(' ')
  return [at.where, field].filter(part => part !== '').join(', ')
}

function versionOf (items: unknown, place: number, [key, version, part, ...rest]: readonly PropertyKey[]): { where: string, field: PropertyKey[] } {
  const item = (items as unknown[] | undefined)?.[place]
  const contents = isRecord(item) && Array.isArray(item.versions) ? item.versions.flatMap(each => isRecord(each) && isRecord(each.content) ? [each.content] : []) : []
  const told = `item ${place + 1}${nameOf(contents)}`
  if (key !== 'versions' || typeof version !== 'number') return { where: told, field: [key, version, part, ...rest] }
  return { where: `version ${version + 1} of ${told}`, field: part === 'content' && rest.length > 0 ? rest : [part, ...rest] }
}

/** By the first text that its type and its title are; of a decision what was decided, of a participant nobody's name. */
function nameOf (contents: Array<Record<string, unknown>>): string {
  const first = (...keys: string[]): string | undefined => contents.flatMap(content => keys.map(key => content[key])).find(value => typeof value === 'string' && value !== '') as string | undefined
  const type = first('type')
  const title = first('title', 'what', 'stage')
  return type === undefined ? '' : title === undefined ? ` (${cut(type)})` : ` (${cut(type)} "${cut(title)}")`
}
