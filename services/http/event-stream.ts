/** Server-sent events: an async iterable written as it comes, with a comment now and then so that proxies keep the line open. */
import type { FastifyReply, FastifyRequest } from 'fastify'

const KEEP_ALIVE_MS = 15_000

export async function sendEvents<Event> (request: FastifyRequest, reply: FastifyReply, name: string, events: (signal: AbortSignal) => AsyncIterable<Event>): Promise<void> {
  const gone = new AbortController()
  request.raw.socket.once('close', () => gone.abort())
  reply.hijack()
  const { raw } = reply
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined))
  raw.writeHead(200, { ...headers as Record<string, string>, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  const timer = setInterval(() => raw.write(': still here\n\n'), KEEP_ALIVE_MS)
  try {
    for await (const event of events(gone.signal)) raw.write(`event: ${name}\ndata: ${JSON.stringify(event)}\n\n`)
  } finally {
    clearInterval(timer)
    raw.end()
  }
}
