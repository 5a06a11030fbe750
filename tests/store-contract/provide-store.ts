import type { Test } from 'tap'
import type { GraphStore } from '../../services/store/graph-store.ts'

/** An open, empty store that is closed when the test ends. */
export type ProvideStore = (t: Test, clock?: () => Date) => Promise<GraphStore>
