/** Links between two sides: two columns of names, the links of the chosen one in amber; or one third party between its partners on either side. Its table twin stands beside. */
import { useMemo } from 'preact/hooks'
import type { VNode } from 'preact'
import type { PairPicture, PictureRow } from '../../services/contract/bridge.ts'
import { orderColumns } from './order-columns.ts'
import { useWidth } from './use-width.ts'

const ROW = 15
const TOP = 10
/** Between the two columns of dots, at most and at least. */
const GAP_MOST = 200
const GAP_LEAST = 70
/** Widths of letters at 11 px, on average: capitals and digits, all others, and how much wider bold ones are. */
const CAPITAL = 7.7
const SMALL = 6
const BOLD = 1.07

/** Where the file of the picture finds it. */
export const LINK_PICTURE = 'link-picture'

interface Props { picture: PairPicture, chosen: string | null, hues: { a: string, b: string }, label: string, onChoose: (id: string) => void }

export function LinkColumns ({ picture, chosen, hues, label, onChoose }: Props): VNode {
  const [frame, width] = useWidth()
  const { rows, drawn } = picture
  const middle = rows.find(({ side }) => side === 'middle')
  const byId = useMemo(() => new Map(rows.map(row => [row.id, row])), [rows])
  const columns = useMemo(() => {
    const side = (word: string): string[] => rows.filter(row => row.side === word).map(({ id }) => id)
    const across = middle === undefined ? drawn.map(({ source, target }) => ({ left: source, right: target })) : []
    return orderColumns({ left: side('a'), right: side('b') }, across)
  }, [rows, drawn])
  const gap = Math.max(GAP_LEAST, Math.min(GAP_MOST, width * 0.3))
  const [left, right] = [(width - gap) / 2, (width + gap) / 2]
  const longest = Math.max(columns.left.length, columns.right.length, 1)
  const height = 2 * TOP + longest * ROW
  const y = new Map([columns.left, columns.right].flatMap(column => column.map((id, at) => [id, TOP + (at + 0.5) * ROW * (longest / column.length)] as const)))
  if (middle !== undefined) y.set(middle.id, height / 2)
  const x = (row: PictureRow): number => row.side === 'a' ? left : row.side === 'b' ? right : width / 2
  // Around a third party all links are its own, and none stands out.
  const ofChosen = (link: PairPicture['drawn'][number]): boolean => middle === undefined && (link.source === chosen || link.target === chosen)
  const partners = new Set(drawn.filter(ofChosen).flatMap(({ source, target }) => [source, target]))
  const path = ({ source, target }: PairPicture['drawn'][number]): string => {
    const [from, to] = [byId.get(source)!, byId.get(target)!]
    const half = (x(from) + x(to)) / 2
    return `M${x(from)} ${y.get(source)}C${half} ${y.get(source)} ${half} ${y.get(target)} ${x(to)} ${y.get(target)}`
  }
  return (
    <div class='link-columns' ref={frame}>
      <svg id={LINK_PICTURE} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role='img' aria-label={label}>
        {drawn.filter(link => !ofChosen(link)).map(link => <path key={`${link.source}${link.target}`} class='link' d={path(link)} />)}
        {drawn.filter(ofChosen).map(link => <path key={`${link.source}${link.target}case`} class='link-case' d={path(link)} />)}
        {drawn.filter(ofChosen).map(link => <path key={`${link.source}${link.target}`} class='link-chosen' d={path(link)} />)}
        {rows.map(row => (
          <Name
            key={row.id} row={row} x={x(row)} y={y.get(row.id) ?? 0} room={row.side === 'middle' ? gap : left - 16} hue={row.side === 'a' ? hues.a : row.side === 'b' ? hues.b : 'cx'}
            chosen={row.id === chosen} partner={partners.has(row.id) && row.id !== chosen} onChoose={onChoose}
          />))}
      </svg>
    </div>
  )
}

interface NameProps { row: PictureRow, x: number, y: number, room: number, hue: string, chosen: boolean, partner: boolean, onChoose: (id: string) => void }

function Name ({ row, x, y, room, hue, chosen, partner, onChoose }: NameProps): VNode {
  const towards = row.side === 'a' ? -1 : 1
  const bold = chosen || partner ? BOLD : 1
  const name = shortened(row.name, (room - 12) / bold)
  const mark = widthOf(name) * bold
  const radius = Math.min(7, 2 + Math.sqrt(row.links))
  const diamond = partner && row.single
  const text = x + towards * (diamond ? 18 : 12)
  return (
    <g class={`name ${hue}${chosen ? ' chosen' : partner ? ' partner' : ''}`} onClick={() => onChoose(row.id)}>
      <title>{row.name}</title>
      {chosen && row.side !== 'middle' && <rect class='mark' x={row.side === 'a' ? x - 20 - mark : x - 10} y={y - 8} width={mark + 30} height={16} rx={4} />}
      <circle cx={x} cy={y} r={row.side === 'middle' ? 8 : radius} />
      {diamond && <path class='diamond' d={`M${x + towards * 11} ${y - 4.5}l4.500 4.500l-4.500 4.500l-4.500 -4.500z`} />}
      {row.side === 'middle'
        ? <text x={x} y={y - 14} text-anchor='middle'>{name}</text>
        : <text x={text} y={y + 4} text-anchor={row.side === 'a' ? 'end' : 'start'}>{name}</text>}
    </g>
  )
}

const widthOf = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (/[\p{Lu}\d&]/u.test(letter) ? CAPITAL : SMALL), 0)

function shortened (name: string, room: number): string {
  if (widthOf(name) <= room) return name
  let kept = name
  while (kept.length > 3 && widthOf(kept) + CAPITAL > room) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
