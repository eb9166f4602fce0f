// Labelled conversations → a trained ear. Conversations of a single turn teach; only whole conversations check.
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLabels } from '../agreement/labels.ts';
import { labelsById, misfits } from '../agreement/pairing.ts';
import { detector } from '../detect/detect.ts';
import { emptyFeatures, type Features, featuriser } from '../ear/features.ts';
import type { LabelledTurn } from '../ear/labelled-turn.ts';
import { decodeModel, encodeModel } from '../ear/model-file.ts';
import { trainEar } from '../ear/train.ts';
import { IoError } from '../errors.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Conversation } from '../model/conversation.ts';
import type { HumanLabels } from '../model/human-labels.ts';
import type { MarkerId } from '../model/marker.ts';
import type { Problem } from '../model/place.ts';
import type { Rules } from '../model/rules.ts';
import { readInputs } from '../readers/read-inputs.ts';
import { feel } from '../score/emotion.ts';
import { heldOutAgreement, type LabelledConversation } from './held-out.ts';
import { textFile } from './text-file.ts';

export interface TrainRun {
  readonly transcripts: readonly string[];
  /** Labelled conversations that only teach: phrases were written from them, so they can check nothing. */
  readonly teaching?: readonly string[];
  /** Label files, NDJSON by the annotation guide. */
  readonly labels: readonly string[];
  readonly rules: Rules;
  /** Learn on top of the ear of the rules; anew otherwise. */
  readonly isOnTop: boolean;
}

export type Training =
  | { readonly kind: 'misfit'; readonly problems: readonly Problem[] }
  | { readonly kind: 'too-little'; readonly conversations: number; readonly needed: number }
  | {
      readonly kind: 'trained';
      readonly bytes: Uint8Array;
      /** How far the ear agrees with people before (the base ear, or the lexicon alone) and after, on conversations held out. */
      readonly before: Agreement;
      readonly after: Agreement;
      readonly conversations: number;
      readonly turns: number;
    };

/** Markers that accuse an agent: a false one hurts more than a missed one. */
const accusing: ReadonlySet<MarkerId> = new Set(['lecturing', 'refusal', 'agitation', 'blame-shifting']);

/** Labelled conversations under which held-out figures mean nothing. */
const enoughConversations = 20;

const maxWeights = { agent: 500_000, client: 240_000 };

/** Trains an ear from labelled conversations. The same input, the same bytes. */
export async function train(run: TrainRun): Promise<Training> {
  const read = await Promise.all(run.labels.map(async (file) => parseLabels(await textFile(file), file)));
  const { byId, problems: twice } = labelsById(read.flatMap(({ labels }) => labels));
  const problems: Problem[] = [...read.flatMap((file) => file.problems), ...twice];
  const turns: LabelledTurn[] = [];
  const checked: LabelledConversation[] = [];
  const digest = createHash('sha256').update(run.rules.hash);
  const learnFrom = turnReader(run.rules);
  const learnAll = async (files: readonly string[], checks: boolean): Promise<void> => {
    for await (const item of readInputs(files)) {
      if (item.kind === 'problem') {
        problems.push(item.problem);
        continue;
      }
      const labels = byId.get(item.conversation.id);
      if (!labels) continue;
      problems.push(...misfits(labels, item.conversation));
      if (problems.length > 0) continue;
      const isChecked = checks && item.conversation.turns.length > 1;
      digest.update(JSON.stringify([item.conversation.turns, labels.turns, isChecked]));
      turns.push(...learnFrom(item.conversation, labels, isChecked));
      if (isChecked) checked.push({ conversation: item.conversation, labels });
    }
  };
  await learnAll(run.transcripts, true);
  if (run.teaching) await learnAll(run.teaching, false);
  if (problems.length > 0) return { kind: 'misfit', problems };
  const conversations = checked.length;
  if (conversations < enoughConversations) return { kind: 'too-little', conversations, needed: enoughConversations };
  const base = run.isOnTop && run.rules.ear ? decodeModel(run.rules.ear) : undefined;
  const { model, heldOut } = trainEar(turns, {
    id: digest.digest('hex').slice(0, 16),
    accusing,
    maxWeights,
    ...(base && { base }),
  });
  const agreement = (kind: 'before' | 'after') => heldOutAgreement(checked, heldOut, kind, run.rules);
  return {
    kind: 'trained',
    bytes: encodeModel(model),
    before: agreement('before'),
    after: agreement('after'),
    conversations,
    turns: turns.length,
  };
}

/** Makes `learnFrom(conversation, labels, isChecked)`: its labelled turns with their features. */
function turnReader(
  rules: Rules,
): (conversation: Conversation, labels: HumanLabels, isChecked: boolean) => LabelledTurn[] {
  const detect = detector(rules);
  const featurise = featuriser(rules);
  const features = emptyFeatures();
  return (conversation, labels, isChecked) => {
    const { evidence, cues, hearing } = detect(conversation);
    const feelings = feel(conversation, cues, evidence);
    const learnt: LabelledTurn[] = [];
    for (const { index, markers, emotion } of labels.turns) {
      const role = conversation.turns[index]?.role;
      if (role !== 'agent' && role !== 'client') continue;
      featurise(conversation, hearing, feelings, index, features);
      learnt.push({
        role,
        group: conversation.id,
        index,
        isChecked,
        isInContext: conversation.turns.length > 1,
        features: kept(features),
        markers: new Set(markers),
        emotion: emotion ?? 0,
        silenced: new Set(hearing.turns[index]!.silenced),
        heard: new Set(evidence.filter((e) => e.turn === index).map((e) => e.marker)),
        felt: feelings[index] ?? 0,
      });
    }
    return learnt;
  };
}

function kept({ count, key, value, from, to }: Features): Features {
  return {
    count,
    key: key.slice(0, count),
    value: value.slice(0, count),
    from: from.slice(0, count),
    to: to.slice(0, count),
  };
}

/** Writes a trained ear and what it is worth into a folder; the ear gets its name only when it is whole. */
export async function writeEar(
  { bytes, before, after, conversations, turns }: Extract<Training, { kind: 'trained' }>,
  folder: string,
): Promise<void> {
  const card = {
    conversations,
    turns,
    bytes: bytes.length,
    figures: 'cross-validated by conversation, 5 folds',
    before: before.headlines,
    after: after.headlines,
    markers: after.markers,
    behaviours: after.behaviours,
  };
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of [
      ['ear.bin', bytes],
      ['ear.json', `${JSON.stringify(card, null, 2)}\n`],
    ] as const) {
      await writeFile(join(folder, `${name}.part`), content);
      await rename(join(folder, `${name}.part`), join(folder, name));
    }
  } catch (error) {
    throw new IoError(`cannot write into ${folder}: ${(error as Error).message}`, 74);
  }
}
