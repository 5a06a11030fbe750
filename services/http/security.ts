/** Security headers. The page runs its own scripts and styles only; the documentation page is the one exception, for its inline styles. */
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const DIRECTIVES = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'"], connectSrc: ["'self'"], frameSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"],
  upgradeInsecureRequests: null
}

export async function installSecurity (app: FastifyInstance): Promise<void> {
  await app.register(helmet, { global: true, contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES }, hsts: false, crossOriginEmbedderPolicy: false })
}
