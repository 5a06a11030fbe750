/** The project's own files, as paths from its root: what a commit would hold, whether or not there is a git directory. */
import { readdirSync } from 'node:fs'

const NOT_OURS = new Set(['.git', 'node_modules', 'data', 'coverage', '.tap', 'visualizer/dist', 'tests/output'])

export function projectFiles (folder = ''): string[] {
  const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
  return entries.flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (NOT_OURS.has(path)) return []
    return entry.isDirectory() ? projectFiles(path) : entry.isFile() ? [path] : []
  }).sort()
}

export const SOURCE_FOLDERS = ['services', 'graph-queries', 'visualizer', 'seeds', 'tests']

export function isSource (path: string): boolean {
  return /\.(ts|tsx|js|cjs)$/.test(path) && SOURCE_FOLDERS.some(folder => path.startsWith(`${folder}/`))
}
