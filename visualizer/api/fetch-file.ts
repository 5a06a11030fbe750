/** A file from the API; a problem document becomes an Error with its words. */
import type { Problem } from '../../services/contract/problem.ts'
import { withAccess } from './access.ts'
import { ApiProblem } from './fetch-json.ts'

export interface FetchedFile { blob: Blob, name: string }

export async function fetchFile (path: string, signal?: AbortSignal): Promise<FetchedFile> {
  const answer = await fetch(path, withAccess(path, signal === undefined ? {} : { signal }))
  if (!answer.ok) throw new ApiProblem(await answer.json() as Problem)
  return { blob: await answer.blob(), name: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'report' }
}
