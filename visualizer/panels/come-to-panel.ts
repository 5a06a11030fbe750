/** On a narrow screen a panel stands below the list it was opened from, out of sight: whoever chose something there is brought to it. */
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** As in the style sheets: one column. */
const BELOW_THE_LIST = '(max-width: 1099px)'

/** For an element that can have the focus; `id` is what it tells of. */
export function useComeToPanel (id: string): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (!matchMedia(BELOW_THE_LIST).matches) return
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollIntoView()
  }, [id])
  return panel
}
