/** Builds the page unless visualizer/dist is newer than everything it is made of; a second start then costs nothing. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILT = join(ROOT, 'visualizer/dist/index.html')
const SOURCES = ['visualizer', 'services/contract', 'package-lock.json']

function newestChange (path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).filter(name => name !== 'dist').map(name => newestChange(join(path, name))))
}

function isStale (): boolean {
  if (!existsSync(BUILT)) return true
  const builtAt = statSync(BUILT).mtimeMs
  return SOURCES.map(source => join(ROOT, source)).filter(existsSync).some(source => newestChange(source) > builtAt)
}

if (isStale()) {
  const { build } = await import('vite')
  await build({ root: join(ROOT, 'visualizer'), logLevel: 'warn' })
}
