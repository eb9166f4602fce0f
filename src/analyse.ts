// One conversation in, one assessment out. Pure: the same conversation and rules give the same assessment.
import { detector } from './detect/detect.ts';
import { type Guess, languageFinder } from './detect/language.ts';
import { listener } from './ear/listen.ts';
import { decodeModel } from './ear/model-file.ts';
import type { Assessment, Note } from './model/assessment.ts';
import type { Conversation } from './model/conversation.ts';
import type { Rules } from './model/rules.ts';
import { alerts } from './score/alerts.ts';
import { feel } from './score/emotion.ts';
import { flag } from './score/flag.ts';
import { judge } from './score/judge.ts';

export interface AnalyserOptions {
  /** Guesses the language where common words leave a doubt; without it doubtful texts count as French. */
  readonly guessLanguage?: Guess;
}

/** Makes `analyse(conversation)` for the rules in force. */
export function analyser(rules: Rules, options: AnalyserOptions = {}): (conversation: Conversation) => Assessment {
  const detect = detector(rules);
  const listen = rules.ear ? listener(decodeModel(rules.ear), rules) : null;
  const languageOf = languageFinder(rules, options.guessLanguage ?? (() => 'fra'));

  return function analyse(conversation) {
    const { turns } = conversation;
    const heard = detect(conversation);
    const language = languageOf(conversation, heard.hearing);
    const notes: Note[] = [];
    if (!language.isFrench) notes.push('not-french');
    if (language.isBilingual && language.isFrench) notes.push('bilingual');
    if (conversation.roles === 'guessed') notes.push('roles-guessed');
    if (!turns.some((turn) => turn.role === 'agent')) notes.push('no-agent-turns');
    if (!turns.some((turn) => turn.role === 'client')) notes.push('no-client-turns');

    const head = {
      id: conversation.id,
      channel: conversation.channel,
      started_at: conversation.startedAt ?? null,
      agent_id: conversation.agent.id,
      agent_name: conversation.agent.name ?? null,
      language: language.code,
      rules: rules.hash,
      turns: turns.length,
    };
    if (!language.isFrench) {
      const silent = turns.map((turn) => (turn.role === 'client' ? 0 : null));
      return {
        ...head,
        quality: null,
        judged: 0,
        critical: [],
        behaviours: {},
        evidence: [],
        emotion: silent,
        flags: [],
        alerts: [],
        notes,
      };
    }
    const feelings = feel(conversation, heard.cues, heard.evidence);
    const { evidence, emotion } = listen
      ? listen(conversation, heard.hearing, heard.evidence, feelings)
      : { evidence: heard.evidence, emotion: feelings };
    const isJudged = turns.some((turn) => turn.role === 'agent');
    const verdict = isJudged
      ? judge(conversation, evidence, emotion, rules.scorecard)
      : { quality: null, judged: 0, critical: [], behaviours: {} };
    return {
      ...head,
      quality: verdict.quality,
      judged: verdict.judged,
      critical: verdict.critical,
      behaviours: verdict.behaviours,
      evidence,
      emotion,
      flags: flag(conversation, evidence, emotion),
      alerts: alerts(evidence),
      notes,
    };
  };
}
