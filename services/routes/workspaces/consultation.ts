/** The consultation form for those who meet in a room: a workbook out, filled in and back. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { decimal } from '../../contract/decimal.ts'
import { FORM_PEOPLE_MAX, WorkspaceLanguage } from '../../contract/workspace.ts'
import { ServiceError } from '../../errors.ts'
import { writeDocument } from '../../documents/write-document.ts'
import { chooseRegions } from '../../trans-s3/choose-regions.ts'
import { consultationForm, readConsultationForm } from '../../trans-s3/consultation/consultation-form.ts'
import { namesIn } from '../../trans-s3/exhibits/exhibit.ts'
import { need } from '../../trans-s3/may.ts'
import { takeForms } from '../../trans-s3/consultation/take-forms.ts'
import { settingsOf } from '../../trans-s3/workspace-state.ts'
import { sayIn } from '../../trans-s3/words/say.ts'
import { WORKBOOK_BYTES_MAX } from '../../trans-s3/workbook/unpack-workbook.ts'
import type { RoutePlugin } from '../parts.ts'
import { visit } from './who.ts'
import { WorkspaceParams } from './workspaces.ts'
import type { OfWorkspace } from './workspaces.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FormQuery = z.object({ language: WorkspaceLanguage.default('en'), people: decimal(z.number().int().min(1).max(FORM_PEOPLE_MAX, `at most ${FORM_PEOPLE_MAX} people in one file; more people bring a second one`)).default(12).describe('sheets, one for each person') })
const Read = z.object({ people: z.number().int().describe('whose ratings are in now'), ratings: z.number().int(), errorsTotal: z.number().int(), errors: z.array(z.object({ path: z.string().describe('sheet and cell'), message: z.string(), value: z.string().optional() })) })

export const consultationRoutes: RoutePlugin = (app, parts) => {
  const { store, reference, clock } = parts

  app.get<OfWorkspace & { Querystring: z.infer<typeof FormQuery> }>('/workspaces/:id/consultation/form', {
    schema: { tags: ['workspaces'], summary: 'Download the consultation form', description: 'XLSX: a sheet for each person, a row for each priority, no names. POST it back filled in.', params: WorkspaceParams, querystring: FormQuery, response: { 200: z.string().describe('the file') } }
  }, async (request, reply) => {
    const { state } = await visit(parts, request, request.params.id)
    const { language, people } = request.query
    const say = sayIn(language)
    const file = await writeDocument(consultationForm(state, chooseRegions(settingsOf(state).group, reference), { say, names: namesIn(say, reference), people }), 'xlsx')
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(file.body)
  })

  void app.register(async files => {
    files.addContentTypeParser(XLSX, { parseAs: 'buffer', bodyLimit: WORKBOOK_BYTES_MAX }, (_request, body, done) => done(null, body))
    files.post<OfWorkspace & { Body: unknown }>('/workspaces/:id/consultation/form', {
      bodyLimit: WORKBOOK_BYTES_MAX, config: { takesInvitations: true },
      schema: { tags: ['workspaces'], summary: 'Read filled-in consultation forms', description: 'The body is the workbook. Wholly in, or 422 with every cell that is wrong. Each person becomes a participant without a name.', consumes: [XLSX], params: WorkspaceParams, response: { 200: Read, 422: Read } }
    }, async (request, reply) => {
      const { who, state } = await visit(parts, request, request.params.id)
      need(who, 'fill in forms')
      const { body } = request
      if (!Buffer.isBuffer(body)) throw new ServiceError('UNSUPPORTED_MEDIA_TYPE', `Send the workbook itself as the body, with the header content-type: ${XLSX}.`)
      const { people, errors, errorsTotal } = readConsultationForm(body, state, chooseRegions(settingsOf(state).group, reference))
      if (errorsTotal > 0) return await reply.code(422).send({ people: 0, ratings: 0, errors, errorsTotal })
      await takeForms({ store, workspace: state.id, by: who, reference, clock }, people, createHash('sha256').update(body).digest('hex'))
      return { people: people.length, ratings: people.reduce((sum, { ratings }) => sum + ratings.length, 0), errors, errorsTotal }
    })
  })
}
