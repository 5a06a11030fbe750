/** The list of runs, kept up to date while one of them is under way, and the progress of that one. */
import { useEffect, useState } from 'preact/hooks'
import type { Page } from '../../services/contract/page.ts'
import type { Run, RunEvent } from '../../services/contract/run.ts'
import { fetchJson } from './fetch-json.ts'
import { useResource } from './resource.ts'
import { refresh, running, status } from './service.ts'

/** Runs listed, the newest first: an analyst goes back over weeks, not years. */
const LISTED = 100
const LOOK_INTERVAL_MS = 3000

export const isUnderWay = ({ status: state }: Pick<Run, 'status'>): boolean => state === 'queued' || state === 'running'

export function useRuns (): Page<Run> | undefined {
  const [looks, setLooks] = useState(0)
  const { value } = useResource<Page<Run>>(`/api/v1/runs?limit=${LISTED}#${looks}-${status.value?.revision ?? 0}-${status.value?.latestRun?.id ?? ''}-${running.value?.run ?? ''}-${running.value?.status ?? ''}`)
  const waiting = value?.items.some(isUnderWay) === true
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setLooks(looks + 1), LOOK_INTERVAL_MS)
    return () => clearTimeout(timer)
  }, [value])
  return value
}

/** Its newest event; null before the first, and for a run that is not at work. One of them is at work at a time. */
export function useProgress ({ id, status: state }: Run): RunEvent | null {
  const [event, setEvent] = useState<RunEvent | null>(null)
  const followed = running.value?.run === id
  useEffect(() => {
    if (state !== 'running' || followed) return
    const events = new EventSource(`/api/v1/runs/${id}/events`)
    events.addEventListener('run', message => {
      const latest = JSON.parse((message as MessageEvent<string>).data) as RunEvent
      setEvent(latest)
      if (isUnderWay(latest)) return
      events.close()
      void refresh()
    })
    return () => events.close()
  }, [id, state, followed])
  return followed ? running.value : event
}

export const stopRun = async (id: string): Promise<void> => {
  // It may have ended a moment ago; the list then says so.
  await fetchJson(`/api/v1/runs/${id}/cancel`, { method: 'POST' }).catch(() => {})
  await refresh()
}
