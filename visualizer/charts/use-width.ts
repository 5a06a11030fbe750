/** Pictures that are laid out for the room they have: text in them keeps its size on a phone. */
import { useEffect, useRef, useState } from 'preact/hooks'

const WIDTH_AT_FIRST = 640
/** Narrower pictures say nothing. */
const WIDTH_LEAST = 280

/** The width of an element, and what to hang it on. */
export function useWidth (): [{ current: HTMLDivElement | null }, number] {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(WIDTH_AT_FIRST)
  useEffect(() => {
    if (frame.current === null) return
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.max(WIDTH_LEAST, Math.floor(contentRect.width))))
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  return [frame, width]
}
