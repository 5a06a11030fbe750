/** Every sentence that the service says is wrong, with its Polish words, in the order in which they are tried. */
import { problemsPl } from './problems-pl.ts'
import type { Text } from './text.ts'
import { valueProblemsPl } from './value-problems-pl.ts'
import { workspaceFileProblemsPl } from './workspace-file-problems-pl.ts'

export const SENTENCES_PL: ReadonlyArray<readonly [english: string, polish: Text]> = [...problemsPl, ...workspaceFileProblemsPl, ...valueProblemsPl]
