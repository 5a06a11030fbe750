/** Compiles assembly/ unless the result is newer than everything it is made of; runs before the service, a command or the tests start. */
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILED, COMPILED_SHARED, PAGES_MAX } from './kernel.ts'

const SOURCES = fileURLToPath(new URL('assembly', import.meta.url))

const newest = Math.max(...readdirSync(SOURCES).map(name => statSync(join(SOURCES, name)).mtimeMs), statSync(fileURLToPath(import.meta.url)).mtimeMs)
if ([COMPILED, COMPILED_SHARED].some(file => !existsSync(file) || statSync(file).mtimeMs < newest)) await compile()

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
  for (const [file, ...more] of [[COMPILED], [COMPILED_SHARED, '--sharedMemory']]) {
    const partial = `${file}.${process.pid}.part`
    const { error, stderr } = await compiler.main([
      join(SOURCES, 'index.ts'), '--outFile', partial, '-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--enable', 'threads',
      '--importMemory', '--initialMemory', '1', '--maximumMemory', String(PAGES_MAX), ...more
    ])
    if (error !== null) throw new Error(`The kernels do not compile: ${error.message}\n${stderr.toString()}`)
    // Put in place whole: two processes may start at the same time.
    renameSync(partial, file)
  }
}
