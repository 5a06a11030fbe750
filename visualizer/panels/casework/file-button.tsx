/** A file that only the token opens: a link cannot send it, so it is fetched and handed to the browser. */
import { useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import { fetchFile } from '../../api/fetch-file.ts'
import { saveFile } from '../../stage/picture-file.ts'

export function FileButton ({ path, children, label }: { path: string, children: ComponentChildren, label?: string }): VNode {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      const { name, blob } = await fetchFile(path)
      saveFile(name, blob)
    } catch (error) {
      setProblem((error as Error).message)
    }
    setBusy(false)
  }
  return <><button type='button' class='button' aria-label={label} aria-disabled={busy} onClick={() => { if (!busy) void save() }}>{children}</button>{problem !== null && <span role='alert' class='field-problem'>{problem}</span>}</>
}
