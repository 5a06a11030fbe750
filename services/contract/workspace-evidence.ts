/** What the service computes for a page of a workspace: exhibits, in the language asked for, each with its figures as values too. */
import { z } from 'zod'
import { decimal } from './decimal.ts'
import { Stage, WorkspaceLanguage } from './workspace.ts'

export const ExhibitCell = z.object({ value: z.union([z.string(), z.number()]).nullable(), text: z.string(), strong: z.boolean().optional() })
export const Exhibit = z.object({
  key: z.string().describe('names it in decisions'), title: z.string(), says: z.string().describe('what it shows and how to read it, in a sentence or two'),
  columns: z.array(z.object({ key: z.string(), head: z.string(), kind: z.enum(['text', 'number', 'share', 'date']) })), rows: z.array(z.array(ExhibitCell)).describe('value: the figure, or the code; text: what a reader sees'),
  rowsShown: z.number().int().optional().describe('rows that a page shows at first'),
  figure: z.object({ svg: z.string(), alt: z.string() }).nullable().describe('the same as a picture, for light paper'),
  cautions: z.array(z.string()), empty: z.string().nullable().describe('where there are no rows: why'),
  next: z.string().optional().describe('what to do where something is missing: for those who work in the workspace, and in no paper')
})
export type Exhibit = z.infer<typeof Exhibit>
/** Key of the exhibit that stands in place of those that need the run, where it is gone; its rows are their keys and titles. */
export const RUN_GONE = 'run-gone'
export const Evidence = z.object({
  workspace: z.string(), version: z.number().int(), stage: Stage, run: z.string().nullable().describe('that it is taken from'), language: WorkspaceLanguage,
  runGone: z.boolean().describe(`the run or its network is not here any more: the exhibit ${RUN_GONE} says so in place of those that need it`),
  exhibits: z.array(Exhibit),
  example: z.array(Exhibit).describe('made up, to show in a demonstration what results look like: no part of the workspace')
})
export type Evidence = z.infer<typeof Evidence>
export const EvidenceQuery = z.object({ language: WorkspaceLanguage.default('en'), version: decimal(z.number().int().min(1)).optional().describe('of the workspace; without it the newest') })
