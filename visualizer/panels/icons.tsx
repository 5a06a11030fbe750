/** Icons: 16 x 16, one stroke of 1.6. Always beside a word or under an aria-label. */
import type { VNode } from 'preact'

const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l3.500 3.500', undo: 'M3 6h7a3.500 3.500 0 0 1 0 7H6M3 6l3-3M3 6l3 3', redo: 'M13 6H6a3.500 3.500 0 0 0 0 7h4M13 6l-3-3M13 6l-3 3', moon: 'M13 9.500A5.500 5.500 0 1 1 6.500 3 4.500 4.500 0 0 0 13 9.500z',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1', help: 'M8 14.500A6.500 6.500 0 1 0 8 1.500a6.500 6.500 0 0 0 0 13zM6.200 6.200a1.800 1.800 0 1 1 2.600 1.600c-.6.3-.8.7-.8 1.300M8 11.300v.2',
  link: 'M6.500 9.500l3-3M7 4.500l1.500-1.500a3.200 3.200 0 0 1 4.500 4.500L11.500 9M9 11.500L7.500 13A3.200 3.200 0 0 1 3 8.500L4.500 7', download: 'M8 2v8M4.500 7L8 10.500 11.500 7M2.500 13.500h11', close: 'M3.500 3.500l9 9M12.500 3.500l-9 9', plus: 'M8 3v10M3 8h10', minus: 'M3 8h10', fit: 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10',
  check: 'M3 8.500l3.500 3.500L13 5', cross: 'M4 4l8 8M12 4l-8 8', dots: 'M3.500 8h.1M8 8h.1M12.500 8h.1', filter: 'M2 3h12L9.500 8.500V13l-3-1.500v-3z', warning: 'M8 2l6.500 11.500h-13zM8 6.500v3M8 11.500v.2'
} as const

export const Icon = ({ name }: { name: keyof typeof PATHS }): VNode => (
  <svg class='icon' viewBox='0 0 16 16' width='16' height='16' aria-hidden='true' focusable='false'><path d={PATHS[name]} /></svg>
)
