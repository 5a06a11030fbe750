/** Compiles assembly/ unless the result is newer than everything it is made of; runs before the service, a command or the tests start. */
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILED, PAGES_MAX } from './kernel.ts'

const SOURCES = fileURLToPath(new URL('assembly', import.meta.url))
const PARTIAL = `${COMPILED}.${process.pid}.part`

const newest = Math.max(...readdirSync(SOURCES).map(name => statSync(join(SOURCES, name)).mtimeMs), statSync(fileURLToPath(import.meta.url)).mtimeMs)
if (!existsSync(COMPILED) || statSync(COMPILED).mtimeMs < newest) await compile()

async function compile (): Promise<void> {
  const compiler = await import('assemblyscript/asc').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    return null
  })
  if (compiler === null) {
    console.warn('The kernels are not compiled: assemblyscript, a package for development, is not installed. Analyses will take several times longer; results are the same.')
    return
  }
  mkdirSync(dirname(COMPILED), { recursive: true })
  const { error, stderr } = await compiler.main([
    join(SOURCES, 'index.ts'), '--outFile', PARTIAL, '-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd',
    '--importMemory', '--initialMemory', '1', '--maximumMemory', String(PAGES_MAX)
  ])
  if (error !== null) throw new Error(`The kernels do not compile: ${error.message}\n${stderr.toString()}`)
  // Put in place whole: two processes may start at the same time.
  renameSync(PARTIAL, COMPILED)
}
