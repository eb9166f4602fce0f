// Trains how the client's emotion runs through a conversation, over scores of turns that their scorers had not seen.
import type { EarEmotion } from '../model/ear.ts';
import { chooseCuts, cutAt } from './calibrate.ts';
import { blend, type CourseTurn, fitCourse } from './course.ts';

/** A conversation held out: its turns in order, the labels of the client's turns, the fold that it is in. */
export interface HeldOutTalk {
  readonly turns: readonly CourseTurn[];
  readonly labels: readonly number[];
  readonly fold: number;
}

/** A course and its cuts for use, and the grades that talks get from a course that was not fitted to them. */
export interface TrainedCourse extends Pick<EarEmotion, 'course' | 'cuts'> {
  /** By talk, by turn of the client. */
  readonly unseen: readonly (readonly number[])[];
}

/** Learns a course from talks held out; stays near that of `base` where they say little. */
export function trainCourse(talks: readonly HeldOutTalk[], folds: number, base?: EarEmotion): TrainedCourse {
  const whole = fitted(talks, base);
  const unseen = new Array<readonly number[]>(talks.length);
  for (let fold = 0; fold < folds; fold++) {
    const others = fitted(
      talks.filter((talk) => talk.fold !== fold),
      base,
    );
    talks.forEach((talk, t) => {
      if (talk.fold === fold) unseen[t] = gradesOf(talk.turns, others);
    });
  }
  return { ...whole, unseen };
}

/** Grades of the client's turns. */
export function gradesOf(
  turns: readonly CourseTurn[],
  { course, cuts }: Pick<EarEmotion, 'course' | 'cuts'>,
): readonly number[] {
  return blend(turns, course).map((score) => cutAt(score, cuts));
}

function fitted(talks: readonly HeldOutTalk[], base?: EarEmotion): Pick<EarEmotion, 'course' | 'cuts'> {
  const course = fitCourse(talks, base?.course);
  // Cuts need many talks: a team's few would pull everything towards calm.
  if (base) return { course, cuts: base.cuts };
  const scores = talks.flatMap(({ turns }) => blend(turns, course));
  const cuts = chooseCuts(
    scores,
    talks.flatMap(({ labels }) => labels),
  );
  return { course, cuts };
}
