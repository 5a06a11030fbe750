/** The key that invitation links are signed with: made once, and kept beside the data where nobody else may read it. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE_NAME = 'invitation-key'
const KEY_BYTES = 32

/** Without the file every link made before stops working, and a new key is made. Processes that share a store share it: copy it, or give them one folder. */
export function invitationKey (dataDir: string): Buffer {
  const file = join(dataDir, FILE_NAME)
  try {
    const key = readFileSync(file)
    if (key.length === KEY_BYTES) return key
    throw new Error(`${file} should hold ${KEY_BYTES} bytes and holds ${key.length}: put the right file back, or delete it, and all invitation links made so far stop working`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomBytes(KEY_BYTES)
  mkdirSync(dataDir, { recursive: true })
  // A process that was quicker keeps its key.
  try {
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return invitationKey(dataDir)
    throw error
  }
  return key
}
