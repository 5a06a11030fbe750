/** The body of a PUT: an answer of GET may come back as it was. `id`, if it is there, must be the one in the address; `updatedAt` changes nothing. */
import type { z } from 'zod'
import { Id, Timestamp } from '../contract/scalars.ts'
import { ServiceError } from '../errors.ts'

export type Replacing<Input> = Input & { id?: string | undefined, updatedAt?: string | undefined }

export const replacing = <Shape extends z.core.$ZodLooseShape>(input: z.ZodObject<Shape>) => input.extend({
  id: Id.optional().describe('if there, the one in the address'),
  updatedAt: Timestamp.optional().describe('changes nothing')
})

export function refuseOtherId (id: string, { id: given = id }: { id?: string | undefined }): void {
  if (given === id) return
  const message = `is not ${id}, which the address names; leave it out, or send the request to the other address`
  throw new ServiceError('INVALID_INPUT', `id "${given}" ${message}.`, { errors: [{ path: 'id', value: given, message }] })
}
