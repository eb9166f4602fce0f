// The assessment as a schema: what `score` writes, `report` reads, and the package ships as JSON Schema.
import { z } from 'zod';
import type { Assessment } from './assessment.ts';
import { behaviourIds, verdicts } from './behaviour.ts';
import { markerIds } from './marker.ts';

const turnNumber = z.int().min(0);

const judgement = z.strictObject({
  verdict: z.enum(verdicts),
  evidence: z.array(turnNumber).optional(),
  searched: z.array(turnNumber).optional(),
});

export const assessmentSchema = z.strictObject({
  id: z.string(),
  channel: z.enum(['chat', 'call']),
  started_at: z.string().nullable(),
  agent_id: z.string().nullable(),
  agent_name: z.string().nullable(),
  language: z.string().regex(/^[a-z]{3}$/),
  rules: z.string().min(8),
  turns: turnNumber,
  quality: z.number().min(0).max(100).nullable(),
  judged: turnNumber,
  critical: z.array(z.enum(behaviourIds)),
  behaviours: z.partialRecord(z.enum(behaviourIds), judgement),
  evidence: z.array(
    z.strictObject({
      marker: z.enum(markerIds),
      turn: turnNumber,
      start: turnNumber,
      end: turnNumber,
      quote: z.string(),
      because: z.string(),
    }),
  ),
  emotion: z.array(z.int().min(-3).max(3).nullable()),
  flags: z.array(
    z.strictObject({
      from: turnNumber,
      to: turnNumber,
      polarity: z.enum(['negative', 'positive']),
      peak: z.int().min(-3).max(3),
      recovered: z.boolean(),
    }),
  ),
  alerts: z.array(z.enum(['abuse', 'churn-threat', 'escalation-demand', 'repeat-contact'])),
  notes: z.array(z.enum(['not-french', 'bilingual', 'roles-guessed', 'no-agent-turns', 'no-client-turns'])),
});

/** Parses one assessment read back from a score file. Throws a ZodError that names the field. */
export function parseAssessment(value: unknown): Assessment {
  return assessmentSchema.parse(value) as Assessment;
}

/** The assessment as JSON Schema (draft 2020-12). */
export function assessmentJsonSchema(): object {
  return { title: 'ecoute assessment', ...z.toJSONSchema(assessmentSchema) };
}
