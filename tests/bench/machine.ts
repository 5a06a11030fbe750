/** The machine and the run time that figures belong to. */
import { availableParallelism, cpus, totalmem } from 'node:os'

export const machine = (): string => `Node.js ${process.versions.node}, ${availableParallelism()} of ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`
