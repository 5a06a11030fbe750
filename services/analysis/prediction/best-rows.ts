/** The best so many of a long row of scored things: what comes first among equals stays. Binary heap, O(log limit) an offer. */
export interface BestRows<Row> { offer: (score: number, row: Row) => void, list: () => Array<{ score: number, row: Row }> }

interface Held<Row> { score: number, order: number, row: Row }

export function bestRows<Row> (limit: number): BestRows<Row> {
  /** The worst of those held is on top. */
  const heap: Array<Held<Row>> = []
  let offered = 0
  const isWorse = (a: Held<Row>, b: Held<Row>): boolean => a.score < b.score || (a.score === b.score && a.order > b.order)
  const swap = (a: number, b: number): void => { [heap[a], heap[b]] = [heap[b], heap[a]] }
  const sink = (): void => {
    for (let at = 0; ;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && isWorse(heap[child], heap[worst])) worst = child
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }
  return {
    offer: (score, row) => {
      const held = { score, order: offered++, row }
      if (heap.length === limit) {
        if (score <= heap[0].score) return
        heap[0] = held
        sink()
        return
      }
      heap.push(held)
      for (let at = heap.length - 1; at > 0 && isWorse(heap[at], heap[(at - 1) >> 1]); at = (at - 1) >> 1) swap(at, (at - 1) >> 1)
    },
    list: () => heap.sort((a, b) => b.score - a.score || a.order - b.order).map(({ score, row }) => ({ score, row }))
  }
}
