/** The Python of the peers: an environment of its own in tests/output, with the versions of requirements.txt, made when it is missing. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const REQUIREMENTS = 'tests/bench/peers/requirements.txt'
const ENVIRONMENT = 'tests/output/bench-python'
const INSTALLED = join(ENVIRONMENT, 'requirements.txt')

/** Its path, or why there is none. */
export function pythonOfPeers (): { python: string } | { reason: string } {
  const python = join(ENVIRONMENT, 'bin/python')
  try {
    if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', ENVIRONMENT], { stdio: 'inherit' })
    if (!existsSync(INSTALLED) || readFileSync(INSTALLED, 'utf8') !== readFileSync(REQUIREMENTS, 'utf8')) {
      execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS], { stdio: 'inherit' })
      copyFileSync(REQUIREMENTS, INSTALLED)
    }
    return { python }
  } catch (error) {
    console.warn((error as Error).message)
    return { reason: 'no Python 3.11 with venv, or no package index' }
  }
}
