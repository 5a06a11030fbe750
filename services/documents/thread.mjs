// Where the thread begins: a thread reads TypeScript only after it has been told how, whatever the process that starts it does.
import { register } from 'tsx/esm/api'

register()
const { default: write } = await import('./worker.ts')
export default write
