/** A thread of teammates.ts. In JavaScript, so that it starts without a loader. */
import { workerData } from 'node:worker_threads'

const { module, memory, board, n, room } = workerData
const { exports } = new WebAssembly.Instance(module, { env: { memory, report: () => {}, abort: () => { throw new Error('a teammate aborted') } } })
exports.help(board, n, room)
