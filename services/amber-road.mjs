#!/usr/bin/env node
// The command `amber-road`, from any folder: the services are TypeScript, which tsx reads where Node.js does not.
import { register } from 'tsx/esm/api'

register()
await import('./kernels/compile-if-stale.ts')
await import('./cli.ts')
