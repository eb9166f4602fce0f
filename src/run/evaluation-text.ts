// An evaluation as people read it, and as machines do.
import { disagreements } from '../agreement/disagreements.ts';
import type { Disagreement, DisagreementTopic } from '../model/agreement.ts';
import { showPlace } from '../model/place.ts';
import { agreementTables } from '../writers/agreement-tables.ts';
import { calibrationTables } from '../writers/calibration-tables.ts';
import { disagreementList } from '../writers/disagreement-list.ts';
import type { Terminal } from '../writers/paint.ts';
import type { Evaluation } from './evaluate.ts';

type Measured = Exclude<Evaluation, { readonly kind: 'misfit' }>;

/** The tables; with a topic, the disagreements about it instead, so that they can be read one by one. */
export function evaluationText(evaluation: Measured, terminal: Terminal, topic?: DisagreementTopic): string {
  if (evaluation.kind === 'sheet') return calibrationTables(evaluation.agreement, evaluation.assessments, terminal);
  if (topic === undefined) return agreementTables(evaluation.report, terminal, evaluation.stripped);
  const list = disagreementList(disagreementsAbout(evaluation.pairs, topic), terminal);
  return topic === 'all' ? `${list}\n\n${agreementTables(evaluation.report, terminal, evaluation.stripped)}` : list;
}

/** The same as plain data for JSON. */
export function evaluationData(evaluation: Measured, topic?: DisagreementTopic): object {
  const { unlabelled } = evaluation;
  if (evaluation.kind === 'sheet') return { ...evaluation.agreement, unlabelled };
  const { report, stripped, pairs } = evaluation;
  const listed =
    topic === undefined ? {} : { disagreements: disagreementsAbout(pairs, topic).map((one) => disagreementData(one)) };
  return { ...report, ...(stripped === undefined ? {} : { stripped }), unlabelled, ...listed };
}

function disagreementsAbout(
  pairs: Parameters<typeof disagreements>[0],
  topic: DisagreementTopic,
): readonly Disagreement[] {
  return disagreements(pairs).filter(({ about }) => topic === 'all' || about === topic);
}

function disagreementData(one: Disagreement): object {
  const { pair, ...rest } = one;
  const { conversation } = pair;
  const told =
    'turn' in one ? { text: conversation.turns[one.turn]?.text, before: conversation.turns[one.turn - 1]?.text } : {};
  return { ...rest, conversation: conversation.id, place: showPlace(conversation.from), ...told };
}
